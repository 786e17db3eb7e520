import { decode } from '../workbook/codec';
import { HEADER_SEARCH, type ReadTable, readRows as readLines, readTable } from '../workbook/read-table';
import { type FollowUp, followedUp } from '../workbook/tables/followed-up';
import type { Zone } from '../workbook/zone';
import type { Services } from './ports';

/** Rows that are read along, since another call costs as much. */
const GAP = 60;

/** The head of `followed-up`, and when which of its rows is due for a reminder. */
export interface DueRows {
  head: ReadTable<FollowUp>;
  /** 1-based rows that are due by now. */
  due: number[];
  /** When the next one is; null when there is none. */
  next: number | null;
}

function headOf(workbook: Services['workbook'], zone: Zone): ReadTable<FollowUp> {
  const there = workbook.sheetId(followedUp.sheet) !== null;
  return readTable(followedUp, there ? workbook.readTop(followedUp.sheet, HEADER_SEARCH) : [], zone);
}

/** Looks for reminders that are due, in one column: a row is read only when its time has come. */
export function findDue({ workbook }: Services, zone: Zone, now: number): DueRows {
  const head = headOf(workbook, zone);
  const position = head.positions.get('nextReminder');
  const found: DueRows = { head, due: [], next: null };
  if (position === undefined) return found;
  workbook.readColumn(followedUp.sheet, position).forEach((cell, index) => {
    const at = index < head.headerRow ? null : (decode('instant', cell, zone) as number | null);
    if (at === null) return;
    if (at <= now) found.due.push(index + 1);
    else if (found.next === null || at < found.next) found.next = at;
  });
  return found;
}

/** Some rows of `followed-up` as they stand now; what is blank is left out. */
export function readRows(
  { workbook }: Services,
  { head }: DueRows,
  rows: readonly number[],
  zone: Zone,
): ReadTable<FollowUp> {
  const wanted = new Set(rows);
  const lines = runsOf(rows).flatMap(({ first, count }) =>
    workbook
      .readRows(followedUp.sheet, first, count)
      .map((cells, index) => [first + index, cells] as const)
      .filter(([at]) => wanted.has(at)),
  );
  return { ...head, ...readLines(followedUp, head.positions, lines, zone), blankRows: [] };
}

/** Rows in as few stretches as are worth a call. */
export function runsOf(rows: readonly number[]): { first: number; count: number }[] {
  const runs: { first: number; count: number }[] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last && row - (last.first + last.count) <= GAP) last.count = row - last.first + 1;
    else runs.push({ first: row, count: 1 });
  }
  return runs;
}

/** Some columns of all rows, by their names; one call a column. Rows without an id are left out. */
export function readColumns<K extends keyof FollowUp>(
  { workbook }: Services,
  zone: Zone,
  names: readonly K[],
): { at: number; values: Pick<FollowUp, K> }[] {
  const head = headOf(workbook, zone);
  const columns = names.map((name) => {
    const position = head.positions.get(name);
    return position === undefined ? [] : workbook.readColumn(followedUp.sheet, position);
  });
  const rows: { at: number; values: Pick<FollowUp, K> }[] = [];
  for (let index = head.headerRow; index < (columns[0]?.length ?? 0); index++) {
    if (columns[0][index] === '') continue;
    const values = Object.fromEntries(
      names.map((name, place) => [name, decode(followedUp.columns[name].type, columns[place][index] ?? '', zone)]),
    );
    rows.push({ at: index + 1, values: values as Pick<FollowUp, K> });
  }
  return rows;
}
