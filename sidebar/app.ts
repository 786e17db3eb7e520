import type { ActArgs, ActKind, PanelCalls, PanelItem, PanelOp, PanelQuery, PanelTab } from '../src/panel/surface';
import { setZone, spellDay, spellMoment } from './format';
import { Outbox } from './outbox';
import { predict } from './predict';
import { CallError, call, messageOf } from './rpc';
import { freshState, recount, type State, tabOf, type View } from './state';
import { plural, t } from './texts';

/** An act that can be taken back: its ops, and the follow-ups as they stood. */
interface Step {
  ops: string[];
  before: PanelItem[];
  who: string;
}

export interface Toast {
  text: string;
  tone: '' | 'late';
  /** Differences or failures, a line each. */
  lines: string[];
  buttons: { label: string; key?: string; press(): void }[];
}

/** What the panel draws with; the views stand behind it, so that what is done knows no element. */
export interface Screen {
  draw(): void;
  /** Draws only which one is in hand. */
  mark(): void;
  toast(toast: Toast | null): void;
}

const PAGE_LOW = 8;

/** What can be done in the panel. Every change of the state goes through here, and is drawn once it is made. */
export class App {
  readonly state: State = freshState();
  readonly outbox: Outbox;
  private readonly steps: Step[] = [];
  private readonly sent = new Map<string, { before: PanelItem; kind: ActKind; args: ActArgs }>();
  private ops = 0;
  private readonly session = Math.random().toString(36).slice(2, 8) + Date.now().toString(36);
  private loads = 0;
  /** How the panel has seen each follow-up last, also those that have left the list. */
  private readonly latest = new Map<string, PanelItem>();
  /** Where in the list the one stood that was acted on last. */
  private place = -1;

  constructor(private readonly screen: Screen) {
    this.outbox = new Outbox({
      answered: (data) => this.answered(data),
      refused: (ops, reason) => this.refused(ops, reason),
      waiting: (error) => this.trouble(error),
      changed: () => this.draw(),
    });
  }

  get now(): number {
    return Date.now() + this.state.offset;
  }

  draw(): void {
    this.screen.draw();
  }

  /** Takes a follow-up of the list in hand. */
  choose(id: string): void {
    this.state.current = id;
    this.screen.mark();
  }

  say(text: string, tone: Toast['tone'] = '', buttons: Toast['buttons'] = [], lines: string[] = []): void {
    this.screen.toast({ text, tone, lines, buttons });
  }

  // What is shown

  async open(): Promise<void> {
    const start = await this.ask('start', { query: this.state.query });
    if (!start) return;
    setZone(start.zone);
    Object.assign(this.state, { start, view: start.setUp ? this.state.view : 'setup' });
    this.take(start);
  }

  private take({ now, token, items, total, counts }: PanelCalls['list']['data']): void {
    const { state } = this;
    Object.assign(state, { token, total, counts, offset: now - Date.now(), lastSeen: Date.now() });
    for (const item of items) if (!this.outbox.holds(item.id)) this.latest.set(item.id, item);
    const known = new Map(state.items.map((item) => [item.id, item]));
    const fresh = items.map((item) => (this.outbox.holds(item.id) ? (known.get(item.id) ?? item) : item));
    state.items =
      state.query.from > 0 ? [...state.items.filter(({ id }) => !fresh.some((one) => one.id === id)), ...fresh] : fresh;
    const shown = new Set(state.items.map(({ id }) => id));
    for (const id of state.picked) if (!shown.has(id)) state.picked.delete(id);
    if (!shown.has(state.current) && state.view === 'queue') state.current = state.items[0]?.id ?? '';
    this.draw();
  }

  /** Loads the list of a query; what is changed begins at its top. */
  async list(change: Partial<PanelQuery> = {}): Promise<void> {
    const { state } = this;
    const isNew = Object.keys(change).some((key) => key !== 'from');
    state.query = { ...state.query, from: 0, ...change };
    if (isNew) {
      Object.assign(state, { items: [], current: '', net: 'loading' });
      state.picked.clear();
      this.draw();
    }
    const load = ++this.loads;
    const list = await this.ask('list', { query: state.query });
    if (list && load === this.loads) this.take(list);
  }

  show(view: View): void {
    this.state.view = view;
    this.draw();
    if (view === 'home' || view === 'health') void this.refreshStart();
  }

  /** Cards and health. */
  async refreshStart(): Promise<void> {
    const start = await this.ask('start', { query: { ...this.state.query, from: 0 } });
    if (start) Object.assign(this.state, { start });
    this.draw();
  }

  tab(tab: PanelTab, filter?: Partial<PanelQuery>): void {
    Object.assign(this.state, { view: 'queue', hits: null });
    void this.list({ tab, ...filter });
  }

  async refreshHealth(): Promise<void> {
    const health = await this.ask('health', {});
    const { start } = this.state;
    if (health && start) this.state.start = { ...start, health };
    this.draw();
  }

  async openRecord(id: string): Promise<void> {
    const { state } = this;
    Object.assign(state, {
      view: 'record',
      current: id,
      timeline: '',
      record: state.record?.item.id === id ? state.record : null,
    });
    this.draw();
    const record = await this.ask('record', { id });
    if (!record || state.current !== id) return;
    state.record = record;
    this.draw();
  }

  async search(text: string): Promise<void> {
    const { state } = this;
    if (text.trim() === '') {
      state.hits = null;
      return this.draw();
    }
    const hits = await this.ask('search', { text });
    if (!hits) return;
    state.hits = { text, items: hits };
    if (state.view !== 'queue') state.view = 'queue';
    state.current = hits[0]?.item.id ?? '';
    this.draw();
  }

  /** A call whose failure is shown. */
  async ask<C extends keyof PanelCalls>(name: C, args: PanelCalls[C]['args']): Promise<PanelCalls[C]['data'] | null> {
    try {
      const data = await call(name, args);
      this.reached();
      return data;
    } catch (error) {
      this.trouble(error);
      return null;
    }
  }

  private reached(): void {
    Object.assign(this.state, { net: 'live', problem: '', lastSeen: Date.now() });
  }

  trouble(error: unknown): void {
    const code = error instanceof CallError ? error.code : '';
    Object.assign(this.state, { net: code === 'offline' ? 'offline' : 'paused', problem: messageOf(error) });
    this.draw();
  }

  // The follow-ups in hand

  find(id: string): PanelItem | undefined {
    const { items, hits, record } = this.state;
    const found = items.find((item) => item.id === id) ?? hits?.items.find(({ item }) => item.id === id)?.item;
    return record?.item.id === id ? record.item : found;
  }

  /** What the list shows: hits, or the items that belong on the tab. */
  get shown(): PanelItem[] {
    const { hits, items } = this.state;
    return hits ? hits.items.map(({ item }) => item) : items;
  }

  /** What a key acts on: the selection, else the one at hand. */
  get targets(): PanelItem[] {
    const { picked, current, view } = this.state;
    if (view !== 'record' && picked.size > 0) return this.shown.filter(({ id }) => picked.has(id));
    const item = this.find(current);
    return item ? [item] : [];
  }

  private replace(item: PanelItem): void {
    const { state } = this;
    const at = state.items.findIndex(({ id }) => id === item.id);
    const before = this.latest.get(item.id);
    const stays = tabOf(item, this.now) === state.query.tab;
    if (before) recount(state.counts, before, item, this.now);
    this.latest.set(item.id, item);
    if (at >= 0) {
      if (stays) state.items[at] = item;
      else this.takeOut(at);
    } else if (stays && !state.hits) {
      state.items.push(item);
      state.items.sort((a, b) => (a.due ?? Number.POSITIVE_INFINITY) - (b.due ?? Number.POSITIVE_INFINITY));
      state.total++;
    }
    for (const hit of state.hits?.items ?? []) if (hit.item.id === item.id) hit.item = item;
    if (state.record?.item.id === item.id) state.record = { ...state.record, item };
  }

  /** The finished one leaves, and the next takes its place. */
  private takeOut(at: number): void {
    const { state } = this;
    const [gone] = state.items.splice(at, 1);
    state.total = Math.max(0, state.total - 1);
    state.picked.delete(gone.id);
    if (state.current === gone.id && state.view === 'queue')
      state.current = state.items[Math.min(at, state.items.length - 1)]?.id ?? '';
    if (state.items.length < PAGE_LOW && state.total > state.items.length && this.outbox.size === 0) void this.list();
  }

  // Acts

  /** Does an act on what is in hand: at once here, then in the sheet. */
  act(kind: ActKind, args: ActArgs, targets: readonly PanelItem[] = this.targets): void {
    const { start } = this.state;
    if (!start || targets.length === 0) return;
    const ops = targets.map((item): PanelOp => {
      return { op: this.nextOp(), kind, id: item.id, rev: item.rev, at: Math.round(this.now), args };
    });
    const step: Step = { ops: ops.map(({ op }) => op), before: [...targets], who: this.called(targets) };
    this.steps.push(step);
    this.place = this.state.items.findIndex(({ id }) => id === targets[0].id);
    for (const [index, item] of targets.entries()) {
      this.latest.set(item.id, item);
      this.sent.set(ops[index].op, { before: item, kind, args });
      this.replace(predict(item, kind, args, start, this.now));
    }
    this.outbox.add(ops);
    this.goOn(targets);
    if (kind !== 'note' && kind !== 'edit') this.state.picked.clear();
    const when = args.until
      ? spellMoment(args.until, this.now)
      : args.nextDate
        ? spellDay(args.nextDate)
        : (args.status ?? args.owner ?? '');
    const text = t(`did_${kind}`, { who: step.who, when: when || t('nobody') });
    this.say(text, '', [{ label: t('undo'), key: 'u', press: () => void this.undo() }]);
    this.draw();
  }

  /** A record that is done with gives way to the next one of the list. */
  private goOn([first]: readonly PanelItem[]): void {
    const { state } = this;
    if (state.view !== 'record' || this.place < 0 || state.items.some(({ id }) => id === first.id)) return;
    const next = state.items[Math.min(this.place, state.items.length - 1)];
    if (next) void this.openRecord(next.id);
    else state.view = 'queue';
  }

  private nextOp(): string {
    return `${this.session}-${++this.ops}`;
  }

  called(items: readonly PanelItem[]): string {
    const [first] = items;
    return items.length === 1 ? nameOf(first) : plural('many', items.length);
  }

  /** Takes the last act back; again, the one before. What was done before this panel was opened comes from the history. */
  async undo(): Promise<void> {
    const step = this.steps.pop();
    if (step) return this.takeBack(step);
    const deeds = await this.ask('deeds', {});
    const { start } = this.state;
    const deed = deeds?.find(({ undone, who }) => !undone && (start?.me.name === '' || who === start?.me.name));
    if (deed) this.undoOps([deed.op], deed.what);
    else if (deeds) this.say(t('nothingToUndo'));
  }

  private takeBack(step: Step): void {
    const dropped = this.outbox.drop(step.ops);
    for (const item of step.before) this.replace(item);
    this.state.current = this.state.view === 'queue' ? step.before[0].id : this.state.current;
    const rest = step.ops.filter((op) => !dropped.includes(op));
    if (rest.length > 0) this.undoOps(rest, step.who);
    else this.say(t('did_undo', { who: step.who }));
    this.draw();
  }

  undoOps(ops: string[], who: string): void {
    const op = this.nextOp();
    this.outbox.add([
      { op, kind: 'undo', id: '', rev: '', at: Math.round(this.now), args: { ops: [...ops].reverse() } },
    ]);
    this.say(t('did_undo', { who }));
  }

  private answered({ now, token, results }: PanelCalls['act']['data']): void {
    const { state } = this;
    Object.assign(state, { token, offset: now - Date.now() });
    this.reached();
    const failed: { who: string; reason: string }[] = [];
    let isOther = false;
    for (const result of results) {
      const sent = this.sent.get(result.op);
      this.sent.delete(result.op);
      // An undo may have given back rows that are not in hand here.
      if (!sent) isOther = true;
      if (result.item && !this.outbox.holds(result.item.id)) this.replace(result.item);
      if (result.ok) continue;
      if (sent && !result.item) this.replace(sent.before);
      this.forget(result.op);
      if (sent && result.theirs.length > 0 && result.item) this.conflict(result, sent, result.item);
      else failed.push({ who: sent ? nameOf(sent.before) : '', reason: result.message });
    }
    this.report(failed, results.length);
    if (isOther || (state.items.length < PAGE_LOW && state.total > state.items.length)) void this.list();
    if (state.view === 'record' && this.outbox.size === 0) void this.openRecord(state.current);
    this.draw();
  }

  private forget(op: string): void {
    for (const step of this.steps) step.ops = step.ops.filter((one) => one !== op);
    const empty = this.steps.findIndex(({ ops }) => ops.length === 0);
    if (empty >= 0) this.steps.splice(empty, 1);
  }

  private report(failed: { who: string; reason: string }[], all: number): void {
    if (failed.length === 0) return;
    const [first] = failed;
    const lines = failed.map(({ who, reason }) => `${who}: ${reason}`);
    if (failed.length === 1 && all === 1) this.say(t('failedOne', first), 'late');
    else this.say(plural('failed', failed.length, { all }), 'late', [], lines);
  }

  /** The row was changed by somebody else: both values are shown, and a person decides. */
  private conflict(
    { theirs }: { theirs: { field: string; yours: string; theirs: string }[] },
    { kind, args }: { kind: ActKind; args: ActArgs },
    item: PanelItem,
  ): void {
    const lines = theirs.map((one) => `${one.field}: ${t('yours')} “${one.yours}”, ${t('theirs')} “${one.theirs}”`);
    const buttons = [
      { label: t('useMine'), press: () => this.act(kind, args, [item]) },
      { label: t('keepTheirs'), press: () => this.screen.toast(null) },
    ];
    this.say(t('conflict', { who: nameOf(item) }), 'late', buttons, lines);
  }

  private refused(ops: readonly PanelOp[], reason: string): void {
    for (const { op } of ops) {
      const sent = this.sent.get(op);
      this.sent.delete(op);
      this.forget(op);
      if (sent) this.replace(sent.before);
    }
    this.say(t('failedOne', { who: plural('many', ops.length), reason }), 'late');
  }

  async goTo(id: string): Promise<void> {
    const done = await this.ask('goTo', { id });
    if (done) this.say(t('jumped', { n: done.row }));
    this.draw();
  }
}

export const nameOf = (item: PanelItem): string => item.name || item.company || item.reference || t('unnamed');
