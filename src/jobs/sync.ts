import { isEmpty, type TableChange } from '../workbook/diff';
import { archive } from '../workbook/tables/archive';
import { sources } from '../workbook/tables/config';
import { followedUp } from '../workbook/tables/followed-up';
import { activity, type ImportLine, importLog, needsFixing } from '../workbook/tables/logs';
import { duplicates, people } from '../workbook/tables/people';
import type { Written } from '../workbook/write-table';
import { Zone } from '../workbook/zone';
import { decideAll, decideChanges } from './decide';
import { isLate, readSynced, type Synced, syncedProperty } from './find-changes';
import { holding } from './hold';
import { importLines } from './import-lines';
import { formerRun, linesSince, markOf, NO_RUN, type Run, runOf } from './intent';
import { sealEntries } from './journal';
import { leaveKept } from './leave-kept';
import { leaveQueue, tellQueue } from './leave-queue';
import { Moved } from './look';
import { NO_MARKS, readMarks } from './marks';
import { freshNews } from './news';
import { Pass } from './pass';
import { pausing } from './pausing';
import type { SyncPlan } from './plan-sync';
import type { Services } from './ports';
import { minutesToNext, type SourceReading } from './read-sources';
import { isCutOff, setUpHeld } from './set-up';
import { leaveSince } from './since-book';
import { missingIn, readState, type State } from './state';
import { letWait } from './waiting-lines';
import { isOverdue, letRowsWait, settle } from './waiting-rows';

/** What a sync did. */
export interface SyncReport {
  /** Rows of the sources below their headers. */
  read: number;
  /** Orders and leads that the rows make. */
  records: number;
  people: number;
  followUps: { opened: number; updated: number; unchanged: number };
  /** Rows that stand for something already there. */
  duplicates: number;
  /** Pairs that a person should look at. */
  proposals: number;
  needsFixing: number;
  written: { cells: number; rows: number };
  /** False when time ran out: the next run goes on. */
  finished: boolean;
  /** Until the next reading, by the busiest source. */
  minutesToNext: number;
}

/** How often a sync begins anew when people move things about under its hands. */
const ATTEMPTS = 3;

export interface SyncOptions {
  /** Who or what started it, for the log. */
  startedBy: string;
  /** Epoch milliseconds after which no new batch is begun. */
  until: number;
  /** Called between two long steps, while the document is held; it writes into no sheet. */
  between?: () => void;
}

/**
 * The main job: reads the sources, decides what the managed sheets should say, writes what differs.
 * @throws CrmError `busy` when another script holds the document
 */
export function sync(services: Services, options: SyncOptions): SyncReport {
  return holding(services, () => syncLocked(services, options, ATTEMPTS));
}

function syncLocked(services: Services, options: SyncOptions, attempts: number): SyncReport {
  const now = services.now();
  try {
    if (isOverdue(services.properties, now)) settleAll(services);
    return syncChanges(services, options, now) ?? syncAll(services, options, now);
  } catch (error) {
    if (!(error instanceof Moved) || attempts <= 1) throw error;
    services.properties.setAll(syncedProperty(null));
    return syncLocked(services, options, attempts - 1);
  }
}

const settleAll = (services: Services) => settle(services, () => new Zone(services.workbook.zoneName()));

/** Looks at what has changed only; null when everything has to be read. */
function syncChanges(services: Services, options: SyncOptions, now: number): SyncReport | null {
  const { properties, workbook } = services;
  const decided = decideChanges(services, now);
  if (!decided?.found) return decided && quiet(services, decided.synced);
  const { synced } = decided;
  const { delta, book, since } = decided.found;
  const { state, readings, plan } = delta;
  const marked = Object.keys(readMarks(properties)).length > 0;
  if (!somethingToWrite(plan) && delta.text === '' && !marked) return quiet(services, synced);
  const leave = () => ({
    synced: { ...delta.synced, followed: workbook.extent(followedUp.sheet), lines: job.lines },
    properties: leaveSince(services, synced.stamp, book, since, delta.text),
  });
  const tell = () => tellQueue(services, state, plan);
  const job: Job = {
    services,
    state,
    readings,
    plan,
    now,
    leave,
    tell,
    lines: synced.lines,
    mayWait: true,
    ...options,
  };
  return finish(job);
}

/** A sync with nothing to do has time for what has waited. */
function quiet(services: Services, { counts, every }: Synced): SyncReport {
  settleAll(services);
  return {
    read: 0,
    records: counts.cases,
    people: counts.people,
    followUps: { opened: 0, updated: 0, unchanged: counts.cases },
    duplicates: 0,
    proposals: counts.proposals,
    needsFixing: counts.complaints,
    written: NOTHING,
    finished: true,
    minutesToNext: every,
  };
}

function syncAll(services: Services, options: SyncOptions, now: number): SyncReport {
  const workbook = options.between ? pausing(services.workbook, options.between) : services.workbook;
  settleAll(services);
  let state = readState(workbook);
  const isWhole = [activity, importLog].every(({ sheet }) => workbook.extent(sheet) > 0);
  if (!isWhole || isCutOff(services) || missingIn(state).length > 0) {
    setUpHeld(services);
    state = readState(workbook);
  }
  const { readings, plan } = decideAll({ ...services, workbook }, state, now);
  const leave = () => ({ synced: leaveKept(services, { state, readings, plan, now }), properties: {} });
  const tell = () => leaveQueue(services, state, plan, now);
  const lines = readSynced(services.properties)?.lines ?? [];
  return finish({ services, state, readings, plan, now, leave, tell, lines, mayWait: false, ...options });
}

/** Writes what there is to write, and leaves what the next sync should know. */
function finish(job: Job): SyncReport {
  const { services, readings, plan } = job;
  const { properties } = services;
  const { written, finished } = somethingToWrite(plan) ? write(job) : { written: NOTHING, finished: true };
  const { synced, properties: kept } = finished ? job.leave() : { synced: null, properties: {} };
  const queue = finished ? job.tell() : freshNews(properties, '');
  const run = finished ? NO_RUN : {};
  const stands = finished && formerRun(properties) !== null;
  const told = Object.keys({ ...readMarks(properties), ...queue }).length > 0;
  if (synced || stands || readSynced(properties) || told)
    properties.setAll({ ...run, ...NO_MARKS, ...kept, ...syncedProperty(synced), ...queue });
  return reportOf(readings, plan, written, finished, synced?.every);
}

const NOTHING: Written = { cells: 0, rows: 0 };

function reportOf(
  readings: readonly SourceReading[],
  plan: SyncPlan,
  written: Written,
  finished: boolean,
  every = minutesToNext(readings),
): SyncReport {
  const { people: persons, repeats, proposals, complaints, opened, updated, unchanged } = plan.counts;
  return {
    read: readings.reduce((sum, reading) => sum + reading.rows, 0),
    records: plan.cases.length,
    people: persons,
    followUps: { opened, updated, unchanged },
    duplicates: repeats,
    proposals,
    needsFixing: complaints,
    written,
    finished,
    minutesToNext: every,
  };
}

function somethingToWrite(plan: SyncPlan): boolean {
  const changes = [
    plan.followUps,
    plan.archive,
    plan.people,
    plan.proposals,
    plan.complaints,
    plan.sources,
  ] as TableChange<unknown>[];
  return plan.entries.length > 0 || changes.some((change) => !isEmpty(change));
}

interface Job extends SyncOptions {
  services: Services;
  state: State;
  readings: readonly SourceReading[];
  plan: SyncPlan;
  now: number;
  /** Lines of the import log that have waited; after writing, those that still do. */
  lines: ImportLine[];
  mayWait: boolean;
  /** Keeps what the next sync can use; null when it has to read everything. */
  leave: () => { synced: Synced | null; properties: Record<string, string> };
  /** Tells the panel how the follow-ups stand now; gives properties to set. */
  tell: () => Record<string, string>;
}

/** Journal first, then the tables: what a killed run has not written, the next one still finds to do. */
function write(job: Job): { written: Written; finished: boolean } {
  const { services, state, plan, between = () => undefined } = job;
  const former = formerRun(services.properties);
  const run = runOf(former, job.now, plan.entries.length);
  const pass = new Pass(services, state.zone, former !== null, job.until);
  const waits = job.mayWait ? waitingProperties(services, plan, run) : null;
  services.properties.setAll({ ...markOf(run), ...waits });
  between();
  if (!waits) writeFirst(pass, job, run, former);
  between();
  writeFollowUps(pass, state, plan);
  pass.table(needsFixing, state.needsFixing, plan.complaints);
  pass.table(sources, state.sources, plan.sources);
  const logged = logImports(pass, job, run);
  // What was put into or changed in `followed-up` has been looked at since, and so is in the sheet, with all before it.
  const looked = !isEmpty({ ...plan.followUps, removes: [] });
  const after = logged || !isEmpty(plan.complaints) || !isEmpty(plan.sources) || !isEmpty(plan.archive);
  if (after || !pass.finished || !(looked || waits)) services.workbook.flush();
  return { written: pass.written, finished: pass.finished };
}

/** In a sync of changes, the journal and what nobody looks at in the very minute wait for the next one; null where there is no room. */
function waitingProperties({ properties }: Services, plan: SyncPlan, run: Run): Record<string, string> | null {
  const rowsOf = <R>({ inserts }: TableChange<R>) => inserts.map(({ row }) => row);
  const lines = letWait(properties, sealEntries(plan.entries, run.id, run.startedAt));
  const rows = letRowsWait(properties, {
    since: run.startedAt,
    people: rowsOf(plan.people),
    duplicates: rowsOf(plan.proposals),
  });
  return lines && rows && { ...lines, ...rows };
}

/** What changes places between `followed-up` and `archive` is copied first, and deleted once its copy is in the sheet. */
function writeFollowUps(pass: Pass, state: State, { followUps, archive: moved }: SyncPlan): void {
  pass.table(archive, state.archive, { ...moved, removes: [] });
  pass.table(followedUp, state.followedUp, pass.finished ? followUps : { ...followUps, removes: [] });
  if (pass.finished) pass.table(archive, state.archive, { ...moved, inserts: [] });
}

function writeFirst(pass: Pass, { state, plan }: Job, run: Run, former: Run | null): void {
  writeJournal(pass, plan, run, former);
  pass.table(people, state.people, plan.people);
  pass.table(duplicates, state.duplicates, plan.proposals);
}

/** So many lines of the import log may wait. */
const WAITING = 10;

/** The import log; of a sync of changes, together with what comes after it: whether it was written now. */
function logImports(pass: Pass, job: Job, run: Run): boolean {
  const about = { run, startedBy: job.startedBy, time: job.now, finished: pass.finished };
  job.lines = [...job.lines, ...importLines(job.readings, job.plan, about)];
  if (job.mayWait && job.lines.length < WAITING && !isLate(job.lines[0]?.time ?? 0, job.now)) return false;
  const read = pass.readTop(importLog, job.lines.length);
  const known = new Set(read.rows.map(({ values }) => values.id));
  pass.insert(
    importLog,
    read,
    job.lines.filter(({ id }) => !known.has(id)),
  );
  job.lines = [];
  return true;
}

function writeJournal(pass: Pass, plan: SyncPlan, run: Run, former: Run | null): void {
  if (plan.entries.length === 0) return;
  const read = pass.readTop(activity, former ? linesSince(former) : 0);
  const known = new Set(read.rows.map(({ values }) => values.id));
  const lines = sealEntries(plan.entries, run.id, run.startedAt).filter((line) => !known.has(line.id));
  pass.insert(activity, read, lines);
}
