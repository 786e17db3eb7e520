import { casesOf } from '../followup/cases';
import { readAgain, revivePlan } from '../intake/read-sheet';
import type { Zone } from '../workbook/zone';
import type { Configuration } from './configuration';
import { type Rows, readSpans } from './find-changes';
import { type Kept, type KeptCase, type KeptRow, type KeptSource, sumOfRow } from './kept';
import type { Span } from './marks';
import type { Services } from './ports';
import { readingOptions, type SourceReading } from './read-sources';
import { keysOf } from './row-keys';

/** Rows of one source that changed or are new, with all that make cases with them, read again. */
export interface Touched {
  source: number;
  rows: number[];
  kept: Map<number, KeptRow>;
  reading: SourceReading;
}

/** Reads a source again where it changed; null when the change reaches further than its rows. */
export function touch(
  services: Services,
  kept: Kept,
  configuration: Configuration,
  zone: Zone,
  now: number,
  sheet: string,
  rows: Rows,
  last: number,
): Touched | null {
  const index = kept.sources.findIndex((one) => one.sheet === sheet);
  const source = configuration.sources.find((one) => one.sheet === sheet);
  const before = kept.sources[index];
  if (!source || !before) return null;
  const plan = revivePlan(before.plan);
  const options = readingOptions(source, configuration, zone, now);
  const changed = [...rows].filter(([row, cells]) => sumOfRow(cells) !== (before.rows[row - 1]?.sum ?? ''));
  if (changed.some(([row]) => row <= plan.headerIndex + 1)) return null;
  const read = (list: Iterable<number>) =>
    readAgain(
      plan,
      options,
      [...list].sort((a, b) => a - b).map((row) => ({ row, cells: rows.get(row) ?? [] })),
    );
  const first = read(changed.map(([row]) => row));
  if (!first) return null;
  const keys = first.records.flatMap((record) => keysOf(source, record));
  const tied = tiedRows(
    before,
    changed.map(([row]) => row),
    keys,
  );
  const missing = [...tied].filter((row) => !rows.has(row));
  for (const [row, cells] of readSpans(
    services,
    sheet,
    missing.map((row): Span => [row, row]),
  ))
    rows.set(row, cells);
  // A row that is not where it was, though nothing told of it: rows were moved.
  if (missing.some((row) => sumOfRow(rows.get(row) ?? []) !== before.rows[row - 1]?.sum)) return null;
  const again = read(tied);
  if (!again) return null;
  const now_ = new Map<number, KeptRow>();
  for (const row of tied) now_.set(row, { sum: sumOfRow(rows.get(row) ?? []), keys: [], complaints: [] });
  for (const record of again.records) (now_.get(record.row) as KeptRow).keys = keysOf(source, record);
  for (const complaint of again.complaints) now_.get(complaint.row)?.complaints.push(complaint);
  const reading = { headerRow: plan.headerIndex + 1, columns: plan.decisions, remarks: [], ...again };
  return {
    source: index,
    rows: [...tied],
    kept: now_,
    reading: { source, reading, rows: last - reading.headerRow, cases: casesOf(source, again.records) },
  };
}

/** The given rows and all that share a key with them, directly or through others. */
function tiedRows({ rows }: KeptSource, changed: readonly number[], keys: readonly string[]): Set<number> {
  const tied = new Set(changed);
  if (changed.length === 0) return tied;
  const byKey = new Map<string, number[]>();
  rows.forEach((row, at) => {
    for (const key of row.keys) byKey.set(key, [...(byKey.get(key) ?? []), at + 1]);
  });
  const open = [...keys, ...changed.flatMap((row) => rows[row - 1]?.keys ?? [])];
  const met = new Set(open);
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    for (const row of byKey.get(key) ?? []) {
      tied.add(row);
      for (const other of rows[row - 1].keys) if (!met.has(other)) open.push(other);
      for (const other of rows[row - 1].keys) met.add(other);
    }
  }
  return tied;
}

/** The cases that touched rows made before, by id. */
export function formerCases(kept: Kept, touched: readonly Touched[]): Map<string, KeptCase> {
  const rows = new Map(touched.map(({ reading, rows: list }) => [reading.source.sheet, new Set(list)]));
  const found = new Map<string, KeptCase>();
  for (const one of kept.cases.values()) {
    if (one.rows.some((row) => rows.get(one.sheet)?.has(row))) found.set(one.id, one);
  }
  return found;
}
