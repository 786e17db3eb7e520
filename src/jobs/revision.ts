import { STAFF_CELLS } from '../followup/notice';
import { sumOfText } from '../workbook/pages';
import type { FollowUp } from '../workbook/tables/followed-up';

/** Columns that make the revision of a row: what people see and change. The rest follows from the sources. */
const SEEN: readonly (keyof FollowUp)[] = [
  ...STAFF_CELLS,
  'state',
  'due',
  'snoozedUntil',
  'tries',
  'contactedAt',
  'corrected',
];

/** The revision of a row: a check sum of what stands in it. */
export const revisionOf = (row: FollowUp): string => sumOfText(JSON.stringify(SEEN.map((name) => row[name])));

/** A revision as the panel holds it: what stood in the row, where that was, and how many proposals name it. */
export interface Rev {
  /** See {@link revisionOf}; `''`: however it stands. */
  sum: string;
  /** 1-based row, a hint, less the rows put in on top since the queue was written; 0 when nothing is known. */
  at: number;
  pairs: number;
}

export const revOf = ({ rev, at }: { rev: string; at: number }, pairs: number): string =>
  [rev, at, ...(pairs > 0 ? [pairs] : [])].join('@');

export function readRev(text: string): Rev {
  const [sum, at, pairs] = text.split('@');
  return { sum, at: Number(at) || 0, pairs: Number(pairs) || 0 };
}
