import type { Cell } from '../types';
import { rowRuns } from '../workbook/cover';
import { diffTable, isEmpty, type TableChange } from '../workbook/diff';
import { HEADER_SEARCH, type ReadTable, readTable } from '../workbook/read-table';
import type { Column, RowOf, Table } from '../workbook/table';
import { activity } from '../workbook/tables/logs';
import { asWritten, TableWriter, type Written, type WrittenBlock } from '../workbook/write-table';
import type { Zone } from '../workbook/zone';
import { sealEntries } from './journal';
import { type Look, lookAt, lookNearby, Moved, mustLook, standsAsRead } from './look';
import {
  addColumns,
  blanksOnTop,
  datedColumns,
  hasStaff,
  onceIn,
  onlyMeant,
  sameIds,
  strays,
  unsealed,
  wantedAlong,
  withIds,
} from './pass-rows';
import { placeChange } from './place-change';
import type { Services } from './ports';
import {
  type CellsById,
  entryOfHit,
  entryOfRow,
  hitCells,
  lostRows,
  misplacedRows,
  namesOfCells,
  withCells,
  writeBack,
} from './put-back';
import { stillAlike } from './still-alike';
import { type Desk, editRows, insertRows } from './write-again';

/** Rows that go into one batch: small enough to stop in time between two, large enough to be cheap. */
const BATCH = 2000;

/** So many blank rows on top, put in while rows were being written, are looked past for one that shows how rows look. */
const BLANKS = 20;

/** How often cells that landed in moved rows are put right before it is left to the next run. */
const CORRECTIONS = 3;

/** One pass of writing: keeps to the time, knows what a killed run left, and looks where rows stand before and after it writes. */
export class Pass {
  /** False once something had to be left to the next run. */
  finished = true;
  private readonly desk: Desk;
  /** What has just been read, or has just been seen to stand as it was read. */
  private fresh: unknown = null;

  constructor(
    private readonly services: Services,
    private readonly zone: Zone,
    private readonly recovering: boolean,
    private readonly until: number,
  ) {
    this.desk = { workbook: services.workbook, zone, writer: new TableWriter(services.workbook, zone) };
  }

  get written(): Written {
    return this.desk.writer.written;
  }

  /** The header of a log and its newest rows. */
  readTop<C extends Record<string, Column>>(table: Table<C>, rows: number): ReadTable<RowOf<C>> {
    const read = readTable(table, this.services.workbook.readTop(table.sheet, HEADER_SEARCH + rows), this.zone);
    this.fresh = read;
    return read;
  }

  /**
   * Writes what differs in a table: cells first, since new rows on top move the others. A table of which nothing was read
   * (it has no positions) can only be given new rows.
   */
  table<C extends Record<string, Column>>(
    table: Table<C>,
    read: ReadTable<RowOf<C>>,
    change: TableChange<RowOf<C>>,
  ): void {
    if (isEmpty(change)) return;
    if (change.edits.length + change.removes.length > 0) this.alter(table, read, change, CORRECTIONS);
    const { headers = [] } = change;
    if (headers.length > 0 && !addColumns(this.services.workbook, table.sheet, read, this.readTop(table, 0), headers))
      throw new Moved(`Columns of “${table.sheet}” were moved.`);
    const theirs = new Map(change.inserts.map(({ row, theirs: cells }) => [row, cells]));
    const rows = change.inserts.map(({ row }) => row);
    this.insert(table, read, rows, (row) => theirs.get(row));
  }

  /**
   * New rows on top, the last one uppermost, in batches as long as there is time.
   * @throws Moved when a column is not where it was; rows that came into wrong columns are taken away again
   */
  insert<C extends Record<string, Column>>(
    table: Table<C>,
    read: ReadTable<RowOf<C>>,
    rows: Partial<RowOf<C>>[],
    theirs?: (row: Partial<RowOf<C>>) => ReadonlyMap<number, Cell> | undefined,
  ): void {
    if (rows.length === 0) return;
    if (read.positions.size === 0) {
      this.insert(table, this.readHeader(table), rows);
      return;
    }
    // Blank rows on top that a killed run has left, as far as nobody has typed in them since the table was read.
    let reuse = this.recovering ? blanksOnTop(read) : 0;
    if (reuse > 0) reuse = Math.min(reuse, blanksOnTop(this.readTop(table, reuse)));
    for (let start = 0; start < rows.length; start += BATCH) {
      if (this.services.now() >= this.until) {
        this.finished = false;
        return;
      }
      if (this.fresh !== read) this.mustStand(table, read);
      if (start === 0) this.mustLookRight(table, read);
      const batch = rows.slice(start, start + BATCH).reverse();
      const written = insertRows(this.desk, table, read, batch, Math.min(reuse, batch.length), theirs);
      this.fresh = null;
      reuse = 0;
      if (hasStaff(table as unknown as Table)) this.mustHaveStood(table, read, written);
    }
  }

  /** Where no row of ours stands, new ones would look like whatever row people have typed or left blank. */
  private mustLookRight<C extends Record<string, Column>>(table: Table<C>, read: ReadTable<RowOf<C>>): void {
    const { workbook } = this.services;
    if (read.rows.some(({ values }) => values[table.key] !== '')) return;
    if (read.rows.length > 0 || workbook.extent(table.sheet) <= read.headerRow)
      workbook.format(table as unknown as Table, read.positions, read.headerRow);
  }

  /** @throws Moved when columns are missing */
  private readHeader<C extends Record<string, Column>>(table: Table<C>): ReadTable<RowOf<C>> {
    const read = this.readTop(table, 0);
    if (read.headerRow === 0 || read.missing.length > 0)
      throw new Moved(`Columns of “${table.sheet}” were taken away.`);
    return read;
  }

  private mustStand<C extends Record<string, Column>>(table: Table<C>, read: ReadTable<RowOf<C>>): void {
    const top = this.services.workbook.readTop(table.sheet, read.headerRow);
    if (!standsAsRead(table as unknown as Table, top, read, this.zone))
      throw new Moved(`Columns of “${table.sheet}” were moved.`);
    this.fresh = read;
  }

  /**
   * Where columns were moved right before rows were put in, those stand in wrong ones: they go, and are written anew. Where
   * blank rows were put in, the new ones look like them, and so like the header: they are given the look of the others.
   */
  private mustHaveStood<C extends Record<string, Column>>(
    table: Table<C>,
    read: ReadTable<RowOf<C>>,
    written: Cell[][],
  ): void {
    const { workbook } = this.services;
    const top = workbook.readTop(table.sheet, read.headerRow + written.length + BLANKS);
    if (standsAsRead(table as unknown as Table, top, read, this.zone)) {
      this.fresh = read;
      this.desk.writer.dress(table as unknown as Table, read, written.length, top);
      return;
    }
    const grid = workbook.read(table.sheet) ?? [];
    this.desk.writer.remove(table.sheet, misplacedRows(table, read, written, grid, this.zone));
    throw new Moved(`Columns of “${table.sheet}” were moved.`);
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
    const before = new Map(read.rows.map(({ at, values }) => [at, String(values[table.key])]));
    const { workbook } = this.services;
    const any = table as unknown as Table;
    const near = change.removes.length === 0 ? lookNearby(workbook, any, read, this.zone, before) : null;
    const look = near ?? mustLook(workbook, any, read, this.zone);
    const found = placeChange(change, before, look.ids);
    if (found.edits.length < change.edits.length) this.finished = false;
    const rows = near ? [...before.keys()] : [];
    const blocks = editRows(this.desk, table, read, found, look, rows);
    const placed = { ...found, removes: this.remove(table, read, found.removes) };
    const after = lookAt(workbook, any, read, this.zone, rows);
    const expected = withIds(look.ids, placed).filter((_, index) => !placed.removes.includes(index + 1));
    if (after && sameIds(expected, after.ids)) {
      for (const [name, at] of datedColumns(table, read, found.edits))
        workbook.format(any, new Map([[name, read.positions.get(name) as number]]), read.headerRow, at);
      this.fresh = read;
      return;
    }
    const cells = this.putBack(table, read, look, blocks, corrections === 0);
    if (placed.removes.length > 0) this.restoreRows(table, read, look, placed, after);
    if (corrections === 0) this.finished = false;
    else this.correct(table, read, change, cells, corrections);
    if (!after) throw new Moved(`Columns of “${table.sheet}” were moved.`);
  }

  /** Takes rows away, but none in which somebody has typed since it was read; gives those that went. */
  private remove<C extends Record<string, Column>>(
    table: Table<C>,
    read: ReadTable<RowOf<C>>,
    rows: number[],
  ): number[] {
    if (!hasStaff(table as unknown as Table)) {
      this.desk.writer.remove(table.sheet, rows);
      return rows;
    }
    const gone = rowRuns(rows).flatMap((run) => {
      const alike = stillAlike(this.services.workbook, table, read, run, this.zone);
      this.desk.writer.remove(table.sheet, alike);
      return alike;
    });
    if (gone.length < rows.length) this.finished = false;
    return gone;
  }

  /**
   * What landed in cells of people's, because they moved rows or columns in the very moment: they have them back, and both
   * values are in `activity`. Gives those that are still to be written, unless it is the last chance, by id.
   */
  private putBack<C extends Record<string, Column>>(
    table: Table<C>,
    read: ReadTable<RowOf<C>>,
    before: Look,
    blocks: readonly WrittenBlock[],
    isLast: boolean,
  ): CellsById<RowOf<C>> {
    const { workbook } = this.services;
    const grid = workbook.read(table.sheet) ?? [];
    const hits = hitCells(table, read, before, blocks, grid, this.zone);
    if (hits.length === 0) return new Map();
    const now = this.services.now();
    const lines = hits.map((hit) => entryOfHit(table.sheet, hit, this.zone));
    this.log(activity, sealEntries(lines, `put back ${now}`, now));
    return writeBack(workbook, table, grid, hits, this.zone, isLast);
  }

  /**
   * Rows of people's that were deleted in place of those that were meant, because somebody moved rows in the very moment:
   * they are put in again, on top, as they were.
   */
  private restoreRows<C extends Record<string, Column>>(
    table: Table<C>,
    read: ReadTable<RowOf<C>>,
    before: Look,
    { removes }: TableChange<unknown>,
    after: Look | null,
  ): void {
    if (!after || !hasStaff(table as unknown as Table)) return;
    const cellsOf = (id: string) => read.rows.find(({ values }) => values[table.key] === id)?.cells;
    const lost = lostRows(before, removes, after.ids, cellsOf);
    if (lost.length === 0) return;
    const now = this.services.now();
    const lines = lost.map(({ id }) => entryOfRow(table.sheet, id));
    this.log(activity, sealEntries(lines, `restored ${now}`, now));
    const rows = lost.map(({ cells }) => cells.map(asWritten));
    this.services.workbook.insertRows(table.sheet, read.headerRow + 1, rows);
  }

  /**
   * Compares the table, as it stands now, with the same wishes again: of rows that were read along, to be as they were.
   * @param cells of people's that are to be put back, by id
   */
  private correct<C extends Record<string, Column>>(
    table: Table<C>,
    before: ReadTable<RowOf<C>>,
    change: TableChange<RowOf<C>>,
    cells: CellsById<RowOf<C>>,
    corrections: number,
  ): void {
    const read = readTable(table, this.services.workbook.read(table.sheet) ?? [], this.zone);
    if (read.missing.length > 0) throw new Moved(`Columns of “${table.sheet}” were taken away.`);
    const known = [...unsealed(table, read, change), ...wantedAlong(table, before, this.zone), ...change.wanted];
    const meant = new Set(change.edits.map(({ id, column }) => `${id} ${column}`));
    const wanted = withCells(new Map(known), cells, meant);
    const once = onceIn(table, read, wanted);
    if (change.edits.some(({ id }) => wanted.has(id) && !once.has(id))) this.finished = false;
    const again = diffTable(table, read, once, 'stay');
    const edits = onlyMeant(table as unknown as Table, again.edits, new Set([...meant, ...namesOfCells(cells)]));
    this.desk.writer.wipe(table, read, strays(table, before, read, change));
    if (edits.length > 0) this.alter(table, read, { ...again, edits, inserts: [] }, corrections - 1);
  }
}
