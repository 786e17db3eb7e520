import { CrmError } from '../errors';
import { isEmpty, type TableChange } from '../workbook/diff';
import { sources } from '../workbook/tables/config';
import { followedUp } from '../workbook/tables/followed-up';
import { activity, importLog, needsFixing } from '../workbook/tables/logs';
import { duplicates, people } from '../workbook/tables/people';
import type { Written } from '../workbook/write-table';
import { importLines } from './import-lines';
import { beginRun, endRun, formerRun, type Run } from './intent';
import { sealEntries } from './journal';
import { partedEntries } from './parted';
import { Moved, Pass } from './pass';
import { planSync, type SyncPlan } from './plan-sync';
import type { Services } from './ports';
import { readSources, type SourceReading } from './read-sources';
import { setUp } from './set-up';
import { missingIn, readState, type State } from './state';

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

/** How long a sync waits for another script that holds the document, in milliseconds. */
const PATIENCE = 10_000;
/** Minutes between readings where there is nothing to read. */
const DEFAULT_MINUTES = 5;
/** How often a sync begins anew when people move things about under its hands. */
const ATTEMPTS = 3;

export interface SyncOptions {
  /** Who or what started it, for the log. */
  startedBy: string;
  /** Epoch milliseconds after which no new batch is begun. */
  until: number;
}

/**
 * The main job: reads the sources, decides what the managed sheets should say, writes what differs.
 * @throws CrmError `busy` when another script holds the document
 */
export function sync(services: Services, options: SyncOptions): SyncReport {
  const report = services.exclusively(PATIENCE, () => syncLocked(services, options, ATTEMPTS));
  if (!report)
    throw new CrmError('busy', 'Another update is running.', 'Wait a moment and try again; nothing is lost.');
  return report;
}

function syncLocked(services: Services, options: SyncOptions, attempts: number): SyncReport {
  const { workbook } = services;
  let state = readState(workbook);
  if (missingIn(state).length > 0) {
    setUp(services);
    state = readState(workbook);
  }
  const now = services.now();
  const readings = readSources(workbook, state.configuration, state.zone, now);
  const plan = planSync(state, readings, now);
  plan.entries.push(...partedEntries(services, state, plan));
  const job = { services, state, readings, plan, now, ...options };
  try {
    const { written, finished } = somethingToWrite(plan) ? write(job) : nothingToWrite(services);
    return reportOf(readings, plan, written, finished);
  } catch (error) {
    if (!(error instanceof Moved) || attempts <= 1) throw error;
    return syncLocked(services, options, attempts - 1);
  }
}

function reportOf(readings: readonly SourceReading[], plan: SyncPlan, written: Written, finished: boolean): SyncReport {
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
    minutesToNext: Math.min(DEFAULT_MINUTES, ...readings.map(({ source }) => source.every)),
  };
}

function somethingToWrite(plan: SyncPlan): boolean {
  const changes = [
    plan.followUps,
    plan.people,
    plan.proposals,
    plan.complaints,
    plan.sources,
  ] as TableChange<unknown>[];
  return plan.entries.length > 0 || changes.some((change) => !isEmpty(change));
}

/** What a killed run had left to do is done, so its mark can go. */
function nothingToWrite(services: Services): { written: Written; finished: boolean } {
  if (formerRun(services.properties)) endRun(services.properties);
  return { written: { cells: 0, rows: 0 }, finished: true };
}

interface Job extends SyncOptions {
  services: Services;
  state: State;
  readings: readonly SourceReading[];
  plan: SyncPlan;
  now: number;
}

/** Journal first, then the tables: what a killed run has not written, the next one still finds to do. */
function write(job: Job): { written: Written; finished: boolean } {
  const { services, state, plan } = job;
  const former = formerRun(services.properties);
  const run = beginRun(services.properties, former, job.now, plan.entries.length);
  const pass = new Pass(services, state.zone, former !== null, job.until);
  writeJournal(pass, plan, run, former);
  pass.table(people, state.people, plan.people);
  pass.table(followedUp, state.followedUp, plan.followUps);
  pass.table(duplicates, state.duplicates, plan.proposals);
  pass.table(needsFixing, state.needsFixing, plan.complaints);
  pass.table(sources, state.sources, plan.sources);
  pass.log(
    importLog,
    importLines(job.readings, plan, { run, startedBy: job.startedBy, time: job.now, finished: pass.finished }),
  );
  services.workbook.flush();
  if (pass.finished) endRun(services.properties);
  return { written: pass.written, finished: pass.finished };
}

function writeJournal(pass: Pass, plan: SyncPlan, run: Run, former: Run | null): void {
  if (plan.entries.length === 0) return;
  const read = pass.readTop(activity, former?.lines ?? 0);
  const known = new Set(read.rows.map(({ values }) => values.id));
  const lines = sealEntries(plan.entries, run.id, run.startedAt).filter((line) => !known.has(line.id));
  pass.insert(activity, read, lines);
}
