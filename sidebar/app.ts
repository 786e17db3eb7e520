import type { ActArgs, ActKind, PanelCall, PanelCalls, PanelItem, PanelRecord, PanelStart } from '../src/panel/surface';
import { Doing } from './doing';
import { findIn } from './find';
import { setZone } from './format';
import { Lists } from './lists';
import { CallError, call, messageOf } from './rpc';
import { freshState, type State, type View } from './state';
import { plural, t } from './texts';

export interface Press {
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

/** What the panel shows, and the calls for it. Every change of the state goes through here, {@link Lists} or {@link Doing}, and is then drawn. */
export class App {
  readonly state: State = freshState();
  readonly doing: Doing;
  readonly lists: Lists;

  constructor(private readonly screen: Screen) {
    this.doing = new Doing(this);
    this.lists = new Lists(this);
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

  /** Takes away what was said, as when it was said in another language. */
  hush(): void {
    this.screen.toast(null);
    this.screen.announce('');
  }

  act(kind: ActKind, args: ActArgs, targets: readonly PanelItem[] = this.targets): void {
    this.doing.act(kind, args, targets);
  }

  // What is shown

  async open(): Promise<void> {
    const start = await this.ask('start', { query: { ...this.state.query, from: 0 } });
    if (start) this.begin(start);
  }

  begin(start: PanelStart): void {
    setZone(start.zone);
    Object.assign(this.state, { start, view: start.setUp ? this.state.view : 'setup' });
    this.lists.take(start);
    this.outbox.takeOver();
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
    if (text.trim() === '') {
      state.hits = null;
      return this.lists.settle();
    }
    state.view = 'queue';
    this.showHits({ text, items: findIn(this.doing.known, text), partial: true });
    const items = await this.ask('search', { text });
    // Who has gone on meanwhile, to other words or a tab, has done with these.
    if (items && state.hits?.text === text) this.showHits({ text, items, partial: false });
  }

  private showHits(hits: State['hits']): void {
    this.state.hits = hits;
    this.lists.settle();
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

  /** What a key acts on: the selection, else the one at hand; nothing that rests in the archive. */
  get targets(): PanelItem[] {
    const { picked, current, view } = this.state;
    const isPicked = view !== 'record' && picked.size > 0;
    const items = isPicked ? this.shown.filter(({ id }) => picked.has(id)) : [this.find(current)];
    return items.filter((item) => item !== undefined && !item.archived) as PanelItem[];
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

  /** Takes a follow-up out of the archive, and goes on with it. */
  async bringBack({ id }: PanelItem): Promise<void> {
    this.say(t('working'));
    const done = await this.ask('bringBack', { id });
    if (!done) return this.screen.toast(null);
    this.doing.replace(done.item, false);
    this.say(t('broughtBack', { who: nameOf(done.item) }));
    Object.assign(this.state, { record: null });
    await this.openRecord(id);
    await this.lists.load();
  }

  /** To the row of a follow-up in the sheet, where it can be hidden: that is said, with the way to see it. */
  async goTo(id: string, show = false): Promise<void> {
    const done = await this.ask('goTo', { id, show });
    if (done?.hidden) {
      const label = t(done.hidden === 'filter' ? 'clearSheetFilter' : 'showRow');
      const press = () => void this.goTo(id, true);
      this.say(t(`jumpedHidden_${done.hidden}`, { n: done.row }), [{ label, press }]);
    } else if (done) this.say(t('jumped', { n: done.row }));
    this.draw();
  }
}

export const nameOf = (item: PanelItem): string => item.name || item.company || item.reference || t('unnamed');
