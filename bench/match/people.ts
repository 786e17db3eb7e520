import { phoneForm, typo, typos, withoutUmlauts } from './damage';
import { Random } from './random';
import * as words from './vocabulary';

/** A row of a data set: its truth and its columns. */
export type Row = Record<string, string> & { cluster: string };

interface Place {
  given: readonly string[];
  family: readonly string[];
  cities: readonly (readonly [string, string, string, string])[];
  domains: readonly string[];
  country: string;
  street: (random: Random) => { number: string; street: string };
}

const AMERICA: Place = {
  given: words.GIVEN,
  family: words.FAMILY,
  cities: words.CITIES,
  domains: words.DOMAINS,
  country: '1',
  street: (random) => ({
    number: String(1 + random.below(9900)),
    street: `${random.pick(words.STREETS)} ${random.pick(words.STREET_KINDS)}`,
  }),
};

const GERMANY: Place = {
  given: words.GERMAN_GIVEN,
  family: words.GERMAN_FAMILY,
  cities: words.GERMAN_CITIES,
  domains: words.GERMAN_DOMAINS,
  country: '49',
  street: (random) => ({
    number: `${1 + random.below(180)}${random.chance(0.1) ? random.pick(['a', 'b', 'c']) : ''}`,
    street: random.pick(words.GERMAN_STREETS),
  }),
};

/** What is true of a person. */
export interface Person {
  given: string;
  family: string;
  birth: string;
  email: string;
  phone: string;
  number: string;
  street: string;
  city: string;
  region: string;
  zip: string;
  company: string;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}

export function makePerson(random: Random, place: Place): Person {
  const given = random.pickCommon(place.given, 1.5);
  const family = random.pickCommon(place.family, 1.5);
  const [city, region, zip, area] = random.pick(place.cities);
  const plain = (text: string) =>
    withoutUmlauts(text)
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[^a-z]/g, '');
  const tail = random.chance(0.3) ? String(random.below(100)) : '';
  const local = random.pick([
    `${plain(given)}.${plain(family)}`,
    `${plain(given)}.${plain(family)}`,
    `${plain(given).charAt(0)}${plain(family)}`,
  ]);
  return {
    given,
    family,
    birth: `${1940 + random.below(65)}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`,
    email: `${local}${tail}@${random.pick(place.domains)}`,
    phone: area + String(random.below(10 ** (10 - area.length))).padStart(10 - area.length, '0'),
    ...place.street(random),
    city,
    region,
    zip: zip + String(random.below(10 ** (5 - zip.length))).padStart(5 - zip.length, '0'),
    company: `${random.pick(words.FIRM_HEADS)} ${random.pick(words.FIRM_TRADES)}`,
  };
}

function crmRow(person: Person, place: Place, cluster: string, random: Random, errors: number): Row {
  const hurt = (text: string, share: number) => (random.chance(share * errors) ? typo(text, random) : text);
  const blank = (text: string, share: number) => (random.chance(share * errors) ? '' : text);
  const kind = person.street.split(' ').pop() ?? '';
  const street = random.chance(0.3) ? person.street.replace(kind, words.STREET_SHORT[kind] ?? kind) : person.street;
  let given = hurt(person.given, 0.15);
  if (random.chance(0.12 * errors)) given = words.SHORT_NAMES[person.given] ?? person.given.charAt(0);
  const german = place === GERMANY;
  const spell = (text: string) => (german && random.chance(0.25) ? withoutUmlauts(text) : text);
  return {
    cluster,
    first: spell(given),
    last: spell(hurt(person.family, 0.15)),
    email: blank(hurt(person.email, 0.1), 0.15),
    phone: blank(
      phoneForm(random.chance(0.05 * errors) ? typo(person.phone, random) : person.phone, place.country, random),
      0.15,
    ),
    address: blank(german ? `${spell(street)} ${person.number}` : `${person.number} ${hurt(street, 0.15)}`, 0.12),
    city: spell(blank(hurt(person.city, 0.1), 0.05)),
    state: person.region,
    zip: blank(hurt(person.zip, 0.05), 0.08),
    company: blank(person.company, 0.2),
  };
}

/** CRM rows: 30 % of people stand there twice to four times, with errors and blanks. */
export function crmRows(size: number, seed: number, options: { errors?: number; german?: boolean } = {}): Row[] {
  const random = new Random(seed);
  const place = options.german ? GERMANY : AMERICA;
  const rows: Row[] = [];
  for (let person = 0; rows.length < size; person++) {
    const truth = makePerson(random, place);
    const copies = random.chance(0.3) ? 2 + random.below(3) : 1;
    for (let i = 0; i < copies && rows.length < size; i++) {
      rows.push(crmRow(truth, place, String(person), random, i === 0 ? 0 : (options.errors ?? 1)));
    }
  }
  return random.shuffle(rows);
}

/** Families: up to five people of one name at one address and phone; each stands there once to three times. */
export function familyRows(size: number, seed: number): Row[] {
  const random = new Random(seed);
  const rows: Row[] = [];
  for (let home = 0; rows.length < size; home++) {
    const head = makePerson(random, AMERICA);
    for (let member = 1 + random.below(5); member > 0; member--) {
      const other = makePerson(random, AMERICA);
      const person = {
        ...head,
        given: other.given,
        birth: other.birth,
        email: random.chance(0.5) ? head.email : other.email,
      };
      for (let copy = 1 + random.below(3); copy > 0; copy--) {
        rows.push({
          ...crmRow(person, AMERICA, `${home}-${member}`, random, copy === 1 ? 0 : 1),
          dob: random.chance(0.8) ? person.birth : '',
          company: '',
        });
      }
    }
  }
  return random.shuffle(rows.slice(0, size));
}

/** Office lines: ten to forty people share a firm, an address and a phone. */
export function officeRows(size: number, seed: number): Row[] {
  const random = new Random(seed);
  const rows: Row[] = [];
  for (let office = 0; rows.length < size; office++) {
    const head = makePerson(random, AMERICA);
    for (let member = 10 + random.below(30); member > 0; member--) {
      const other = makePerson(random, AMERICA);
      const person = {
        ...head,
        given: other.given,
        family: other.family,
        email: `${other.given.charAt(0)}${other.family}@${head.company.replace(' ', '')}.com`.toLowerCase(),
      };
      const copies = random.chance(0.3) ? 2 : 1;
      for (let copy = 0; copy < copies; copy++) rows.push(crmRow(person, AMERICA, `${office}-${member}`, random, copy));
    }
  }
  return random.shuffle(rows.slice(0, size));
}

/** Dense and messy, as records of historical persons are: about ten rows each, many blanks, errors in every field, no contact. */
export function denseRows(size: number, seed: number): Row[] {
  const random = new Random(seed);
  const rows: Row[] = [];
  for (let cluster = 0; rows.length < size; cluster++) {
    const person = makePerson(random, AMERICA);
    const occupation = random.pick(words.FIRM_TRADES).toLowerCase();
    const other = random.pick(words.GIVEN);
    for (let copy = 1 + random.below(19); copy > 0; copy--) {
      const hurt = (text: string) => (random.chance(0.2) ? typos(text, random, 2) : text);
      const blank = (text: string, share: number) => (random.chance(share) ? '' : text);
      let given = random.chance(0.08) ? other : hurt(person.given);
      let family = hurt(person.family);
      if (random.chance(0.03)) [given, family] = [family, given];
      rows.push({
        cluster: String(cluster),
        first: blank(random.chance(0.1) ? (words.SHORT_NAMES[person.given] ?? given) : given, 0.04),
        last: blank(family, 0.03),
        dob: blank(random.chance(0.25) ? nearDate(person.birth, random) : person.birth, 0.12),
        birth_place: blank(hurt(person.city), 0.2),
        postcode: blank(random.chance(0.2) ? person.zip.slice(0, 3) + two(random.below(100)) : person.zip, 0.2),
        occupation: blank(occupation, 0.35),
      });
    }
  }
  return random.shuffle(rows.slice(0, size));
}

function nearDate(date: string, random: Random): string {
  const [year, month, day] = date.split('-');
  return random.pick([
    `${year}-01-01`,
    `${year}-${day > '12' ? month : day}-${day > '12' ? two(1 + random.below(28)) : month}`,
    `${Number(year) + random.below(3) - 1}-${month}-${day}`,
    `${year}-${month}-${two(1 + random.below(28))}`,
  ]);
}
