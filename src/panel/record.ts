import { CrmError } from '../errors';
import { type ReadRow, readTable } from '../workbook/read-table';
import { type FollowUp, followedUp } from '../workbook/tables/followed-up';
import { activity } from '../workbook/tables/logs';
import type { Duplicate } from '../workbook/tables/people';
import type { Desk } from './desk';
import type { PanelPair, PanelRecord, TimelineEntry } from './surface';

/** Lines of the journal that are looked through for a timeline, and shown of it. */
const JOURNAL = 3000;
const TIMELINE = 100;

type Column = keyof typeof followedUp.columns;

const EDITED: readonly Column[] = ['status', 'owner', 'nextDate', 'nextStep', 'priority', 'reason', 'notes'];
const FACTS: readonly Column[] = ['company', 'phone', 'email', 'city', 'reference', 'summary', 'sourceStatus', 'date'];
const TIMES: readonly Column[] = [
  'deadline',
  'opened',
  'contactedAt',
  'touchedAt',
  'triedAt',
  'snoozedUntil',
  'remindedAt',
];

/** @throws CrmError `row-gone` */
export function rowById(desk: Desk, id: string): ReadRow<FollowUp> {
  const found = desk.read.rows.find(({ values }) => values.id === id);
  if (found) return found;
  throw new CrmError('row-gone', 'This follow-up is no longer in the sheet “followed-up”.', 'Load the list again.');
}

/** Everything about a follow-up. */
export function recordOf(desk: Desk, id: string): PanelRecord {
  const { at, values: row } = rowById(desk, id);
  const { office } = desk;
  const optionsOf: Partial<Record<Column, string[]>> = {
    status: office.pipelines.stages(row.pipeline).map(({ name }) => name),
    owner: ['', ...office.staff.map(({ name }) => name)],
    nextStep: ['', ...followedUp.columns.nextStep.options],
    priority: ['', ...followedUp.columns.priority.options],
  };
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
    item: desk.item(row),
    fields: EDITED.map((name) => ({
      name,
      label: label(name),
      value: String(row[name]),
      options: optionsOf[name] ?? null,
    })),
    facts: facts.filter(({ value }) => value !== ''),
    remark: row.remark,
    scoreWhy: row.scoreWhy,
    assignedWhy: row.assignedWhy,
    dueWhy: row.dueWhy,
    orders: ordersOf(desk, row),
    timeline: timelineOf(desk, id),
    pairs: pairsOf(desk, id),
    files: filesIn(row),
    row: at,
  };
}

function ordersOf(desk: Desk, row: FollowUp): PanelRecord['orders'] {
  return desk.rows
    .filter(({ personId, id }) => personId !== '' && personId === row.personId && id !== row.id)
    .sort((a, b) => (a.date < b.date ? 1 : -1))
    .map(({ id, reference, date, summary, amount, currency, status }) => {
      return { id, reference, date, summary: summary.slice(0, 200), amount, currency, status };
    });
}

function timelineOf({ services, office }: Desk, id: string): TimelineEntry[] {
  const grid = services.workbook.readTop(activity.sheet, JOURNAL);
  return readTable(activity, grid, office.zone)
    .rows.filter(({ values }) => values.entity === id)
    .slice(0, TIMELINE)
    .map(({ values: { time, who, kind, field, before, after, why } }) => {
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
