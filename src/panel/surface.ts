import type { ActArgs, ActKind } from '../followup/act';
import type { Lead as PanelLead } from '../jobs/add-lead';
import type { Health } from '../jobs/health';
import type { HiddenBy } from '../workbook/port';

export type { ActArgs, ActKind, NoteKind } from '../followup/act';
export type { Lead as PanelLead } from '../jobs/add-lead';

/**
 * What the panel may ask and what it is told. Only JSON-safe values: times are epoch milliseconds (null: none), days
 * `YYYY-MM-DD` (`''`: none). A rename breaks the build on both sides.
 */

export type PanelTab = 'now' | 'today' | 'later' | 'done';
export type PanelSort = 'due' | 'score' | 'name' | 'amount' | 'newest';

/** A follow-up as a line of the panel shows it. */
export interface PanelItem {
  id: string;
  /** Revision: a hash of what stands in the row. An act on another revision is refused, with both values. */
  rev: string;
  name: string;
  company: string;
  phone: string;
  email: string;
  kind: string;
  reference: string;
  status: string;
  /** What the status means in its pipeline. */
  stage: 'first' | 'open' | 'won' | 'lost';
  pipeline: string;
  owner: string;
  source: string;
  state: string;
  /** When it is next on the list. */
  due: number | null;
  deadline: number | null;
  /** The day of the next step that staff set. */
  nextDate: string;
  nextStep: string;
  amount: number | null;
  currency: string;
  score: number | null;
  priority: string;
  tries: number;
  /** Proposals in `duplicates` that name its person. */
  duplicates: number;
  /** In `archive`, not in `followed-up`. */
  archived: boolean;
}

/** Cards of the home view that have a list behind them. */
export type PanelCard =
  | 'overdue'
  | 'dueToday'
  | 'fresh'
  | 'contacted'
  | 'converted'
  | 'quotesPending'
  | 'potential'
  | 'total'
  | 'duplicates';

/** Which follow-ups a list shows. Empty filters let all through. */
export interface PanelQuery {
  tab: PanelTab;
  /** The list behind a card, of all tabs. */
  card?: PanelCard;
  /** Only one's own. */
  mine: boolean;
  sort: PanelSort;
  filter: { source: string; stage: string; owner: string; kind: string };
  /** How many to leave out: the list comes in pages of {@link PANEL_ITEMS}. */
  from: number;
}

/** What a panel shows when it is opened. */
export const FIRST_QUERY: PanelQuery = {
  tab: 'now',
  mine: true,
  sort: 'due',
  filter: { source: '', stage: '', owner: '', kind: '' },
  from: 0,
};

export type PanelCounts = Record<PanelTab | 'overdue', number>;

export interface PanelList {
  /** The server's clock: the panel counts down from it. */
  now: number;
  /** Grows with each change; what {@link PanelCalls.since} starts from. */
  token: string;
  items: PanelItem[];
  /** Of the query, all pages. */
  total: number;
  counts: PanelCounts;
}

/** The cards of the home view; each opens the list behind it. */
export interface PanelCards {
  dueToday: number;
  overdue: number;
  /** In the first stage. */
  fresh: number;
  contacted: number;
  converted: number;
  quotesPending: number;
  /** Sums of open amounts by currency. */
  potential: { currency: string; amount: number }[];
  total: number;
  needsFixing: number;
  duplicates: number;
  people: number;
  /** Median minutes from opening to first contact, last 30 days; null when there are none. */
  responseMinutes: number | null;
}

/** What the panel is opened with, in one call. */
export interface PanelStart extends PanelList {
  setUp: boolean;
  me: { name: string; email: string; role: 'member' | 'lead' | 'owner' };
  /** Of the workbook, for dates and numbers. */
  zone: string;
  locale: string;
  staff: { name: string; active: boolean }[];
  pipelines: { name: string; stages: { name: string; kind: PanelItem['stage'] }[] }[];
  sources: { sheet: string; kind: string; on: boolean }[];
  nextSteps: string[];
  /** How the working day runs, for "tomorrow 9:00" and the like: minutes after midnight. */
  opens: number;
  cards: PanelCards;
  health: Health;
}

/** One act on one follow-up. Retries are harmless: an `op` that was done already answers as it did. */
export interface PanelOp {
  /** Made by the panel, unique. */
  op: string;
  kind: ActKind;
  /** The follow-up; for `undo`, `''`. */
  id: string;
  rev: string;
  /** Epoch milliseconds at which the person pressed the key. */
  at: number;
  args: ActArgs;
}

/** What became of an act. Where the row had changed, `theirs` holds both values, and nothing was written. */
export type PanelResult =
  | { op: string; ok: true; item: PanelItem | null }
  | {
      op: string;
      ok: false;
      code: string;
      message: string;
      item: PanelItem | null;
      theirs: { field: string; yours: string; theirs: string }[];
    };

export interface TimelineEntry {
  time: number;
  who: string;
  kind: string;
  field: string;
  before: string;
  after: string;
  why: string;
}

/** Two people who may be one. */
export interface PanelPair {
  id: string;
  probability: number;
  points: number;
  why: string;
  sides: { id: string; name: string; phones: string; emails: string; city: string; records: string }[];
}

/** All of a follow-up. */
export interface PanelRecord {
  item: PanelItem;
  /** Editable in place: staff's cells and contact data. */
  fields: {
    name: string;
    label: string;
    value: string;
    options: string[] | null;
    /** Contact data, which come from the source. */
    contact: boolean;
    /** What the source says where staff have corrected it; null: they have not. */
    source: string | null;
  }[];
  /** What only is shown. */
  facts: { label: string; value: string }[];
  remark: string;
  scoreWhy: string;
  assignedWhy: string;
  dueWhy: string;
  orders: {
    id: string;
    reference: string;
    /** `YYYY-MM-DD` */
    date: string;
    summary: string;
    source: string;
    amount: number | null;
    currency: string;
    status: string;
    rev: string;
  }[];
  timeline: TimelineEntry[];
  pairs: PanelPair[];
  /** http(s) addresses found in the cells. */
  files: { name: string; url: string }[];
  row: number;
}

export interface PanelHit {
  item: PanelItem;
  /** The field in which the text was found, for the highlight. */
  field: 'name' | 'phone' | 'email' | 'company' | 'reference' | 'id';
}

/** What was done lately, newest first, for undo and its history. */
export interface PanelDeed {
  op: string;
  time: number;
  who: string;
  what: string;
  undone: boolean;
}

/** Lines sent at once. */
export const PANEL_ITEMS = 50;

export interface PanelCalls {
  start: { args: { query: PanelQuery }; data: PanelStart };
  list: { args: { query: PanelQuery }; data: PanelList };
  /**
   * What changed since a token; `all` when that is too long ago: load the list again. Counts come with the changes when
   * the query is told that they are of. `on`: whether automatic updates are.
   */
  since: {
    args: { token: string; query?: PanelQuery };
    data: { now: number; token: string; all: boolean; items: PanelItem[]; counts: PanelCounts | null; on: boolean };
  };
  record: { args: { id: string }; data: PanelRecord };
  /** With the token of the panel, so that the one it is given says nothing of others' changes that it has not seen. */
  act: {
    args: { ops: PanelOp[]; token?: string };
    data: { now: number; token: string; results: PanelResult[] };
  };
  deeds: { args: Record<string, never>; data: PanelDeed[] };
  search: { args: { text: string }; data: PanelHit[] };
  /** Whether a lead exists already, while it is typed. */
  check: { args: PanelLead; data: { hits: PanelHit[] } };
  add: { args: { op: string; lead: PanelLead; owner: string }; data: { id: string; item: PanelItem } };
  pairs: { args: { id: string }; data: PanelPair[] };
  decide: { args: { op: string; pair: string; answer: 'merge' | 'keep separate' | 'later' | '' }; data: PanelPair[] };
  /** Opens a follow-up of the archive again; it is then in the list. */
  bringBack: { args: { id: string }; data: { item: PanelItem } };
  /** Selects the row in the sheet, and tells what hides it there; with `show`, what does is taken away. */
  goTo: { args: { id: string; show?: boolean }; data: { row: number; hidden: HiddenBy } };
  /** The follow-up in the row that is selected in the sheet; `''` when there is none. */
  selected: { args: Record<string, never>; data: { id: string } };
  health: { args: Record<string, never>; data: Health };
  sync: { args: Record<string, never>; data: { summary: string } };
  /** First run: what stands where, and the steps done. */
  setUp: {
    args: { step: 'begin' | 'staff' | 'automatic' | 'demo' | 'remove demo'; staff?: { name: string; email: string }[] };
    data: { done: string[]; message: string };
  };
}

export type PanelCall = keyof PanelCalls;

export type Envelope<T> = { ok: true; data: T } | { ok: false; code: string; message: string };
