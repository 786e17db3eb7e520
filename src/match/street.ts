import { words } from './text';

/** Parts of addresses that are written long and short. */
const SHORT: Record<string, string> = {
  street: 'st',
  str: 'st',
  strasse: 'st',
  avenue: 'ave',
  av: 'ave',
  road: 'rd',
  drive: 'dr',
  lane: 'ln',
  boulevard: 'blvd',
  court: 'ct',
  crt: 'ct',
  place: 'pl',
  plc: 'pl',
  circuit: 'cct',
  crescent: 'cres',
  cr: 'cres',
  close: 'cl',
  terrace: 'tce',
  ter: 'tce',
  parkway: 'pkwy',
  highway: 'hwy',
  square: 'sq',
  north: 'n',
  south: 's',
  east: 'e',
  west: 'w',
  saint: 'st',
  apartment: 'apt',
  suite: 'ste',
  platz: 'pl',
  allee: 'ave',
};

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
  const short = SHORT[word];
  if (short) return short;
  // "Hauptstrasse", "Hauptstr": the German street is one word with its name.
  return word.length > 6 ? word.replace(/(?:strasse|str)$/, 'st') : word;
}
