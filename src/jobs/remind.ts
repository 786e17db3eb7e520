import { alsoTold, derived, dueReminders, ownReminder } from '../followup/reminder';
import type { ReadRow } from '../workbook/read-table';
import type { StaffRow } from '../workbook/tables/config';
import { type FollowUp, followedUp } from '../workbook/tables/followed-up';
import type { Sending } from './automatic';
import { type DueRows, findDue, readRows } from './due-rows';
import { type Message, type MessageLine, sectionOf } from './message';
import type { Office } from './office';
import { deliver, formerTo, settle } from './outbox';
import type { Services } from './ports';
import { nextTurn } from './schedule';
import type { TickRun } from './tick';
import { afterAll, writeDown } from './write-down';

/** Minutes after which the column of times is looked through in any case, since anybody may write into it. */
const LOOK_AGAIN = 5;

/** Reminders in one message, and in messages that wait to be written down: their marks fit a property. */
const MOST = 300;

/** Milliseconds after which a run is long: the next tick might find it still at work. Before, reminders wait for that one. */
const LONG = 20_000;

/** Milliseconds until reminders that failed while a sync was at work are tried again. */
const AFTER_A_FAULT = 30_000;

/** Milliseconds after which rows are read once more before somebody else is told of them: others may have been in touch. */
const FRESH = 5_000;

/**
 * Tells everybody what is due for them: one message a person, however many are due. What is about to be said is marked
 * first, so that neither a run that is cut off nor a second one says it again, and what was not said is still due. What was
 * said is written down together, since each writing costs as much as a message.
 * @returns when it is next to be looked at
 */
export function remind(run: TickRun): number {
  const { services, clock, office, started } = run;
  settle(run);
  if (clock.told.length > 0) writeDown(run, findDue(services, office.zone, started));
  const due = findDue(services, office.zone, started);
  const next = tellAll(run, due, () => writeDown(run, due));
  if (clock.told.length > 0) writeDown(run, due);
  return next;
}

/**
 * As {@link remind}, while a sync holds the workbook for long, and not before the time that was said: nothing is written
 * into it, so what was said is written down by the next tick.
 */
export function remindMeanwhile(run: TickRun): void {
  const { services, clock, office } = run;
  const started = services.now();
  if (started < run.started + LONG || (clock.due.remind ?? 0) > started) return;
  const now = { ...run, started };
  clock.due.remind = started + AFTER_A_FAULT;
  try {
    settle(now);
    const due = findDue(services, office.zone, started);
    clock.due.remind = tellAll(now, due, null);
  } catch (error) {
    // The sync has nothing to do with it and goes on.
    console.warn(String(error));
  }
  run.save();
}

/**
 * Tells each what is due for them.
 * @param write writes down what was said so far; null: it has to wait, and no more is said than fits
 * @returns when it is next to be looked at
 */
function tellAll(run: TickRun, due: DueRows, write: (() => void) | null): number {
  const { services, clock, started } = run;
  const times = [due.next ?? Number.POSITIVE_INFINITY, nextTurn(clock, 'remind', started, LOOK_AGAIN)];
  let rows = rowsDue(run, due);
  let readAt = services.now();
  for (const { to, kind } of lettersOf(run, rows)) {
    if (services.now() - readAt > FRESH) {
      rows = rowsDue(run, due);
      readAt = services.now();
    }
    const letter = lettersOf(run, rows).find((one) => one.to === to && one.kind === kind);
    if (services.now() >= run.until || (!write && waiting(run) >= MOST / 2)) times.push(services.now());
    else if (letter) times.push(...tellOf(run, letter));
    if (waiting(run) >= MOST / 2) write?.();
  }
  return Math.max(Math.min(...times), started + 1);
}

/** Tells somebody; gives when more is to be said to them. */
function tellOf(run: TickRun, letter: Due): number[] {
  const { clock, started } = run;
  const sent = tell(run, letter);
  if (sent) {
    clock.told.push(sent);
    delete clock.sending;
  }
  const trouble = clock.troubles[letter.to.name];
  if (trouble) return [trouble.next];
  return letter.rows.length > MOST ? [started] : [];
}

/** Reminders that went out and are not written down yet. */
const waiting = ({ clock }: TickRun): number => clock.told.reduce((sum, { ids }) => sum + ids.length, 0);

/** What somebody is to be told: their own follow-ups, or those of others that nobody has taken. */
interface Due {
  to: StaffRow;
  kind: 'remind' | 'escalate';
  rows: ReadRow<FollowUp>[];
}

/** The rows whose time has come, as they stand now. */
export function rowsDue({ services, office }: TickRun, due: DueRows): ReadRow<FollowUp>[] {
  return due.due.length === 0 ? [] : readRows(services, due, due.due, office.zone).rows;
}

/** Who is to be told of which of these rows, but for what this run has said already; escalations first. */
export function lettersOf({ clock, office, started }: TickRun, rows: readonly ReadRow<FollowUp>[]): Due[] {
  const letters: Due[] = [];
  const add = (name: string, kind: Due['kind'], row: ReadRow<FollowUp>) => {
    const to = office.recipient(name);
    const letter = letters.find((one) => one.to === to && one.kind === kind);
    if (letter) letter.rows.push(row);
    else if (to) letters.push({ to, kind, rows: [row] });
  };
  for (const { values, ...place } of rows) {
    const said = afterAll(values, clock.told, office.rules).row;
    // The status may say more than the last sync has noticed.
    const row = { ...place, values: { ...said, ...derived(said, office.rules, started) } };
    if (dueReminders([row.values], started).length === 0) continue;
    const others = alsoTold(row.values, office.rules, started);
    if (others.length > 0) add(others[others.length - 1], 'escalate', row);
    const own = ownReminder(row.values, office.rules);
    if (others.length === 0 || (own !== null && own <= started)) add(row.values.owner, 'remind', row);
  }
  return letters.sort((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0));
}

/** Sends somebody what is due, what has waited longest first. */
function tell(run: TickRun, { to, kind, rows }: Due): Sending | null {
  const former = formerTo(run, to.name, kind);
  // Sent again under its key, a message keeps its first words: it must not stand for anything that is not in them.
  const again = former?.fate === 'again' ? new Set(former.ids) : null;
  const chosen = [...rows]
    .filter(({ values }) => !again || again.has(values.id))
    .sort((a, b) => (a.values.due ?? 0) - (b.values.due ?? 0))
    .slice(0, MOST);
  if (chosen.length === 0) return null;
  const letter = {
    message: reminderMessage(run.services, run.office, { to, kind, rows: chosen }, run.started),
    key: `${kind}-${run.started}-${to.name}`,
    ids: chosen.map(({ values }) => values.id),
    urgency: chosen.some(({ values }) => !values.reminders) ? ('first' as const) : ('again' as const),
  };
  return deliver(run, to, letter);
}

/** What somebody is told of these rows. */
export function reminderMessage(services: Services, office: Office, { to, rows, kind }: Due, now: number): Message {
  const lines = rows.map((row) => lineOf(services, office, row, now, to.name));
  const [{ title }] = lines;
  const which = lines.length === 1 ? title : `${title} and ${lines.length - 1} more`;
  const [first, heading] = kind === 'remind' ? ['Due', 'Due'] : ['Nobody in touch yet', 'Waiting'];
  // The first words are all that a telephone shows of a message.
  const subject = `${first}: ${which}`;
  return {
    subject,
    intro: `${subject}. Each name opens its row.`,
    sections: [sectionOf(heading, lines)],
    url: services.address(),
  };
}

/** A row as a line of a message to somebody. */
function lineOf(
  services: Services,
  office: Office,
  { at, values }: ReadRow<FollowUp>,
  now: number,
  to: string,
): MessageLine {
  const { id, name, company, phone, email, reference, summary, due, owner } = values;
  const wall = due === null ? '' : office.zone.wall(due);
  const by = wall.slice(0, 10) === office.zone.day(now) ? wall.slice(11, 16) : wall.slice(0, 16).replace('T', ' ');
  const parts = [
    phone === '' ? email : '',
    reference,
    summary.slice(0, 80),
    by && `due ${by}`,
    owner === to ? '' : owner,
  ];
  return {
    id,
    title: company !== '' && company !== name ? `${name} (${company})` : name,
    phone,
    detail: parts.filter(Boolean).join(' · '),
    url: `${services.address()}#gid=${services.workbook.sheetId(followedUp.sheet)}&range=${at}:${at}`,
  };
}
