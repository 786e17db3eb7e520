import type { WallTime } from '../../src/types';
import type { Form } from './forms';
import type { TypedCell } from './types';

const DAY = 86_400_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** The day `days` after `date` (before, if negative). */
export function addDays(date: WallTime, days: number): WallTime {
  return new Date(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Days since 30 December 1899, as spreadsheets count them; the time of day is the fraction. */
export function serialOf(date: WallTime): number {
  const at = Date.parse(`${date.length > 10 ? date : `${date}T00:00:00`}Z`);
  return (at - Date.UTC(1899, 11, 30)) / DAY;
}

interface Parts {
  year: number;
  month: number;
  day: number;
  /** `9:05`; `''` if only the day is known. */
  time: string;
}

function partsOf(date: WallTime): Parts {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number);
  const time = date.length > 10 ? `${Number(date.slice(11, 13))}:${date.slice(14, 16)}` : '';
  return { year, month, day, time };
}

const two = (value: number) => String(value).padStart(2, '0');

type DateForm = Form<WallTime, WallTime | ''>;

/** A form that says the day only. */
function day(mess: string, share: number, cell: (date: WallTime) => TypedCell): DateForm {
  return { mess, share, write: (date) => ({ cell: cell(date), clean: date.slice(0, 10) }) };
}

/** A form that says the minute too. */
function minute(mess: string, share: number, cell: (date: WallTime) => TypedCell): DateForm {
  return { mess, share, write: (date) => ({ cell: cell(date), clean: date }) };
}

function blank(mess: string, share: number, text: string): DateForm {
  return { mess, share, write: () => ({ cell: text, clean: '' }) };
}

/** A form's text from the parts of the date. */
const said = (text: (parts: Parts) => string) => (date: WallTime) => text(partsOf(date));

const weekday = (date: WallTime) => WEEKDAYS[new Date(date.slice(0, 10)).getUTCDay()];
const longDay = said((p) => `${two(p.day)}/${two(p.month)}/${p.year}`);

/** How the shop writes the day of an order: day before month. */
export const ORDER_DATE_FORMS: readonly DateForm[] = [
  day('', 1, (date) => ({ date: date.slice(0, 10) })),
  day('date-text', 0.2, longDay),
  day(
    'date-two-digit-year',
    0.07,
    said((p) => `${p.day}/${p.month}/${two(p.year % 100)}`),
  ),
  day(
    'date-month-name',
    0.05,
    said((p) => `${p.day} ${MONTHS[p.month - 1]} ${p.year}`),
  ),
  day(
    'date-dots',
    0.04,
    said((p) => `${two(p.day)}.${two(p.month)}.${p.year}`),
  ),
  day('date-iso-text', 0.02, (date) => date.slice(0, 10)),
  day('date-trailing-space', 0.02, (date) => `${longDay(date)} `),
  day('date-serial', 0.008, (date) => serialOf(date.slice(0, 10))),
  day('date-weekday', 0.01, (date) => `${weekday(date)} ${longDay(date)}`),
];

/** How the shop writes when an order is due. */
export const DUE_DATE_FORMS: readonly DateForm[] = [
  blank('', 1, ''),
  day('due-real', 0.35, (date) => ({ date })),
  day('due-text', 0.12, longDay),
  blank('due-words', 0.01, 'asap'),
  blank('due-season', 0.004, 'before Christmas'),
];

/** `2026-10-14T09:32:00` */
export function atMinute(date: WallTime, minutes: number): WallTime {
  return `${date}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00`;
}

/** How the web form, set up by an American agency, writes when a lead came in: month before day. */
export const LEAD_DATE_FORMS: readonly DateForm[] = [
  minute(
    'lead-date-month-first',
    1,
    said((p) => `${p.month}/${p.day}/${p.year} ${p.time}`),
  ),
  minute('', 0.4, (date) => ({ date })),
  day(
    'lead-date-day-only',
    0.08,
    said((p) => `${two(p.month)}/${two(p.day)}/${p.year}`),
  ),
  day(
    'lead-date-month-name',
    0.05,
    said((p) => `${MONTHS[p.month - 1]} ${p.day}, ${p.year}`),
  ),
];

/** How the stand's helpers wrote on which day of the fair they met someone. */
export const FAIR_DATE_FORMS: readonly DateForm[] = [
  day('', 1, (date) => ({ date: date.slice(0, 10) })),
  day(
    'fair-date-month-name',
    0.3,
    said((p) => `${p.day} ${MONTHS[p.month - 1]} ${p.year}`),
  ),
  day(
    'fair-date-dots',
    0.2,
    said((p) => `${p.day}.${p.month}.${two(p.year % 100)}`),
  ),
];
