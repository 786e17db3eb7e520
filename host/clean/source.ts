import { closeSync, createReadStream, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { Readable } from 'node:stream';
import * as XLSX from '@e965/xlsx';
import Papa from 'papaparse';
import { fromSerial } from '../../src/intake/calendar';
import { numberText } from '../../src/intake/text';
import { HostError } from '../error';

/** A table that can be gone through more than once, some rows at a time, as text. */
export interface Source {
  batches(): AsyncIterable<string[][]> | Iterable<string[][]>;
  /** Share of the file that has been gone through, 0 to 1, where that is known. */
  progress(): number;
}

const WORKBOOKS = ['.xlsx', '.xlsm', '.xls', '.ods'];

function checkFile(file: string): number {
  let stats: ReturnType<typeof statSync>;
  try {
    stats = statSync(file);
  } catch {
    throw new HostError('file-missing', `There is no file “${file}”.`);
  }
  if (stats.isDirectory()) throw new HostError('file-is-folder', `“${file}” is a folder; name a .csv or .xlsx file.`);
  if (stats.size === 0) throw new HostError('file-empty', `“${file}” is empty.`);
  return stats.size;
}

function firstBytes(file: string, count: number): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(count);
    return buffer.subarray(0, readSync(descriptor, buffer, 0, count, 0));
  } finally {
    closeSync(descriptor);
  }
}

/** UTF-16 by its mark, UTF-8 where the beginning is, and otherwise Windows-1252, which is what Excel writes as “CSV”. */
function encodingOf(file: string): string {
  const head = firstBytes(file, 1 << 20);
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head.includes(0)) throw new HostError('file-not-text', `“${file}” is no text file; save it as CSV or .xlsx.`);
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

async function* decoded(file: string, encoding: string, count: (bytes: number) => void): AsyncIterable<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 })) {
    count((chunk as Buffer).length);
    yield decoder.decode(chunk as Buffer, { stream: true });
  }
  yield decoder.decode();
}

/** What the parser hands over and the reader takes, one batch at a time: the parser waits until a batch is taken. */
async function* parsed(text: AsyncIterable<string>): AsyncIterable<string[][]> {
  let hand: (batch: string[][] | Error | null) => void = () => {};
  let next = new Promise<string[][] | Error | null>((resolve) => {
    hand = resolve;
  });
  let waiting: Papa.Parser | null = null;
  Papa.parse<string[]>(Readable.from(text), {
    skipEmptyLines: false,
    chunk: (results, parser) => {
      parser.pause();
      waiting = parser;
      hand(results.data);
    },
    complete: () => hand(null),
    error: (error) => hand(error),
  });
  for (;;) {
    const batch = await next;
    if (batch instanceof Error) throw batch;
    if (batch === null) return;
    next = new Promise((resolve) => {
      hand = resolve;
    });
    yield batch;
    (waiting as Papa.Parser | null)?.resume();
  }
}

function csvSource(file: string, size: number): Source {
  const encoding = encodingOf(file);
  let read = 0;
  return {
    batches: () => {
      read = 0;
      return parsed(
        decoded(file, encoding, (bytes) => {
          read += bytes;
        }),
      );
    },
    progress: () => read / size,
  };
}

interface SheetCell {
  t?: string;
  v?: unknown;
  w?: string;
  z?: string | number;
}

function cellText(cell: SheetCell | undefined, date1904: boolean): string {
  if (cell === undefined || cell.v === undefined || cell.v === null) return '';
  if (cell.t === 'e') return cell.w ?? '#ERROR!';
  if (typeof cell.v === 'boolean') return cell.v ? 'TRUE' : 'FALSE';
  if (typeof cell.v !== 'number') return String(cell.v);
  if (typeof cell.z === 'string' && cell.z !== 'General' && XLSX.SSF.is_date(cell.z)) return dateText(cell.v, date1904);
  return numberText(cell.v);
}

/** Excel counts a 29 February 1900 that never was, so its days before 1 March 1900 lie one later; old Mac books count from 1904. */
function dateText(serial: number, date1904: boolean): string {
  const day = date1904 ? serial + 1462 : serial > 0 && serial < 60 ? serial + 1 : serial;
  return fromSerial(day);
}

function workbookSource(file: string, sheetName: string | undefined): Source {
  let book: XLSX.WorkBook;
  try {
    book = XLSX.read(readFileSync(file), { dense: true, cellNF: true, cellFormula: false, cellHTML: false });
  } catch (error) {
    throw new HostError(
      'file-broken',
      `“${file}” can’t be read as a workbook: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const name = sheetName ?? book.SheetNames[0];
  const sheet = book.Sheets[name];
  if (sheet === undefined)
    throw new HostError(
      'sheet-missing',
      `There is no sheet “${name}” in ${basename(file)}; it has ${book.SheetNames.join(', ')}.`,
    );
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const cells = (sheet['!data'] ?? []) as (SheetCell[] | undefined)[];
  return {
    batches: () => [cells.map((row) => Array.from(row ?? [], (cell) => cellText(cell, date1904)))],
    progress: () => 0,
  };
}

/** Opens a CSV, TSV or workbook. Refuses, with one sentence, what is missing, empty, a folder, broken or no table. */
export function openSource(file: string, sheetName: string | undefined): Source {
  const size = checkFile(file);
  const mark = firstBytes(file, 4).toString('latin1');
  const isBook = mark.startsWith('PK') || mark.startsWith('\u00d0\u00cf\u0011\u00e0');
  if (isBook) return workbookSource(file, sheetName);
  if (WORKBOOKS.includes(extname(file).toLowerCase()))
    throw new HostError('file-broken', `“${file}” can’t be read as a workbook: it is none inside.`);
  if (sheetName !== undefined)
    throw new HostError('no-sheets', `“${file}” is a text file and has no sheets; leave --sheet out.`);
  return csvSource(file, size);
}
