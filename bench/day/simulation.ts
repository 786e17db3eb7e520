import {
  type CallPoint,
  Host,
  type HostState,
  type Intercept,
  ScriptedUi,
  type ScriptProject,
  type Workbook,
} from '../../host';
import { Random } from '../../host/run/random';
import { openProtocols, type Protocols, TOKEN, webhookPath } from '../../tests/channels/protocols.cjs';
import { leadRow, type Member, orderRow, shopBook, team } from './shop';

const MINUTE = 60_000;

export interface DayOptions {
  script: ScriptProject;
  seed: number;
  /** Epoch milliseconds: when the clock is turned on, and for how many minutes the day is watched. */
  from: number;
  minutes: number;
  staff: number;
  /** How many come in while the day is watched. */
  orders: number;
  leads: number;
  /** Rows that are there in the morning. */
  held: { orders: number; leads: number };
  /** Leads that are pasted at once, and after how many minutes. */
  imported: { leads: number; after: number };
  /** Days off of the last of the team. */
  away: string;
  week: string;
  /** Share of calls that fail, and of calls at which the run is killed. */
  failing: number;
  killing: number;
}

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
  /** When each tick began. */
  ticks: number[];
  /** Ticks that had nothing to do, which were counted and not run. */
  idle: number;
  kills: number;
  failures: number;
  /** Modelled milliseconds of trigger time. */
  triggerMs: number;
}

/** What an idle tick costs: one property read and one written, and Node's own start. */
const IDLE_MS = 100;

/** The shop once it is set up, has read what is there, and its clock is on. */
export function morningOf({ script, from, staff, away, held, week }: DayOptions): { book: Workbook; state: HostState } {
  const host = new Host({
    script,
    book: shopBook(team(staff, away), held, week),
    now: from,
    ui: new ScriptedUi(),
    keepRealm: true,
  });
  for (const name of ['syncNow', 'turnAutomaticOn']) {
    const result = host.run(name, { startedBy: 'menu' });
    if (!result.ok) throw new Error(`${name}: ${result.error?.message}`);
  }
  return { book: host.book, state: { ...host.saved(), quotas: {} } };
}

/**
 * Plays a day: rows come in, people call, snooze and type, calls fail, runs are cut off, and each minute the clock ticks.
 * Everything repeats exactly for one seed.
 */
export class DaySimulation {
  private readonly random: Random;
  private readonly host: Host;
  private readonly people: Member[];
  private readonly wires: Protocols = openProtocols();
  private readonly told: Told[] = [];
  private readonly ticks: number[] = [];
  private readonly acts: { at: number; act: () => void }[] = [];
  private idle = 0;
  private kills = 0;
  private failures = 0;
  private mailsSeen = 0;
  private next: { orders: number; leads: number };

  /** @param morning what {@link morningOf} answered for the same shop, where many days begin alike */
  constructor(
    private readonly options: DayOptions,
    morning = morningOf(options),
  ) {
    this.random = new Random(options.seed);
    this.people = team(options.staff, options.away);
    this.next = { ...options.held };
    this.host = new Host({
      script: options.script,
      book: morning.book.clone(),
      state: { ...(JSON.parse(JSON.stringify(morning.state)) as HostState), seed: options.seed },
      ui: new ScriptedUi(),
      keepRealm: true,
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
      this.tick(now);
      this.listen();
    }
    const { options, host, people, told, ticks, idle, kills, failures } = this;
    const used = Object.entries(host.state.quotas).find(([name]) => name.startsWith('trigger:'))?.[1].used ?? 0;
    return { options, host, people, told, ticks, idle, kills, failures, triggerMs: used + idle * IDLE_MS };
  }

  /** The connections, made before anything goes wrong. */
  private open(): void {
    const { host } = this;
    const chats = Object.fromEntries(this.people.map(({ name, chat }) => [name, chat]));
    for (const { chat } of this.people) this.wires.act('write', { chat, text: 'hello' });
    host.state.properties[`user:${host.user}`] = {
      telegram: JSON.stringify({ token: TOKEN, name: 'followups_bot', offset: 0, chats, api: 'http://wire' }),
      chat: `http://wire${webhookPath}`,
    };
  }

  private plan(): void {
    const { orders, leads, minutes, imported } = this.options;
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
  }

  private later(at: number, act: () => void): void {
    const place = this.acts.findIndex((one) => one.at > at);
    this.acts.splice(place < 0 ? this.acts.length : place, 0, { at, act });
  }

  private paste(sheet: string, rows: (string | number)[][]): void {
    const top = this.host.book.sheet(sheet).dataRect().rows + 1;
    this.host.person.paste(sheet, `A${top}`, rows);
  }

  /** A tick that has nothing to do is counted; its cost is known. */
  private tick(now: number): void {
    const { host } = this;
    // A run that took long makes the next tick late.
    host.state.now = Math.max(host.state.now, now);
    this.ticks.push(host.state.now);
    const clock = JSON.parse(host.state.properties.document?.clock ?? '{"due":{}}') as { due: Record<string, number> };
    const trigger = host.state.triggers[0];
    if (['presses', 'remind', 'sync', 'digest'].every((job) => (clock.due[job] ?? 0) > host.state.now)) this.idle++;
    else {
      trigger.nextAt = host.state.now;
      host.advance(0);
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
    const note = (to: string, channel: string, text: string) =>
      this.told.push({ at: this.host.now, tick: this.ticks.length - 1, to, channel, text });
    for (const { chat, text, message_id, reply_markup } of after.sent.slice(counts[0])) {
      const member = this.people.find((one) => one.chat === chat.id);
      if (!member || text.startsWith('Hello')) continue;
      note(member.name, 'telegram', text);
      this.respond(text);
      const row = reply_markup?.inline_keyboard[0];
      if (row && this.random.next() < 0.15)
        this.later(this.host.now + 3 * MINUTE, () =>
          this.wires.act('press', { chat: chat.id, message_id, data: row[1].callback_data }),
        );
    }
    for (const { text } of after.space.slice(counts[1])) {
      note(/^\*(\w+)\*/.exec(text)?.[1] ?? '', 'chat', text);
      this.respond(text);
    }
    return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  }

  private listen(): void {
    for (const { to, at, body } of this.host.mails.slice(this.mailsSeen)) {
      const name = to[0].toUpperCase() + to.slice(1, to.indexOf('@'));
      this.told.push({ at, tick: this.ticks.length - 1, to: name, channel: 'mail', text: body });
      this.respond(body);
    }
    this.mailsSeen = this.host.mails.length;
  }

  /** Most of those who are told call within some minutes, and type it into the cell. */
  private respond(text: string): void {
    for (const [, name] of text.matchAll(/• ?(?:<\S+\|)?((?:Lea|Ord) \w+)/g)) {
      if (this.random.next() < 0.25) continue;
      this.later(this.host.now + (2 + this.random.below(12)) * MINUTE, () => this.contact(name));
    }
  }

  private contact(name: string): void {
    const row = rowOf(this.host, name);
    if (row > 0) this.host.person.type('followed-up', row, 1, 'Contacted');
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

/** 1-based row of `followed-up` by the name in it; 0 for none. */
export function rowOf(host: Host, name: string): number {
  const sheet = host.book.sheet('followed-up');
  const { rows, columns } = sheet.dataRect();
  let column = 0;
  for (let c = 1; c <= columns && column === 0; c++) if (sheet.value(1, c) === 'Name') column = c;
  for (let r = 2; r <= rows; r++) if (sheet.value(r, column) === name) return r;
  return 0;
}
