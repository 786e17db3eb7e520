import { type ClockState, DAY, JOB_NAMES, type JobName, readClock, TICK_HANDLER, writeClock } from './automatic';
import { JOBS } from './job-list';
import { Office } from './office';
import type { Former } from './outbox';
import type { Services } from './ports';
import { patienceAfter, workingHours } from './schedule';
import type { SyncReport } from './sync';

/** A run may last 6 minutes at Google; no new batch is begun after 4, which leaves time for one that has begun. */
export const RUN_BUDGET = 4 * 60_000;

/** No job is begun so late in a run; what is due then waits for the next tick. */
const BEGIN_UNTIL = 2 * 60_000;

/** Outside working hours a tick that has nothing to do says only so often that it was there. */
const SIGN_OF_LIFE = 5 * 60_000;

/** How often a job is begun in one run before it is left to the next: Google's services fail now and then. */
const ATTEMPTS = 3;

/** What a tick did. */
export interface TickReport {
  ran: JobName[];
  sync: SyncReport | null;
}

/** What the jobs of one tick share. */
export interface TickRun {
  services: Services;
  clock: ClockState;
  /** Epoch milliseconds. */
  started: number;
  /** No new batch is begun after it. */
  until: number;
  /** What people have configured, read when it is first asked for. */
  office: Office;
  report: TickReport;
  /** A message of a former run that may have gone out. */
  former: Former | null;
  /** Writes the clock: what is to be remembered even if the run is cut off now. */
  save(): void;
}

/**
 * What the clock does each minute: nothing, at two calls, unless something is due. A tick that comes late, twice or not at
 * all does no harm: what is due is due until it is done, and only one tick is at work at a time.
 * @param triggerId the trigger that called; one that does not count any more removes itself
 */
export function tick(services: Services, triggerId: string): TickReport | null {
  const started = services.now();
  const clock = readClock(services.properties);
  if (!clock || (triggerId !== '' && clock.triggerId !== triggerId)) {
    for (const id of services.triggers.own(TICK_HANDLER)) services.triggers.remove(id);
    return null;
  }
  if (dueJobs(clock, started).length > 0) return services.alone(() => work(services, started)) ?? null;
  const asleep = started < clock.opens || started >= clock.closes;
  if (!asleep || started - clock.last >= SIGN_OF_LIFE)
    writeClock(services.properties, counted(services, clock, started));
  return null;
}

const dueJobs = (clock: ClockState, now: number) => JOB_NAMES.filter((job) => (clock.due[job] ?? 0) <= now);

/** The clock with this tick on it. */
function counted(services: Services, clock: ClockState, started: number): ClockState {
  const before = started < clock.from + DAY ? clock : { from: started, spent: 0, ticks: 0 };
  return {
    ...clock,
    last: started,
    from: before.from,
    spent: before.spent + services.now() - started,
    ticks: before.ticks + 1,
  };
}

/** What the jobs of a tick that began at this instant share. */
export function beginRun(services: Services, clock: ClockState, started: number): TickRun {
  return {
    services,
    clock,
    started,
    until: started + RUN_BUDGET,
    office: new Office(services, 'kept'),
    report: { ran: [], sync: null },
    former: null,
    save: () => writeClock(services.properties, counted(services, clock, started)),
  };
}

function work(services: Services, started: number): TickReport | null {
  // Read once more: another tick may have ended just now.
  const clock = readClock(services.properties);
  const jobs = clock ? dueJobs(clock, started) : [];
  if (!clock || jobs.length === 0) return null;
  const run = beginRun(services, clock, started);
  // Before the work: a run that is killed must not be begun anew each minute.
  for (const job of jobs) {
    clock.due[job] = started + patienceAfter(clock.tries[job] ?? 0);
    clock.tries[job] = (clock.tries[job] ?? 0) + 1;
  }
  run.save();
  const faults = jobs.flatMap((job) => attempt(run, job));
  run.save();
  if (faults.length > 0) throw faults[0];
  return run.report;
}

/** Runs a job; the faults of its last attempt. */
function attempt(run: TickRun, job: JobName): unknown[] {
  const { services, clock, started } = run;
  let faults: unknown[] = [];
  for (let times = 0; times < ATTEMPTS && services.now() < started + BEGIN_UNTIL; times++) {
    try {
      if (started >= clock.closes) Object.assign(clock, workingHours(run.office.calendar, started));
      clock.due[job] = JOBS[job](run);
      delete clock.tries[job];
      run.report.ran.push(job);
      return [];
    } catch (error) {
      faults = [error];
    }
  }
  return faults;
}
