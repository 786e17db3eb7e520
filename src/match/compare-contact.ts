import { distance } from 'fastest-levenshtein';
import { oneEdit } from './edits';

export const PHONE_LEVELS = [
  'differs',
  'ends in the same four digits',
  'differs by one digit',
  'ends in the same seven digits',
  'same',
];

function phoneLevel(a: string, b: string): number {
  if (a === b) return 5;
  if (a.slice(-7) === b.slice(-7)) return a.endsWith(b) || b.endsWith(a) ? 5 : 4;
  if (a.slice(-4) !== b.slice(-4) && a.slice(0, 3) !== b.slice(0, 3)) return 1;
  if (oneEdit(a, b)) return 3;
  return a.slice(-4) === b.slice(-4) ? 2 : 1;
}

export const EMAIL_LEVELS = [
  'differs',
  'has the same domain',
  'is somewhat alike',
  'has the same name before the @',
  'differs by a letter or two',
  'same',
];

/** E-mails whose name before the @ is shorter say too little by it. */
const SHORT_LOCAL = 5;
/** Shares of the letters that may differ in an e-mail that is "nearly the same" and "somewhat alike". */
const NEAR = 0.12;
const ALIKE = 0.35;

function lettersApart(a: string, b: string): number {
  return distance(a, b) / Math.max(a.length, b.length);
}

function emailLevel(a: string, b: string): number {
  if (a === b) return 6;
  const [atA, atB] = [a.lastIndexOf('@'), b.lastIndexOf('@')];
  const [localA, localB] = [a.slice(0, atA), b.slice(0, atB)];
  const [domainA, domainB] = [a.slice(atA), b.slice(atB)];
  if (localA === localB && localA.length >= SHORT_LOCAL && domainA !== domainB)
    return lettersApart(a, b) <= NEAR ? 5 : 4;
  const local = lettersApart(localA, localB);
  const alike = local <= ALIKE && (domainA === domainB || lettersApart(domainA, domainB) <= ALIKE);
  // "jtaylor@" and "dtaylor@" are two people more often than one with a typing error.
  const near = a.charCodeAt(0) === b.charCodeAt(0) && (oneEdit(a, b) || lettersApart(a, b) <= NEAR);
  if (alike) return near ? 5 : 3;
  return domainA === domainB ? 2 : 1;
}

function best(keys: readonly (readonly string[])[], level: (a: string, b: string) => number) {
  return (a: number, b: number) => {
    let top = 1;
    for (const x of keys[a]) for (const y of keys[b]) top = Math.max(top, level(x, y));
    return top;
  };
}

/** Levels of two phones, or of the nearest two of several: see {@link PHONE_LEVELS}. */
export function phoneComparer(keys: readonly (readonly string[])[]): (a: number, b: number) => number {
  return best(keys, phoneLevel);
}

/** Levels of two e-mails, or of the nearest two of several: see {@link EMAIL_LEVELS}. */
export function emailComparer(keys: readonly (readonly string[])[]): (a: number, b: number) => number {
  return best(keys, emailLevel);
}
