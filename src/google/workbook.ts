import type { Cell } from '../types';
import { formatOf } from '../workbook/codec';
import type { HiddenBy, LaidColumn, WorkbookPort } from '../workbook/port';
import type { Table } from '../workbook/table';
import { again } from './again';
import { formatColumns, layTable } from './layout';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Column letters of a 1-based position: 1 is A, 27 is AA. */
export function columnLetters(position: number): string {
  let letters = '';
  for (let rest = position; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Rows read beyond the last: what people insert between measuring the used range and reading it would push the last rows out. */
const SLACK = 20;

function withSlack(range: GoogleAppsScript.Spreadsheet.Range): GoogleAppsScript.Spreadsheet.Range {
  try {
    return range.offset(0, 0, range.getNumRows() + SLACK, range.getNumColumns());
  } catch {
    return range; // The sheet ends before that.
  }
}

const valuesOf = (range: GoogleAppsScript.Spreadsheet.Range) => again(() => range.getValues() as Cell[][]);

/** A block, for which the grid is made larger if need be: a block beyond it is refused. */
function roomFor(
  sheet: Sheet,
  row: number,
  column: number,
  rows: number,
  columns: number,
): GoogleAppsScript.Spreadsheet.Range {
  try {
    return sheet.getRange(row, column, rows, columns);
  } catch {
    const [height, width] = [sheet.getMaxRows(), sheet.getMaxColumns()];
    if (height < row + rows - 1) sheet.insertRowsAfter(height, row + rows - 1 - height);
    if (width < column + columns - 1) sheet.insertColumnsAfter(width, column + columns - 1 - width);
    return sheet.getRange(row, column, rows, columns);
  }
}

/** Takes away what hides a row; what the filter spans stays. */
function showRow(sheet: Sheet, row: number): void {
  const filter = sheet.isRowHiddenByFilter(row) ? sheet.getFilter() : null;
  const range = filter?.getRange();
  for (let column = range?.getColumn() ?? 1; column <= (range?.getLastColumn() ?? 0); column++)
    if (filter?.getColumnFilterCriteria(column)) filter.removeColumnFilterCriteria(column);
  if (sheet.isRowHiddenByUser(row)) sheet.showRows(row);
}

/** The open spreadsheet, as the jobs see it. */
export class GoogleWorkbook implements WorkbookPort {
  constructor(private readonly spreadsheet: Spreadsheet) {}

  zoneName(): string {
    return again(() => this.spreadsheet.getSpreadsheetTimeZone());
  }

  locale(): string {
    return again(() => this.spreadsheet.getSpreadsheetLocale());
  }

  sheetNames(): string[] {
    return this.spreadsheet.getSheets().map((sheet) => sheet.getName());
  }

  sheetId(sheet: string): number | null {
    return this.spreadsheet.getSheetByName(sheet)?.getSheetId() ?? null;
  }

  read(sheet: string): Cell[][] | null {
    const found = this.spreadsheet.getSheetByName(sheet);
    if (!found) return null;
    const cells = valuesOf(withSlack(found.getDataRange()));
    let rows = cells.length;
    while (rows > 1 && cells[rows - 1].every((cell) => cell === '')) rows--;
    return cells.slice(0, rows);
  }

  readTop(sheet: string, rows: number): Cell[][] {
    const used = this.sheet(sheet).getDataRange();
    return valuesOf(used.offset(0, 0, Math.min(rows, used.getNumRows())));
  }

  extent(sheet: string): number {
    return this.spreadsheet.getSheetByName(sheet)?.getDataRange().getNumRows() ?? 0;
  }

  readRows(sheet: string, row: number, count: number): Cell[][] {
    const found = this.sheet(sheet);
    const letters = columnLetters(found.getDataRange().getNumColumns());
    return valuesOf(found.getRange(`A${row}:${letters}${row + count - 1}`));
  }

  readColumn(sheet: string, column: number): Cell[] {
    const found = this.sheet(sheet);
    const cells = valuesOf(withSlack(found.getRange(1, column, found.getDataRange().getNumRows(), 1)));
    return cells.map((row) => row[0]);
  }

  insertRows(sheet: string, beforeRow: number, rows: Cell[][], like?: number): void {
    const found = this.sheet(sheet);
    found.insertRowsBefore(beforeRow, rows.length);
    if (like !== undefined) this.copyLook(sheet, like + rows.length, beforeRow, rows.length, rows[0].length);
    found.getRange(beforeRow, 1, rows.length, rows[0].length).setValues(rows);
  }

  copyLook(sheet: string, from: number, row: number, count: number, columns: number): void {
    const found = this.sheet(sheet);
    const model = roomFor(found, from, 1, 1, columns);
    const fresh = found.getRange(row, 1, count, columns);
    model.copyTo(fresh, SpreadsheetApp.CopyPasteType.PASTE_FORMAT, false);
    model.copyTo(fresh, SpreadsheetApp.CopyPasteType.PASTE_DATA_VALIDATION, false);
  }

  writeBlock(sheet: string, row: number, column: number, cells: Cell[][]): void {
    roomFor(this.sheet(sheet), row, column, cells.length, cells[0].length).setValues(cells);
  }

  deleteRows(sheet: string, row: number, count: number): void {
    this.sheet(sheet).deleteRows(row, count);
  }

  lay(table: Table, columns: LaidColumn[], headerRow: number): boolean {
    return layTable(this.spreadsheet, this.sheet(table.sheet), table, columns, headerRow);
  }

  format(table: Table, positions: ReadonlyMap<string, number>, headerRow: number, row = headerRow + 1): void {
    const columns = [...positions].map(([name, position]) => ({ name, position }));
    const last = Math.max(...positions.values());
    const [formats] = roomFor(this.sheet(table.sheet), row, 1, 1, last).getNumberFormats();
    const lacking = columns.filter(({ name, position }) => {
      const format = formatOf(table.columns[name]);
      return format !== '' && formats[position - 1] !== format;
    });
    if (lacking.length > 0) formatColumns(this.sheet(table.sheet), table, lacking, headerRow);
  }

  createSheet(sheet: string, position: number, hidden = false): void {
    const made = this.spreadsheet.insertSheet(sheet, position);
    if (hidden) made.hideSheet();
  }

  rowCount(sheet: string): number {
    return this.spreadsheet.getSheetByName(sheet)?.getLastRow() ?? 0;
  }

  activate(sheet: string, row: number, show = false): HiddenBy {
    const found = this.spreadsheet.setActiveSheet(this.sheet(sheet));
    found.getRange(row, 1).activate();
    if (show) showRow(found, row);
    if (found.isRowHiddenByFilter(row)) return 'filter';
    return found.isRowHiddenByUser(row) ? 'person' : '';
  }

  active(): { sheet: string; row: number } | null {
    const range = this.spreadsheet.getActiveRange();
    return range ? { sheet: range.getSheet().getName(), row: range.getRow() } : null;
  }

  flush(): void {
    again(() => SpreadsheetApp.flush());
  }

  private sheet(name: string): Sheet {
    const found = this.spreadsheet.getSheetByName(name);
    if (!found) throw new Error(`The sheet “${name}” is gone.`);
    return found;
  }
}
