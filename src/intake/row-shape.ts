import type { Cell } from '../types';
import { fold } from './text';

/** What a row of the grid is. */
export type RowShape = 'record' | 'blank' | 'header' | 'total';

const TOTAL =
  /^(?:grand |sub ?|sum |page )?(?:total(?:es|s|e)?|sum|suma|summe|somme|gesamt(?:summe)?|zwischensumme|totaux|jumlah|kul|average|avg|promedio|media|mittelwert|count)(?: general[e]?| geral)?\s*:?$/;

function isBlank(cell: Cell | undefined): boolean {
  return cell === '' || cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '');
}

/** Tells records from blank rows, repeated headers and total rows. `headers` are folded, one for each column. */
export function shapeOf(row: readonly Cell[], headers: readonly string[]): RowShape {
  let filled = 0;
  let texts = 0;
  let same = 0;
  let total = false;
  for (let i = 0; i < row.length; i++) {
    const cell = row[i];
    if (isBlank(cell)) continue;
    filled++;
    if (typeof cell !== 'string') continue;
    if (headers[i] !== undefined && headers[i] !== '' && cell.length < 60 && fold(cell) === headers[i]) same++;
    if (!/^[-\d\s.,$€£₹%()]+$/.test(cell)) texts++;
    if (texts <= 1 && !total && cell.length < 24 && TOTAL.test(fold(cell).trim())) total = true;
  }
  if (filled === 0) return 'blank';
  if (same >= 2 && same >= filled * 0.6) return 'header';
  return total && texts === 1 && filled < headers.length ? 'total' : 'record';
}
