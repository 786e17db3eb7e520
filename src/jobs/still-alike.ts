import type { Cell } from '../types';
import { textOf } from '../workbook/codec';
import type { WorkbookPort } from '../workbook/port';
import type { ReadTable } from '../workbook/read-table';
import type { Column, RowOf, Table } from '../workbook/table';
import type { Zone } from '../workbook/zone';

/**
 * Those of some rows that hold in people's cells, and as their id, what they held when the table was read: what somebody has
 * typed since may not go with its row. Costs one call.
 * @param rows neighbours, as they stand now
 */
export function stillAlike<C extends Record<string, Column>>(
  workbook: WorkbookPort,
  table: Table<C>,
  read: ReadTable<RowOf<C>>,
  rows: { row: number; count: number },
  zone: Zone,
): number[] {
  const position = read.positions.get(table.key) as number;
  const ours = new Set(
    [...read.positions].filter(([name]) => table.columns[name].owner === 'system').map(([, place]) => place),
  );
  ours.delete(position);
  const theirs = (cells: readonly Cell[]) =>
    cells
      .map((cell, index) => (ours.has(index + 1) ? '' : textOf(cell, zone).trim()))
      .join('\t')
      .trimEnd();
  const images = new Map(read.rows.map(({ values, cells }) => [String(values[table.key]), theirs(cells ?? [])]));
  return workbook
    .readRows(table.sheet, rows.row, rows.count)
    .flatMap((cells, index) =>
      images.get(textOf(cells[position - 1] ?? '', zone).trim()) === theirs(cells) ? [rows.row + index] : [],
    );
}
