import type { Rect } from '../workbook/a1';
import type { Change, Workbook } from '../workbook/workbook';
import { rowsChangedByTime } from './conditions';
import type { CellCode, News } from './protocol';
import { Painter, sheetKey } from './view';

/** Beyond this many cells it is cheaper for the page to fetch the sheet anew. */
const MANY_CELLS = 4000;
const MINUTE = 60_000;

interface Dirty {
  stale: boolean;
  rects: Rect[];
}

/** Gathers what changed in the workbook and tells the page in few messages. */
export class Feed {
  private readonly dirty = new Map<number, Dirty>();
  private bookChanged = false;
  private readonly sizes = new Map<number, string>();
  private readonly structures = new Map<number, number>();
  /** The minute for which colours that have to do with time were told. */
  private minute: number;

  /** `now` tells the time of the host's clock in epoch milliseconds. */
  constructor(
    private readonly book: Workbook,
    private readonly tell: (news: News) => void,
    private readonly now: () => number,
  ) {
    this.minute = Math.floor(now() / MINUTE);
    for (const sheet of book.sheets) this.sizes.set(sheet.id, sizeOf(sheet));
    book.onChange((change) => this.note(change));
  }

  /** How often cells of a sheet were moved (rows or columns inserted, deleted, shifted). */
  structureOf(sheetId: number): number {
    return this.structures.get(sheetId) ?? 0;
  }

  /** Tells what has gathered since the last time. */
  flush(): void {
    this.passTime();
    if (this.bookChanged) {
      this.bookChanged = false;
      this.dirty.clear();
      this.tell({ kind: 'book' });
      return;
    }
    for (const [id, dirty] of this.dirty) this.tellSheet(id, dirty);
    this.dirty.clear();
  }

  /** Each minute, as at Google, colours that have to do with time are looked at anew. */
  private passTime(): void {
    const [before, minute] = [this.minute, Math.floor(this.now() / MINUTE)];
    if (minute === before) return;
    this.minute = minute;
    for (const sheet of this.book.sheets) {
      for (const row of rowsChangedByTime(sheet, before * MINUTE, minute * MINUTE))
        this.note({ sheetId: sheet.id, kind: 'format', range: { row: row + 1, column: 1, rows: 1, columns: 1 } });
    }
  }

  private note({ sheetId, kind, range }: Pick<Change, 'sheetId' | 'kind' | 'range'>): void {
    if (kind === 'sheets') this.bookChanged = true;
    const dirty = this.dirty.get(sheetId) ?? { stale: false, rects: [] };
    this.dirty.set(sheetId, dirty);
    if (kind === 'rows' || kind === 'columns') this.structures.set(sheetId, this.structureOf(sheetId) + 1);
    if (range && (kind === 'values' || kind === 'format' || kind === 'notes')) dirty.rects.push(range);
    else dirty.stale = true;
  }

  private tellSheet(id: number, { stale, rects }: Dirty): void {
    const sheet = this.book.sheetById(id);
    if (!sheet) return;
    const grown = this.sizes.get(id) !== sizeOf(sheet);
    this.sizes.set(id, sizeOf(sheet));
    const blocks =
      sheet.conditional.length > 0 ? rects.map((rect) => ({ ...rect, column: 1, columns: sheet.maxColumns })) : rects;
    const count = blocks.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
    if (stale || grown || count > MANY_CELLS) {
      this.tell({ kind: 'stale', sheet: sheetKey(sheet) });
      return;
    }
    const painter = new Painter(sheet, this.now());
    const cells = new Map<string, [number, number, CellCode]>();
    for (const { row, column, rows, columns } of blocks) {
      for (let r = row - 1; r < row - 1 + rows; r += 1) {
        for (let c = column - 1; c < column - 1 + columns; c += 1) cells.set(`${r},${c}`, [r, c, painter.cell(r, c)]);
      }
    }
    this.tell({ kind: 'cells', sheet: sheetKey(sheet), styles: painter.styles, cells: [...cells.values()] });
  }
}

const sizeOf = (sheet: { maxRows: number; maxColumns: number }): string => `${sheet.maxRows}×${sheet.maxColumns}`;
