import type { Cell } from '../types';
import { decode, textOf } from './codec';
import type { CellValue, Column, RowOf, Table } from './table';
import type { Zone } from './zone';

/** One row as it stands in the sheet. */
export interface ReadRow<R> {
  /** 1-based row in the sheet. */
  at: number;
  values: R;
  /** Something stands in a column that is not declared: people's own. */
  foreign: boolean;
  /** Columns in which something stands that cannot be read, where there is any. */
  unread?: string[];
  /** The whole row as it was read, people's own columns included: what is written over by accident is put back from it. */
  cells?: readonly Cell[];
}

/** A managed sheet as it stands. */
export interface ReadTable<R> {
  /** 1-based; 0 when no header was found. */
  headerRow: number;
  /** Declared column → 1-based position in the sheet. */
  positions: ReadonlyMap<string, number>;
  /** Declared columns that are not there (any more). */
  missing: string[];
  /** People's own columns, by header, where a header stands once. */
  theirs?: ReadonlyMap<string, number>;
  /** Columns that the header row is wide. */
  width?: number;
  rows: ReadRow<R>[];
  /** Rows without anything in them between the header and the last row, top down. */
  blankRows: number[];
  /** Rows that were only read since they stand between others, as their cells, by row: what lies between edits is written with them. */
  along?: ReadonlyMap<number, readonly Cell[]>;
}

/** The id of a row by its cells. */
export const idIn = ({ key }: Table, { positions }: ReadTable<unknown>, cells: readonly Cell[], zone: Zone): string =>
  textOf(cells[(positions.get(key) as number) - 1] ?? '', zone).trim();

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim();

/** Rows are looked through for the header this far down: people put titles and notes above it. */
export const HEADER_SEARCH = 10;

function namesOf(column: Column): string[] {
  return [column.header, ...(column.aliases ?? [])].map(plain);
}

type Headers = readonly (readonly [name: string, headers: readonly string[]])[];

function positionsIn(wanted: Headers, header: readonly Cell[], zone: Zone): Map<string, number> {
  const found = new Map<string, number>();
  const texts = header.map((cell) => plain(textOf(cell, zone)));
  for (const [name, headers] of wanted) {
    const position = texts.findIndex((text) => headers.includes(text));
    if (position >= 0) found.set(name, position + 1);
  }
  return found;
}

/** Finds the header as the row, among the first ten, that holds most of the declared headers (at least two, or all). */
function findHeader(table: Table, grid: readonly (readonly Cell[])[], zone: Zone): [number, Map<string, number>] {
  const wanted = Object.entries(table.columns).map(([name, column]) => [name, namesOf(column)] as const);
  let best: [number, Map<string, number>] = [0, new Map()];
  for (let index = 0; index < Math.min(grid.length, HEADER_SEARCH) && best[1].size < wanted.length; index++) {
    const positions = positionsIn(wanted, grid[index], zone);
    if (positions.size > best[1].size) best = [index + 1, positions];
  }
  return best[1].size >= Math.min(2, wanted.length) ? best : [0, new Map()];
}

/** Rows of a table by their row in the sheet, where the columns are known. */
export function readRows<C extends Record<string, Column>>(
  table: Table<C>,
  positions: ReadonlyMap<string, number>,
  lines: Iterable<readonly [at: number, cells: readonly Cell[]]>,
  zone: Zone,
): Pick<ReadTable<RowOf<C>>, 'rows' | 'blankRows'> {
  const names = Object.keys(table.columns);
  const declared = new Set(positions.values());
  const rows: ReadRow<RowOf<C>>[] = [];
  const blankRows: number[] = [];
  for (const [at, cells] of lines) {
    if (cells.every((cell) => cell === '')) {
      blankRows.push(at);
      continue;
    }
    const values: Record<string, CellValue> = {};
    const unread: string[] = [];
    for (const name of names) {
      const cell = cells[(positions.get(name) ?? 0) - 1] ?? '';
      const { type } = table.columns[name];
      const value = decode(type, cell, zone);
      values[name] = value;
      if (cell !== '' && (value === null || (type === 'day' && value === ''))) unread.push(name);
    }
    const foreign = cells.some((cell, position) => cell !== '' && !declared.has(position + 1));
    rows.push({ at, values: values as RowOf<C>, foreign, cells, ...(unread.length > 0 && { unread }) });
  }
  return { rows, blankRows };
}

function theirsIn(
  table: Table,
  header: readonly Cell[],
  positions: ReadonlyMap<string, number>,
  zone: Zone,
): Map<string, number> {
  const ours = new Set(positions.values());
  const names = new Set(Object.values(table.columns).flatMap(namesOf));
  const titles = header.map((cell, index) => (ours.has(index + 1) ? '' : textOf(cell, zone).trim()));
  return new Map(
    titles.flatMap((title, index): [string, number][] =>
      title !== '' && !names.has(plain(title)) && titles.indexOf(title) === titles.lastIndexOf(title)
        ? [[title, index + 1]]
        : [],
    ),
  );
}

/** Reads a grid by the declaration of its table: columns by header, wherever they stand. */
export function readTable<C extends Record<string, Column>>(
  table: Table<C>,
  grid: readonly (readonly Cell[])[],
  zone: Zone,
): ReadTable<RowOf<C>> {
  const [headerRow, positions] = findHeader(table as unknown as Table, grid, zone);
  const lines = headerRow > 0 ? grid.slice(headerRow).map((cells, at) => [headerRow + 1 + at, cells] as const) : [];
  const names = Object.keys(table.columns);
  const header = headerRow > 0 ? grid[headerRow - 1] : [];
  return {
    headerRow,
    positions,
    missing: names.filter((name) => !positions.has(name)),
    theirs: theirsIn(table as unknown as Table, header, positions, zone),
    width: header.length,
    ...readRows(table, positions, lines, zone),
  };
}
