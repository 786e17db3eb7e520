import { idOfSeal, noticeEdits } from '../followup/notice';
import type { Cell } from '../types';
import { HEADER_SEARCH, type ReadRow, type ReadTable, readRows, readTable } from '../workbook/read-table';
import { archive } from '../workbook/tables/archive';
import { type FollowUp, followedUp } from '../workbook/tables/followed-up';
import type { Zone } from '../workbook/zone';
import { runsOf } from './due-rows';
import { CELLS_OF_A_CALL } from './look';
import { readMarks } from './marks';
import { type News, newest, pairsWith, readNews } from './news';
import type { Services } from './ports';
import { parseQueue, type QueueRow, queueRowOf, readEdition } from './queue';

/** The follow-ups as the last sync and whoever came after it have left them. */
export interface Queue {
  rows: QueueRow[];
  /** How many proposals name a follow-up. */
  pairs: Record<string, number>;
  /** Proposals that wait for a decision. */
  waiting: number;
  /** The rows in which somebody has typed since the last sync, as they stand. */
  typed: QueueRow[];
}

/** So many rows in which somebody has typed are read again; of more, as after a large paste, the next sync tells. */
const MARKED = 500;

/** The queue out of its book, in one call, and the rows in which somebody has typed since; null when there is no book. */
export function readQueue(services: Services, zone: Zone): Queue | null {
  const news = readNews(services.properties);
  const book = news.stamp === '' ? null : readEdition(services.workbook, 'queue', news.stamp);
  if (!book) return null;
  const { head, rows } = parseQueue(book.text);
  const typed = readTyped(services, zone);
  const byId = new Map(typed.map((row) => [row.id, row]));
  const later = newest(rows, news);
  for (const row of later) row.at += news.shift;
  return {
    rows: byId.size === 0 ? later : later.map((row) => byId.get(row.id) ?? row),
    pairs: pairsWith(head.pairs, news),
    waiting: head.waiting + waitingIn(news),
    typed,
  };
}

/** The follow-ups in the archive: out of their book, or where there is none, as the sheet has them. */
export function readArchived(services: Services, zone: Zone): QueueRow[] {
  const { workbook, properties } = services;
  if (workbook.extent(archive.sheet) <= 1) return [];
  const { stamp } = readNews(properties);
  const book = stamp === '' ? null : readEdition(workbook, 'search', stamp);
  const rows = book
    ? parseQueue(book.text).rows
    : readTable(archive, workbook.read(archive.sheet) ?? [], zone).rows.map(({ at, values }) => queueRowOf(values, at));
  return rows.flatMap((row) => (row.id === '' ? [] : { ...row, archived: true as const }));
}

const waitingIn = ({ pairs }: News) => Object.values(pairs).reduce((sum, count) => sum + count, 0) / 2;

/** The rows in which somebody has typed since the last sync, as they stand; two calls, none when nobody has. */
export function readTyped(services: Services, zone: Zone): QueueRow[] {
  const spans = readMarks(services.properties)[followedUp.sheet] ?? [];
  const rows = spans.flatMap(([from, to]) => (to - from > MARKED ? [] : range(from, to)));
  if (rows.length === 0 || rows.length > MARKED) return [];
  const head = headOf(services, zone);
  return readSome(services, zone, head, rows)
    .filter(({ at, values }) => at > head.headerRow && values.id !== '')
    .map(({ at, values }) => queueRowOf(values, at));
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** The head of `followed-up`: where its columns stand. */
export function headOf({ workbook }: Services, zone: Zone, sheet: string = followedUp.sheet): Found {
  const top = workbook.readTop(sheet, HEADER_SEARCH);
  const read = readTable(followedUp, top, zone);
  return { ...read, rows: [], blankRows: [], header: top[read.headerRow - 1] ?? [], isWhole: false };
}

/** Whether every column of ours stands where it stood. */
export const isSameHead = (a: ReadTable<FollowUp>, b: ReadTable<FollowUp>): boolean =>
  a.headerRow === b.headerRow &&
  a.positions.size === b.positions.size &&
  [...a.positions].every(([name, position]) => b.positions.get(name) === position);

/** Some rows of `followed-up` as they stand now, neighbours in one call; what is blank is left out. */
export function readSome(
  { workbook }: Services,
  zone: Zone,
  head: ReadTable<FollowUp>,
  rows: readonly number[],
  sheet: string = followedUp.sheet,
): ReadRow<FollowUp>[] {
  const wanted = new Set(rows);
  const lines = runsOf([...wanted]).flatMap(({ first, count }) =>
    workbook.readRows(sheet, first, count).map((cells, index): [number, Cell[]] => [first + index, cells]),
  );
  return readRows(
    followedUp,
    head.positions,
    lines.filter(([at]) => wanted.has(at)),
    zone,
  ).rows;
}

/** Some follow-ups as they stand in the sheet. */
export interface Found extends ReadTable<FollowUp> {
  /** The cells of the header row. */
  header: readonly Cell[];
  /** Every row was read, not only those that were asked for. */
  isWhole: boolean;
}

/**
 * The follow-ups of these ids: each by the row in which it was last seen, else by the column of the ids; the whole sheet
 * where that costs less. What is not there is left out.
 * @param hints the rows by id, 0 where nothing is known
 * @param sheet the sheet of the follow-ups, or the archive
 */
export function findFollowUps(
  services: Services,
  zone: Zone,
  hints: ReadonlyMap<string, number>,
  sheet: string = followedUp.sheet,
): Found {
  const { workbook } = services;
  const last = workbook.extent(sheet);
  const cells = last * Object.keys(followedUp.columns).length;
  if (cells <= CELLS_OF_A_CALL * (hints.size + 1)) {
    const grid = workbook.read(sheet) ?? [];
    const read = readTable(followedUp, grid, zone);
    return { ...read, header: grid[read.headerRow - 1] ?? [], isWhole: true };
  }
  let found = findSome(services, zone, hints, headOf(services, zone, sheet), sheet);
  for (let attempt = 1; attempt < ATTEMPTS && isDoubtful(found, hints); attempt++) {
    // Not as the program left it: perhaps since columns were moved between our reading the header and the row.
    const head = headOf(services, zone, sheet);
    if (isSameHead(head, found)) return found;
    found = findSome(services, zone, hints, head, sheet);
  }
  return found;
}

/** How often follow-ups are looked for anew while people move columns. */
const ATTEMPTS = 3;

const isDoubtful = ({ rows }: Found, hints: ReadonlyMap<string, number>) =>
  rows.length < hints.size ||
  rows.some(({ values }) => idOfSeal(values.seen) !== values.id || noticeEdits(values).length > 0);

function findSome(
  services: Services,
  zone: Zone,
  hints: ReadonlyMap<string, number>,
  head: Found,
  sheet: string,
): Found {
  const { workbook } = services;
  const last = workbook.extent(sheet);
  const found: Found = { ...head, rows: [] };
  const take = (rows: readonly number[], wanted: ReadonlySet<string>) => {
    for (const row of readSome(services, zone, head, rows, sheet)) {
      const isKnown = found.rows.some(({ values }) => values.id === row.values.id);
      if (wanted.has(row.values.id) && !isKnown) found.rows.push(row);
    }
  };
  const hinted = [...hints].filter(([, at]) => at > head.headerRow && at <= last);
  take([...new Set(hinted.map(([, at]) => at))], new Set(hinted.map(([id]) => id)));
  const missing = new Set([...hints.keys()].filter((id) => !found.rows.some(({ values }) => values.id === id)));
  const position = head.positions.get('id');
  if (missing.size > 0 && position !== undefined) {
    const column = workbook.readColumn(sheet, position).map((cell) => String(cell).trim());
    take(
      [...missing].flatMap((id) => (column.includes(id) ? [column.indexOf(id) + 1] : [])),
      missing,
    );
  }
  return found;
}

/** The follow-up that stands in a row; null when none does. */
export function followUpAt(services: Services, zone: Zone, at: number): FollowUp | null {
  if (at > services.workbook.extent(followedUp.sheet)) return null;
  const head = headOf(services, zone);
  return (
    readSome(services, zone, head, at > head.headerRow ? [at] : []).find(({ values }) => values.id !== '')?.values ??
    null
  );
}
