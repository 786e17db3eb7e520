import { variants, words } from './text';

/** Parts of addresses that are written long and short. */
const SHORT = variants(
  'st street str strasse saint, ave avenue av allee, rd road, dr drive, ln lane, blvd boulevard, ct court crt, ' +
    'pl place plc platz, cct circuit, cres crescent cr, cl close, tce terrace ter, pkwy parkway, hwy highway, ' +
    'sq square, n north, s south, e east, w west, apt apartment, ste suite',
);

/** The digit 9, as a UTF-16 unit. */
const NINE = 57;

/** An address taken apart. */
export interface Street {
  /** House number, digits and a letter: "12a"; `''` where none stands. */
  number: string;
  /** The other words, folded and shortened. */
  street: string;
}

/** Takes the house number out of an address, before ("12 Oak St") or after ("Hauptstraße 12a") the street. */
export function splitAddress(text: string): Street {
  const all = words(text).map(shorten);
  const first = all.findIndex((word) => word.charCodeAt(0) <= NINE && /^\d{1,6}[a-z]?$/.test(word));
  if (first < 0) return { number: '', street: all.join(' ') };
  const [number] = all.splice(first, 1);
  return { number, street: all.join(' ') };
}

function shorten(word: string): string {
  const short = SHORT.get(word);
  if (short) return short;
  // "Hauptstrasse", "Hauptstr": the German street is one word with its name.
  const german = word.length > 6 && (word.endsWith('str') || word.endsWith('strasse'));
  return german ? word.replace(/(?:strasse|str)$/, 'st') : word;
}
