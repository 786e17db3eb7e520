import { join } from 'node:path';
import { officeSheets } from '../../bench/generate/office';
import { generateShop, type ShopOptions } from '../../bench/generate/shop';
import { writeSheet } from '../../bench/generate/to-book';
import type { TypedCell } from '../../bench/generate/types';
import { displayText, Host, type HostOptions, ScriptedUi, Workbook } from '../../host';
import { readProject } from '../../host/project';
import type { SyncReport } from '../../src/jobs/sync';

/** The bundle as it would be pushed. */
export const project = readProject(join(__dirname, '../../dist'));

/** Monday, 2 November 2026, 9:00 in London. */
export const MORNING = Date.UTC(2026, 10, 2, 9);

/** A workbook with the given sheets, as if they had always been there. */
export function workbookOf(sheets: Record<string, readonly (readonly TypedCell[])[]>): Workbook {
  const book = Workbook.empty({ timeZone: 'Europe/London', locale: 'en_GB', sheet: null });
  for (const [name, rows] of Object.entries(sheets)) {
    const width = Math.max(12, ...rows.map((row) => row.length));
    writeSheet(book.addSheet(name, undefined, { rows: rows.length + 100, columns: width }), rows, 1);
  }
  return book;
}

/**
 * The demo shop in small, with its staff and its country.
 * @param matching what the setting says; `exact` where a test runs many syncs and does not look at the matching
 */
export function shopBook(options: Partial<ShopOptions> = {}, matching = 'learned'): Workbook {
  const shop = generateShop({ seed: 7, orders: 40, leads: 20, today: '2026-11-02', ...options });
  const sheets = [...shop.sheets, ...officeSheets()];
  const book = workbookOf(Object.fromEntries(sheets.map(({ name, rows }) => [name, rows])));
  writeSheet(book.sheet('settings'), [['Matching', matching, '']], 4);
  return book;
}

/** A host with the product's own bundle on a workbook. */
export function hostOn(book: Workbook, options: Partial<HostOptions> = {}): Host & { ui: ScriptedUi } {
  return new Host({
    script: project,
    book,
    now: MORNING,
    freezeClock: true,
    ui: new ScriptedUi(),
    ...options,
  }) as Host & {
    ui: ScriptedUi;
  };
}

/** Runs a function that has to succeed, and gives what it answered. */
export function run<T>(host: Host, name: string, ...args: unknown[]): T {
  const result = host.run(name, { args: args as never, startedBy: 'menu' });
  if (!result.ok) throw new Error(`${name}: ${result.error?.message}\n${result.error?.stack}`);
  return result.value as unknown as T;
}

export const syncNow = (host: Host) => run<SyncReport>(host, 'syncNow');

/** What a sheet shows, row by row. */
export function shown(book: Workbook, name: string): string[][] {
  const sheet = book.sheet(name);
  const { rows, columns } = sheet.dataRect();
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) =>
      displayText(sheet.value(r + 1, c + 1), sheet.style(r + 1, c + 1), book.locale),
    ),
  );
}

/** The rows of a managed sheet by header, wherever the header stands. */
export function table(book: Workbook, name: string): (Record<string, string> & { at: string })[] {
  const grid = shown(book, name);
  const header = grid.findIndex((row) => row.filter((cell) => cell !== '').length > 2);
  return grid.slice(header + 1).flatMap((row, index) => {
    if (row.every((cell) => cell === '')) return [];
    const record = Object.fromEntries(grid[header].map((title, column) => [title, row[column]]));
    return [{ ...record, at: String(header + index + 2) }];
  });
}

/** 1-based column of a header. */
export function columnOf(book: Workbook, name: string, header: string): number {
  const grid = shown(book, name);
  for (const row of grid) if (row.includes(header)) return row.indexOf(header) + 1;
  throw new Error(`“${name}” has no column “${header}”.`);
}
