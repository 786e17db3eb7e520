import { CrmError } from '../errors';
import { copiedProperties, ownProperties } from './copy';
import type { PropertyStore, Services } from './ports';

/** The function that the time-driven trigger calls; an entry point of the bundle. */
export const TICK_HANDLER = 'tick';

/** What the clock starts, the most urgent first. */
export const JOB_NAMES = ['presses', 'remind', 'sync', 'digest'] as const;
export type JobName = (typeof JOB_NAMES)[number];

/** A message that is about to be sent. While its mark stands, nobody knows yet whether it went out. */
export interface Sending {
  /** Names the message. */
  key: string;
  /** Whom it goes to, by which channel. */
  to: string;
  channel: string;
  /** What the channel had left before. */
  room: number;
  /** Epoch milliseconds. */
  at: number;
  /** The follow-ups it tells of; empty in a digest. */
  ids: string[];
  /** It went out, as this run knows; a run that is cut off has forgotten it. */
  sent?: boolean;
}

/** Why somebody could not be told, and when it is tried again. */
export interface Trouble {
  why: string;
  times: number;
  next: number;
}

/**
 * Who keeps the clock, what it has done and what comes next. All in one property, so that an idle tick reads once and
 * writes once. Instants are epoch milliseconds.
 */
export interface ClockState {
  /** Id of the trigger that counts; any other stands down by itself. */
  triggerId: string;
  /** Whoever turned it on; `''` when Google does not tell. */
  owner: string;
  /** When it was turned on, and the last tick. */
  since: number;
  last: number;
  /** When each job is next due; at once, where nothing is said. */
  due: Partial<Record<JobName, number>>;
  /** How often in a row a job was begun and did not end. */
  tries: Partial<Record<JobName, number>>;
  /** The working hours of this day, or of the next working day once they are over. */
  opens: number;
  closes: number;
  /** Since when `spent` (milliseconds of trigger time) and `ticks` are counted: Google's day begins with its first call. */
  from: number;
  spent: number;
  ticks: number;
  sending?: Sending;
  /** Reminders that went out and are not written down yet. */
  told: Sending[];
  troubles: Record<string, Trouble>;
  /** Since when mail is short; 0 when it is not. */
  short: number;
  /** The digests that were sent: their day, and to whom. */
  digests: { day: string; to: string[] };
}

const KEY = 'clock';
export const DAY = 24 * 60 * 60_000;

/** Without a tick for so long, the clock has stopped, whoever turned it on. */
export const STOPPED_AFTER = 10 * 60_000;

export function readClock(properties: PropertyStore): ClockState | null {
  const text = properties.get(KEY);
  return text === null ? null : { ...idleClock(0), ...(JSON.parse(text) as ClockState) };
}

export function writeClock(properties: PropertyStore, clock: ClockState): void {
  properties.set(KEY, JSON.stringify(clock));
}

/** A clock that has not ticked yet; also what one of an earlier version lacks. */
function idleClock(now: number): ClockState {
  return {
    triggerId: '',
    owner: '',
    since: now,
    last: 0,
    due: {},
    tries: {},
    opens: 0,
    closes: 0,
    from: now,
    spent: 0,
    ticks: 0,
    told: [],
    troubles: {},
    short: 0,
    digests: { day: '', to: [] },
  };
}

/**
 * In a copy of a workbook nobody keeps the clock yet, whatever its properties say that came along: it goes on in the
 * original, and here it starts off, so that nobody is told of anything twice.
 */
export function noticeCopy(services: Services): void {
  const copied = copiedProperties(services);
  if (!copied) return;
  services.properties.remove(KEY);
  services.properties.setAll(copied);
}

/** Whose clock stands in the way of turning it on here; null when nothing does. */
export function otherOwner(services: Services): { owner: string; stopped: boolean } | null {
  const clock = readClock(services.properties);
  if (!clock || services.triggers.own(TICK_HANDLER).includes(clock.triggerId)) return null;
  return {
    owner: clock.owner || 'another account',
    stopped: services.now() - Math.max(clock.last, clock.since) > STOPPED_AFTER,
  };
}

/**
 * Installs the one trigger, in the name of the person who asks. A trigger that somebody else has installed cannot be seen
 * or removed from here, but stands down at its next tick, since it is not the one that counts any more.
 */
export function turnOn(services: Services): ClockState {
  for (const id of services.triggers.own(TICK_HANDLER)) services.triggers.remove(id);
  const now = services.now();
  const clock: ClockState = {
    ...idleClock(now),
    triggerId: services.triggers.createEachMinute(TICK_HANDLER),
    owner: services.user(),
  };
  services.properties.setAll({ [KEY]: JSON.stringify(clock), ...ownProperties(services) });
  return clock;
}

/**
 * Removes the trigger.
 * @throws CrmError `not-owner` when another account installed it, since Google lets nobody else remove it
 */
export function turnOff(services: Services): void {
  const own = services.triggers.own(TICK_HANDLER);
  const clock = readClock(services.properties);
  if (clock && !own.includes(clock.triggerId)) {
    const owner = clock.owner || 'another account';
    throw new CrmError(
      'not-owner',
      `Automatic updates were turned on by ${owner}.`,
      `Ask ${owner} to turn them off, or turn them on yourself to take over.`,
    );
  }
  for (const id of own) services.triggers.remove(id);
  services.properties.remove(KEY);
}
