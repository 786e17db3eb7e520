import type { Cell } from '../types';
import type { Table } from './table';

/**
 * The workbook as the jobs see it; `google/` answers it with the spreadsheet service. Rows and columns are 1-based.
 * Every method but the names is one call to Google or two.
 */
export interface WorkbookPort {
  /** IANA name of the workbook's zone. */
  zoneName(): string;
  /** As en_GB. */
  locale(): string;
  sheetNames(): string[];
  /** Number by which links name a sheet; null when it is not there. */
  sheetId(sheet: string): number | null;
  /** The used range from A1; null when the sheet is not there. One call. */
  read(sheet: string): Cell[][] | null;
  /** The first rows, all columns; fewer where the sheet ends. One call. */
  readTop(sheet: string, rows: number): Cell[][];
  /** The last used row, 0 when the sheet is not there: by the extent that Google sends along, not by a call of its own. */
  extent(sheet: string): number;
  /** Some rows, all columns; blank beyond the last. One call. */
  readRows(sheet: string, row: number, count: number): Cell[][];
  /** A whole column, from row 1 to the last row with content or a little further. One call. */
  readColumn(sheet: string, column: number): Cell[];
  /**
   * New rows above `beforeRow`, filled in the same batch, so that nobody's rows can come between. They look like that row,
   * or like `like` (its place before) where that one is none of the table's.
   */
  insertRows(sheet: string, beforeRow: number, rows: Cell[][], like?: number): void;
  /** Gives rows the formats and drop-downs of another. */
  copyLook(sheet: string, from: number, row: number, count: number, columns: number): void;
  /** The grid grows where the block reaches beyond it. */
  writeBlock(sheet: string, row: number, column: number, cells: Cell[][]): void;
  deleteRows(sheet: string, row: number, count: number): void;
  /**
   * Mends what is missing: headers, formats, widths, drop-downs, colours. Never clears a value: false where one stands in the
   * place of a new header.
   */
  lay(table: Table, columns: LaidColumn[], headerRow: number): boolean;
  /**
   * Gives the cells under the header the number formats of their columns, where a row lacks one: the first, unless another is
   * named. One call, where it lacks none.
   */
  format(table: Table, positions: ReadonlyMap<string, number>, headerRow: number, row?: number): void;
  createSheet(sheet: string, position: number, hidden?: boolean): void;
  /** The last row with content; 0 when the sheet is blank or not there. One call. */
  rowCount(sheet: string): number;
  /**
   * Takes the person in front of the sheet to a row; gives what hides it from them.
   * @param show what does is taken away: the criteria of the sheet's filter, or that somebody has hidden the row
   */
  activate(sheet: string, row: number, show?: boolean): HiddenBy;
  /** Where the person in front of the sheet stands; null when Google does not tell. */
  active(): { sheet: string; row: number } | null;
  /** Sends what is still held back. */
  flush(): void;
}

/** What hides a row; `''`: nothing does. */
export type HiddenBy = '' | 'filter' | 'person';

/** Where a declared column stands in the sheet. */
export interface LaidColumn {
  name: string;
  /** 1-based. */
  position: number;
  /** The header has to be written, since the column is new. */
  isNew: boolean;
}
