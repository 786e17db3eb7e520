import { type Rect, toA1 } from '../workbook/a1';
import type { Sheet } from '../workbook/sheet';
import { makeRange, makeSheet } from './make';
import { assertEditable } from './protection';
import { call, Exception, handle, port, sheetOf, whole } from './realm';

type Gas = GoogleAppsScript.Spreadsheet.Range;

/** Where a range lies. It is fixed when the range is made: rows inserted later do not move it. */
export interface Place extends Rect {
  sheetId: number;
}

/** Address, size and neighbours of a range: all handles, none of which asks Google's servers. */
export class RangeBase {
  readonly #place: Place;

  constructor(place: Place) {
    this.#place = place;
  }

  static placeOf(range: unknown): Place {
    return (range as RangeBase).#place;
  }

  static isRange(value: unknown): value is RangeBase {
    return typeof value === 'object' && value !== null && #place in value;
  }

  getRow(): number {
    return this.#place.row;
  }

  getRowIndex(): number {
    return this.#place.row;
  }

  getColumn(): number {
    return this.#place.column;
  }

  getNumRows(): number {
    return this.#place.rows;
  }

  getHeight(): number {
    return this.#place.rows;
  }

  getNumColumns(): number {
    return this.#place.columns;
  }

  getWidth(): number {
    return this.#place.columns;
  }

  getLastRow(): number {
    return this.#place.row + this.#place.rows - 1;
  }

  getLastColumn(): number {
    return this.#place.column + this.#place.columns - 1;
  }

  getGridId(): number {
    return this.#place.sheetId;
  }

  getA1Notation(): string {
    const sheet = sheetOf(this.#place.sheetId);
    const { row, column, rows, columns } = this.#place;
    const a1 = toA1(this.#place);
    // A range over whole columns or rows is written A:C or 2:5.
    if (row === 1 && rows === sheet.maxRows && rows > 1 && !(column === 1 && columns === sheet.maxColumns))
      return a1.replace(/\d+/g, '').replace(/^([A-Z]+)$/, '$1:$1');
    return a1;
  }

  getSheet(): GoogleAppsScript.Spreadsheet.Sheet {
    handle();
    return makeSheet(this.#place.sheetId);
  }

  offset(rowOffset: number, columnOffset: number, numRows?: number, numColumns?: number): Gas {
    handle();
    const { sheetId, row, column, rows, columns } = this.#place;
    const cut = (value: number): number => whole(value, 'SpreadsheetApp.Range.offset', [rowOffset, columnOffset]);
    return makeRange(
      checked({
        sheetId,
        row: row + cut(rowOffset),
        column: column + cut(columnOffset),
        rows: numRows ?? rows,
        columns: numColumns ?? columns,
      }),
    );
  }

  getCell(row: number, column: number): Gas {
    handle();
    const { sheetId, rows, columns } = this.#place;
    if (row < 1 || column < 1 || row > rows || column > columns) throw new Exception('Cell reference out of range');
    return makeRange({
      sheetId,
      row: this.#place.row + row - 1,
      column: this.#place.column + column - 1,
      rows: 1,
      columns: 1,
    });
  }

  isStartRowBounded(): boolean {
    return true;
  }

  isEndRowBounded(): boolean {
    return true;
  }

  isStartColumnBounded(): boolean {
    return true;
  }

  isEndColumnBounded(): boolean {
    return true;
  }

  activate(): Gas {
    select(this.#place);
    return this as unknown as Gas;
  }

  activateAsCurrentCell(): Gas {
    return this.activate();
  }
}

/** Brings a range's sheet to the front and selects the range. */
export function select(place: Place): void {
  const sheet = sheetOf(place.sheetId);
  call('Range.activate', 'write', () => {
    const { row, column, rows, columns } = place;
    const selection = { ...port.book.view.selection, [place.sheetId]: [{ row, column, rows, columns }] };
    port.ops.updateBook(port.book, { view: { active: place.sheetId, selection } });
    port.ui.activate(sheet.name, toA1(place));
  });
}

/** @throws Exception in Google's words where the block leaves the sheet */
export function checked(place: Place): Place {
  const sheet = sheetOf(place.sheetId);
  if (place.row < 1) throw new Exception('The starting row of the range is too small.');
  if (place.column < 1) throw new Exception('The starting column of the range is too small.');
  if (place.rows < 1) throw new Exception('The number of rows in the range must be at least 1.');
  if (place.columns < 1) throw new Exception('The number of columns in the range must be at least 1.');
  if (place.row + place.rows - 1 > sheet.maxRows || place.column + place.columns - 1 > sheet.maxColumns)
    throw new Exception('The coordinates of the range are outside the dimensions of the sheet.');
  return place;
}

/** Reads something of each cell of a range into fresh arrays, as one call. */
export function readCells<T>(
  range: RangeBase,
  method: string,
  cell: (sheet: Sheet, row: number, column: number) => T,
): T[][] {
  const place = RangeBase.placeOf(range);
  const sheet = sheetOf(place.sheetId);
  return call(
    `Range.${method}`,
    'read',
    () => {
      // A person may have made the sheet smaller since the range was named.
      checked(place);
      const lines: T[][] = [];
      for (let r = place.row; r < place.row + place.rows; r++) {
        const line: T[] = [];
        for (let c = place.column; c < place.column + place.columns; c++) line.push(cell(sheet, r, c));
        lines.push(line);
      }
      return lines;
    },
    place.rows * place.columns,
  );
}

/** Does a change of a range's cells as one call in the write cache. */
export function writeCells(range: RangeBase, method: string, change: (sheet: Sheet, place: Place) => void): void {
  const place = RangeBase.placeOf(range);
  const sheet = sheetOf(place.sheetId);
  call(
    `Range.${method}`,
    'write',
    () => {
      checked(place);
      assertEditable(sheet, place);
      change(sheet, place);
    },
    0,
    place.rows * place.columns,
  );
}

/** Refuses a table whose size is not the range's, in Google's words. */
export function assertSize(table: readonly (readonly unknown[])[], place: Rect): void {
  if (!Array.isArray(table))
    throw new Exception("The parameters (String) don't match the method signature for SpreadsheetApp.Range.setValues.");
  if (table.length !== place.rows)
    throw new Exception(
      `The number of rows in the data does not match the number of rows in the range. The data has ${table.length} but the range has ${place.rows}.`,
    );
  for (const line of table) {
    if (!Array.isArray(line))
      throw new Exception(
        "The parameters (number[]) don't match the method signature for SpreadsheetApp.Range.setValues.",
      );
    if (line.length !== place.columns)
      throw new Exception(
        `The number of columns in the data does not match the number of columns in the range. The data has ${line.length} but the range has ${place.columns}.`,
      );
  }
}
