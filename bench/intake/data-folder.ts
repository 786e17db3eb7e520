import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { MessCase } from './mess';
import { oracle, type PhoneCase } from './phones';

/** A folder that is not there or holds none of the files the bench knows. */
export class NoDataError extends Error {}

function rowsOf(file: string): string[][] {
  return Papa.parse<string[]>(readFileSync(file, 'utf8').replace(/^\ufeff/, ''), { skipEmptyLines: 'greedy' }).data;
}

function find(folder: string, name: string): string | null {
  const file = [join(folder, name), join(folder, 'intake', name)].find(existsSync);
  return file ?? null;
}

/** `phones.csv` of a folder (input, region, type, e164); where the last column is left out, Google's library is asked. `null`: none there. */
export function phonesOf(folder: string): PhoneCase[] | null {
  const file = find(folder, 'phones.csv');
  if (file === null) return null;
  const [header, ...rows] = rowsOf(file);
  const at = (name: string): number => header.indexOf(name);
  return rows.map((row) => ({
    input: row[at('input')],
    region: row[at('region')],
    e164: at('e164') < 0 ? oracle(row[at('input')], row[at('region')]) : (row[at('e164')] ?? ''),
  }));
}

/** `messy_*.csv` with its `clean_*.csv` and `truth_*.json` (duplicate_pairs) of a folder; `null`: not there. */
export function messOf(folder: string, tier = 't1'): MessCase | null {
  const [messy, clean, truth] = [`messy_${tier}.csv`, `clean_${tier}.csv`, `truth_${tier}.json`].map((name) =>
    find(folder, name),
  );
  if (messy === null || clean === null || truth === null) return null;
  const { duplicate_pairs } = JSON.parse(readFileSync(truth, 'utf8')) as { duplicate_pairs: [number, number][] };
  return { messy: rowsOf(messy), clean: rowsOf(clean), repeats: duplicate_pairs };
}

/** `superstore.csv` of a folder as it is, with its byte-order mark; `null`: not there. */
export function superstoreOf(folder: string): string[][] | null {
  const file = find(folder, 'superstore.csv');
  return file === null ? null : Papa.parse<string[]>(readFileSync(file, 'utf8'), { skipEmptyLines: 'greedy' }).data;
}

/** Refuses a folder that is not one. */
export function checkFolder(folder: string): void {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new NoDataError(`There is no folder “${folder}”.`);
}
