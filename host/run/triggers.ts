import { wallToInstant, zoneOffset } from '../workbook/zone';
import type { Random } from './random';

export type TriggerEvent = 'CLOCK' | 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE' | 'ON_FORM_SUBMIT';

/** When a clock trigger fires; what is not given is Google's default. */
export interface Schedule {
  every?: 'minutes' | 'hours' | 'days' | 'weeks' | 'month';
  count?: number;
  /** 0 Monday … 6 Sunday. */
  weekday?: number;
  monthDay?: number;
  hour?: number;
  /** Minute of the hour; Google picks one at random unless nearMinute is given, and then keeps it. */
  minute?: number;
  /** Once, at this instant. */
  at?: number;
  zone: string;
}

/** An installed trigger; it runs as its owner. */
export interface Trigger {
  id: string;
  handler: string;
  event: TriggerEvent;
  owner: string;
  schedule?: Schedule;
  /** The next instant at which a clock trigger fires; undefined once a one-shot has fired. */
  nextAt?: number;
  disabled?: boolean;
}

const DAY = 86_400_000;

/** Fixes what Google leaves to chance, once, so that a "9 AM" trigger fires at the same minute every day. */
export function settle(schedule: Schedule, random: Random): Schedule {
  if (schedule.at !== undefined || schedule.every === 'minutes') return schedule;
  const minute =
    schedule.minute === undefined
      ? random.below(60)
      : Math.min(59, Math.max(0, schedule.minute + random.below(31) - 15));
  const hour = schedule.hour ?? (schedule.every === 'hours' ? undefined : random.below(24));
  return { ...schedule, minute, hour };
}

/** The first instant after `after` at which a settled schedule fires; undefined for a one-shot that is over. */
export function nextFire(schedule: Schedule, after: number): number | undefined {
  if (schedule.at !== undefined) return schedule.at > after ? schedule.at : undefined;
  const count = schedule.count ?? 1;
  if (schedule.every === 'minutes') return after + count * 60_000;
  if (schedule.every === 'hours') {
    const next = after - (after % 3_600_000) + (schedule.minute ?? 0) * 60_000;
    return (next <= after ? next + 3_600_000 : next) + (count - 1) * 3_600_000;
  }
  const today = after + zoneOffset(schedule.zone, after);
  const midnight = today - (today % DAY);
  for (let day = 0; day <= 62; day++) {
    const wall = midnight + day * DAY + (schedule.hour ?? 0) * 3_600_000 + (schedule.minute ?? 0) * 60_000;
    const fire = wallToInstant(schedule.zone, wall);
    if (fire > after && fits(schedule, new Date(wall)))
      return fire + (count - 1) * (schedule.every === 'weeks' ? 7 * DAY : DAY);
  }
  return undefined;
}

function fits(schedule: Schedule, wall: Date): boolean {
  if (schedule.every === 'weeks')
    return schedule.weekday === undefined || (wall.getUTCDay() + 6) % 7 === schedule.weekday;
  if (schedule.every === 'month') return wall.getUTCDate() === (schedule.monthDay ?? 1);
  return true;
}

/** The fields of a time-driven event (guide "Event objects", Time-driven events). */
export function clockEvent(instant: number, zone: string): Record<string, number | string> {
  const wall = new Date(instant + zoneOffset(zone, instant));
  const dayOfYear = Math.floor((wall.getTime() - Date.UTC(wall.getUTCFullYear(), 0, 1)) / DAY);
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    'day-of-month': wall.getUTCDate(),
    'day-of-week': ((wall.getUTCDay() + 6) % 7) + 1,
    'week-of-year': Math.floor(dayOfYear / 7) + 1,
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
    timezone: zone,
  };
}
