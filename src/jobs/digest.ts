import { at, type Calendar, isWorkingDay, nextWorkingDay } from '../followup/calendar';
import { attemptOf, type ResponseFigures, responseFigures } from '../followup/response';
import type { WallTime } from '../types';
import type { StaffRow } from '../workbook/tables/config';
import { type FollowUp, followedUp } from '../workbook/tables/followed-up';
import { addDays, weekday } from '../workbook/zone';
import { readColumns } from './due-rows';
import { type Message, type MessageLine, type MessageSection, sectionOf } from './message';
import { deliver, settle } from './outbox';
import type { TickRun } from './tick';

const MINUTE = 60_000;

const COLUMNS = [
  'id',
  'owner',
  'name',
  'phone',
  'status',
  'pipeline',
  'state',
  'due',
  'deadline',
  'opened',
  'contactedAt',
  'triedAt',
  'stageSince',
] as const;

type DigestRow = { at: number; values: Pick<FollowUp, (typeof COLUMNS)[number]> };

/** Everything the digests of a day look at. */
interface Day {
  run: TickRun;
  calendar: Calendar;
  rows: DigestRow[];
  today: WallTime;
  midnight: number;
  /** Midnight of the working day before. */
  since: number;
}

/**
 * Tells everybody, on working days at the hour that the settings say, what the day holds; whoever leads also how the team
 * stands, and once a week how fast it was.
 * @returns when the next one is due
 */
export function digest(run: TickRun): number {
  const { services, clock, office, started } = run;
  settle(run);
  const { calendar, settings } = office;
  const today = calendar.zone.day(started);
  const hour = settings.digestAt;
  if (hour === null) return started + 60 * MINUTE;
  const next = at(calendar, nextWorkingDay(calendar, today), hour);
  const begins = at(calendar, today, hour);
  const over = started >= at(calendar, today, calendar.closes) || clock.since > begins;
  if (!isWorkingDay(calendar, today) || over) return next;
  if (started < begins) return begins;
  if (clock.digests.day !== today) clock.digests = { day: today, to: [] };
  const waiting = digestsToSend(run);
  const day = waiting.length > 0 ? readDay(run, calendar, today) : null;
  for (const person of waiting) {
    if (services.now() >= run.until) return services.now();
    const message = digestMessage(day as Day, person);
    if (message.sections.length === 0 || deliver(run, person, letterOf(message, today, person)))
      clock.digests.to.push(person.name);
    delete clock.sending;
  }
  const again = digestsToSend(run).map(({ name }) => clock.troubles[name]?.next ?? started + MINUTE);
  return Math.min(next, ...again);
}

/** Who has not had today's digest; nobody who is away. */
export function digestsToSend({ office, clock, started }: TickRun): StaffRow[] {
  const told = clock.digests.day === office.zone.day(started) ? clock.digests.to : [];
  return office.staff.filter(({ name, active }) => active && !told.includes(name));
}

const letterOf = (message: Message, today: WallTime, { name }: StaffRow) => ({
  message,
  key: `digest-${today}-${name}`,
  ids: [],
  urgency: 'digest' as const,
});

function readDay(run: TickRun, calendar: Calendar, today: WallTime): Day {
  let before = addDays(today, -1);
  for (let step = 0; step < 30 && !isWorkingDay(calendar, before); step++) before = addDays(before, -1);
  return {
    run,
    calendar,
    rows: readColumns(run.services, calendar.zone, COLUMNS),
    today,
    midnight: calendar.zone.instant(addDays(today, 1)),
    since: calendar.zone.instant(before),
  };
}

/** What somebody is told; without sections when there is nothing to tell. */
export function digestMessage(day: Day, person: StaffRow): Message {
  const { run, rows, today } = day;
  const { office, services } = run;
  const leads = office.rules.team.leader === person;
  const mine = rows.filter(({ values }) => values.owner.toLowerCase() === person.name.toLowerCase());
  const sections = [...daySections(day, mine), ...(leads ? teamSections(day) : [])].filter(({ total }) => total > 0);
  const overdue = sections.find(({ title }) => title === 'Overdue')?.total ?? 0;
  const dueToday = sections.find(({ title }) => title === 'Due today')?.total ?? 0;
  return {
    subject: `Today: ${dueToday} due, ${overdue} overdue`,
    intro: `Good morning, ${person.name}. This is your ${spellDay(today)}.`,
    sections,
    url: services.address(),
  };
}

/** As “Monday, 9 November”. */
function spellDay(day: WallTime): string {
  const form = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat('en-GB', form).format(Date.parse(`${day}T00:00:00Z`)).replace(/^(\w+) /, '$1, ');
}

function daySections(day: Day, rows: readonly DigestRow[]): MessageSection[] {
  const { run, midnight, since, calendar } = day;
  const open = rows.filter(({ values: { state, due } }) => state !== 'closed' && due !== null && due < midnight);
  const line = (row: DigestRow) => lineFor(day, row);
  const closed = (kind: 'won' | 'lost') =>
    rows.filter(({ values }) => {
      const when = values.stageSince ?? values.contactedAt ?? 0;
      return when >= since && run.office.pipelines.stage(values.pipeline, values.status)?.kind === kind;
    });
  open.sort((a, b) => (a.values.due as number) - (b.values.due as number));
  const figures = responseLines(rows, calendar, since, run.started);
  return [
    sectionOf('Overdue', open.filter(({ values }) => (values.due as number) < run.started).map(line)),
    sectionOf('Due today', open.filter(({ values }) => (values.due as number) >= run.started).map(line)),
    sectionOf('Won', closed('won').map(line)),
    sectionOf('Lost', closed('lost').map(line)),
    sectionOf('Response times since the last working day', figures),
  ];
}

/** How each of the team stands, and on the chosen day how fast they were in the last seven. */
function teamSections(day: Day): MessageSection[] {
  const { run, rows, since, today, calendar, midnight } = day;
  const { weeklyOn } = run.office.settings;
  const team = run.office.staff.flatMap(({ name }) => {
    const theirs = rows.filter(({ values }) => values.owner.toLowerCase() === name.toLowerCase());
    const open = theirs.filter(({ values }) => values.state !== 'closed' && values.due !== null);
    const late = open.filter(({ values }) => (values.due as number) < run.started).length;
    const dueToday = open.filter(({ values }) => (values.due as number) < midnight).length - late;
    return open.length === 0 ? [] : plain(name, `${open.length} open · ${dueToday} due today · ${late} overdue`);
  });
  const nobody = rows.filter(({ values }) => values.owner === '' && values.state !== 'closed').length;
  const weekBegins = calendar.zone.instant(addDays(today, -7));
  // The chosen day, or the first working day after it.
  const weekly = weeklyOn !== null && daysBetween(since, day).some((one) => weekday(one) === weeklyOn);
  return [
    sectionOf('The team', [...team, ...(nobody > 0 ? [plain('Nobody', `${nobody} open`)] : [])]),
    sectionOf('The team’s response times', responseLines(rows, calendar, since, run.started)),
    sectionOf('The last seven days', weekly ? weekLines(day, weekBegins) : []),
  ];
}

/** The days after the one that began at `since`, up to today. */
function daysBetween(since: number, { calendar, today }: Day): WallTime[] {
  const days: WallTime[] = [];
  for (let one = addDays(calendar.zone.day(since), 1); one <= today; one = addDays(one, 1)) days.push(one);
  return days;
}

function weekLines({ run, rows, calendar }: Day, from: number): MessageLine[] {
  const of = (name: string | null) =>
    responseLines(
      rows.filter(({ values }) => name === null || values.owner === name),
      calendar,
      from,
      run.started,
    ).map((line) => plain(`${name ?? 'All'}: ${line.title}`, line.detail));
  return [null, ...run.office.staff.map(({ name }) => name)].flatMap(of);
}

function responseLines(rows: readonly DigestRow[], calendar: Calendar, from: number, to: number): MessageLine[] {
  const values = rows.map((row) => row.values);
  return [
    spell('First attempt', responseFigures(values, attemptOf, calendar, from, to)),
    spell(
      'Contact',
      responseFigures(values, ({ contactedAt }) => contactedAt, calendar, from, to),
    ),
  ].flat();
}

function spell(what: string, { count, median, p90, inTime }: ResponseFigures): MessageLine[] {
  if (count === 0) return [];
  const share = inTime ?? 0;
  const minutes = (value: number | null) => `${Math.round(value ?? 0)} min`;
  const detail = `median ${minutes(median)} · 9 of 10 within ${minutes(p90)} · ${Math.round(share * 100)} % in time (${Math.round(share * count)} of ${count})`;
  return [plain(what, detail)];
}

const plain = (title: string, detail: string): MessageLine => ({ id: '', title, phone: '', detail, url: '' });

function lineFor({ run, calendar, today }: Day, { at: row, values }: DigestRow): MessageLine {
  const { services } = run;
  const wall = values.due === null ? '' : calendar.zone.wall(values.due);
  const due = wall.slice(0, 10) === today ? wall.slice(11, 16) : wall.slice(0, 16).replace('T', ' ');
  return {
    id: '',
    title: values.name,
    phone: values.phone,
    detail: [values.status, due].filter((part) => part !== '').join(' · '),
    url: `${services.address()}#gid=${services.workbook.sheetId(followedUp.sheet)}&range=${row}:${row}`,
  };
}
