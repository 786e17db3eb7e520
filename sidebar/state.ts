import {
  FIRST_QUERY,
  type PanelCard,
  type PanelCounts,
  type PanelHit,
  type PanelItem,
  type PanelQuery,
  type PanelRecord,
  type PanelSort,
  type PanelStart,
  type PanelTab,
} from '../src/panel/surface';
import { addDays, dayOf, instantOf, NOW } from './format';

export type View = 'queue' | 'record' | 'add' | 'home' | 'health' | 'history' | 'help' | 'setup' | 'review';

/** Everything the panel shows. Views read it; {@link App} changes it. */
export interface State {
  view: View;
  start: PanelStart | null;
  query: PanelQuery;
  items: PanelItem[];
  /** Until the panel's first list has been seen: of that, only what fits the screen is drawn, and nothing takes the focus. */
  isOpening: boolean;
  /** Whether `items` are of this query. */
  isLoaded: boolean;
  total: number;
  counts: PanelCounts;
  /** The follow-up that keys act on. */
  current: string;
  picked: Set<string>;
  record: PanelRecord | null;
  /** Hits of the search, null when there is none; `partial` while only what is loaded was looked through. */
  hits: { text: string; items: PanelHit[]; partial: boolean } | null;
  /** What comes next where the list is empty; null when it is not known. */
  next: PanelItem | null;
  /** Kinds of journal lines shown; `''`: all. */
  timeline: string;
  /** Parts of a record that a person has unfolded or folded. */
  folds: Map<string, boolean>;
  filterOpen: boolean;
  follow: boolean;
  /** Server's clock minus ours. */
  offset: number;
  token: string;
  lastSeen: number;
  net: 'loading' | 'live' | 'offline' | 'paused';
  problem: string;
}

export const NO_FILTER = FIRST_QUERY.filter;

export function freshState(): State {
  return {
    view: 'queue',
    start: null,
    query: FIRST_QUERY,
    items: [],
    isOpening: true,
    isLoaded: false,
    total: 0,
    counts: { now: 0, today: 0, later: 0, done: 0, overdue: 0 },
    current: '',
    picked: new Set(),
    record: null,
    hits: null,
    next: null,
    timeline: '',
    folds: new Map(),
    filterOpen: false,
    follow: false,
    offset: 0,
    token: '',
    lastSeen: 0,
    net: 'loading',
    problem: '',
  };
}

/** On which list a follow-up stands, by the rule of the server. */
export function tabOf({ state, due }: PanelItem, now: number): PanelTab {
  if (state === 'closed') return 'done';
  if (due === null) return 'later';
  if (due <= now + NOW) return 'now';
  return due < instantOf(addDays(dayOf(now), 1), 0) ? 'today' : 'later';
}

export const isLate = (item: PanelItem, now: number): boolean =>
  item.state !== 'closed' && item.due !== null && item.due < now;

/** Whether a follow-up is among those that are looked at, on whatever tab, by the rule of the server. */
function isInView({ start, query }: State, item: PanelItem): boolean {
  const { mine, filter } = query;
  const name = start?.me.name ?? '';
  return (
    (!mine || name === '' || item.owner === name) &&
    (filter.source === '' || item.source === filter.source) &&
    (filter.stage === '' || item.status === filter.stage) &&
    (filter.owner === '' || item.owner === filter.owner) &&
    (filter.kind === '' || item.kind === filter.kind)
  );
}

/** Whether a follow-up is counted on a card of the home view, by the rule of the server. */
function isBehind(card: PanelCard, item: PanelItem, now: number): boolean {
  const isOpen = item.stage === 'first' || item.stage === 'open';
  switch (card) {
    case 'overdue':
      return isLate(item, now);
    case 'dueToday':
      return ['now', 'today'].includes(tabOf(item, now));
    case 'fresh':
      return item.stage === 'first';
    case 'contacted':
      return item.stage === 'open';
    case 'converted':
      return item.stage === 'won';
    case 'quotesPending':
      return isOpen && (item.nextStep === 'quote' || /quote|proposal/i.test(item.status));
    case 'potential':
      return isOpen && (item.amount ?? 0) > 0;
    case 'duplicates':
      return item.duplicates > 0;
    default:
      return true;
  }
}

/** Whether a follow-up stands in the list that is shown. */
export function belongs(state: State, item: PanelItem, now: number): boolean {
  const { card, tab } = state.query;
  return isInView(state, item) && (card ? isBehind(card, item, now) : tabOf(item, now) === tab);
}

const far = Number.POSITIVE_INFINITY;

/** How the list is sorted, by the rule of the server. When a follow-up was opened is not known here: it stays where it is. */
export const ORDERS: Record<PanelSort, (a: PanelItem, b: PanelItem) => number> = {
  due: (a, b) => compare(a.due ?? far, b.due ?? far),
  score: (a, b) => compare(b.score ?? -1, a.score ?? -1),
  name: (a, b) => a.name.localeCompare(b.name),
  amount: (a, b) => compare(b.amount ?? -1, a.amount ?? -1),
  newest: () => 0,
};

const compare = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Puts a follow-up, as it stands now, where it belongs: into the list, out of it, into the hits and the open record.
 * @param before as it was counted, undefined when the counts know of it already
 */
export function place(state: State, item: PanelItem, before: PanelItem | undefined, now: number): void {
  if (before) recount(state, before, item, now);
  const at = state.items.findIndex(({ id }) => id === item.id);
  const stays = belongs(state, item, now);
  if (at >= 0 && stays) state.items[at] = item;
  else if (at >= 0) takeOut(state, at);
  else if (stays && !state.hits) {
    if (state.query.sort === 'newest') state.items.unshift(item);
    else state.items.push(item);
    state.total++;
  }
  if (stays) state.items.sort(ORDERS[state.query.sort]);
  for (const hit of state.hits?.items ?? []) if (hit.item.id === item.id) hit.item = item;
  if (state.record?.item.id === item.id) state.record = { ...state.record, item };
}

/** Moves a follow-up from one count to another. */
function recount(state: State, before: PanelItem, after: PanelItem, now: number): void {
  const { counts } = state;
  const count = (item: PanelItem, by: number) => {
    if (!isInView(state, item)) return;
    counts[tabOf(item, now)] += by;
    if (isLate(item, now)) counts.overdue += by;
  };
  count(before, -1);
  count(after, 1);
}

/** The finished one leaves, and the next takes its place. */
function takeOut(state: State, at: number): void {
  const [gone] = state.items.splice(at, 1);
  state.total = Math.max(0, state.total - 1);
  state.picked.delete(gone.id);
  if (state.current === gone.id && state.view === 'queue')
    state.current = state.items[Math.min(at, state.items.length - 1)]?.id ?? '';
}
