import { type Adopted, adoptRows } from '../followup/adopt';
import { Assigner } from '../followup/assign';
import type { Case } from '../followup/case';
import { type Context, opens, type Reach, wantedFor, wantedWithout } from '../followup/derive';
import { type Identified, identify } from '../followup/identify';
import { spellLines } from '../followup/lines';
import { noticeEdits } from '../followup/notice';
import { findPersons, matchInput, wantedPerson } from '../followup/persons';
import { match } from '../match/match';
import { diffTable, type TableChange, type Wanted } from '../workbook/diff';
import { type SourceRow, sources } from '../workbook/tables/config';
import { type FollowUp, followedUp } from '../workbook/tables/followed-up';
import { type Complaint, needsFixing } from '../workbook/tables/logs';
import { type Duplicate, duplicates, type Person, people } from '../workbook/tables/people';
import { wantedComplaints } from './complaints';
import { type Entry, entryOf } from './journal';
import { decisionsOf, wantedProposals } from './proposals';
import type { SourceReading } from './read-sources';
import { wantedSources } from './source-notes';
import type { State } from './state';

/** Everything that a sync is going to write, decided before the first write. */
export interface SyncPlan {
  followUps: TableChange<FollowUp>;
  people: TableChange<Person>;
  proposals: TableChange<Duplicate>;
  complaints: TableChange<Complaint>;
  sources: TableChange<SourceRow>;
  entries: Entry[];
  /** How many people, repeated rows, complaints and follow-ups there are. */
  counts: {
    people: number;
    repeats: number;
    complaints: number;
    proposals: number;
    opened: number;
    updated: number;
    unchanged: number;
  };
  cases: Identified[];
}

/** Columns of `people` whose changes are worth a journal line; the sums follow from the orders. */
const TOLD_OF_PEOPLE = new Set([
  'name',
  'company',
  'phones',
  'emails',
  'address',
  'city',
  'country',
  'customerIds',
  'why',
]);
/** Columns of `followed-up` whose changes are not: they follow from others, or only say where things stand. */
const NOT_TOLD = new Set(['seen', 'key', 'sourceRow', 'lines', 'dueWhy']);

/**
 * Compares what the managed sheets should say, by the sources, the settings and the clock, with what they do say.
 * @param now epoch milliseconds
 */
export function planSync(state: State, readings: readonly SourceReading[], now: number): SyncPlan {
  const adopted = adoptRows(state.followedUp.rows, now);
  const existing = currentRows(state, adopted);
  const identified = identify(
    readings.flatMap((reading) => reading.cases),
    existing,
  );
  const decisions = decisionsOf(state.duplicates.rows, identified);
  const result = match(
    { ...matchInput(identified.map((one) => one.item)), ...decisions },
    { mode: state.configuration.settings.matching, points: state.configuration.settings.points },
  );
  const found = findPersons(
    identified,
    result,
    state.people.rows.map((row) => row.values),
  );
  const wantedPeople = new Map(found.map((person) => [person.id, wantedPerson(person, identified)]));
  for (const { values } of state.people.rows) {
    if (values.id !== '' && !wantedPeople.has(values.id))
      wantedPeople.set(values.id, { system: { ...values, remark: 'In no source any more.' } });
  }
  const reach = new Map<number, Reach>();
  for (const person of found) {
    const { phones = '', emails = '' } = wantedPeople.get(person.id)?.system ?? {};
    const contact = { personId: person.id, phone: phones.split(', ')[0], email: emails.split(', ')[0] };
    for (const member of person.members) reach.set(member, contact);
  }
  const wanted = wantedFollowUps(state, readings, identified, existing, reach, now);
  const followUps = diffTable(
    followedUp,
    state.followedUp,
    wanted,
    'stay',
    new Map(adopted.map(({ at, row }) => [at, row.id])),
  );
  const plan = {
    followUps,
    people: diffTable(people, state.people, wantedPeople, 'stay'),
    proposals: diffTable(
      duplicates,
      state.duplicates,
      wantedProposals(result.proposals, identified, state.duplicates.rows),
      'stay',
    ),
    complaints: diffTable(needsFixing, state.needsFixing, wantedComplaints(readings, state.configuration), 'go'),
    sources: diffTable(sources, state.sources, wantedSources(readings, state.sources.rows), 'stay'),
    cases: identified,
  };
  const updated = new Set(followUps.edits.map((edit) => edit.id)).size;
  return {
    ...plan,
    entries: entriesOf(state, plan, adopted),
    counts: {
      people: found.length,
      repeats: identified.reduce((sum, one) => sum + one.item.repeats, 0),
      complaints: wantedComplaints(readings, state.configuration).size,
      proposals: result.proposals.length,
      opened: followUps.inserts.length,
      updated,
      unchanged: wanted.size - followUps.inserts.length - updated,
    },
  };
}

/** The rows of `followed-up` with the ids that adoption gave. */
function currentRows(state: State, adopted: readonly Adopted[]): FollowUp[] {
  const given = new Map(adopted.map(({ at, row }) => [at, row]));
  return state.followedUp.rows.map(({ at, values }) => given.get(at) ?? values);
}

function wantedFollowUps(
  state: State,
  readings: readonly SourceReading[],
  identified: readonly Identified[],
  existing: readonly FollowUp[],
  reach: ReadonlyMap<number, Reach>,
  now: number,
): Map<string, Wanted<FollowUp>> {
  const { settings, pipelines, staff } = state.configuration;
  const context: Context = {
    now,
    pipelines,
    calendar: { zone: state.zone, ...settings },
    assigner: new Assigner(
      staff,
      existing.map((row) => row.owner),
    ),
  };
  const wanted = new Map<string, Wanted<FollowUp>>();
  identified.forEach((one, index) => {
    if (one.existing || opens(one.item)) wanted.set(one.id, wantedFor(one, reach.get(index) as Reach, context));
  });
  const read = new Set(
    readings.filter(({ reading }) => reading && reading.headerRow > 0).map(({ source }) => source.sheet),
  );
  for (const row of existing) {
    if (!wanted.has(row.id)) wanted.set(row.id, wantedWithout(row, read.has(row.source), context));
  }
  return wanted;
}

type Changes = Pick<SyncPlan, 'followUps' | 'people' | 'cases'>;

/** The journal lines of a plan: what people did in cells, what was opened, what has changed. */
function entriesOf(state: State, plan: Changes, adopted: readonly Adopted[]): Entry[] {
  const { zone } = state;
  const rowsById = new Map(state.followedUp.rows.map(({ values }) => [values.id, values]));
  const caseById = new Map(plan.cases.map((one) => [one.id, one.item]));
  const subject = (id: string) => {
    const item = caseById.get(id);
    return item ? subjectOf(item) : (rowsById.get(id)?.name ?? '');
  };
  const entries: Entry[] = [];
  for (const { values } of state.followedUp.rows) {
    for (const { field, before, after } of noticeEdits(values)) {
      const header = followedUp.columns[field as keyof typeof followedUp.columns].header;
      entries.push({
        who: 'in the sheet',
        kind: 'changed',
        subject: subject(values.id),
        field: header,
        before,
        after,
        why: 'typed in the cell',
        entity: values.id,
      });
    }
  }
  for (const { row, why } of adopted) entries.push(blankEntry('taken in', row.name, row.id, why));
  for (const { id, row } of plan.followUps.inserts) entries.push(...openedEntries(id, row, caseById.get(id)));
  for (const edit of plan.followUps.edits) {
    if (NOT_TOLD.has(edit.column) || adopted.some(({ at }) => at === edit.at)) continue;
    const column = followedUp.columns[edit.column as keyof typeof followedUp.columns];
    entries.push(
      entryOf(edit, column.header, column.type, subject(edit.id), WHY[edit.column] ?? 'the source has changed', zone),
    );
  }
  const names = new Map(state.people.rows.map(({ values }) => [values.id, values.name]));
  for (const edit of plan.people.edits) {
    if (!TOLD_OF_PEOPLE.has(edit.column)) continue;
    const column = people.columns[edit.column as keyof typeof people.columns];
    entries.push(
      entryOf(edit, column.header, column.type, names.get(edit.id) ?? '', 'put together from the sources', zone),
    );
  }
  return entries;
}

const WHY: Record<string, string> = {
  state: 'follows from the status',
  contactedAt: 'follows from the status',
  personId: 'matching',
  remark: 'noticed in the source',
  deadline: 'the rule or its date has changed',
};

const subjectOf = ({ record, reference }: Case) =>
  [record.name || record.company, reference].filter((part) => part !== '').join(', ');

function blankEntry(kind: string, subject: string, entity: string, why: string): Entry {
  return { who: 'sync', kind, subject, field: '', before: '', after: '', why, entity };
}

function openedEntries(id: string, row: Partial<FollowUp>, item: Case | undefined): Entry[] {
  if (!item) return [];
  const subject = subjectOf(item);
  const why = [row.assignedWhy, row.dueWhy].filter((part) => part !== '').join('; ');
  const opened = { ...blankEntry('opened', subject, id, why), after: spellLines(item.lines) || (row.summary ?? '') };
  const updates = item.updates.map((update) => ({
    ...blankEntry('line repeated', subject, id, 'the same line stands again in the source; the later row counts'),
    field: update.line,
    before: update.before,
    after: update.after,
  }));
  return [...updates, opened];
}
