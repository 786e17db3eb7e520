import {
  PANEL_ITEMS,
  type PanelCalls,
  type PanelCard,
  type PanelList,
  type PanelQuery,
  type PanelSort,
  type PanelTab,
} from '../src/panel/surface';
import type { App } from './app';
import { belongs, isLate, NO_FILTER, ORDERS } from './state';
import { plural, t } from './texts';

/** The list: loaded page by page, kept current by what others change, and made do with where the sheet cannot be reached. */
export class Lists {
  private loads = 0;
  private isLoadingMore = false;
  /** How the list was looked at before a card was opened. */
  private beforeCard: Partial<PanelQuery> = {};
  private late: ReadonlySet<string> = new Set();

  constructor(private readonly app: App) {}

  tab(tab: PanelTab): void {
    Object.assign(this.app.state, { view: 'queue', hits: null });
    void this.load({ ...this.beforeCard, tab, card: undefined });
    this.beforeCard = {};
  }

  /** The list behind a card: everybody's, whatever was filtered before. */
  card(card: PanelCard, sort: PanelSort): void {
    const { query } = this.app.state;
    Object.assign(this.app.state, { view: 'queue', hits: null });
    if (!query.card) this.beforeCard = { sort: query.sort, mine: query.mine, filter: query.filter };
    void this.load({ card, sort, mine: false, filter: NO_FILTER });
  }

  /** Takes in a list that has come. */
  take({ now, token, items, total, counts }: PanelCalls['list']['data']): void {
    const { state } = this.app;
    Object.assign(state, { token, total, counts, isLoaded: true, offset: now - Date.now(), lastSeen: Date.now() });
    const fresh = this.app.doing.see(items);
    const ids = new Set(fresh.map(({ id }) => id));
    state.items = state.query.from > 0 ? [...state.items.filter(({ id }) => !ids.has(id)), ...fresh] : fresh;
    this.keepHeld();
    this.settle();
    void this.findNext();
  }

  /** The sheet does not know yet of what is on its way to it: that stands where the panel has put it. */
  private keepHeld(): void {
    const { state, doing, now } = this.app;
    const held = [...doing.known].filter(({ id }) => doing.holds(id));
    if (held.length === 0) return;
    const ids = new Set(held.map(({ id }) => id));
    const here = held.filter((item) => belongs(state, item, now));
    state.items = [...state.items.filter(({ id }) => !ids.has(id)), ...here].sort(ORDERS[state.query.sort]);
  }

  /** What is picked and in hand stands in the list. */
  settle(): void {
    const { state } = this.app;
    const shown = new Set(this.app.shown.map(({ id }) => id));
    for (const id of state.picked) if (!shown.has(id)) state.picked.delete(id);
    if (!shown.has(state.current) && state.view === 'queue') state.current = this.app.shown[0]?.id ?? '';
    this.app.draw();
  }

  /** Where nothing is due, what comes next. */
  private async findNext(): Promise<void> {
    const { state } = this.app;
    const { query, counts } = state;
    state.next = null;
    const later = (['today', 'later'] as const).find((tab) => tab !== query.tab && counts[tab] > 0);
    if (state.items.length > 0 || query.card || query.tab === 'done' || !later) return;
    const list = await this.app.ask('list', {
      query: { ...query, tab: later, sort: 'due', filter: NO_FILTER, from: 0 },
    });
    state.next = list?.items[0] ?? null;
    this.app.draw();
  }

  /** Loads the list of a query; what is changed begins at its top. */
  async load(change: Partial<PanelQuery> = {}): Promise<void> {
    const { state } = this.app;
    const isNew = Object.keys(change).some((key) => key !== 'from');
    state.query = { ...state.query, from: 0, ...change };
    if (isNew) {
      Object.assign(state, { items: [], current: '', isLoaded: false });
      if (state.net === 'live') state.net = 'loading';
      state.picked.clear();
      this.app.draw();
    }
    const load = ++this.loads;
    const list = await this.app.ask('list', { query: state.query });
    if (load !== this.loads) return;
    if (list) this.take(list);
    else if (isNew) this.makeDo();
  }

  /** Without the sheet, the list is what the panel has seen of it. */
  private makeDo(): void {
    const { state } = this.app;
    state.items = [...this.app.doing.known]
      .filter((item) => belongs(state, item, this.app.now))
      .sort(ORDERS[state.query.sort]);
    state.total = state.items.length;
    state.isLoaded = state.items.length > 0;
    this.settle();
  }

  /** The next page of the list, once. */
  async more(): Promise<void> {
    const { state } = this.app;
    if (this.isLoadingMore) return;
    this.isLoadingMore = true;
    await this.load({ from: state.items.length });
    this.isLoadingMore = false;
  }

  /** Takes in what others have changed: a few follow-ups one by one, else the whole list. */
  async hear({ token, all, items, counts }: PanelCalls['since']['data']): Promise<void> {
    const { state } = this.app;
    state.token = token;
    if (all) return this.refresh();
    const before = new Set(state.items.map(({ id }) => id));
    for (const item of items) if (!this.app.doing.holds(item.id)) this.app.doing.replace(item, counts === null);
    if (counts) state.counts = counts;
    this.settle();
    this.tellNew(before);
    if (state.view === 'record' && items.some(({ id }) => id === state.current))
      await this.app.openRecord(state.current);
  }

  /** Loads what is shown anew: as many pages as there are, taken in at once. */
  async refresh(): Promise<void> {
    const { state } = this.app;
    const before = new Set(state.items.map(({ id }) => id));
    const pages = Math.max(1, Math.ceil(state.items.length / PANEL_ITEMS));
    const query = { ...state.query, from: 0 };
    const load = ++this.loads;
    const lists: PanelList[] = [];
    for (let page = 0; page < pages; page++) {
      const list = await this.app.ask('list', { query: { ...query, from: page * PANEL_ITEMS } });
      if (!list || load !== this.loads) return;
      lists.push(list);
    }
    state.query = query;
    this.take({ ...lists[0], items: lists.flatMap(({ items }) => items) });
    this.tellNew(before);
    if (state.view === 'record' && state.current !== '') await this.app.openRecord(state.current);
  }

  /** Says who has become late, and draws the list in its groups. */
  watchClock(): void {
    const late = this.app.state.items.filter((item) => isLate(item, this.app.now));
    const fresh = late.filter(({ id }) => !this.late.has(id));
    this.late = new Set(late.map(({ id }) => id));
    if (fresh.length === 0) return;
    // Of a list that was just loaded, the list itself tells.
    if (fresh.length === 1) this.app.announce(t('nowLate', { who: this.app.called(fresh) }));
    this.app.draw();
  }

  private tellNew(before: ReadonlySet<string>): void {
    const fresh = this.app.state.items.filter(({ id }) => !before.has(id)).length;
    if (before.size > 0 && fresh > 0) this.app.announce(plural('arrived', fresh));
  }
}
