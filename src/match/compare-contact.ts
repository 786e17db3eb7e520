import { oneEdit } from './edits';
import { jaroWinkler } from './similarity';

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
  'differs by one letter',
  'same',
];

/** E-mails whose name before the @ is shorter say too little by it. */
const SHORT_LOCAL = 5;

function emailLevel(a: string, b: string): number {
  if (a === b) return 6;
  const [atA, atB] = [a.lastIndexOf('@'), b.lastIndexOf('@')];
  const [localA, localB] = [a.slice(0, atA), b.slice(0, atB)];
  const sameDomain = a.slice(atA) === b.slice(atB);
  if (oneEdit(a, b)) return 5;
  if (localA === localB && localA.length >= SHORT_LOCAL) return 4;
  if (localA.length >= SHORT_LOCAL && jaroWinkler(localA, localB) >= 0.9) return 3;
  return sameDomain ? 2 : 1;
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
