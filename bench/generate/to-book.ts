import type { Sheet } from '../../host';
import { serialOf } from './dates';
import type { TypedCell } from './types';

/** Writes generated cells into a sheet of the host as they would stand in a file: texts as texts, dates as real dates. */
export function writeSheet(sheet: Sheet, rows: readonly (readonly TypedCell[])[], top: number): void {
  sheet.ensureSize(top + rows.length - 1, Math.max(1, ...rows.map((row) => row.length)));
  rows.forEach((cells, index) => {
    const row = sheet.own(top + index);
    cells.forEach((cell, column) => {
      if (typeof cell !== 'object') sheet.set(row, column, cell === '' ? null : cell);
      else if ('date' in cell) sheet.set(row, column, serialOf(cell.date), undefined, 'dd/mm/yyyy');
      else sheet.set(row, column, cell.value, cell.formula);
    });
  });
  sheet.changed('values', {
    row: top,
    column: 1,
    rows: rows.length,
    columns: Math.max(1, ...rows.map((row) => row.length)),
  });
}
