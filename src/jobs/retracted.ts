import { STAFF_CELLS } from '../followup/notice';
import { HEADER_SEARCH, readTable } from '../workbook/read-table';
import { followedUp } from '../workbook/tables/followed-up';
import { activity } from '../workbook/tables/logs';
import { formerRun, linesSince } from './intent';
import { type Entry, isLineOf, spellValue } from './journal';
import type { Services } from './ports';
import type { State } from './state';
import { TYPED } from './sync-entries';

/**
 * What a run that was cut off has told of as typed in a cell, and what somebody took back before it could be sealed in its
 * row: the journal says that too, or it would end with a value that stands nowhere.
 * @param entries what is to be told of the same rows anyway
 */
export function retractedEntries(
  services: Services,
  { followedUp: read, zone }: State,
  entries: readonly Entry[],
): Entry[] {
  const former = formerRun(services.properties);
  if (!former) return [];
  const top = services.workbook.readTop(activity.sheet, HEADER_SEARCH + linesSince(former));
  const lines = readTable(activity, top, zone).rows.map(({ values }) => values);
  const placeOf = ({ entity, field }: Entry) => `${entity} ${field}`;
  const rows = new Map(read.rows.map(({ values }) => [values.id, values]));
  const told = new Set(entries.map(placeOf));
  return lines.flatMap((line): Entry[] => {
    // The newest stand first; an older one says nothing of what stands there now.
    const isOld = told.has(placeOf(line));
    told.add(placeOf(line));
    const name = STAFF_CELLS.find((one) => followedUp.columns[one].header === line.field);
    const row = rows.get(line.entity);
    if (isOld || !name || !row || line.why !== TYPED || !isLineOf(former.id, line)) return [];
    const { who, kind, subject, field, before: after, after: before, why, entity } = line;
    return spellValue(row[name], 'text', zone) === after
      ? [{ who, kind, subject, field, before, after, why, entity }]
      : [];
  });
}
