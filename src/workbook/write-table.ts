import type { Cell } from '../types';
import { encode, safeText } from './codec';
import { coverEdits, rowRuns } from './cover';
import type { TableChange } from './diff';
import type { WorkbookPort } from './port';
import type { ReadTable } from './read-table';
import { blankOf, type CellValue, type Column, type RowOf, type Table } from './table';
import type { Zone } from './zone';

/** What was written. */
export interface Written {
  cells: number;
  rows: number;
}

/** A rectangle as it was written; `top` and `left` are 1-based. */
export interface WrittenBlock {
  top: number;
  left: number;
  cells: Cell[][];
}

/** Where a blank row stands right below the header, put in by somebody, it looks like the header; the row to look like then. */
function modelRow({ headerRow, blankRows }: ReadTable<unknown>): number | undefined {
  let row = headerRow + 1;
  while (blankRows.includes(row)) row++;
  return row > headerRow + 1 ? row : undefined;
}

/** A cell that was read, so that it is read the same once it is written again. */
export const asWritten = (cell: Cell): Cell => (typeof cell === 'string' ? safeText(cell) : cell);

/** Writes changes of tables, in few calls, within what the columns' owners allow. */
export class TableWriter {
  readonly written: Written = { cells: 0, rows: 0 };

  constructor(
    private readonly port: WorkbookPort,
    private readonly zone: Zone,
  ) {}

  private cell(column: Column, value: CellValue): Cell {
    return encode(column.type, value, this.zone, (name) => this.port.sheetId(name));
  }

  /**
   * New rows below the header, newest on top: naming the place by the header alone, and filling it in the batch that
   * makes it, means that no row of anybody's can be hit, whatever people do meanwhile. Gives the rows as they were written.
   * @param theirs what goes into people's own columns of a row, by their place
   */
  insert<C extends Record<string, Column>>(
    table: Table<C>,
    read: ReadTable<RowOf<C>>,
    rows: Partial<RowOf<C>>[],
    reuse: number,
    theirs: (row: Partial<RowOf<C>>) => ReadonlyMap<number, Cell> | undefined = () => undefined,
  ): Cell[][] {
    if (rows.length === 0) return [];
    const beside = rows.flatMap((row) => [...(theirs(row)?.keys() ?? [])]);
    const width = beside.reduce((most, place) => Math.max(most, place), Math.max(...read.positions.values()));
    const cells = rows.map((row) => {
      const line: Cell[] = new Array(width).fill('');
      for (const [place, cell] of theirs(row) ?? []) line[place - 1] = asWritten(cell);
      for (const [name, position] of read.positions) {
        const column = table.columns[name];
        line[position - 1] = this.cell(column, (row[name] as CellValue | undefined) ?? blankOf(column.type));
      }
      return line;
    });
    const first = read.headerRow + 1;
    const fresh = cells.slice(0, cells.length - reuse);
    const model = modelRow(read);
    if (fresh.length > 0) this.port.insertRows(table.sheet, first, fresh, model);
    if (reuse > 0) {
      const blank = first + fresh.length;
      // A run may have been killed between making them and giving them their look.
      if (model) this.port.copyLook(table.sheet, model + fresh.length, blank, reuse, width);
      this.port.writeBlock(table.sheet, blank, 1, cells.slice(fresh.length));
    }
    this.written.rows += rows.length;
    this.written.cells += rows.length * width;
    return cells;
  }

  /**
   * Gives rows just put in below the header the look of the others, where they had none of those right below them. Where
   * only rows stand there that people have typed, which look like anything, they get the formats of their columns.
   * @param top the sheet from row 1, with some rows below the new ones
   */
  dress(table: Table, read: ReadTable<unknown>, count: number, top: readonly (readonly Cell[])[]): void {
    const below = read.headerRow + count;
    const key = (read.positions.get(table.key) ?? 0) - 1;
    const model = top.findIndex((row, index) => index >= below && row[key] !== '');
    if (model > below && modelRow(read) === undefined)
      this.port.copyLook(table.sheet, model + 1, read.headerRow + 1, count, top[0].length);
    const isTyped = model < 0 && top.slice(below).some((row) => row.some((cell) => cell !== ''));
    if (isTyped) this.port.format(table, read.positions, read.headerRow);
  }

  /**
   * Cells that differ, in blocks that hold nothing but columns of ours; gives what was written where.
   * @param along the cells of a row that is not in the change, if it may be written as it stands
   */
  edit<C extends Record<string, Column>>(
    table: Table<C>,
    read: ReadTable<RowOf<C>>,
    change: TableChange<RowOf<C>>,
    along: (row: number) => readonly Cell[] | undefined,
  ): WrittenBlock[] {
    const written: WrittenBlock[] = [];
    const byPosition = new Map([...read.positions].map(([name, position]) => [position, name]));
    // A link is read back as its text alone, so it is only written where it is wanted anew.
    const mayFill = (position: number) => {
      const column = table.columns[byPosition.get(position) ?? ''];
      return column?.owner === 'system' && column.type !== 'link' && !column.identity;
    };
    const after = new Map(change.edits.map((edit) => [`${edit.at}|${edit.column}`, edit.after]));
    const edits = change.edits.map(({ at, column }) => ({ at, position: read.positions.get(column) as number }));
    const stands = (row: number) => change.standing.has(row) || along(row) !== undefined;
    for (const block of coverEdits(edits, mayFill, stands)) {
      const cells: Cell[][] = [];
      for (let row = block.top; row <= block.bottom; row++) {
        const kept = change.standing.has(row) ? undefined : along(row);
        if (kept) {
          cells.push(kept.slice(block.left - 1, block.right).map(asWritten));
          continue;
        }
        const line: Cell[] = [];
        for (let position = block.left; position <= block.right; position++) {
          const name = byPosition.get(position) as string;
          const value = after.get(`${row}|${name}`) ?? (change.standing.get(row)?.[name] as CellValue | undefined);
          line.push(this.cell(table.columns[name], value ?? blankOf(table.columns[name].type)));
        }
        cells.push(line);
      }
      this.port.writeBlock(table.sheet, block.top, block.left, cells);
      this.written.cells += cells.length * cells[0].length;
      written.push({ top: block.top, left: block.left, cells });
    }
    return written;
  }

  /** Blanks our own cells of some rows. */
  wipe<C extends Record<string, Column>>(table: Table<C>, read: ReadTable<RowOf<C>>, rows: readonly number[]): void {
    const ours = [...read.positions].filter(([name]) => table.columns[name].owner === 'system');
    for (const at of rows) {
      for (const [, position] of ours) this.port.writeBlock(table.sheet, at, position, [['']]);
      this.written.cells += ours.length;
    }
  }

  /** Rows that nobody wants any more, from the bottom up. */
  remove(sheet: string, rows: readonly number[]): void {
    for (const run of rowRuns(rows)) {
      this.port.deleteRows(sheet, run.row, run.count);
      this.written.rows += run.count;
    }
  }
}
