import type { Rect } from './a1';
import type { Row, Value } from './row';
import type { Sheet } from './sheet';

export interface SortKey {
  /** Column number on the sheet. */
  column: number;
  ascending: boolean;
}

/** Sheets' order: numbers and dates, then text, then FALSE and TRUE; text without regard to case. */
function rank(value: Value): number {
  if (typeof value === 'number') return 0;
  return typeof value === 'string' ? 1 : 2;
}

function compare(a: Value, b: Value): number {
  const ranks = rank(a) - rank(b);
  if (ranks !== 0) return ranks;
  if (typeof a === 'string' && typeof b === 'string') {
    const [x, y] = [a.toLowerCase(), b.toLowerCase()];
    return x < y ? -1 : x > y ? 1 : 0;
  }
  return Number(a) - Number(b);
}

const blank = (value: Value): boolean => value === null || value === '';

/**
 * Sorts the rows of a block: contents, formats and notes move, the rows themselves (height, hidden) and the validation rules stay.
 * Blanks come last whichever way the sort goes. Rows that are equal keep their order.
 */
export function sortRows(sheet: Sheet, rect: Rect, keys: readonly SortKey[]): void {
  const lifted = sheet.lift(rect);
  const order = lifted.map((_, i) => i);
  const cell = (row: Row, key: SortKey): Value => row.values[key.column - rect.column] ?? null;
  order.sort((i, j) => {
    for (const key of keys) {
      const [a, b] = [cell(lifted[i], key), cell(lifted[j], key)];
      if (blank(a) || blank(b)) {
        if (blank(a) !== blank(b)) return blank(a) ? 1 : -1;
        continue;
      }
      const order = compare(a, b);
      if (order !== 0) return key.ascending ? order : -order;
    }
    return i - j;
  });
  sheet.lay(
    order.map((i) => lifted[i]),
    rect.row,
    rect.column,
    rect.columns,
    ['values', 'formulas', 'styles', 'notes'],
  );
  sheet.changed('values', rect);
}
