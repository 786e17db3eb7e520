import type { PanelCounts, PanelItem, PanelQuery, PanelRecord, PanelStart, PanelTab } from '../src/panel/surface';
import { addDays, dayOf, instantOf, NOW } from './format';

export type View = 'queue' | 'record' | 'add' | 'home' | 'health' | 'history' | 'help' | 'setup' | 'review';

/** Everything the panel shows. Views read it; {@link App} changes it. */
export interface State {
  view: View;
  start: PanelStart | null;
  query: PanelQuery;
  items: PanelItem[];
  total: number;
  counts: PanelCounts;
  /** The follow-up that keys act on. */
  current: string;
  picked: Set<string>;
  record: PanelRecord | null;
  /** Hits of the search, null when there is none. */
  hits: { text: string; items: { item: PanelItem; field: string }[] } | null;
  /** Kinds of journal lines shown; `''`: all. */
  timeline: string;
  filterOpen: boolean;
  follow: boolean;
  /** Server's clock minus ours. */
  offset: number;
  token: string;
  lastSeen: number;
  net: 'loading' | 'live' | 'offline' | 'paused';
  problem: string;
}

export function freshState(): State {
  return {
    view: 'queue',
    start: null,
    query: { tab: 'now', mine: true, sort: 'due', filter: { source: '', stage: '', owner: '', kind: '' }, from: 0 },
    items: [],
    total: 0,
    counts: { now: 0, today: 0, later: 0, done: 0, overdue: 0 },
    current: '',
    picked: new Set(),
    record: null,
    hits: null,
    timeline: '',
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

/** Moves a follow-up from one count to another. */
export function recount(counts: PanelCounts, before: PanelItem, after: PanelItem, now: number): void {
  counts[tabOf(before, now)]--;
  counts[tabOf(after, now)]++;
  counts.overdue += Number(isLate(after, now)) - Number(isLate(before, now));
}
