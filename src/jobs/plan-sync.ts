import { type Adopted, adoptRows } from '../followup/adopt';
import { type Moves, movesOf } from '../followup/archive';
import { decisionContext } from '../followup/context';
import { type Context, opens, type Reach, wantedFor, wantedWithout } from '../followup/derive';
import { type Identified, identify } from '../followup/identify';
import type { FittedModel } from '../match/model';
import { diffTable, type TableChange, type Wanted } from '../workbook/diff';
import { type SourceRow, sources } from '../workbook/tables/config';
import { type FollowUp, followedUp } from '../workbook/tables/followed-up';
import { type Complaint, needsFixing } from '../workbook/tables/logs';
import { type Duplicate, duplicates, type Person, people } from '../workbook/tables/people';
import type { Zone } from '../workbook/zone';
import { wantedComplaints } from './complaints';
import type { Configuration } from './configuration';
import type { Entry } from './journal';
import { placeMoves } from './plan-archive';
import { planPersons } from './plan-persons';
import type { SourceReading } from './read-sources';
import { wantedSources } from './source-notes';
import type { State } from './state';
import { entriesOf } from './sync-entries';

/** Everything that a sync is going to write, decided before the first write. */
export interface SyncPlan {
  followUps: TableChange<FollowUp>;
  /** Rows that go to the archive or leave it. */
  archive: TableChange<FollowUp>;
  people: TableChange<Person>;
  proposals: TableChange<Duplicate>;
  complaints: TableChange<Complaint>;
  sources: TableChange<SourceRow>;
  entries: Entry[];
  /** How many people, repeated rows, complaints and follow-ups there are. */
  counts: {
    people: number;
    repeats: number;
    complaints: number;
    proposals: number;
    opened: number;
    updated: number;
    unchanged: number;
  };
  cases: Identified[];
  /** Where everything was matched: whose each case is, and the weights that decided. */
  matched?: { personOf: string[]; model: FittedModel | null };
}

/**
 * Compares what the managed sheets should say, by the sources, the settings and the clock, with what they do say.
 * @param now epoch milliseconds
 */
export function planSync(state: State, readings: readonly SourceReading[], now: number): SyncPlan {
  const adopted = adoptRows(state.followedUp.rows, now);
  const { settings, pipelines } = state.configuration;
  const archived = state.archive.rows.map(({ values }) => values);
  const here = currentRows(state, adopted);
  const moves = movesOf(here, archived, pipelines, settings.archiveAfter, now);
  const existing = [...here, ...moves.back.values(), ...moves.resting.values()];
  const cases = identify(
    readings.flatMap((reading) => reading.cases),
    existing,
  );
  const persons = planPersons(state, cases, readings.every(isRead));
  const wanted = wantedFollowUps({ state, readings, cases, existing, moves, reach: persons.reach, now });
  const complaints = wantedComplaints(readings, state.configuration);
  const ids = new Map(adopted.map(({ at, row }) => [at, row.id]));
  const { entries, ...placed } = placeMoves(
    state,
    moves,
    wanted,
    diffTable(followedUp, state.followedUp, wanted, 'stay', ids),
  );
  const changes = {
    ...placed,
    people: diffTable(people, state.people, persons.people, 'stay'),
    proposals: diffTable(duplicates, state.duplicates, persons.proposals, 'stay'),
    complaints: diffTable(needsFixing, state.needsFixing, complaints, 'go'),
    sources: diffTable(sources, state.sources, wantedSources(readings, state.sources.rows), 'stay'),
    cases,
  };
  const fresh = changes.followUps.inserts.filter(({ id }) => !moves.back.has(id));
  const opened = fresh.length;
  const updated = new Set(changes.followUps.edits.map((edit) => edit.id)).size;
  return {
    ...changes,
    matched: { personOf: cases.map((_, index) => persons.reach.get(index)?.personId ?? ''), model: persons.model },
    entries: [
      ...entriesOf(state, { ...changes, followUps: { ...changes.followUps, inserts: fresh } }, adopted),
      ...entries,
    ],
    counts: {
      people: persons.count,
      repeats: cases.reduce((sum, one) => sum + one.item.repeats, 0),
      complaints: complaints.size,
      proposals: persons.open,
      opened,
      updated,
      unchanged: wanted.size - opened - updated,
    },
  };
}

const isRead = ({ reading }: SourceReading) => reading !== null && reading.headerRow > 0;

/** The rows of `followed-up` with the ids that adoption gave. */
function currentRows(state: State, adopted: readonly Adopted[]): FollowUp[] {
  const given = new Map(adopted.map(({ at, row }) => [at, row]));
  return state.followedUp.rows.map(({ at, values }) => given.get(at) ?? values);
}

interface FollowUpInput {
  state: State;
  readings: readonly SourceReading[];
  cases: readonly Identified[];
  existing: readonly FollowUp[];
  moves: Moves;
  /** By the place of the case in the list. */
  reach: ReadonlyMap<number, Reach>;
  now: number;
}

/** What decisions about follow-ups may look at, of which so many are new. */
export function contextOf(
  configuration: Configuration,
  zone: Zone,
  held: readonly Pick<FollowUp, 'owner' | 'state'>[],
  cases: readonly Identified[],
  now: number,
): Context {
  const fresh = cases.filter(
    (one) => !one.existing && opens(one.item) && one.item.source.due.unit === 'minutes',
  ).length;
  const holding = held.map(({ owner, state }) => ({ owner, open: state !== 'closed' }));
  return decisionContext(configuration, zone, holding, fresh, now);
}

function wantedFollowUps(input: FollowUpInput): Map<string, Wanted<FollowUp>> {
  const { state, readings, cases, existing, moves, reach, now } = input;
  const context = contextOf(state.configuration, state.zone, existing, cases, now);
  const wanted = new Map<string, Wanted<FollowUp>>();
  cases.forEach((one, index) => {
    if (moves.resting.has(one.id)) return;
    if (one.existing || opens(one.item)) wanted.set(one.id, wantedFor(one, reach.get(index) as Reach, context));
  });
  const read = new Set(readings.filter(isRead).map(({ source }) => source.sheet));
  for (const row of existing) {
    if (!wanted.has(row.id) && !moves.resting.has(row.id))
      wanted.set(row.id, wantedWithout(row, read.has(row.source), context));
  }
  return wanted;
}
