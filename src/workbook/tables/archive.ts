import { defineTable } from '../table';
import { followedUp } from './followed-up';

/** Follow-ups that were closed long ago, so that the daily sheet stays small. */
export const archive = defineTable({
  sheet: 'archive',
  about: 'Follow-ups that were closed long ago. Give one an open status, and it comes back with the next update.',
  key: 'id',
  frozenColumns: 1,
  columns: followedUp.columns,
});
