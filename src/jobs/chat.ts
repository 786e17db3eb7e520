import { type Channel, jsonOf, postSecretly } from './channel';
import { asChat } from './message';
import type { Services } from './ports';

/** Where the address of the webhook is kept. Whoever has it can write into the space, so it is a secret. */
const KEY = 'chat';

/**
 * A space of Google Chat, through an incoming webhook. A request id makes a repeated request give the message that is there
 * already. https://developers.google.com/workspace/chat/api/reference/rest/v1/spaces.messages/create
 */
export const chat: (Channel & { connect(services: Services, address: string): string }) | undefined = {
  name: 'chat',
  room: ({ secrets }) => (secrets.get(KEY) ? 1 : 0),
  send: (services, to, message, key) =>
    post(services, services.secrets.get(KEY) as string, textFor(to.name, message), key),
  wentOut: () => 'again',
  connect(services, address) {
    if (address === '') {
      services.secrets.remove(KEY);
      return 'Chat is off.';
    }
    if (!/^https?:\/\/\S+\/v1\/spaces\/[^/]+\/messages\?\S*key=/.test(address))
      throw new Error(
        'This is no address of a webhook: in the space choose Apps & integrations ▸ Webhooks, and copy it.',
      );
    post(services, address, 'Follow-ups that are due will be told here.', `hello-${services.now()}`);
    services.secrets.set(KEY, address);
    return 'Chat is on: look into the space.';
  },
};

function textFor(name: string, message: Parameters<typeof asChat>[0]): string {
  // The markup of Chat has no escape; these would open a link or a style.
  const clean = (plain: string) => plain.replace(/[<>|*~`]/g, ' ');
  const text = asChat(
    message,
    (url, title) => `<${url}|${title}>`,
    clean,
    (title) => `*${title}*`,
  );
  return `*${clean(name)}*: ${text}`;
}

function post(services: Services, address: string, text: string, key: string): void {
  const url = `${address}&requestId=${encodeURIComponent(key)}`;
  const answer = postSecretly(services, url, address, { text });
  if (answer.status === 200) return;
  const error = jsonOf(answer.text).error as { message?: string } | undefined;
  throw new Error(`Google Chat answered ${answer.status}: ${error?.message ?? 'no reason given'}`);
}
