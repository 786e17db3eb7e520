import { HostError } from '../error';
import type { Rect } from './a1';
import { parseTyped } from './parse';
import type { Row, Value } from './row';
import type { Sheet } from './sheet';
import { changeValidly } from './validate';
import { instantToSerial } from './zone';

/** Google: "more than the maximum of 50000 characters in a single cell". */
export const MAX_CHARS = 50_000;

const isDate = (value: unknown): value is Date => Object.prototype.toString.call(value) === '[object Date]';

/**
 * Writes a block as setValues does: text is read as if typed, null and undefined clear, a Date becomes a serial number in the
 * workbook's zone with a date format where the cell had none, and anything else is written as its text.
 * @throws HostError for more than 50,000 characters in a cell, and for what a drop-down that rejects input refuses
 */
export function writeValues(sheet: Sheet, rect: Rect, values: readonly (readonly unknown[])[], now: number): void {
  changeValidly(sheet, rect, () => fillIn(sheet, rect, values, now));
  sheet.changed('values', rect);
}

function fillIn(sheet: Sheet, rect: Rect, values: readonly (readonly unknown[])[], now: number): void {
  const locale = sheet.book.locale;
  const zone = sheet.book.timeZone;
  const today = instantToSerial(zone, now);
  for (let r = 0; r < rect.rows; r++) {
    const row = sheet.own(rect.row + r);
    const line = values[r];
    for (let c = 0; c < rect.columns; c++) {
      const raw = line[c];
      const index = rect.column - 1 + c;
      if (typeof raw === 'number') {
        if (Number.isFinite(raw)) sheet.set(row, index, raw);
        else sheet.set(row, index, String(raw));
      } else if (typeof raw === 'string') writeText(sheet, row, index, raw, true, locale, today);
      else if (typeof raw === 'boolean') sheet.set(row, index, raw);
      else if (raw === null || raw === undefined) sheet.set(row, index, null);
      else if (isDate(raw)) writeDate(sheet, row, index, raw.getTime(), zone);
      else writeText(sheet, row, index, String(raw), true, locale, today);
    }
  }
}

function writeDate(sheet: Sheet, row: Row, index: number, instant: number, zone: string): void {
  const serial = instantToSerial(zone, instant);
  if (Number.isNaN(serial)) {
    sheet.set(row, index, '#NUM!');
    return;
  }
  const kind = row.styles?.[index]?.kind ?? 'automatic';
  const whole = Math.abs(serial - Math.round(serial)) < 1e-9;
  const format =
    kind === 'date' ? undefined : whole ? sheet.book.locale.dateFormat : `${sheet.book.locale.dateFormat} H:mm:ss`;
  sheet.set(row, index, serial, undefined, format);
}

/**
 * Text as typed into a cell. In a cell with the format plain text (`@`) it stays as it is, but for a leading apostrophe; a script's
 * `=` makes a formula even there (Google: setValue, "if it begins with '=' it is interpreted as a formula"), a person's does not.
 */
export function writeText(
  sheet: Sheet,
  row: Row,
  index: number,
  text: string,
  script: boolean,
  locale = sheet.book.locale,
  today = 0,
): void {
  if (text.length > MAX_CHARS)
    throw new HostError(
      'too-long',
      `Your input contains more than the maximum of ${MAX_CHARS} characters in a single cell.`,
    );
  const plain = row.styles?.[index]?.kind === 'text';
  if (plain && !(script && text.length > 1 && text[0] === '=')) {
    sheet.set(row, index, text === '' ? null : text[0] === "'" ? text.slice(1) : text);
    return;
  }
  const typed = parseTyped(text, locale, today);
  const automatic = (row.styles?.[index]?.kind ?? 'automatic') === 'automatic';
  const dateLost =
    typeof typed.value === 'number' &&
    row.styles?.[index]?.kind === 'date' &&
    typed.format !== undefined &&
    /%|#/.test(typed.format);
  sheet.set(row, index, typed.value as Value, typed.formula, automatic || dateLost ? typed.format : undefined);
}

/** Sets formulas as text; a blank clears. */
export function writeFormulas(sheet: Sheet, rect: Rect, formulas: readonly (readonly (string | null)[])[]): void {
  for (let r = 0; r < rect.rows; r++) {
    const row = sheet.own(rect.row + r);
    for (let c = 0; c < rect.columns; c++) {
      const text = formulas[r][c] ?? '';
      if (text === '') sheet.set(row, rect.column - 1 + c, null);
      else {
        const typed = parseTyped(text[0] === '=' ? text : `=${text}`, sheet.book.locale, 0);
        sheet.set(row, rect.column - 1 + c, typed.value, typed.formula ?? text);
      }
    }
  }
  sheet.changed('values', rect);
}
