import type { ActArgs, ActKind } from '../followup/act';
import type { Difference } from './act-undo';
import type { QueueRow } from './queue';

/** An act as it is asked for. */
export interface Op {
  /** Names it: done twice, it is done once. */
  op: string;
  kind: ActKind;
  id: string;
  /** The row as whoever acts has seen it; `''`: however it stands. */
  rev: string;
  args: ActArgs;
}

/** What became of it. */
export type Outcome =
  | { op: string; id: string; ok: true }
  | { op: string; id: string; ok: false; code: string; message: string; theirs: Difference[] };

export interface Actor {
  name: string;
  /** Whether this person may act on what is others'. */
  all: boolean;
}

/** What acts have done: what became of each, and the rows that they were about, as they stand now. */
export interface Acted {
  outcomes: Outcome[];
  rows: QueueRow[];
}

/** The row is not as whoever acts has seen it. */
export const STALE = { code: 'stale', message: 'This follow-up was changed meanwhile. Nothing was written.' };

/** Not all of an undo could be done. */
export const PARTLY = { code: 'changed-since', message: 'Taken back, but for what was changed since: that stays.' };

/** An act in words. */
export const wordsOf = (kind: ActKind, { status, owner, nextDate, fields, text }: ActArgs): string =>
  [kind, status ?? owner ?? nextDate ?? text ?? Object.keys(fields ?? {}).join(', ')].filter(Boolean).join(': ');
