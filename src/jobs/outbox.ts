import { quietUntil } from '../followup/quiet';
import type { StaffRow } from '../workbook/tables/config';
import { DAY, type Sending } from './automatic';
import type { Channel } from './channel';
import { chat } from './chat';
import { mailChannel } from './mail-channel';
import type { Message } from './message';
import { logLine } from './system-log';
import { telegram } from './telegram';
import type { TickRun } from './tick';

const MINUTE = 60_000;

/** In the order in which they are tried where `staff` says nothing. What the bundle was built without is undefined. */
const CHANNELS = [telegram, mailChannel, chat].filter((channel): channel is Channel => channel !== undefined);

/** Mails of a day that are kept back from messages that can wait. */
export const KEPT_BACK = { digest: 0, first: 10, again: 30 };

/** What people write who want no messages. */
const PANEL_ONLY = /^\s*(nothing|panel)/i;

/** Minutes until somebody who could not be told is tried again, by how often that has happened: first at the next tick. */
const RETRY = [0.5, 5, 15, 30, 60];

export interface Letter {
  message: Message;
  /** Names it: the same message has the same key. */
  key: string;
  /** The follow-ups it reminds of; none: a digest. */
  ids: string[];
  urgency: keyof typeof KEPT_BACK;
}

/** What became of a message that a former run was about to send: what may be known of it, and what may not be done again. */
export type Former = Sending & { fate: 'again' | 'unknown' };

/**
 * Finds out what became of a message whose mark still stands: if it went out, it is among what was told; what the next
 * attempt has to mind is left in the run.
 */
export function settle(run: TickRun): void {
  const { services, clock, office } = run;
  const mark = clock.sending;
  if (!mark) return;
  const channel = CHANNELS.find(({ name }) => name === mark.channel);
  const to = office.recipient(mark.to);
  const fate = mark.sent || (channel && to ? channel.wentOut(services, to, mark.room) : null);
  delete clock.sending;
  if (fate === true && mark.ids.length > 0) clock.told.push(mark);
  else if (fate === true) clock.digests.to.push(mark.to);
  else run.former = fate === false ? null : { ...mark, fate: fate ?? 'unknown' };
}

/** What a former run was about to tell somebody of this kind (`remind`, `escalate`, `digest`) and may have told. */
export function formerTo({ former }: TickRun, name: string, kind: string): Former | null {
  return former?.to === name && former.key.startsWith(kind) ? former : null;
}

/**
 * Sends a message to somebody by the first of their channels that takes it. Its mark is set before, and left to whoever
 * calls, who takes it away once it is written down what was said.
 * @returns the mark; null when nobody could be told now
 */
export function deliver(run: TickRun, to: StaffRow, letter: Letter): Sending | null {
  const former = formerTo(run, to.name, letter.key.split('-')[0]);
  const { services, clock, office, started } = run;
  const trouble = clock.troubles[to.name];
  if ((trouble?.next ?? 0) > started) return null;
  if (PANEL_ONLY.test(to.channels))
    return { key: letter.key, to: to.name, channel: 'the panel', room: 0, at: services.now(), ids: letter.ids };
  const quiet = quietUntil(to, office.zone, started);
  if (quiet !== null) return later(run, to.name, quiet, '');
  const reasons: string[] = [];
  // What may never have arrived, and cannot be asked after, is worth one of the mails that are kept back.
  const keptBack = former?.fate === 'unknown' ? 0 : KEPT_BACK[letter.urgency];
  for (const channel of channelsOf(to)) {
    const tried = former?.channel === channel.name ? former : null;
    // It may have arrived that way, and cannot be asked after: told once more, if at all, by another.
    if (tried?.fate === 'unknown') continue;
    const room = channel.room(services, to);
    const least = channel === mailChannel && room > 0 ? keptBack : 0;
    if (channel === mailChannel && to.email !== '') noteShortage(run, room <= least);
    if (room <= least) continue;
    const key = tried?.key ?? letter.key;
    clock.sending = { key, to: to.name, channel: channel.name, room, at: services.now(), ids: letter.ids };
    run.save();
    try {
      channel.send(services, to, letter.message, key);
    } catch (error) {
      if (channel.wentOut(services, to, room) !== true) {
        reasons.push(`${channel.name}: ${(error as Error).message}`);
        delete clock.sending;
        continue;
      }
    }
    delete clock.troubles[to.name];
    clock.sending.sent = true;
    return clock.sending;
  }
  services.toast(`${to.name}: ${letter.message.subject}`);
  if (former?.fate === 'unknown') return former;
  return later(run, to.name, 0, reasons.join(' ') || 'no channel is open');
}

/** How somebody would be told now, in a few words. */
export function outlook({ services, office, started }: TickRun, to: StaffRow): string {
  if (PANEL_ONLY.test(to.channels)) return 'in the panel only';
  if (quietUntil(to, office.zone, started) !== null) return 'after the quiet hours';
  const open = channelsOf(to).find(
    (channel) => channel.room(services, to) > (channel === mailChannel ? KEPT_BACK.first : 0),
  );
  return open ? `by ${open.name}` : 'in the panel only: no channel is open';
}

/** The channels of somebody in their order; all of them where the cell names none. */
function channelsOf({ channels }: StaffRow): Channel[] {
  const place = ({ name }: Channel) => channels.toLowerCase().indexOf(name);
  const chosen = CHANNELS.filter((channel) => place(channel) >= 0);
  return chosen.length === 0 ? CHANNELS : chosen.sort((a, b) => place(a) - place(b));
}

/** Leaves somebody for later; said once for each reason. */
function later(run: TickRun, name: string, until: number, why: string): null {
  const { clock, services, started } = run;
  const former = clock.troubles[name];
  const times = why === '' ? 0 : (former?.times ?? 0) + 1;
  const next = until || started + RETRY[Math.min(times, RETRY.length) - 1] * MINUTE;
  if (why !== '' && former?.why !== why) logLine(services, 'warning', 'reminders', `${name} could not be told: ${why}`);
  clock.troubles[name] = { why, times, next };
  return null;
}

/** Mail runs short: said once a day. */
function noteShortage({ clock, services, started }: TickRun, isShort: boolean): void {
  if (clock.short < started - DAY) clock.short = 0;
  if (isShort && clock.short === 0)
    logLine(services, 'warning', 'reminders', 'Mail is short today: what is due stays in the panel and in the chats.');
  if (isShort) clock.short ||= started;
}
