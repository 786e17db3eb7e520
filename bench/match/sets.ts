import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type FileTable, matchColumns, matchInput, readTable } from '../../host/match-file';
import type { MatchInput } from '../../src/match/contract';
import { firmRows, mixedRows } from './firms';
import { crmRows, denseRows, familyRows, officeRows, type Row } from './people';

/** A set to be measured: its records, and the truth that matching does not see. */
export interface DataSet {
  name: string;
  input: () => { input: MatchInput; truth: string[] };
}

function toSet(name: string, table: () => FileTable): DataSet {
  return {
    name,
    input: () => {
      const read = table();
      const truthAt = read.headers.findIndex((header) => header === 'cluster' || header === 'truth');
      return { input: matchInput(read, matchColumns(read)), truth: read.rows.map((row) => row[truthAt] ?? '') };
    },
  };
}

function toTable(rows: readonly Row[]): FileTable {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return { headers, rows: rows.map((row) => headers.map((header) => row[header] ?? '')) };
}

const GENERATED: Record<string, (seed: number) => Row[]> = {
  crm_10k: (seed) => crmRows(10_000, seed),
  crm_100k: (seed) => crmRows(100_000, seed),
  crm_1m: (seed) => crmRows(1_000_000, seed),
  crm_bad_10k: (seed) => crmRows(10_000, seed, { errors: 2 }),
  german_10k: (seed) => crmRows(10_000, seed, { german: true }),
  dense_10k: (seed) => denseRows(10_000, seed),
  dense_50k: (seed) => denseRows(50_000, seed),
  families_5k: (seed) => familyRows(5_000, seed),
  offices_5k: (seed) => officeRows(5_000, seed),
  firms_5k: (seed) => firmRows(5_000, seed),
  mixed_10k: (seed) => mixedRows(10_000, seed),
};

/** Sets that take minutes: measured when they are named. */
export const LARGE: ReadonlySet<string> = new Set(['crm_1m']);

/** Own data, generated from a seed. */
export function generatedSets(seed: number): DataSet[] {
  return Object.entries(GENERATED).map(([name, make]) => toSet(name, () => toTable(make(seed))));
}

/** The `id,cluster,…` files of a folder. */
export function folderSets(folder: string): DataSet[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.csv'))
    .sort()
    .map((file) => toSet(file.slice(0, -'.csv'.length), () => readTable(join(folder, file))));
}
