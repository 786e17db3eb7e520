import { type CallPoint, Host, type HostState, type Intercept, ScriptedUi, type Workbook } from '../../host';
import { Random } from '../../host/run/random';
import { openProtocols, type Protocols, TOKEN, webhookPath } from '../../tests/channels/protocols.cjs';
import type { DayOptions } from './options';
import { leadRow, type Member, orderRow, shopBook, team } from './shop';

const MINUTE = 60_000;

/** Something that reached somebody. */
export interface Told {
  at: number;
  /** The tick that sent it, by its place. */
  tick: number;
  to: string;
  channel: string;
  text: string;
}

/** What a modelled day left behind. */
export interface DayResult {
  options: DayOptions;
  host: Host;
  people: Member[];
  told: Told[];
  /** When each tick began, and whether it came to its end. */
  ticks: { at: number; ended: boolean }[];
  /** When each row came in, by the name in it. */
  arrived: Map<string, number>;
  /** When somebody first typed that a follow-up was contacted, by its name. */
  typed: Map<string, number>;
  /** Ticks that had nothing to do, which were counted and not run. */
  idle: number;
  kills: number;
  failures: number;
  /** Milliseconds of trigger time that service calls take by the cost model, and of computing that the ticks took here. */
  triggerMs: number;
  cpuMs: number;
}

/** What an idle tick costs: one property read and one written, and the start of the script. */
const IDLE_MS = 100;

/** How people are: what they call before they are told, what they leave, and how many of Telegram’s buttons they press. */
const CALLED_EARLY = 0.35;
const LEFT = 0.2;
const PRESSED = 0.2;

/** The shop once it is set up, has read what is there, and its clock is on; all of it at one instant. */
export function morningOf(options: DayOptions): { book: Workbook; state: HostState } {
  const { script, from, staff, away, quiet } = options;
  const book = shopBook(team(staff, away, quiet), options);
  const limits = { runMs: 60 * MINUTE };
  const host = new Host({ script, book, now: from, ui: new ScriptedUi(), keepRealm: true, freezeClock: true, limits });
  const run = (name: string) => {
    const result = host.run(name, { startedBy: 'menu' });
    if (!result.ok) throw new Error(`${name}: ${result.error?.message}`);
  };
  run('setUp');
  const sources = host.book.sheet('sources');
  const column = columnOf(host, 'Minutes between readings', 'sources');
  for (let row = 2; row <= sources.dataRect().rows; row++)
    host.person.type('sources', row, column, String(options.every));
  run('syncNow');
  run('turnAutomaticOn');
  return { book: host.book, state: { ...host.saved(), now: from, quotas: {} } };
}

/**
 * Plays a day: rows come in, people call, snooze, sort and type, calls fail, runs are cut off, and each minute the clock
 * ticks, but for those that Google leaves out. Everything repeats exactly for one seed.
 */
export class DaySimulation {
  private readonly random: Random;
  private readonly host: Host;
  private readonly people: Member[];
  private readonly wires: Protocols = openProtocols();
  private readonly told: Told[] = [];
  private readonly ticks: DayResult['ticks'] = [];
  private readonly arrived = new Map<string, number>();
  private readonly typed = new Map<string, number>();
  private readonly acts: { at: number; act: () => void }[] = [];
  private idle = 0;
  private kills = 0;
  private failures = 0;
  private cpuMs = 0;
  private mailsSeen = 0;
  private next: { orders: number; leads: number };

  /** @param morning what {@link morningOf} answered for the same shop, where many days begin alike */
  constructor(
    private readonly options: DayOptions,
    morning = morningOf(options),
  ) {
    this.random = new Random(options.seed);
    this.people = team(options.staff, options.away, options.quiet);
    this.next = { ...options.held };
    this.host = new Host({
      script: options.script,
      book: morning.book.clone(),
      state: { ...(JSON.parse(JSON.stringify(morning.state)) as HostState), seed: options.seed },
      ui: new ScriptedUi(),
      keepRealm: true,
      freeComputing: true,
      network: (request) => this.answer(request),
      intercept: (point) => this.disturb(point),
    });
  }

  run(): DayResult {
    this.open();
    this.plan();
    const start = this.host.state.now;
    for (let minute = 0; minute < this.options.minutes; minute++) {
      const now = start + minute * MINUTE;
      while (this.acts[0]?.at <= now) this.acts.shift()?.act();
      if (this.random.next() < this.options.skipping) continue;
      this.tick(now);
      if (this.random.next() < this.options.doubling) this.tick(now);
      this.listen();
    }
    const { options, host, people, told, ticks, arrived, typed, idle, kills, failures } = this;
    const runs = host.executions.filter(({ functionName }) => functionName === 'tick');
    const triggerMs = runs.reduce((sum, run) => sum + run.modelledMs, idle * IDLE_MS);
    return {
      options,
      host,
      people,
      told,
      ticks,
      arrived,
      typed,
      idle,
      kills,
      failures,
      triggerMs,
      cpuMs: this.cpuMs,
    };
  }

  /** The connections, made before anything goes wrong. */
  private open(): void {
    const { host, options } = this;
    const chats = Object.fromEntries(this.people.map(({ name, chat }) => [name, chat]));
    for (const { name, chat } of this.people) {
      this.wires.act('write', { chat, text: 'hello' });
      if (name === options.blocked) this.wires.act('block', { chat });
    }
    host.state.properties[`user:${host.user}`] = {
      telegram: JSON.stringify({ token: TOKEN, name: 'followups_bot', offset: 0, chats, api: 'http://wire' }),
      chat: `http://wire${webhookPath}`,
    };
    host.state.quotas[`mail:${host.user}`] = { since: host.state.now, used: options.mailsUsed };
  }

  private plan(): void {
    const { orders, leads, minutes, imported, sorting } = this.options;
    const from = this.host.state.now;
    const somewhen = () => from + Math.floor(this.random.next() * minutes * 0.85) * MINUTE;
    for (let index = 0; index < orders; index++)
      this.later(somewhen(), () => this.paste('order-update', [orderRow(this.next.orders++)]));
    for (let index = 0; index < leads; index++)
      this.later(somewhen(), () => this.paste('leads', [leadRow(this.next.leads++)]));
    if (imported.leads > 0)
      this.later(from + imported.after * MINUTE, () =>
        this.paste(
          'leads',
          Array.from({ length: imported.leads }, () => leadRow(this.next.leads++)),
        ),
      );
    for (let minute = sorting; sorting > 0 && minute < minutes; minute += sorting)
      this.later(from + minute * MINUTE, () =>
        this.host.person.sort('followed-up', columnOf(this.host, 'Name'), this.random.next() < 0.5),
      );
  }

  private later(at: number, act: () => void): void {
    const place = this.acts.findIndex((one) => one.at > at);
    this.acts.splice(place < 0 ? this.acts.length : place, 0, { at, act });
  }

  private paste(sheet: string, rows: (string | number)[][]): void {
    const top = this.host.book.sheet(sheet).dataRect().rows + 1;
    this.host.person.paste(sheet, `A${top}`, rows);
    for (const row of rows) {
      const name = String(row.find((cell) => /^(Lea|Ord) /.test(String(cell))));
      this.arrived.set(name, this.host.now);
      if (sheet === 'leads' && rows.length === 1 && this.random.next() < CALLED_EARLY)
        this.later(this.host.now + (3 + this.random.below(5)) * MINUTE, () => this.contact(name));
    }
  }

  /** A tick that has nothing to do is counted; what it does is known. */
  private tick(now: number): void {
    const { host } = this;
    // A run that took long makes the next tick late.
    host.state.now = Math.max(host.state.now, now);
    const document = host.state.properties.document ?? {};
    const clock = JSON.parse(document.clock ?? '{"due":{}}') as {
      due: Record<string, number>;
      [name: string]: unknown;
    };
    const trigger = host.state.triggers[0];
    const tick = { at: host.state.now, ended: true };
    this.ticks.push(tick);
    if (['presses', 'remind', 'sync', 'digest'].every((job) => (clock.due[job] ?? 0) > host.state.now)) {
      this.idle++;
      Object.assign(clock, {
        last: tick.at,
        ticks: Number(clock.ticks) + 1,
        spent: Number(clock.spent) + IDLE_MS,
      });
      document.clock = JSON.stringify(clock);
    } else {
      trigger.nextAt = host.state.now;
      const before = process.cpuUsage();
      tick.ended = host.advance(0).every(({ ok }) => ok);
      const { user, system } = process.cpuUsage(before);
      this.cpuMs += (user + system) / 1000;
    }
    trigger.nextAt = host.state.now + 10 * MINUTE;
  }

  private answer(request: { url: string; method: string; headers: Record<string, string>; body: string }) {
    const before = this.wires.act('look');
    const counts = [before.sent.length, before.space.length];
    const { status, body } = this.wires.serve(
      { ...request, url: request.url.replace('http://wire', ''), headers: lower(request.headers) },
      request.body,
    );
    const after = this.wires.act('look');
    for (const { chat, text, message_id, reply_markup } of after.sent.slice(counts[0])) {
      const member = this.people.find((one) => one.chat === chat.id);
      if (!member || text.startsWith('Hello')) continue;
      this.hear(member.name, 'telegram', text, this.host.now);
      const row = reply_markup?.inline_keyboard[0];
      if (!row || this.random.next() >= PRESSED) continue;
      const data = row[this.random.below(row.length)].callback_data;
      this.later(this.host.now + 3 * MINUTE, () => this.wires.act('press', { chat: chat.id, message_id, data }));
    }
    for (const { text } of after.space.slice(counts[1]))
      this.hear(/^\*(\w+)\*/.exec(text)?.[1] ?? '', 'chat', text, this.host.now);
    return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  }

  private listen(): void {
    for (const { to, at, body } of this.host.mails.slice(this.mailsSeen))
      this.hear(to[0].toUpperCase() + to.slice(1, to.indexOf('@')), 'mail', body, at);
    this.mailsSeen = this.host.mails.length;
  }

  /** Most of those who are told call within some minutes, and type it into the cell. */
  private hear(to: string, channel: string, text: string, at: number): void {
    this.told.push({ at, tick: this.ticks.length - 1, to, channel, text });
    for (const [, name] of text.matchAll(/• ?(?:<\S+\|)?((?:Lea|Ord) \w+)/g)) {
      if (this.random.next() < LEFT) continue;
      this.later(this.host.now + (2 + this.random.below(12)) * MINUTE, () => this.contact(name));
    }
  }

  private contact(name: string): void {
    const row = rowOf(this.host, name);
    if (row === 0) return;
    this.host.person.type('followed-up', row, columnOf(this.host, 'Status'), 'Contacted');
    if (!this.typed.has(name)) this.typed.set(name, this.host.now);
  }

  private disturb({ method }: CallPoint): Intercept {
    const dice = this.random.next();
    if (dice < this.options.killing) {
      this.kills++;
      return 'kill';
    }
    if (dice < this.options.killing + this.options.failing) {
      this.failures++;
      return { fail: `Service error: ${method}` };
    }
    return undefined;
  }
}

const lower = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/** 1-based column of a sheet by its header. */
export function columnOf(host: Host, header: string, name = 'followed-up'): number {
  const sheet = host.book.sheet(name);
  const { columns } = sheet.dataRect();
  for (let c = 1; c <= columns; c++) if (sheet.value(1, c) === header) return c;
  throw new Error(`No column “${header}”.`);
}

/** 1-based row of `followed-up` by the name in it; 0 for none. */
function rowOf(host: Host, name: string): number {
  const sheet = host.book.sheet('followed-up');
  const { rows } = sheet.dataRect();
  const column = columnOf(host, 'Name');
  for (let r = 2; r <= rows; r++) if (sheet.value(r, column) === name) return r;
  return 0;
}
