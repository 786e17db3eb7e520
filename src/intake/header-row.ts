import { type Cell, isDate } from '../types';
import { matchHeader } from './header-words';
import type { SourceKind } from './record';
import { foldWords, tidy } from './text';

const LOOK_AT = 25;

function isText(cell: Cell | undefined): cell is string {
  return typeof cell === 'string' && cell.trim() !== '';
}

interface Look {
  row: number;
  score: number;
  known: number;
  texts: number;
}

function look(row: readonly Cell[], index: number, kind: SourceKind): Look {
  let known = 0;
  let texts = 0;
  let data = 0;
  const seen = new Set<string>();
  for (const cell of row) {
    if (typeof cell === 'number' || isDate(cell)) data++;
    if (!isText(cell)) continue;
    texts++;
    if (/^[\d\s().,+$€£/-]{3,}$|\S@[^\s@]+\.\S/.test(cell) || cell.length > 60) data++;
    const words = foldWords(cell);
    const match = matchHeader(cell, kind);
    if ((match.strength >= 0.85 || match.other) && !seen.has(words)) known += match.other ? 0.5 : 1;
    seen.add(words);
  }
  return { row: index, score: known - data * 0.7 + Math.min(texts, 6) * 0.02, known, texts };
}

/** A row of nothing but known headers is the header, unless the next one says more: then it was a line of groups above it. */
function isSettled(best: Look | null, row: number): boolean {
  return best !== null && best.known >= 2 && best.known >= best.texts * 0.6 && row > best.row + 1;
}

/**
 * 0-based row of the header, under whatever titles and blank rows stand above it; -1 where no row looks like one. `width` is the
 * number of columns that hold anything.
 */
export function findHeaderRow(
  rows: readonly (readonly Cell[])[],
  kind: SourceKind,
  said: Readonly<Record<string, unknown>>,
): number {
  const told = new Set(Object.keys(said).map(foldWords));
  let best: Look | null = null;
  for (let i = 0; i < Math.min(rows.length, LOOK_AT) && !isSettled(best, i); i++) {
    const found = look(rows[i], i, kind);
    if (told.size > 0) found.score += rows[i].filter((cell) => isText(cell) && told.has(foldWords(cell))).length;
    if (found.score > (best?.score ?? 0.9) + 1e-9) best = found;
  }
  if (best !== null && (best.known >= 2 || best.texts <= 3 || best.known >= best.texts / 2 || told.size > 0))
    return best.row;
  return unknownHeader(rows);
}

/** A first full row of short texts over rows that are not all text: a header in words that nobody told us. */
function unknownHeader(rows: readonly (readonly Cell[])[]): number {
  const first = rows.findIndex((row) => row.filter((cell) => cell !== '').length >= 2);
  if (first < 0 || first + 1 >= rows.length) return -1;
  const filled = rows[first].filter((cell) => cell !== '');
  const labels = filled.every((cell) => isText(cell) && cell.length <= 40 && !/\d{3}|@/.test(cell));
  if (!labels || new Set(filled.map((cell) => foldWords(String(cell)))).size < filled.length) return -1;
  const below = rows.slice(first + 1, first + 20);
  const differs = rows[first].some(
    (cell, column) =>
      isText(cell) &&
      below.filter(
        (row) =>
          row[column] !== '' &&
          row[column] !== undefined &&
          (typeof row[column] !== 'string' || /\d|@/.test(String(row[column]))),
      ).length >= Math.max(1, below.length * 0.6),
  );
  return differs ? first : -1;
}

/** The headers of a row, one for each column, as they stand but tidied. */
export function headersOf(row: readonly Cell[], width: number): string[] {
  return Array.from({ length: width }, (_, column) => {
    const cell = row[column];
    return cell === undefined || isDate(cell) ? '' : tidy(String(cell));
  });
}
