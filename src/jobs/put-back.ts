import { type Cell, isDate } from '../types';
import { decode, textOf } from '../workbook/codec';
import type { Wanted } from '../workbook/diff';
import type { WorkbookPort } from '../workbook/port';
import { idIn, type ReadTable, readTable } from '../workbook/read-table';
import type { Column, RowOf, Table } from '../workbook/table';
import { asWritten, type WrittenBlock } from '../workbook/write-table';
import type { Zone } from '../workbook/zone';
import { type Entry, spellCell } from './journal';
import { idsIn, type Look } from './look';

/** A cell of people's that was written over, since they moved rows or columns in the very moment. */
export interface Hit {
  /** Where it stands now. */
  at: number;
  position: number;
  /** Of its row. */
  id: string;
  header: string;
  /** What stood there, and what has come there by accident. */
  was: Cell;
  written: Cell;
}

/**
 * The cells of people's that blocks have hit which were meant for other cells: those that hold what was written there,
 * stand in a row or column that stood elsewhere before, and held something else. Ours are not told but for ids: they are
 * compared with what they should say anyway.
 * @param before how the table stood right before
 * @param grid the sheet as it stands now
 */
export function hitCells<C extends Record<string, Column>>(
  table: Table<C>,
  read: ReadTable<RowOf<C>>,
  before: Look,
  blocks: readonly WrittenBlock[],
  grid: readonly (readonly Cell[])[],
  zone: Zone,
): Hit[] {
  const now = readTable(table, grid, zone);
  const idPosition = now.positions.get(table.key);
  if (now.headerRow === 0 || idPosition === undefined) return [];
  const ids = idsIn(
    grid.map((row) => row[idPosition - 1]),
    zone,
  );
  const header = grid[now.headerRow - 1];
  const columnBefore = columnsBefore(before.header, header, zone);
  const ours = new Set(
    [...now.positions].flatMap(([name, position]) =>
      table.columns[name].owner === 'system' && name !== table.key ? [position] : [],
    ),
  );
  const images = new Map(read.rows.map(({ values, cells }) => [String(values[table.key]), cells]));
  for (const cells of read.along?.values() ?? []) images.set(idIn(table as unknown as Table, read, cells, zone), cells);
  const imageOf = (row: number): readonly Cell[] | undefined =>
    before.grid?.[row - 1] ?? (row === read.headerRow ? before.header : images.get(before.ids[row - 1]));
  const isWritten = (at: number, position: number) =>
    blocks.some(
      ({ top, left, cells }) =>
        at >= top && at < top + cells.length && position >= left && position < left + cells[0].length,
    );
  /** Everything in a row that was not written where `at` stands. */
  const restOf = (row: readonly Cell[], at: number) =>
    row.map((cell, index) => (isWritten(at, index + 1) ? '' : textOf(cell, zone))).join('\u0001');
  const isLike = (at: number) => {
    const rest = restOf(grid[at - 1] ?? [], at);
    return (row: number) => {
      const image = imageOf(row);
      return image !== undefined && restOf(image, at) === rest;
    };
  };
  const rowBefore = (at: number) => rowOf(at, before.ids, ids) ?? likeRow(before.ids, ids, isLike(at));
  const hits: Hit[] = [];
  for (const { top, left, cells } of blocks) {
    cells.forEach((line, down) => {
      const at = top + down;
      const row = rowBefore(at);
      const image = row === null ? undefined : imageOf(row);
      if (row === null || !image) return;
      line.forEach((written, right) => {
        const position = left + right;
        const column = columnBefore(position);
        if ((column === position && row === at) || (ours.has(position) && at !== now.headerRow)) return;
        const was = column === null ? '' : (image[column - 1] ?? '');
        const shown = grid[at - 1]?.[position - 1] ?? '';
        if (!looksAs(shown, written, zone) || looksAs(was, written, zone)) return;
        const title = textOf(header[position - 1] ?? '', zone);
        hits.push({ at, position, id: ids[at - 1] ?? '', header: title, was, written });
      });
    });
  }
  return hits;
}

/** Some cells of rows, by the id of their row. */
export type CellsById<R> = ReadonlyMap<string, Partial<R>>;

/**
 * Gives cells that were hit back what stood there: by the id of their rows, as wishes, which finds them wherever somebody
 * moves them next. Those without an id of their own, or that a wish would not write as they were, are written where they stand.
 * @param grid the sheet as it stands
 * @param isLast whether no wishes are looked at after this: then all are written
 */
export function writeBack<C extends Record<string, Column>>(
  workbook: WorkbookPort,
  table: Table<C>,
  grid: readonly (readonly Cell[])[],
  hits: readonly Hit[],
  zone: Zone,
  isLast = false,
): CellsById<RowOf<C>> {
  const { cells, left } = wishesOf(table, readTable(table, grid, zone), hits, zone);
  for (const { at, position, was } of isLast ? hits : left)
    workbook.writeBlock(table.sheet, at, position, [[asWritten(was)]]);
  return cells;
}

function wishesOf<C extends Record<string, Column>>(
  table: Table<C>,
  read: ReadTable<RowOf<C>>,
  hits: readonly Hit[],
  zone: Zone,
): { cells: CellsById<RowOf<C>>; left: Hit[] } {
  const cells = new Map<string, Partial<RowOf<C>>>();
  const ids = read.rows.map(({ values }) => String(values[table.key]));
  const names = new Map([...read.positions].map(([name, position]) => [position, name]));
  const left = hits.filter(({ id, position, was }) => {
    const name = names.get(position) ?? table.key;
    const isOnce = id !== '' && ids.filter((one) => one === id).length === 1;
    if (name === table.key || !isOnce || !isTypical(table.columns[name], was)) return true;
    cells.set(id, { ...cells.get(id), [name]: decode(table.columns[name].type, was, zone) } as Partial<RowOf<C>>);
    return false;
  });
  return { cells, left };
}

/** Whether a cell holds what its column is for. */
const isTypical = ({ type }: Column, cell: Cell) =>
  cell === '' || (type === 'day' ? isDate(cell) : typeof cell === 'string' && (type === 'text' || type === 'choice'));

/**
 * Wishes, and those for some cells besides, which count for more than what was read of their rows before.
 * @param meant the cells that a change is about, as `id column`: of these the change says what they hold
 */
export function withCells<R>(
  wanted: ReadonlyMap<string, Wanted<R>>,
  cells: CellsById<R>,
  meant: ReadonlySet<string>,
): Map<string, Wanted<R>> {
  const all = new Map(wanted);
  for (const [id, row] of cells) {
    const kept = Object.entries(row).filter(([name]) => !meant.has(`${id} ${name}`));
    all.set(id, { ...all.get(id), system: { ...all.get(id)?.system, ...Object.fromEntries(kept) } as Partial<R> });
  }
  return all;
}

/** As `id column`. */
export const namesOfCells = (cells: CellsById<unknown>): string[] =>
  [...cells].flatMap(([id, row]) => Object.keys(row as object).map((name) => `${id} ${name}`));

/** What the journal says of it. */
export function entryOfHit(sheet: string, { id, header, was, written }: Hit, zone: Zone): Entry {
  const why = 'put back: it was written over while somebody moved rows or columns';
  const [before, after] = [spellCell(written, zone), spellCell(was, zone)];
  return { who: 'sync', kind: 'put back', subject: sheet, field: header, before, after, why, entity: id };
}

/**
 * The rows just put in that stand in wrong columns, since somebody moved columns right before: their id is where the id was
 * written, and some cell is not under its header. One in which anybody has typed since is not among them.
 * @param written the rows as they were written
 */
export function misplacedRows<C extends Record<string, Column>>(
  table: Table<C>,
  read: ReadTable<RowOf<C>>,
  written: readonly (readonly Cell[])[],
  grid: readonly (readonly Cell[])[],
  zone: Zone,
): number[] {
  const meant = (read.positions.get(table.key) as number) - 1;
  const now = readTable(table, grid, zone).positions;
  const show = (cell: Cell | undefined) => textOf(cell ?? '', zone);
  const isBlankOr = (shown: Cell | undefined, cell: Cell | undefined) =>
    show(shown) === '' || looksAs(shown ?? '', cell ?? '', zone);
  const byId = new Map(written.map((cells) => [show(cells[meant]).replace(/^'/, ''), cells]));
  return grid.flatMap((row, index) => {
    const cells = byId.get(show(row[meant]));
    if (!cells) return [];
    const belongs = [...read.positions].every(([name, position]) =>
      isBlankOr(row[(now.get(name) ?? position) - 1], cells[position - 1]),
    );
    const isOurs = row.every((cell, at) => isBlankOr(cell, cells[at]));
    return isOurs && !belongs ? [index + 1] : [];
  });
}

/**
 * The rows that are gone although they were not to be removed, where some of those stand that were: others were hit in their
 * place. One that somebody deleted in the same moment is among them: it cannot be told apart, and nothing is lost by it.
 * @param removes the rows that were to go, by where they stood
 * @param ids the column of the ids as it stands
 */
export function lostRows(
  before: Look,
  removes: readonly number[],
  ids: readonly string[],
  cellsOf: (id: string) => readonly Cell[] | undefined,
): { id: string; cells: readonly Cell[] }[] {
  const here = new Set(ids);
  const meant = new Set(removes.map((at) => before.ids[at - 1]));
  if (![...meant].some((id) => here.has(id))) return [];
  return before.ids.flatMap((id, index) => {
    if (id === '' || here.has(id) || meant.has(id)) return [];
    const cells = before.grid?.[index] ?? cellsOf(id);
    return cells ? [{ id, cells }] : [];
  });
}

/** What the journal says of a row that was put in again. */
export function entryOfRow(sheet: string, id: string): Entry {
  const why = 'put in again: the row was deleted while somebody moved rows';
  return { who: 'sync', kind: 'put back', subject: sheet, field: '', before: '', after: '', why, entity: id };
}

/** Which row a row of now was before, by its id; null where that is new, or stands or stood twice: one may have been pasted. */
function rowOf(at: number, before: readonly string[], now: readonly string[]): number | null {
  const id = now[at - 1] ?? '';
  if ((before[at - 1] ?? '') === id) return at;
  const isOnce = id !== '' && [before, now].every((ids) => ids.indexOf(id) === ids.lastIndexOf(id));
  return isOnce && before.includes(id) ? before.indexOf(id) + 1 : null;
}

/**
 * Which row a row of now was before that has lost its id: one that is like it, and had none, or whose id stands nowhere now.
 * Null where that can't tell.
 */
function likeRow(before: readonly string[], now: readonly string[], isLike: (row: number) => boolean): number | null {
  const here = new Set(now);
  const alike = before.flatMap((id, index) => ((id === '' || !here.has(id)) && isLike(index + 1) ? [index + 1] : []));
  return alike.length === 1 ? alike[0] : null;
}

/** Which column each column of now was before, by its header; null for one that was put in. */
function columnsBefore(before: readonly Cell[], now: readonly Cell[], zone: Zone): (position: number) => number | null {
  const old = named(before, zone);
  const fresh = named(now, zone);
  const places = new Map(old.map((name, index) => [name, index + 1]));
  const met = new Set(fresh);
  return (position) => {
    const place = places.get(fresh[position - 1] ?? '');
    if (place !== undefined) return place;
    // A header that was itself written over, or a column that nobody has named.
    return old[position - 1] === undefined || met.has(old[position - 1]) ? null : position;
  };
}

/** Headers, those that stand twice told apart by their order. */
function named(header: readonly Cell[], zone: Zone): string[] {
  const counts = new Map<string, number>();
  return Array.from(header, (cell) => {
    const text = textOf(cell ?? '', zone).trim();
    const nth = (counts.get(text) ?? 0) + 1;
    counts.set(text, nth);
    return `${text}\u0001${nth}`;
  });
}

/**
 * Whether a cell shows what was written: texts go in with an apostrophe that Sheets swallows, links as formulas, and a number
 * comes back as a date, or a date as a number, where it landed in a column of that format.
 */
function looksAs(shown: Cell, written: Cell, zone: Zone): boolean {
  const [is, meantAs] = [serialOf(shown, zone), serialOf(written, zone)];
  if (is !== null && meantAs !== null) return Math.abs(is - meantAs) < SECONDS;
  const link = /^=HYPERLINK\(".*?","(.*)"\)$/s.exec(String(written));
  const meant = link ? link[1].replace(/""/g, '"') : textOf(written, zone).replace(/^'/, '');
  return textOf(shown, zone).trim() === meant.trim();
}

const DAY = 24 * 60 * 60_000;
const EPOCH = 25_569;
/** A few of them, in days. */
const SECONDS = 1e-4;

/** The number that a cell keeps: days since 30 December 1899 on the wall, where it holds a date. */
function serialOf(cell: Cell, zone: Zone): number | null {
  if (typeof cell === 'number') return cell;
  return isDate(cell) ? (cell.getTime() + zone.offsetAt(cell.getTime())) / DAY + EPOCH : null;
}
