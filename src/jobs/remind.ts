import { addWorkingMinutes, type Calendar } from '../followup/calendar';
import { diffTable, type Wanted } from '../workbook/diff';
import type { ReadRow, ReadTable } from '../workbook/read-table';
import type { StaffRow } from '../workbook/tables/config';
import { type FollowUp, followedUp } from '../workbook/tables/followed-up';
import { activity } from '../workbook/tables/logs';
import type { Zone } from '../workbook/zone';
import type { Sending } from './automatic';
import { type DueRows, findDue, readRows } from './due-rows';
import { sealEntries } from './journal';
import { type Message, type MessageLine, sectionOf } from './message';
import type { Office } from './office';
import { deliver, formerTo, settle } from './outbox';
import { Pass } from './pass';
import type { Services } from './ports';
import type { TickRun } from './tick';

const MINUTE = 60_000;

/** The column of times is looked through at least so often in working hours, whoever has written into it. */
const LOOK_AGAIN = 5 * MINUTE;

/** Reminders in one message, so that its mark fits a property; what is more waits for the next tick. */
const MOST = 300;

/** How long writing down what was said waits for another script, in milliseconds. */
const PATIENCE = 20_000;

const SYSTEM = Object.entries(followedUp.columns)
  .filter(([, { owner }]) => owner === 'system')
  .map(([name]) => name as keyof FollowUp);

/**
 * Tells everybody what is due for them: one message a person, however many are due. What is about to be said is marked
 * first, so that neither a run that is cut off nor a second one says it again, and what was not said is still due.
 * @returns when it is next to be looked at
 */
export function remind(run: TickRun): number {
  const { services, clock, office, started } = run;
  const sent = settle(run);
  if (sent) writeDown(run, findDue(services, office.zone, started), sent);
  const { due, people } = dueByPerson(run);
  const times = [due.next ?? Number.POSITIVE_INFINITY, started + LOOK_AGAIN];
  let first = true;
  for (const [person, found] of people) {
    if (services.now() >= run.until) return services.now();
    // Somebody may have been in touch while the others were told.
    const rows = first ? found : (dueByPerson(run, due).people.get(person) ?? []);
    first = false;
    const told = rows.length > 0 && person ? tell(run, person, rows) : null;
    if (told) writeDown(run, due, told);
    const trouble = person && clock.troubles[person.name];
    if (trouble) times.push(trouble.next);
    else if (rows.length > MOST) times.push(started);
  }
  return Math.max(Math.min(...times), started + 1);
}

/** The rows whose reminder is due, as they stand now, by whom they are told to. */
export function dueByPerson(
  { services, office, started }: TickRun,
  due = findDue(services, office.zone, started),
): { due: DueRows; people: Map<StaffRow | undefined, ReadRow<FollowUp>[]> } {
  const people = new Map<StaffRow | undefined, ReadRow<FollowUp>[]>();
  const read = due.due.length === 0 ? [] : readRows(services, due, due.due, office.zone).rows;
  const ids = new Set(
    dueReminders(
      read.map(({ values }) => values),
      started,
    ).map(({ id }) => id),
  );
  for (const row of read) {
    if (!ids.has(row.values.id)) continue;
    const person = office.recipient(row.values.owner);
    people.set(person, [...(people.get(person) ?? []), row]);
  }
  return { due, people };
}

/** Sends somebody their reminders, those that have waited longest first. */
function tell(run: TickRun, person: StaffRow, rows: readonly ReadRow<FollowUp>[]): Sending | null {
  const former = formerTo(run, person.name, false);
  // Sent again under its key, a message keeps its first words: it must not stand for anything that is not in them.
  const again = former?.fate === 'again' ? new Set(former.ids) : null;
  const chosen = [...rows]
    .filter(({ values }) => !again || again.has(values.id))
    .sort((a, b) => (a.values.deadline ?? 0) - (b.values.deadline ?? 0))
    .slice(0, MOST);
  if (chosen.length === 0) return null;
  const letter = {
    message: reminderMessage(run.services, run.office, chosen, run.started),
    key: `remind-${run.started}-${person.name}`,
    ids: chosen.map(({ values }) => values.id),
    urgency: chosen.some(({ values }) => !values.reminders) ? ('first' as const) : ('again' as const),
  };
  return deliver(run, person, letter);
}

/** What somebody is told of these rows. */
export function reminderMessage(
  services: Services,
  office: Office,
  rows: readonly ReadRow<FollowUp>[],
  now: number,
): Message {
  const lines = rows.map((row) => lineOf(services, office, row, now));
  const subject = lines.length === 1 ? `Follow up: ${lines[0].title}` : `${lines.length} follow-ups are due`;
  const intro =
    lines.length === 1 ? 'One follow-up is due. A line opens its row.' : 'These are due. Each line opens its row.';
  return { subject, intro, sections: [sectionOf('Due', lines)], url: services.address() };
}

/** A row as a line of a message. */
export function lineOf(
  services: Services,
  office: Office,
  { at, values }: ReadRow<FollowUp>,
  now: number,
): MessageLine {
  const { id, name, company, phone, email, reference, summary, deadline, reminders } = values;
  const wall = deadline === null ? '' : office.zone.wall(deadline);
  const by = wall.slice(0, 10) === office.zone.day(now) ? wall.slice(11, 16) : wall.slice(0, 16).replace('T', ' ');
  const late = deadline !== null && deadline <= now ? 'was due' : 'due';
  const parts = [
    phone || email,
    reference,
    summary.slice(0, 80),
    by && `${late} ${by}`,
    reminders && `reminder ${reminders + 1}`,
  ];
  return {
    id,
    title: company !== '' && company !== name ? `${name} (${company})` : name,
    detail: parts.filter(Boolean).join(' · '),
    url: `${services.address()}#gid=${services.workbook.sheetId(followedUp.sheet)}&range=${at}:${at}`,
  };
}

/** Writes into the rows and the journal what was said. Done twice, it changes nothing. */
function writeDown({ services, clock, office }: TickRun, due: DueRows, told: Sending): void {
  const done = services.exclusively(PATIENCE, () => {
    const rows = rowsOf(services, due, told.ids, office.zone);
    const fresh = rows.rows.filter(({ values }) => (values.remindedAt ?? 0) < told.at);
    const wanted = new Map(
      fresh.map(({ values }): [string, Wanted<FollowUp>] => [
        values.id,
        { system: { ...systemOf(values), ...reminded(values, told.at, office.calendar) } },
      ]),
    );
    const pass = new Pass(services, office.zone, false, Number.POSITIVE_INFINITY);
    noteReminders(pass, told, fresh);
    pass.table(followedUp, rows, diffTable(followedUp, rows, wanted, 'stay'));
    services.workbook.flush();
    return true;
  });
  if (!done) throw new Error('Another update is running: what was said is written down at the next tick.');
  delete clock.sending;
}

const systemOf = (row: FollowUp): Partial<FollowUp> => Object.fromEntries(SYSTEM.map((name) => [name, row[name]]));

/** The rows of these ids: among those that were due, or wherever they have been moved since. */
function rowsOf(services: Services, due: DueRows, ids: readonly string[], zone: Zone): ReadTable<FollowUp> {
  const wanted = new Set(ids);
  const pick = (read: ReadTable<FollowUp>) => ({
    ...read,
    rows: read.rows.filter(({ values }) => wanted.has(values.id)),
  });
  const near = pick(readRows(services, due, due.due, zone));
  if (near.rows.length === wanted.size) return near;
  const column = services.workbook.readColumn(followedUp.sheet, due.head.positions.get('id') as number);
  return pick(
    readRows(
      services,
      due,
      column.flatMap((id, index) => (wanted.has(String(id)) ? [index + 1] : [])),
      zone,
    ),
  );
}

function noteReminders(pass: Pass, told: Sending, rows: readonly ReadRow<FollowUp>[]): void {
  const entries = rows.map(({ values }) => ({
    who: 'reminders',
    kind: 'reminded',
    subject: values.name,
    field: '',
    before: '',
    after: told.to,
    why: `by ${told.channel}`,
    entity: values.id,
  }));
  const read = pass.readTop(activity, entries.length);
  const known = new Set(read.rows.map(({ values }) => values.id));
  pass.insert(
    activity,
    read,
    sealEntries(entries, told.key, told.at).filter(({ id }) => !known.has(id)),
  );
}

const dueReminders = (rows: readonly FollowUp[], now: number): FollowUp[] =>
  rows.filter(
    (row) => /pending|notified|snoozed/.test(row.state) && row.nextReminder !== null && row.nextReminder <= now,
  );

function reminded(row: FollowUp, now: number, calendar: Calendar): Partial<FollowUp> {
  const reminders = (row.reminders ?? 0) + 1;
  const minutes = [5, 15, 60][reminders - 1] ?? 540;
  return { state: 'notified', remindedAt: now, reminders, nextReminder: addWorkingMinutes(calendar, now, minutes) };
}
