import type { CellValue } from '../workbook/table';
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

/** Properties that hold the deeds, newest first; each value may be 9 KB, of which letters may take three bytes. */
const KEYS = ['deeds', 'deeds2', 'deeds3', 'deeds4', 'deeds5', 'deeds6'];
const LETTERS = 3000;

/** What was done lately, newest first; what no longer fits is forgotten, and stays in `activity`. */
export function readDeeds(properties: PropertyStore): Deed[] {
  try {
    return JSON.parse(KEYS.map((key) => properties.get(key) ?? '').join('') || '[]') as Deed[];
  } catch {
    return [];
  }
}

/** As properties to set. */
export function deedsProperty(deeds: readonly Deed[]): Record<string, string> {
  let kept = [...deeds];
  let text = JSON.stringify(kept);
  while (text.length > KEYS.length * LETTERS) {
    kept = kept.slice(0, -1);
    text = JSON.stringify(kept);
  }
  return Object.fromEntries(KEYS.map((key, index) => [key, text.slice(index * LETTERS, (index + 1) * LETTERS)]));
}
