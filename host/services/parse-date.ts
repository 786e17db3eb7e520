import { Exception } from './realm';
import { wallToInstant } from './zone';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** What each letter of Java's SimpleDateFormat takes from a text. */
const FIELDS: Record<string, (width: number) => string> = {
  y: (width) => (width === 2 ? '(\\d{2})' : '(\\d{1,4})'),
  M: (width) => (width >= 3 ? '([A-Za-z]{3,9})' : '(\\d{1,2})'),
  d: () => '(\\d{1,2})',
  H: () => '(\\d{1,2})',
  h: () => '(\\d{1,2})',
  m: () => '(\\d{1,2})',
  s: () => '(\\d{1,2})',
  S: () => '(\\d{1,3})',
  a: () => '([AaPp][Mm])',
  E: () => '([A-Za-z]{3,9})',
};

/**
 * Reads a text by a pattern of Java's SimpleDateFormat in a zone (Utilities.parseDate).
 * @returns epoch milliseconds
 * @throws Exception where the text does not fit
 */
export function parseDate(text: string, zone: string, pattern: string): number {
  const letters: string[] = [];
  const source = pattern.replace(
    /'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']+/g,
    (run, quoted: string | undefined, letter: string | undefined) => {
      if (letter === undefined) return (quoted ?? run).replace(/''/g, "'").replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
      if (!FIELDS[letter])
        throw new Exception(
          `Utilities.parseDate with the letter ${letter} exists at Google; this host does not do it yet`,
        );
      letters.push(letter);
      return FIELDS[letter](run.length);
    },
  );
  const match = new RegExp(`^${source}`).exec(text);
  if (!match) throw new Exception(`Unparseable date: "${text}"`);
  const got: Record<string, string> = {};
  letters.forEach((letter, i) => {
    got[letter] = match[i + 1];
  });
  const year = Number(got.y ?? 1970);
  const month = /^\d/.test(got.M ?? '1') ? Number(got.M ?? 1) - 1 : MONTHS.indexOf(got.M.slice(0, 3).toLowerCase());
  const half = /^p/i.test(got.a ?? '') ? 12 : 0;
  const hour = got.h === undefined ? Number(got.H ?? 0) : (Number(got.h) % 12) + half;
  const fullYear = got.y?.length === 2 ? (year < 47 ? 2000 : 1900) + year : year;
  return wallToInstant(
    zone,
    Date.UTC(fullYear, month, Number(got.d ?? 1), hour, Number(got.m ?? 0), Number(got.s ?? 0), Number(got.S ?? 0)),
  );
}
