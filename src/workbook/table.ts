import type { WallTime } from '../types';

/** Who a column belongs to: `system` cells are derived and may be rewritten at any time; `staff` cells belong to people. */
export type Owner = 'system' | 'staff';

/** Value type in the program for each column type; a blank is `''` for texts and days, `null` for numbers and instants. */
interface ValueOf {
  text: string;
  choice: string;
  number: number | null;
  money: number | null;
  /** Epoch milliseconds. */
  instant: number | null;
  /** `YYYY-MM-DD`. */
  day: WallTime | '';
  /** Written as yes or no, which works on phones too, and does not fill a column with FALSE as check boxes do. */
  flag: boolean;
  link: Link;
}

export type ColumnType = keyof ValueOf;
export type CellValue = ValueOf[ColumnType];

/** A cell that shows `text` and jumps to a row of the same workbook; `row` 0 means plain text. */
export interface Link {
  text: string;
  sheet: string;
  row: number;
}

/** Colour of a whole row while `column` holds `value` (compared without regard to case). */
export interface RowColour {
  column: string;
  value: string;
  background: string;
  /** And only while the instant in this column is past. */
  past?: string;
}

export interface Column<T extends ColumnType = ColumnType> {
  header: string;
  /** Former or other headers under which the column is found as well. */
  aliases?: readonly string[];
  type: T;
  owner: Owner;
  /** Pixels. */
  width: number;
  /** Number format of the sheet; a fitting one by type when absent. */
  format?: string;
  /** Words of the drop-down; other words stay allowed, since people may have good reasons. */
  options?: readonly string[];
  /** The drop-down offers what stands in this column of another sheet. */
  optionsFrom?: { sheet: string; column: string };
  /** Shown when the pointer rests on the header. */
  note?: string;
  hidden?: boolean;
  /** Tells which row it is: written when it changes, and never along with a neighbour, lest a row that moved take another's identity. */
  identity?: boolean;
}

/** One managed sheet, declared once: the sheet, its drop-downs, the parser, the checks and the documentation come from here. */
export interface Table<C extends Record<string, Column> = Record<string, Column>> {
  sheet: string;
  /** One sentence for the README and the help. */
  about: string;
  /** Column that identifies a row. */
  key: keyof C & string;
  columns: C;
  colours?: readonly RowColour[];
  /** Rows that *Set up* writes into a new sheet. */
  starters?: readonly Partial<RowOf<C>>[];
  /** Hidden at first: for the curious, not for the day's work. */
  hidden?: boolean;
  /** Colour of the tab. */
  tab?: string;
  /** How many of its first columns stay in sight when one looks further to the right. */
  frozenColumns?: number;
}

/** A row of a table in the program. */
export type RowOf<C extends Record<string, Column>> = { [K in keyof C]: ValueOf[C[K]['type']] };
export type TableRow<T> = T extends Table<infer C> ? RowOf<C> : never;

/** Keeps the literal column types of a declaration. */
export function defineTable<const C extends Record<string, Column>>(table: Table<C>): Table<C> {
  return table;
}

/** The blank of a column type. */
export function blankOf(type: ColumnType): CellValue {
  if (type === 'flag') return false;
  if (type === 'link') return { text: '', sheet: '', row: 0 };
  return type === 'text' || type === 'choice' || type === 'day' ? '' : null;
}

/** A whole row from the cells that are given; the others are blank. */
export function rowOf<C extends Record<string, Column>>(table: Table<C>, cells: Partial<RowOf<C>>): RowOf<C> {
  const row: Record<string, unknown> = {};
  for (const name of Object.keys(table.columns)) row[name] = cells[name] ?? blankOf(table.columns[name].type);
  return row as RowOf<C>;
}
