import { type CellObject, utils, type WorkSheet, write } from '@e965/xlsx';
import type { Cell, WallTime } from '../../src/types';
import { serialOf } from './dates';
import type { GeneratedSheet, TypedCell } from './types';

const DAY_FORMAT = 'dd/mm/yyyy';
const MINUTE_FORMAT = 'dd/mm/yyyy hh:mm';
const WIDEST = 36;

/** An .xlsx file: dates are date cells, text stays text, columns are as wide as what stands in them. No clock goes into it. */
export function workbookBytes(sheets: readonly GeneratedSheet[]): Buffer {
  const book = utils.book_new();
  for (const { name, rows } of sheets) utils.book_append_sheet(book, worksheet(rows), name);
  return write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true });
}

function worksheet(rows: readonly (readonly TypedCell[])[]): WorkSheet {
  const sheet: WorkSheet = {};
  const width = Math.max(...rows.map((row) => row.length));
  rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (cell !== '') sheet[utils.encode_cell({ r, c })] = cellObject(cell);
    });
  });
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length - 1, c: width - 1 } });
  sheet['!cols'] = Array.from({ length: width }, (_, c) => ({ wch: columnWidth(rows, c) }));
  return sheet;
}

function cellObject(cell: TypedCell): CellObject {
  if (typeof cell === 'string') return { t: 's', v: cell };
  if (typeof cell === 'number') return { t: 'n', v: cell };
  if (typeof cell === 'boolean') return { t: 'b', v: cell };
  if ('formula' in cell) return { t: 'n', v: cell.value, f: cell.formula.slice(1) };
  return { t: 'n', v: serialOf(cell.date), z: cell.date.length > 10 ? MINUTE_FORMAT : DAY_FORMAT };
}

/** In letters: of the longest text, a title in the first column left out, since it runs over its neighbours. */
function columnWidth(rows: readonly (readonly TypedCell[])[], column: number): number {
  const lengths = rows.map((row) => (column === 0 && row[1] === '' ? 0 : lengthOf(row[column])));
  return Math.min(WIDEST, Math.max(8, ...lengths) + 1);
}

function lengthOf(cell: TypedCell): number {
  if (typeof cell !== 'object') return String(cell).length;
  return 'date' in cell ? (cell.date.length > 10 ? MINUTE_FORMAT : DAY_FORMAT).length : 8;
}

/**
 * The same rows as a program reads them from a sheet: formulas as their values, dates as Dates. `dateOf` makes a Date of a
 * wall time; left out, in the zone of this process.
 */
export function valuesOf(
  rows: readonly (readonly TypedCell[])[],
  dateOf: (wall: WallTime) => Date = localDate,
): Cell[][] {
  return rows.map((row) =>
    row.map((cell) => {
      if (typeof cell !== 'object') return cell;
      return 'date' in cell ? dateOf(cell.date) : cell.value;
    }),
  );
}

const localDate = (wall: WallTime) => new Date(wall.length > 10 ? wall : `${wall}T00:00:00`);
