import { currentLocale, hasFormats, t, warm } from './texts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** What is due within this time stands under “now”, as on the server. */
export const NOW = 15 * MINUTE;

export type Urgency = 'late' | 'soon' | 'calm';

let zone = 'UTC';

/** Times are told in the zone of the workbook. */
export function setZone(name: string): void {
  zone = name;
}

const DAY_FORMAT = ['en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' }] as const;
const formats = new Map<string, Intl.DateTimeFormat>();

/** A format is costly to make and cheap to use. */
function format(locale: string, options: Intl.DateTimeFormatOptions, timeZone = zone): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${JSON.stringify(options)}`;
  let known = formats.get(key);
  if (!known) {
    known = made(locale, { ...options, timeZone });
    formats.set(key, known);
  }
  return known;
}

/** In a zone that this browser does not know, times are told in UTC. */
function made(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale, options);
  } catch {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  }
}

/** The day of an instant in the workbook's zone, as `YYYY-MM-DD`. */
export function dayOf(time: number): string {
  return format(...DAY_FORMAT).format(time);
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

/** The instant at which a day has run for so many minutes in the workbook's zone. */
export function instantOf(day: string, minutes: number): number {
  const wall = Date.parse(day) + minutes * MINUTE;
  const shown = (time: number): number => {
    const parts = format('en-US', {
      hourCycle: 'h23',
      ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' },
    }).formatToParts(time);
    const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0);
    return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  };
  const first = wall - (shown(wall) - wall);
  return first - (shown(first) - wall);
}

export const spellTime = (time: number): string =>
  format(currentLocale(), { hour: 'numeric', minute: '2-digit' }).format(time);

export const spellDay = (day: string): string =>
  format(currentLocale(), { weekday: 'short', day: 'numeric', month: 'short' }, 'UTC').format(Date.parse(day));

/** A day as the sheet writes it (`2026-10-02`, with a time or without), as the person writes it; anything else as it stands. */
export function spellWritten(text: string): string {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d))?$/.exec(text) ?? [];
  const wall = Date.parse(`${day}T${time ?? '00:00'}Z`);
  if (Number.isNaN(wall)) return text;
  const clock: Intl.DateTimeFormatOptions = time ? { hour: 'numeric', minute: '2-digit' } : {};
  return format(currentLocale(), { day: 'numeric', month: 'short', year: 'numeric', ...clock }, 'UTC').format(wall);
}

/** A moment: the time alone when it is today. */
export function spellMoment(time: number, now: number): string {
  const day = dayOf(time);
  if (day === dayOf(now)) return spellTime(time);
  const isNear = Math.abs(time - now) < 6 * DAY;
  const options: Intl.DateTimeFormatOptions = isNear
    ? { weekday: 'short', hour: 'numeric', minute: '2-digit' }
    : { day: 'numeric', month: 'short', ...(day.slice(0, 4) !== dayOf(now).slice(0, 4) && { year: '2-digit' }) };
  return format(currentLocale(), options).format(time);
}

const numbers = new Map<string, Intl.NumberFormat>();

function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${currentLocale()} ${JSON.stringify(options)}`;
  let known = numbers.get(key);
  if (!known) {
    known = new Intl.NumberFormat(currentLocale(), options);
    numbers.set(key, known);
  }
  return known;
}

/** A span in its largest unit: “18 min”, “3 hr”; narrow “18m”. */
export function spellSpan(span: number, unitDisplay: 'short' | 'narrow' = 'short'): string {
  const [unit, size] =
    span < MINUTE
      ? ['second', 1000]
      : span < HOUR
        ? ['minute', MINUTE]
        : span < 2 * DAY
          ? ['hour', HOUR]
          : ['day', DAY];
  return numberFormat({ style: 'unit', unit: unit as string, unitDisplay }).format(Math.floor(span / (size as number)));
}

/** How a due time reads at a glance: “18 min late”, a countdown within the hour, else the time or the day. */
export function spellDue(due: number, now: number): { text: string; urgency: Urgency } {
  const left = due - now;
  const isWarm = hasFormats();
  if (left < 0) return { text: isWarm ? t('lateBy', { span: spellSpan(-left) }) : '', urgency: 'late' };
  if (left >= HOUR) return { text: isWarm ? spellMoment(due, now) : '', urgency: 'calm' };
  const seconds = Math.floor(left / 1000);
  return { text: `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`, urgency: 'soon' };
}

export function spellMoney(amount: number, currency: string, short = false): string {
  const options: Intl.NumberFormatOptions = short ? { notation: 'compact' } : {};
  try {
    return numberFormat({ ...options, style: 'currency', currency }).format(amount);
  } catch {
    return `${currency} ${numberFormat(options).format(amount)}`.trim();
  }
}

/** Calling codes of one and two digits; all others have three (ITU-T E.164, list of assigned country codes). */
const CALLING_CODE = /^\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(\d{4,})$/;

/** An international number in groups that can be read out; anything else stays as it is. */
export function spellPhone(phone: string): string {
  const [, code, rest] = CALLING_CODE.exec(phone) ?? [];
  if (!rest) return phone;
  const odd = rest.length % 3 === 2 ? 2 : 0;
  const groups = rest.slice(odd).replace(/(\d{3})(?=\d{3})/g, '$1 ');
  return `+${code} ${odd > 0 ? `${rest.slice(0, odd)} ` : ''}${groups}`;
}

/** Makes the formats that a list needs; see {@link hasFormats}. */
export function warmFormats(): void {
  warm();
  spellMoment(0, 0);
  spellSpan(MINUTE);
  spellMoney(0, 'EUR');
}
