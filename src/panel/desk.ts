import { stageOf } from '../followup/reminder';
import { workingMinutes } from '../followup/response';
import { Office } from '../jobs/office';
import type { Services } from '../jobs/ports';
import { revisionOf } from '../jobs/revision';
import { fold } from '../match/text';
import { type ReadRow, type ReadTable, readTable } from '../workbook/read-table';
import type { Column, RowOf, Table } from '../workbook/table';
import { type FollowUp, followedUp } from '../workbook/tables/followed-up';
import { type Duplicate, duplicates } from '../workbook/tables/people';
import { addDays } from '../workbook/zone';
import {
  PANEL_ITEMS,
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
  private rowsRead: ReadTable<FollowUp> | null = null;
  private pairsRead: ReadRow<Duplicate>[] | null = null;
  private pairCounts: Map<string, number> | null = null;

  constructor(readonly services: Services) {
    this.office = new Office(services);
    this.now = services.now();
  }

  table<C extends Record<string, Column>>(table: Table<C>): ReadTable<RowOf<C>> {
    return readTable(table, this.services.workbook.read(table.sheet) ?? [], this.office.zone);
  }

  get read(): ReadTable<FollowUp> {
    this.rowsRead ??= this.table(followedUp);
    return this.rowsRead;
  }

  get rows(): FollowUp[] {
    return this.read.rows.map(({ values }) => values).filter(({ id }) => id !== '');
  }

  /** Proposals that wait for a decision. */
  get pairs(): ReadRow<Duplicate>[] {
    this.pairsRead ??= this.table(duplicates).rows.filter(
      ({ values }) => values.id !== '' && values.outcome === '' && /^(later)?$/i.test(values.decision),
    );
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

  item(row: FollowUp): PanelItem {
    const { id, name, company, phone, email, kind, reference, status, pipeline, owner, source, state, due } = row;
    const { deadline, nextDate, nextStep, amount, currency, score, priority } = row;
    this.pairCounts ??= countPairs(this.pairs);
    return {
      ...{
        id,
        rev: revisionOf(row),
        name,
        company,
        phone,
        email,
        kind,
        reference,
        status,
        pipeline,
        owner,
        source,
        state,
      },
      ...{ due, deadline, nextDate, nextStep, amount, currency, score, priority },
      stage: stageOf(this.office.pipelines, row).kind,
      tries: row.tries ?? 0,
      duplicates: this.pairCounts.get(id) ?? 0,
      archived: false,
    };
  }

  tabOf({ state, due }: FollowUp): PanelTab {
    if (state === 'closed') return 'done';
    if (due === null) return 'later';
    if (due <= this.now + NOW) return 'now';
    return due < this.midnight ? 'today' : 'later';
  }

  private get midnight(): number {
    const { zone } = this.office;
    return zone.instant(addDays(zone.day(this.now), 1));
  }

  /** One page of a list, and how many there are. */
  list({ tab, mine, filter, sort, from }: PanelQuery): { items: PanelItem[]; total: number; counts: PanelCounts } {
    const { name } = this.me;
    const own = this.rows.filter((row) => !mine || name === '' || row.owner === name);
    const shown = own.filter(
      (row) =>
        this.tabOf(row) === tab &&
        (filter.source === '' || row.source === filter.source) &&
        (filter.stage === '' || row.status === filter.stage) &&
        (filter.owner === '' || row.owner === filter.owner) &&
        (filter.kind === '' || row.kind === filter.kind),
    );
    const order = ORDERS[sort];
    shown.sort((a, b) => order(a, b) || (b.score ?? 0) - (a.score ?? 0) || (a.id < b.id ? -1 : 1));
    const items = shown.slice(from, from + PANEL_ITEMS).map((row) => this.item(row));
    return { items, total: shown.length, counts: this.counts(own) };
  }

  counts(rows: readonly FollowUp[] = this.rows): PanelCounts {
    const counts: PanelCounts = { now: 0, today: 0, later: 0, done: 0, overdue: 0 };
    for (const row of rows) {
      counts[this.tabOf(row)]++;
      if (this.isOverdue(row)) counts.overdue++;
    }
    return counts;
  }

  private isOverdue({ state, due }: FollowUp): boolean {
    return state !== 'closed' && due !== null && due < this.now;
  }

  cards(needsFixing: number, people: number): PanelCards {
    const { rows, now } = this;
    const kinds = rows.map((row) => stageOf(this.office.pipelines, row).kind);
    const open = rows.filter((_, index) => kinds[index] === 'first' || kinds[index] === 'open');
    const potential = new Map<string, number>();
    for (const { currency, amount } of open) potential.set(currency, (potential.get(currency) ?? 0) + (amount ?? 0));
    const { firm } = this.office.rules.team;
    const waits = rows
      .filter(({ contactedAt, opened }) => contactedAt !== null && opened !== null && opened > now - RECENT)
      .map(({ contactedAt, opened }) => workingMinutes(firm, opened as number, contactedAt as number))
      .sort((a, b) => a - b);
    return {
      dueToday: rows.filter((row) => this.tabOf(row) === 'now' || this.tabOf(row) === 'today').length,
      overdue: rows.filter((row) => this.isOverdue(row)).length,
      fresh: kinds.filter((kind) => kind === 'first').length,
      contacted: kinds.filter((kind) => kind === 'open').length,
      converted: kinds.filter((kind) => kind === 'won').length,
      quotesPending: open.filter(({ nextStep, status }) => nextStep === 'quote' || /quote|proposal/i.test(status))
        .length,
      potential: [...potential]
        .filter(([, amount]) => amount > 0)
        .map(([currency, amount]) => ({ currency, amount: Math.round(amount * 100) / 100 })),
      total: rows.length,
      needsFixing,
      duplicates: this.pairs.length,
      people,
      responseMinutes: waits.length === 0 ? null : Math.round(waits[Math.floor(waits.length / 2)]),
    };
  }

  /** Follow-ups in which a text stands: phones by their digits, in any format, all else without regard to case and marks. */
  find(text: string, most: number): { row: FollowUp; field: (typeof SEARCHED)[number] }[] {
    const wanted = fold(text);
    const digits = text.replace(/\D/g, '').replace(/^0+/, '');
    const hits: { row: FollowUp; field: (typeof SEARCHED)[number]; rank: number }[] = [];
    if (wanted === '') return [];
    for (const row of this.rows) {
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

const SEARCHED = ['name', 'phone', 'email', 'company', 'reference', 'id'] as const;
/** Digits from which on a number is looked for in phones. */
const FEW_DIGITS = 3;

const phoneRank = (phone: string, digits: string, text: string) =>
  digits.length >= FEW_DIGITS && !/[a-z@]/i.test(text) && phone.replace(/\D/g, '').includes(digits) ? 0 : -1;

/** 0: it begins so; 1: a word does; 2: it stands inside; −1: it does not. */
function textRank(text: string, wanted: string): number {
  if (text.startsWith(wanted)) return 0;
  if (text.includes(` ${wanted}`)) return 1;
  return text.includes(wanted) ? 2 : -1;
}

const far = Number.POSITIVE_INFINITY;

const ORDERS: Record<PanelQuery['sort'], (a: FollowUp, b: FollowUp) => number> = {
  due: (a, b) => compare(a.due ?? far, b.due ?? far),
  score: (a, b) => compare(b.score ?? -1, a.score ?? -1),
  name: (a, b) => a.name.localeCompare(b.name),
  amount: (a, b) => compare(b.amount ?? -1, a.amount ?? -1),
  newest: (a, b) => compare(b.opened ?? 0, a.opened ?? 0),
};

const compare = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0);

function countPairs(pairs: readonly ReadRow<Duplicate>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { values } of pairs) {
    for (const id of [values.recordA, values.recordB]) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
