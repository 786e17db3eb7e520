import { doubleMetaphone } from 'double-metaphone';
import { abs, max } from './arithmetic';
import { oneEdit } from './edits';
import { DIFFERENT } from './field';
import { remembered } from './level-memo';
import { areNicknames, initialBit, relatedInitials } from './nicknames';
import { jaroWinkler, jaroWinklerBound, letterMask, lettersMissing } from './similarity';

/** Similarity from which on two words count as nearly, and as somewhat, alike. */
const NEAR = 0.92;
const ALIKE = 0.82;
/** Two names below this have nothing to do with each other; above, one may be the other with several errors. */
const RESEMBLING = 0.68;

/** Two texts compared by their letters, without spaces. */
export class Letters {
  readonly joined: string[];
  /** By id: which letters, how many, and the first of them. */
  private readonly signs: Int32Array;

  constructor(texts: readonly string[]) {
    this.joined = texts.map((text) => text.replace(/ /g, ''));
    this.signs = new Int32Array(3 * texts.length);
    this.joined.forEach((text, id) => {
      if (text !== '') this.signs.set([letterMask(text), text.length, text.charCodeAt(0)], 3 * id);
    });
  }

  /** Whether the similarity is sure to be below `least`, by numbers alone: of most pairs no text is touched. */
  cannotReach(a: number, b: number, least: number): boolean {
    const { signs } = this;
    const [x, y] = [3 * a, 3 * b];
    return jaroWinklerBound(signs[x + 1], signs[x], signs[y + 1], signs[y], signs[x + 2] === signs[y + 2]) < least;
  }

  /** The first letter, as a UTF-16 unit; 0 where there is none. */
  first(id: number): number {
    return this.signs[3 * id + 2];
  }

  /** Jaro-Winkler, or 0 where it cannot reach `least`. */
  similarity(a: number, b: number, least: number): number {
    return this.cannotReach(a, b, least) ? 0 : jaroWinkler(this.joined[a], this.joined[b]);
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
  // First letters, one bit each, of what a name of one word may stand for; other names may stand for anything.
  const related = Int32Array.from(parts, (list) => (list.length > 1 ? -1 : relatedInitials(list[0])));
  const mayBeShort = (a: number, b: number) =>
    letters.first(a) === letters.first(b) ||
    ((related[a] & initialBit(letters.first(b))) !== 0 && (related[b] & initialBit(letters.first(a))) !== 0);
  const sounds: (string | undefined)[] = new Array(texts.length);
  const soundOf = (id: number) => {
    sounds[id] ??= doubleMetaphone(letters.joined[id])[0];
    return sounds[id];
  };
  const look = remembered((a, b) => {
    const textA = letters.joined[a];
    const textB = letters.joined[b];
    if (textA === textB) return 7;
    if (textA.length === 1 || textB.length === 1) return textA.charAt(0) === textB.charAt(0) ? 4 : 1;
    const similarity = letters.similarity(a, b, RESEMBLING);
    if (similarity >= ALIKE && max(textA.length, textB.length) >= 4 && oneEdit(textA, textB)) return 6;
    if (mayBeShort(a, b) && isShort(parts[a], parts[b])) return 5;
    if (similarity >= NEAR) return 6;
    if (similarity >= ALIKE) return 3;
    if (textA.charAt(0) === textB.charAt(0) && soundOf(a) === soundOf(b)) return 3;
    return similarity >= RESEMBLING ? 2 : 1;
  });
  return (a, b) => (letters.cannotReach(a, b, RESEMBLING) && !mayBeShort(a, b) ? DIFFERENT : look(a, b));
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
  const look = remembered((a, b) => {
    if (letters.joined[a] === letters.joined[b]) return 4;
    const similarity = letters.similarity(a, b, ALIKE);
    return similarity >= NEAR ? 3 : similarity >= ALIKE ? 2 : 1;
  });
  return (a, b) => (letters.cannotReach(a, b, ALIKE) ? DIFFERENT : look(a, b));
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
  const signs = new Int32Array(3 * texts.length);
  texts.forEach((text, id) => {
    signs.set([letterMask(text), text.length, start[id]], 3 * id);
  });
  return (a, b) => {
    const [x, y] = [3 * a, 3 * b];
    const [lengthA, lengthB] = [signs[x + 1], signs[y + 1]];
    const maybe = lengthA > 1 && lengthB > 1 && abs(lengthA - lengthB) <= 1 && lettersMissing(signs[x], signs[y]) <= 1;
    if (maybe && oneEdit(texts[a], texts[b])) return 3;
    return signs[x + 2] >= 0 && signs[x + 2] === signs[y + 2] ? 2 : 1;
  };
}
