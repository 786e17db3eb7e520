import { STAFF_CELLS } from '../followup/notice';
import { sumOfText } from '../workbook/pages';
import type { FollowUp } from '../workbook/tables/followed-up';

/** Columns that make the revision of a row: what people see and change. The rest follows from the sources. */
const SEEN: readonly (keyof FollowUp)[] = [...STAFF_CELLS, 'state', 'due', 'snoozedUntil', 'tries', 'contactedAt'];

/** The revision of a row: a check sum of what stands in it. */
export const revisionOf = (row: FollowUp): string => sumOfText(JSON.stringify(SEEN.map((name) => row[name])));
