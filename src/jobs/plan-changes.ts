import { splitKey } from '../followup/case';
import { casesOf } from '../followup/cases';
import { opens, wantedFor, wantedWithout } from '../followup/derive';
import { type Identified, identify } from '../followup/identify';
import { idOfSeal, noticeEdits } from '../followup/notice';
import { gatherComplaints } from '../intake/complaint';
import { readAgain, revivePlan } from '../intake/read-sheet';
import type { SheetReading } from '../intake/record';
import { diffTable, type Wanted } from '../workbook/diff';
import { type ReadTable, readRows, readTable } from '../workbook/read-table';
import type { Column, RowOf, Table } from '../workbook/table';
import { sources } from '../workbook/tables/config';
import { type FollowUp, followedUp } from '../workbook/tables/followed-up';
import { needsFixing } from '../workbook/tables/logs';
import { duplicates, people } from '../workbook/tables/people';
import { Zone } from '../workbook/zone';
import { wantedComplaints } from './complaints';
import type { Configuration } from './configuration';
import { type Changes, heldOf, holding, isLate, type Rows, readSpans, type Synced } from './find-changes';
import { type Homes, housePeople } from './house-people';
import { type Kept, type KeptCase, type KeptRow, type KeptSource, spellCase, spellRow, sumOfRow, sumsOf } from './kept';
import { readMarks, type Span } from './marks';
import { contextOf, type SyncPlan } from './plan-sync';
import type { Services } from './ports';
import { readingOptions, type SourceReading } from './read-sources';
import { keysOf } from './row-keys';
import { configurationOf, type State } from './state';
import { entriesOf } from './sync-entries';

/** What a sync of changes is going to write, and what it leaves for the next. */
export interface Delta {
  state: State;
  readings: SourceReading[];
  plan: SyncPlan;
  /** Lines that go to the end of the book. */
  text: string;
  synced: Synced;
}

/** Rows of one source that changed or are new, with all that make cases with them, read again. */
interface Touched {
  source: number;
  rows: number[];
  kept: Map<number, KeptRow>;
  reading: SourceReading;
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
  const top = readTable(followedUp, services.workbook.readTop(followedUp.sheet, TOP), zone);
  if (top.headerRow === 0 || top.missing.length > 0) return null;
  const read = readFollowUps(services, top, zone, changes.followed, new Set(former.keys()));
  if (!read) return null;
  const existing = read.rows.map(({ values }) => values).filter(({ id }) => former.has(id));
  const cases = identify(
    touched.flatMap(({ reading }) => reading.cases),
    existing,
  );
  if (cases.some((one) => isStrange(one, kept, former))) return null;
  const homes = housePeople(kept, cases, former, configuration);
  if (!homes) return null;
  const parts = { services, changes, kept, zone, configuration, touched, former, read, cases, homes, now, since: 0 };
  return assemble({ ...parts, since: complaintsSince(parts) });
}

/** Rows in which a header is looked for. */
const TOP = 10;

const none = <C extends Record<string, Column>>(_table: Table<C>): ReadTable<RowOf<C>> => ({
  headerRow: 0,
  positions: new Map(),
  missing: [],
  rows: [],
  blankRows: [],
});

/** A case that might be another's of which nothing was read: the full sync can tell. */
function isStrange({ id, key, existing }: Identified, kept: Kept, former: ReadonlyMap<string, KeptCase>): boolean {
  if (existing || former.has(id)) return false;
  if (kept.cases.has(id)) return true;
  const place = splitKey(key);
  for (const one of kept.cases.values()) {
    if (one.rows.length > 0 || !place) continue;
    const gone = splitKey(one.key);
    if (gone?.sheet === place.sheet && gone.reference === place.reference && gone.day === place.day) return true;
  }
  return false;
}

function touch(
  services: Services,
  kept: Kept,
  configuration: Configuration,
  zone: Zone,
  now: number,
  sheet: string,
  rows: Rows,
  last: number,
): Touched | null {
  const index = kept.sources.findIndex((one) => one.sheet === sheet);
  const source = configuration.sources.find((one) => one.sheet === sheet);
  const before = kept.sources[index];
  if (!source || !before) return null;
  const plan = revivePlan(before.plan);
  const options = readingOptions(source, configuration, zone, now);
  const changed = [...rows].filter(([row, cells]) => sumOfRow(cells) !== (before.rows[row - 1]?.sum ?? ''));
  if (changed.some(([row]) => row <= plan.headerIndex + 1)) return null;
  const read = (list: Iterable<number>) =>
    readAgain(
      plan,
      options,
      [...list].sort((a, b) => a - b).map((row) => ({ row, cells: rows.get(row) ?? [] })),
    );
  const first = read(changed.map(([row]) => row));
  if (!first) return null;
  const keys = first.records.flatMap((record) => keysOf(source, record));
  const tied = tiedRows(
    before,
    changed.map(([row]) => row),
    keys,
  );
  const missing = [...tied].filter((row) => !rows.has(row));
  for (const [row, cells] of readSpans(
    services,
    sheet,
    missing.map((row): Span => [row, row]),
  ))
    rows.set(row, cells);
  // A row that is not where it was, though nothing told of it: rows were moved.
  if (missing.some((row) => sumOfRow(rows.get(row) ?? []) !== before.rows[row - 1]?.sum)) return null;
  const again = read(tied);
  if (!again) return null;
  const now_ = new Map<number, KeptRow>();
  for (const row of tied) now_.set(row, { sum: sumOfRow(rows.get(row) ?? []), keys: [], complaints: [] });
  for (const record of again.records) (now_.get(record.row) as KeptRow).keys = keysOf(source, record);
  for (const complaint of again.complaints) now_.get(complaint.row)?.complaints.push(complaint);
  const reading = { headerRow: plan.headerIndex + 1, columns: plan.decisions, remarks: [], ...again };
  return {
    source: index,
    rows: [...tied],
    kept: now_,
    reading: { source, reading, rows: last - reading.headerRow, cases: casesOf(source, again.records) },
  };
}

/** The given rows and all that share a key with them, directly or through others. */
function tiedRows({ rows }: KeptSource, changed: readonly number[], keys: readonly string[]): Set<number> {
  const tied = new Set(changed);
  if (changed.length === 0) return tied;
  const byKey = new Map<string, number[]>();
  rows.forEach((row, at) => {
    for (const key of row.keys) byKey.set(key, [...(byKey.get(key) ?? []), at + 1]);
  });
  const open = [...keys, ...changed.flatMap((row) => rows[row - 1]?.keys ?? [])];
  const met = new Set(open);
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    for (const row of byKey.get(key) ?? []) {
      tied.add(row);
      for (const other of rows[row - 1].keys) if (!met.has(other)) open.push(other);
      for (const other of rows[row - 1].keys) met.add(other);
    }
  }
  return tied;
}

/** The cases that touched rows made before, by id. */
function formerCases(kept: Kept, touched: readonly Touched[]): Map<string, KeptCase> {
  const rows = new Map(touched.map(({ reading, rows: list }) => [reading.source.sheet, new Set(list)]));
  const found = new Map<string, KeptCase>();
  for (const one of kept.cases.values()) {
    if (one.rows.some((row) => rows.get(one.sheet)?.has(row))) found.set(one.id, one);
  }
  return found;
}

/** The follow-ups of some ids, and those in some rows; null when a row among them is not as we left it. */
function readFollowUps(
  services: Services,
  top: ReadTable<FollowUp>,
  zone: Zone,
  followed: readonly Span[],
  ids: ReadonlySet<string>,
): ReadTable<FollowUp> | null {
  const spans = followed
    .map(([from, to]): Span => [Math.max(from, top.headerRow + 1), to])
    .filter(([from, to]) => from <= to);
  if (ids.size > 0) {
    const column = services.workbook.readColumn(followedUp.sheet, top.positions.get('id') as number);
    column.forEach((cell, at) => {
      if (ids.has(String(cell))) spans.push([at + 1, at + 1]);
    });
  }
  const { rows } = readRows(followedUp, top.positions, readSpans(services, followedUp.sheet, spans), zone);
  const met = new Set(rows.map(({ values }) => values.id));
  const strange = rows.some(({ values }) => values.id === '' || idOfSeal(values.seen) !== values.id);
  return strange || met.size < rows.length ? null : { ...top, rows };
}

interface Parts {
  services: Services;
  changes: Changes;
  kept: Kept;
  zone: Zone;
  configuration: Configuration;
  touched: readonly Touched[];
  former: ReadonlyMap<string, KeptCase>;
  read: ReadTable<FollowUp>;
  cases: Identified[];
  homes: Homes;
  /** See {@link complaintsSince}. */
  since: number;
  now: number;
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
    people: homes.people.size > 0 ? readTable(people, workbook.readTop(people.sheet, TOP), zone) : none(people),
    duplicates:
      homes.proposals.size > 0 ? readTable(duplicates, workbook.read(duplicates.sheet) ?? [], zone) : none(duplicates),
    needsFixing: complaints ? readTable(needsFixing, workbook.read(needsFixing.sheet) ?? [], zone) : none(needsFixing),
  };
  const tables = {
    followUps: diffTable(followedUp, read, wanted, 'stay'),
    people: diffTable(people, state.people, homes.people, 'stay'),
    proposals: diffTable(duplicates, state.duplicates, homes.proposals, 'stay'),
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
  return { state, readings: touched.map(({ reading }) => reading), plan, ...leave(parts, plan, total) };
}

function wantedFollowUps({
  changes,
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
    if (one.existing || opens(one.item)) wanted.set(one.id, wantedFor(one, homes.reach[index], context));
  });
  for (const { values } of read.rows) {
    if (!wanted.has(values.id)) wanted.set(values.id, wantedWithout(values, former.has(values.id), context));
  }
  return wanted;
}

/** How many follow-ups each member of staff holds, by what people have typed in the cells that were read. */
function heldNow({ held }: Synced, read: ReadTable<FollowUp>): Synced['held'] {
  const now = { ...held };
  for (const { values } of read.rows) {
    const before = noticeEdits(values).find(({ field }) => field === 'owner')?.before;
    if (before === undefined) continue;
    const [from, to] = [holding({ state: values.state, owner: before }), holding(values)];
    now[from] = (now[from] ?? 1) - 1;
    now[to] = (now[to] ?? 0) + 1;
  }
  return now;
}

/** Since when `needs-fixing` lacks something: a person who mends a cell sees it leave at once, the rest waits for company. */
function complaintsSince({ services, kept, touched, changes, now }: Parts): number {
  const told = (rows: Iterable<KeptRow | undefined>) =>
    JSON.stringify([...rows].flatMap((row) => row?.complaints ?? []));
  const differs = touched.filter(({ source, rows, kept: after }) => {
    const before = rows.map((row) => kept.sources[source].rows[row - 1]);
    return told(before) !== told(after.values());
  });
  const marks = readMarks(services.properties);
  if (differs.some(({ reading }) => marks[reading.source.sheet])) return 1;
  return changes.synced.complaintsSince || (differs.length > 0 ? now : 0);
}

/** What `needs-fixing` should say, if it is time to say it. */
function complaintsAfter({ kept, touched, configuration, changes, since, now }: Parts) {
  if (!isLate(since, now)) return null;
  const readings = kept.sources.map(({ sheet, plan, complaints, rows }, index): SourceReading => {
    const change = touched.find(({ source }) => source === index);
    const each = [...complaints];
    const last = changes.sources.get(sheet)?.last ?? rows.length;
    for (let row = 1; row <= last; row++) each.push(...((change?.kept.get(row) ?? rows[row - 1])?.complaints ?? []));
    const headerRow = plan.headerIndex + 1;
    const reading: SheetReading = {
      headerRow,
      columns: [],
      records: [],
      remarks: [],
      complaints: gatherComplaints(each, headerRow),
    };
    const source = configuration.sources.find((one) => one.sheet === sheet) as SourceReading['source'];
    return { source, reading, rows: 0, cases: [] };
  });
  return wantedComplaints(readings, configuration);
}

/** What the next sync has to know of this one. */
function leave(
  { changes, kept, touched, former, cases, homes, read, since, now: time }: Parts,
  plan: SyncPlan,
  total: number,
) {
  let text = '';
  const synced: Synced = {
    ...changes.synced,
    sources: { ...changes.synced.sources },
    complaintsSince: isLate(since, time) ? 0 : since,
    held: heldNow(changes.synced, read),
  };
  for (const { source, kept: rows } of touched) {
    const { sheet, rows: all } = kept.sources[source];
    for (const [row, one] of rows) {
      all[row - 1] = one;
      text += spellRow(source, row, one);
    }
    synced.sources[sheet] = { rows: changes.sources.get(sheet)?.last ?? all.length, sums: sumsOf(all) };
  }
  const now = new Set(cases.map(({ id }) => id));
  for (const one of former.values()) if (!now.has(one.id)) text += spellCase({ ...one, rows: [] });
  for (const one of homes.kept) text += spellCase(one);
  const count = (row: Parameters<typeof holding>[0], by: number) => {
    synced.held[holding(row)] = (synced.held[holding(row)] ?? 0) + by;
  };
  for (const { row } of plan.followUps.inserts) count({ owner: row.owner ?? '', state: row.state ?? '' }, 1);
  for (const { values } of read.rows) {
    count(values, -1);
    count({ owner: values.owner, state: plan.followUps.wanted.get(values.id)?.system.state ?? values.state }, 1);
  }
  const { people: persons, complaints, proposals } = plan.counts;
  synced.counts = { people: persons, cases: total, complaints, proposals };
  return { text, synced };
}
