import type { WallTime } from '../types';

const DAY = 86_400_000;
/** Serial 0 of Sheets (and of Excel from 1 March 1900 on): 30 December 1899. */
const SERIAL_ZERO = Date.UTC(1899, 11, 30);

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** Whether the calendar has this day (proleptic Gregorian, years 1000 to 9999). */
export function isDay(year: number, month: number, day: number): boolean {
  if (!(year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1)) return false;
  return day <= 28 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** `YYYY-MM-DD`. */
export function dayText(year: number, month: number, day: number): WallTime {
  return `${year}-${two(month)}-${two(day)}`;
}

/** `THH:mm:ss`; `''` for midnight sharp without seconds asked for. */
export function clockText(hours: number, minutes: number, seconds: number): string {
  return `T${two(hours)}:${two(minutes)}:${two(seconds)}`;
}

/** The wall time of a spreadsheet serial; its fraction is the time of day, to the second. */
export function fromSerial(serial: number): WallTime {
  const moment = new Date(SERIAL_ZERO + Math.round(serial * 86_400) * 1000);
  const day = dayText(moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate());
  const clock = clockText(moment.getUTCHours(), moment.getUTCMinutes(), moment.getUTCSeconds());
  return clock === 'T00:00:00' ? day : day + clock;
}

/** The day that lies `days` after a day. */
export function addDays(day: WallTime, days: number): WallTime {
  const moment = new Date(
    Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) + days * DAY,
  );
  return dayText(moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate());
}

/** Day of the week, 0 for Sunday. */
export function weekday(day: WallTime): number {
  return new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)))).getUTCDay();
}
