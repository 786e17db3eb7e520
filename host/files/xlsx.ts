import * as XLSX from '@e965/xlsx';
import { HostError } from '../error';
import { put, type Row, type Value } from '../workbook/row';
import type { Sheet } from '../workbook/sheet';
import { restyle, type Style } from '../workbook/style';
import { Workbook } from '../workbook/workbook';

type Dense = (XLSX.CellObject | undefined)[][];

const ERRORS: Record<number, string> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};
/** UTF-16 units that a cell of an .xlsx file may hold; Sheets allows 50,000. */
export const MOST_LETTERS = 32_767;
/** Days between the two calendars that .xlsx files know. */
const MAC_EPOCH = 1462;

/** @throws HostError `broken`, `locked` */
export function readXlsx(
  bytes: Buffer,
  path: string,
  options: { timeZone?: string; locale?: string; name?: string },
): Workbook {
  let file: XLSX.WorkBook;
  try {
    file = XLSX.read(bytes, { dense: true, cellNF: true, cellDates: false, cellText: false, cellHTML: false });
  } catch (error) {
    const locked = /password|encrypt/i.test((error as Error).message);
    if (locked) throw new HostError('locked', `"${path}" has a password: save it without one first.`);
    throw new HostError('broken', `"${path}" can't be read as a workbook: the file is damaged.`);
  }
  if (file.SheetNames.length === 0) throw new HostError('broken', `"${path}" has no sheets.`);
  const book = Workbook.empty({ ...options, sheet: null });
  const shift = file.Workbook?.WBProps?.date1904 ? MAC_EPOCH : 0;
  file.SheetNames.forEach((name, i) => {
    const source = file.Sheets[name];
    const data = ((source as { '!data'?: Dense })['!data'] ?? []) as Dense;
    const width = data.reduce((most, line) => Math.max(most, line?.length ?? 0), 1);
    const sheet = book.addSheet(name, i, { rows: Math.max(1000, data.length), columns: Math.max(26, width) });
    sheet.hidden = (file.Workbook?.Sheets?.[i]?.Hidden ?? 0) > 0;
    fillCells(sheet, data, shift);
    fillLayout(sheet, source);
  });
  return book;
}

function fillCells(sheet: Sheet, data: Dense, shift: number): void {
  const formats = new Map<string, Style>();
  data.forEach((line, r) => {
    if (!line?.length) return;
    const row = sheet.own(r + 1);
    for (let c = 0; c < line.length; c++) {
      const cell = line[c];
      if (cell) fillCell(sheet, row, c, cell, shift, formats);
    }
  });
}

function fillCell(
  sheet: Sheet,
  row: Row,
  index: number,
  cell: XLSX.CellObject,
  shift: number,
  formats: Map<string, Style>,
): void {
  const format = sheetsFormat(cell.z === undefined ? '' : String(cell.z), sheet.book.locale.dateFormat);
  if (format !== '') {
    const style = formats.get(format) ?? restyle(undefined, { format });
    formats.set(format, style);
    put(row, 'styles', index, style);
    if (shift && style.kind === 'date' && typeof cell.v === 'number') cell.v += shift;
  }
  const value = cellValue(cell);
  if (value !== null) put(row, 'values', index, value);
  if (cell.f) put(row, 'formulas', index, `=${cell.f}`);
  if (cell.c?.length) put(row, 'notes', index, cell.c.map((comment) => comment.t).join('\n'));
}

function cellValue(cell: XLSX.CellObject): Value {
  if (cell.t === 'e') return ERRORS[cell.v as number] ?? '#ERROR!';
  if (cell.t === 'z' || cell.v === undefined || cell.v === '') return null;
  return cell.v instanceof Date ? cell.v.toISOString() : cell.v;
}

/** Excel's built-in formats in Sheets' words. */
function sheetsFormat(format: string, dateFormat: string): string {
  if (format === 'General') return '';
  return format === 'm/d/yy' ? dateFormat : format;
}

function fillLayout(sheet: Sheet, source: XLSX.WorkSheet): void {
  (source['!cols'] ?? []).forEach((column, c) => {
    const width = column?.wpx ?? (column?.wch === undefined ? undefined : Math.round(column.wch * 7 + 5));
    if (column && (width !== undefined || column.hidden))
      sheet.setColumn(c + 1, { width, hidden: column.hidden || undefined });
  });
  (source['!rows'] ?? []).forEach((line, r) => {
    if (line?.hidden) sheet.own(r + 1).hidden = true;
  });
  sheet.merges = (source['!merges'] ?? []).map(({ s, e }) => ({
    row: s.r + 1,
    column: s.c + 1,
    rows: e.r - s.r + 1,
    columns: e.c - s.c + 1,
  }));
  const filter = source['!autofilter'] && XLSX.utils.decode_range(source['!autofilter'].ref);
  if (filter)
    sheet.filter = {
      rect: {
        row: filter.s.r + 1,
        column: filter.s.c + 1,
        rows: filter.e.r - filter.s.r + 1,
        columns: filter.e.c - filter.s.c + 1,
      },
      criteria: {},
    };
}

/** The workbook as an .xlsx file: values, formulas, number formats, widths, merges, notes, what is hidden. */
export function writeXlsx(book: Workbook): Buffer {
  const file = XLSX.utils.book_new();
  const names = fileSheetNames(book);
  for (const sheet of book.sheets) XLSX.utils.book_append_sheet(file, toWorksheet(sheet), names.get(sheet.name));
  file.Workbook = { Sheets: book.sheets.map((sheet) => ({ Hidden: sheet.hidden ? 1 : 0 })) };
  return XLSX.write(file, { type: 'buffer', bookType: 'xlsx', compression: true, cellDates: false }) as Buffer;
}

/** Names that an .xlsx may hold, by the sheets' own: at most 31 characters, without `: \\ / ? * [ ]` and quotes at the ends, and all different. */
export function fileSheetNames(book: Workbook): Map<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const { name } of book.sheets) {
    const plain = name.replace(/[:\\/?*[\]]/g, '_').replace(/^'|'$/g, '_');
    let short = plain.slice(0, 31);
    for (let n = 2; taken.has(short.toLowerCase()); n++) short = `${plain.slice(0, 28)}~${n}`;
    taken.add(short.toLowerCase());
    names.set(name, short);
  }
  return names;
}

function toWorksheet(sheet: Sheet): XLSX.WorkSheet {
  const data: Dense = [];
  const hidden: XLSX.RowInfo[] = [];
  let width = 1;
  for (let r = 0; r < sheet.rows.length; r++) {
    const row = sheet.rows[r];
    const line: (XLSX.CellObject | undefined)[] = [];
    if (row) {
      if (row.hidden) hidden[r] = { hidden: true };
      const length = Math.max(row.values.length, row.formulas?.length ?? 0, row.notes?.length ?? 0);
      for (let c = 0; c < length; c++) line[c] = toCell(row, c);
      width = Math.max(width, length);
    }
    data.push(line);
  }
  // SheetJS looks at the first row even of an empty sheet.
  if (data.length === 0) data.push([]);
  const worksheet: XLSX.WorkSheet = {
    '!ref': XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(0, data.length - 1), c: width - 1 } }),
  };
  (worksheet as { '!data'?: Dense })['!data'] = data;
  worksheet['!cols'] = Array.from(sheet.columns, (column) =>
    column ? { wpx: column.width, hidden: column.hidden } : {},
  );
  if (hidden.length) worksheet['!rows'] = Array.from(hidden, (line) => line ?? {});
  worksheet['!merges'] = sheet.merges.map(({ row, column, rows, columns }) => ({
    s: { r: row - 1, c: column - 1 },
    e: { r: row + rows - 2, c: column + columns - 2 },
  }));
  if (sheet.filter) {
    const { row, column, rows, columns } = sheet.filter.rect;
    worksheet['!autofilter'] = {
      ref: XLSX.utils.encode_range({
        s: { r: row - 1, c: column - 1 },
        e: { r: row + rows - 2, c: column + columns - 2 },
      }),
    };
  }
  return worksheet;
}

function toCell(row: Row, index: number): XLSX.CellObject | undefined {
  const value = row.values[index] ?? null;
  const formula = row.formulas?.[index];
  const note = row.notes?.[index];
  // What Sheets could not read as a formula would make Excel call the file damaged: only its error goes into the file.
  const sound = formula !== undefined && value !== '#ERROR!' && value !== '#NAME?';
  if (value === null && !sound && note === undefined) return undefined;
  const cell: XLSX.CellObject =
    value === null
      ? sound
        ? { t: 's', v: '' }
        : { t: 'z' }
      : typeof value === 'number'
        ? { t: 'n', v: value }
        : typeof value === 'boolean'
          ? { t: 'b', v: value }
          : { t: 's', v: value.slice(0, MOST_LETTERS) };
  if (sound) cell.f = formula.slice(1);
  const format = row.styles?.[index]?.format;
  if (format) cell.z = format;
  if (note !== undefined) {
    cell.c = [{ a: '', t: note.slice(0, MOST_LETTERS) }];
    (cell.c as { hidden?: boolean }).hidden = true;
  }
  return cell;
}
