import type { Identified } from '../followup/identify';
import { noticeEdits } from '../followup/notice';
import { gatherComplaints } from '../intake/complaint';
import type { SheetReading } from '../intake/record';
import type { ReadTable } from '../workbook/read-table';
import type { FollowUp } from '../workbook/tables/followed-up';
import type { Zone } from '../workbook/zone';
import { wantedComplaints } from './complaints';
import type { Configuration } from './configuration';
import { type Changes, holding, isLate, type Synced } from './find-changes';
import type { Homes } from './house-people';
import { type Kept, type KeptCase, type KeptRow, spellCase, spellPair, spellRow, sumsOf } from './kept';
import { readMarks } from './marks';
import type { SyncPlan } from './plan-sync';
import type { Services } from './ports';
import type { SourceReading } from './read-sources';
import type { Touched } from './touched-rows';

/** All that a sync of changes has read and found. */
export interface Parts {
  services: Services;
  changes: Changes;
  kept: Kept;
  zone: Zone;
  configuration: Configuration;
  touched: readonly Touched[];
  former: ReadonlyMap<string, KeptCase>;
  read: ReadTable<FollowUp>;
  cases: Identified[];
  homes: Homes;
  /** See {@link complaintsSince}. */
  since: number;
  now: number;
}

/** How many follow-ups each member of staff holds, by what people have typed in the cells that were read. */
export function heldNow({ held }: Synced, read: ReadTable<FollowUp>): Synced['held'] {
  const now = { ...held };
  for (const { values } of read.rows) {
    const before = noticeEdits(values).find(({ field }) => field === 'owner')?.before;
    if (before === undefined) continue;
    const [from, to] = [holding({ state: values.state, owner: before }), holding(values)];
    now[from] = (now[from] ?? 1) - 1;
    now[to] = (now[to] ?? 0) + 1;
  }
  return now;
}

/** Since when `needs-fixing` lacks something: a person who mends a cell sees it leave at once, the rest waits for company. */
export function complaintsSince({ services, kept, touched, changes, now }: Parts): number {
  const told = (rows: Iterable<KeptRow | undefined>) =>
    JSON.stringify([...rows].flatMap((row) => row?.complaints ?? []));
  const differs = touched.filter(({ source, rows, kept: after }) => {
    const before = rows.map((row) => kept.sources[source].rows[row - 1]);
    return told(before) !== told(after.values());
  });
  const marks = readMarks(services.properties);
  if (differs.some(({ reading }) => marks[reading.source.sheet])) return 1;
  return changes.synced.complaintsSince || (differs.length > 0 ? now : 0);
}

/** What `needs-fixing` should say, if it is time to say it. */
export function complaintsAfter({ kept, touched, configuration, changes, since, now }: Parts) {
  if (!isLate(since, now)) return null;
  const readings = kept.sources.map(({ sheet, plan, complaints, rows }, index): SourceReading => {
    const change = touched.find(({ source }) => source === index);
    const each = [...complaints];
    const last = changes.sources.get(sheet)?.last ?? rows.length;
    for (let row = 1; row <= last; row++) each.push(...((change?.kept.get(row) ?? rows[row - 1])?.complaints ?? []));
    const headerRow = plan.headerIndex + 1;
    const reading: SheetReading = {
      headerRow,
      columns: [],
      records: [],
      remarks: [],
      complaints: gatherComplaints(each, headerRow),
    };
    const source = configuration.sources.find((one) => one.sheet === sheet) as SourceReading['source'];
    return { source, reading, rows: 0, cases: [] };
  });
  return wantedComplaints(readings, configuration);
}

/** What the next sync has to know of this one. */
export function leaveChanges(
  { changes, kept, touched, former, cases, homes, read, since, now: time }: Parts,
  plan: SyncPlan,
  total: number,
) {
  let text = '';
  const synced: Synced = {
    ...changes.synced,
    sources: { ...changes.synced.sources },
    complaintsSince: isLate(since, time) ? 0 : since,
    held: heldNow(changes.synced, read),
  };
  for (const { source, kept: rows } of touched) {
    const { sheet, rows: all } = kept.sources[source];
    for (const [row, one] of rows) {
      all[row - 1] = one;
      text += spellRow(source, row, one);
    }
    synced.sources[sheet] = { rows: changes.sources.get(sheet)?.last ?? all.length, sums: sumsOf(all) };
  }
  const now = new Set(cases.map(({ id }) => id));
  for (const one of former.values()) if (!now.has(one.id)) text += spellCase({ ...one, rows: [] });
  for (const one of homes.kept) text += spellCase(one);
  for (const { id } of plan.proposals.inserts) text += spellPair(id);
  const count = (row: Parameters<typeof holding>[0], by: number) => {
    synced.held[holding(row)] = (synced.held[holding(row)] ?? 0) + by;
  };
  for (const { row } of plan.followUps.inserts) count({ owner: row.owner ?? '', state: row.state ?? '' }, 1);
  for (const { values } of read.rows) {
    count(values, -1);
    count({ owner: values.owner, state: plan.followUps.wanted.get(values.id)?.system.state ?? values.state }, 1);
  }
  const { people: persons, complaints, proposals } = plan.counts;
  synced.counts = { people: persons, cases: total, complaints, proposals };
  return { text, synced };
}
