import type { Cell } from '../types';
import { textOf } from '../workbook/codec';
import type { WorkbookPort } from '../workbook/port';
import { type ReadTable, readTable } from '../workbook/read-table';
import type { Table } from '../workbook/table';
import type { Zone } from '../workbook/zone';
import { joined } from './marks';

/** Somebody moved columns or the header while a job was at work: it has to look again. */
export class Moved extends Error {}

/** How a table stands at one moment: enough to tell whether anybody moved its columns or rows. */
export interface Look {
  /** The cells of the header row. */
  header: readonly Cell[];
  /** The column of the ids, row 1 first. */
  ids: string[];
  /** The whole sheet, where reading it costs no more than reading the two. */
  grid: Cell[][] | null;
}

/** Cells whose reading costs about as much as a call. */
export const CELLS_OF_A_CALL = 3000;

/** So many rows are looked at by themselves, without the ids of all others. */
const NEARBY = 50;

/** Looking at the header and the ids takes two calls: a sheet of no more cells is read whole. */
const WHOLE = 2 * CELLS_OF_A_CALL;

/**
 * Looks at the header row and the ids of a table, in one call where it is small and in two where it is not. Null when a
 * column of ours is no longer where it was, or the header row is.
 * @param rows the rows that matter, where not all do: of a few, only their ids are read
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
  const spans = joined(
    rows.map((row) => [row, row]),
    CELLS_OF_A_CALL / header.length,
    rows.length,
  );
  const cells = spans.reduce((sum, [from, to]) => sum + (to - from + 1) * header.length, 0);
  if (spans.length === 0 || cells + (spans.length - 1) * CELLS_OF_A_CALL > height)
    return { header, ids: idsIn(workbook.readColumn(table.sheet, position), zone), grid: null };
  const ids: string[] = [];
  for (const [from, to] of spans) {
    while (ids.length < from - 1) ids.push('');
    ids.push(...idsIn(inColumn(workbook.readRows(table.sheet, from, to - from + 1), position), zone));
  }
  return { header, ids, grid: null };
}

/** As {@link lookAt}. @throws Moved when a column or the header is no longer where it was */
export function mustLook(...given: Parameters<typeof lookAt>): Look {
  const look = lookAt(...given);
  if (!look) throw new Moved(`Columns of “${given[1].sheet}” were moved.`);
  return look;
}

/**
 * How the rows that were read stand, where those are a few neighbours of a large table and stand as they were; else null.
 * @param before the ids by row
 * @throws Moved when a column or the header is no longer where it was
 */
export function lookNearby(
  workbook: WorkbookPort,
  table: Table,
  read: ReadTable<unknown>,
  zone: Zone,
  before: ReadonlyMap<number, string>,
): Look | null {
  if (before.size === 0 || before.size > NEARBY) return null;
  const look = mustLook(workbook, table, read, zone, [...before.keys()]);
  return [...before].every(([at, id]) => look.ids[at - 1] === id) ? look : null;
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
