/**
 * What calls cost on the modelled clock, in milliseconds. The one table of such figures: change them here when someone measures at Google.
 *
 * Sources. Spreadsheet calls: 500,000 cells read and written in about 76 s (tanaikech.github.io 2023-08-13, 2018-10-12), 4,000 cells
 * written in under 50 ms and flushed in 610 ms (Stack Overflow 29263774), 100 × 100 cells one by one with flush about 70 s and batched
 * about 1 s (Apps Script guide "Best practices"). Properties 30 ms a get and 62 ms a set, cache 3 ms a get and 93 ms a put
 * (ziritione.org, 100 samples). Lock, mail, fetch, trigger and dialogue are estimates of the same order, not measured.
 */
export interface CostTable {
  /** One spreadsheet call, whatever it carries. */
  call: number;
  cellRead: number;
  cellWritten: number;
  propertyRead: number;
  propertyWrite: number;
  cacheGet: number;
  cachePut: number;
  lock: number;
  mail: number;
  fetch: number;
  /** A call of ScriptApp that reads or changes triggers or rights. */
  script: number;
  /** A toast, sidebar, menu or dialogue put on the screen; the time a person takes is not counted. */
  ui: number;
}

export const COSTS: CostTable = {
  call: 60,
  cellRead: 0.02,
  cellWritten: 0.1,
  propertyRead: 30,
  propertyWrite: 62,
  cacheGet: 3,
  cachePut: 93,
  lock: 50,
  mail: 300,
  fetch: 400,
  script: 60,
  ui: 60,
};

/**
 * What kind of call is made. `handle`: a call that only names a place (getSheetByName, getRange, offset, builders) and is answered without
 * Google's servers: execution transcripts of the former editor showed them at 0 seconds. Handles are counted apart, at no cost.
 * `read` and `flush` first commit the write cache; `write` goes into it.
 */
export type CallKind =
  | 'handle'
  | 'read'
  | 'write'
  | 'flush'
  | Exclude<keyof CostTable, 'call' | 'cellRead' | 'cellWritten'>;

/** Milliseconds of one call that carries so many cells. */
export function costOf(table: CostTable, kind: CallKind, cellsRead: number, cellsWritten: number): number {
  if (kind === 'handle') return 0;
  if (kind === 'read' || kind === 'write' || kind === 'flush')
    return table.call + cellsRead * table.cellRead + cellsWritten * table.cellWritten;
  return table[kind];
}
