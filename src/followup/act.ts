import { CrmError } from '../errors';
import { type FollowUp, followedUp } from '../workbook/tables/followed-up';
import type { Activity } from '../workbook/tables/logs';
import { addWorkingMinutes } from './calendar';
import { CONTACT, correct } from './correct';
import type { Pipelines, Stage } from './pipeline';
import { derived, type ReminderRules, stageOf } from './reminder';
import { missingFor } from './stage-rules';

/** What an act may look at. */
export interface ActContext extends ReminderRules {
  /** Epoch milliseconds. */
  now: number;
  /** ISO 3166-1 alpha-2, for phones that do not say theirs; `''`: none. */
  country: string;
}

type Said = Pick<Activity, 'kind' | 'field' | 'before' | 'after' | 'why'>;

/** Cells that an act sets, and what it has to say beside the changes of staff's cells. */
interface Deed {
  cells: Partial<FollowUp>;
  said?: Partial<Said>;
}

export type ActKind =
  | 'contacted'
  | 'tried'
  | 'snooze'
  | 'reschedule'
  | 'note'
  | 'call'
  | 'stage'
  | 'assign'
  | 'won'
  | 'lost'
  | 'edit'
  | 'undo';

export type NoteKind = 'call' | 'e-mail' | 'meeting' | 'internal' | 'quote sent';

/** What an act is told. JSON-safe. */
export interface ActArgs {
  /** snooze: until when, epoch milliseconds. */
  until?: number;
  /** contacted, reschedule, stage, call: the day and kind of the next step. */
  nextDate?: string;
  nextStep?: string;
  /** note, call, contacted, tried, won, lost: words to keep; for won and lost the reason. */
  text?: string;
  note?: NoteKind;
  /** call, tried: reached, no answer, voicemail, busy, wrong number. */
  outcome?: string;
  status?: string;
  owner?: string;
  /** edit: field → new text, checked as in the sheet. */
  fields?: Record<string, string>;
  /** edit: the person's other follow-ups; where they say the same, contact data are corrected there too. */
  others?: { id: string; rev: string }[];
  /** undo: the `op`s to take back, newest first (a bulk act is several). */
  ops?: string[];
}

type Act = (row: FollowUp, args: ActArgs, context: ActContext) => Deed;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LONGEST_TEXT = 5000;
/** A snooze ends within a year; longer is a mistake in the date. */
const LONGEST_SNOOZE = 366 * 24 * 60 * 60_000;

const refuse = (code: string, message: string, remedy: string) => new CrmError(code, message, remedy);

/** The next step, which is asked for when somebody was in touch: a kind and a day, or “none”. */
function nextStep({ nextStep: kind, nextDate }: ActArgs, isRequired: boolean): Partial<FollowUp> {
  if (nextDate !== undefined && nextDate !== '' && !(DAY.test(nextDate) && !Number.isNaN(Date.parse(nextDate)))) {
    throw refuse('bad-date', `“${nextDate}” is no day.`, 'Choose a day.');
  }
  if (kind !== undefined && kind !== '' && !followedUp.columns.nextStep.options.some((one) => one === kind)) {
    throw refuse('bad-step', `“${kind}” is no next step.`, 'Choose one from the list.');
  }
  if (isRequired && kind !== 'none' && !nextDate) {
    throw refuse('no-next-step', 'There is no next step yet.', 'Choose what comes next and when, or “none”.');
  }
  return {
    ...(kind !== undefined && { nextStep: kind }),
    ...((nextDate !== undefined || kind === 'none') && { nextDate: kind === 'none' ? '' : nextDate }),
  };
}

/** The stage that a contact leads to: the first open one of the pipeline, where none has been reached yet. */
function afterContact(pipelines: Pipelines, row: FollowUp): Partial<FollowUp> {
  if (stageOf(pipelines, row).kind !== 'first') return {};
  const open = pipelines.stages(row.pipeline).find(({ kind }) => kind === 'open');
  if (!open) {
    throw refuse(
      'no-open-stage',
      `The pipeline “${row.pipeline}” has no open stage.`,
      'Add one in the sheet “pipelines”, with “open” under “Means”.',
    );
  }
  return { status: open.name };
}

/** Moves to a stage, when all that it needs is there. */
function enter(stage: Stage, row: FollowUp): Partial<FollowUp> {
  const missing = missingFor(stage, row);
  if (missing.length > 0) {
    throw refuse('stage-needs', `“${stage.name}” needs ${missing.join(' and ')}.`, 'Fill that in first.');
  }
  return { status: stage.name };
}

function reached(row: FollowUp, context: ActContext): Partial<FollowUp> {
  const { now } = context;
  return {
    ...afterContact(context.pipelines, row),
    contactedAt: row.contactedAt ?? now,
    touchedAt: now,
    snoozedUntil: null,
  };
}

/** A try is no contact: it is counted, and the next one is set. */
function tried(row: FollowUp, { owner }: { owner: string }, context: ActContext): Partial<FollowUp> {
  const tries = (row.tries ?? 0) + 1;
  const { triesAfter, now } = context;
  const wait = triesAfter[Math.min(tries, triesAfter.length) - 1] ?? 60;
  return { tries, triedAt: now, snoozedUntil: addWorkingMinutes(context.team.calendarOf(owner), now, wait) };
}

const closing =
  (kind: 'won' | 'lost'): Act =>
  (row, { text = '', status }, { pipelines, now }) => {
    const stages = pipelines.stages(row.pipeline);
    const stage = stages.find((one) => one.kind === kind && (status === undefined || one.name === status));
    if (!stage)
      throw refuse('no-stage', `The pipeline “${row.pipeline}” has no stage for this.`, 'Add one in “pipelines”.');
    if (kind === 'lost' && text.trim() === '')
      throw refuse('no-reason', 'Why was it lost?', 'Write a word or two; it helps the next one.');
    return {
      cells: {
        ...enter(stage, { ...row, reason: text || row.reason }),
        ...(text !== '' && { reason: text }),
        nextDate: '',
        nextStep: 'none',
        snoozedUntil: null,
        contactedAt: row.contactedAt ?? (kind === 'won' ? now : null),
      },
    };
  };

/** Staff's own columns, which may be edited in place; beside them, contact data may be corrected. */
const EDITABLE = ['status', 'owner', 'nextDate', 'nextStep', 'priority', 'reason', 'notes'] as const;

function edit(row: FollowUp, fields: Record<string, string>, context: ActContext): Partial<FollowUp> {
  const cells: Record<string, string> = {};
  for (const [name, value] of Object.entries(fields)) {
    const contact = CONTACT.find((one) => one === name);
    if (contact) {
      Object.assign(cells, correct({ ...row, ...cells }, contact, value, context.country));
      continue;
    }
    const field = EDITABLE.find((one) => one === name);
    if (!field) throw refuse('not-editable', `“${name}” follows from the source.`, 'Change it in the source sheet.');
    if (field === 'status') Object.assign(cells, stage(row, { status: value }, context).cells);
    else if (field === 'owner') Object.assign(cells, assign(row, { owner: value }, context).cells);
    else if (field === 'nextDate' || field === 'nextStep') Object.assign(cells, nextStep({ [field]: value }, false));
    else if (field === 'priority' && !['', ...followedUp.columns.priority.options].includes(value))
      throw refuse('bad-priority', `“${value}” is no priority.`, 'Choose one from the list.');
    else cells[field] = value;
  }
  return cells;
}

const stage: Act = (row, { status = '', ...args }, { pipelines, now }) => {
  const found =
    pipelines.stages(row.pipeline).find(({ name }) => name === status) ?? pipelines.stage(row.pipeline, status);
  if (!found) throw refuse('no-stage', `“${status}” is no stage of “${row.pipeline}”.`, 'Choose one from the list.');
  const next = nextStep(args, false);
  return {
    cells: { ...enter(found, { ...row, ...next }), ...next, ...(found.kind === 'open' && { touchedAt: now }) },
  };
};

const assign: Act = (_, { owner = '' }, { team }) => {
  const name = owner === '' ? '' : team.member(owner)?.name;
  if (name === undefined)
    throw refuse('no-such-person', `“${owner}” is nobody in the sheet “staff”.`, 'Choose a name from the list.');
  return { cells: { owner: name, assignedWhy: '' } };
};

const ACTS: Record<Exclude<ActKind, 'undo'>, Act> = {
  contacted: (row, args, context) => ({
    cells: { ...reached(row, context), ...nextStep(args, true) },
    said: { kind: 'contacted', after: args.text ?? '' },
  }),
  tried: (row, { outcome = 'no answer', text = '' }, context) => ({
    cells: tried(row, row, context),
    said: { kind: 'tried', field: outcome, after: text },
  }),
  call: (row, args, context) => ({
    cells: {
      ...(args.outcome === 'reached' ? reached(row, context) : tried(row, row, context)),
      ...nextStep(args, args.outcome === 'reached'),
    },
    said: { kind: 'call', field: args.outcome ?? '', after: args.text ?? '' },
  }),
  snooze: (_, { until }, { now }) => {
    if (typeof until !== 'number' || !(until > now && until < now + LONGEST_SNOOZE))
      throw refuse('bad-time', 'A snooze ends later than now, and within a year.', 'Choose another time.');
    return { cells: { snoozedUntil: until }, said: { kind: 'snoozed' } };
  },
  reschedule: (_, args) => {
    if (!args.nextDate) throw refuse('no-date', 'There is no day to move it to.', 'Choose a day.');
    return { cells: { ...nextStep(args, false), snoozedUntil: null } };
  },
  note: (_, { text = '', note = 'internal' }) => {
    if (text.trim() === '') throw refuse('no-text', 'The note is empty.', 'Write something, or press Esc.');
    return { cells: {}, said: { kind: 'note', field: note, after: text } };
  },
  stage,
  assign,
  won: closing('won'),
  lost: closing('lost'),
  edit: (row, { fields = {} }, context) => ({ cells: edit(row, fields, context) }),
};

/** What can be done only while a follow-up is open. */
const OPEN_ONLY: readonly ActKind[] = ['contacted', 'tried', 'call', 'snooze', 'reschedule'];

/**
 * What an act does to a follow-up: the cells that change, times and state included, and the lines of the journal beside
 * those that tell of changed cells.
 * @throws CrmError when it is not allowed, with the remedy
 */
export function act(
  row: FollowUp,
  kind: Exclude<ActKind, 'undo'>,
  args: ActArgs,
  context: ActContext,
): { cells: Partial<FollowUp>; entries: Said[] } {
  if ((args.text ?? '').length > LONGEST_TEXT) {
    throw refuse('too-long', `A note holds ${LONGEST_TEXT} letters.`, 'Shorten it, or write it in two.');
  }
  const { kind: means } = stageOf(context.pipelines, row);
  if ((means === 'won' || means === 'lost') && OPEN_ONLY.includes(kind)) {
    throw refuse('closed', `This follow-up is closed: ${row.status}.`, 'Choose another stage to open it again.');
  }
  const { cells, said } = ACTS[kind](row, args, context);
  const stageSince = cells.status !== undefined && cells.status !== row.status ? context.now : row.stageSince;
  const after = { ...row, ...cells, stageSince };
  // A reminder that was answered begins its next wait anew.
  if (cells.contactedAt !== undefined && row.contactedAt === null)
    Object.assign(cells, { reminders: null, escalation: null });
  const times = derived({ ...after, ...cells }, context, context.now);
  const entry = said ? [{ field: '', before: '', after: '', why: 'in the panel', kind, ...said }] : [];
  return { cells: { ...cells, ...times, stageSince }, entries: entry };
}
