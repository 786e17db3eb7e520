import { recordsOf } from '../followup/persons';
import { readTable } from '../workbook/read-table';
import type { Activity } from '../workbook/tables/logs';
import { activity } from '../workbook/tables/logs';
import { people } from '../workbook/tables/people';
import type { Entry } from './journal';
import type { SyncPlan } from './plan-sync';
import type { Services } from './ports';
import type { State } from './state';

/** How a row of `people` says that it was merged; see `wantedFormer`. */
const MERGED = 'Merged into ';

/** Changes told of one person at most; more are counted. */
const TOLD = 10;

/**
 * When a merge is taken back: one journal line for each person who stands alone again, with what was changed since the
 * merge in the follow-ups of both. Those changes stay: they belong to the follow-ups, not to the merge.
 */
export function partedEntries(services: Services, state: State, plan: Pick<SyncPlan, 'people'>): Entry[] {
  const remark = people.columns.remark;
  const revived = plan.people.edits.filter(
    ({ column, before, after }) =>
      people.columns[column as keyof typeof people.columns] === remark &&
      String(before).startsWith(MERGED) &&
      after === '',
  );
  if (revived.length === 0) return [];
  const journal = readTable(activity, services.workbook.read(activity.sheet) ?? [], state.zone).rows.map(
    (row) => row.values,
  );
  const byId = new Map(state.people.rows.map(({ values }) => [values.id, values]));
  return revived.flatMap(({ id, before }): Entry[] => {
    const person = byId.get(id);
    const heir = byId.get(String(before).slice(MERGED.length, -1));
    if (!person) return [];
    const records = new Set([...recordsOf(person), ...(heir ? recordsOf(heir) : [])]);
    const changes = changesSince(journal, id, String(before), records);
    const more = changes.length > TOLD ? `; and ${changes.length - TOLD} more` : '';
    const stays =
      changes.length === 0
        ? 'nothing was changed since'
        : `changed since, and stays: ${changes.slice(0, TOLD).join('; ')}${more}`;
    return [
      {
        who: 'sync',
        kind: 'parted',
        subject: person.name,
        field: '',
        before: String(before),
        after: '',
        why: stays,
        entity: id,
      },
    ];
  });
}

/** What people changed in the follow-ups after the merge, newest first. */
function changesSince(
  journal: readonly Activity[],
  personId: string,
  remark: string,
  records: ReadonlySet<string>,
): string[] {
  const merge = journal.findIndex((line) => line.entity === personId && line.after === remark);
  return journal
    .slice(0, Math.max(merge, 0))
    .filter((line) => records.has(line.entity) && line.who !== 'sync')
    .map((line) => `${line.subject}: ${line.field} “${line.before}” → “${line.after}”`);
}
