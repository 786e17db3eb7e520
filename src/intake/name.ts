import { isCompany } from './company';
import { EMPTY_NAME, type PersonName, takeApart } from './name-parts';
import { BUSINESS, DEGREES, DESCENT, LEADING_FORMS, LEGAL_FORMS, TITLES } from './name-words';
import { splitPeople } from './people';
import { doubt, type Flaw, NO_FLAWS, note, type Reading, read } from './reading';
import { tidy } from './text';

/** Longest name that is kept, in letters. */
export const MAX_NAME = 255;

const NOTHING: Reading<PersonName> = read(EMPTY_NAME);
const FILLER =
  /^(?:n\/?a|n\.a\.|none|null|nil|nan|undefined|unknown|anonymous|test(?: (?:test|user|customer|name))?|asdf\w*|qwerty|tbd|xxx*|[-_.?*/]+|same(?: as above)?|ditto|sin nombre|sem nome|sans nom|ohne namen?|senza nome|no name|not (?:provided|given|available)|guest|customer|#n\/a|#ref!|\d)$/i;

const INITIAL_OR_TITLE = note(
  'name-initial-or-title',
  '“M.” may be an initial or the French title; it is kept with the given name.',
  'Take it out if it is a title.',
);

/** "Ravi Kumar S/O Mohan": whose son, daughter or wife, or in whose care. */
const RELATION = /\s+[sdwc]\s?\/\s?o\b.*$/i;
/** "Smith & Wesson": two words and a sign between them. */
const FIRM_LIKE = /^\S+ ?(?:&|\/|;|\sand\s|\sund\s|\set\s|\sy\s|\se\s) ?\S+$/i;
const PEOPLE_OR_FIRM = note(
  'name-people-or-firm',
  'The cell may name two people or a firm; it is kept as it stands.',
  'Put a firm in the column of companies, or each person in a row.',
);

const TWO_PEOPLE = (names: string): Flaw =>
  note(
    'name-two-people',
    `The cell names more than one person (${names}); the first is used.`,
    'Write each person in a row of their own if both matter.',
  );

function company(text: string): PersonName {
  return { ...EMPTY_NAME, name: text, company: text };
}

const NICKNAME = /\s*(?:"([^"]{2,20})"|“([^”]{2,20})”|\((?!\d)([^)]{2,30})\)|'([^']{2,20})'(?=\s))\s*/;

function flawsOf(text: string): Flaw[] {
  if (/\S@[^\s@]+\.\S/.test(text))
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
  if (flaws.length > 0 && flaws[0].severity === 'doubt') return read(EMPTY_NAME, '', flaws);
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
  const named =
    plainName.includes(' ') || quoted === null || quoted.index > 0 ? plainName : `${nickname} ${plainName}`.trim();
  const people = splitPeople(named.replace(RELATION, ''));
  if (/^m\. \S/i.test(people[0])) flaws.push(INITIAL_OR_TITLE);
  if (people.length > 1) flaws.push(TWO_PEOPLE(people.map((one) => takeApart(one).name).join(', ')));
  const either = FIRM_LIKE.test(people[0]);
  if (either) flaws.push(PEOPLE_OR_FIRM);
  const person = either ? { ...EMPTY_NAME, name: people[0] } : { ...takeApart(people[0]), nickname };
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
