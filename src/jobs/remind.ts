import { alsoTold, derived, dueReminders, type ReminderRules, reminded } from '../followup/reminder';
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
import { nextTurn } from './schedule';
import type { TickRun } from './tick';

/** Minutes after which the column of times is looked through in any case, since anybody may write into it. */
const LOOK_AGAIN = 5;

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
  const { due, letters } = lettersDue(run);
  const times = [due.next ?? Number.POSITIVE_INFINITY, nextTurn(clock, 'remind', started, LOOK_AGAIN)];
  let first = true;
  for (const { to, kind } of letters) {
    if (services.now() >= run.until) return services.now();
    // Somebody may have been in touch while the others were told.
    const again = first ? letters : lettersDue(run, due).letters;
    const letter = again.find((one) => one.to === to && one.kind === kind);
    first = false;
    const told = letter && tell(run, letter);
    if (told) writeDown(run, due, told);
    const trouble = clock.troubles[to.name];
    if (trouble) times.push(trouble.next);
    else if (letter && letter.rows.length > MOST) times.push(started);
  }
  return Math.max(Math.min(...times), started + 1);
}

/** What somebody is to be told: their own follow-ups, or those of others that nobody has taken. */
interface Due {
  to: StaffRow;
  kind: 'remind' | 'escalate';
  rows: ReadRow<FollowUp>[];
}

/** The rows whose reminder is due, as they stand now, by whom they are told to; escalations first. */
export function lettersDue(
  { services, office, started }: TickRun,
  due = findDue(services, office.zone, started),
): { due: DueRows; letters: Due[] } {
  const letters: Due[] = [];
  const add = (name: string, kind: Due['kind'], row: ReadRow<FollowUp>) => {
    const to = office.recipient(name);
    const letter = letters.find((one) => one.to === to && one.kind === kind);
    if (letter) letter.rows.push(row);
    else if (to) letters.push({ to, kind, rows: [row] });
  };
  const read = due.due.length === 0 ? [] : readRows(services, due, due.due, office.zone).rows;
  for (const { values, ...place } of read) {
    // The status may say more than the last sync has noticed.
    const row = { ...place, values: { ...values, ...derived(values, office.rules, started) } };
    if (dueReminders([row.values], started).length === 0) continue;
    const others = alsoTold(row.values, office.rules, started);
    if (others.length > 0) add(others[others.length - 1], 'escalate', row);
    add(row.values.owner, 'remind', row);
  }
  return { due, letters: letters.sort((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0)) };
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
export function reminderMessage(services: Services, office: Office, { rows, kind }: Due, now: number): Message {
  const lines = rows.map((row) => lineOf(services, office, row, now));
  const which = lines.length === 1 ? lines[0].title : `${lines.length} follow-ups`;
  const url = services.address();
  return kind === 'remind'
    ? { subject: `Due: ${which}`, intro: 'Each line opens its row.', sections: [sectionOf('Due', lines)], url }
    : {
        subject: `Nobody in touch yet: ${which}`,
        intro: 'Nobody has been in touch with these in time. Each line opens its row.',
        sections: [sectionOf('Waiting', lines)],
        url,
      };
}

/** A row as a line of a message. */
export function lineOf(
  services: Services,
  office: Office,
  { at, values }: ReadRow<FollowUp>,
  now: number,
): MessageLine {
  const { id, name, company, phone, email, reference, summary, due, owner } = values;
  const wall = due === null ? '' : office.zone.wall(due);
  const by = wall.slice(0, 10) === office.zone.day(now) ? wall.slice(11, 16) : wall.slice(0, 16).replace('T', ' ');
  const parts = [phone || email, reference, summary.slice(0, 80), by && `due ${by}`, owner];
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
    const fresh = rows.rows.filter(({ values }) => !isWritten(values, told, office.rules));
    const wanted = new Map(
      fresh.map(({ values }): [string, Wanted<FollowUp>] => [
        values.id,
        { system: { ...systemOf(values), ...cellsAfter(values, told, office.rules) } },
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

/** What an escalation changes is how far up the ladder it is, and perhaps whose; the owner's own reminder is not touched. */
function cellsAfter(row: FollowUp, { key, at }: Sending, rules: ReminderRules): Partial<FollowUp> {
  const cells = reminded(row, rules, at);
  if (!key.startsWith('escalate')) return cells;
  const { escalation, owner, assignedWhy } = { ...row, ...cells };
  const after = { escalation, owner, assignedWhy };
  return { ...after, ...derived({ ...row, ...after }, rules, at) };
}

/** Whether a row shows already what was told: written by a run that was cut off right after. */
const isWritten = (row: FollowUp, { key, at }: Sending, rules: ReminderRules) =>
  key.startsWith('escalate') ? alsoTold(row, rules, at).length === 0 : (row.remindedAt ?? 0) >= at;

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
    kind: told.key.startsWith('escalate') ? 'escalated' : 'reminded',
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
