import { basename } from 'node:path';
import { Host, type Json, loadHostState, loadWorkbook, type RunOptions } from '../index';
import { perform } from './acts';
import { callableFunctions } from './callable';
import { costOf, ExecutionLog } from './execution-log';
import { Feed } from './feed';
import { type Inbox, PersonPort } from './person-port';
import type { Act, Answer, BookView, ClockView, News, Reply, Request } from './protocol';
import { Saver } from './saver';
import type { FromWorker, SessionOptions, ToWorker } from './session-messages';
import { sheetHead, sheetOf, sheetView } from './view';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** What is answered in the middle of a run; the rest waits for its end. */
const AT_ONCE: Request['kind'][] = ['book', 'sheet', 'stop', 'closed', 'save'];

/**
 * One open workbook with its script, living in a worker. One thing runs at a time; what a person does meanwhile is done
 * between two service calls of the script that runs, and everything else waits its turn.
 */
export class Session {
  private readonly host: Host;
  private readonly feed: Feed;
  private readonly person: PersonPort;
  private readonly functions: string[];
  private readonly queue: { id: number; request: Request }[] = [];
  private readonly log: ExecutionLog;
  private readonly saver: Saver;
  private running: string | undefined;
  private ahead = 0;
  private lastTick = Date.now();
  private lastFlush = 0;

  constructor(
    private readonly options: SessionOptions,
    private readonly inbox: Inbox,
    private readonly out: (message: FromWorker) => void,
  ) {
    const { script, file, user } = options;
    this.functions = callableFunctions(script.code);
    const book = loadWorkbook(file);
    const state = loadHostState(file);
    this.person = new PersonPort(
      book,
      this.functions,
      out,
      (id) => this.waitForAnswer(id),
      () => this.tellMenus(),
    );
    this.host = new Host({
      script,
      book,
      state,
      now: options.now ?? Math.max(state?.now ?? 0, options.earliest ?? Date.now()),
      user,
      ui: this.person,
      intercept: () => this.between(),
      // The page's person may think for hours before an alert is answered.
      limits: { realMs: 24 * 60 * MINUTE },
    });
    this.feed = new Feed(
      book,
      (news) => this.tell(news),
      () => this.host.now,
    );
    this.saver = new Saver(this.host, file, (news) => this.tell(news));
    this.log = new ExecutionLog((news) => this.tell(news));
    this.exclusively('onOpen', () => this.host.open());
    inbox.port.on('message', (message) => this.receive(message));
    setInterval(() => this.tick(), SECOND);
  }

  private receive(message: ToWorker): void {
    if (message.kind !== 'request') return;
    this.queue.push(message);
    this.work();
  }

  /** Takes from the queue until it is empty. */
  private work(): void {
    while (this.running === undefined) {
      const next = this.queue.shift();
      if (!next) return;
      this.reply(next.id, () => this.answer(next.request));
    }
  }

  private reply(id: number, make: () => Json): void {
    this.out({ kind: 'reply', id, reply: attempt(make) });
  }

  private answer(request: Request): Json {
    switch (request.kind) {
      case 'book':
        return this.bookView() as unknown as Json;
      case 'sheet':
        return this.sheetView(request.sheet) as unknown as Json;
      case 'act':
        return this.exclusively('', () => this.act(request.act, request.structure));
      case 'menu':
        return this.run(request.functionName, { startedBy: 'menu' }, request.unattended);
      case 'call':
        return this.call(request.functionName, request.args);
      case 'advance':
        return this.startAdvance(request.ms);
      case 'stop':
        this.ahead = 0;
        return null;
      case 'closed':
        if (this.person.screen.panel?.id === request.frame) this.person.screen.panel = undefined;
        return null;
      case 'save':
        this.saver.save();
        return null;
    }
  }

  /** Between two service calls of a running script: the moment for what people do, and for telling the page. */
  private between(): undefined {
    for (let message = this.inbox.take(); message; message = this.inbox.take()) {
      if (message.kind === 'request') this.duringRun(message.id, message.request);
    }
    if (Date.now() - this.lastFlush > 100) this.flush();
    return undefined;
  }

  private duringRun(id: number, request: Request): void {
    if (request.kind === 'act') {
      // Not inside a batch of writes: nobody at Google sees half of one. The reply comes when it is done.
      this.host.person.act(() => this.reply(id, () => this.act(request.act, request.structure)));
    } else if (AT_ONCE.includes(request.kind)) {
      this.reply(id, () => this.answer(request));
    } else {
      this.queue.push({ id, request });
    }
  }

  /** Sleeps until the person has answered, doing meanwhile what comes in. */
  private waitForAnswer(id: number): Answer {
    this.flush();
    for (;;) {
      const seen = this.inbox.seen();
      for (let message = this.inbox.take(); message; message = this.inbox.take()) {
        if (message.kind === 'request') this.duringRun(message.id, message.request);
        else if (message.answer.id === id) return message.answer;
      }
      this.flush();
      this.inbox.sleep(seen);
    }
  }

  /** Answers the number of the sheet's structure after the act. */
  private act(act: Act, structure: number): Json {
    const id = 'sheet' in act ? Number(act.sheet) : -1;
    const positional = 'row' in act || 'at' in act || 'column' in act;
    if (positional && act.kind !== 'select' && structure !== this.feed.structureOf(id)) {
      throw new Error('The rows of this sheet have just moved, so nothing was entered. Please do it again.');
    }
    perform(this.host, act);
    return this.feed.structureOf(id);
  }

  private call(functionName: string, args: Json[]): Json {
    if (!this.functions.includes(functionName)) throw new Error(`Script function not found: ${functionName}`);
    return this.run(functionName, { startedBy: 'panel', args });
  }

  /** @throws an error of the name and words of the script's own */
  private run(functionName: string, options: RunOptions, unattended = false): Json {
    const at = this.host.now;
    this.person.unattended = unattended;
    const result = this.exclusively(functionName, () => this.host.run(functionName, options));
    this.person.unattended = false;
    this.log.record(functionName, options.startedBy ?? 'editor', at, result);
    if (result.ok) return unattended ? ({ value: result.value, ...costOf(result) } as Json) : result.value;
    throw Object.assign(new Error(result.error?.message), { name: result.error?.name });
  }

  private exclusively<T>(name: string, work: () => T): T {
    this.running = name;
    if (name) this.tell({ kind: 'running', functionName: name });
    try {
      return work();
    } finally {
      this.running = undefined;
      if (name) this.tell({ kind: 'running', functionName: null });
      this.recordTriggerRuns();
      this.flush();
      this.tell({ kind: 'clock', clock: this.clockView() });
      setImmediate(() => this.work());
    }
  }

  private tick(): void {
    const now = Date.now();
    const passed = now - this.lastTick;
    this.lastTick = now;
    if (this.running === undefined && this.ahead === 0) this.exclusively('', () => this.host.advance(passed));
  }

  private startAdvance(ms: number): Json {
    const wasIdle = this.ahead === 0;
    this.ahead += Math.max(0, ms);
    if (wasIdle) setImmediate(() => this.advanceStep());
    return null;
  }

  /** A minute of the clock at a time, so that the page stays alive and the person can stop it. */
  private advanceStep(): void {
    if (this.ahead <= 0) {
      this.tell({ kind: 'clock', clock: this.clockView() });
      return;
    }
    if (this.running === undefined) {
      const step = Math.min(MINUTE, this.ahead);
      this.ahead -= step;
      this.exclusively('', () => this.host.advance(step));
    }
    setImmediate(() => this.advanceStep());
  }

  private recordTriggerRuns(): void {
    for (const result of this.host.executions.splice(0)) {
      this.log.record(result.functionName, 'trigger', this.host.now, result);
    }
  }

  private bookView(): BookView {
    const { book } = this.host;
    const { panel, question } = this.person.screen;
    return {
      name: basename(this.options.file),
      file: this.options.file,
      sheets: book.sheets.map((sheet) => sheetHead(sheet, this.feed.structureOf(sheet.id))),
      menus: this.menus(),
      clock: this.clockView(),
      executions: this.log.list,
      panel: panel && { ...panel, url: '' },
      question,
      running: this.running || undefined,
    };
  }

  private sheetView(key: string) {
    const sheet = sheetOf(this.host.book, key);
    return sheetView(sheet, this.feed.structureOf(sheet.id), this.host.now);
  }

  private menus(): BookView['menus'] {
    return [...this.host.menus].map(([title, items]) => ({ title, items }));
  }

  private clockView(): ClockView {
    const triggers = this.host.triggers.map(({ handler, event, nextAt }) => ({
      functionName: handler,
      kind: event,
      next: nextAt,
    }));
    return { now: this.host.now, timeZone: this.host.book.timeZone, triggers, ahead: this.ahead };
  }

  private tellMenus(): void {
    this.tell({ kind: 'menus', menus: this.menus() });
  }

  private flush(): void {
    this.lastFlush = Date.now();
    this.feed.flush();
  }

  private tell(news: News): void {
    this.out({ kind: 'news', news });
  }
}

function attempt(make: () => Json): Reply {
  try {
    return { ok: true, value: make() };
  } catch (error) {
    const { name, message, stack } = error as Error;
    return { ok: false, error: { name, message, stack } };
  }
}
