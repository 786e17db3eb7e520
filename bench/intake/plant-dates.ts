import type { Cell } from '../../src/types';
import { LOCALES, type Locale } from './locales';
import type { Chance } from './random';

/** A column of dates in one place's manner, with the wall time that each cell means. */
export interface DateColumn {
  country: string;
  cells: Cell[];
  truth: string[];
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

type Style = (locale: Locale, year: number, month: number, day: number) => string;

function inOrder(locale: Locale, year: string, month: string, day: string): string {
  const parts =
    locale.order === 'DMY' ? [day, month, year] : locale.order === 'MDY' ? [month, day, year] : [year, month, day];
  return parts.join(locale.separator);
}

const STYLES: readonly Style[] = [
  (locale, y, m, d) => inOrder(locale, String(y), two(m), two(d)),
  (locale, y, m, d) => inOrder(locale, String(y), String(m), String(d)),
  (locale, y, m, d) =>
    locale.order === 'YMD' ? `${y}-${two(m)}-${two(d)}` : inOrder(locale, two(y % 100), two(m), two(d)),
  (_, y, m, d) => `${y}-${two(m)}-${two(d)}`,
  (_, y, m, d) => `${y}/${two(m)}/${two(d)}`,
  (_, y, m, d) => `${y}${two(m)}${two(d)}`,
  (locale, y, m, d) => `${d} ${locale.months[m - 1]} ${y}`,
  (locale, y, m, d) => `${d}. ${locale.months[m - 1]} ${y}`,
  (locale, y, m, d) => `${locale.months[m - 1]} ${d}, ${y}`,
  (locale, y, m, d) => `${d} de ${locale.months[m - 1]} de ${y}`,
  (_, y, m, d) => `${two(d)}-${'JanFebMarAprMayJunJulAugSepOctNovDec'.slice(m * 3 - 3, m * 3)}-${two(y % 100)}`,
];

const CLOCKS: readonly ((h: number, m: number) => string)[] = [
  (h, m) => ` ${two(h)}:${two(m)}`,
  (h, m) => ` ${two(h)}:${two(m)}:00`,
  (h, m) => ` ${h % 12 || 12}:${two(m)} ${h < 12 ? 'AM' : 'PM'}`,
  (h, m) => `, ${h % 12 || 12}:${two(m)}${h < 12 ? 'am' : 'pm'}`,
  (h, m) => `T${two(h)}:${two(m)}:00`,
];

function pad(cell: string, chance: Chance): string {
  return chance.happens(0.05) ? `  ${cell} ` : chance.happens(0.03) ? cell.replace(/ /g, '\u00a0') : cell;
}

/** A column of one style; one in eight has times, one in sixteen is of serial numbers, a few cells are dates of the sheet's own. */
export function plantDateColumn(chance: Chance, size: number): DateColumn {
  const locale = chance.pick(LOCALES);
  const style = chance.pick(STYLES);
  const clock = chance.happens(0.125) ? chance.pick(CLOCKS) : null;
  const serial = chance.happens(0.06);
  const column: DateColumn = { country: locale.country, cells: [], truth: [] };
  for (let i = 0; i < size; i++) {
    const year = chance.int(2015, 2027);
    const month = chance.int(1, 12);
    const day = chance.int(1, new Date(Date.UTC(year, month, 0)).getUTCDate());
    const date = `${year}-${two(month)}-${two(day)}`;
    const midnight = Date.UTC(year, month - 1, day);
    const hours = chance.int(0, 23);
    const minutes = chance.int(0, 59);
    if (serial)
      column.cells.push(chance.happens(0.5) ? midnight / 86_400_000 + 25_569 : String(midnight / 86_400_000 + 25_569));
    else if (chance.happens(0.02)) column.cells.push(new Date(midnight));
    else {
      column.cells.push(pad(style(locale, year, month, day) + (clock === null ? '' : clock(hours, minutes)), chance));
      column.truth.push(clock === null ? date : `${date}T${two(hours)}:${two(minutes)}:00`);
      continue;
    }
    column.truth.push(date);
  }
  return column;
}
