import type { EventInfo } from '../services/port';
import { overlap, type Rect } from '../workbook/a1';
import { setFilter } from '../workbook/filter';
import { writeText } from '../workbook/input';
import { hideRows, setColumns } from '../workbook/operations';
import type { Row } from '../workbook/row';
import type { FilterCriterion, Sheet } from '../workbook/sheet';
import { sortRows } from '../workbook/sort';
import { deleteLines, insertLines, moveLines } from '../workbook/structure';
import { changeValidly } from '../workbook/validate';
import type { Snapshot } from '../workbook/workbook';
import { instantToSerial } from '../workbook/zone';
import type { Host } from './host';
import { block, eventValue, type Place, place, refuseProtected } from './person-place';

/** How an act is taken back: the cells as they were, or the whole workbook where lines moved. */
interface Undo {
  /** Revisions of the workbook before and after the act. */
  before: number;
  after: number;
  cells?: { sheetId: number; rect: Rect; rows: Row[] };
  shot?: Snapshot;
}

/**
 * A human at the keyboard. What is typed is parsed as typed and fires onEdit and onChange, as Google does for people and not for scripts.
 * While a script has uncommitted writes, an act waits until they are committed; write such acts so that they look up their place when
 * they are done (see {@link act}).
 * @throws HostError `protected` and `invalid` where Sheets would refuse the edit, `no-sheet`, `out-of-bounds`
 */
export class Person {
  /**
   * Milliseconds between two acts of a person who does not wait for onEdit; small values lose events, as at Google.
   * Without it (null) the person is patient: each act comes when the last one's triggers are done.
   */
  pace: number | null = null;
  private lastAct = Number.NEGATIVE_INFINITY;
  private clockAfterLast = Number.NaN;
  private readonly undos: Undo[] = [];

  constructor(private readonly host: Host) {}

  /** Does several things that need to look at the workbook first, at a moment when no write cache is half done. */
  act(doing: () => void): void {
    this.host.between(doing);
  }

  /** Types text into a cell (`'B2'` or row, column) and presses Enter. */
  type(sheetName: string, ...rest: [...Place, string]): void {
    const text = rest.at(-1) as string;
    this.paste(sheetName, ...(rest.slice(0, -1) as Place), [[text]]);
  }

  /** Pastes a block of texts and values with its upper left corner at a cell; the sheet grows where it is too small. */
  paste(sheetName: string, ...rest: [...Place, readonly (readonly (string | number | boolean | null)[])[]]): void {
    const block = rest.at(-1) as readonly (readonly (string | number | boolean | null)[])[];
    this.act(() => {
      const sheet = this.host.book.sheet(sheetName);
      const corner = place(sheet, rest.slice(0, -1) as Place);
      const rect = { ...corner, rows: block.length, columns: Math.max(...block.map((line) => line.length)) };
      sheet.ensureSize(rect.row + rect.rows - 1, rect.column + rect.columns - 1);
      this.edit(sheet, rect, () => {
        const today = instantToSerial(this.host.book.timeZone, this.host.now);
        block.forEach((line, r) => {
          const row = sheet.own(rect.row + r);
          line.forEach((cell, c) => {
            if (typeof cell === 'string')
              writeText(sheet, row, rect.column - 1 + c, cell, false, sheet.book.locale, today);
            else sheet.set(row, rect.column - 1 + c, cell);
          });
        });
      });
    });
  }

  /** Copies a block onto another place of the same sheet with everything in it, as copy and paste does. */
  copy(sheetName: string, from: string, to: string): void {
    this.act(() => {
      const sheet = this.host.book.sheet(sheetName);
      const source = block(sheet, from);
      const corner = place(sheet, [to]);
      const rect = { ...source, row: corner.row, column: corner.column };
      sheet.ensureSize(rect.row + rect.rows - 1, rect.column + rect.columns - 1);
      this.edit(sheet, rect, () => sheet.lay(sheet.lift(source), rect.row, rect.column, rect.columns));
    });
  }

  /** Empties cells (the Delete key): contents go, formats stay. */
  clear(sheetName: string, a1: string): void {
    this.act(() => {
      const sheet = this.host.book.sheet(sheetName);
      const rect = block(sheet, a1);
      this.edit(sheet, rect, () => sheet.wipe(rect, ['values', 'formulas']));
    });
  }

  /** Sorts a block, or all rows below the frozen ones, by a column. Fires onChange (`OTHER`), no onEdit. */
  sort(sheetName: string, column: number, ascending = true, a1?: string): void {
    this.structure(sheetName, 'OTHER', (sheet) => {
      const data = sheet.dataRect();
      const below = { row: sheet.frozenRows + 1, column: 1, rows: data.rows - sheet.frozenRows, columns: data.columns };
      const rect = a1 ? block(sheet, a1) : below;
      if (rect.rows > 0) sortRows(sheet, rect, [{ column, ascending }]);
    });
  }

  insertRows(sheetName: string, before: number, count = 1): void {
    this.structure(sheetName, 'INSERT_ROW', (sheet) =>
      insertLines(sheet, 'rows', before, count, before > 1 ? before - 1 : undefined),
    );
  }

  deleteRows(sheetName: string, row: number, count = 1): void {
    this.structure(sheetName, 'REMOVE_ROW', (sheet) => deleteLines(sheet, 'rows', row, count));
  }

  insertColumns(sheetName: string, before: number, count = 1): void {
    this.structure(sheetName, 'INSERT_COLUMN', (sheet) =>
      insertLines(sheet, 'columns', before, count, before > 1 ? before - 1 : undefined),
    );
  }

  deleteColumns(sheetName: string, column: number, count = 1): void {
    this.structure(sheetName, 'REMOVE_COLUMN', (sheet) => deleteLines(sheet, 'columns', column, count));
  }

  /** Drags rows to before row `to` (numbers as before the move). */
  moveRows(sheetName: string, from: number, count: number, to: number): void {
    this.structure(sheetName, 'OTHER', (sheet) => moveLines(sheet, 'rows', from, count, to));
  }

  moveColumns(sheetName: string, from: number, count: number, to: number): void {
    this.structure(sheetName, 'OTHER', (sheet) => moveLines(sheet, 'columns', from, count, to));
  }

  hideRows(sheetName: string, row: number, count = 1, hidden = true): void {
    this.structure(sheetName, 'OTHER', (sheet) => hideRows(sheet, row, count, hidden));
  }

  hideColumns(sheetName: string, column: number, count = 1, hidden = true): void {
    this.structure(sheetName, 'OTHER', (sheet) => setColumns(sheet, column, count, { hidden }));
  }

  /** Sets a filter on a block, or takes it away (null). */
  filter(sheetName: string, a1: string | null, criteria: Record<number, FilterCriterion> = {}): void {
    this.structure(sheetName, 'OTHER', (sheet) => setFilter(sheet, a1 === null ? null : block(sheet, a1), criteria));
  }

  format(sheetName: string, a1: string, format: string): void {
    this.structure(sheetName, 'FORMAT', (sheet) => sheet.restyle(block(sheet, a1), { format }));
  }

  setNote(sheetName: string, a1: string, note: string): void {
    this.structure(sheetName, 'OTHER', (sheet) => {
      sheet.fill('notes', block(sheet, a1), () => note || undefined);
      sheet.changed('notes', block(sheet, a1));
    });
  }

  merge(sheetName: string, a1: string): void {
    this.structure(sheetName, 'OTHER', (sheet) => {
      const rect = block(sheet, a1);
      sheet.merges = [...sheet.merges.filter((other) => !overlap(other, rect)), rect];
      sheet.wipe({ ...rect, column: rect.column + 1, columns: rect.columns - 1 }, ['values', 'formulas']);
      sheet.wipe({ ...rect, row: rect.row + 1, rows: rect.rows - 1 }, ['values', 'formulas']);
      sheet.changed('format', rect);
    });
  }

  freeze(sheetName: string, rows: number, columns = 0): void {
    this.structure(sheetName, 'OTHER', (sheet) => {
      sheet.frozenRows = rows;
      sheet.frozenColumns = columns;
      sheet.changed('view');
    });
  }

  addSheet(name: string, index?: number): void {
    this.whole('INSERT_GRID', () => this.host.book.addSheet(name, index));
  }

  deleteSheet(name: string): void {
    this.whole('REMOVE_GRID', () => this.host.book.removeSheet(this.host.book.sheet(name)));
  }

  renameSheet(from: string, to: string): void {
    this.whole('OTHER', () => this.host.book.renameSheet(this.host.book.sheet(from), to));
  }

  /** Brings a sheet to the front, or selects cells on it; no trigger hears of it. */
  select(sheetName: string, a1 = 'A1'): void {
    this.act(() => {
      const book = this.host.book;
      const sheet = book.sheet(sheetName);
      book.view = { active: sheet.id, selection: { ...book.view.selection, [sheet.id]: [block(sheet, a1)] } };
      sheet.changed('view');
    });
  }

  /**
   * Takes the last act back.
   * @returns false where there is nothing to take back, or lines were moved and the workbook changed since, so that their former places are unknown
   */
  undo(): boolean {
    const last = this.undos.pop();
    const book = this.host.book;
    if (!last) return false;
    const sheet = last.cells && book.sheetById(last.cells.sheetId);
    if (last.cells && sheet) {
      const { rect, rows } = last.cells;
      sheet.lay(rows, rect.row, rect.column, rect.columns);
      sheet.changed('values', rect);
    } else if (last.shot && last.after === book.revision) book.restore(last.shot);
    else return false;
    const previous = this.undos.at(-1);
    if (previous?.after === last.before) previous.after = book.revision;
    this.host.changed('OTHER');
    return true;
  }

  private edit(sheet: Sheet, rect: Rect, change: () => void): void {
    refuseProtected(sheet, rect, this.host.user);
    const single = rect.rows === 1 && rect.columns === 1;
    const before = single ? eventValue(sheet, rect) : undefined;
    const undo: Undo = {
      before: this.host.book.revision,
      after: 0,
      cells: { sheetId: sheet.id, rect, rows: sheet.lift(rect) },
    };
    changeValidly(sheet, rect, change);
    sheet.changed('values', rect);
    this.remember(undo);
    const at = this.moment();
    const event: EventInfo = { fields: {}, user: this.host.user, source: true, range: { sheetId: sheet.id, ...rect } };
    if (single) Object.assign(event, { value: eventValue(sheet, rect), oldValue: before });
    this.host.edited(event, at);
    this.host.changed('EDIT');
    this.clockAfterLast = this.host.now;
  }

  private structure(sheetName: string, changeType: string, change: (sheet: Sheet) => void): void {
    this.whole(changeType, () => {
      const sheet = this.host.book.sheet(sheetName);
      const whole = { row: 1, column: 1, rows: sheet.maxRows, columns: sheet.maxColumns };
      if (sheet.protections.some((entry) => !entry.rect)) refuseProtected(sheet, whole, this.host.user);
      change(sheet);
    });
  }

  private whole(changeType: string, change: () => void): void {
    this.act(() => {
      const undo: Undo = { before: this.host.book.revision, after: 0, shot: this.host.book.snapshot() };
      change();
      this.remember(undo);
      this.moment();
      this.host.changed(changeType);
      this.clockAfterLast = this.host.now;
    });
  }

  private remember(undo: Undo): void {
    undo.after = this.host.book.revision;
    this.undos.push(undo);
    if (this.undos.length > 100) this.undos.shift();
  }

  /** When this act happens: a hurried person goes on while the triggers of the last act still run. */
  private moment(): number {
    const hurried = this.pace !== null && this.host.now === this.clockAfterLast;
    this.lastAct = hurried ? this.lastAct + (this.pace as number) : this.host.now;
    return this.lastAct;
  }
}
