import { HostError } from '../error';
import type { Json } from '../types';
import { contains, overlap, parseA1, type Rect } from '../workbook/a1';
import type { Sheet } from '../workbook/sheet';

/** Where a person points: `'B2'`, or row and column. */
export type Place = [a1: string] | [row: number, column: number];

/** @throws HostError `no-range`, `out-of-bounds` */
export function block(sheet: Sheet, a1: string): Rect {
  const rect = parseA1(a1, sheet.maxRows, sheet.maxColumns);
  if (!rect) throw new HostError('no-range', `"${a1}" is no address.`);
  sheet.assertInside(rect);
  return rect;
}

export function place(sheet: Sheet, at: Place): { row: number; column: number } {
  if (typeof at[0] === 'number') return { row: at[0], column: at[1] as number };
  const rect = parseA1(at[0], sheet.maxRows, sheet.maxColumns);
  if (!rect) throw new HostError('no-range', `"${at[0]}" is no address.`);
  return rect;
}

/** e.value is the text or number itself; a cell that was or became blank has none (guide "Event objects", Edit). */
export function eventValue(sheet: Sheet, rect: Rect): Json | undefined {
  const value = sheet.value(rect.row, rect.column);
  if (value === null || value === '') return undefined;
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

/** @throws HostError `protected` where Sheets would refuse a person's edit */
export function refuseProtected(sheet: Sheet, rect: Rect, user: string): void {
  const blocked = sheet.protections.some(
    (entry) =>
      !entry.warningOnly &&
      entry.editors !== null &&
      user !== sheet.book.owner &&
      !entry.editors.includes(user) &&
      (entry.rect ? overlap(entry.rect, rect) : !entry.unprotected?.some((free) => contains(free, rect))),
  );
  if (blocked)
    throw new HostError(
      'protected',
      'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
    );
}
