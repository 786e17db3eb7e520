import { isFollowUpId } from '../followup/ids';
import { isItself, sealStaff } from '../followup/notice';
import { type Cell, isDate } from '../types';
import type { CellEdit, TableChange } from '../workbook/diff';
import type { WorkbookPort } from '../workbook/port';
import { idIn, type ReadTable, readRows } from '../workbook/read-table';
import type { Column, Link, RowOf, Table } from '../workbook/table';
import type { FollowUp } from '../workbook/tables/followed-up';
import { asWritten } from '../workbook/write-table';
import type { Zone } from '../workbook/zone';

/** Whether people have cells of their own in a table. */
export const hasStaff = ({ columns }: Table): boolean => Object.values(columns).some(({ owner }) => owner === 'staff');

/** The wishes for rows whose id stands once: of two rows with one id, only the next sync can tell which is meant. */
export function onceIn<C extends Record<string, Column>>(
  table: Table<C>,
  read: ReadTable<RowOf<C>>,
  wanted: TableChange<RowOf<C>>['wanted'],
): TableChange<RowOf<C>>['wanted'] {
  const met = new Set<string>();
  const twice = new Set<string>();
  for (const { values } of read.rows) {
    const id = String(values[table.key]);
    if (met.has(id)) twice.add(id);
    met.add(id);
  }
  return twice.size === 0 ? wanted : new Map([...wanted].filter(([id]) => !twice.has(id)));
}

/** Of edits of people's cells only those that were meant, as `id column`: what differs in others was typed since. */
export const onlyMeant = ({ columns }: Table, edits: readonly CellEdit[], meant: ReadonlySet<string>): CellEdit[] =>
  edits.filter(({ id, column }) => columns[column].owner === 'system' || meant.has(`${id} ${column}`));

/**
 * Columns of numbers that show dates, each with a row that has just been written where it does: a date that once landed there
 * by accident has left its look.
 */
export function datedColumns<C extends Record<string, Column>>(
  { columns, key }: Table<C>,
  { positions, rows }: ReadTable<RowOf<C>>,
  edits: readonly CellEdit[],
): Map<string, number> {
  const numbers = new Set(Object.keys(columns).filter((name) => ['number', 'money'].includes(columns[name].type)));
  const dated = new Set<string>();
  for (const { values, cells = [], unread = [] } of rows) {
    for (const name of unread)
      if (numbers.has(name) && isDate(cells[(positions.get(name) ?? 0) - 1])) dated.add(`${values[key]} ${name}`);
  }
  return new Map(edits.filter(({ id, column }) => dated.has(`${id} ${column}`)).map(({ column, at }) => [column, at]));
}

/** The cells of a row that was read along, if it stands where it stood. */
export function unmoved<C extends Record<string, Column>>(
  table: Table<C>,
  read: ReadTable<RowOf<C>>,
  ids: readonly string[],
  zone: Zone,
): (row: number) => readonly Cell[] | undefined {
  return (row) => {
    const cells = read.along?.get(row);
    const id = cells ? idIn(table as unknown as Table, read, cells, zone) : '';
    return id !== '' && ids[row - 1] === id ? cells : undefined;
  };
}

/** Wishes for rows that were read along: that our own cells are as they were. */
export function wantedAlong<C extends Record<string, Column>>(
  table: Table<C>,
  { positions, along }: ReadTable<RowOf<C>>,
  zone: Zone,
): TableChange<RowOf<C>>['wanted'] {
  const ours = Object.keys(table.columns).filter((name) => table.columns[name].owner === 'system');
  const { rows } = readRows(table, positions, along ?? [], zone);
  const named = rows.filter(({ values }) => values[table.key] !== '');
  return new Map(
    named.map(({ values }) => [
      String(values[table.key]),
      { system: Object.fromEntries(ours.map((name) => [name, values[name]])) as Partial<RowOf<C>> },
    ]),
  );
}

/**
 * Wishes for rows whose seal a change has just written over, since people moved rows in the very moment: sealed as they stand.
 * Until then, nobody would notice what is typed in them. In a row with what is no id, the seal tells whose it was.
 */
export function unsealed<C extends Record<string, Column>>(
  { columns }: Table<C>,
  read: ReadTable<RowOf<C>>,
  change: TableChange<RowOf<C>>,
): TableChange<RowOf<C>>['wanted'] {
  if (!('seen' in columns)) return new Map();
  const written = new Set(change.edits.flatMap(({ column, after }) => (column === 'seen' ? [String(after)] : [])));
  const rows = read.rows.map(({ values }) => values as unknown as FollowUp);
  const hit = rows.filter((row) => written.has(row.seen) && isFollowUpId(row.id) && !isItself(row));
  return new Map(hit.map((row) => [row.id, { system: { seen: sealStaff(row.id, row) } as unknown as RowOf<C> }]));
}

/** The ids after the edits of a change, some of which may give rows their ids. */
export function withIds(ids: readonly string[], change: TableChange<unknown>): string[] {
  const after = [...ids];
  for (const { at, id } of change.edits) after[at - 1] = id;
  return after;
}

/** Whether two columns hold the same; blanks at the end do not count. */
export function sameIds(a: readonly string[], b: readonly string[]): boolean {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    if ((a[index] ?? '') !== (b[index] ?? '')) return false;
  }
  return true;
}

/**
 * Rows without an id in which nothing stands but what a change has just written: it landed in a blank row that somebody
 * put in. What a person typed there is not in the change, and so is kept; as is each row that was there without an id before,
 * unless its id and all that it held have come to stand in another.
 */
export function strays<C extends Record<string, Column>>(
  table: Table<C>,
  before: ReadTable<RowOf<C>>,
  read: ReadTable<RowOf<C>>,
  change: TableChange<RowOf<C>>,
): number[] {
  const nameless = read.rows.filter(({ values, foreign }) => values[table.key] === '' && !foreign);
  if (nameless.length === 0) return [];
  const written = new Set<string>();
  for (const { column, after } of change.edits) written.add(cellName(column, after));
  for (const row of change.standing.values()) {
    for (const [name, value] of Object.entries(row)) written.add(cellName(name, value));
  }
  const sign = (values: RowOf<C>) =>
    Object.entries(values)
      .map(([name, value]) => cellName(name, value))
      .join();
  const here = new Set(read.rows.map(({ values }) => values[table.key] as unknown));
  const given = new Map(change.edits.filter(({ column }) => column === table.key).map(({ at, after }) => [at, after]));
  const typed = before.rows.flatMap(({ at, values }) =>
    values[table.key] === '' && !(given.has(at) && here.has(given.get(at))) ? [sign(values)] : [],
  );
  return nameless.flatMap(({ at, values }) => {
    const known = typed.indexOf(sign(values));
    if (known >= 0) typed.splice(known, 1);
    const isWritten = Object.entries(values).every(([name, one]) => isBlank(one) || written.has(cellName(name, one)));
    return known < 0 && isWritten ? [at] : [];
  });
}

const cellName = (column: string, value: unknown) => `${column}\u0001${linkText(value)}`;
const linkText = (value: unknown) =>
  typeof value === 'object' && value !== null ? (value as Link).text : String(value);
const isBlank = (value: unknown) => value === null || value === false || linkText(value) === '';

/** Puts headers of people's columns behind the last one; false, and nothing is written, when a column has come or gone. */
export function addColumns(
  workbook: WorkbookPort,
  sheet: string,
  read: ReadTable<unknown>,
  now: ReadTable<unknown>,
  headers: readonly string[],
): boolean {
  if (now.headerRow !== read.headerRow || now.width !== read.width) return false;
  workbook.writeBlock(sheet, read.headerRow, (read.width ?? 0) + 1, [headers.map(asWritten)]);
  return true;
}

/** Blank rows right below the header: in a run that takes up a killed one, those it had made and not filled. */
export function blanksOnTop(read: ReadTable<unknown>): number {
  let count = 0;
  while (read.blankRows[count] === read.headerRow + 1 + count) count++;
  return count;
}
