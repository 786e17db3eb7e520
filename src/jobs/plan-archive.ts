import type { Moves } from '../followup/archive';
import { idOfSeal, statusSeen } from '../followup/notice';
import { type Cell, isDate } from '../types';
import { diffTable, type TableChange, type Wanted } from '../workbook/diff';
import type { ReadTable } from '../workbook/read-table';
import { archive } from '../workbook/tables/archive';
import { type FollowUp, followedUp } from '../workbook/tables/followed-up';
import { theirsOf, typedInCopy, withTheirs } from './carry';
import type { Entry } from './journal';
import type { State } from './state';

type Change = TableChange<FollowUp>;

/** Follow-ups that go to the archive in one run at most, in so many stretches of neighbours: each is a call. */
const STRETCHES = 100;

const STAFF = Object.entries(followedUp.columns)
  .filter(([, { owner }]) => owner === 'staff')
  .map(([name]) => name as keyof FollowUp);

/** What is written where follow-ups change places: they are copied first, and deleted where they stood after that. */
export function placeMoves(
  state: State,
  moves: Moves,
  wanted: ReadonlyMap<string, Wanted<FollowUp>>,
  change: Change,
): { followUps: Change; archive: Change; entries: Entry[] } {
  const { followedUp: here, archive: there } = state;
  const kept = theirsById(here);
  const copies = new Map(there.rows.map((row) => [row.values.id, row]));
  const keptThere = theirsById(there);
  const met = new Set<string>();
  const candidates = here.rows.filter(({ values: { id, seen } }) => {
    // Not a row into which the id of another was pasted, nor the copy of a row, nor what people keep under no header.
    const isIt = moves.leaving.has(id) && !met.has(id) && idOfSeal(seen) === id && kept.has(id);
    if (isIt) met.add(id);
    return isIt;
  });
  // A copy that lacks what people keep now goes, and is made anew in the next run.
  const isStale = (id: string) =>
    moves.copied.has(id) && !(isWithin(kept.get(id), keptThere.get(id)) && isWithin(keptThere.get(id), kept.get(id)));
  const leaving = firstStretches(candidates.filter(({ values: { id } }) => !isStale(id)));
  const ids = new Set(leaving.map(({ values }) => values.id));
  const fresh = leaving.filter(({ values }) => !moves.copied.has(values.id));
  const nothing = diffTable(archive, there, new Map(), 'stay');
  const back = change.inserts.map((one) => {
    const row = moves.back.get(one.id);
    return row ? { id: one.id, row: { ...one.row, ...staffOf(row) } } : one;
  });
  // What people keep beside a copy and nowhere else keeps the copy.
  const isSpare = (id: string) =>
    moves.back.has(id) ? keptThere.has(id) : isStale(id) || isWithin(keptThere.get(id), kept.get(id));
  const gone = there.rows.filter(({ values: { id } }) => (moves.dropped.has(id) || isStale(id)) && isSpare(id));
  const typed = here.rows.flatMap((row) => {
    const copy = moves.dropped.has(row.values.id) && isSpare(row.values.id) ? copies.get(row.values.id) : undefined;
    return copy ? [typedInCopy(row, copy.values)] : [];
  });
  const copied = fresh.map(({ values }) => ({ id: values.id, row: { ...values, ...wanted.get(values.id)?.system } }));
  return {
    followUps: {
      ...change,
      ...withTheirs(here, back, keptThere),
      edits: [...change.edits.filter(({ id }) => !ids.has(id)), ...typed.flatMap(({ edits }) => edits)],
      removes: leaving.map(({ at }) => at),
      standing: new Map([...change.standing].filter(([, { id }]) => !ids.has(id ?? ''))),
    },
    archive: { ...nothing, ...withTheirs(there, copied, kept), removes: gone.map(({ at }) => at) },
    entries: [
      ...fresh.map(({ values }) => entryOf('archived', values, 'closed long ago; see “Archive after” in “settings”')),
      ...[...moves.back.values()].map((row) =>
        entryOf('brought back', row, 'its status was opened again in “archive”'),
      ),
      ...typed.flatMap(({ entries }) => entries),
    ],
  };
}

/** What people keep of each row in columns of their own; rows of which that cannot be told are left out. */
function theirsById(read: ReadTable<FollowUp>): Map<string, Map<string, Cell>> {
  const met = new Set<string>();
  const all = new Map<string, Map<string, Cell>>();
  for (const row of read.rows) {
    const kept = theirsOf(read, row);
    // Of rows with one id, the first is meant.
    if (kept && !met.has(row.values.id)) all.set(row.values.id, kept);
    met.add(row.values.id);
  }
  return all;
}

const same = (a: Cell, b: Cell | undefined) => (isDate(a) && isDate(b) ? a.getTime() === b.getTime() : a === b);

/** Whether all that is kept of one row is kept of the other too. */
const isWithin = (cells: ReadonlyMap<string, Cell> | undefined, others: ReadonlyMap<string, Cell> | undefined) =>
  cells !== undefined && [...cells].every(([header, cell]) => same(cell, others?.get(header)));

/** The first rows, as far as they make no more stretches than can be deleted in one run. */
function firstStretches<R extends { at: number }>(rows: readonly R[]): R[] {
  let stretches = 0;
  return rows.filter(({ at }, index) => {
    if (index === 0 || rows[index - 1].at !== at - 1) stretches++;
    return stretches <= STRETCHES;
  });
}

const staffOf = (row: FollowUp): Partial<FollowUp> => Object.fromEntries(STAFF.map((name) => [name, row[name]]));

const entryOf = (kind: string, row: FollowUp, why: string): Entry => ({
  who: 'sync',
  kind,
  subject: [row.name, row.reference].filter((part) => part !== '').join(', '),
  field: followedUp.columns.status.header,
  before: statusSeen(row) ?? '',
  after: row.status,
  why,
  entity: row.id,
});
