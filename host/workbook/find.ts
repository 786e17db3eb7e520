import type { Rect } from './a1';
import { displayText } from './display';
import type { Sheet } from './sheet';

export interface FindOptions {
  text: string;
  matchCase: boolean;
  entireCell: boolean;
  formulas: boolean;
  regex: boolean;
}

/** A test of one cell's text. @throws SyntaxError for a regular expression that is none */
export function matcher(options: FindOptions): (text: string) => boolean {
  if (options.regex) {
    const pattern = new RegExp(
      options.entireCell ? `^(?:${options.text})$` : options.text,
      options.matchCase ? '' : 'i',
    );
    return (text) => pattern.test(text);
  }
  const needle = options.matchCase ? options.text : options.text.toLowerCase();
  return (text) => {
    const hay = options.matchCase ? text : text.toLowerCase();
    return options.entireCell ? hay === needle : hay.includes(needle);
  };
}

/** The cells of a block whose shown text (or formula) matches, row by row. */
export function findCells(sheet: Sheet, rect: Rect, options: FindOptions): { row: number; column: number }[] {
  const matches = matcher(options);
  const found: { row: number; column: number }[] = [];
  const lastRow = Math.min(rect.row + rect.rows - 1, sheet.rows.length);
  for (let r = rect.row; r <= lastRow; r++) {
    const row = sheet.peek(r);
    if (!row) continue;
    const lastColumn = Math.min(rect.column + rect.columns - 1, Math.max(row.values.length, row.formulas?.length ?? 0));
    for (let c = rect.column; c <= lastColumn; c++) {
      const text = cellText(sheet, r, c, options.formulas);
      if (text !== '' && matches(text)) found.push({ row: r, column: c });
    }
  }
  return found;
}

export function cellText(sheet: Sheet, row: number, column: number, formulas: boolean): string {
  const formula = formulas ? sheet.part('formulas', row, column) : undefined;
  return formula ?? displayText(sheet.value(row, column), sheet.style(row, column), sheet.book.locale);
}
