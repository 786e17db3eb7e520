import type { Moves } from '../followup/archive';
import { idOfSeal, statusSeen } from '../followup/notice';
import { diffTable, type TableChange, type Wanted } from '../workbook/diff';
import { archive } from '../workbook/tables/archive';
import { type FollowUp, followedUp } from '../workbook/tables/followed-up';
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
  const met = new Set<string>();
  const leaving = firstStretches(
    state.followedUp.rows.filter(({ values: { id, seen }, foreign }) => {
      // Not a row into which the id of another was pasted, nor the copy of a row, nor what people keep in columns of their own.
      const isIt = moves.leaving.has(id) && !met.has(id) && idOfSeal(seen) === id && !foreign;
      if (isIt) met.add(id);
      return isIt;
    }),
  );
  const ids = new Set(leaving.map(({ values }) => values.id));
  const copies = leaving.filter(({ values }) => !moves.copied.has(values.id));
  const nothing = diffTable(archive, state.archive, new Map(), 'stay');
  const inserts = change.inserts.map((one) => {
    const row = moves.back.get(one.id);
    return row ? { id: one.id, row: { ...one.row, ...staffOf(row) } } : one;
  });
  return {
    followUps: {
      ...change,
      inserts,
      edits: change.edits.filter(({ id }) => !ids.has(id)),
      removes: leaving.map(({ at }) => at),
      standing: new Map([...change.standing].filter(([, { id }]) => !ids.has(id ?? ''))),
    },
    archive: {
      ...nothing,
      inserts: copies.map(({ values }) => ({ id: values.id, row: { ...values, ...wanted.get(values.id)?.system } })),
      removes: state.archive.rows.filter(({ values }) => moves.dropped.has(values.id)).map(({ at }) => at),
    },
    entries: [
      ...copies.map(({ values }) => entryOf('archived', values, 'closed long ago; see “Archive after” in “settings”')),
      ...[...moves.back.values()].map((row) =>
        entryOf('brought back', row, 'its status was opened again in “archive”'),
      ),
    ],
  };
}

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
