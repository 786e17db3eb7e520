import { createHash } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import type { CallPoint, ScriptProject } from '../../host';
import { displayText, Host, type HostOptions, type HostState, type RunResult, type Sheet, Workbook } from '../../host';
import { officeSheets } from '../generate/office';
import { generateRows, generateShop } from '../generate/shop';
import { writeSheet } from '../generate/to-book';
import type { Happening, Shape } from './schedule';

// A realm is made for each run; compiling the bundle again and again would cost a third of the time.
setFlagsFromString('--no-flush-bytecode');

/** Saturday, 24 October 2026, 9:00 in London: the clocks go back in the night. */
const MORNING = Date.UTC(2026, 9, 24, 8);
const TODAY = '2026-10-24';

/** What staff have typed in a follow-up, known by a tag of theirs and not by anything of ours. */
export interface Row {
  tag: string;
  /** The id it had when it was tagged; `''`: the program has to give it one. */
  id: string;
  /** What may stand in staff's cells: one value, or several where a panel act was cut off. */
  cells: Record<string, string[]>;
  /** What stood there when the journal began to tell of it. */
  begun: Record<string, string>;
}

/** An order that was typed into the source after the first sync. */
export interface Order {
  name: string;
  quantity: string;
}

/** What an independent observer knows. */
export interface Ledger {
  rows: Map<string, Row>;
  orders: Map<string, Order>;
  /** Rows typed by hand, by name. */
  typed: Set<string>;
  /** Somebody took lines out of the journal, or changed them: it cannot be complete. */
  journalTouched: boolean;
  /** Somebody has sorted the journal: of lines of one minute, nobody knows which came last. */
  journalSorted: boolean;
  /** Follow-ups that were deleted by hand or with their sheet: their journal may begin anew. */
  next: number;
  trouble: string[];
}

export interface World {
  host: Host;
  /** What is still to happen in the run that is under way. */
  pending: Happening[];
  /** The calls that it has made. */
  calls: CallPoint[];
  ledger: Ledger;
  shape: Shape;
  acts: number;
  faults: number;
  others: number;
}

export const TAG = 'Our tag';
export const STAFF = ['Status', 'Owner', 'Next follow-up', 'Next step', 'Priority', 'Reason', 'Notes'] as const;

/** What a sheet shows, row by row. */
export function shown(sheet: Sheet): string[][] {
  const { rows, columns } = sheet.dataRect();
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) =>
      displayText(sheet.value(r + 1, c + 1), sheet.style(r + 1, c + 1), sheet.book.locale),
    ),
  );
}

/** The last row of a sheet that has anything in it; 0: none. */
export const lastRow = ({ host }: Pick<World, 'host'>, sheet: string): number => host.book.sheet(sheet).lastRow();

export const has = (book: Workbook, name: string): boolean => book.sheets.some((sheet) => sheet.name === name);

/** A sheet with its header found: the first row, among the first ten, with most texts of the expected ones. */
export interface Grid {
  header: string[];
  /** 1-based. */
  headerRow: number;
  rows: { at: number; cells: string[] }[];
}

export function gridOf(book: Workbook, name: string, expected: string): Grid | null {
  if (!has(book, name)) return null;
  const cells = shown(book.sheet(name));
  const headerAt = cells.slice(0, 10).findIndex((row) => row.includes(expected));
  if (headerAt < 0) return null;
  const rows = cells
    .slice(headerAt + 1)
    .map((row, index) => ({ at: headerAt + index + 2, cells: row }))
    .filter(({ cells: row }) => row.some((cell) => cell !== ''));
  return { header: cells[headerAt], headerRow: headerAt + 1, rows };
}

/** Rows by header; of two columns under one header the first counts. */
export function recordsOf(grid: Grid | null): (Record<string, string> & { at: number })[] {
  return (grid?.rows ?? []).map(({ at, cells }) => {
    const record: Record<string, string> = {};
    grid?.header.forEach((title, index) => {
      if (title !== '') record[title] ??= cells[index];
    });
    return Object.assign(record, { at }) as Record<string, string> & { at: number };
  });
}

export const followUps = (book: Workbook) => gridOf(book, 'followed-up', 'Follow-up id');

function sheetsOf(shape: Shape) {
  if (shape.rows > 0) return [generateRows({ seed: 11 + shape.shop, rows: shape.rows, today: TODAY }).sheet];
  return generateShop({ seed: 7 + shape.shop, orders: 14, leads: 8, today: TODAY }).sheets;
}

function bookOf(shape: Shape): Workbook {
  const book = Workbook.empty({ timeZone: 'Europe/London', locale: 'en_GB', sheet: null });
  for (const { name, rows } of [...sheetsOf(shape), ...officeSheets()]) {
    const width = Math.max(12, ...rows.map((row) => row.length));
    writeSheet(book.addSheet(name, undefined, { rows: rows.length + 100, columns: width }), rows, 1);
  }
  const small = shape.changesOnly ? '0' : '999999999';
  writeSheet(
    book.sheet('settings'),
    [
      ['Matching', shape.matching, ''],
      ['Small workbook', small, ''],
    ],
    4,
  );
  return book;
}

/** A host on a workbook; without events when the shape says so. */
export function hostOn(script: ScriptProject, book: Workbook, shape: Shape, options: Partial<HostOptions> = {}): Host {
  const code = shape.events
    ? script.code
    : script.code.replace(
        /\bn\.g\.onEdit=|\bfunction onEdit\b/g,
        (text) => `${text.replace('onEdit', 'onEditUnheard')}`,
      );
  return new Host({
    script: { ...script, code },
    book,
    now: MORNING,
    freezeClock: true,
    freeComputing: true,
    keepRealm: !shape.ownRealms,
    ...options,
  });
}

/** Runs a function as nobody in particular. */
export const runQuietly = (host: Host, name: string, ...args: unknown[]): RunResult =>
  host.run(name, { args: args as never, startedBy: name === 'tick' ? 'trigger' : 'cli' });

/** Tells two bundles apart. */
const sumOf = (code: string) => createHash('sha1').update(code).digest('hex');

const starts = new Map<string, { book: Workbook; state: HostState; ledger: Ledger }>();

/** The workbook at the beginning of a day: set up, and after its first sync unless the day begins with that. */
export function worldOf(
  script: ScriptProject,
  honest: ScriptProject,
  shape: Shape,
  intercept: HostOptions['intercept'],
): World {
  const name = JSON.stringify({ ...shape, events: true, ownRealms: false, code: sumOf(honest.code) });
  let start = starts.get(name);
  if (!start) {
    const host = hostOn(honest, bookOf(shape), shape);
    const ledger: Ledger = {
      rows: new Map(),
      orders: new Map(),
      typed: new Set(),
      journalTouched: false,
      journalSorted: false,
      next: 1,
      trouble: [],
    };
    if (!shape.first) {
      must(runQuietly(host, 'syncNow'));
      must(runQuietly(host, 'turnAutomaticOn'));
      tagAll({ host, ledger });
      must(runQuietly(host, 'syncNow'));
    }
    start = { book: host.book, state: host.saved(), ledger };
    starts.set(name, start);
  }
  const host = hostOn(script, start.book.clone(), shape, { state: structuredClone(start.state), intercept });
  return { host, ledger: structuredClone(start.ledger), shape, pending: [], calls: [], acts: 0, faults: 0, others: 0 };
}

export function must(result: RunResult): void {
  if (!result.ok)
    throw new Error(`A run failed that nothing disturbed: ${result.error?.message}\n${result.error?.stack}`);
}

/** Gives every follow-up without one a tag in a column of staff's own, and learns what stands in its cells. */
export function tagAll({ host, ledger }: Pick<World, 'host' | 'ledger'>): void {
  const grid = followUps(host.book);
  if (!grid) return;
  const sheet = host.book.sheet('followed-up');
  let column = grid.header.indexOf(TAG) + 1;
  if (column === 0) {
    column = sheet.dataRect().columns + 1;
    sheet.ensureSize(grid.headerRow, column);
    sheet.set(sheet.own(grid.headerRow), column - 1, TAG);
  }
  for (const record of recordsOf(grid)) {
    const id = record['Follow-up id'];
    if (record[TAG] || !id) continue;
    const tag = `T${ledger.next++}`;
    sheet.set(sheet.own(record.at), column - 1, tag);
    learn(ledger, tag, id, record);
  }
  sheet.changed('values', { row: 1, column, rows: sheet.dataRect().rows, columns: 1 });
}

export function learn(ledger: Ledger, tag: string, id: string, record: Record<string, string>): void {
  const cells = Object.fromEntries(STAFF.map((header) => [header, [record[header] ?? '']]));
  const begun = Object.fromEntries(STAFF.map((header) => [header, record[header] ?? '']));
  ledger.rows.set(tag, { tag, id, cells, begun });
}
