import { CrmError } from '../errors';
import { otherOwner, readClock, writeClock } from './automatic';
import { chat } from './chat';
import { Office } from './office';
import type { Services } from './ports';
import { telegram } from './telegram';

/** What can be connected in this build, how it stands, and how to go on. */
export function spellConnections(services: Services): string {
  const { mail, secrets } = services;
  const links =
    telegram?.invitations(
      services,
      new Office(services).staff.map(({ name }) => name),
    ) ?? [];
  const bot = links.length === 0 ? 'off' : 'on. Everybody opens their own link once, on the phone:';
  return [
    ...(mail ? [`Mail: ${mail.quota()} left today.`] : []),
    ...(telegram
      ? [`Telegram: ${bot}`, ...links.map(({ name, link, known }) => `   ${name}: ${known ? 'connected' : link}`)]
      : []),
    ...(chat ? [`Chat: ${secrets.get('chat') === null ? 'off' : 'on'}.`] : []),
    '',
    ...(telegram ? ['Write “telegram” and the token that @BotFather gave you, or “telegram off”.'] : []),
    ...(chat ? ['Write “chat” and the address of a webhook of the space, or “chat off”.'] : []),
  ].join('\n');
}

/**
 * Connects or disconnects by what a person wrote: “telegram 123:ABC”, “chat https://…”, “chat off”. The secret is kept for
 * that person alone, so it has to be the one in whose name the clock runs.
 * @throws CrmError `not-owner`, `bad-connection`
 */
export function connect(services: Services, text: string): string {
  const other = otherOwner(services);
  if (other)
    throw new CrmError('not-owner', `Messages go out in the name of ${other.owner}.`, `Ask ${other.owner} to connect.`);
  const [, what, secret] = /^\s*(telegram|chat)\s+(\S+)\s*$/i.exec(text) ?? [];
  const channel = what && (what.toLowerCase() === 'chat' ? chat : telegram);
  if (!channel)
    throw new CrmError(
      'bad-connection',
      'This cannot be connected.',
      'Write “telegram” or “chat”, and what they gave you.',
    );
  const said = attempt(() => channel.connect(services, secret.toLowerCase() === 'off' ? '' : secret));
  services.alone(() => {
    const clock = readClock(services.properties);
    if (clock) writeClock(services.properties, { ...clock, due: { ...clock.due, presses: 0 }, troubles: {}, short: 0 });
  });
  return said;
}

function attempt(work: () => string): string {
  try {
    return work();
  } catch (error) {
    throw new CrmError('bad-connection', (error as Error).message, 'Check what you wrote, and try again.');
  }
}
