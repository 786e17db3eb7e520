import type { WallTime } from '../types';
import type { FollowUp } from '../workbook/tables/followed-up';
import { at, type Calendar, isWorkingDay, nextWorkingDay } from './calendar';

const MINUTE = 60_000;

/** How fast people were: of attempts, or of contacts. Minutes are working minutes. */
export interface ResponseFigures {
  count: number;
  /** Null when there are none. */
  median: number | null;
  p90: number | null;
  /** Share that was within the deadline, 0 to 1; null when there are none. */
  inTime: number | null;
}

export type Timed = Pick<FollowUp, 'opened' | 'deadline' | 'contactedAt' | 'triedAt'>;

/** Working minutes from one instant to a later one. */
export function workingMinutes(calendar: Calendar, from: number, to: number): number {
  let minutes = 0;
  for (
    let day: WallTime = calendar.zone.day(from);
    calendar.zone.instant(day) < to;
    day = nextWorkingDay(calendar, day)
  ) {
    if (!isWorkingDay(calendar, day)) continue;
    const start = Math.max(from, at(calendar, day, calendar.opens));
    const end = Math.min(to, at(calendar, day, calendar.closes));
    minutes += Math.max(0, end - start) / MINUTE;
  }
  return minutes;
}

/** When somebody first tried, as far as the row knows: it holds the last try and the contact. */
export function attemptOf({ contactedAt, triedAt }: Timed): number | null {
  return contactedAt === null || triedAt === null ? (contactedAt ?? triedAt) : Math.min(contactedAt, triedAt);
}

/** Of the answers that fell into [from, to): how long they took since the follow-up was opened. */
export function responseFigures<R extends Timed>(
  rows: readonly R[],
  answer: (row: R) => number | null,
  calendar: Calendar,
  from: number,
  to: number,
): ResponseFigures {
  const taken: number[] = [];
  let inTime = 0;
  for (const row of rows) {
    const answered = answer(row);
    if (answered === null || answered < from || answered >= to || row.opened === null) continue;
    taken.push(workingMinutes(calendar, row.opened, answered));
    if (row.deadline === null || answered <= row.deadline) inTime++;
  }
  taken.sort((a, b) => a - b);
  // Nearest rank: https://en.wikipedia.org/wiki/Percentile#The_nearest-rank_method
  const rank = (share: number) => (taken.length === 0 ? null : taken[Math.ceil(share * taken.length) - 1]);
  return {
    count: taken.length,
    median: rank(0.5),
    p90: rank(0.9),
    inTime: taken.length === 0 ? null : inTime / taken.length,
  };
}
