import { textOf } from '../workbook/codec';
import { diffTable, isEmpty, type TableChange } from '../workbook/diff';
import { type ReadTable, readTable } from '../workbook/read-table';
import type { Column, Link, RowOf, Table } from '../workbook/table';
import { TableWriter, type Written } from '../workbook/write-table';
import type { Zone } from '../workbook/zone';
import { placeChange } from './place-change';
import type { Services } from './ports';

/** Somebody moved columns or the header while a job was at work: it has to look again. */
export class Moved extends Error {}

/** Rows that go into one batch: small enough to stop in time between two, large enough to be cheap. */
const BATCH = 2000;

/** Rows looked through for the header: as many as `readTable` does. */
const TOP = 10;

/** How often cells that landed in moved rows are put right before it is left to the next run. */
const CORRECTIONS = 3;

/** One pass of writing: keeps to the time, knows what a killed run left, and looks where rows stand before and after it writes. */
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
    if (change.edits.length + change.removes.length > 0) this.alter(table, read, change, CORRECTIONS);
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
   * Edits and removes rows where they stand now, since people may have sorted, inserted or deleted since they were read;
   * then looks again whether anybody moved them in between, and puts right what landed in another row.
   */
  private alter<C extends Record<string, Column>>(
    table: Table<C>,
    read: ReadTable<RowOf<C>>,
    change: TableChange<RowOf<C>>,
    corrections: number,
  ): void {
    const ids = this.idsOf(table, read);
    const before = new Map(read.rows.map(({ at, values }) => [at, String(values[table.key])]));
    const placed = placeChange(change, before, ids);
    if (placed.edits.length < change.edits.length) this.finished = false;
    this.writer.edit(table, read, placed);
    this.writer.remove(table.sheet, placed.removes);
    const expected = withIds(ids, placed).filter((_, index) => !placed.removes.includes(index + 1));
    if (sameIds(expected, this.idsOf(table, read))) return;
    if (corrections === 0) this.finished = false;
    else this.correct(table, change, corrections);
  }

  /** Compares the table, as it stands now, with the same wishes again. */
  private correct<C extends Record<string, Column>>(
    table: Table<C>,
    change: TableChange<RowOf<C>>,
    corrections: number,
  ): void {
    const read = readTable(table, this.services.workbook.read(table.sheet) ?? [], this.zone);
    if (read.missing.length > 0) throw new Moved(`Columns of “${table.sheet}” were taken away.`);
    const again = diffTable(table, read, change.wanted, 'stay');
    this.writer.wipe(table, read, strays(table, read, change));
    if (again.edits.length > 0) this.alter(table, read, { ...again, inserts: [] }, corrections - 1);
  }

  /**
   * The column of the ids as it stands.
   * @throws Moved when it is no longer where it was
   */
  private idsOf<C extends Record<string, Column>>(table: Table<C>, read: ReadTable<RowOf<C>>): string[] {
    const position = read.positions.get(table.key) as number;
    const cells = this.services.workbook.readColumn(table.sheet, position);
    const ids = cells.map((cell) => textOf(cell, this.zone).trim());
    const header = table.columns[table.key].header;
    if (ids[read.headerRow - 1] !== header) throw new Moved(`The column “${header}” of “${table.sheet}” was moved.`);
    return ids;
  }
}

/** The ids after the edits of a change, some of which may give rows their ids. */
function withIds(ids: readonly string[], change: TableChange<unknown>): string[] {
  const after = [...ids];
  for (const { at, id } of change.edits) after[at - 1] = id;
  return after;
}

/** Whether two columns hold the same; blanks at the end do not count. */
function sameIds(a: readonly string[], b: readonly string[]): boolean {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    if ((a[index] ?? '') !== (b[index] ?? '')) return false;
  }
  return true;
}

/**
 * Rows without an id in which nothing stands but what a change has just written: it landed in a blank row that somebody
 * put in. What a person typed there is not in the change, and so is kept.
 */
function strays<C extends Record<string, Column>>(
  table: Table<C>,
  read: ReadTable<RowOf<C>>,
  change: TableChange<RowOf<C>>,
): number[] {
  const nameless = read.rows.filter(({ values, foreign }) => values[table.key] === '' && !foreign);
  if (nameless.length === 0) return [];
  const written = new Set<string>();
  for (const { column, after } of change.edits) written.add(cellName(column, after));
  for (const row of change.standing.values()) {
    for (const [name, value] of Object.entries(row)) written.add(cellName(name, value));
  }
  return nameless
    .filter(({ values }) =>
      Object.entries(values).every(([name, value]) => isBlank(value) || written.has(cellName(name, value))),
    )
    .map(({ at }) => at);
}

const cellName = (column: string, value: unknown) => `${column}\u0001${linkText(value)}`;
const linkText = (value: unknown) =>
  typeof value === 'object' && value !== null ? (value as Link).text : String(value);
const isBlank = (value: unknown) => value === null || value === false || linkText(value) === '';

/** Blank rows right below the header: in a run that takes up a killed one, those it had made and not filled. */
function blanksOnTop(read: ReadTable<unknown>): number {
  let count = 0;
  while (read.blankRows[count] === read.headerRow + 1 + count) count++;
  return count;
}
