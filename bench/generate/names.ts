import type { Form } from './forms';
import type { Random } from './random';
import type { Person } from './types';
import { NICKNAMES } from './words';

type NameForm = Form<Person, string>;

const isLatin = (person: Person) => person.latin === '';
const full = (person: Person) => `${person.given} ${person.family}`;
const isPlain = (person: Person) => /^[A-Z][a-z]+ [A-Z][a-z]+$/.test(full(person));

/** A form that reads as another spelling than the usual one. */
function spelt(mess: string, share: number, spelling: (person: Person) => string, fits: NameForm['fits']): NameForm {
  return { mess, share, fits, write: (person) => ({ cell: spelling(person), clean: spelling(person) }) };
}

/** A form that reads as the usual spelling. */
function dressed(mess: string, share: number, dress: (person: Person) => string, fits?: NameForm['fits']): NameForm {
  return { mess, share, fits, write: (person) => ({ cell: dress(person), clean: full(person) }) };
}

const twice = (text: string) => ({ cell: text, clean: text });

const nicknamed = (person: Person) => `${NICKNAMES[person.given]} ${person.family}`;
const withoutAccents = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');
const hasAccents = (person: Person) =>
  isLatin(person) && withoutAccents(full(person)) !== full(person).normalize('NFD');

/** How customers' names are written. */
export const NAME_FORMS: readonly NameForm[] = [
  dressed('', 1, full),
  dressed('name-capitals', 0.08, (person) => full(person).toUpperCase(), isPlain),
  dressed('name-lower-case', 0.06, (person) => full(person).toLowerCase(), isPlain),
  dressed('name-last-first', 0.07, (person) => `${person.family}, ${person.given}`, isLatin),
  dressed('name-last-first-capitals', 0.02, (p) => `${p.family.toUpperCase()}, ${p.given}`, isPlain),
  dressed('name-trailing-space', 0.04, (person) => `${full(person)} `),
  dressed('name-two-spaces', 0.02, (person) => ` ${person.given}  ${person.family}`),
  dressed('name-no-break-space', 0.02, (person) => `${person.given}\u00a0${person.family}`),
  dressed('name-emoji', 0.008, (person) => `${full(person)} 🌿`),
  spelt('name-initial', 0.025, (person) => `${person.given[0]}. ${person.family}`, isLatin),
  spelt('name-nickname', 0.03, nicknamed, (person) => person.given in NICKNAMES),
  spelt('name-no-accents', 0.02, (person) => withoutAccents(full(person)), hasAccents),
  spelt(
    'name-other-script',
    0.015,
    (person) => person.latin,
    (person) => !isLatin(person),
  ),
  { mess: 'name-misspelt', share: 0.03, fits: isPlain, write: (person, random) => twice(misspelt(person, random)) },
];

/** Two neighbouring letters of the family name change places, or one is left out; the first letter stays. */
function misspelt(person: Person, random: Random): string {
  const { family } = person;
  const at = random.int(1, family.length - 2);
  const swapped = family.slice(0, at) + family[at + 1] + family[at] + family.slice(at + 2);
  const shorter = family.slice(0, at) + family.slice(at + 1);
  return `${person.given} ${random.chance(0.5) && swapped !== family ? swapped : shorter}`;
}
