import { at, type Calendar, isWorkingDay, nextWorkingDay } from '../followup/calendar';
import type { ClockState, JobName } from './automatic';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Minutes of trigger time a day that Google gives a consumer account. */
export const DAILY_MINUTES = 90;

/** Minutes of the day's trigger time below which a job comes less often: the least important gives way first. */
const RESERVE: Record<JobName, number> = { presses: 25, sync: 15, digest: 0, remind: 0 };

/** How many times rarer a job comes now that so much of the day's trigger time is spent. */
export function stretch(job: JobName, spent: number): number {
  const left = DAILY_MINUTES - spent / MINUTE;
  if (left >= RESERVE[job]) return 1;
  return left >= RESERVE[job] / 2 ? 3 : 12;
}

/** The working hours that `now` falls in, or the next ones. */
export function workingHours(calendar: Calendar, now: number): { opens: number; closes: number } {
  let day = calendar.zone.day(now);
  if (!isWorkingDay(calendar, day) || now >= at(calendar, day, calendar.closes)) day = nextWorkingDay(calendar, day);
  return { opens: at(calendar, day, calendar.opens), closes: at(calendar, day, calendar.closes) };
}

/** Google's ticks come some seconds early or late: a job that is due within these need not wait for a whole minute more. */
const SLACK = MINUTE / 2;

/**
 * When a job that comes every so many minutes is next due: rarer when trigger time runs low, hourly outside working hours,
 * and when they begin. Half a minute before it, so that the tick meant for it takes it, be it a little early.
 */
export function nextTurn(clock: ClockState, job: JobName, now: number, minutes: number): number {
  const pause = minutes * stretch(job, clock.spent) * MINUTE - SLACK;
  return now < clock.opens ? Math.min(now + Math.max(pause, HOUR), clock.opens) : now + pause;
}

/** How long a job that was begun and did not end waits before it is begun again, in milliseconds. */
export function patienceAfter(tries: number): number {
  return [0.5, 1, 3, 10, 30][Math.min(tries, 4)] * MINUTE;
}
