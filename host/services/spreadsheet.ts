import { addMetadata, HostDeveloperMetadataFinder, metadataOf } from './developer-metadata';
import { RecalculationInterval } from './enums';
import { makeRange, makeSheet } from './make';
import { listNamedRanges, removeNamedRange, setNamedRange } from './named-range';
import { protectionsOf } from './protected';
import { RangeBase } from './range-base';
import { HostRangeList } from './range-list';
import { rangeByText } from './range-values';
import { call, Exception, handle, port, sheetOf } from './realm';
import { HostSelection } from './selection';
import { SheetLayout } from './sheet-layout';
import { HostTextFinder } from './text-finder';
import { HostUser } from './user';

type Gas = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** The spreadsheet file. What it shares with Sheet goes to the sheet in front. */
export class HostSpreadsheet {
  #active(): Sheet {
    return makeSheet(port.book.view.active);
  }

  getId(): string {
    return port.book.id;
  }
  getUrl(): string {
    return `https://docs.google.com/spreadsheets/d/${port.book.id}/edit`;
  }
  getName(): string {
    handle();
    return port.book.name;
  }
  rename(newName: string): void {
    call('Spreadsheet.rename', 'write', () => port.ops.updateBook(port.book, { name: String(newName) }));
  }
  getSpreadsheetTimeZone(): string {
    return call('Spreadsheet.getSpreadsheetTimeZone', 'read', () => port.book.timeZone);
  }
  setSpreadsheetTimeZone(timezone: string): void {
    call('Spreadsheet.setSpreadsheetTimeZone', 'write', () => {
      try {
        new Intl.DateTimeFormat('en-US', { timeZone: timezone });
      } catch {
        throw new Exception(`Invalid argument: timezone ${timezone}`);
      }
      port.ops.updateBook(port.book, { timeZone: timezone });
    });
  }
  getSpreadsheetLocale(): string {
    return call('Spreadsheet.getSpreadsheetLocale', 'read', () => port.book.getLocaleName());
  }
  setSpreadsheetLocale(locale: string): void {
    call('Spreadsheet.setSpreadsheetLocale', 'write', () => port.book.setLocale(String(locale)));
  }
  getRecalculationInterval(): GoogleAppsScript.Spreadsheet.RecalculationInterval {
    return RecalculationInterval.ON_CHANGE;
  }

  getSheets(): Sheet[] {
    handle();
    return Array.from(port.book.sheets, (sheet) => makeSheet(sheet.id));
  }
  getNumSheets(): number {
    handle();
    return port.book.sheets.length;
  }
  /** @returns null where there is no sheet of that name */
  getSheetByName(name: string): Sheet | null {
    handle();
    const sheet = port.book.sheetByName(String(name));
    return sheet ? makeSheet(sheet.id) : null;
  }
  getSheetById(id: number): Sheet | null {
    handle();
    return port.book.sheetById(id) ? makeSheet(id) : null;
  }
  getActiveSheet(): Sheet {
    handle();
    return this.#active();
  }
  setActiveSheet(sheet: Sheet): Sheet {
    return sheet.activate();
  }

  /** A new sheet of 1000 × 26 cells, named Sheet2, Sheet3 … where no name is given. */
  insertSheet(...args: (string | number | { template?: Sheet })[]): Sheet {
    const name = args.find((value) => typeof value === 'string');
    const index = args.find((value) => typeof value === 'number');
    const template = args.find((value) => typeof value === 'object' && value !== null)?.template;
    const id = call('Spreadsheet.insertSheet', 'write', () => {
      const book = port.book;
      let free = name;
      for (let n = book.sheets.length + 1; free === undefined; n++)
        if (!book.sheetByName(`Sheet${n}`)) free = `Sheet${n}`;
      const at = Math.min(
        Math.max(0, index ?? book.sheets.findIndex((sheet) => sheet.id === book.view.active) + 1),
        book.sheets.length,
      );
      const made = template
        ? port.ops.duplicateSheet(book, sheetOf(SheetLayout.idOf(template)), free, at)
        : book.addSheet(free, at);
      port.ops.updateBook(book, { view: { ...book.view, active: made.id } });
      return made.id;
    });
    return makeSheet(id);
  }
  deleteSheet(sheet: Sheet): void {
    call('Spreadsheet.deleteSheet', 'write', () => port.book.removeSheet(sheetOf(SheetLayout.idOf(sheet))));
  }
  deleteActiveSheet(): Sheet {
    this.deleteSheet(this.#active());
    return this.#active();
  }
  duplicateActiveSheet(): Sheet {
    return this.#active()
      .copyTo(this as unknown as Gas)
      .activate();
  }
  moveActiveSheet(pos: number): void {
    call('Spreadsheet.moveActiveSheet', 'write', () => port.book.moveSheet(sheetOf(port.book.view.active), pos - 1));
  }
  renameActiveSheet(newName: string): void {
    this.#active().setName(newName);
  }

  getRange(a1Notation: string): Range {
    handle();
    return rangeByText(String(a1Notation), port.book.view.active);
  }
  getRangeList(a1Notations: readonly string[]): GoogleAppsScript.Spreadsheet.RangeList {
    return new HostRangeList(
      a1Notations.map((a1) => RangeBase.placeOf(rangeByText(a1, port.book.view.active))),
    ) as never;
  }
  getRangeByName(name: string): Range | null {
    handle();
    const named = port.book.named.find((entry) => entry.name === name);
    return named ? makeRange({ sheetId: named.sheetId, ...named.rect }) : null;
  }
  getNamedRanges(): GoogleAppsScript.Spreadsheet.NamedRange[] {
    return listNamedRanges('Spreadsheet.getNamedRanges');
  }
  setNamedRange(name: string, range: Range): void {
    setNamedRange(name, range, 'Spreadsheet.setNamedRange');
  }
  removeNamedRange(name: string): void {
    removeNamedRange(name, 'Spreadsheet.removeNamedRange');
  }
  getProtections(type: GoogleAppsScript.Spreadsheet.ProtectionType): GoogleAppsScript.Spreadsheet.Protection[] {
    return protectionsOf(
      port.book.sheets.map((sheet) => sheet.id),
      type,
      'Spreadsheet.getProtections',
    );
  }
  createTextFinder(findText: string): GoogleAppsScript.Spreadsheet.TextFinder {
    handle();
    const places = Array.from(port.book.sheets, (sheet) => ({
      sheetId: sheet.id,
      row: 1,
      column: 1,
      rows: sheet.maxRows,
      columns: sheet.maxColumns,
    }));
    return new HostTextFinder(places, findText) as never;
  }
  addDeveloperMetadata(key: string, valueOrVisibility?: unknown, visibility?: unknown): Gas {
    addMetadata(undefined, 'Spreadsheet', key, valueOrVisibility, visibility);
    return this as unknown as Gas;
  }
  getDeveloperMetadata(): GoogleAppsScript.Spreadsheet.DeveloperMetadata[] {
    return metadataOf(undefined, 'Spreadsheet');
  }
  createDeveloperMetadataFinder(): GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder {
    handle();
    return new HostDeveloperMetadataFinder(undefined) as never;
  }

  toast(msg: string, title?: string, timeoutSeconds?: number | null): void {
    call('Spreadsheet.toast', 'ui', () => {
      // Nobody sees a toast of a time-driven run.
      if (port.run.hasEditor) port.ui.toast(String(msg), String(title ?? ''), timeoutSeconds ?? 5);
    });
  }
  addMenu(name: string, subMenus: readonly ({ name: string; functionName: string } | null)[]): void {
    const items = subMenus.map((item) => ({ caption: item?.name ?? '', functionName: item?.functionName ?? '' }));
    call('Spreadsheet.addMenu', 'ui', () => port.ui.menu(name, items));
  }
  updateMenu(name: string, subMenus: readonly ({ name: string; functionName: string } | null)[]): void {
    this.addMenu(name, subMenus);
  }

  getOwner(): GoogleAppsScript.Base.User | null {
    return call('Spreadsheet.getOwner', 'read', () => new HostUser(port.book.owner) as never);
  }
  getEditors(): GoogleAppsScript.Base.User[] {
    return call('Spreadsheet.getEditors', 'read', () =>
      [...new Set([port.book.owner, ...(port.book.editors ?? [])])].map((mail) => new HostUser(mail) as never),
    );
  }
  addEditor(user: unknown): Gas {
    return this.addEditors([user]);
  }
  addEditors(users: readonly unknown[]): Gas {
    call('Spreadsheet.addEditors', 'write', () =>
      port.ops.updateBook(port.book, { editors: [...new Set([...(port.book.editors ?? []), ...users.map(String)])] }),
    );
    return this as unknown as Gas;
  }
  removeEditor(user: unknown): Gas {
    call('Spreadsheet.removeEditor', 'write', () =>
      port.ops.updateBook(port.book, { editors: (port.book.editors ?? []).filter((mail) => mail !== String(user)) }),
    );
    return this as unknown as Gas;
  }
  getViewers(): GoogleAppsScript.Base.User[] {
    return this.getEditors();
  }

  getSelection(): GoogleAppsScript.Spreadsheet.Selection {
    handle();
    return new HostSelection() as never;
  }
  getActiveRange(): Range | null {
    return this.#active().getActiveRange();
  }
  getActiveRangeList(): GoogleAppsScript.Spreadsheet.RangeList | null {
    return this.#active().getActiveRangeList();
  }
  getActiveCell(): Range {
    return this.#active().getActiveCell();
  }
  getCurrentCell(): Range | null {
    return this.#active().getCurrentCell();
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
}

/** What Spreadsheet shares with Sheet: it is done on the sheet in front. */
const ON_THE_ACTIVE_SHEET = [
  ...['appendRow', 'autoResizeColumn', 'deleteColumn', 'deleteColumns', 'deleteRow', 'deleteRows', 'sort'],
  ...[
    'getColumnWidth',
    'getDataRange',
    'getFrozenColumns',
    'getFrozenRows',
    'getLastColumn',
    'getLastRow',
    'getRowHeight',
  ],
  ...['getSheetId', 'getSheetName', 'getSheetValues', 'hideColumn', 'hideRow', 'unhideColumn', 'unhideRow'],
  ...['insertColumnAfter', 'insertColumnBefore', 'insertColumnsAfter', 'insertColumnsBefore'],
  ...['insertRowAfter', 'insertRowBefore', 'insertRowsAfter', 'insertRowsBefore'],
  ...['isColumnHiddenByUser', 'isRowHiddenByFilter', 'isRowHiddenByUser'],
  ...['setColumnWidth', 'setFrozenColumns', 'setFrozenRows', 'setRowHeight'],
];

for (const name of ON_THE_ACTIVE_SHEET)
  Object.defineProperty(HostSpreadsheet.prototype, name, {
    value: (...args: unknown[]) => {
      const sheet = makeSheet(port.book.view.active) as unknown as Record<string, (...args: unknown[]) => unknown>;
      return sheet[name](...args);
    },
    writable: true,
    configurable: true,
  });
