import type { Cell } from '../types';
import { textOf } from '../workbook/codec';
import type { WorkbookPort } from '../workbook/port';
import { type ReadTable, readTable } from '../workbook/read-table';
import type { Table } from '../workbook/table';
import type { Zone } from '../workbook/zone';

/** How a table stands at one moment: enough to tell whether anybody moved its columns or rows. */
export interface Look {
  /** The cells of the header row. */
  header: readonly Cell[];
  /** The column of the ids, row 1 first. */
  ids: string[];
  /** The whole sheet, where reading it costs no more than reading the two. */
  grid: Cell[][] | null;
}

/** Cells whose reading costs about as much as a call: a sheet of no more is read whole. */
const WHOLE = 6000;

/**
 * Looks at the header row and the ids of a table, in one call where it is small and in two where it is not. Null when a
 * column of ours is no longer where it was, or the header row is.
 * @param rows the rows that matter, where not all do: of a few neighbours, only their ids are read
 */
export function lookAt(
  workbook: WorkbookPort,
  table: Table,
  read: ReadTable<unknown>,
  zone: Zone,
  rows: readonly number[] = [],
): Look | null {
  const height = workbook.extent(table.sheet);
  const grid = height * read.positions.size <= WHOLE ? workbook.read(table.sheet) : null;
  const top = grid ?? workbook.readTop(table.sheet, read.headerRow);
  if (!standsAsRead(table, top, read, zone)) return null;
  const position = read.positions.get(table.key) as number;
  const header = top[read.headerRow - 1];
  if (grid) return { header, ids: idsIn(inColumn(grid, position), zone), grid };
  const [from, to] = [Math.min(...rows), Math.max(...rows)];
  if (rows.length > 0 && (to - from + 1) * header.length < height) {
    const near = workbook.readRows(table.sheet, from, to - from + 1);
    return { header, ids: [...new Array(from - 1).fill(''), ...idsIn(inColumn(near, position), zone)], grid: null };
  }
  return { header, ids: idsIn(workbook.readColumn(table.sheet, position), zone), grid: null };
}

const inColumn = (grid: readonly (readonly Cell[])[], position: number) => grid.map((row) => row[position - 1]);

/** Whether the header stands in the same row, and each column of ours in the same place, as when the table was read. */
export function standsAsRead(
  table: Table,
  top: readonly (readonly Cell[])[],
  read: ReadTable<unknown>,
  zone: Zone,
): boolean {
  const { headerRow, positions } = readTable(table, top.slice(0, read.headerRow), zone);
  if (headerRow !== read.headerRow || positions.size !== read.positions.size) return false;
  return [...positions].every(([name, position]) => read.positions.get(name) === position);
}

export const idsIn = (column: readonly Cell[], zone: Zone): string[] =>
  column.map((cell) => textOf(cell ?? '', zone).trim());
