import { formatOf } from '../workbook/codec';
import type { LaidColumn } from '../workbook/port';
import type { RowColour, Table } from '../workbook/table';
import { columnLetters } from './workbook';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const HEADER_BACKGROUND = '#f1f3f4';

/**
 * Gives a sheet its headers, widths, formats, drop-downs, notes and colours. Writes no value but the headers of new
 * columns; what people have added is left as it is.
 * @returns false when somebody has put something where the new columns were to stand
 */
export function layTable(
  spreadsheet: Spreadsheet,
  sheet: Sheet,
  table: Table,
  columns: LaidColumn[],
  headerRow: number,
): boolean {
  const last = Math.max(...columns.map(({ position }) => position));
  if (sheet.getMaxColumns() < last) sheet.insertColumnsAfter(sheet.getMaxColumns(), last - sheet.getMaxColumns());
  const fresh = columns.filter(({ isNew }) => isNew);
  if (fresh.length === 0) {
    dropDowns(spreadsheet, sheet, table, columns, headerRow);
    colours(sheet, table, columns, headerRow);
    return true;
  }
  layColumns(sheet, table, fresh, headerRow);
  sheet.setFrozenRows(headerRow);
  if (table.frozenColumns) sheet.setFrozenColumns(table.frozenColumns);
  if (table.tab) sheet.setTabColor(table.tab);
  if (!headers(sheet, table, fresh, headerRow)) return false;
  dropDowns(spreadsheet, sheet, table, columns, headerRow);
  colours(sheet, table, columns, headerRow);
  return true;
}

/**
 * New headers stand side by side, so they are one block. Their words come last: a run that is cut off before lays all again.
 * False, and no word is written, when the place is taken: somebody has put in a column since it was looked for.
 */
function headers(sheet: Sheet, table: Table, fresh: LaidColumn[], headerRow: number): boolean {
  const first = Math.min(...fresh.map(({ position }) => position));
  const sorted = [...fresh].sort((a, b) => a.position - b.position).map(({ name }) => table.columns[name]);
  const range = sheet.getRange(headerRow, first, 1, sorted.length);
  if (range.getValues()[0].some((cell) => cell !== '')) return false;
  const notes = sorted.map(
    ({ note, owner }) => note ?? (owner === 'staff' ? 'Yours: the program does not overwrite it.' : ''),
  );
  range.setNotes([notes]);
  range
    .setFontWeight('bold')
    .setBackground(HEADER_BACKGROUND)
    .setValues([sorted.map(({ header }) => header)]);
  return true;
}

/** Widths, formats and hiding, in one call for each run of columns or each format. */
function layColumns(sheet: Sheet, table: Table, fresh: LaidColumn[], headerRow: number): void {
  const of = ({ name }: LaidColumn) => table.columns[name];
  for (const run of runsOf(fresh, (column) => of(column).width))
    sheet.setColumnWidths(run.position, run.count, run.value);
  formatColumns(sheet, table, fresh, headerRow);
  for (const run of runsOf(fresh, (column) => of(column).hidden === true)) {
    if (run.value) sheet.hideColumns(run.position, run.count);
  }
}

/** Number formats, in one call for each. */
export function formatColumns(
  sheet: Sheet,
  table: Table,
  columns: readonly Pick<LaidColumn, 'name' | 'position'>[],
  headerRow: number,
): void {
  const byFormat = new Map<string, string[]>();
  for (const { name, position } of columns) {
    const format = formatOf(table.columns[name]);
    if (format !== '') byFormat.set(format, [...(byFormat.get(format) ?? []), belowA1(position, headerRow)]);
  }
  for (const [format, ranges] of byFormat) sheet.getRangeList(ranges).setNumberFormat(format);
}

/** Neighbouring columns of which `value` is the same. */
function runsOf<V>(
  columns: LaidColumn[],
  value: (column: LaidColumn) => V,
): { position: number; count: number; value: V }[] {
  const runs: { position: number; count: number; value: V }[] = [];
  for (const column of [...columns].sort((a, b) => a.position - b.position)) {
    const last = runs[runs.length - 1];
    if (last && last.value === value(column) && last.position + last.count === column.position) last.count++;
    else runs.push({ position: column.position, count: 1, value: value(column) });
  }
  return runs;
}

/** The cells of a column under its header, to the end of the sheet. */
function belowA1(position: number, headerRow: number): string {
  const letters = columnLetters(position);
  return `${letters}${headerRow + 1}:${letters}`;
}

function below(sheet: Sheet, position: number, headerRow: number): GoogleAppsScript.Spreadsheet.Range {
  return sheet.getRange(belowA1(position, headerRow));
}

function dropDowns(
  spreadsheet: Spreadsheet,
  sheet: Sheet,
  table: Table,
  columns: LaidColumn[],
  headerRow: number,
): void {
  for (const { name, position } of columns) {
    const column = table.columns[name];
    const range = below(sheet, position, headerRow);
    if (column.options) range.setDataValidation(fromList(column.options));
    else if (column.optionsFrom) {
      const list = listRange(spreadsheet, column.optionsFrom);
      if (list)
        range.setDataValidation(
          SpreadsheetApp.newDataValidation().requireValueInRange(list, true).setAllowInvalid(true).build(),
        );
    }
  }
}

function fromList(options: readonly string[]): GoogleAppsScript.Spreadsheet.DataValidation {
  return SpreadsheetApp.newDataValidation()
    .requireValueInList([...options], true)
    .setAllowInvalid(true)
    .build();
}

/** Where the words of a drop-down stand, if the sheet is there and has been laid. */
function listRange(
  spreadsheet: Spreadsheet,
  from: { sheet: string; column: string },
): GoogleAppsScript.Spreadsheet.Range | null {
  const sheet = spreadsheet.getSheetByName(from.sheet);
  if (!sheet || sheet.getLastColumn() === 0) return null;
  const position = sheet.getRange(1, 1, 1, sheet.getLastColumn()).getValues()[0].indexOf(from.column) + 1;
  return position === 0 ? null : below(sheet, position, 1);
}

function colours(sheet: Sheet, table: Table, columns: LaidColumn[], headerRow: number): void {
  if (!table.colours) return;
  const rules = table.colours.map((colour) => colourRule(sheet, colour, columns, headerRow));
  const ours = new Set(rules.map(formulaOf));
  const theirs = sheet.getConditionalFormatRules().filter((rule) => !ours.has(formulaOf(rule)));
  sheet.setConditionalFormatRules([...theirs, ...rules]);
}

function colourRule(
  sheet: Sheet,
  colour: RowColour,
  columns: LaidColumn[],
  headerRow: number,
): GoogleAppsScript.Spreadsheet.ConditionalFormatRule {
  const cell = (column: string) =>
    `$${columnLetters(columns.find(({ name }) => name === column)?.position ?? 1)}${headerRow}`;
  const holds = `${cell(colour.column)}="${colour.value}"`;
  const last = Math.max(...columns.map((column) => column.position));
  // From the header on: rows put in right below it then fall inside the range, which grows with them.
  const range = sheet.getRange(`A${headerRow}:${columnLetters(last)}`);
  return SpreadsheetApp.newConditionalFormatRule()
    .whenFormulaSatisfied(colour.past ? `=AND(${holds},${cell(colour.past)}<NOW())` : `=${holds}`)
    .setBackground(colour.background)
    .setRanges([range])
    .build();
}

function formulaOf(rule: GoogleAppsScript.Spreadsheet.ConditionalFormatRule): string {
  return String(rule.getBooleanCondition()?.getCriteriaValues()[0] ?? '');
}
