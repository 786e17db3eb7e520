import { isItself, resealed } from '../followup/notice';
import { alsoTold, derived, escalated, type ReminderRules, reminded } from '../followup/reminder';
import { diffTable, type Wanted } from '../workbook/diff';
import type { ReadTable } from '../workbook/read-table';
import { type FollowUp, followedUp } from '../workbook/tables/followed-up';
import { activity } from '../workbook/tables/logs';
import type { Zone } from '../workbook/zone';
import type { Sending } from './automatic';
import { type DueRows, readRows } from './due-rows';
import { holding } from './hold';
import { type Entry, sealEntries } from './journal';
import { tellNews } from './news';
import { Pass } from './pass';
import type { Services } from './ports';
import { type QueueRow, queueRowOf } from './queue';
import type { TickRun } from './tick';

const SYSTEM = Object.entries(followedUp.columns)
  .filter(([, { owner }]) => owner === 'system')
  .map(([name]) => name as keyof FollowUp);

/** A row once these messages are in it, and those of them that were not yet. */
export function afterAll(
  row: FollowUp,
  told: readonly Sending[],
  rules: ReminderRules,
): { row: FollowUp; fresh: Sending[] } {
  const fresh: Sending[] = [];
  let after = row;
  for (const sending of told) {
    if (!sending.ids.includes(row.id)) continue;
    // As it was when it was told of: a snooze may have ended, which no sync has noticed yet.
    after = { ...after, ...derived(after, rules, sending.at) };
    if (isWritten(after, sending, rules)) continue;
    fresh.push(sending);
    after = { ...after, ...cellsAfter(after, sending, rules) };
  }
  return { row: after, fresh };
}

/** Writes into the rows and the journal what was said. Done twice, it changes nothing. @throws CrmError `busy`: the next tick does it */
export function writeDown({ services, clock, office }: TickRun, due: DueRows): void {
  const { told } = clock;
  holding(services, () => {
    const rows = rowsOf(services, due, new Set(told.flatMap(({ ids }) => ids)), office.zone);
    const wanted = new Map<string, Wanted<FollowUp>>();
    const entries = new Map<Sending, Entry[]>(told.map((sending) => [sending, []]));
    const changed: QueueRow[] = [];
    for (const { at, values } of rows.rows) {
      const { row, fresh } = afterAll(values, told, office.rules);
      if (fresh.length === 0) continue;
      for (const sending of fresh) entries.get(sending)?.push(entryOf(values, sending));
      const { owner } = row;
      const passed = owner === values.owner ? null : { owner, seen: resealed(values, { owner }) };
      if (passed) entries.get(fresh[fresh.length - 1])?.push(handedOver(values, row));
      wanted.set(values.id, { system: { ...systemOf(row), ...passed } });
      changed.push(queueRowOf(row, at));
    }
    const pass = new Pass(services, office.zone, false, Number.POSITIVE_INFINITY);
    noteReminders(pass, entries);
    pass.table(followedUp, rows, diffTable(followedUp, rows, wanted, 'stay'));
    // Rows that were written have been looked at since, and so are in the sheet.
    if (wanted.size === 0) services.workbook.flush();
    services.properties.setAll(tellNews(services, { rows: changed }));
  });
  clock.told = [];
}

function cellsAfter(row: FollowUp, { key, at }: Sending, rules: ReminderRules): Partial<FollowUp> {
  return key.startsWith('escalate') ? escalated(row, rules, at) : reminded(row, rules, at);
}

/** Whether a row shows already what was told: written by a run that was cut off right after. */
const isWritten = (row: FollowUp, { key, at }: Sending, rules: ReminderRules) =>
  key.startsWith('escalate') ? alsoTold(row, rules, at).length === 0 : (row.remindedAt ?? 0) >= at;

const systemOf = (row: FollowUp): Partial<FollowUp> => Object.fromEntries(SYSTEM.map((name) => [name, row[name]]));

/** The rows of these ids: among those that were due, or wherever they have been moved since. */
function rowsOf(services: Services, due: DueRows, wanted: ReadonlySet<string>, zone: Zone): ReadTable<FollowUp> {
  const pick = (read: ReadTable<FollowUp>) => ({
    ...read,
    rows: read.rows.filter(({ values }) => wanted.has(values.id) && isItself(values)),
  });
  const near = pick(readRows(services, due, due.due, zone));
  if (near.rows.length === wanted.size) return near;
  const column = services.workbook.readColumn(followedUp.sheet, due.head.positions.get('id') as number);
  const rows = column.flatMap((id, index) => (wanted.has(String(id)) ? [index + 1] : []));
  return pick(readRows(services, due, rows, zone));
}

const entryOf = ({ id, name }: FollowUp, { key, to, channel }: Sending): Entry => ({
  who: 'reminders',
  kind: key.startsWith('escalate') ? 'escalated' : 'reminded',
  subject: name,
  field: '',
  before: '',
  after: to,
  why: `by ${channel}`,
  entity: id,
});

const handedOver = ({ id, name, owner: before }: FollowUp, { owner: after, assignedWhy: why }: FollowUp): Entry => ({
  who: 'reminders',
  kind: 'changed',
  subject: name,
  field: followedUp.columns.owner.header,
  before,
  after,
  why,
  entity: id,
});

function noteReminders(pass: Pass, entries: ReadonlyMap<Sending, Entry[]>): void {
  const lines = [...entries].flatMap(([{ key, at }, said]) => sealEntries(said, key, at));
  const read = pass.readTop(activity, lines.length);
  const known = new Set(read.rows.map(({ values }) => values.id));
  pass.insert(
    activity,
    read,
    lines.filter(({ id }) => !known.has(id)),
  );
}
