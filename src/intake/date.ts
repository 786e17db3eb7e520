import type { WallTime } from '../types';
import { addDays, clockText, dayText, fromSerial, isDay, weekday } from './calendar';
import { type Clock, splitClock } from './date-clock';
import type { DayOrder } from './date-order';
import { type DateParts, dateParts } from './date-parts';
import { doubt, type Flaw, type Reading, read } from './reading';
import { fold, plain, saysNothing } from './text';

/** What is known about a column before one of its cells is read. */
export interface DateContext {
  order: DayOrder;
  /** Whether an open cell (both numbers up to 12) may be read by `order` without a mark. */
  certain: boolean;
  today: WallTime;
  /** A birth date lies in the past; any other date lies near today. */
  birth: boolean;
  wall: (date: Date) => WallTime;
}

const NOTHING: Reading<WallTime> = read('');
const REMEDY = 'Write the date as YYYY-MM-DD.';
const UNREADABLE = doubt('date-unreadable', 'This is no date that can be read.', REMEDY);
const NO_SUCH_DAY = doubt('date-no-such-day', 'The calendar has no such day.', REMEDY);
const SLIP = doubt(
  'date-1900',
  'The cell shows a day of the year 1900 or before, which is what a sheet makes of a small number or a bare time.',
  REMEDY,
);

/** The year that two digits mean: within 50 years before and 49 after today; for births always in the past. */
export function fullYear(year: number, digits: number, today: WallTime, birth: boolean): number {
  if (digits === 4) return year;
  const now = Number(today.slice(0, 4));
  let full = now - (now % 100) + year;
  if (birth) return full > now ? full - 100 : full;
  if (full > now + 49) full -= 100;
  else if (full <= now - 51) full += 100;
  return full;
}

interface Day {
  text: WallTime;
  flaw: Flaw | null;
  did: string;
}

function fail(flaw: Flaw): Day {
  return { text: '', flaw, did: '' };
}

function day(year: number, month: number, date: number, did: string, flaw: Flaw | null = null): Day {
  return isDay(year, month, date) ? { text: dayText(year, month, date), flaw, did } : fail(NO_SUCH_DAY);
}

function ambiguous(dmy: WallTime, mdy: WallTime): Flaw {
  return doubt('date-ambiguous', `The date may be ${dmy} or ${mdy}; the column does not settle which.`, REMEDY);
}

function openDay(parts: DateParts, context: DateContext): Day {
  const { first, second } = parts;
  const year = fullYear(parts.year, parts.yearDigits, context.today, context.birth);
  if (context.order === 'YMD' && parts.yearDigits === 2) {
    return day(
      fullYear(first, 2, context.today, context.birth),
      second,
      parts.year,
      'read year first',
      context.certain ? null : ambiguous(dayText(year, second, first), dayText(year, first, second)),
    );
  }
  if (first > 31 && parts.yearDigits === 2)
    return day(fullYear(first, 2, context.today, context.birth), second, parts.year, 'read year first');
  if (first > 12) return day(year, second, first, 'read day first');
  if (second > 12) return day(year, first, second, 'read month first');
  if (first === second) return day(year, first, second, '');
  const doubtful = ambiguous(dayText(year, second, first), dayText(year, first, second));
  if (context.order === '' || context.order === 'YMD') return fail(doubtful);
  const flaw = context.certain ? null : doubtful;
  return context.order === 'DMY'
    ? day(year, second, first, 'read day first', flaw)
    : day(year, first, second, 'read month first', flaw);
}

function dayOf(parts: DateParts, context: DateContext): Day {
  if (parts.kind === 'dm') return openDay(parts, context);
  const year = fullYear(parts.year, parts.yearDigits, context.today, context.birth);
  return day(year, parts.first, parts.second, '');
}

const RELATIVE = new Map<string, number>();
for (const [words, days] of [
  ["today|hoy|hoje|aujourd'hui|aujourd’hui|heute|oggi|aaj|hari ini", 0],
  ['yesterday|ayer|ontem|hier|gestern|ieri|kemarin', -1],
  ['tomorrow|manana|amanha|demain|morgen|domani|besok', 1],
  ['day before yesterday|anteayer|anteontem|avant-hier|vorgestern', -2],
  ['day after tomorrow|pasado manana|ubermorgen|dopodomani|lusa', 2],
] as const) {
  for (const word of words.split('|')) RELATIVE.set(word, days);
}
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

function relative(text: string, today: WallTime): WallTime {
  const word = fold(text);
  const days = RELATIVE.get(word);
  if (days !== undefined) return addDays(today.slice(0, 10), days);
  const ago = /^(\d{1,3}) (day|week)s? ago$/.exec(word);
  if (ago !== null) return addDays(today.slice(0, 10), -Number(ago[1]) * (ago[2] === 'week' ? 7 : 1));
  const last = /^last (\w+day)$/.exec(word);
  const index = last === null ? -1 : WEEKDAYS.indexOf(last[1]);
  if (index < 0) return '';
  const back = (weekday(today.slice(0, 10)) - index + 7) % 7 || 7;
  return addDays(today.slice(0, 10), -back);
}

/** Years that an order or a lead cannot have, and a person cannot be born in, but a slip of the finger makes. */
function farFlaw(date: WallTime, context: DateContext): Flaw | null {
  const year = Number(date.slice(0, 4));
  const now = Number(context.today.slice(0, 4));
  if (date < '1901') return SLIP;
  if (context.birth)
    return year > now || date > context.today
      ? doubt('date-far', 'A date of birth can’t lie in the future.', REMEDY)
      : null;
  return year > now + 20 || year < now - 60 ? doubt('date-far', `The year ${year} is far from today.`, REMEDY) : null;
}

function withClock(date: Day, clock: Clock, context: DateContext): Reading<WallTime> {
  if (date.text === '') return read('', '', date.flaw === null ? [] : [date.flaw]);
  const far = farFlaw(date.text, context);
  const flaws = [date.flaw, far].filter((flaw): flaw is Flaw => flaw !== null);
  if (far === SLIP) return read('', '', flaws);
  if (!clock.has) return read(date.text, date.did, flaws);
  if (clock.zone !== null) {
    const [year, month, dayOfMonth] = date.text.split('-').map(Number);
    const instant = Date.UTC(year, month - 1, dayOfMonth, clock.hours, clock.minutes - clock.zone, clock.seconds);
    return read(context.wall(new Date(instant)), 'moved into the sheet’s zone', flaws);
  }
  const text = clock.hours === 24 ? addDays(date.text, 1) : date.text;
  return read(text + clockText(clock.hours % 24, clock.minutes, clock.seconds), date.did, flaws);
}

/** Days that only stand for "none": 00/00/0000, 1/0/1900, 30/12/1899. */
const ZERO_DAY =
  /^(?:0{1,2}[-/.]0{1,2}[-/.]0{2,4}|0{4}[-/.]0{2}[-/.]0{2}|(?:0?1[-/.]0?0|0?0[-/.]0?1)[-/.](?:19)?00|1899-12-30|30[-/.]12[-/.]1899|12[-/.]30[-/.]1899)(?:[ T]0?0:00(?::00)?)?$/;

/** A serial number as spreadsheets store dates: 1 May 1927 to 2119; smaller ones are Excel's 1900 slip or no dates at all. */
export function readSerial(serial: number): Reading<WallTime> {
  if (serial === 0) return NOTHING;
  if (serial >= 10_000 && serial < 80_000) return read(fromSerial(serial), 'serial number read as a date');
  return read('', '', [serial > 0 && serial < 400 ? SLIP : UNREADABLE]);
}

/** The wall time of a Date cell. The sheet's own zero day is nothing; days before 1901 are a bare time or a slip. */
export function readDateCell(date: Date, wall: (date: Date) => WallTime): Reading<WallTime> {
  if (Number.isNaN(date.getTime())) return read('', '', [UNREADABLE]);
  const text = wall(date);
  const bare = text.endsWith('T00:00:00') ? text.slice(0, 10) : text;
  if (bare === '1899-12-30') return NOTHING;
  return bare < '1901' ? read('', '', [SLIP]) : read(bare);
}

/** Date from text: ISO, numbers in the column's order, month names in the languages of intake, serials, "yesterday", times and zones. */
export function readDate(cell: string, context: DateContext): Reading<WallTime> {
  const text = plain(cell);
  if (saysNothing(text) || ZERO_DAY.test(text)) return NOTHING;
  if (text.length > 80) return read('', '', [UNREADABLE]);
  if (/^\d{5}(?:\.\d+)?$/.test(text)) return readSerial(Number(text));
  if (/^\d{10}(?:\d{3})?$/.test(text)) return fromEpoch(text, context);
  const clock = splitClock(text);
  const parts = dateParts(clock.has ? clock.rest : text);
  if (parts !== null) return withClock(dayOf(parts, context), clock, context);
  const named = relative(clock.has ? clock.rest : text, context.today);
  if (named !== '')
    return withClock({ text: named, flaw: null, did: `counted from ${context.today.slice(0, 10)}` }, clock, context);
  return read('', '', [UNREADABLE]);
}

function fromEpoch(text: string, context: DateContext): Reading<WallTime> {
  const ms = Number(text) * (text.length === 10 ? 1000 : 1);
  if (ms < 631_152_000_000 || ms > 4_102_444_800_000) return read('', '', [UNREADABLE]);
  return read(context.wall(new Date(ms)), 'seconds since 1970 read as a date');
}
