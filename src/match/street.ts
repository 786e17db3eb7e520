import { fold, variants } from './text';

/** Parts of addresses that are written long and short. */
const SHORT = variants(
  'st street str strasse saint, ave avenue av allee, rd road, dr drive, ln lane, blvd boulevard, ct court crt, ' +
    'pl place plc platz, cct circuit, cres crescent cr, cl close, tce terrace ter, pkwy parkway, hwy highway, ' +
    'sq square, n north, s south, e east, w west, apt apartment, ste suite',
);

/** An address taken apart. */
export interface Street {
  /** House number, digits and a letter: "12a"; `''` where none stands. */
  number: string;
  /** The other words, folded. */
  street: string;
}

/** The first word that is a house number, with the space before it. */
const HOUSE_NUMBER = /(?:^| )(\d{1,6}[a-z]?)(?= |$)/;

/** Takes the house number out of an address, before ("12 Oak St") or after ("Hauptstraße 12a") the street. */
export function splitAddress(text: string): Street {
  const all = fold(text);
  const found = HOUSE_NUMBER.exec(all);
  if (!found) return { number: '', street: all };
  const rest = all.slice(found.index + found[0].length);
  return { number: found[1], street: found.index === 0 ? rest.slice(1) : all.slice(0, found.index) + rest };
}

/** A folded street with its words written short, where that is usual. */
export function shortStreet(street: string): string {
  return street.split(' ').map(shorten).join(' ');
}

function shorten(word: string): string {
  const short = SHORT.get(word);
  if (short) return short;
  // "Hauptstrasse", "Hauptstr": the German street is one word with its name.
  const german = word.length > 6 && (word.endsWith('str') || word.endsWith('strasse'));
  return german ? word.replace(/(?:strasse|str)$/, 'st') : word;
}
