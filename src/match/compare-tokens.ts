import { min } from './arithmetic';
import { oneEdit } from './edits';
import { DIFFERENT } from './field';
import { remembered } from './level-memo';
import { jaroWinkler } from './similarity';

/** A name of several words, each with what it tells: the rarer, the more. */
export interface Bag {
  words: readonly string[];
  /** Bits by word: log2 of one over its share of the values. */
  bits: Float64Array;
  initials: string;
}

/** Bags of word lists; a word's bits come from these lists themselves. */
export function makeBags(lists: readonly (readonly string[])[], initials: readonly string[]): Bag[] {
  const frequency = new Map<string, number>();
  for (const list of lists) for (const word of new Set(list)) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  return lists.map((list, i) => {
    const unique = [...new Set(list)];
    const bits = Float64Array.from(
      unique,
      (word) => Math.log2((lists.length + 8) / ((frequency.get(word) ?? 0) + 1)) + 0.5,
    );
    return { words: unique, bits, initials: initials[i] };
  });
}

/** Words from this length on may be one though they begin with different letters; then they end in the same. */
const LONG_WORD = 5;

/** How surely two words are one: 1 for equal, 0 for different. */
export function wordLikeness(a: string, b: string): number {
  if (a === b) return 1;
  const short = a.length <= b.length ? a : b;
  const long = a.length <= b.length ? b : a;
  if (short.length < 2 || short.charAt(0) !== long.charAt(0)) {
    return short.length >= LONG_WORD && oneEdit(short, long) ? 0.8 : 0;
  }
  if (short.length >= 4 && oneEdit(short, long)) return 0.9;
  if (short.length >= 3 && long.startsWith(short)) return 0.85;
  if (short.length >= 5 && jaroWinkler(short, long) >= 0.92) return 0.85;
  return long.length >= 5 && isSkeleton(short, long) ? 0.7 : 0;
}

/** "mfg" in "manufacturing": the short word's letters stand in the long one in their order, and it has few vowels. */
function isSkeleton(short: string, long: string): boolean {
  if (/[aeiou]/.test(short.slice(1)) && !long.endsWith(short.charAt(short.length - 1))) return false;
  let at = 0;
  for (let i = 0; i < long.length && at < short.length; i++) if (long.charAt(i) === short.charAt(at)) at++;
  return at === short.length && short.length <= 5;
}

/** What two bags share. */
export interface Overlap {
  /** Bits that both have. */
  shared: number;
  /** Shared of all, 0 to 1. */
  jaccard: number;
  /** Shared of the smaller, 0 to 1. */
  contained: number;
  acronym: boolean;
}

/** Most bits that a word counts against two names that do not share it: a word nobody else has may be a typing error. */
const MOST_AGAINST = 9;

/**
 * Compares two bags word by word, each taking its nearest free partner; runs of two words may stand for one. A word that is written
 * differently on the two sides tells no more than the commoner way of writing it.
 */
export function overlap(a: Bag, b: Bag): Overlap {
  const [small, big] = a.words.length <= b.words.length ? [a, b] : [b, a];
  const taken = new Uint8Array(big.words.length);
  let shared = 0;
  let common = 0;
  let onlySmall = 0;
  for (let i = 0; i < small.words.length; i++) {
    let best = 0;
    let place = -1;
    for (let j = 0; j < big.words.length; j++) {
      if (taken[j] === 1) continue;
      const likeness = wordLikeness(small.words[i], big.words[j]);
      if (likeness > best) [best, place] = [likeness, j];
    }
    const joined = place < 0 ? joinedWord(small.words[i], big, taken) : 0;
    if (place < 0 && joined === 0) onlySmall += min(MOST_AGAINST, small.bits[i]);
    const bits = place < 0 ? min(joined, small.bits[i]) : min(small.bits[i], big.bits[place]);
    common += bits;
    shared += (place < 0 ? 1 : best) * bits;
    if (place >= 0) taken[place] = 1;
  }
  let onlyBig = 0;
  for (let j = 0; j < taken.length; j++) if (taken[j] === 0) onlyBig += min(MOST_AGAINST, big.bits[j]);
  return {
    shared,
    jaccard: shared / (common + onlySmall + onlyBig),
    contained: shared / (common + min(onlySmall, onlyBig)),
    acronym: isAcronym(small, big) || isAcronym(big, small),
  };
}

/** Bits of two neighbouring words that together are `word`; they are taken. */
function joinedWord(word: string, bag: Bag, taken: Uint8Array): number {
  for (let j = 0; j + 1 < bag.words.length; j++) {
    if (taken[j] === 1 || taken[j + 1] === 1 || bag.words[j] + bag.words[j + 1] !== word) continue;
    taken[j] = 1;
    taken[j + 1] = 1;
    return bag.bits[j] + bag.bits[j + 1];
  }
  return 0;
}

function isAcronym(short: Bag, long: Bag): boolean {
  return (
    short.words.length === 1 && short.words[0].length >= 3 && long.words.length >= 3 && short.words[0] === long.initials
  );
}

export const BAG_LEVELS = [
  'differs',
  'shares a word',
  'is part of the other',
  'is alike',
  'is nearly the same',
  'same',
];

/** Tells bags that have no two words alike, by numbers alone: none begin, and no long ones end, with the same letter. */
export function bagsApart(bags: readonly Bag[]): (a: number, b: number) => boolean {
  const bit = (word: string, at: number) => 1 << (word.charCodeAt(at) & 31);
  const signs = new Int32Array(2 * bags.length);
  bags.forEach(({ words }, id) => {
    for (const word of words) {
      signs[2 * id] |= bit(word, 0);
      if (word.length >= LONG_WORD) signs[2 * id + 1] |= bit(word, word.length - 1);
    }
  });
  return (a, b) => (signs[2 * a] & signs[2 * b]) === 0 && (signs[2 * a + 1] & signs[2 * b + 1]) === 0;
}

/** Levels of two names of several words: see {@link BAG_LEVELS}. */
export function bagComparer(bags: readonly Bag[]): (a: number, b: number) => number {
  const apart = bagsApart(bags);
  const look = remembered((a, b) => {
    const { jaccard, contained, acronym } = overlap(bags[a], bags[b]);
    if (jaccard >= 0.97) return 6;
    if (jaccard >= 0.8) return 5;
    if (jaccard >= 0.6) return 4;
    if (contained >= 0.85 || acronym) return 3;
    return jaccard >= 0.25 ? 2 : 1;
  });
  return (a, b) => (apart(a, b) ? DIFFERENT : look(a, b));
}
