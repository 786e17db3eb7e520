import type { Cell } from '../types';
import { matchHeader } from './header-words';
import type { SourceKind } from './record';
import { foldWords } from './text';

function isBlank(cell: Cell | undefined): boolean {
  return cell === '' || cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '');
}

/** Name of a column as sheets show it: 0 → A, 27 → AB. */
export function columnLetters(column: number): string {
  const rest = column % 26;
  const letters = String.fromCharCode(65 + rest);
  return column < 26 ? letters : columnLetters((column - rest) / 26 - 1) + letters;
}

function knownHeaders(headers: readonly string[], kind: SourceKind): string[] {
  return headers.filter((header) => matchHeader(header, kind).strength >= 0.85).map(foldWords);
}

/**
 * 0-based column where a second table begins beside the first; -1 where there is one table only. Two tables are parted by a wholly
 * empty column, have two known headers each, and share at least one of them.
 */
export function sideTable(
  headers: readonly string[],
  rows: readonly (readonly Cell[])[],
  from: number,
  kind: SourceKind,
): number {
  for (let gap = 1; gap < headers.length - 1; gap++) {
    if (headers[gap] !== '') continue;
    let filled = false;
    for (let i = from; i < rows.length && !filled; i++) filled = !isBlank(rows[i][gap]);
    if (filled) continue;
    const left = knownHeaders(headers.slice(0, gap), kind);
    const right = knownHeaders(headers.slice(gap + 1), kind);
    if (left.length >= 2 && right.length >= 2 && right.some((header) => left.includes(header))) return gap + 1;
  }
  return -1;
}

/** Whether a row below the header looks like the header of another table: nothing but known headers, of which some are new. */
export function isOtherHeader(row: readonly Cell[], headers: readonly string[], kind: SourceKind): boolean {
  let known = 0;
  let fresh = 0;
  let first = true;
  for (const cell of row) {
    if (isBlank(cell)) continue;
    if (typeof cell !== 'string' || cell.length > 40 || /[\d@]/.test(cell)) return false;
    const match = matchHeader(cell, kind);
    if (match.strength < 1 && (first || !match.other)) return false;
    first = false;
    known++;
    if (!headers.includes(foldWords(cell))) fresh++;
  }
  return known >= 3 && fresh >= 1;
}

/** Whether a sheet writes one record a block: its first column holds the same known labels again and again, the values beside them. */
export function isBlockSheet(rows: readonly (readonly Cell[])[], kind: SourceKind): boolean {
  const counts = new Map<string, number>();
  let filled = 0;
  for (const row of rows.slice(0, 200)) {
    const cell = row.find((one) => !isBlank(one));
    if (cell === undefined) continue;
    filled++;
    if (typeof cell === 'string' && cell.length <= 40 && matchHeader(cell, kind).strength === 1)
      counts.set(foldWords(cell), (counts.get(foldWords(cell)) ?? 0) + 1);
  }
  const repeated = [...counts.values()].filter((times) => times >= 2);
  return repeated.length >= 2 && repeated.reduce((sum, times) => sum + times, 0) >= filled * 0.6;
}
