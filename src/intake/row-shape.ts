import type { Cell } from '../types';
import { fold } from './text';

/** What a row of the grid is. */
export type RowShape = 'record' | 'blank' | 'header' | 'total';

const TOTAL =
  /^(?:grand |sub ?|sum |page )?(?:total(?:es|s|e)?|sum|suma|summe|somme|gesamt(?:summe)?|zwischensumme|totaux|jumlah|kul|average|avg|promedio|media|mittelwert|count)(?: general[e]?| geral)?\s*:?$/;

function isBlank(cell: Cell | undefined): boolean {
  if (typeof cell !== 'string') return cell === undefined || cell === null;
  return cell === '' || (cell.charCodeAt(0) <= 32 && cell.trim() === '');
}

/** How many cells of the row say what the header above them says; `headers` are folded. */
function echoes(row: readonly Cell[], headers: readonly string[]): number {
  let same = 0;
  for (let i = 0; i < headers.length; i++) {
    const cell = row[i];
    const header = headers[i];
    if (
      header !== '' &&
      typeof cell === 'string' &&
      cell.length >= header.length &&
      cell.length < header.length + 9 &&
      fold(cell) === header
    )
      same++;
  }
  return same;
}

function saysTotal(cell: string): boolean {
  return cell.length >= 3 && cell.length < 24 && TOTAL.test(fold(cell).trim());
}

/** The first text of a row that is no number. */
function firstWords(row: readonly Cell[]): string {
  for (const cell of row)
    if (typeof cell === 'string' && cell !== '' && !isBlank(cell) && !/^[-\d\s.,$€£₹%()]+$/.test(cell)) return cell;
  return '';
}

function countWords(row: readonly Cell[]): number {
  return row.filter((cell) => typeof cell === 'string' && !isBlank(cell) && !/^[-\d\s.,$€£₹%()]+$/.test(cell)).length;
}

/** Tells records from blank rows, repeated headers and total rows. `headers` are folded, one for each column. */
export function shapeOf(row: readonly Cell[], headers: readonly string[]): RowShape {
  let filled = 0;
  for (let i = 0; i < row.length; i++) if (!isBlank(row[i])) filled++;
  if (filled === 0) return 'blank';
  const same = echoes(row, headers);
  if (same >= 2 && same >= filled * 0.6) return 'header';
  if (filled >= headers.length || !saysTotal(firstWords(row))) return 'record';
  return countWords(row) === 1 ? 'total' : 'record';
}
