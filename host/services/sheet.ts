import { HostConditionalFormatRule, liveRule } from './conditional-format';
import { addMetadata, HostDeveloperMetadataFinder, metadataOf } from './developer-metadata';
import { SheetType } from './enums';
import { HostFilter } from './filter';
import { makeRange, makeSheet, makeSpreadsheet } from './make';
import { listNamedRanges } from './named-range';
import { protectionsOf, protectSheet } from './protected';
import { assertEditable } from './protection';
import { checked, type Place, RangeBase, select } from './range-base';
import { HostRangeList } from './range-list';
import { cellValue, rangeByText } from './range-values';
import { call, Exception, handle, port, sheetOf, whole, wrongSignature } from './realm';
import { HostSelection } from './selection';
import { SheetLayout } from './sheet-layout';
import { HostTextFinder } from './text-finder';

type Gas = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** Sheet: a name, a grid, and what hangs on it. */
export class HostSheet extends SheetLayout {
  get #id(): number {
    return SheetLayout.idOf(this);
  }

  getSheetId(): number {
    return this.#id;
  }
  getName(): string {
    handle();
    return sheetOf(this.#id).name;
  }
  getSheetName(): string {
    return this.getName();
  }
  setName(name: string): Gas {
    return this.write('setName', (sheet) => {
      if (String(name) === '' || String(name).length > 100)
        throw new Exception('Sheet names must be between 1 and 100 characters.');
      port.book.renameSheet(sheet, String(name));
    });
  }
  getIndex(): number {
    handle();
    return port.book.sheets.indexOf(sheetOf(this.#id)) + 1;
  }
  getParent(): GoogleAppsScript.Spreadsheet.Spreadsheet {
    handle();
    return makeSpreadsheet();
  }
  getType(): GoogleAppsScript.Spreadsheet.SheetType {
    return SheetType.GRID;
  }
  activate(): Gas {
    const selected = port.book.view.selection[this.#id]?.[0] ?? { row: 1, column: 1, rows: 1, columns: 1 };
    select({ sheetId: this.#id, ...selected });
    return this as unknown as Gas;
  }

  /** `A1` text, row and column, or row, column and size. */
  getRange(rowOrA1: number | string, column?: number, numRows = 1, numColumns = 1): Range {
    handle();
    if (typeof rowOrA1 === 'string' && column === undefined) return rangeByText(rowOrA1, this.#id);
    const args = [rowOrA1, column, numRows, numColumns];
    const [row, col, rows, columns] = args.map((value) =>
      whole(value, 'SpreadsheetApp.Sheet.getRange', args.slice(0, 2)),
    );
    return makeRange(checked({ sheetId: this.#id, row, column: col, rows, columns }));
  }
  getRangeList(a1Notations: readonly string[]): GoogleAppsScript.Spreadsheet.RangeList {
    return new HostRangeList(a1Notations.map((a1) => RangeBase.placeOf(rangeByText(a1, this.#id)))) as never;
  }
  /** The block from A1 to the last content. A handle here; it takes the extent as it is now. */
  getDataRange(): Range {
    handle();
    return makeRange({ sheetId: this.#id, ...sheetOf(this.#id).dataRect() });
  }
  getLastRow(): number {
    return this.read('getLastRow', (sheet) => sheet.lastRow());
  }
  getLastColumn(): number {
    return this.read('getLastColumn', (sheet) => sheet.lastColumn());
  }
  getMaxRows(): number {
    return this.read('getMaxRows', (sheet) => sheet.maxRows);
  }
  getMaxColumns(): number {
    return this.read('getMaxColumns', (sheet) => sheet.maxColumns);
  }
  // biome-ignore lint/suspicious/noExplicitAny: the shape of Google's declaration
  getSheetValues(startRow: number, startColumn: number, numRows: number, numColumns: number): any[][] {
    return this.read(
      'getSheetValues',
      (sheet) => {
        const rows = numRows === -1 ? sheet.lastRow() - startRow + 1 : numRows;
        const columns = numColumns === -1 ? sheet.lastColumn() - startColumn + 1 : numColumns;
        checked({ sheetId: this.#id, row: startRow, column: startColumn, rows, columns });
        return Array.from({ length: rows }, (_, r) =>
          Array.from({ length: columns }, (_, c) => cellValue(sheet, startRow + r, startColumn + c)),
        );
      },
      Math.max(1, numRows) * Math.max(1, numColumns),
    );
  }

  /** Adds a row below the last content, with a new grid row where the sheet is full. */
  appendRow(rowContents: readonly unknown[]): Gas {
    if (!Array.isArray(rowContents)) throw wrongSignature('SpreadsheetApp.Sheet.appendRow', [rowContents]);
    const append = (): void => {
      const sheet = sheetOf(this.#id);
      const row = sheet.lastRow() + 1;
      sheet.ensureSize(row, rowContents.length);
      const rect = { row, column: 1, rows: 1, columns: rowContents.length };
      assertEditable(sheet, rect);
      port.ops.writeValues(sheet, rect, [rowContents], port.now());
    };
    call('Sheet.appendRow', 'write', append, 0, rowContents.length);
    return this as unknown as Gas;
  }

  #whole(): Place {
    const { maxRows, maxColumns } = sheetOf(this.#id);
    return { sheetId: this.#id, row: 1, column: 1, rows: maxRows, columns: maxColumns };
  }
  clear(options?: { contentsOnly?: boolean; formatOnly?: boolean }): Gas {
    const layers = options?.contentsOnly
      ? (['values', 'formulas'] as const)
      : options?.formatOnly
        ? (['styles'] as const)
        : (['values', 'formulas', 'styles'] as const);
    return this.write('clear', (sheet) => port.ops.wipe(sheet, this.#whole(), layers));
  }
  clearContents(): Gas {
    return this.write('clearContents', (sheet) => port.ops.wipe(sheet, this.#whole(), ['values', 'formulas']));
  }
  clearFormats(): Gas {
    return this.write('clearFormats', (sheet) => port.ops.wipe(sheet, this.#whole(), ['styles']));
  }
  clearNotes(): Gas {
    return this.write('clearNotes', (sheet) => port.ops.wipe(sheet, this.#whole(), ['notes']));
  }
  clearConditionalFormatRules(): void {
    this.set('clearConditionalFormatRules', { conditional: [] });
  }
  getConditionalFormatRules(): GoogleAppsScript.Spreadsheet.ConditionalFormatRule[] {
    return this.read('getConditionalFormatRules', (sheet) => sheet.conditional.map((rule) => liveRule(this.#id, rule)));
  }
  setConditionalFormatRules(rules: readonly GoogleAppsScript.Spreadsheet.ConditionalFormatRule[]): void {
    this.set('setConditionalFormatRules', { conditional: rules.map((rule) => HostConditionalFormatRule.plain(rule)) });
  }

  /** Sorts the rows below the frozen ones. */
  sort(columnPosition: number, ascending = true): Gas {
    return this.write('sort', (sheet) => {
      const rect = {
        row: sheet.frozenRows + 1,
        column: 1,
        rows: sheet.lastRow() - sheet.frozenRows,
        columns: Math.max(sheet.lastColumn(), columnPosition),
      };
      if (rect.rows > 0) port.ops.sortRows(sheet, rect, [{ column: columnPosition, ascending }]);
    });
  }
  getFilter(): GoogleAppsScript.Spreadsheet.Filter | null {
    return this.read('getFilter', (sheet) => (sheet.filter ? (new HostFilter(this.#id) as never) : null));
  }
  createTextFinder(findText: string): GoogleAppsScript.Spreadsheet.TextFinder {
    handle();
    return new HostTextFinder([this.#whole()], findText) as never;
  }
  copyTo(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): Gas {
    if (spreadsheet.getId() !== port.book.id)
      throw new Exception('Sheet.copyTo another file exists at Google; this host does not do it yet');
    const id = call('Sheet.copyTo', 'write', () => {
      const sheet = sheetOf(this.#id);
      let name = `Copy of ${sheet.name}`;
      for (let n = 1; port.book.sheetByName(name); n++) name = `Copy of ${sheet.name} ${n}`;
      return port.ops.duplicateSheet(port.book, sheet, name, port.book.sheets.length).id;
    });
    return makeSheet(id);
  }
  protect(): GoogleAppsScript.Spreadsheet.Protection {
    return protectSheet(this.#id);
  }
  getProtections(type: GoogleAppsScript.Spreadsheet.ProtectionType): GoogleAppsScript.Spreadsheet.Protection[] {
    return protectionsOf([this.#id], type, 'Sheet.getProtections');
  }
  getNamedRanges(): GoogleAppsScript.Spreadsheet.NamedRange[] {
    return listNamedRanges('Sheet.getNamedRanges', this.#id);
  }
  addDeveloperMetadata(key: string, valueOrVisibility?: unknown, visibility?: unknown): Gas {
    addMetadata({ sheetId: this.#id }, 'Sheet', key, valueOrVisibility, visibility);
    return this as unknown as Gas;
  }
  getDeveloperMetadata(): GoogleAppsScript.Spreadsheet.DeveloperMetadata[] {
    return metadataOf({ sheetId: this.#id }, 'Sheet');
  }
  createDeveloperMetadataFinder(): GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder {
    handle();
    return new HostDeveloperMetadataFinder({ sheetId: this.#id }) as never;
  }

  #selected(): Place {
    return {
      sheetId: this.#id,
      ...(port.book.view.selection[this.#id]?.[0] ?? { row: 1, column: 1, rows: 1, columns: 1 }),
    };
  }
  getActiveRange(): Range | null {
    return this.read('getActiveRange', () => makeRange(this.#selected()));
  }
  getActiveCell(): Range {
    return this.read('getActiveCell', () => makeRange({ ...this.#selected(), rows: 1, columns: 1 }));
  }
  getCurrentCell(): Range | null {
    return this.getActiveCell();
  }
  getActiveRangeList(): GoogleAppsScript.Spreadsheet.RangeList | null {
    return this.read('getActiveRangeList', () => new HostRangeList([this.#selected()]) as never);
  }
  getSelection(): GoogleAppsScript.Spreadsheet.Selection {
    handle();
    return new HostSelection() as never;
  }
  setActiveRange(range: Range): Range {
    return range.activate();
  }
  setActiveSelection(range: Range | string): Range {
    return (typeof range === 'string' ? this.getRange(range) : range).activate();
  }
  setCurrentCell(cell: Range): Range {
    return cell.activate();
  }
  setActiveRangeList(rangeList: GoogleAppsScript.Spreadsheet.RangeList): GoogleAppsScript.Spreadsheet.RangeList {
    return rangeList.activate();
  }
}
