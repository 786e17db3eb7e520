import { nameCase } from './name-case';
import { DEGREES, DESCENT, PARTICLES, STRONG_PARTICLES, TITLES, WEAK_TITLES } from './name-words';
import { fold } from './text';

/** A name taken apart. Either `company` is filled, or `given` and `family` as far as the name has them. */
export interface PersonName {
  /** Display form, "Ana de la Cruz". */
  name: string;
  given: string;
  family: string;
  company: string;
  /** Short name given in quotes or brackets, "Bob". */
  nickname: string;
}

/** Nobody. */
export const EMPTY_NAME: PersonName = { name: '', given: '', family: '', company: '', nickname: '' };
/** A word of a name as the word lists hold it. */
export function bareWord(word: string): string {
  return fold(word).replace(/[.,]/g, '');
}

function stripTitles(words: string[]): string[] {
  let at = 0;
  while (at < words.length - 1) {
    const word = words[at];
    const bare = bareWord(word);
    if (!TITLES.has(bare)) break;
    if (WEAK_TITLES.has(bare) && !word.endsWith('.') && words.length - at < 3) break;
    at++;
  }
  return at === 0 ? words : words.slice(at);
}

/** Takes degrees and suffixes off the end; suffixes of descent are handed back. */
function stripSuffixes(words: string[]): { words: string[]; descent: string } {
  const kept = words.slice();
  let descent = '';
  while (kept.length > 1) {
    const bare = bareWord(kept[kept.length - 1]);
    if (DESCENT.has(bare) && (kept.length > 2 || /^(?:jr|sr|ii|iii|iv)$/.test(bare)))
      descent = kept.pop()!.replace(/,$/, '');
    else if (
      DEGREES.has(bare) &&
      kept.length > 2 &&
      (/\./.test(kept[kept.length - 1]) ||
        bare.length > 2 ||
        kept[kept.length - 1] === kept[kept.length - 1].toUpperCase())
    )
      kept.pop();
    else break;
  }
  kept[kept.length - 1] = kept[kept.length - 1].replace(/,$/, '');
  return { words: kept, descent };
}

function isSuffixPart(part: string): boolean {
  return part.split(' ').every((word) => DESCENT.has(bareWord(word)) || DEGREES.has(bareWord(word)));
}

/** "Cruz, Ana de la" and "Smith, John, Jr." in the order in which they are spoken. */
function unfoldComma(text: string): string {
  const parts = text.split(/\s*,\s*/).filter((part) => part !== '');
  if (parts.length < 2) return parts[0] ?? '';
  const suffixes = parts.slice(1).filter(isSuffixPart);
  const rest = [parts[0], ...parts.slice(1).filter((part) => !isSuffixPart(part))];
  if (rest.length === 1) return [parts[0], ...suffixes].join(' ');
  if (rest.length > 2) return text;
  return [rest[1], rest[0], ...suffixes].join(' ');
}

/** Where the family name begins: at its first particle, else at the last word. */
export function familyStart(words: readonly string[]): number {
  for (let i = 1; i < words.length - 1; i++) {
    const bare = bareWord(words[i]);
    if (STRONG_PARTICLES.has(bare) || (PARTICLES.has(bare) && words[i] === words[i].toLowerCase() && bare.length > 1))
      return i;
  }
  return words.length - 1;
}

const CLUSTERED = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}・ー\s]+$/u;

function shouts(word: string): boolean {
  return /^[\p{Lu}'’-]{2,}$/u.test(word);
}

/** "DUPONT Jean", "LE GALL Yann": a family name that shouts before a given name that does not, as France writes them. */
function unfoldCapitals(words: string[]): string[] {
  const at = words.findIndex((word) => !shouts(word));
  const family = words.slice(0, Math.max(at, 0));
  if (!family.some((word) => word.length >= 4) || words.slice(at).some(shouts)) return words;
  return [...words.slice(at), ...nameCase(family.join(' ')).split(' ')];
}

/** A person's name in its parts: titles and degrees off, family name last, in the case of names. */
export function takeApart(text: string): PersonName {
  if (CLUSTERED.test(text)) return { ...EMPTY_NAME, name: text };
  const spoken = unfoldComma(text).split(' ');
  const titled = stripTitles(spoken);
  const { words, descent } = stripSuffixes(titled);
  const cased = nameCase(unfoldCapitals(words).join(' ')).split(' ');
  if (cased.length === 1) {
    const name = [cased[0], descent].filter(Boolean).join(' ');
    return titled.length < spoken.length
      ? { ...EMPTY_NAME, name, family: cased[0] }
      : { ...EMPTY_NAME, name, given: cased[0] };
  }
  const start = familyStart(cased);
  const shown = descent === '' ? cased : [...cased, nameCase(descent)];
  return {
    ...EMPTY_NAME,
    name: shown.join(' '),
    given: cased.slice(0, start).join(' '),
    family: cased.slice(start).join(' '),
  };
}
