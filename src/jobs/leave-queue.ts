import type { TableChange } from '../workbook/diff';
import { writeBook } from '../workbook/pages';
import type { ReadTable } from '../workbook/read-table';
import { rowOf } from '../workbook/table';
import { type FollowUp, followedUp } from '../workbook/tables/followed-up';
import type { Duplicate } from '../workbook/tables/people';
import { freshNews, type Told, tellNews } from './news';
import { keptOffice } from './office-kept';
import type { SyncPlan } from './plan-sync';
import type { Services } from './ports';
import { type QueueRow, queueRowOf, spellQueue } from './queue';
import type { State } from './state';

type Planned = Pick<SyncPlan, 'followUps' | 'proposals'>;
type Whole = Planned & Pick<SyncPlan, 'archive'>;

/**
 * Leaves the queue for the panel, after a sync that has read everything: the follow-ups as they stand now, and what people
 * have configured. Nothing where the workbook is small, and reading its sheets costs less.
 * @returns properties to set
 */
export function leaveQueue(services: Services, state: State, plan: Whole, now: number): Record<string, string> {
  const { workbook, properties } = services;
  const cells = workbook.extent(followedUp.sheet) * state.followedUp.positions.size;
  if (cells <= state.configuration.settings.smallCells) return freshNews(properties, '');
  const stamp = now.toString(36);
  const rows = rowsAfter(state.followedUp, plan.followUps);
  writeBook(workbook, 'queue', stamp, spellQueue(rows, waitingAfter(state, plan)), null);
  const archived = rowsAfter(state.archive, plan.archive);
  if (archived.length > 0) writeBook(workbook, 'search', stamp, spellQueue(archived, { pairs: {}, waiting: 0 }), null);
  return { ...freshNews(properties, stamp), ...keptOffice(services, state) };
}

/** What a sync of changes tells the panel. */
export function tellQueue(services: Services, state: State, plan: Planned): Record<string, string> {
  const paired = plan.proposals.inserts.flatMap(({ row }) =>
    row.outcome ? [] : [row.recordA ?? '', row.recordB ?? ''],
  );
  const inserted = plan.followUps.inserts.length;
  return tellNews(services, { rows: rowsAfter(state.followedUp, plan.followUps), inserted, paired } satisfies Told);
}

/** Every follow-up that was read or is new, as it stands once the change is written. */
function rowsAfter(read: ReadTable<FollowUp>, { inserts, standing, removes }: TableChange<FollowUp>): QueueRow[] {
  const met = new Set<string>();
  const rows: QueueRow[] = [];
  const take = (row: FollowUp, at: number) => {
    if (row.id === '' || met.has(row.id)) return;
    met.add(row.id);
    rows.push(queueRowOf(row, at));
  };
  // New rows come on top, the last one uppermost.
  inserts.forEach(({ row }, index) => {
    take(rowOf(followedUp, row), read.headerRow + inserts.length - index);
  });
  const leaving = new Set(removes);
  let gone = 0;
  for (const { at, values } of read.rows) {
    if (leaving.has(at)) gone++;
    else take({ ...values, ...standing.get(at) }, at + inserts.length - gone);
  }
  return rows;
}

/** The proposals that wait for a decision. */
function waitingAfter(
  { duplicates }: State,
  { proposals }: Planned,
): { pairs: Record<string, number>; waiting: number } {
  const after: Partial<Duplicate>[] = [
    ...duplicates.rows.map(({ at, values }) => ({ ...values, ...proposals.standing.get(at) })),
    ...proposals.inserts.map(({ row }) => row),
  ];
  const open = after.filter(isOpen);
  const pairs: Record<string, number> = {};
  for (const { recordA = '', recordB = '' } of open) {
    for (const id of [recordA, recordB]) pairs[id] = (pairs[id] ?? 0) + 1;
  }
  return { pairs, waiting: open.length };
}

/** Whether a proposal waits for a decision. */
export const isOpen = ({ id = '', outcome = '', decision = '' }: Partial<Duplicate>): boolean =>
  id !== '' && outcome === '' && /^(later)?$/i.test(decision);
