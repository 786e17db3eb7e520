import type { SheetFields } from '../workbook/sheet';
import { cssColor } from './color';
import { assertSheetEditable } from './protection';
import { RangeBase } from './range-base';
import { call, Exception, port, sheetOf, whole } from './realm';

type Gas = GoogleAppsScript.Spreadsheet.Sheet;
type Axis = 'rows' | 'columns';

/** Rows and columns of a sheet: inserted, deleted, moved, hidden, frozen, sized. */
export class SheetLayout {
  readonly #id: number;

  constructor(id: number) {
    this.#id = id;
  }

  static idOf(sheet: unknown): number {
    return (sheet as SheetLayout).#id;
  }

  protected read<T>(method: string, read: (sheet: ReturnType<typeof sheetOf>) => T, cells = 0): T {
    return call(`Sheet.${method}`, 'read', () => read(sheetOf(this.#id)), cells);
  }

  protected write(method: string, change: (sheet: ReturnType<typeof sheetOf>) => void, cells = 0): Gas {
    const act = (): void => {
      const sheet = sheetOf(this.#id);
      assertSheetEditable(sheet);
      change(sheet);
    };
    call(`Sheet.${method}`, 'write', act, 0, cells);
    return this as unknown as Gas;
  }

  protected set(method: string, patch: Partial<SheetFields>): Gas {
    return this.write(method, (sheet) => port.ops.updateSheet(sheet, patch));
  }

  #insert(method: string, axis: Axis, before: number, count: number, like: number): Gas {
    const at = whole(before, `SpreadsheetApp.Sheet.${method}`, [before, count]);
    return this.write(method, (sheet) => {
      const max = axis === 'rows' ? sheet.maxRows : sheet.maxColumns;
      if (at < 1 || at > max + 1 || count < 1) throw new Exception(`Those ${axis} are out of bounds.`);
      port.ops.insertLines(sheet, axis, at, count, like >= 1 && like <= max ? like : undefined);
    });
  }

  insertRows(rowIndex: number, numRows = 1): void {
    this.#insert('insertRows', 'rows', rowIndex, numRows, rowIndex - 1);
  }
  insertRowBefore(before: number): Gas {
    return this.#insert('insertRowBefore', 'rows', before, 1, before);
  }
  insertRowsBefore(before: number, howMany: number): Gas {
    return this.#insert('insertRowsBefore', 'rows', before, howMany, before);
  }
  insertRowAfter(after: number): Gas {
    return this.#insert('insertRowAfter', 'rows', after + 1, 1, after);
  }
  insertRowsAfter(after: number, howMany: number): Gas {
    return this.#insert('insertRowsAfter', 'rows', after + 1, howMany, after);
  }
  insertColumns(columnIndex: number, numColumns = 1): void {
    this.#insert('insertColumns', 'columns', columnIndex, numColumns, columnIndex - 1);
  }
  insertColumnBefore(before: number): Gas {
    return this.#insert('insertColumnBefore', 'columns', before, 1, before);
  }
  insertColumnsBefore(before: number, howMany: number): Gas {
    return this.#insert('insertColumnsBefore', 'columns', before, howMany, before);
  }
  insertColumnAfter(after: number): Gas {
    return this.#insert('insertColumnAfter', 'columns', after + 1, 1, after);
  }
  insertColumnsAfter(after: number, howMany: number): Gas {
    return this.#insert('insertColumnsAfter', 'columns', after + 1, howMany, after);
  }

  deleteRow(row: number): Gas {
    return this.write('deleteRow', (sheet) => port.ops.deleteLines(sheet, 'rows', row, 1));
  }
  deleteRows(row: number, howMany: number): void {
    this.write('deleteRows', (sheet) => port.ops.deleteLines(sheet, 'rows', row, howMany));
  }
  deleteColumn(column: number): Gas {
    return this.write('deleteColumn', (sheet) => port.ops.deleteLines(sheet, 'columns', column, 1));
  }
  deleteColumns(column: number, howMany: number): void {
    this.write('deleteColumns', (sheet) => port.ops.deleteLines(sheet, 'columns', column, howMany));
  }

  moveRows(rowSpec: GoogleAppsScript.Spreadsheet.Range, destinationIndex: number): void {
    const { row, rows } = RangeBase.placeOf(rowSpec);
    this.write('moveRows', (sheet) => port.ops.moveLines(sheet, 'rows', row, rows, destinationIndex));
  }
  moveColumns(columnSpec: GoogleAppsScript.Spreadsheet.Range, destinationIndex: number): void {
    const { column, columns } = RangeBase.placeOf(columnSpec);
    this.write('moveColumns', (sheet) => port.ops.moveLines(sheet, 'columns', column, columns, destinationIndex));
  }

  #hideRows(method: string, row: number, count: number, hidden: boolean): void {
    this.write(method, (sheet) => port.ops.hideRows(sheet, row, count, hidden));
  }
  #hideColumns(method: string, column: number, count: number, hidden: boolean): void {
    this.write(method, (sheet) => port.ops.setColumns(sheet, column, count, { hidden }));
  }
  hideRow(row: GoogleAppsScript.Spreadsheet.Range): void {
    this.#hideRows('hideRow', row.getRow(), row.getNumRows(), true);
  }
  hideRows(rowIndex: number, numRows = 1): void {
    this.#hideRows('hideRows', rowIndex, numRows, true);
  }
  showRows(rowIndex: number, numRows = 1): void {
    this.#hideRows('showRows', rowIndex, numRows, false);
  }
  unhideRow(row: GoogleAppsScript.Spreadsheet.Range): void {
    this.#hideRows('unhideRow', row.getRow(), row.getNumRows(), false);
  }
  hideColumn(column: GoogleAppsScript.Spreadsheet.Range): void {
    this.#hideColumns('hideColumn', column.getColumn(), column.getNumColumns(), true);
  }
  hideColumns(columnIndex: number, numColumns = 1): void {
    this.#hideColumns('hideColumns', columnIndex, numColumns, true);
  }
  showColumns(columnIndex: number, numColumns = 1): void {
    this.#hideColumns('showColumns', columnIndex, numColumns, false);
  }
  unhideColumn(column: GoogleAppsScript.Spreadsheet.Range): void {
    this.#hideColumns('unhideColumn', column.getColumn(), column.getNumColumns(), false);
  }
  isRowHiddenByUser(rowPosition: number): boolean {
    return this.read('isRowHiddenByUser', (sheet) => sheet.peek(rowPosition)?.hidden ?? false);
  }
  isRowHiddenByFilter(rowPosition: number): boolean {
    return this.read('isRowHiddenByFilter', (sheet) => sheet.peek(rowPosition)?.filtered ?? false);
  }
  isColumnHiddenByUser(columnPosition: number): boolean {
    return this.read('isColumnHiddenByUser', (sheet) => sheet.column(columnPosition).hidden ?? false);
  }

  getFrozenRows(): number {
    return this.read('getFrozenRows', (sheet) => sheet.frozenRows);
  }
  setFrozenRows(rows: number): void {
    this.#freeze('setFrozenRows', { frozenRows: rows }, rows);
  }
  getFrozenColumns(): number {
    return this.read('getFrozenColumns', (sheet) => sheet.frozenColumns);
  }
  setFrozenColumns(columns: number): void {
    this.#freeze('setFrozenColumns', { frozenColumns: columns }, columns);
  }
  #freeze(method: string, patch: Partial<SheetFields>, count: number): void {
    this.write(method, (sheet) => {
      const max = method === 'setFrozenRows' ? sheet.maxRows : sheet.maxColumns;
      if (count < 0 || count >= max)
        throw new Exception(
          `You can't freeze all visible ${method === 'setFrozenRows' ? 'rows' : 'columns'} on the sheet.`,
        );
      port.ops.updateSheet(sheet, patch);
    });
  }

  getColumnWidth(columnPosition: number): number {
    return this.read('getColumnWidth', (sheet) => sheet.column(columnPosition).width ?? 100);
  }
  setColumnWidth(columnPosition: number, width: number): Gas {
    return this.setColumnWidths(columnPosition, 1, width);
  }
  setColumnWidths(startColumn: number, numColumns: number, width: number): Gas {
    return this.write('setColumnWidths', (sheet) => port.ops.setColumns(sheet, startColumn, numColumns, { width }));
  }
  getRowHeight(rowPosition: number): number {
    return this.read('getRowHeight', (sheet) => sheet.peek(rowPosition)?.height ?? 21);
  }
  setRowHeight(rowPosition: number, height: number): Gas {
    return this.setRowHeights(rowPosition, 1, height);
  }
  setRowHeights(startRow: number, numRows: number, height: number): Gas {
    return this.write('setRowHeights', (sheet) => port.ops.setHeights(sheet, startRow, numRows, height));
  }
  setRowHeightsForced(startRow: number, numRows: number, height: number): Gas {
    return this.setRowHeights(startRow, numRows, height);
  }
  autoResizeColumn(columnPosition: number): Gas {
    return this.autoResizeColumns(columnPosition, 1);
  }
  /** Seven pixels a character of the widest text, which is what a browser makes of Arial 10 on average. */
  autoResizeColumns(startColumn: number, numColumns: number): Gas {
    return this.write('autoResizeColumns', (sheet) => {
      for (let c = startColumn; c < startColumn + numColumns; c++) {
        let longest = 0;
        for (let r = 1; r <= sheet.lastRow(); r++) longest = Math.max(longest, port.ops.display(sheet, r, c).length);
        if (longest > 0) port.ops.setColumns(sheet, c, 1, { width: Math.min(1000, longest * 7 + 16) });
      }
    });
  }
  autoResizeRows(startRow: number, numRows: number): Gas {
    return this.write('autoResizeRows', (sheet) => port.ops.setHeights(sheet, startRow, numRows, 21));
  }

  isSheetHidden(): boolean {
    return this.read('isSheetHidden', (sheet) => sheet.hidden);
  }
  hideSheet(): Gas {
    return this.write('hideSheet', (sheet) => {
      if (port.book.sheets.filter((other) => !other.hidden).length === 1 && !sheet.hidden)
        throw new Exception("You can't hide all the sheets in a document.");
      port.ops.updateSheet(sheet, { hidden: true });
    });
  }
  showSheet(): Gas {
    return this.set('showSheet', { hidden: false });
  }
  getTabColor(): string | null {
    return this.read('getTabColor', (sheet) => sheet.tabColor);
  }
  setTabColor(color: string | null): Gas {
    return this.set('setTabColor', { tabColor: cssColor(color) ?? null });
  }
  hasHiddenGridlines(): boolean {
    return this.read('hasHiddenGridlines', (sheet) => sheet.gridlinesHidden);
  }
  setHiddenGridlines(hideGridlines: boolean): Gas {
    return this.set('setHiddenGridlines', { gridlinesHidden: hideGridlines });
  }
  isRightToLeft(): boolean {
    return this.read('isRightToLeft', (sheet) => sheet.rightToLeft);
  }
  setRightToLeft(rightToLeft: boolean): Gas {
    return this.set('setRightToLeft', { rightToLeft });
  }
}
