import { words } from './text';

/** Words around a name that are none of it. */
const NOT_NAME: ReadonlySet<string> = new Set(
  'mr mrs ms miss mx dr prof professor sir madam herr frau hr fr dipl ing med phd mba md jr sr ii iii iv esq'.split(
    ' ',
  ),
);

/** Particles that belong to the family name after them. */
const PARTICLES: ReadonlySet<string> = new Set(
  'de del della di da dos das do du la le las los van von vom zu zum zur der den ter ten bin ibn al el st san mac mc o'.split(
    ' ',
  ),
);

/** A full name taken apart, folded; `middle` are the words between. */
export interface PersonName {
  given: string;
  family: string;
}

/** Folded words of a first or last name, without titles; if nothing else is there, the titles. */
export function nameWords(text: string): string[] {
  const all = words(text);
  const named = all.filter((word) => !NOT_NAME.has(word));
  return named.length > 0 ? named : all;
}

/** "Dr. Ana de la Cruz" and "de la Cruz, Ana" become given "ana", family "de la cruz". A single word is a family name. */
export function splitFullName(text: string): PersonName {
  const comma = text.indexOf(',');
  if (comma > 0) {
    const family = nameWords(text.slice(0, comma));
    const given = nameWords(text.slice(comma + 1));
    if (given.length > 0 && !NOT_NAME.has(given[0])) return { given: given.join(' '), family: family.join(' ') };
  }
  const all = nameWords(text.replace(',', ' '));
  if (all.length < 2) return { given: '', family: all.join(' ') };
  let start = all.length - 1;
  while (start > 1 && PARTICLES.has(all[start - 1])) start--;
  return { given: all.slice(0, start).join(' '), family: all.slice(start).join(' ') };
}
