import { type FollowUp, followedUp } from '../workbook/tables/followed-up';
import { addWorkingDays, type Calendar } from './calendar';
import type { Stage } from './pipeline';

type Column = keyof typeof followedUp.columns;

/** Headers of the columns that a stage needs and a row has not filled; words that are no column of ours ask for nothing. */
export function missingFor({ required = [] }: Stage, row: FollowUp): string[] {
  const names = Object.keys(followedUp.columns) as Column[];
  return required.flatMap((word) => {
    const name = names.find((one) => followedUp.columns[one].header.toLowerCase() === word.toLowerCase());
    return name !== undefined && (row[name] === '' || row[name] === null) ? followedUp.columns[name].header : [];
  });
}

/** When a follow-up has been in its stage for as long as it may; null where it may for good. */
export function stayEnds(stage: Stage, stageSince: number | null, calendar: Calendar): number | null {
  return stage.maxDays && stageSince !== null ? addWorkingDays(calendar, stageSince, stage.maxDays) : null;
}

/** Sentences that stage rules put into a remark, to be taken out once they hold no more. */
const OURS = / ?(?:“[^”]*” needs [^.]*|In “[^”]*” for more than \d+ working days?)\./g;

/**
 * The remark of a row with what the rules of its stage have to say: what is still missing, since a status typed in the cell
 * stands whatever it needs, and that the row has been there for too long.
 */
export function remarked(row: FollowUp, stage: Stage, overstayed: boolean): string {
  const missing = missingFor(stage, row);
  const days = stage.maxDays ?? 0;
  return [
    row.remark.replace(OURS, '').trim(),
    missing.length > 0 ? `“${stage.name}” needs ${missing.join(' and ')}.` : '',
    overstayed ? `In “${stage.name}” for more than ${days} working ${days === 1 ? 'day' : 'days'}.` : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}
