import { HostError } from '../error';
import type { Call, Circumstances, EventInfo, Outcome } from '../services/port';
import type {
  CallPoint,
  HttpRequest,
  HttpResponse,
  Intercept,
  Json,
  Mail,
  MenuItem,
  RunOptions,
  RunResult,
  StartedBy,
  UiPort,
} from '../types';
import type { Workbook } from '../workbook/workbook';
import { COSTS, type CostTable } from './cost';
import { EditQueue } from './edits';
import { Execution } from './execution';
import { LIMITS, type Limits, use, used } from './limits';
import { Locks } from './locks';
import { Person } from './person';
import { buildPort } from './port';
import { Random } from './random';
import { runInRealm } from './realm';
import { freshState, type HostState } from './state';
import { clockEvent, nextFire, type Trigger } from './triggers';
import { ScriptedUi } from './ui';

/** A script project: its code, its HTML files by name (with or without `.html`), its appsscript.json. */
export interface ScriptProject {
  code: string;
  html?: Record<string, string>;
  manifest?: { timeZone?: string; oauthScopes?: string[]; [key: string]: unknown };
}

export interface HostOptions {
  script: ScriptProject;
  book: Workbook;
  /** Epoch milliseconds at the start; 2026-01-05 09:00 UTC where none is given. */
  now?: number;
  seed?: number;
  /** The account that owns the file and sits before it. */
  user?: string;
  ui?: UiPort;
  network?: (request: HttpRequest) => HttpResponse;
  /** Called before every service call of the outermost run: faults and people's acts are put in here. */
  intercept?: (point: CallPoint, host: Host) => Intercept;
  limits?: Partial<Limits>;
  costs?: Partial<CostTable>;
  /** The clock stands still during a run; cost and the 6-minute limit are counted all the same. */
  freezeClock?: boolean;
  /** Real computing counts for nothing: a run takes what its calls take, the same on any machine however busy. */
  freeComputing?: boolean;
  /** Runs use the realm of the one before, which is many times faster; at Google each begins in a fresh one. */
  keepRealm?: boolean;
  /** What a former host left ({@link Host.saved}). */
  state?: HostState;
}

/** Apps Script on this machine: one script project over one workbook, on a clock of its own. Everything is synchronous and repeats exactly. */
export class Host {
  readonly book: Workbook;
  readonly state: HostState;
  readonly random: Random;
  readonly locks = new Locks();
  readonly limits: Limits;
  readonly costs: CostTable;
  readonly mails: Mail[] = [];
  readonly menus = new Map<string, MenuItem[]>();
  readonly person: Person;
  readonly user: string;
  ui: UiPort;
  /** Results of executions that nobody called by hand: onEdit, onChange and clock triggers, oldest first. */
  readonly executions: (RunResult & { functionName: string })[] = [];
  private readonly running: Execution[] = [];
  private readonly edits: EditQueue;
  private nextExecution = 1;

  constructor(readonly options: HostOptions) {
    this.book = options.book;
    this.state = options.state ?? freshState(options.now ?? Date.UTC(2026, 0, 5, 9), options.seed ?? 1);
    if (options.state && options.now !== undefined) this.state.now = options.now;
    this.random = new Random(this.state.seed);
    this.limits = { ...LIMITS, ...options.limits };
    this.costs = { ...COSTS, ...options.costs };
    this.ui = options.ui ?? new ScriptedUi();
    this.user = options.user ?? 'owner@example.com';
    if (this.book.owner === '') this.book.owner = this.user;
    this.person = new Person(this);
    this.edits = new EditQueue(this.limits.queuedEdits);
  }

  /** Epoch milliseconds on the host's clock; of the running script, while one runs. */
  get now(): number {
    return this.running.at(-1)?.now ?? this.state.now;
  }

  set now(instant: number) {
    this.state.now = instant;
  }

  get triggers(): readonly Trigger[] {
    return this.state.triggers;
  }

  /** What to hand to the next host as `state` so that it goes on where this one is. */
  saved(): HostState {
    return JSON.parse(JSON.stringify({ ...this.state, seed: this.random.state })) as HostState;
  }

  /**
   * Runs a function of the script as one execution. It never throws for what the script is or does: see `ok` and `error`.
   * What an interceptor or a person's act throws comes out here.
   */
  run(functionName: string, options: RunOptions = {}): RunResult {
    return this.execute({ name: functionName, args: options.args ?? [] }, options);
  }

  /** Moves the clock and fires the time-driven triggers that fall due, in order; a run may take the clock past the next one, which then fires late. */
  advance(ms: number): RunResult[] {
    const until = this.state.now + ms;
    const results: RunResult[] = [];
    for (;;) {
      const due = this.state.triggers
        .filter((trigger) => trigger.nextAt !== undefined && trigger.nextAt <= until && !trigger.disabled)
        .sort((a, b) => (a.nextAt as number) - (b.nextAt as number))[0];
      if (!due?.nextAt) break;
      this.state.now = Math.max(this.state.now, due.nextAt);
      const fields = clockEvent(this.state.now, this.timeZone);
      due.nextAt = due.schedule && nextFire(due.schedule, this.state.now);
      results.push(this.fire(due, { fields, source: false }));
    }
    this.state.now = Math.max(this.state.now, until);
    return results;
  }

  /** Opens the file before the person: runs onOpen and installed open triggers. */
  open(): RunResult[] {
    const event: EventInfo = { fields: {}, user: this.user, source: true };
    return this.notify('onOpen', 'ON_OPEN', event);
  }

  /** Does a person's act: at once, or, while a script has uncommitted writes, right after they are committed. */
  between(act: () => void): void {
    const top = this.running.at(-1);
    if (top) top.between(() => top.outside(act));
    else act();
  }

  /** Tells an edit to the simple trigger onEdit (which queues at most two events) and to the installed ones. */
  edited(event: EventInfo, at: number): void {
    const start = this.edits.start(at);
    if (start === null) return;
    const [result] = this.notify('onEdit', 'ON_EDIT', event, start);
    // Without CPU time, so that the same edits are lost each time.
    this.edits.ended(start + (result ? result.modelledMs - result.cpuMs : 0));
  }

  /** Tells a change of structure or content to the installed onChange triggers. */
  changed(changeType: string): void {
    this.notify('', 'ON_CHANGE', { fields: { changeType }, user: this.user, source: true });
  }

  private notify(simple: string, event: Trigger['event'], info: EventInfo, at?: number): RunResult[] {
    const results: RunResult[] = [];
    if (simple !== '' && new RegExp(`\\bfunction\\s+${simple}\\b|\\b${simple}\\s*=`).test(this.options.script.code)) {
      const result = this.execute({ name: simple, args: [], event: info }, { startedBy: 'simple' }, at);
      this.executions.push({ functionName: simple, ...result });
      results.push(result);
    }
    for (const trigger of this.state.triggers.filter((one) => one.event === event && !one.disabled))
      results.push(this.fire(trigger, info));
    return results;
  }

  /** Runs an installed trigger as its owner, on its owner's time of the day. */
  private fire(trigger: Trigger, event: EventInfo): RunResult {
    const quota = `trigger:${trigger.owner}`;
    const spent = used(this.state.quotas[quota], this.now);
    const call: Call = {
      name: trigger.handler,
      args: [],
      event: { ...event, fields: { ...event.fields, triggerUid: trigger.id } },
    };
    const result =
      spent >= this.limits.triggerMsPerDay
        ? refused('Service using too much computer time for one day')
        : this.execute(call, {
            startedBy: 'trigger',
            effectiveUser: trigger.owner,
            activeUser: trigger.event === 'CLOCK' ? '' : undefined,
          });
    this.state.quotas[quota] = use(this.state.quotas[quota], result.modelledMs, this.now);
    this.executions.push({ functionName: trigger.handler, ...result });
    return result;
  }

  private get timeZone(): string {
    return this.options.script.manifest?.timeZone ?? this.book.timeZone;
  }

  private circumstances(options: RunOptions, startedBy: StartedBy, call: Call): Circumstances {
    const effectiveUser = options.effectiveUser ?? this.user;
    return {
      startedBy,
      authMode: startedBy === 'simple' ? 'LIMITED' : 'FULL',
      activeUser:
        options.activeUser ??
        (startedBy === 'simple' && call.name === 'onEdit' && this.user !== this.book.owner ? '' : effectiveUser),
      effectiveUser,
      hasEditor: startedBy !== 'trigger' && startedBy !== 'cli',
      scopes: this.options.script.manifest?.oauthScopes ?? null,
      timeZone: this.timeZone,
      scriptId: 'local-script',
      locale: this.book.getLocaleName().slice(0, 2),
    };
  }

  private execute(call: Call, options: RunOptions, at?: number): RunResult {
    const startedBy = options.startedBy ?? 'editor';
    const nested = this.running.length > 0;
    if (this.running.length >= this.limits.simultaneous)
      return refused('There are too many scripts running simultaneously for this Google user account');
    this.running.at(-1)?.yieldTo();
    const limit = startedBy === 'simple' ? this.limits.simpleRunMs : this.limits.runMs;
    const startAt = Math.max(this.now, at ?? this.now);
    const execution = new Execution(this, this.nextExecution++, options, startAt, limit, !nested);
    const port = buildPort(this, execution, this.circumstances(options, startedBy, call));
    this.running.push(execution);
    let outcome: Outcome;
    try {
      outcome = runInRealm(this.options.script.code, call, port, this.limits, this.options.keepRealm);
    } catch (error) {
      outcome = { done: true, ok: false, error: describe(error, execution) };
    } finally {
      execution.finish();
      this.locks.releaseAll(execution.id);
      this.running.pop();
    }
    if (execution.trouble) throw execution.trouble.error;
    // A nested run goes on beside the other one: it does not move that one's clock.
    if (!nested) this.state.now = Math.max(this.state.now, execution.now);
    this.state.seed = this.random.state;
    return report(execution, outcome);
  }
}

function describe(error: unknown, execution: Execution): { name: string; message: string; stack: string } {
  const {
    name = 'Error',
    message = String(error),
    stack = '',
    code = '',
  } = error as { name?: string; message?: string; stack?: string; code?: string };
  if (error instanceof HostError) throw error;
  if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') execution.ended ??= 'Exceeded maximum execution time';
  return { name, message, stack };
}

function report(execution: Execution, outcome: Outcome): RunResult {
  const { calls, handles, cellsRead, cellsWritten, byMethod, modelledMs, cpuMs, log } = execution;
  const cost = { calls, handles, cellsRead, cellsWritten, byMethod, modelledMs, cpuMs };
  const failed = (error: RunResult['error']): RunResult => ({ ok: false, value: null, error, log, ...cost });
  if (execution.ended !== null) return failed({ name: 'Exception', message: execution.ended, stack: '' });
  if (!outcome.done)
    return failed({ name: 'Exception', message: 'The function waits for a promise that nothing settles.', stack: '' });
  if (!outcome.ok) return failed(outcome.error);
  return { ok: true, value: JSON.parse(outcome.json) as Json, log, ...cost };
}

function refused(message: string): RunResult {
  const cost = { calls: 0, handles: 0, cellsRead: 0, cellsWritten: 0, modelledMs: 0, cpuMs: 0, byMethod: {} };
  return { ok: false, value: null, error: { name: 'Exception', message, stack: '' }, log: [], ...cost };
}
