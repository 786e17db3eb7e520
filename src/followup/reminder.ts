import type { FollowUp } from '../workbook/tables/followed-up';
import { addWorkingDays, addWorkingMinutes, at, type Calendar, isWorkingDay, nextWorkingDay } from './calendar';
import { escalate, nextRung, type Rung } from './escalate';
import { noticeEdits } from './notice';
import type { Pipelines, Stage } from './pipeline';
import { stayEnds } from './stage-rules';
import type { Team } from './team';

export type ReminderState = FollowUp['state'] & keyof typeof TRANSITIONS;

/** What can happen to a follow-up, as far as its reminder is concerned. */
export type ReminderEvent = 'notified' | 'tried' | 'snoozed' | 'woke' | 'contacted' | 'closed' | 'reopened';

/**
 * The state machine of a reminder: state → event → next state. What does not stand here cannot happen. `contacted` and
 * `closed` follow from the status, wherever it was changed; `notified` is a reminder that went out; a try is no contact.
 */
export const TRANSITIONS = {
  pending: { notified: 'notified', tried: 'snoozed', snoozed: 'snoozed', contacted: 'contacted', closed: 'closed' },
  notified: { notified: 'notified', tried: 'snoozed', snoozed: 'snoozed', contacted: 'contacted', closed: 'closed' },
  snoozed: {
    woke: 'pending',
    tried: 'snoozed',
    snoozed: 'snoozed',
    contacted: 'contacted',
    closed: 'closed',
  },
  contacted: {
    notified: 'contacted',
    tried: 'contacted',
    snoozed: 'contacted',
    contacted: 'contacted',
    closed: 'closed',
    reopened: 'pending',
  },
  closed: { contacted: 'contacted', reopened: 'pending' },
} as const satisfies Record<string, Partial<Record<ReminderEvent, string>>>;

/** How reminders run: what the settings, the pipelines and the staff say. */
export interface ReminderRules {
  pipelines: Pipelines;
  team: Team;
  /** The ladder of the sheet `escalation`. */
  rungs: readonly Rung[];
  /** Working minutes from one reminder to the next; after the last, each working day. */
  ladder: readonly number[];
  /** Working minutes from a try that reached nobody to the next; the last one stays. */
  triesAfter: readonly number[];
}

/** Columns of a follow-up from which its times follow. */
export type Timed = Pick<
  FollowUp,
  | 'status'
  | 'pipeline'
  | 'owner'
  | 'nextDate'
  | 'deadline'
  | 'opened'
  | 'contactedAt'
  | 'touchedAt'
  | 'snoozedUntil'
  | 'remindedAt'
  | 'reminders'
  | 'stageSince'
  | 'escalation'
  | 'id'
>;

export type Times = Pick<FollowUp, 'state' | 'contactedAt' | 'touchedAt' | 'due' | 'nextReminder' | 'stageSince'> &
  Partial<typeof ANEW>;

/** What a follow-up that is opened again begins with. */
const ANEW = { snoozedUntil: null, remindedAt: null, reminders: null, escalation: null };

/** The stage in which a row stands; a word that no pipeline knows goes on as `open`. */
export function stageOf(pipelines: Pipelines, row: Pick<FollowUp, 'status' | 'pipeline'>): Stage {
  return pipelines.stage(row.pipeline, row.status) ?? { name: row.status, kind: row.status === '' ? 'first' : 'open' };
}

/** The state that follows from what stands in the row. */
export function stateOf(kind: Stage['kind'], row: Timed, now: number): ReminderState {
  if (kind === 'won' || kind === 'lost') return 'closed';
  if (kind === 'open') return 'contacted';
  if (row.snoozedUntil !== null && row.snoozedUntil > now) return 'snoozed';
  return row.reminders ? 'notified' : 'pending';
}

/** The opening of a day, or of the next working day. */
export function opening(calendar: Calendar, day: string): number {
  return at(calendar, isWorkingDay(calendar, day) ? day : nextWorkingDay(calendar, day), calendar.opens);
}

/** When the follow-up is next on the list; null when it never is. The deadline never moves, only this. */
function dueOf(stage: Stage, row: Timed, calendar: Calendar): number | null {
  if (stage.kind === 'won' || stage.kind === 'lost') return null;
  const planned = row.nextDate === '' ? null : opening(calendar, row.nextDate);
  const limit = stage.overstay === 'remind' ? stayEnds(stage, row.stageSince ?? row.opened, calendar) : null;
  if (stage.kind === 'first') return later(earlier(later(row.deadline, planned), limit), row.snoozedUntil);
  const touched = row.touchedAt ?? row.contactedAt ?? row.opened;
  // What was planned up to the last touch was done with it: the next one is a touch further on.
  const ahead = (time: number | null) => (time !== null && touched !== null && time <= touched ? null : time);
  const every = stage.every || (planned === null ? 0 : 1);
  const next = ahead(planned) ?? (every > 0 && touched !== null ? addWorkingDays(calendar, touched, every) : null);
  return later(earlier(next, ahead(limit)), ahead(row.snoozedUntil));
}

const earlier = (a: number | null, b: number | null) => (a !== null && b !== null ? Math.min(a, b) : (a ?? b));
const later = (a: number | null, b: number | null) => (a !== null && b !== null ? Math.max(a, b) : (a ?? b));

/** The next rung after a reminder: by the ladder, then each working day. */
function rungAfter(remindedAt: number, reminders: number, ladder: readonly number[], calendar: Calendar): number {
  const minutes = ladder[reminders - 1];
  return minutes === undefined
    ? addWorkingDays(calendar, remindedAt, 1)
    : addWorkingMinutes(calendar, remindedAt, minutes);
}

/** When whoever owns a follow-up is next reminded of it; null when it is never due. The ladder of others has its own times. */
export function ownReminder(
  { due, remindedAt, reminders, owner }: Pick<FollowUp, 'due' | 'remindedAt' | 'reminders' | 'owner'>,
  { ladder, team }: ReminderRules,
): number | null {
  return due !== null && remindedAt !== null && remindedAt >= due
    ? rungAfter(remindedAt, reminders ?? 1, ladder, team.calendarOf(owner))
    : due;
}

/** State and times of a row: what reconcile writes, and every act. They change with the clock only when a snooze ends. */
export function derived(former: Timed, rules: ReminderRules, now: number): Times {
  const stage = stageOf(rules.pipelines, former);
  const anew = stage.kind === 'first' && former.contactedAt !== null ? ANEW : {};
  const row = { ...former, ...anew };
  const calendar = rules.team.calendarOf(row.owner);
  const state = stateOf(stage.kind, row, now);
  const contactedAt = stage.kind === 'first' ? null : (row.contactedAt ?? (stage.kind === 'open' ? now : null));
  const touchedAt = contactedAt !== null && row.contactedAt === null ? now : row.touchedAt;
  const due = dueOf(stage, { ...row, contactedAt, touchedAt }, calendar);
  const again = ownReminder({ ...row, due }, rules);
  const rung = nextRung({ ...row, state }, rules.rungs);
  const next = again !== null && rung !== null ? Math.min(again, Math.max(rung, due ?? rung)) : again;
  return { ...anew, state, contactedAt, touchedAt, due, nextReminder: next, stageSince: row.stageSince ?? row.opened };
}

/** Rows whose reminder is due. */
export function dueReminders<R extends Pick<FollowUp, 'state' | 'nextReminder'>>(rows: readonly R[], now: number): R[] {
  return rows.filter(({ state, nextReminder }) => state !== 'closed' && nextReminder !== null && nextReminder <= now);
}

/** Who is told of a row beside its owner, since nobody was in touch: names in `staff`. */
export function alsoTold(row: FollowUp, rules: ReminderRules, now: number): string[] {
  return escalate(row, rules.rungs, rules.team, now).to;
}

/** What a reminder that went out at `now` to whoever owns the row changes. */
export function reminded(row: FollowUp, rules: ReminderRules, now: number): Partial<FollowUp> {
  // A new wait starts its own ladder: the count is of this wait.
  const fresh = row.remindedAt === null || row.due === null || row.remindedAt < row.due;
  const { escalation, to } = escalate(row, rules.rungs, rules.team, now);
  const cells = {
    remindedAt: now,
    reminders: fresh && row.state === 'contacted' ? 1 : (row.reminders ?? 0) + 1,
    // A step of the ladder on which nobody else stands.
    ...(escalation > 0 && to.length === 0 && { escalation }),
  };
  return { ...cells, ...derived({ ...row, ...cells }, rules, now) };
}

const isChosen = (row: FollowUp) => noticeEdits(row).some(({ field }) => field === 'owner');

/** What changes when somebody else was told at `now`: how far up the ladder the row is, and perhaps whose; its own reminders go on. */
export function escalated(row: FollowUp, rules: ReminderRules, now: number): Partial<FollowUp> {
  const { escalation, owner } = escalate(row, rules.rungs, rules.team, now);
  const cells = {
    escalation,
    // Whom somebody chose by hand stays, also where no sync has noticed it yet.
    ...(owner !== null &&
      row.assignedWhy !== '' &&
      !isChosen(row) && { owner, assignedWhy: 'handed over: nobody was in touch in time' }),
  };
  return { ...cells, ...derived({ ...row, ...cells }, rules, now) };
}
