import { sealKey, splitKey } from '../followup/case';
import { opens, wantedFor, wantedWithout } from '../followup/derive';
import { type Identified, identify } from '../followup/identify';
import { diffTable, type Wanted } from '../workbook/diff';
import { type ReadTable, readTable } from '../workbook/read-table';
import { type Column, type RowOf, rowOf, type Table } from '../workbook/table';
import { archive } from '../workbook/tables/archive';
import { sources } from '../workbook/tables/config';
import { type FollowUp, followedUp } from '../workbook/tables/followed-up';
import { needsFixing } from '../workbook/tables/logs';
import { duplicates, people } from '../workbook/tables/people';
import { Zone } from '../workbook/zone';
import { type Changes, heldOf, type Synced } from './find-changes';
import { type Homes, housePeople } from './house-people';
import type { Kept, KeptCase } from './kept';
import { complaintsAfter, complaintsSince, heldNow, leaveChanges, type Parts } from './leave-changes';
import { contextOf, type SyncPlan } from './plan-sync';
import type { Services } from './ports';
import { readFollowUps } from './read-followed';
import type { SourceReading } from './read-sources';
import { configurationOf, type State } from './state';
import { entriesOf } from './sync-entries';
import { formerCases, type Touched, touch } from './touched-rows';

/** What a sync of changes is going to write, and what it leaves for the next. */
export interface Delta {
  state: State;
  readings: SourceReading[];
  plan: SyncPlan;
  /** Lines that go to the end of the book. */
  text: string;
  synced: Synced;
}

/**
 * Decides what follows from a few changed rows as the full sync would from all of them: the cases that they belong to are
 * put together again, those that are new or can be told apart anew are matched with all the others, and nothing else is
 * looked at. Null when the change reaches further than that: then everything has to be read.
 */
export function planChanges(services: Services, changes: Changes, kept: Kept, now: number): Delta | null {
  const zone = new Zone(changes.synced.zone);
  const configuration = configurationOf(kept.grids, zone);
  const touched: Touched[] = [];
  for (const [sheet, { rows, last }] of changes.sources) {
    const one = touch(services, kept, configuration, zone, now, sheet, rows, last);
    if (!one) return null;
    if (one.rows.length > 0) touched.push(one);
  }
  const former = formerCases(kept, touched);
  const known = { ...none(followedUp), headerRow: changes.synced.header };
  const positions = new Map(Object.entries(changes.synced.positions));
  const ids = new Set(former.keys());
  const read =
    ids.size + changes.followed.length > 0
      ? readFollowUps(services, { ...known, positions }, zone, changes.followed, ids)
      : known;
  if (!read) return null;
  const existing = [...read.rows.map(({ values }) => values), ...shadows(kept, former)].filter(({ id }) =>
    former.has(id),
  );
  // Somebody took a row away, or pasted over its id: opened anew, it would stand there twice.
  if (new Set(existing.map(({ id }) => id)).size < former.size) return null;
  const cases = identify(
    touched.flatMap(({ reading }) => reading.cases),
    existing,
  );
  if (areStrange(cases, kept, former)) return null;
  const homes = housePeople(kept, cases, former, configuration);
  if (!homes) return null;
  const parts = { services, changes, kept, zone, configuration, touched, former, read, cases, homes, now, since: 0 };
  return assemble({ ...parts, since: complaintsSince(parts) });
}

/** As much of the archived ones among the former cases as tells that they are the same. */
const shadows = ({ archived }: Kept, former: ReadonlyMap<string, KeptCase>): FollowUp[] =>
  [...former.values()]
    .filter(({ id }) => archived.has(id))
    .map(({ id, key }) => rowOf(followedUp, { id, key: sealKey(id, key) }));

/** A table of which nothing was read, since it is only given new rows. */
const none = <C extends Record<string, Column>>(_table: Table<C>): ReadTable<RowOf<C>> => ({
  headerRow: 0,
  positions: new Map(),
  missing: [],
  rows: [],
  blankRows: [],
});

/** Whether one of the cases might be another's of which nothing was read: the full sync can tell. */
function areStrange(cases: readonly Identified[], kept: Kept, former: ReadonlyMap<string, KeptCase>): boolean {
  const unknown = cases.filter(({ id, existing }) => !existing && !former.has(id));
  const places = new Set(unknown.map(({ key }) => placeOf(key)));
  places.delete('');
  return (
    unknown.some(({ id }) => kept.cases.has(id)) ||
    (places.size > 0 && [...kept.cases.values()].some(({ key, rows }) => rows.length === 0 && places.has(placeOf(key))))
  );
}

/** The sheet, the reference and the day in a key, which a row keeps wherever it is moved; `''` where it has none. */
function placeOf(key: string): string {
  const place = splitKey(key);
  return place ? JSON.stringify([place.sheet, place.reference, place.day]) : '';
}

function assemble(parts: Parts): Delta {
  const { services, changes, kept, zone, configuration, touched, read, cases, homes } = parts;
  const { workbook } = services;
  const wanted = wantedFollowUps(parts);
  const complaints = complaintsAfter(parts);
  const state: State = {
    zone,
    grids: kept.grids,
    configuration,
    sources: none(sources),
    followedUp: read,
    archive: none(archive),
    people: none(people),
    duplicates: none(duplicates),
    needsFixing: complaints ? readTable(needsFixing, workbook.read(needsFixing.sheet) ?? [], zone) : none(needsFixing),
  };
  const tables = {
    followUps: diffTable(followedUp, read, wanted, 'stay'),
    archive: diffTable(archive, state.archive, new Map(), 'stay'),
    people: diffTable(people, state.people, homes.people, 'stay'),
    proposals: diffTable(duplicates, state.duplicates, newPairs(homes, kept), 'stay'),
    complaints: diffTable(needsFixing, state.needsFixing, complaints ?? new Map(), complaints ? 'go' : 'stay'),
    sources: diffTable(sources, state.sources, new Map(), 'stay'),
    cases,
  };
  const { counts } = changes.synced;
  const opened = tables.followUps.inserts.length;
  const updated = new Set(tables.followUps.edits.map((edit) => edit.id)).size;
  const total = counts.cases + cases.filter(({ id }) => !kept.cases.has(id)).length;
  const plan: SyncPlan = {
    ...tables,
    entries: entriesOf(state, tables, []),
    counts: {
      people: counts.people + homes.people.size,
      repeats: cases.reduce((sum, one) => sum + one.item.repeats, 0),
      complaints: complaints?.size ?? counts.complaints,
      proposals: counts.proposals + tables.proposals.inserts.length,
      opened,
      updated,
      unchanged: total - opened - updated,
    },
  };
  return { state, readings: touched.map(({ reading }) => reading), plan, ...leaveChanges(parts, plan, total) };
}

/** The questions that stand nowhere yet; what is said of the others is brought up to date at night. */
const newPairs = ({ proposals }: Homes, { pairs }: Kept) => new Map([...proposals].filter(([id]) => !pairs.has(id)));

function wantedFollowUps({
  changes,
  kept,
  configuration,
  zone,
  read,
  cases,
  former,
  homes,
  now,
}: Parts): Map<string, Wanted<FollowUp>> {
  const context = contextOf(configuration, zone, heldOf(heldNow(changes.synced, read)), cases, now);
  const wanted = new Map<string, Wanted<FollowUp>>();
  cases.forEach((one, index) => {
    if (kept.archived.has(one.id)) return;
    if (one.existing || opens(one.item)) wanted.set(one.id, wantedFor(one, homes.reach[index], context));
  });
  for (const { values } of read.rows) {
    if (!wanted.has(values.id)) wanted.set(values.id, wantedWithout(values, former.has(values.id), context));
  }
  return wanted;
}
