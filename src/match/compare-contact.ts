import { distance } from 'fastest-levenshtein';
import { abs, max } from './arithmetic';
import { oneEdit } from './edits';
import { Interner } from './intern';
import { remembered } from './level-memo';
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

/** The values of all cells one after another, of which most hold one, and where those of each cell begin. */
interface Values {
  texts: string[];
  start: Int32Array;
}

function valuesOf(cells: readonly string[]): Values {
  const texts: string[] = [];
  const start = new Int32Array(cells.length + 1);
  cells.forEach((cell, id) => {
    if (cell.indexOf('\n') >= 0) texts.push(...cell.split('\n'));
    else if (cell !== '') texts.push(cell);
    start[id + 1] = texts.length;
  });
  return { texts, start };
}

/** The best level of the values of two cells. */
function best({ start, texts }: Values, level: (a: number, b: number) => number): (a: number, b: number) => number {
  // One value in each cell but the first, which is blank.
  if (texts.length === start.length - 2 && start.every((from, id) => from === max(0, id - 1)))
    return (a, b) => level(a - 1, b - 1);
  return (a, b) => {
    let top = 1;
    for (let i = start[a]; i < start[a + 1]; i++) {
      for (let j = start[b]; j < start[b + 1]; j++) top = max(top, level(i, j));
    }
    return top;
  };
}

/** Levels of two phones, or of the nearest two of several: see {@link PHONE_LEVELS}. */
export function phoneComparer(cells: readonly string[]): (a: number, b: number) => number {
  const values = valuesOf(cells);
  const { texts } = values;
  // Most pairs share neither the front nor the end: two numbers for each value tell that without touching a string.
  const ends = new Int32Array(2 * texts.length);
  texts.forEach((text, i) => {
    ends[2 * i] = Number(text.slice(-4));
    ends[2 * i + 1] = Number(text.slice(0, 3));
  });
  return best(values, (a, b) =>
    ends[2 * a] !== ends[2 * b] && ends[2 * a + 1] !== ends[2 * b + 1] ? 1 : phoneLevel(texts[a], texts[b]),
  );
}

/** What most pairs of e-mails are told apart by, in numbers that stand beside each other in memory. */
enum Sign {
  LocalMask,
  LocalLength,
  Domain,
  Width,
}

/** Levels of two e-mails, or of the nearest two of several: see {@link EMAIL_LEVELS}. */
export function emailComparer(cells: readonly string[]): (a: number, b: number) => number {
  const values = valuesOf(cells);
  const { texts } = values;
  const domains = new Interner();
  const signs = new Int32Array(Sign.Width * texts.length);
  texts.forEach((text, i) => {
    const at = text.lastIndexOf('@');
    signs[Sign.Width * i + Sign.LocalMask] = letterMask(text, at);
    signs[Sign.Width * i + Sign.LocalLength] = at;
    signs[Sign.Width * i + Sign.Domain] = domains.id(text.slice(at));
  });
  const domainsAlike = remembered((a, b) => (lettersApart(domains.texts[a], domains.texts[b]) <= ALIKE ? 1 : 2));
  return best(values, (a, b) => {
    const [x, y] = [Sign.Width * a, Sign.Width * b];
    const sameDomain = signs[x + Sign.Domain] === signs[y + Sign.Domain];
    const far = sameDomain ? 2 : 1;
    const [lengthA, lengthB] = [signs[x + Sign.LocalLength], signs[y + Sign.LocalLength]];
    const most = ALIKE * max(lengthA, lengthB);
    if (abs(lengthA - lengthB) > most || lettersMissing(signs[x + Sign.LocalMask], signs[y + Sign.LocalMask]) > most)
      return far;
    const [textA, textB] = [texts[a], texts[b]];
    const [localA, localB] = [textA.slice(0, lengthA), textB.slice(0, lengthB)];
    if (localA === localB) {
      if (sameDomain) return 6;
      if (lengthA >= SHORT_LOCAL) return lettersApart(textA, textB) <= NEAR ? 5 : 4;
    } else if (lettersApart(localA, localB) > ALIKE) return far;
    if (!sameDomain && domainsAlike(signs[x + Sign.Domain], signs[y + Sign.Domain]) !== 1) return far;
    // "jtaylor@" and "dtaylor@" are two people more often than one with a typing error.
    const sameStart = textA.charCodeAt(0) === textB.charCodeAt(0);
    return sameStart && (oneEdit(textA, textB) || lettersApart(textA, textB) <= NEAR) ? 5 : 3;
  });
}
