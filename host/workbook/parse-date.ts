import type { Locale } from './locale';
import type { Typed } from './parse';
import { wallToSerial } from './zone';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const FULL = /^(january|february|march|april|may|june|july|august|september|october|november|december)$/;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?\s*([ap])?\.?(?:m\.?)?$/i;

/**
 * Reads the dates and times that Sheets recognises when typed: year first (`2026-11-02`, also with `T` and time), the locale's order with
 * `/`, `-` or `.`, without a year (this year), with an English month's name, and times alone (a part of a day).
 * A day that does not exist (`31/12` where the month comes first) is no date: the text stays text.
 */
export function parseDateText(text: string, locale: Locale, todaySerial: number): Typed | null {
  const time = parseTime(text);
  if (time !== null) return { value: time.days, format: time.format };
  const parts = /^(.*?\d|.*?[a-z]{3,}\.?,?)(?:,?\s+|(?<=\d)T)(\d{1,2}:\d{2}.*)$/i.exec(text);
  const clock = parts ? parseTime(parts[2].replace(/Z$/, '')) : null;
  const day = parseDay(parts && clock ? parts[1] : text, locale, todaySerial);
  if (day === null) return null;
  if (parts && !clock) return null;
  if (!clock) return day;
  return {
    value: (day.value as number) + clock.days,
    format: `${locale.order === 'mdy' ? 'M/d/yyyy' : locale.dateFormat} H:mm:ss`,
  };
}

function parseTime(text: string): { days: number; format: string } | null {
  const match = TIME.exec(text);
  if (!match) return null;
  let hour = Number(match[1]);
  const [minute, second, milli] = [Number(match[2]), Number(match[3] ?? 0), Number(match[4] ?? 0)];
  const half = match[5]?.toLowerCase();
  if (minute > 59 || second > 59 || (half ? hour < 1 || hour > 12 : hour > 23)) return null;
  if (half) hour = (hour % 12) + (half === 'p' ? 12 : 0);
  const format = half ? (match[3] ? 'h:mm:ss am/pm' : 'h:mm am/pm') : match[3] ? 'H:mm:ss' : 'H:mm';
  return { days: (hour * 3600 + minute * 60 + second + milli / 1000) / 86_400, format };
}

function parseDay(text: string, locale: Locale, todaySerial: number): Typed | null {
  const thisYear = new Date((todaySerial - 25_569) * 86_400_000).getUTCFullYear();
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (iso) return serial(Number(iso[1]), Number(iso[3]), Number(iso[4]), iso[2] === '-' ? 'yyyy-mm-dd' : 'yyyy/mm/dd');
  const three = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text);
  if (three && allowed(three[2], locale)) {
    const [a, b, year] = [Number(three[1]), Number(three[3]), fullYear(three[4])];
    if (locale.order === 'ymd') return serial(fullYear(three[1]), b, Number(three[4]), locale.dateFormat);
    return locale.order === 'mdy' ? serial(year, a, b, locale.dateFormat) : serial(year, b, a, locale.dateFormat);
  }
  const two = /^(\d{1,2})([-/.])(\d{1,2})$/.exec(text);
  if (two && two[2] !== '.' && allowed(two[2], locale)) {
    const [a, b] = [Number(two[1]), Number(two[3])];
    return locale.order === 'dmy' ? serial(thisYear, b, a, 'dd/mm') : serial(thisYear, a, b, 'M/d');
  }
  return parseNamedDay(text, thisYear);
}

/** `1.2.2026` is a date only where the point is not the decimal mark. */
const allowed = (separator: string, locale: Locale): boolean => separator !== '.' || locale.decimal === ',';

function parseNamedDay(text: string, thisYear: number): Typed | null {
  const first = /^([a-z]{3,9})\.?[\s-]+(\d{1,2})(?:,?[\s-]+(\d{4}|\d{2}))?$/i.exec(text);
  const second = /^(\d{1,2})[\s-]+([a-z]{3,9})\.?(?:,?[\s-]+(\d{4}|\d{2}))?$/i.exec(text);
  const [name, day, year] = first ? [first[1], first[2], first[3]] : second ? [second[2], second[1], second[3]] : [];
  if (!name || !day) return null;
  const lower = name.toLowerCase();
  const month = MONTHS.indexOf(lower.slice(0, 3)) + 1;
  if (month === 0 || !(lower.length === 3 || lower === 'sept' || FULL.test(lower))) return null;
  const format = first ? (year ? 'mmm d, yyyy' : 'mmm d') : year ? 'd mmm yyyy' : 'd mmm';
  return serial(year ? fullYear(year) : thisYear, month, Number(day), format);
}

/** Two digits: 00–29 are this century, 30–99 the last, as in Sheets and Excel. */
function fullYear(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year < 30 ? 2000 + year : 1900 + year;
}

function serial(year: number, month: number, day: number, format: string): Typed | null {
  const wall = Date.UTC(year, month - 1, day);
  const check = new Date(wall);
  if (check.getUTCMonth() !== month - 1 || check.getUTCDate() !== day || year < 1900) return null;
  return { value: Math.round(wallToSerial(wall)), format };
}
