import type { WallTime } from '../types';
import { addDays, weekday, type Zone } from '../workbook/zone';

const MINUTE = 60_000;

/** When people work. Times of day are minutes after midnight on the wall of `zone`. */
export interface Calendar {
  zone: Zone;
  /** 0 is Sunday. */
  workingDays: ReadonlySet<number>;
  opens: number;
  closes: number;
  /** `YYYY-MM-DD` */
  holidays: ReadonlySet<string>;
}

/** Days looked ahead for a working day before giving up: a year of holidays is a mistake in the settings. */
const HORIZON = 400;

export function isWorkingDay(calendar: Calendar, day: WallTime): boolean {
  return calendar.workingDays.has(weekday(day)) && !calendar.holidays.has(day);
}

/** The instant of a time of day; daylight-saving changes are right, since it goes by the wall. */
export function at(calendar: Calendar, day: WallTime, minutes: number): number {
  const whole = Math.floor(minutes / 60);
  const time = `${String(whole).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00`;
  return minutes >= 24 * 60 ? calendar.zone.instant(addDays(day, 1)) : calendar.zone.instant(`${day}T${time}`);
}

/** The first working day after `day`. */
export function nextWorkingDay(calendar: Calendar, day: WallTime): WallTime {
  let next = addDays(day, 1);
  for (let step = 0; step < HORIZON && !isWorkingDay(calendar, next); step++) next = addDays(next, 1);
  return next;
}

/** `start` moved forward by working minutes: nights, free days and holidays do not count. */
export function addWorkingMinutes(calendar: Calendar, start: number, minutes: number): number {
  let left = minutes * MINUTE;
  let day = calendar.zone.day(start);
  let from = start;
  for (let step = 0; step < HORIZON + minutes; step++) {
    if (isWorkingDay(calendar, day)) {
      from = Math.max(from, at(calendar, day, calendar.opens));
      const room = at(calendar, day, calendar.closes) - from;
      if (room > 0 && left <= room) return from + left;
      if (room > 0) left -= room;
    }
    day = addDays(day, 1);
    from = calendar.zone.instant(day);
  }
  return start + minutes * MINUTE;
}

/** The opening of the working day so many after an instant. */
export function addWorkingDays(calendar: Calendar, from: number, days: number): number {
  let day = calendar.zone.day(from);
  for (let step = 0; step < days; step++) day = nextWorkingDay(calendar, day);
  return at(calendar, day, calendar.opens);
}
