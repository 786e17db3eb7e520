import * as XLSX from '@e965/xlsx';
import type { Locale } from './locale';
import type { Value } from './row';
import type { Style } from './style';

/**
 * The text a cell shows (Google: getDisplayValues "takes into account date, time and currency formatting … by the locale").
 * Patterns are drawn by SheetJS's formatter, which knows the same pattern language as Sheets but for details.
 */
export function displayText(value: Value, style: Style | undefined, locale: Locale): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  const format = style?.format ?? '';
  const kind = style?.kind ?? 'automatic';
  if (kind === 'automatic' || kind === 'text') return generalText(value, locale);
  const drawn = draw(format, value);
  return locale.decimal === ',' && kind === 'number' ? swapMarks(drawn) : drawn;
}

/** Automatic format: whole numbers in full up to 15 digits, others to ten significant digits. */
export function generalText(value: number, locale: Locale): string {
  const size = Math.abs(value);
  let text: string;
  if (size >= 1e15 || (size > 0 && size < 1e-9))
    text = value
      .toExponential(5)
      .replace(/\.?0+e/, 'e')
      .replace(/e([+-])(\d)$/, 'e$10$2')
      .toUpperCase();
  else text = String(Number.isInteger(value) ? value : Number(value.toPrecision(10)));
  return locale.decimal === ',' ? text.replace('.', ',') : text;
}

const prepared = new Map<string, string>();

function draw(format: string, value: number): string {
  let pattern = prepared.get(format);
  if (pattern === undefined) {
    // SheetJS knows currencies as [$€-2] and AM/PM in capitals only.
    pattern = format.replace(/\[\$([^\]-]+)\]/g, '"$1"').replace(/am\/pm|a\/p/g, (half) => half.toUpperCase());
    prepared.set(format, pattern);
  }
  try {
    return XLSX.SSF.format(pattern, value).trim();
  } catch {
    return String(value);
  }
}

const swapMarks = (text: string): string => text.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
