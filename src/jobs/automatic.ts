import { CrmError } from '../errors';
import type { PropertyStore, Services } from './ports';

/** The function that the time-driven trigger calls; an entry point of the bundle. */
export const TICK_HANDLER = 'tick';

/** Who keeps the clock, and what it has done. Kept in one property, so that an idle tick reads once and writes once. */
export interface ClockState {
  /** Id of the trigger that counts; any other stands down by itself. */
  triggerId: string;
  /** Whoever turned it on; `''` when Google does not tell. */
  owner: string;
  /** Epoch milliseconds: when it was turned on, the last tick, the next sync. */
  since: number;
  last: number;
  nextSync: number;
  /** Days since 1970 (UTC) that `spent` and `ticks` are counted for: Google's own day is a rolling one. */
  day: number;
  /** Milliseconds of trigger time. */
  spent: number;
  ticks: number;
}

const KEY = 'clock';
export const DAY = 24 * 60 * 60_000;

/** Without a tick for so long, the clock has stopped, whoever turned it on. */
export const STOPPED_AFTER = 10 * 60_000;

export function readClock(properties: PropertyStore): ClockState | null {
  const text = properties.get(KEY);
  return text === null ? null : (JSON.parse(text) as ClockState);
}

export function writeClock(properties: PropertyStore, clock: ClockState): void {
  properties.set(KEY, JSON.stringify(clock));
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
    triggerId: services.triggers.createEachMinute(TICK_HANDLER),
    owner: services.user(),
    since: now,
    last: 0,
    nextSync: now,
    day: Math.floor(now / DAY),
    spent: 0,
    ticks: 0,
  };
  writeClock(services.properties, clock);
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
