import { de } from './said-de';

/**
 * What the sheet and the server say stands in English, as it was written down: reasons in cells, refusals, problems. Here it
 * is said in the language of the person, by sentences with places: `{0}` holds what is kept as it is (a name), `{#0}` a
 * number or day, `{~0}` what is said in turn.
 */
export type Sentences = readonly (readonly [english: string, said: string])[];

interface Book {
  exact: ReadonlyMap<string, string>;
  patterns: readonly { fits: RegExp; places: readonly string[]; said: string }[];
}

const SAID: Record<string, Sentences> = { de };
const books = new Map<string, Book>();

const HELD: Record<string, string> = { '#': '(\\d[\\d.,-]*)', '~': '([\\s\\S]+?)', '': '([\\s\\S]+?)' };

function patternOf([english, said]: Sentences[number]): Book['patterns'][0] {
  const places: string[] = [];
  const source = english.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{([#~]?)\d\}/g, (_, kind: string) => {
    places.push(kind);
    return HELD[kind];
  });
  return { fits: new RegExp(`^${source}$`), places, said };
}

function bookOf(language: string): Book | undefined {
  const known = books.get(language);
  const sentences = SAID[language];
  if (known || !sentences) return known;
  const isExact = ([english]: Sentences[number]) => !english.includes('{');
  const book = {
    exact: new Map(sentences.filter(isExact)),
    patterns: sentences.filter((one) => !isExact(one)).map(patternOf),
  };
  books.set(language, book);
  return book;
}

/** What stands between parts that are said each on its own, the outermost first. */
const BETWEEN = ['; ', ' / ', ', '];

/** What the server says, in a language; what is not known there, as it stands. */
export function sayIn(language: string, text: string): string {
  const book = bookOf(language);
  return book && text !== '' ? (sayBy(book, text) ?? text) : text;
}

/** Whether all of a text can be said in a language. */
export function canSay(language: string, text: string): boolean {
  const book = bookOf(language);
  return !book || sayBy(book, text, true) !== null;
}

/** @param isWhole nothing may be left as it stands */
function sayBy(book: Book, text: string, isWhole = false): string | null {
  const whole =
    saySentences(book, text) ??
    sayParts(book, text, true, BETWEEN.slice(0, 1)) ??
    sayOne(book, text, true) ??
    sayParts(book, text, true);
  if (whole !== null || isWhole) return whole;
  return sayParts(book, text, false) ?? sayOne(book, text, false);
}

/** Several sentences, if all of them are known; a name in one may hold a full stop. */
function saySentences(book: Book, text: string): string | null {
  const sentences = text.replace(/([.?!]) (?=[“A-Z0-9])/g, '$1\n').split('\n');
  for (let at = 1; at < sentences.length; at++) {
    const first = sayOne(book, sentences.slice(0, at).join(' '), true);
    const rest = first === null ? null : sayBy(book, sentences.slice(at).join(' '), true);
    if (rest !== null) return `${first} ${rest}`;
  }
  return null;
}

function sayOne(book: Book, text: string, isWhole: boolean): string | null {
  const exact = book.exact.get(text);
  if (exact !== undefined) return exact;
  for (const { fits, places, said } of book.patterns) {
    const found = fits.exec(text);
    if (!found) continue;
    const values = places.map((kind, at) => (kind === '~' ? sayBy(book, found[at + 1], isWhole) : found[at + 1]));
    if (isWhole && values.includes(null)) continue;
    return said.replace(/\{(\d)\}/g, (_, at: string) => values[Number(at)] ?? found[Number(at) + 1]);
  }
  return null;
}

function sayParts(book: Book, text: string, isWhole: boolean, signs = BETWEEN): string | null {
  for (const between of signs) {
    const parts = text.split(between);
    if (parts.length === 1) continue;
    const each = parts.map((one) => sayBy(book, one, isWhole));
    const isSaid = isWhole ? each.every((one) => one !== null) : each.some((one) => one !== null);
    if (isSaid) return each.map((one, at) => one ?? parts[at]).join(between);
  }
  return null;
}
