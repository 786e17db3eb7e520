import { textOf } from '../workbook/codec';
import type { TableChange } from '../workbook/diff';
import { isEmpty } from '../workbook/diff';
import { type ReadTable, readTable } from '../workbook/read-table';
import type { Column, RowOf, Table } from '../workbook/table';
import { TableWriter, type Written } from '../workbook/write-table';
import type { Zone } from '../workbook/zone';
import type { Services } from './ports';

/** Somebody moved columns or the header while a job was at work: it has to look again. */
export class Moved extends Error {}

/** Rows that go into one batch: small enough to stop in time between two, large enough to be cheap. */
const BATCH = 2000;

/** Rows looked through for the header: as many as `readTable` does. */
const TOP = 10;

/** One pass of writing: keeps to the time, knows what a killed run left, and looks where rows stand before it writes. */
export class Pass {
  /** False once something had to be left to the next run. */
  finished = true;
  private readonly writer: TableWriter;

  constructor(
    private readonly services: Services,
    private readonly zone: Zone,
    private readonly recovering: boolean,
    private readonly until: number,
  ) {
    this.writer = new TableWriter(services.workbook, zone);
  }

  get written(): Written {
    return this.writer.written;
  }

  /** The header of a log and its newest rows. */
  readTop<C extends Record<string, Column>>(table: Table<C>, rows: number): ReadTable<RowOf<C>> {
    return readTable(table, this.services.workbook.readTop(table.sheet, TOP + rows), this.zone);
  }

  /** Writes what differs in a table: cells first, since new rows on top move the others. */
  table<C extends Record<string, Column>>(
    table: Table<C>,
    read: ReadTable<RowOf<C>>,
    change: TableChange<RowOf<C>>,
  ): void {
    if (isEmpty(change)) return;
    if (change.edits.length + change.removes.length > 0) {
      const current = this.relocate(table, read, change);
      this.writer.edit(table, read, current);
      this.writer.remove(table.sheet, current.removes);
    }
    this.insert(
      table,
      read,
      change.inserts.map(({ row }) => row),
    );
  }

  /** New rows on top, the last one uppermost, in batches as long as there is time. */
  insert<C extends Record<string, Column>>(
    table: Table<C>,
    read: ReadTable<RowOf<C>>,
    rows: Partial<RowOf<C>>[],
  ): void {
    let reuse = this.recovering ? blanksOnTop(read) : 0;
    for (let start = 0; start < rows.length; start += BATCH) {
      if (this.services.now() >= this.until) {
        this.finished = false;
        return;
      }
      const batch = rows.slice(start, start + BATCH).reverse();
      this.writer.insert(table, read, batch, Math.min(reuse, batch.length));
      reuse = 0;
    }
  }

  /** Lines of a log, newest on top. */
  log<C extends Record<string, Column>>(table: Table<C>, rows: Partial<RowOf<C>>[]): void {
    if (rows.length > 0) this.insert(table, this.readTop(table, 0), rows);
  }

  /**
   * Where the rows stand now: people may have sorted, inserted or deleted since they were read. Edits of rows that are
   * gone, or that have no id of their own and were moved, are left to the next run.
   * @throws Moved when the column of the ids is no longer where it was
   */
  private relocate<C extends Record<string, Column>>(
    table: Table<C>,
    read: ReadTable<RowOf<C>>,
    change: TableChange<RowOf<C>>,
  ) {
    const position = read.positions.get(table.key) as number;
    const ids = this.services.workbook.readColumn(table.sheet, position).map((cell) => textOf(cell, this.zone).trim());
    const header = table.columns[table.key].header;
    if (ids[read.headerRow - 1] !== header) throw new Moved(`The column “${header}” of “${table.sheet}” was moved.`);
    const before = new Map(read.rows.map(({ at, values }) => [at, String(values[table.key])]));
    if ([...before].every(([at, id]) => ids[at - 1] === id)) return change;
    const places = new Map<string, number>();
    const twice = new Set<string>();
    ids.forEach((id, index) => {
      if (places.has(id)) twice.add(id);
      places.set(id, index + 1);
    });
    const placeOf = (at: number): number | undefined => {
      const id = before.get(at) ?? '';
      return id === '' || twice.has(id) ? undefined : places.get(id);
    };
    const edits = change.edits.flatMap((edit) => placed(edit, placeOf(edit.at)));
    if (edits.length < change.edits.length) this.finished = false;
    return {
      inserts: change.inserts,
      edits,
      removes: change.removes.map(placeOf).filter((row): row is number => row !== undefined),
      standing: new Map([...change.standing].flatMap(([at, row]) => pairOf(placeOf(at), row))),
    };
  }
}

const placed = <E extends { at: number }>(edit: E, at: number | undefined): E[] =>
  at === undefined ? [] : [{ ...edit, at }];
const pairOf = <R>(at: number | undefined, row: R): [number, R][] => (at === undefined ? [] : [[at, row]]);

/** Blank rows right below the header: in a run that takes up a killed one, those it had made and not filled. */
function blanksOnTop(read: ReadTable<unknown>): number {
  let count = 0;
  while (read.blankRows[count] === read.headerRow + 1 + count) count++;
  return count;
}
