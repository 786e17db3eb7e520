import type { PropertyStore } from './ports';

/** Rows from … to of a sheet, 1-based, both included. */
export type Span = [from: number, to: number];

const KEY = 'edits';

/** Places remembered of one sheet; more become one that holds them all. */
const PLACES = 20;

/**
 * Notes down where a person has typed, for the next sync: a hint only. Google queues two events of an edit at most, tells
 * of no sort, no deletion and no write over the API, and two notes at one moment may lose one; what is lost is found by
 * looking (see `find-changes`) and by the full reconcile.
 */
export function markEdit(properties: PropertyStore, sheet: string, from: number, rows: number): void {
  const marks = readMarks(properties);
  const spans = marks[sheet] ?? [];
  const to = from + rows - 1;
  if (spans.some((span) => span[0] <= from && span[1] >= to)) return;
  spans.push([from, to]);
  marks[sheet] =
    spans.length <= PLACES ? spans : [[Math.min(...spans.map(([a]) => a)), Math.max(...spans.map(([, b]) => b))]];
  properties.set(KEY, JSON.stringify(marks));
}

export function readMarks(properties: PropertyStore): Record<string, Span[]> {
  return JSON.parse(properties.get(KEY) || '{}') as Record<string, Span[]>;
}

/** The property that says that no mark stands. */
export const NO_MARKS = { [KEY]: '' };
