import { stageOf } from '../followup/reminder';
import { workingMinutes } from '../followup/response';
import { isOpen } from '../jobs/leave-queue';
import { readNews } from '../jobs/news';
import { Office } from '../jobs/office';
import type { Services } from '../jobs/ports';
import { type QueueRow, queueRowOf } from '../jobs/queue';
import { type Queue, readArchived, readQueue } from '../jobs/read-queue';
import { revOf } from '../jobs/revision';
import { fold } from '../match/text';
import { type ReadRow, type ReadTable, readTable } from '../workbook/read-table';
import type { Column, RowOf, Table } from '../workbook/table';
import { followedUp } from '../workbook/tables/followed-up';
import { type Duplicate, duplicates } from '../workbook/tables/people';
import { addDays } from '../workbook/zone';
import {
  PANEL_ITEMS,
  type PanelCard,
  type PanelCards,
  type PanelCounts,
  type PanelItem,
  type PanelQuery,
  type PanelTab,
} from './surface';

const MINUTE = 60_000;
/** What is due within this time stands under “now”. */
const NOW = 15 * MINUTE;
/** Days that the response time is taken from. */
const RECENT = 30 * 24 * 60 * MINUTE;

/** What a call of the panel looks at: the sheets as they stand, each read when it is first asked for. */
export class Desk {
  readonly office: Office;
  readonly now: number;
  private queueRead: Queue | null = null;
  private pairsRead: ReadRow<Duplicate>[] | null = null;
  private midnightRead?: number;
  private shiftRead?: number;
  private archivedRead?: QueueRow[];

  constructor(readonly services: Services) {
    this.office = new Office(services, 'kept');
    this.now = services.now();
  }

  table<C extends Record<string, Column>>(table: Table<C>): ReadTable<RowOf<C>> {
    return readTable(table, this.services.workbook.read(table.sheet) ?? [], this.office.zone);
  }

  get queue(): Queue {
    this.queueRead ??= readQueue(this.services, this.office.zone) ?? this.wholeQueue();
    return this.queueRead;
  }

  /** The queue as the sheets themselves tell it: where no book of it is kept. */
  private wholeQueue(): Queue {
    const rows = this.table(followedUp).rows.filter(({ values }) => values.id !== '');
    const pairs: Record<string, number> = {};
    for (const { values } of this.pairs) {
      for (const id of [values.recordA, values.recordB]) pairs[id] = (pairs[id] ?? 0) + 1;
    }
    return { rows: rows.map(({ at, values }) => queueRowOf(values, at)), pairs, waiting: this.pairs.length, typed: [] };
  }

  /** The follow-ups in the archive; one that is on its way there or back is none of them. */
  get archived(): QueueRow[] {
    if (this.archivedRead) return this.archivedRead;
    const here = new Set(this.rows.map(({ id }) => id));
    this.archivedRead = readArchived(this.services, this.office.zone).filter(({ id }) => !here.has(id));
    return this.archivedRead;
  }

  get rows(): QueueRow[] {
    return this.queue.rows;
  }

  /** Proposals that wait for a decision. */
  get pairs(): ReadRow<Duplicate>[] {
    this.pairsRead ??= this.table(duplicates).rows.filter(({ values }) => isOpen(values));
    return this.pairsRead;
  }

  /** Who asks, by the sheet `staff`; without a name when the account stands nowhere in it. */
  get me(): { name: string; email: string; role: 'member' | 'lead' | 'owner' } {
    const email = this.services.user();
    const { staff } = this.office;
    const found =
      email === '' ? undefined : staff.find((one) => one.email.trim().toLowerCase() === email.toLowerCase());
    const role = (['lead', 'owner'] as const).find((word) => word === found?.role) ?? 'member';
    return { name: found?.name ?? '', email, role };
  }

  /** @param pairs how many proposals name it, where that is known without looking */
  item(row: QueueRow, pairs = this.queue.pairs[row.id] ?? 0): PanelItem {
    const { id, name, company, phone, email, kind, reference, status, pipeline, owner, source, state, due } = row;
    const { deadline, nextDate, nextStep, amount, currency, score, priority } = row;
    return {
      ...{ id, rev: this.revOf(row, pairs), name, company, phone, email, kind, reference },
      ...{ status, pipeline, owner, source, state },
      ...{ due, deadline, nextDate, nextStep, amount, currency, score, priority },
      stage: stageOf(this.office.pipelines, row).kind,
      tries: row.tries ?? 0,
      duplicates: pairs,
      archived: row.archived === true,
    };
  }

  /** With the row as it was counted when the queue was written, so that new rows on top do not mislead the panel. */
  private revOf({ rev, at }: QueueRow, pairs: number): string {
    this.shiftRead ??= readNews(this.services.properties).shift;
    return revOf({ rev, at: at - this.shiftRead }, pairs);
  }

  tabOf({ state, due }: QueueRow): PanelTab {
    if (state === 'closed') return 'done';
    if (due === null) return 'later';
    if (due <= this.now + NOW) return 'now';
    return due < this.midnight ? 'today' : 'later';
  }

  private get midnight(): number {
    const { zone } = this.office;
    this.midnightRead ??= zone.instant(addDays(zone.day(this.now), 1));
    return this.midnightRead;
  }

  /** One page of a list, and how many there are. */
  list({ tab, card, mine, filter, sort, from }: PanelQuery): {
    items: PanelItem[];
    total: number;
    counts: PanelCounts;
  } {
    const own = this.inView({ mine, filter });
    const shown = own.filter((row) => (card ? this.isBehind(card, row) : this.tabOf(row) === tab));
    const order = ORDERS[sort];
    shown.sort((a, b) => order(a, b) || (b.score ?? 0) - (a.score ?? 0) || (a.id < b.id ? -1 : 1));
    const items = shown.slice(from, from + PANEL_ITEMS).map((row) => this.item(row));
    return { items, total: shown.length, counts: this.counts(own) };
  }

  /** The follow-ups that a query lets through, whatever their tab. */
  private inView({ mine, filter }: Pick<PanelQuery, 'mine' | 'filter'>): QueueRow[] {
    const { name } = this.me;
    return this.rows.filter(
      (row) =>
        (!mine || name === '' || row.owner === name) &&
        (filter.source === '' || row.source === filter.source) &&
        (filter.stage === '' || row.status === filter.stage) &&
        (filter.owner === '' || row.owner === filter.owner) &&
        (filter.kind === '' || row.kind === filter.kind),
    );
  }

  /** How many follow-ups of a query stand on each tab. */
  countsOf(query: PanelQuery): PanelCounts {
    return this.counts(this.inView(query));
  }

  private counts(rows: readonly QueueRow[]): PanelCounts {
    const counts: PanelCounts = { now: 0, today: 0, later: 0, done: 0, overdue: 0 };
    for (const row of rows) {
      counts[this.tabOf(row)]++;
      if (this.isOverdue(row)) counts.overdue++;
    }
    return counts;
  }

  private isOverdue({ state, due }: QueueRow): boolean {
    return state !== 'closed' && due !== null && due < this.now;
  }

  /** Whether a follow-up is counted on a card. */
  private isBehind(card: PanelCard, row: QueueRow, kind = stageOf(this.office.pipelines, row).kind): boolean {
    const isOpen = kind === 'first' || kind === 'open';
    switch (card) {
      case 'overdue':
        return this.isOverdue(row);
      case 'dueToday':
        return this.tabOf(row) === 'now' || this.tabOf(row) === 'today';
      case 'fresh':
        return kind === 'first';
      case 'contacted':
        return kind === 'open';
      case 'converted':
        return kind === 'won';
      case 'quotesPending':
        return isOpen && (row.nextStep === 'quote' || /quote|proposal/i.test(row.status));
      case 'potential':
        return isOpen && (row.amount ?? 0) > 0;
      case 'duplicates':
        return (this.queue.pairs[row.id] ?? 0) > 0;
      default:
        return true;
    }
  }

  cards(needsFixing: number, people: number): PanelCards {
    const { rows, now } = this;
    const counts = Object.fromEntries(COUNTED.map((card) => [card, 0])) as Record<(typeof COUNTED)[number], number>;
    const potential = new Map<string, number>();
    for (const row of rows) {
      const { kind } = stageOf(this.office.pipelines, row);
      for (const card of COUNTED) if (this.isBehind(card, row, kind)) counts[card]++;
      if (this.isBehind('potential', row, kind))
        potential.set(row.currency, (potential.get(row.currency) ?? 0) + (row.amount ?? 0));
    }
    const { firm } = this.office.rules.team;
    const waits = rows
      .filter(({ contactedAt, opened }) => contactedAt !== null && opened !== null && opened > now - RECENT)
      .map(({ contactedAt, opened }) => workingMinutes(firm, opened as number, contactedAt as number))
      .sort((a, b) => a - b);
    return {
      ...counts,
      potential: [...potential]
        .filter(([, amount]) => amount > 0)
        .map(([currency, amount]) => ({ currency, amount: Math.round(amount * 100) / 100 })),
      total: rows.length,
      needsFixing,
      duplicates: this.queue.waiting,
      people,
      responseMinutes: waits.length === 0 ? null : Math.round(waits[Math.floor(waits.length / 2)]),
    };
  }

  /** Follow-ups in which a text stands, those in the archive too: phones by their digits, in any format, all else without regard to case and marks. */
  find(text: string, most: number): { row: QueueRow; field: (typeof SEARCHED)[number] }[] {
    const wanted = fold(text);
    const digits = text.replace(/\D/g, '').replace(/^0+/, '');
    const hits: { row: QueueRow; field: (typeof SEARCHED)[number]; rank: number }[] = [];
    if (wanted === '') return [];
    const mayHold = likely(wanted);
    for (const row of [...this.rows, ...this.archived]) {
      if (!mayHold(row) && phoneRank(row.phone, digits, text) < 0) continue;
      for (const field of SEARCHED) {
        const rank = field === 'phone' ? phoneRank(row.phone, digits, text) : textRank(fold(row[field]), wanted);
        if (rank < 0) continue;
        hits.push({ row, field, rank: rank + (row.state === 'closed' ? 2 : 0) });
        break;
      }
    }
    return hits.sort((a, b) => a.rank - b.rank).slice(0, most);
  }
}

/** Cards that tell how many follow-ups are behind them. */
const COUNTED = ['dueToday', 'overdue', 'fresh', 'contacted', 'converted', 'quotesPending'] as const;

const SEARCHED = ['name', 'phone', 'email', 'company', 'reference', 'id'] as const;
/** Digits from which on a number is looked for in phones. */
const FEW_DIGITS = 3;

const phoneRank = (phone: string, digits: string, text: string) =>
  digits.length >= FEW_DIGITS && !/[a-z@]/i.test(text) && phone.replace(/\D/g, '').includes(digits) ? 0 : -1;

/**
 * Whether a row may hold a text, told at small cost: by the letters up to the first blank, in what needs no folding. Of tens of
 * thousands of rows, few have to be looked at closely.
 */
function likely(wanted: string): (row: QueueRow) => boolean {
  const [first] = wanted.split(' ');
  const mayHold = (text: string) => (PLAIN.test(text) ? text.toLowerCase().includes(first) : text !== '');
  return ({ name, email, company, reference, id }) =>
    mayHold(name) || mayHold(email) || mayHold(company) || mayHold(reference) || mayHold(id);
}

/** Texts of which {@link fold} changes no letter but by its case. */
const PLAIN = /^[ -%(-~]+$/;

/** 0: it begins so; 1: a word does; 2: it stands inside; −1: it does not. */
function textRank(text: string, wanted: string): number {
  if (text.startsWith(wanted)) return 0;
  if (text.includes(` ${wanted}`)) return 1;
  return text.includes(wanted) ? 2 : -1;
}

const far = Number.POSITIVE_INFINITY;

const ORDERS: Record<PanelQuery['sort'], (a: QueueRow, b: QueueRow) => number> = {
  due: (a, b) => compare(a.due ?? far, b.due ?? far),
  score: (a, b) => compare(b.score ?? -1, a.score ?? -1),
  name: (a, b) => a.name.localeCompare(b.name),
  amount: (a, b) => compare(b.amount ?? -1, a.amount ?? -1),
  newest: (a, b) => compare(b.opened ?? 0, a.opened ?? 0),
};

const compare = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0);
