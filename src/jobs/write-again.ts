import { isTransient } from '../errors';
import type { Cell } from '../types';
import type { TableChange } from '../workbook/diff';
import type { WorkbookPort } from '../workbook/port';
import { type ReadTable, readTable } from '../workbook/read-table';
import type { Column, RowOf, Table } from '../workbook/table';
import type { TableWriter, WrittenBlock } from '../workbook/write-table';
import type { Zone } from '../workbook/zone';
import { type Look, lookAt, standsAsRead } from './look';
import { blanksOnTop, sameIds, unmoved } from './pass-rows';

/** Whatever writing a table takes. */
export interface Desk {
  workbook: WorkbookPort;
  zone: Zone;
  writer: TableWriter;
}

/**
 * Writes cells; once more where that failed in passing and every row stands where it stood: then each cell lands where it
 * may have landed already. Otherwise the failure is thrown, and the next run reads everything.
 * @param rows the rows that were looked at, where not all were
 */
export function editRows<C extends Record<string, Column>>(
  { workbook, zone, writer }: Desk,
  table: Table<C>,
  read: ReadTable<RowOf<C>>,
  change: TableChange<RowOf<C>>,
  look: Look,
  rows: readonly number[],
): WrittenBlock[] {
  const write = () => writer.edit(table, read, change, unmoved(table, read, look.ids, zone));
  const { cells } = writer.written;
  try {
    return write();
  } catch (error) {
    const givesIds = change.edits.some(({ column }) => column === table.key);
    const now = isTransient(error) && !givesIds ? lookAt(workbook, table as unknown as Table, read, zone, rows) : null;
    if (!now || !sameIds(look.ids, now.ids)) throw error;
    writer.written.cells = cells;
    return write();
  }
}

/**
 * Puts in rows; once more where that failed in passing, into the blank rows that it has made or into new ones. Where it is
 * not plain what became of the first attempt, the failure is thrown.
 */
export function insertRows<C extends Record<string, Column>>(
  desk: Desk,
  table: Table<C>,
  read: ReadTable<RowOf<C>>,
  rows: Partial<RowOf<C>>[],
  reuse: number,
  theirs?: (row: Partial<RowOf<C>>) => ReadonlyMap<number, Cell> | undefined,
): Cell[][] {
  const height = desk.workbook.extent(table.sheet);
  const write = (blanks: number) => desk.writer.insert(table, read, rows, blanks, theirs);
  try {
    return write(reuse);
  } catch (error) {
    const made = isTransient(error) ? madeSince(desk, table, read, rows, height) : null;
    if (made !== 0 && made !== rows.length - reuse) throw error;
    return write(reuse + made);
  }
}

/** How many blank rows on top an insertion that failed has left; null when anything else has changed. */
function madeSince<C extends Record<string, Column>>(
  { workbook, zone }: Desk,
  table: Table<C>,
  read: ReadTable<RowOf<C>>,
  rows: readonly Partial<RowOf<C>>[],
  height: number,
): number | null {
  // A row that stood blank there before gives its look to new ones, which the first attempt may not have mended.
  if (blanksOnTop(read) > 0) return null;
  const top = workbook.readTop(table.sheet, read.headerRow + rows.length);
  if (!standsAsRead(table as unknown as Table, top, read, zone)) return null;
  const now = readTable(table, top, zone);
  const fresh = new Set(rows.map((row) => String(row[table.key])));
  if (now.rows.some(({ values }) => fresh.has(String(values[table.key])))) return null;
  const made = workbook.extent(table.sheet) - height;
  return made === 0 || blanksOnTop(now) === made ? made : null;
}
