import { isCompany } from './company';
import { nameCase } from './name-case';
import {
  BUSINESS,
  DEGREES,
  DESCENT,
  LEADING_FORMS,
  LEGAL_FORMS,
  PARTICLES,
  STRONG_PARTICLES,
  TITLES,
  WEAK_TITLES,
} from './name-words';
import { doubt, type Flaw, NO_FLAWS, note, type Reading, read } from './reading';
import { fold, tidy } from './text';

/** Longest name that is kept, in letters. */
export const MAX_NAME = 255;

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

const EMPTY: PersonName = { name: '', given: '', family: '', company: '', nickname: '' };
const NOTHING: Reading<PersonName> = read(EMPTY);
const FILLER =
  /^(?:n\/?a|n\.a\.|none|null|nil|nan|undefined|unknown|anonymous|test|tbd|xxx*|[-_.?*/]+|same(?: as above)?|ditto|sin nombre|sem nome|sans nom|ohne namen?|senza nome|no name|not (?:provided|given|available)|guest|customer|#n\/a|#ref!|\d)$/i;

const INITIAL_OR_TITLE = note(
  'name-initial-or-title',
  '“M.” may be an initial or the French title; it is kept with the given name.',
  'Take it out if it is a title.',
);

const TWO_PEOPLE = (names: string): Flaw =>
  note(
    'name-two-people',
    `The cell names more than one person (${names}); the first is used.`,
    'Write each person in a row of their own if both matter.',
  );

function bareWord(word: string): string {
  return fold(word).replace(/[.,]/g, '');
}

function company(text: string): PersonName {
  return { ...EMPTY, name: text, company: text };
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

function familyStart(words: readonly string[]): number {
  for (let i = 1; i < words.length - 1; i++) {
    const bare = bareWord(words[i]);
    if (STRONG_PARTICLES.has(bare) || (PARTICLES.has(bare) && words[i] === words[i].toLowerCase() && bare.length > 1))
      return i;
  }
  return words.length - 1;
}

const CLUSTERED = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}・ー\s]+$/u;

function takeApart(text: string): PersonName {
  if (CLUSTERED.test(text)) return { ...EMPTY, name: text };
  const titled = stripTitles(unfoldComma(text).split(' '));
  const { words, descent } = stripSuffixes(titled);
  const cased = nameCase(words.join(' ')).split(' ');
  if (cased.length === 1) return { ...EMPTY, name: [cased[0], descent].filter(Boolean).join(' '), given: cased[0] };
  const start = familyStart(cased);
  const shown = descent === '' ? cased : [...cased, nameCase(descent)];
  return {
    ...EMPTY,
    name: shown.join(' '),
    given: cased.slice(0, start).join(' '),
    family: cased.slice(start).join(' '),
  };
}

const NICKNAME = /\s*(?:"([^"]{2,20})"|“([^”]{2,20})”|\((?!\d)([^)]{2,30})\)|'([^']{2,20})'(?=\s))\s*/;

/** Words that join two people's names. */
const JOINED = /\s*(?:\s(?:and|und|et|og|en|dan|aur|&)\s|\s[ye]\s|\s?&\s?|\s?\/\s?|\s?;\s?|\s\+\s|\n)\s*/i;

function splitPeople(text: string): string[] {
  const parts = text
    .split(JOINED)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length < 2 || !parts.every((part) => /\p{L}{2}/u.test(part))) return [text];
  // "García y López" joins the two surnames of one person; two people each have a given name of their own.
  if (/\s[ye]\s/i.test(text) && !/[&/;+]/.test(text) && parts[0].includes(' ') && !parts[1].includes(' '))
    return [text];
  const titleOnly = parts.filter((part) => part.split(' ').every((word) => TITLES.has(bareWord(word))));
  if (titleOnly.length > 0) return [parts.filter((part) => !titleOnly.includes(part)).join(' ')];
  const last = parts[parts.length - 1].split(' ');
  return parts.map((part) =>
    part.includes(' ') || part.includes(',') || last.length < 2
      ? part
      : `${part} ${last.slice(familyStart(last)).join(' ')}`,
  );
}

function flawsOf(text: string): Flaw[] {
  if (/\S@\S+\.\S/.test(text))
    return [doubt('name-is-email', 'An e-mail address stands where the name should be.', 'Write the name.')];
  if (/^[\d\s().+-]{6,}$/.test(text))
    return [doubt('name-is-number', 'A number stands where the name should be.', 'Write the name.')];
  if (!/\p{L}/u.test(text)) return [doubt('name-unreadable', 'There are no letters in the name.', 'Write the name.')];
  return /\d/.test(text)
    ? [note('name-digits', 'There are digits in the name.', 'Take the digits out if they are not part of it.')]
    : [];
}

function readCarefully(text: string): Reading<PersonName> {
  const flaws = flawsOf(text);
  if (flaws.length > 0 && flaws[0].severity === 'doubt') return read(EMPTY, '', flaws);
  const short = text.length > MAX_NAME ? text.slice(0, MAX_NAME).trim() : text;
  if (short !== text)
    flaws.push(
      doubt(
        'name-too-long',
        `The name has ${text.length} letters; ${MAX_NAME} are kept.`,
        'Shorten the name, and put the rest in the notes.',
      ),
    );
  if (isCompany(short))
    return read(
      company(short),
      'taken for a company',
      flaws.filter((flaw) => flaw.code !== 'name-digits'),
    );
  const quoted = NICKNAME.exec(short);
  const nickname = quoted === null ? '' : (quoted[1] ?? quoted[2] ?? quoted[3] ?? quoted[4]).trim();
  const plainName =
    quoted === null
      ? short
      : `${short.slice(0, quoted.index)} ${short.slice(quoted.index + quoted[0].length)}`.trim() || nickname;
  const people = splitPeople(plainName);
  if (people.length > 1) flaws.push(TWO_PEOPLE(people.map((one) => takeApart(one).name).join(', ')));
  if (/^m\. \S/i.test(people[0])) flaws.push(INITIAL_OR_TITLE);
  const person = { ...takeApart(people[0]), nickname };
  const did =
    person.name === text
      ? ''
      : nickname !== ''
        ? `“${nickname}” taken off as a short name`
        : 'put in the order and case of names';
  return read(person, did, flaws.length === 0 ? NO_FLAWS : flaws);
}

const TWO_WORDS = /^([A-Z][a-z]+) ([A-Z][a-z]+)$/;

/**
 * A name as people write it, taken apart: "Last, First", titles, suffixes, particles, short names in quotes, capitals, companies,
 * two people in one cell, mononyms. Scripts without case are left as they are. Reading the result again changes nothing.
 */
export function readName(cell: string): Reading<PersonName> {
  const text = tidy(cell.replace(/(?<=[^\s,])\s*[\r\n]+\s*(?=\S)/g, ' / '))
    .replace(/\p{Extended_Pictographic}\ufe0f?/gu, (sign) => (sign.charCodeAt(0) < 0x100 ? sign : ''))
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '' || FILLER.test(text)) return NOTHING;
  const two = TWO_WORDS.exec(text);
  if (two !== null) {
    const [, given, family] = two;
    const last = family.toLowerCase();
    const first = given.toLowerCase();
    const special =
      TITLES.has(first) ||
      DESCENT.has(last) ||
      DEGREES.has(last) ||
      LEGAL_FORMS.has(last) ||
      BUSINESS.has(last) ||
      BUSINESS.has(first) ||
      LEADING_FORMS.has(first);
    if (!special) return read({ name: text, given, family, company: '', nickname: '' });
  }
  return readCarefully(text);
}
