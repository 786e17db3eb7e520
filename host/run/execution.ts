import type { CallPoint, Cost, Intercept, RunOptions } from '../types';
import type { Snapshot } from '../workbook/workbook';
import { type CallKind, costOf } from './cost';
import type { Host } from './host';

/** Google's words when a run is ended by its time limit. */
export const TIME_IS_UP = 'Exceeded maximum execution time';

/** What {@link Execution.enter} throws when the run is over; whatever the script does with it, nothing it does counts any more. */
export class Halt extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Halt';
  }
}

/** CPU time of this process in milliseconds: what a busy machine does besides does not count. To ask costs more than most calls. */
function cpuNow(host: Host): number {
  if (host.options.freeComputing) return 0;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** One run of a function: its clock, its cost and its write cache. */
export class Execution implements Cost {
  calls = 0;
  handles = 0;
  cellsRead = 0;
  cellsWritten = 0;
  byMethod: Record<string, number> = {};
  /** Milliseconds of service calls and sleep: what the script's own clock shows. */
  servicesMs = 0;
  readonly log: string[] = [];
  /** Why the run was ended from outside, once it was. */
  ended: string | null = null;
  /** What an interceptor or a person's act threw: no matter of the script's, so it is thrown where the run was started. */
  trouble: { error: unknown } | null = null;
  private readonly startedReal: number;
  private otherRealMs = 0;
  private isOutside = false;
  private finalCpuMs: number | null = null;
  private batchOpen = false;
  /** States of the workbook before each write of the batch; kept only while someone intercepts. */
  private shots: (Snapshot | undefined)[] = [];
  private deferred: (() => void)[] = [];

  constructor(
    private readonly host: Host,
    readonly id: number,
    readonly options: RunOptions,
    readonly startedAt: number,
    readonly limitMs: number,
    private readonly outermost: boolean,
  ) {
    this.startedReal = cpuNow(host);
  }

  get cpuMs(): number {
    if (this.host.options.freeComputing) return 0;
    return this.finalCpuMs ?? Math.max(0, cpuNow(this.host) - this.startedReal - this.otherRealMs);
  }

  get modelledMs(): number {
    return this.servicesMs + this.cpuMs;
  }

  /** The instant the script sees: it moves with the services, not with real CPU time, so that a run repeats. */
  get now(): number {
    return this.host.options.freezeClock ? this.startedAt : this.startedAt + Math.round(this.servicesMs);
  }

  /** Time that passes outside the script's own computing: other people's acts, nested runs. */
  outside<T>(act: () => T): T {
    if (this.isOutside) return act();
    const from = cpuNow(this.host);
    this.isOutside = true;
    try {
      return act();
    } finally {
      this.isOutside = false;
      this.otherRealMs += cpuNow(this.host) - from;
    }
  }

  /** Counts and charges a call, lets others come between, and ends the run when its time is up. */
  enter(method: string, kind: CallKind, cellsRead = 0, cellsWritten = 0): void {
    if (this.ended !== null) throw new Halt(this.ended);
    if (kind === 'handle') {
      this.handles++;
      return;
    }
    const index = this.calls++;
    this.byMethod[method] = (this.byMethod[method] ?? 0) + 1;
    if (kind === 'read' || kind === 'flush' || kind === 'ui') this.commit();
    this.ask({ index, method, batch: this.batchOpen && kind === 'write' });
    this.cellsRead += cellsRead;
    this.cellsWritten += cellsWritten;
    this.pass(costOf(this.host.costs, kind, cellsRead, cellsWritten));
    if (kind === 'write') {
      this.batchOpen = true;
      if (this.watched) this.shots.push(this.roomForShot() ? this.host.book.snapshot() : undefined);
    }
  }

  /** Moves the run's clock. @throws Halt when the limit is passed */
  pass(ms: number): void {
    this.servicesMs += ms;
    if (this.modelledMs > this.limitMs) this.end(TIME_IS_UP);
  }

  private get watched(): boolean {
    return this.outermost && this.host.options.intercept !== undefined;
  }

  private ask(point: CallPoint): void {
    if (!this.watched) return;
    const answer = this.others(() => this.host.options.intercept?.(point, this.host));
    if (answer) this.obey(answer);
  }

  private obey(answer: NonNullable<Intercept>): void {
    if (answer === 'kill') this.end(TIME_IS_UP);
    if (answer.kept !== undefined) this.keep(answer.kept);
    if ('kill' in answer) this.end(TIME_IS_UP);
    else throw new Error(answer.fail);
  }

  /** Ends the run; it can't be caught, because no later call has an effect and its result is not looked at. */
  end(message: string): never {
    this.ended ??= message;
    throw new Halt(message);
  }

  /** Lets only the first `count` writes of the open batch have reached the workbook. */
  private keep(count: number): void {
    if (count >= this.shots.length) return;
    let at = count;
    while (at > 0 && !this.shots[at]) at--;
    this.host.book.restore(this.shots[at] as Snapshot);
    this.shots = this.shots.slice(0, at);
  }

  /** Another run begins: what was written so far can't be lost any more, or that run's own writes would go with it. */
  yieldTo(): void {
    this.shots = [];
  }

  /** A script that writes cell by cell over a large workbook must not fill the memory: later states of its batch are not kept apart. */
  private roomForShot(): boolean {
    const rows = this.host.book.sheets.reduce((sum, sheet) => sum + sheet.rows.length, 1);
    return this.shots.length === 0 || this.shots.length * rows < 10_000_000;
  }

  /** Does a person's act now, or, inside a batch of writes, once the batch is committed: nobody sees half of a write cache. */
  between(act: () => void): void {
    if (this.batchOpen) this.deferred.push(act);
    else act();
  }

  /** The write cache reaches the workbook. */
  commit(): void {
    this.batchOpen = false;
    this.shots = [];
    const acts = this.deferred;
    this.deferred = [];
    for (const act of acts) this.others(act);
  }

  private others<T>(act: () => T): T {
    try {
      return this.outside(act);
    } catch (error) {
      this.trouble ??= { error };
      return this.end('Ended by an error outside of the script');
    }
  }

  finish(): void {
    this.finalCpuMs = this.cpuMs;
    try {
      this.commit();
    } catch (error) {
      if (!(error instanceof Halt)) throw error;
    }
  }
}
