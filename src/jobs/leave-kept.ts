import { splitKey, unsealKey } from '../followup/case';
import { readBook, writeBook } from '../workbook/pages';
import type { Table } from '../workbook/table';
import { followedUp } from '../workbook/tables/followed-up';
import { holding, type Synced, sumOfConfigured } from './find-changes';
import { matchedValues } from './house-people';
import { type Kept, keepSource, spellKept, sumsOf } from './kept';
import type { SyncPlan } from './plan-sync';
import type { Services } from './ports';
import { minutesToNext, type WholeSource } from './read-sources';
import { keysOf } from './row-keys';
import { CONFIGURED, type State } from './state';

/** What a full sync has read and decided. */
export interface Whole {
  state: State;
  readings: readonly WholeSource[];
  plan: SyncPlan;
  now: number;
}

/**
 * Leaves what the next sync needs to look at changes only. Null where that would not pay, since the workbook is small, or
 * where a source cannot be read row by row: the next sync then reads everything, as this one did.
 */
export function leaveKept(services: Services, whole: Whole): Synced | null {
  const { readings, plan, now } = whole;
  if (!plan.matched || isSmall(whole)) return null;
  if (readings.some(({ reading }) => reading && (reading.cut || reading.headerRow === 0))) return null;
  const kept = keptOf(whole);
  const stamp = now.toString(36);
  writeBook(services.workbook, 'sync', stamp, spellKept(kept), readBook(services.workbook, 'sync'));
  return syncedOf(services, whole, kept, stamp);
}

/** Whether reading everything costs less than asking what has changed. */
function isSmall({ state, readings, plan }: Whole): boolean {
  const tables = [
    [state.followedUp, plan.followUps],
    [state.people, plan.people],
  ] as const;
  let cells = readings.reduce((sum, { grid }) => sum + grid.length * (grid[0]?.length ?? 0), 0);
  for (const [read, change] of tables) cells += (read.rows.length + change.inserts.length) * read.positions.size;
  return cells <= state.configuration.settings.smallCells;
}

function keptOf({ state, readings, plan }: Whole): Kept {
  const { personOf, model } = plan.matched as NonNullable<SyncPlan['matched']>;
  const values = matchedValues(plan.cases);
  const cases: Kept['cases'] = new Map();
  plan.cases.forEach(({ id, key, item }, index) => {
    const { rows, source } = item;
    cases.set(id, { id, key, person: personOf[index], sheet: source.sheet, rows, values: values[index] });
  });
  for (const { values: row } of [...state.followedUp.rows, ...state.archive.rows]) {
    const key = unsealKey(row.id, row.key);
    const sheet = splitKey(key)?.sheet ?? '';
    if (sheet !== '' && !cases.has(row.id))
      cases.set(row.id, { id: row.id, key, person: '', sheet, rows: [], values: [] });
  }
  return {
    grids: state.grids,
    sources: readings.flatMap(({ source, reading, grid }) =>
      reading ? [keepSource(source.sheet, reading, grid, (record) => keysOf(source, record))] : [],
    ),
    cases,
    archived: archivedAfter(state, plan),
    pairs: new Set([
      ...state.duplicates.rows.map(({ values }) => values.id),
      ...plan.proposals.inserts.map(({ id }) => id),
    ]),
    decided: state.duplicates.rows.flatMap(({ values: { recordA, recordB, decision } }) =>
      decision === '' ? [] : [[recordA, recordB, decision.toLowerCase()] as [string, string, string]],
    ),
    model,
  };
}

/** Who is in the archive once the plan is written. */
function archivedAfter({ archive }: State, { archive: moved }: SyncPlan): Set<string> {
  const gone = new Set(moved.removes);
  const resting = archive.rows.filter(({ at }) => !gone.has(at)).map(({ values }) => values.id);
  return new Set([...resting, ...moved.inserts.map(({ id }) => id)]);
}

function syncedOf(services: Services, { state, readings, plan, now }: Whole, kept: Kept, stamp: string): Synced {
  const held: Record<string, number> = {};
  const edits = new Map(plan.followUps.edits.map(({ at, column, after }) => [`${at} ${column}`, after]));
  const count = (row: Parameters<typeof holding>[0]) => {
    held[holding(row)] = (held[holding(row)] ?? 0) + 1;
  };
  for (const { at, values } of state.followedUp.rows)
    count({ owner: values.owner, state: (edits.get(`${at} state`) ?? values.state) as string });
  for (const { row } of plan.followUps.inserts) count({ owner: row.owner ?? '', state: row.state ?? '' });
  const sums = new Map(kept.sources.map(({ sheet, rows }) => [sheet, sumsOf(rows)]));
  const { people, complaints, proposals } = plan.counts;
  return {
    stamp,
    zone: state.zone.name,
    at: now,
    sources: Object.fromEntries(
      readings.map(({ source: { sheet }, grid }) => [sheet, { rows: grid.length, sums: sums.get(sheet) ?? [] }]),
    ),
    followed: services.workbook.extent(followedUp.sheet),
    header: state.followedUp.headerRow,
    positions: Object.fromEntries(state.followedUp.positions),
    configured: Object.fromEntries(
      CONFIGURED.map((table) => [
        table.sheet,
        sumOfConfigured(table as unknown as Table, state.grids[table.sheet], state.zone),
      ]),
    ),
    every: minutesToNext(readings),
    held,
    counts: { people, cases: plan.cases.length, complaints, proposals },
    lines: [],
    complaintsSince: 0,
  };
}
