import { type DecimalSign, readNumber } from './number';
import { type Reading, read } from './reading';
import { plain } from './text';

/** What stands before or after the number and changes nothing: "x2", "12 pcs", "3 kg", "5 / box". */
const UNIT = /(\d)\s*(?:\p{L}|\/)[\p{L}.\s/]*$|^[x×]\s*(?=\d)/u;
const DOZEN = /\d\s*(?:dozens?|dz|doz|docenas?|duzias?|douzaines?|dutzend|dozzin[ae]|lusin|darjan)\.?$/;

/** A quantity without its unit; dozens are counted out. */
export function readQuantity(cell: string, decimal: DecimalSign): Reading<number | null> {
  const text = plain(cell);
  const number = readNumber(text.replace(UNIT, '$1'), decimal);
  if (number.value === null || !DOZEN.test(text.toLowerCase())) return number;
  return read(number.value * 12, 'dozens counted out', number.flaws);
}
