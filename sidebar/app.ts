import {
  type ActArgs,
  type ActKind,
  PANEL_ITEMS,
  type PanelCall,
  type PanelCalls,
  type PanelCard,
  type PanelHit,
  type PanelItem,
  type PanelQuery,
  type PanelRecord,
  type PanelSort,
  type PanelTab,
} from '../src/panel/surface';
import { Doing } from './doing';
import { findIn } from './find';
import { setZone } from './format';
import { CallError, call, messageOf } from './rpc';
import { belongs, freshState, isLate, NO_FILTER, ORDERS, type State, type View } from './state';
import { plural, t } from './texts';

interface Press {
  label: string;
  key?: string;
  press(): void;
}

/** What is said of an act; it stays until the next one. */
export interface Toast {
  text: string;
  buttons: Press[];
}

/** What somebody has to know or to decide; it stays until it is closed. */
export interface Alert {
  text: string;
  /** A line each. */
  lines?: string[];
  differences?: { field: string; yours: string; theirs: string }[];
  /** Pressing one closes it. */
  buttons?: Press[];
}

/** What the panel draws with; the views stand behind it, so that what is done knows no element. */
export interface Screen {
  draw(): void;
  /** Draws only which one is in hand. */
  mark(): void;
  toast(toast: Toast | null): void;
  alert(alert: Alert): void;
  /** Says to who cannot see it. */
  announce(text: string): void;
}

/** Failures that say nothing about what was asked. */
const UNREACHED = ['offline', 'busy', 'two-accounts'];
/** Calls without which the panel does not know how things stand. */
const LOADS: PanelCall[] = ['start', 'list', 'since', 'health'];

/** What the panel shows, and the calls for it. Every change of the state goes through here or {@link Doing}, and is then drawn. */
export class App {
  readonly state: State = freshState();
  readonly doing: Doing;
  private loads = 0;
  private searches = 0;
  private isLoadingMore = false;
  /** How the list was looked at before a card was opened. */
  private beforeCard: Partial<PanelQuery> = {};
  private late: ReadonlySet<string> = new Set();

  constructor(private readonly screen: Screen) {
    this.doing = new Doing(this);
  }

  get outbox() {
    return this.doing.outbox;
  }

  /** The server's clock. */
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

  say(text: string, buttons: Press[] = []): void {
    this.screen.toast({ text, buttons });
  }

  alert(alert: Alert): void {
    this.screen.alert(alert);
  }

  announce(text: string): void {
    this.screen.announce(text);
  }

  act(kind: ActKind, args: ActArgs, targets: readonly PanelItem[] = this.targets): void {
    this.doing.act(kind, args, targets);
  }

  // What is shown

  async open(): Promise<void> {
    const start = await this.ask('start', { query: { ...this.state.query, from: 0 } });
    if (!start) return;
    setZone(start.zone);
    Object.assign(this.state, { start, view: start.setUp ? this.state.view : 'setup' });
    this.take(start);
    this.outbox.takeOver();
  }

  private take({ now, token, items, total, counts }: PanelCalls['list']['data']): void {
    const { state } = this;
    Object.assign(state, { token, total, counts, isLoaded: true, offset: now - Date.now(), lastSeen: Date.now() });
    const fresh = this.doing.see(items);
    const ids = new Set(fresh.map(({ id }) => id));
    state.items = state.query.from > 0 ? [...state.items.filter(({ id }) => !ids.has(id)), ...fresh] : fresh;
    this.settle();
    void this.findNext();
  }

  /** What is picked and in hand stands in the list. */
  private settle(): void {
    const { state } = this;
    const shown = new Set(this.shown.map(({ id }) => id));
    for (const id of state.picked) if (!shown.has(id)) state.picked.delete(id);
    if (!shown.has(state.current) && state.view === 'queue') state.current = this.shown[0]?.id ?? '';
    this.draw();
  }

  /** Where nothing is due, what comes next. */
  private async findNext(): Promise<void> {
    const { state } = this;
    const { query, counts } = state;
    state.next = null;
    const later = (['today', 'later'] as const).find((tab) => tab !== query.tab && counts[tab] > 0);
    if (state.items.length > 0 || query.card || query.tab === 'done' || !later) return;
    const list = await this.ask('list', { query: { ...query, tab: later, sort: 'due', filter: NO_FILTER, from: 0 } });
    state.next = list?.items[0] ?? null;
    this.draw();
  }

  /** Loads the list of a query; what is changed begins at its top. */
  async list(change: Partial<PanelQuery> = {}): Promise<void> {
    const { state } = this;
    const isNew = Object.keys(change).some((key) => key !== 'from');
    state.query = { ...state.query, from: 0, ...change };
    if (isNew) {
      Object.assign(state, { items: [], current: '', isLoaded: false });
      if (state.net === 'live') state.net = 'loading';
      state.picked.clear();
      this.draw();
    }
    const load = ++this.loads;
    const list = await this.ask('list', { query: state.query });
    if (load !== this.loads) return;
    if (list) this.take(list);
    else if (isNew) this.makeDo();
  }

  /** Without the sheet, the list is what the panel has seen of it. */
  private makeDo(): void {
    const { state } = this;
    state.items = [...this.doing.known].filter((item) => belongs(state, item, this.now)).sort(ORDERS[state.query.sort]);
    state.total = state.items.length;
    state.isLoaded = state.items.length > 0;
    this.settle();
  }

  /** The next page of the list, once. */
  async more(): Promise<void> {
    const { state } = this;
    if (this.isLoadingMore) return;
    this.isLoadingMore = true;
    await this.list({ from: state.items.length });
    this.isLoadingMore = false;
  }

  /** Takes in what others have changed: a few follow-ups one by one, else the whole list. */
  async hear({ now, token, all, items, counts }: PanelCalls['since']['data']): Promise<void> {
    const { state } = this;
    Object.assign(state, { token, offset: now - Date.now() });
    if (all) return this.refresh();
    const before = new Set(state.items.map(({ id }) => id));
    for (const item of items) if (!this.outbox.holds(item.id)) this.doing.replace(item, counts === null);
    if (counts) state.counts = counts;
    this.settle();
    this.tellNew(before);
    if (state.view === 'record' && items.some(({ id }) => id === state.current)) await this.openRecord(state.current);
  }

  /** Loads what is shown anew. */
  async refresh(): Promise<void> {
    const { state } = this;
    const before = new Set(state.items.map(({ id }) => id));
    const pages = Math.ceil(state.items.length / PANEL_ITEMS);
    await this.list();
    for (let page = 1; page < pages && state.net === 'live'; page++) await this.list({ from: page * PANEL_ITEMS });
    this.tellNew(before);
    if (state.view === 'record' && state.current !== '') await this.openRecord(state.current);
  }

  /** Says who has become late, and draws the list in its groups. */
  watchClock(): void {
    const late = this.state.items.filter((item) => isLate(item, this.now));
    const fresh = late.filter(({ id }) => !this.late.has(id));
    this.late = new Set(late.map(({ id }) => id));
    if (fresh.length === 0) return;
    // Of a list that was just loaded, the list itself tells.
    if (fresh.length === 1) this.announce(t('nowLate', { who: this.called(fresh) }));
    this.draw();
  }

  private tellNew(before: ReadonlySet<string>): void {
    const fresh = this.state.items.filter(({ id }) => !before.has(id)).length;
    if (before.size > 0 && fresh > 0) this.announce(plural('arrived', fresh));
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

  tab(tab: PanelTab): void {
    Object.assign(this.state, { view: 'queue', hits: null });
    void this.list({ ...this.beforeCard, tab, card: undefined });
    this.beforeCard = {};
  }

  /** The list behind a card: everybody's, whatever was filtered before. */
  card(card: PanelCard, sort: PanelSort): void {
    const { query } = this.state;
    Object.assign(this.state, { view: 'queue', hits: null });
    if (!query.card) this.beforeCard = { sort: query.sort, mine: query.mine, filter: query.filter };
    void this.list({ card, sort, mine: false, filter: NO_FILTER });
  }

  async refreshHealth(): Promise<void> {
    const health = await this.ask('health', {});
    const { start } = this.state;
    if (health && start) this.state.start = { ...start, health };
    this.draw();
  }

  async openRecord(id: string): Promise<void> {
    const { state } = this;
    const before = state.record?.item.id === id ? state.record : null;
    if (!before) state.timeline = '';
    Object.assign(state, { view: 'record', current: id, record: before });
    this.draw();
    const record = await this.ask('record', { id });
    if (!record || state.current !== id) return;
    if (before) this.tellChange(before, record);
    [record.item] = this.doing.see([record.item]);
    state.record = record;
    this.draw();
  }

  /** Says who has changed what is open, unless it was this person. */
  private tellChange(before: PanelRecord, after: PanelRecord): void {
    const { me } = this.state.start ?? {};
    const [last] = after.timeline;
    const isNew = last !== undefined && last.time > (before.timeline[0]?.time ?? 0);
    const isOwn = last?.who === me?.name || (me?.email !== '' && last?.who.startsWith(me?.email ?? ' '));
    if (isNew && !isOwn) this.say(t('changedBy', { who: last.who || t('nobody') }));
  }

  /** Looks through what is loaded at once, and through everything as soon as the sheet answers. */
  async search(text: string): Promise<void> {
    const { state } = this;
    const turn = ++this.searches;
    if (text.trim() === '') {
      state.hits = null;
      return this.settle();
    }
    const show = (items: PanelHit[], partial: boolean): void => {
      Object.assign(state, { view: 'queue', hits: { text, items, partial } });
      this.settle();
    };
    show(findIn(this.doing.known, text), true);
    const hits = await this.ask('search', { text });
    if (hits && turn === this.searches) show(hits, false);
  }

  /** A call whose failure is shown: `null`. A form that says it in its own place asks for it `quiet`. */
  async ask<C extends keyof PanelCalls>(
    name: C,
    args: PanelCalls[C]['args'],
    quiet = false,
  ): Promise<PanelCalls[C]['data'] | null> {
    try {
      const data = await call(name, args);
      this.reached();
      return data;
    } catch (error) {
      const isAnswer = error instanceof CallError && !UNREACHED.includes(error.code);
      if (!isAnswer || LOADS.includes(name)) this.trouble(error);
      else {
        this.reached();
        this.state.problem = messageOf(error);
        if (!quiet) this.alert({ text: this.state.problem });
        this.draw();
      }
      return null;
    }
  }

  reached(): void {
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

  called(items: readonly PanelItem[]): string {
    const [first] = items;
    return items.length === 1 ? nameOf(first) : plural('many', items.length);
  }

  /** From the row that is selected in the sheet to its record. */
  async openSelected(): Promise<void> {
    const place = await this.ask('selected', {});
    if (place && place.id !== '') await this.openRecord(place.id);
    else if (place) this.say(t('noneSelected'));
  }

  async goTo(id: string): Promise<void> {
    const done = await this.ask('goTo', { id });
    if (done) this.say(t('jumped', { n: done.row }));
    this.draw();
  }
}

export const nameOf = (item: PanelItem): string => item.name || item.company || item.reference || t('unnamed');
