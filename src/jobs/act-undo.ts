import { CONTACT, takeBack } from '../followup/correct';
import { STAFF_CELLS } from '../followup/notice';
import { sameValue } from '../workbook/codec';
import type { CellValue } from '../workbook/table';
import { type FollowUp, followedUp } from '../workbook/tables/followed-up';
import type { Column } from './act-write';
import type { Deed } from './deeds';

/** Cells whose changes an act tells of one by one: staff's own, and what they correct. */
export const TOLD = [...STAFF_CELLS, ...CONTACT] as const;

/** Where a row is not as it was seen: what the act would have written, and what stands there. */
export interface Difference {
  field: string;
  yours: string;
  theirs: string;
}

const isAmong = (columns: readonly string[], column: string) => columns.includes(column);

/**
 * The cells of a row once a deed is taken back, and those that somebody has changed since, which stay.
 * @param spell a value as the journal shows it
 */
export function takenBack(
  { cells: done }: Deed,
  row: FollowUp,
  spell: (column: Column, value: CellValue) => string,
): { cells: Partial<FollowUp>; kept: Difference[] } {
  const kept: Difference[] = [];
  const corrected = done.corrected as [string, string] | undefined;
  const cells: Record<string, unknown> = corrected ? takeBack(row, ...corrected) : {};
  for (const [name, [before, after]] of Object.entries(done)) {
    if (name === 'corrected' || name in cells) continue;
    const column = name as Column;
    // What was corrected again since, or has come from the source, is not this deed's any more.
    const isSettled = corrected !== undefined && isAmong(CONTACT, column);
    if (!isSettled && sameValue(followedUp.columns[column].type, row[column], after)) cells[column] = before;
    else if (isAmong(TOLD, column))
      kept.push({
        field: followedUp.columns[column].header,
        yours: spell(column, before),
        theirs: spell(column, row[column]),
      });
  }
  return { cells: cells as Partial<FollowUp>, kept };
}

/** What an act would have written, and what stands there, where the row is not as whoever acts has seen it. */
export function differencesOf(row: FollowUp, cells: Partial<FollowUp>): Difference[] {
  const told = TOLD.filter((name) => cells[name] !== undefined && cells[name] !== row[name]);
  if (told.length === 0)
    return [{ field: followedUp.columns.state.header, yours: String(cells.state ?? ''), theirs: row.state }];
  return told.map((name) => ({
    field: followedUp.columns[name].header,
    yours: String(cells[name]),
    theirs: row[name],
  }));
}
