import type { Adopted } from '../followup/adopt';
import type { Case } from '../followup/case';
import { sourceChanges } from '../followup/correct';
import { spellLines } from '../followup/lines';
import { noticeEdits } from '../followup/notice';
import type { CellEdit } from '../workbook/diff';
import { type FollowUp, followedUp } from '../workbook/tables/followed-up';
import { people } from '../workbook/tables/people';
import { type Entry, entryOf } from './journal';
import type { SyncPlan } from './plan-sync';
import type { State } from './state';

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
  'remark',
]);
/** Columns of `followed-up` whose changes are not: they follow from others, or only say where things stand. */
const NOT_TOLD = new Set(['seen', 'corrected', 'key', 'sourceRow', 'lines', 'dueWhy']);

type Changes = Pick<SyncPlan, 'followUps' | 'people' | 'cases'>;

/** The journal lines of a plan: what people did in cells, what was opened, what has changed. */
export function entriesOf(state: State, plan: Changes, adopted: readonly Adopted[]): Entry[] {
  const { zone } = state;
  const rowsById = new Map(state.followedUp.rows.map(({ values }) => [values.id, values]));
  const caseById = new Map(plan.cases.map((one) => [one.id, one.item]));
  const subject = (id: string) => {
    const item = caseById.get(id);
    return item ? subjectOf(item) : (rowsById.get(id)?.name ?? '');
  };
  const entries: Entry[] = [];
  const own = new Map(adopted.map(({ at, row }) => [at, row]));
  for (const { at, values } of state.followedUp.rows) {
    const row = own.get(at) ?? values;
    entries.push(...typedEntries(row, subject(row.id)));
  }
  for (const { row, why } of adopted) entries.push(blankEntry('taken in', row.name, row.id, why));
  for (const { id, row } of plan.followUps.inserts) entries.push(...openedEntries(id, row, caseById.get(id)));
  for (const edit of plan.followUps.edits) {
    if (edit.column === 'corrected') entries.push(...correctedEntries(edit, subject(edit.id)));
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

/** Why a line stands in the journal that tells of typing. */
export const TYPED = 'typed in the cell';

/** What people have typed in a row's cells since the program last sealed it. */
export function typedEntries(row: FollowUp, subject: string): Entry[] {
  return noticeEdits(row).map(({ field, before, after }) => ({
    who: 'in the sheet',
    kind: 'changed',
    subject,
    field: followedUp.columns[field as keyof typeof followedUp.columns].header,
    before,
    after,
    why: TYPED,
    entity: row.id,
  }));
}

/** What a source says of cells that staff have corrected, where it has changed. */
function correctedEntries({ id, before, after }: CellEdit, subject: string): Entry[] {
  return sourceChanges(String(before ?? ''), String(after ?? '')).map(({ field, ...change }) => ({
    ...blankEntry('changed', subject, id, ''),
    ...change,
    field: followedUp.columns[field].header,
  }));
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
