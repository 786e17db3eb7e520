import type { PropertyStore } from './ports';

/** Rows from … to of a sheet, 1-based, both included. */
export type Span = [from: number, to: number];

const KEY = 'edits';

/** Places remembered of one sheet; of more, the nearest become one. */
const PLACES = 60;

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
  marks[sheet] = spans.length <= PLACES ? spans : joined(spans, 0, PLACES);
  properties.set(KEY, JSON.stringify(marks));
}

/** Spans that hold all of the given ones, in their order: those no further apart than `near` are one, and there are `most`. */
export function joined(spans: readonly Span[], near: number, most: number): Span[] {
  const all: Span[] = [];
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = all[all.length - 1];
    if (last && from <= last[1] + near) last[1] = Math.max(last[1], to);
    else all.push([from, to]);
  }
  while (all.length > most) {
    let least = 1;
    for (let at = 2; at < all.length; at++)
      if (all[at][0] - all[at - 1][1] < all[least][0] - all[least - 1][1]) least = at;
    const [[, to]] = all.splice(least, 1);
    all[least - 1][1] = Math.max(all[least - 1][1], to);
  }
  return all;
}

export function readMarks(properties: PropertyStore): Record<string, Span[]> {
  return JSON.parse(properties.get(KEY) || '{}') as Record<string, Span[]>;
}

/** The property that says that no mark stands. */
export const NO_MARKS = { [KEY]: '' };
