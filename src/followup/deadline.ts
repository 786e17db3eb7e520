import type { WallTime } from '../types';
import { addDays } from '../workbook/zone';
import { addWorkingMinutes, at, type Calendar, isWorkingDay, nextWorkingDay } from './calendar';

/** How long after its start contact is due, as written in `sources`. */
export type DueRule =
  | { unit: 'minutes'; count: number }
  | { unit: 'days'; count: number }
  | { unit: 'working days'; count: number };

const HOURS = 60;

/** Reads "5 minutes", "2 hours", "3 days", "2 working days", "next working day", "today"; null when it is none of these. */
export function parseDue(text: string): DueRule | null {
  const plain = text.trim().toLowerCase();
  if (plain === 'next working day') return { unit: 'working days', count: 1 };
  if (plain === 'today' || plain === 'same day') return { unit: 'days', count: 0 };
  const match = /^(\d{1,4})\s*(m|min|mins|minutes?|h|hours?|d|days?|working days?)$/.exec(plain);
  if (!match) return null;
  const count = Number(match[1]);
  if (match[2].startsWith('m')) return { unit: 'minutes', count };
  if (match[2].startsWith('h')) return { unit: 'minutes', count: count * HOURS };
  return match[2].startsWith('w') ? { unit: 'working days', count } : { unit: 'days', count };
}

/** The rule in words. */
export function spellDue(rule: DueRule): string {
  if (rule.unit === 'working days' && rule.count === 1) return 'next working day';
  if (rule.unit === 'days' && rule.count === 0) return 'same day';
  if (rule.unit === 'minutes' && rule.count % HOURS === 0 && rule.count > 0) {
    return rule.count === HOURS ? '1 hour' : `${rule.count / HOURS} hours`;
  }
  return rule.count === 1 ? `1 ${rule.unit.slice(0, -1)}` : `${rule.count} ${rule.unit}`;
}

/**
 * When contact is due. Minutes run in working hours only; days end when the working day does, and a day off moves on to
 * the next working day.
 * @param start an instant, or a mere day
 * @returns the deadline as an instant
 */
export function deadlineOf(rule: DueRule, start: number | WallTime, calendar: Calendar): number {
  if (rule.unit === 'minutes') {
    return addWorkingMinutes(
      calendar,
      typeof start === 'number' ? start : at(calendar, start, calendar.opens),
      rule.count,
    );
  }
  let day = typeof start === 'number' ? calendar.zone.day(start) : start.slice(0, 10);
  if (rule.unit === 'working days') {
    for (let step = 0; step < rule.count; step++) day = nextWorkingDay(calendar, day);
  } else {
    day = addDays(day, rule.count);
    if (!isWorkingDay(calendar, day)) day = nextWorkingDay(calendar, day);
  }
  return at(calendar, day, calendar.closes);
}
