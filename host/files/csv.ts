import Papa from 'papaparse';
import { HostError } from '../error';
import { put } from '../workbook/row';
import { restyle } from '../workbook/style';
import { Workbook } from '../workbook/workbook';

/**
 * A table of texts as a workbook of one sheet. Nothing is converted: a date or a number stays the text it is, under the format plain text, so
 * that what the day and the month are can be found out from the whole column.
 */
export function readCsv(
  bytes: Buffer,
  sheetName: string,
  options: { timeZone?: string; locale?: string; name?: string },
): Workbook {
  const text = decode(bytes);
  if (text.includes('\0')) throw new HostError('not-a-workbook', `"${options.name}" is not a table of text.`);
  // A last empty line would spoil Papa's guess of the delimiter in a short file.
  const { data } = Papa.parse<string[]>(text.trimEnd(), { skipEmptyLines: false });
  while (data.length && data[data.length - 1].every((cell) => cell === '')) data.pop();
  if (data.length === 0) throw new HostError('empty', `"${options.name}" is empty.`);
  const book = Workbook.empty({ ...options, sheet: null });
  const width = data.reduce((most, line) => Math.max(most, line.length), 1);
  const sheet = book.addSheet(sheetName, 0, { rows: Math.max(1000, data.length), columns: Math.max(26, width) });
  const plain = restyle(undefined, { format: '@' });
  data.forEach((line, r) => {
    const row = sheet.own(r + 1);
    line.forEach((cell, c) => {
      put(row, 'values', c, cell === '' ? null : cell);
      put(row, 'styles', c, plain);
    });
  });
  return book;
}

/** UTF-8 or UTF-16 with or without its mark, else Windows' western letters. */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
