import type { CleanRecord } from '../intake/record';
import type { WallTime } from '../types';
import type { Source } from './source';

/** One article of an order. */
export interface Line {
  /** What tells it from the other lines: line id, else article number, else article. */
  key: string;
  text: string;
  quantity: number | null;
  amount: number | null;
  currency: string;
}

/** A line that stood twice: the later row counts, and this is what it replaced. */
export interface LineUpdate {
  line: string;
  before: string;
  after: string;
}

/** What opens a follow-up: one order of one customer, or one lead; put together from one row or several. */
export interface Case {
  source: Source;
  kind: 'order' | 'lead';
  /** Who, as far as the rows of the case can tell: part of {@link keyOf}. */
  customer: string;
  /** Order number, lead id, or `''`. */
  reference: string;
  /** The rows put together: each field from the latest row that has it, phones and e-mails of all. */
  record: CleanRecord;
  /** Rows of the source sheet, 1-based, top down. */
  rows: number[];
  lines: Line[];
  updates: LineUpdate[];
  /** Rows that stood for something already there. */
  repeats: number;
  /** The sum of the lines; null when there is none or when they are in several currencies. */
  amount: number | null;
  currency: string;
  /** The day it belongs to; `''` when the rows do not say. */
  date: WallTime | '';
  remarks: string[];
}

const SEPARATOR = ' | ';

const clean = (part: string) => part.replace(/\s*\|\s*/g, '/').trim();

/** The key of a case: source, reference, customer, day. It identifies the case from run to run. */
export function keyOf(item: Pick<Case, 'source' | 'reference' | 'customer' | 'kind' | 'date'>): string {
  const day = item.kind === 'lead' && item.reference === '' ? item.date.slice(0, 10) : '';
  return [item.source.sheet, item.reference, item.customer, day].map(clean).join(SEPARATOR);
}

/** Takes a key apart again; null when it is none of ours. */
export function splitKey(key: string): { sheet: string; reference: string; customer: string; day: string } | null {
  const parts = key.split(SEPARATOR.trim()).map((part) => part.trim());
  if (parts.length !== 4) return null;
  const [sheet, reference, customer, day] = parts;
  return { sheet, reference, customer, day };
}

/** Key of a row that no source has: it names no sheet. */
export const NO_SOURCE = ' |  |  | ';

/** A key as its cell holds it: with the id of its row, so that a key in a row that is not its own is known for what it is. */
export function sealKey(id: string, key: string): string {
  return `${id}: ${key}`;
}

/** The key of a row; `''` when it belongs to another row. */
export function unsealKey(id: string, sealed: string): string {
  return sealed.startsWith(`${id}: `) ? sealed.slice(id.length + 2) : '';
}

const CUSTOMER_SEPARATOR = ' ~ ';

/** Who a record is, in one text: customer id, phone, e-mail, name; what is missing stays empty. */
export function customerOf(record: CleanRecord): string {
  const name = (record.name || record.company).toLowerCase().replace(/\s+/g, ' ').trim();
  const parts = [customerIdKey(record.customerId), record.phones[0] ?? '', record.emailKeys[0] ?? '', name];
  return parts.map((part) => part.replace(/~/g, '-')).join(CUSTOMER_SEPARATOR);
}

/** A customer number for comparison: capitals, and the zeros that a number cell loses in front, do not count. */
export function customerIdKey(id: string): string {
  return id
    .trim()
    .toUpperCase()
    .replace(/^0+(?=\d+$)/, '');
}

/** How many parts of two customers are equal and not empty. */
export function likeness(a: string, b: string): number {
  const other = b.split(CUSTOMER_SEPARATOR.trim());
  return a
    .split(CUSTOMER_SEPARATOR.trim())
    .filter((part, index) => part.trim() !== '' && part.trim() === other[index]?.trim()).length;
}

/**
 * Several rows as one record: the later row wins where it has a value, and every phone and e-mail is kept, the later's
 * first, since what was written last is likelier to be right.
 */
export function mergeRecords(records: readonly CleanRecord[]): CleanRecord {
  const merged = { ...records[0] };
  for (const record of records.slice(1)) {
    for (const field of Object.keys(merged) as (keyof CleanRecord)[]) {
      const value = record[field];
      if (!Array.isArray(value) && value !== '' && value !== null)
        (merged as unknown as Record<string, unknown>)[field] = value;
    }
  }
  const latestFirst = [...records].reverse();
  merged.phones = unique(latestFirst.flatMap((record) => record.phones));
  merged.emails = unique(latestFirst.flatMap((record) => record.emails));
  merged.emailKeys = unique(latestFirst.flatMap((record) => record.emailKeys));
  merged.row = records[0].row;
  return merged;
}

export function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
