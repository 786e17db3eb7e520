import type { DraftRow, GeneratedSheet, RowKind, RowTruth, TypedCell } from './types';

/** A sheet with what is true of each of its rows. */
export interface LaidSheet {
  sheet: GeneratedSheet;
  truth: RowTruth[];
}

/** A row that is no record: only its first cells are filled. */
export function filler(kind: RowKind, mess: string, cells: readonly TypedCell[] = []): DraftRow {
  return { kind, mess: mess ? [mess] : [], person: '', clean: {}, cells: [...cells] };
}

/** Gives each draft its row, and fills it up to the width of the widest. */
export function laySheet(name: string, drafts: readonly DraftRow[]): LaidSheet {
  const width = Math.max(...drafts.map(({ cells }) => cells.length));
  return {
    sheet: { name, rows: drafts.map(({ cells }) => widened(cells, width)) },
    truth: drafts.map(({ kind, person, clean, mess }, index) => ({
      sheet: name,
      row: index + 1,
      kind,
      person,
      clean,
      mess,
    })),
  };
}

function widened(cells: TypedCell[], width: number): TypedCell[] {
  if (cells.length === width) return cells;
  const blanks = new Array<TypedCell>(width - cells.length).fill('');
  return [...cells, ...blanks];
}

/** Puts `extra` in at shares of the way down, `[0.5]` being the middle. */
export function strewn(drafts: readonly DraftRow[], extra: DraftRow, shares: readonly number[]): DraftRow[] {
  const rows = [...drafts];
  for (const share of [...shares].sort((a, b) => b - a)) rows.splice(Math.round(share * drafts.length), 0, extra);
  return rows;
}

/** A last row that adds columns up as people do, by formulas; cells that are text count for nothing. */
export function totalRow(rows: readonly DraftRow[], firstRow: number, columns: readonly number[]): DraftRow {
  const cells = new Array<TypedCell>(Math.max(...columns) + 1).fill('');
  cells[0] = 'TOTAL';
  for (const column of columns) {
    const letter = String.fromCharCode(65 + column);
    const value = rows.reduce((sum, { cells: c }) => sum + (typeof c[column] === 'number' ? c[column] : 0), 0);
    const formula = `=SUM(${letter}${firstRow}:${letter}${firstRow + rows.length - 1})`;
    cells[column] = { formula, value: Math.round(value * 100) / 100 };
  }
  return filler('total', 'layout-total-row', cells);
}
