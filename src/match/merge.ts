/** A row that stands for all rows of a cluster. */
export interface MergedRow {
  /** Row whose values survive: the most complete one. */
  survivor: number;
  /** All rows of the cluster, the most complete first. */
  rows: number[];
  cells: string[];
  /** By column: values of the other rows that differ from what survived, each once. */
  lost: string[][];
}

/** How complete a row is: filled cells, each with its column's weight. */
export function completeness(cells: readonly string[], weights: readonly number[]): number {
  return cells.reduce((sum, cell, column) => (cell.trim() === '' ? sum : sum + weights[column]), 0);
}

/**
 * Merges the rows of one cluster: the most complete row's values survive (the upper one if two are equally complete), its
 * blanks are filled from the next, and every other value is kept in `lost`.
 */
export function mergeRows(
  rows: readonly number[],
  cellsOf: (row: number) => readonly string[],
  weights: readonly number[],
): MergedRow {
  const ranked = [...rows].sort(
    (a, b) => completeness(cellsOf(b), weights) - completeness(cellsOf(a), weights) || a - b,
  );
  const cells = weights.map((_, column) => {
    const filled = ranked.find((row) => (cellsOf(row)[column] ?? '').trim() !== '');
    return filled === undefined ? '' : cellsOf(filled)[column];
  });
  const lost = cells.map((kept, column) => {
    const others = ranked.map((row) => (cellsOf(row)[column] ?? '').trim());
    return [...new Set(others)].filter((value) => value !== '' && value !== kept.trim());
  });
  return { survivor: ranked[0], rows: ranked, cells, lost };
}
