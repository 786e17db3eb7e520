import { matchHeader } from '../intake/header-words';
import type { Wanted } from '../workbook/diff';
import { blankOf, rowOf } from '../workbook/table';
import { type FollowUp, followedUp } from '../workbook/tables/followed-up';
import type { Assignable, Assigner } from './assign';
import type { Calendar } from './calendar';
import { type Case, NO_SOURCE, sealKey, unsealKey } from './case';
import { withCorrections } from './correct';
import { deadlineOf, spellDue } from './deadline';
import type { Identified } from './identify';
import { spellLines } from './lines';
import { sealStaff, statusSeen } from './notice';
import { PACED, type Pacer } from './pacer';
import type { Pipelines } from './pipeline';
import { derived, type ReminderRules, stageOf } from './reminder';
import { type ScoreWeights, scoreOf } from './score';
import type { Source } from './source';
import { remarked, stayEnds } from './stage-rules';

/** What a decision about a follow-up may look at. */
export interface Context extends ReminderRules {
  /** Epoch milliseconds. */
  now: number;
  assigner: Assigner;
  pacer: Pacer;
  scoring: { weights: ScoreWeights; worth: ReadonlyMap<string, number> };
}

/** How to reach the person of a case, where the case itself does not say. */
export interface Reach {
  personId: string;
  name: string;
  phone: string;
  email: string;
  /** Orders and leads that the person has. */
  records: number;
}

export const GONE = 'Gone from the source.';

/** Whether the case opens a follow-up by the rule of its source. */
export function opens(item: Case): boolean {
  return item.source.opensAt.length === 0 || item.source.opensAt.includes(item.record.status.toLowerCase());
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

/** The deadline of a case: by its rule, but what was settled or spread stays as it is. */
function deadlineFor(item: Case, existing: FollowUp | null, owner: string, context: Context) {
  if (existing && existing.deadline !== null) {
    const waits = stageOf(context.pipelines, existing).kind === 'first';
    if (!waits || existing.dueWhy.includes(PACED)) return { deadline: existing.deadline, dueWhy: existing.dueWhy };
  }
  const time = due(item, existing?.opened ?? context.now, context.team.calendarOf(owner));
  const spread = existing || item.source.due.unit !== 'minutes' ? null : context.pacer.next(time.deadline);
  return spread ? { deadline: spread.deadline, dueWhy: `${time.dueWhy}; ${spread.why}` } : time;
}

/** What the row of a case should say; staff's cells only if the row is new. */
export function wantedFor(one: Identified, reach: Reach, context: Context): Wanted<FollowUp> {
  const { item, existing } = one;
  const { record } = item;
  const assigned = existing ? null : context.assigner.give(item.source.owner, assignable(one));
  const owner = existing?.owner ?? assigned?.owner ?? '';
  const time = deadlineFor(item, existing, owner, context);
  const initial = {
    status: context.pipelines.start(item.source.pipeline),
    owner,
    nextDate: context.team.firm.zone.day(time.deadline),
  };
  const row: FollowUp = {
    ...(existing ?? { ...rowOf(followedUp, initial), opened: context.now }),
    ...time,
    name: record.name || record.company || reach.name || record.emails[0] || record.phones[0] || item.reference,
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
    pipeline: item.source.pipeline,
    source: item.source.sheet,
    sourceRow: { text: `row ${item.rows[0]}`, sheet: item.source.sheet, row: item.rows[0] },
    personId: reach.personId,
    id: one.id,
    key: sealKey(one.id, one.key),
  };
  const lacking = [record.phones.length === 0 && 'phone', record.emails.length === 0 && 'email'] as const;
  return { initial, system: systemOf({ ...row, ...withCorrections(row, lacking) }, reach.records, context) };
}

/** The fields of a case by the words of its rule in `sources`. */
function assignable({ id, item: { record, source, amount } }: Identified): Assignable {
  const [phone, email] = [record.phones[0], record.emails[0]];
  const fields: Record<string, unknown> = { ...record, phone, email, source: source.sheet, amount };
  // By the word that people have for it, as in a header: a “town” is a city.
  const named = (name: string) => (name in fields ? name : matchHeader(name, source.kind).field);
  return { id, field: (name) => String(fields[named(name)] ?? '') };
}

const withExtension = (phone: string, extension: string) =>
  extension !== '' && phone !== '' ? `${phone} ext. ${extension}` : phone;

const SYSTEM_COLUMNS = Object.entries(followedUp.columns)
  .filter(([, column]) => column.owner === 'system')
  .map(([name]) => name as keyof FollowUp);

/** Our columns of a row, with everything that follows from the others, the configuration and the clock. */
function systemOf(row: FollowUp, records: number, context: Context): Partial<FollowUp> {
  const { now, pipelines, scoring } = context;
  const was = statusSeen(row);
  const stageSince = was !== null && was !== row.status ? now : (row.stageSince ?? row.opened);
  const ruled = byStage({ ...row, stageSince }, context, now);
  const after = { ...row, stageSince, ...ruled };
  Object.assign(after, derived(after, context, now));
  const worth = scoring.worth.get(row.source);
  Object.assign(after, scored(after, { worth, records }, pipelines, scoring.weights, now), {
    seen: sealStaff(row.id, after),
  });
  const system: Partial<FollowUp> = Object.fromEntries(SYSTEM_COLUMNS.map((name) => [name, after[name]]));
  return ruled.status === undefined ? system : { ...system, status: ruled.status };
}

/** The score of a row by its stage, its source and how often its person has come. */
export function scored(
  row: FollowUp,
  { worth = 50, records }: { worth?: number; records: number },
  pipelines: Pipelines,
  weights: ScoreWeights,
  now: number,
): Pick<FollowUp, 'score' | 'scoreWhy'> {
  const stages = pipelines.stages(row.pipeline).filter(({ kind }) => kind === 'first' || kind === 'open');
  const place = stages.findIndex(({ name }) => name === stageOf(pipelines, row).name);
  const progress = place > 0 ? place / (stages.length - 1) : 0;
  return scoreOf(row, { worth, progress, records }, weights, now);
}

/** What the rules of its stage make of a follow-up: it is moved on, or its remark says what is missing and what takes too long. */
function byStage(row: FollowUp, context: Context, now: number): Partial<FollowUp> {
  const stage = stageOf(context.pipelines, row);
  const ends = stayEnds(stage, row.stageSince, context.team.calendarOf(row.owner));
  const overstayed = ends !== null && now >= ends && stage.kind !== 'won' && stage.kind !== 'lost';
  const next = overstayed && stage.overstay === 'move' && context.pipelines.stage(row.pipeline, stage.next ?? '');
  return next
    ? { status: next.name, stageSince: now, remark: remarked(row, next, false) }
    : { remark: remarked(row, stage, overstayed) };
}

/**
 * What a row without a case should say: it stays as it is, but for what follows from the status, and is marked when its
 * source was read and no longer has it.
 */
export function wantedWithout(row: FollowUp, gone: boolean, context: Context): Wanted<FollowUp> {
  const after = { ...row };
  if (unsealKey(row.id, row.key) === '') after.key = sealKey(row.id, NO_SOURCE);
  if (gone) {
    after.sourceRow = { ...(blankOf('link') as FollowUp['sourceRow']), text: 'gone' };
    if (!row.remark.includes(GONE)) after.remark = [row.remark, GONE].filter((text) => text !== '').join(' ');
  }
  return { system: systemOf(after, row.scoreWhy.includes('repeat') ? 2 : 1, context) };
}
