import { doubleMetaphone } from 'double-metaphone';
import { abs, max } from './arithmetic';
import { oneEdit } from './edits';
import { areNicknames, isInTable } from './nicknames';
import { jaroWinkler, jaroWinklerBound, letterMask, lettersMissing } from './similarity';

/** Similarity from which on two words count as nearly, and as somewhat, alike. */
const NEAR = 0.92;
const ALIKE = 0.82;
/** Two names below this have nothing to do with each other; above, one may be the other with several errors. */
const RESEMBLING = 0.68;

/** Two texts compared by their letters, without spaces. */
export class Letters {
  readonly joined: string[];
  private readonly masks: Int32Array;

  constructor(texts: readonly string[]) {
    this.joined = texts.map((text) => text.replace(/ /g, ''));
    this.masks = Int32Array.from(this.joined, letterMask);
  }

  /** Jaro-Winkler, or 0 where it cannot reach `least`. */
  similarity(a: number, b: number, least: number): number {
    const textA = this.joined[a];
    const textB = this.joined[b];
    const bound = jaroWinklerBound(textA.length, this.masks[a], textB.length, this.masks[b]);
    return bound < least ? 0 : jaroWinkler(textA, textB);
  }
}

export const NAME_LEVELS = [
  'differs',
  'has some letters in common',
  'is somewhat alike',
  'has the same initial',
  'is a short form',
  'differs by one letter',
  'same',
];

/** Levels of two first or last names: see {@link NAME_LEVELS}. */
export function nameComparer(texts: readonly string[]): (a: number, b: number) => number {
  const letters = new Letters(texts);
  const parts = texts.map((text) => text.split(' '));
  const tabled = Uint8Array.from(parts, (list) => (list.length > 1 || isInTable(list[0]) ? 1 : 0));
  const sounds: (string | undefined)[] = new Array(texts.length);
  const soundOf = (id: number) => {
    sounds[id] ??= doubleMetaphone(letters.joined[id])[0];
    return sounds[id];
  };
  return (a, b) => {
    const textA = letters.joined[a];
    const textB = letters.joined[b];
    if (textA === textB) return 7;
    if (textA.length === 1 || textB.length === 1) return textA.charAt(0) === textB.charAt(0) ? 4 : 1;
    const similarity = letters.similarity(a, b, RESEMBLING);
    if (similarity >= ALIKE && max(textA.length, textB.length) >= 4 && oneEdit(textA, textB)) return 6;
    const maybeShort = textA.charCodeAt(0) === textB.charCodeAt(0) || (tabled[a] === 1 && tabled[b] === 1);
    if (maybeShort && isShort(parts[a], parts[b])) return 5;
    if (similarity >= NEAR) return 6;
    if (similarity >= ALIKE) return 3;
    if (textA.charAt(0) === textB.charAt(0) && soundOf(a) === soundOf(b)) return 3;
    return similarity >= RESEMBLING ? 2 : 1;
  };
}

/** A nickname, or a name with some of its words left out. */
function isShort(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 1 && b.length === 1) return areNicknames(a[0], b[0]);
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.every((word) => long.includes(word) || long.some((other) => areNicknames(word, other)));
}

export const TEXT_LEVELS = ['differs', 'is somewhat alike', 'is nearly the same', 'same'];

/** Levels of two short texts (cities, second address lines, anything else): see {@link TEXT_LEVELS}. */
export function textComparer(texts: readonly string[]): (a: number, b: number) => number {
  const letters = new Letters(texts);
  return (a, b) => {
    if (letters.joined[a] === letters.joined[b]) return 4;
    const similarity = letters.similarity(a, b, ALIKE);
    return similarity >= NEAR ? 3 : similarity >= ALIKE ? 2 : 1;
  };
}

export const CODE_LEVELS = ['differs', 'has the same start', 'differs by one letter', 'same'];

/** Levels of two codes (postcodes, regions, house numbers): see {@link CODE_LEVELS}. */
export function codeComparer(texts: readonly string[]): (a: number, b: number) => number {
  const starts = new Map<string, number>();
  const start = Int32Array.from(texts, (text) => {
    if (text.length < 3) return -1 - text.length;
    const front = text.slice(0, 3);
    if (!starts.has(front)) starts.set(front, starts.size);
    return starts.get(front)!;
  });
  const masks = Int32Array.from(texts, letterMask);
  const lengths = Int32Array.from(texts, (text) => text.length);
  return (a, b) => {
    const maybe =
      lengths[a] > 1 && lengths[b] > 1 && abs(lengths[a] - lengths[b]) <= 1 && lettersMissing(masks[a], masks[b]) <= 1;
    if (maybe && oneEdit(texts[a], texts[b])) return 3;
    return start[a] >= 0 && start[a] === start[b] ? 2 : 1;
  };
}
