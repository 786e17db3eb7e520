import type { Wanted } from '../workbook/diff';
import { blankOf, type CellValue } from '../workbook/table';
import { type FollowUp, followedUp } from '../workbook/tables/followed-up';
import type { Assigner } from './assign';
import type { Calendar } from './calendar';
import { type Case, NO_SOURCE, sealKey, unsealKey } from './case';
import { deadlineOf, spellDue } from './deadline';
import type { Identified } from './identify';
import { spellLines } from './lines';
import { sealStaff } from './notice';
import type { Pipelines } from './pipeline';
import type { Source } from './source';

/** What a decision about a follow-up may look at. */
export interface Context {
  /** Epoch milliseconds. */
  now: number;
  calendar: Calendar;
  pipelines: Pipelines;
  assigner: Assigner;
}

/** How to reach the person of a case, where the case itself does not say. */
export interface Reach {
  personId: string;
  phone: string;
  email: string;
}

export const GONE = 'Gone from the source.';

/** Whether the case opens a follow-up by the rule of its source. */
export function opens(item: Case): boolean {
  return item.source.opensAt.length === 0 || item.source.opensAt.includes(item.record.status.toLowerCase());
}

type Moment = { state: FollowUp['state']; contactedAt: number | null };

/** What the status that staff chose means for the reminder. */
export function momentOf(
  pipelines: Pipelines,
  pipeline: string,
  row: Pick<FollowUp, 'status' | 'contactedAt'>,
  now: number,
): Moment {
  const stage = pipelines.stage(pipeline, row.status);
  if (row.status === '' || stage?.kind === 'first') return { state: 'pending', contactedAt: null };
  const closed = stage?.kind === 'won' || stage?.kind === 'lost';
  return { state: closed ? 'closed' : 'contacted', contactedAt: row.contactedAt ?? now };
}

const DATE_NAMES: Record<Source['dueFrom'], string> = {
  arrival: 'arrival',
  orderDate: 'order date',
  shipDate: 'ship date',
  leadDate: 'lead date',
  dueDate: 'due date',
};

function due(item: Case, opened: number, calendar: Calendar): { deadline: number; dueWhy: string } {
  const { due: rule, dueFrom } = item.source;
  const named = dueFrom === 'arrival' ? '' : item.record[dueFrom];
  const start = named === '' ? opened : named.length > 10 ? calendar.zone.instant(named) : named;
  const from =
    named === ''
      ? dueFrom === 'arrival'
        ? 'arrival'
        : `arrival (no ${DATE_NAMES[dueFrom]})`
      : `${DATE_NAMES[dueFrom]} ${named.slice(0, 10)}`;
  return { deadline: deadlineOf(rule, start, calendar), dueWhy: `${spellDue(rule)} after ${from}` };
}

/** What the row of a case should say; staff's cells only if the row is new. */
export function wantedFor(one: Identified, reach: Reach, context: Context): Wanted<FollowUp> {
  const { item, existing } = one;
  const opened = existing?.opened ?? context.now;
  const assigned = existing ? null : context.assigner.give(item.source.owner);
  const time = due(item, opened, context.calendar);
  const staff = existing ?? {
    status: context.pipelines.start(item.source.pipeline),
    owner: assigned?.owner ?? '',
    nextDate: context.calendar.zone.day(time.deadline),
    notes: '',
    nextStep: '',
    priority: '',
    reason: '',
    contactedAt: null,
  };
  const moment = momentOf(context.pipelines, item.source.pipeline, staff, context.now);
  const settled = existing !== null && existing.deadline !== null && moment.state !== 'pending';
  const { record } = item;
  return {
    initial: { status: staff.status, owner: staff.owner, nextDate: staff.nextDate },
    system: {
      ...carried(existing),
      ...moment,
      ...(moment.state === 'pending' && {
        // Told once, it stays so until somebody is in touch.
        state: existing && existing.nextReminder !== null ? existing.state : moment.state,
        nextReminder: existing?.nextReminder ?? time.deadline,
      }),
      deadline: settled ? existing.deadline : time.deadline,
      dueWhy: settled ? existing.dueWhy : time.dueWhy,
      name: record.name || record.company || record.emails[0] || record.phones[0] || item.reference,
      company: record.company,
      phone: withExtension(record.phones[0] || reach.phone, record.extension),
      email: record.emails[0] || reach.email,
      city: record.city,
      kind: item.kind,
      reference: item.reference,
      summary:
        item.kind === 'order'
          ? spellLines(item.lines)
          : [record.article, record.note].filter((text) => text !== '').join(' – '),
      lines: item.kind === 'order' ? item.lines.length : null,
      amount: item.amount,
      currency: item.currency,
      sourceStatus: record.status,
      date: item.date.slice(0, 10),
      assignedWhy: assigned ? assigned.why : (existing?.assignedWhy ?? ''),
      remark: item.remarks.join(' '),
      opened,
      pipeline: item.source.pipeline,
      source: item.source.sheet,
      sourceRow: { text: `row ${item.rows[0]}`, sheet: item.source.sheet, row: item.rows[0] },
      personId: reach.personId,
      id: one.id,
      key: sealKey(one.id, one.key),
      seen: sealStaff(one.id, staff),
    },
  };
}

/** What acts and reminders have written: no source says it, so it stays. */
const CARRIED = [
  'touchedAt',
  'triedAt',
  'tries',
  'snoozedUntil',
  'nextReminder',
  'remindedAt',
  'reminders',
  'escalation',
  'stageSince',
] as const;

function carried(existing: FollowUp | null): Partial<FollowUp> {
  return Object.fromEntries(CARRIED.map((name) => [name, existing?.[name] ?? null]));
}

const withExtension = (phone: string, extension: string) =>
  extension !== '' && phone !== '' ? `${phone} ext. ${extension}` : phone;

const SYSTEM_COLUMNS = Object.entries(followedUp.columns)
  .filter(([, column]) => column.owner === 'system')
  .map(([name]) => name as keyof FollowUp);

/**
 * What a row without a case should say: it stays as it is, but for what follows from the status, and is marked when its
 * source was read and no longer has it.
 */
export function wantedWithout(row: FollowUp, gone: boolean, context: Context): Wanted<FollowUp> {
  const system: Record<string, CellValue> = {};
  for (const name of SYSTEM_COLUMNS) system[name] = row[name];
  Object.assign(system, momentOf(context.pipelines, row.pipeline, row, context.now));
  system.seen = sealStaff(row.id, row);
  if (unsealKey(row.id, row.key) === '') system.key = sealKey(row.id, NO_SOURCE);
  if (gone) {
    system.sourceRow = { ...(blankOf('link') as FollowUp['sourceRow']), text: 'gone' };
    if (!row.remark.includes(GONE)) system.remark = [row.remark, GONE].filter((text) => text !== '').join(' ');
  }
  return { system: system as Partial<FollowUp> };
}
