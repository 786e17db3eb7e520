import { distance } from 'fastest-levenshtein';
import { abs, max } from './arithmetic';
import { oneEdit } from './edits';
import { intern } from './intern';
import { letterMask, lettersMissing } from './similarity';

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
  return distance(a, b) / max(a.length, b.length);
}

/** An e-mail taken apart once. */
interface Address {
  text: string;
  local: string;
  domain: string;
  localMask: number;
  domainMask: number;
}

function address(text: string): Address {
  const at = text.lastIndexOf('@');
  const [local, domain] = [text.slice(0, at), text.slice(at)];
  return { text, local, domain, localMask: letterMask(local), domainMask: letterMask(domain) };
}

/** Whether two texts may be alike, by the letters that only one of them has. */
function mayBeAlike(a: string, maskA: number, b: string, maskB: number): boolean {
  const most = ALIKE * max(a.length, b.length);
  return abs(a.length - b.length) <= most && lettersMissing(maskA, maskB) <= most;
}

function domainsAlike(a: Address, b: Address): boolean {
  if (a.domain === b.domain) return true;
  return mayBeAlike(a.domain, a.domainMask, b.domain, b.domainMask) && lettersApart(a.domain, b.domain) <= ALIKE;
}

function emailLevel(a: Address, b: Address): number {
  if (a.text === b.text) return 6;
  if (a.local === b.local && a.local.length >= SHORT_LOCAL && a.domain !== b.domain) {
    return lettersApart(a.text, b.text) <= NEAR ? 5 : 4;
  }
  const local = mayBeAlike(a.local, a.localMask, b.local, b.localMask) && lettersApart(a.local, b.local) <= ALIKE;
  if (!local || !domainsAlike(a, b)) return a.domain === b.domain ? 2 : 1;
  // "jtaylor@" and "dtaylor@" are two people more often than one with a typing error.
  const sameStart = a.text.charCodeAt(0) === b.text.charCodeAt(0);
  return sameStart && (oneEdit(a.text, b.text) || lettersApart(a.text, b.text) <= NEAR) ? 5 : 3;
}

function best<T>(keys: readonly (readonly T[])[], level: (a: T, b: T) => number) {
  return (a: number, b: number) => {
    const left = keys[a];
    const right = keys[b];
    if (left.length === 1 && right.length === 1) return level(left[0], right[0]);
    let top = 1;
    for (const x of left) for (const y of right) top = max(top, level(x, y));
    return top;
  };
}

/** Levels of two phones, or of the nearest two of several: see {@link PHONE_LEVELS}. */
export function phoneComparer(keys: readonly (readonly string[])[]): (a: number, b: number) => number {
  // Most pairs share neither the front nor the end: two numbers for each value tell that without touching a string.
  const end = Int32Array.from(keys, (list) => (list.length === 1 ? Number(list[0].slice(-4)) : -1));
  const front = Int32Array.from(keys, (list) => (list.length === 1 ? Number(list[0].slice(0, 3)) : -1));
  const nearest = best(keys, phoneLevel);
  return (a, b) => (end[a] >= 0 && end[b] >= 0 && end[a] !== end[b] && front[a] !== front[b] ? 1 : nearest(a, b));
}

/** Levels of two e-mails, or of the nearest two of several: see {@link EMAIL_LEVELS}. */
export function emailComparer(keys: readonly (readonly string[])[]): (a: number, b: number) => number {
  const addresses = keys.map((list) => list.map(address));
  const nearest = best(addresses, emailLevel);
  // Most pairs are told apart by the letters of their local parts, in numbers that stand beside each other in memory.
  const alone = addresses.map((list) => (list.length === 1 ? list[0] : null));
  const domains = intern(
    alone.map((one) => one?.domain ?? ''),
    alone.length,
  ).ids;
  const packed = new Int32Array(3 * alone.length);
  alone.forEach((one, id) => {
    if (one) packed.set([one.localMask, one.local.length, domains[id]], 3 * id);
  });
  return (a, b) => {
    const lengthA = packed[3 * a + 1];
    const lengthB = packed[3 * b + 1];
    if (lengthA === 0 || lengthB === 0) return nearest(a, b);
    const most = ALIKE * max(lengthA, lengthB);
    if (abs(lengthA - lengthB) > most || lettersMissing(packed[3 * a], packed[3 * b]) > most)
      return packed[3 * a + 2] === packed[3 * b + 2] ? 2 : 1;
    return nearest(a, b);
  };
}
