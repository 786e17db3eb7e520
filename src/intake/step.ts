import type { Cell } from '../types';
import type { PlannedColumn } from './plan';
import type { Flaw } from './reading';
import type { CleanRecord } from './record';

/** What is known while one row is read. */
export interface RowState {
  record: CleanRecord;
  /** Country (ISO 3166 alpha-2) that the row points to; `''`: none. */
  hint: string;
  /** The source's own country, to be tried where the row only seemed to point elsewhere; `''` where the row names its country. */
  fallback: string;
  /** Currency that stood with an amount. */
  moneyCurrency: string;
  flaw(flaws: readonly Flaw[], column: PlannedColumn, raw: string): void;
}

/** What one column adds to the record of a row. `text` is the cell as text; blank cells are not handed in. */
export type Step = (state: RowState, cell: Cell, text: string) => void;
