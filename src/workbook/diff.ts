import type { Cell } from '../types';
import { sameValue } from './codec';
import type { ReadTable } from './read-table';
import type { CellValue, Column, RowOf, Table } from './table';

/** What a row should say: `system` always, `initial` (staff's cells) only when the row is new. */
export interface Wanted<R> {
  system: Partial<R>;
  initial?: Partial<R>;
}

/** One cell that differs. */
export interface CellEdit {
  /** 1-based row in the sheet. */
  at: number;
  id: string;
  column: string;
  before: CellValue;
  after: CellValue;
}

/** One new row. */
export interface Insert<R> {
  id: string;
  row: Partial<R>;
  /** What goes into people's own columns, by their place. */
  theirs?: ReadonlyMap<number, Cell>;
}

export interface TableChange<R> {
  /** New rows, in the order in which they will stand, top down. */
  inserts: Insert<R>[];
  /** Headers of people's columns that new rows need, to be put behind the last column. */
  headers?: readonly string[];
  edits: CellEdit[];
  /** Rows that are wanted no more, top down. */
  removes: number[];
  /** Wanted rows that stand in the sheet already, by their row: what unchanged neighbours of an edit are written with. */
  standing: ReadonlyMap<number, Partial<R>>;
  /** What it was compared with, so that it can be compared again. */
  wanted: ReadonlyMap<string, Wanted<R>>;
}

/**
 * Compares what a table should say with what it says.
 * @param others what becomes of rows that nobody wants: they stay, or they go (in sheets that are derived throughout).
 */
export function diffTable<C extends Record<string, Column>>(
  table: Table<C>,
  read: ReadTable<RowOf<C>>,
  wanted: ReadonlyMap<string, Wanted<RowOf<C>>>,
  others: 'stay' | 'go',
  ids: ReadonlyMap<number, string> = new Map(),
): TableChange<RowOf<C>> {
  type R = RowOf<C>;
  const change = { inserts: [], edits: [], removes: [], standing: new Map(), wanted } as unknown as TableChange<R> & {
    standing: Map<number, Partial<R>>;
  };
  const met = new Set<string>();
  for (const { at, values, unread } of read.rows) {
    const id = ids.get(at) ?? String(values[table.key]);
    const target = wanted.get(id);
    if (!target || met.has(id)) {
      if (others === 'go') change.removes.push(at);
      continue;
    }
    met.add(id);
    change.standing.set(at, target.system);
    for (const column of Object.keys(target.system)) {
      const before = values[column] as CellValue;
      const after = target.system[column] as CellValue;
      const differs = unread?.includes(column) || !sameValue(table.columns[column].type, before, after);
      if (read.positions.has(column) && differs) {
        change.edits.push({ at, id, column, before, after });
      }
    }
  }
  for (const [id, target] of wanted) {
    if (!met.has(id)) change.inserts.push({ id, row: { ...target.initial, ...target.system } });
  }
  return change;
}

/** Whether there is anything to write. */
export function isEmpty(change: TableChange<never> | TableChange<unknown>): boolean {
  return change.inserts.length === 0 && change.edits.length === 0 && change.removes.length === 0;
}
