import { CrmError } from '../errors';
import { CONTACT, readCorrections } from '../followup/correct';
import { type QueueRow, queueRowOf } from '../jobs/queue';
import { findFollowUps } from '../jobs/read-queue';
import { readWaiting } from '../jobs/waiting-lines';
import { type ReadRow, readTable } from '../workbook/read-table';
import { archive } from '../workbook/tables/archive';
import { type FollowUp, followedUp } from '../workbook/tables/followed-up';
import { activity } from '../workbook/tables/logs';
import type { Duplicate } from '../workbook/tables/people';
import type { Desk } from './desk';
import type { PanelItem, PanelPair, PanelRecord, TimelineEntry } from './surface';

/** Lines of the journal that are looked through for a timeline, and shown of it. */
const JOURNAL = 2000;
const TIMELINE = 100;

/** Other orders of the person that are read from the sheet; of the rest, what the queue knows is shown. */
const READ_ORDERS = 6;

type Column = keyof typeof followedUp.columns;

const EDITED: readonly Column[] = ['status', 'owner', 'nextDate', 'nextStep', 'priority', 'reason', 'notes'];
const FACTS: readonly Column[] = ['reference', 'summary', 'sourceStatus', 'date'];
const TIMES: readonly Column[] = [
  'deadline',
  'opened',
  'contactedAt',
  'touchedAt',
  'triedAt',
  'snoozedUntil',
  'remindedAt',
];

/** A follow-up as it stands in the sheet. */
interface Standing extends ReadRow<FollowUp> {
  archived: boolean;
}

/** Follow-ups as they stand in their sheet, looked for where the queue has seen them. */
function rowsOf({ services, office, rows }: Desk, ids: readonly string[]): Standing[] {
  const hints = new Map(ids.map((id) => [id, rows.find((row) => row.id === id)?.at ?? 0]));
  const found = findFollowUps(services, office.zone, hints).rows.filter(({ values }) => hints.has(values.id));
  return found.map((row) => ({ ...row, archived: false }));
}

/** @throws CrmError `row-gone` */
export const itemById = (desk: Desk, id: string): PanelItem => itemOf(desk, rowById(desk, id));

const itemOf = (desk: Desk, { at, values, archived }: Standing): PanelItem =>
  desk.item({ ...queueRowOf(values, at), ...(archived && { archived }) });

/**
 * A follow-up as it stands, in the archive if it rests there.
 * @throws CrmError `row-gone`
 */
export function rowById(desk: Desk, id: string): Standing {
  const isHere = desk.rows.some((row) => row.id === id);
  const resting = isHere ? undefined : desk.archived.find((row) => row.id === id);
  const found = resting ? archivedRow(desk, resting) : rowsOf(desk, [id])[0];
  if (found) return found;
  throw new CrmError('row-gone', 'This follow-up is no longer in the sheet “followed-up”.', 'Load the list again.');
}

function archivedRow({ services, office }: Desk, { id, at }: QueueRow): Standing | undefined {
  const { rows } = findFollowUps(services, office.zone, new Map([[id, at]]), archive.sheet);
  const row = rows.find(({ values }) => values.id === id);
  return row && { ...row, archived: true };
}

/** Everything about a follow-up. */
export function recordOf(desk: Desk, id: string): PanelRecord {
  const found = rowById(desk, id);
  const { at, values: row } = found;
  const { office } = desk;
  const item = itemOf(desk, found);
  const optionsOf: Partial<Record<Column, string[]>> = {
    status: office.pipelines.stages(row.pipeline).map(({ name }) => name),
    owner: ['', ...office.staff.map(({ name }) => name)],
    nextStep: ['', ...followedUp.columns.nextStep.options],
    priority: ['', ...followedUp.columns.priority.options],
  };
  const corrections = readCorrections(row.corrected);
  const label = (name: Column) => followedUp.columns[name].header;
  const time = (name: Column) => {
    const value = row[name] as number | null;
    return value === null ? '' : office.zone.wall(value).slice(0, 16).replace('T', ' ');
  };
  const facts = [
    ...FACTS.map((name) => ({ label: label(name), value: String(row[name] ?? '') })),
    ...TIMES.map((name) => ({ label: label(name), value: time(name) })),
  ];
  return {
    item,
    fields: [
      ...EDITED.map((name) => ({
        ...{ name, label: label(name), value: String(row[name]), contact: false },
        ...{ options: optionsOf[name] ?? null, source: null },
      })),
      ...CONTACT.map((name) => ({
        ...{ name, label: label(name), value: row[name], contact: true, options: null },
        source: corrections[name]?.[1] ?? null,
      })),
    ],
    facts: facts.filter(({ value }) => value !== ''),
    remark: row.remark,
    scoreWhy: row.scoreWhy,
    assignedWhy: row.assignedWhy,
    dueWhy: row.dueWhy,
    orders: ordersOf(desk, row),
    timeline: timelineOf(desk, id),
    pairs: item.duplicates > 0 ? pairsOf(desk, id) : [],
    files: filesIn(row),
    row: at,
  };
}

/** The other orders and leads of the person, the newest first; what the latest are about is read from the sheet. */
function ordersOf(desk: Desk, { id: own, personId }: FollowUp): PanelRecord['orders'] {
  const others = desk.rows
    .filter((row) => personId !== '' && row.personId === personId && row.id !== own)
    .sort((a, b) => (b.opened ?? 0) - (a.opened ?? 0));
  const latest = others.slice(0, READ_ORDERS).map(({ id }) => id);
  const read = new Map((latest.length > 0 ? rowsOf(desk, latest) : []).map(({ values }) => [values.id, values]));
  return others
    .map((row) => {
      const { id, reference, source, amount, currency, status, opened } = row;
      const { date = opened === null ? '' : desk.office.zone.day(opened), summary = '' } = read.get(id) ?? {};
      const { rev } = desk.item(row);
      return { id, reference, date, summary: summary.slice(0, 200), source, amount, currency, status, rev };
    })
    .sort((a, b) => (a.date < b.date ? 1 : -1));
}

/** The journal of a follow-up, the newest first: what waits to be written there, and what stands there. */
function timelineOf({ services, office }: Desk, id: string): TimelineEntry[] {
  const grid = services.workbook.readTop(activity.sheet, JOURNAL);
  const lines = readTable(activity, grid, office.zone).rows.map(({ values }) => values);
  const waiting = readWaiting(services.properties).reverse();
  return [...waiting, ...lines]
    .filter(({ entity }) => entity === id)
    .slice(0, TIMELINE)
    .map(({ time, who, kind, field, before, after, why }) => {
      return { time: time ?? 0, who, kind, field, before, after, why };
    });
}

/** The proposals that name a follow-up. */
export function pairsOf(desk: Desk, id: string): PanelPair[] {
  return desk.pairs
    .filter(({ values }) => values.recordA === id || values.recordB === id)
    .map(({ values }) => pairOf(values));
}

function pairOf(pair: Duplicate): PanelPair {
  const side = (id: string, name: string, contact: string) => ({
    id,
    name,
    phones: contact
      .split(', ')
      .filter((one) => !one.includes('@'))
      .join(', '),
    emails: contact
      .split(', ')
      .filter((one) => one.includes('@'))
      .join(', '),
    city: '',
    records: '',
  });
  return {
    id: pair.id,
    probability: pair.probability ?? 0,
    points: pair.points ?? 0,
    why: pair.why,
    sides: [side(pair.recordA, pair.nameA, pair.contactA), side(pair.recordB, pair.nameB, pair.contactB)],
  };
}

/** Links in the texts of a row: http(s) only. */
function filesIn({ notes, summary, remark }: FollowUp): PanelRecord['files'] {
  const found = `${notes}\n${summary}\n${remark}`.match(/https?:\/\/[^\s"'<>]{4,500}/g) ?? [];
  return [...new Set(found)].map((url) => ({ url, name: (url.split(/[?#]/)[0].split('/').pop() || url).slice(0, 60) }));
}
