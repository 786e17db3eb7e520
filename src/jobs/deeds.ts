import type { CellValue } from '../workbook/table';
import { type LongProperty, longProperty, readLong, roomOf } from './long-property';
import type { PropertyStore } from './ports';

/** One act as it was done, so that it can be taken back and a retry is known. */
export interface Deed {
  op: string;
  /** Epoch milliseconds. */
  time: number;
  who: string;
  /** In words, for the history. */
  what: string;
  /** The follow-up. */
  id: string;
  /** By column: what stood there before and after. */
  cells: Record<string, [before: CellValue, after: CellValue]>;
  undone: boolean;
}

/** The deeds, newest first. */
const DEEDS: LongProperty = { name: 'deeds', parts: 6 };

/** What was done lately, newest first; what no longer fits is forgotten, and stays in `activity`. */
export function readDeeds(properties: PropertyStore): Deed[] {
  try {
    return JSON.parse(readLong(properties, DEEDS) || '[]') as Deed[];
  } catch {
    return [];
  }
}

/** As properties to set. */
export function deedsProperty(properties: PropertyStore, deeds: readonly Deed[]): Record<string, string> {
  let kept = [...deeds];
  let text = JSON.stringify(kept);
  while (text.length > roomOf(DEEDS)) {
    kept = kept.slice(0, -1);
    text = JSON.stringify(kept);
  }
  return longProperty(properties, DEEDS, text);
}
