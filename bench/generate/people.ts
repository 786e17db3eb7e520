import { BLOCKS, numberOf } from './phones';
import type { Random } from './random';
import type { Person, PhoneNumber } from './types';
import { COMPANY_FIRST, COMPANY_LAST, NAME_POOLS, OTHER_SCRIPTS, STREETS, TOWNS } from './words';

/** A list of a hundred or so, in which each item stands as often as its share says: to pick from by weight. */
function spread<T>(list: readonly T[], share: (item: T) => number): T[] {
  return list.flatMap((item) => new Array<T>(share(item)).fill(item));
}

const TOWN_SPREAD = spread(TOWNS, ([, , , share]) => share);
const NAME_SPREAD = spread(NAME_POOLS, ({ share }) => share);

/**
 * Makes `count` people, each with telephone numbers and addresses of their own, except where several share one: a family at
 * home, colleagues in a firm. Some have the same name as someone else. Addresses are on reserved domains (RFC 2606).
 */
export function makePeople(count: number, random: Random): Person[] {
  const maker = { random, serials: new Map<string, number>(), taken: new Map<string, number>() };
  const people: Person[] = [];
  for (let index = 0; index < count; index++) {
    const earlier = people.length > 0 ? random.pick(people) : undefined;
    const shares = earlier?.latin === '' && !otherScript(index) && random.chance(0.08);
    people.push(earlier && shares ? relative(earlier, index, maker) : stranger(index, maker));
  }
  return people;
}

interface Maker {
  random: Random;
  /** Numbers given out, by block. */
  serials: Map<string, number>;
  /** Mail addresses and firms' names given out, and how far the numbers behind them have got. */
  taken: Map<string, number>;
}

function stranger(index: number, maker: Maker): Person {
  const { random } = maker;
  const [city, district, country] = random.pick(TOWN_SPREAD);
  const name = makeName(index, random);
  const company = random.chance(0.22) ? makeCompany(city, maker) : '';
  const block = country === 'GB' ? city : country;
  const phones = [nextPhone(block, maker)];
  if (random.chance(0.45)) phones.push(nextPhone(block, maker));
  return {
    id: personId(index),
    ...name,
    company,
    phones,
    emails: makeEmails(name, company, maker),
    address: address(country, random),
    city,
    postcode: country === 'GB' ? `${district} ${inwardCode(random)}` : district,
    country,
    customerId: customerId(index, random),
  };
}

/** Someone of the same family or firm: another person behind the same number, address and, in a firm, mailbox. */
function relative(other: Person, index: number, maker: Maker): Person {
  const { random } = maker;
  const name = makeName(index, random);
  const shared = other.company ? name : { ...name, family: other.family };
  const own = makeEmails(shared, other.company, maker);
  return {
    ...other,
    id: personId(index),
    ...shared,
    phones: [other.phones[0]],
    emails: other.company ? [own[0], other.emails[other.emails.length - 1]] : own,
    customerId: customerId(index, random),
  };
}

const personId = (index: number) => `P${String(index + 1).padStart(5, '0')}`;

/** Five figures behind a zero, another for everyone (99,991 is a prime), or none. */
function customerId(index: number, random: Random): string {
  return random.chance(0.45) ? String((index * 7919 + 42_017) % 99_991).padStart(6, '0') : '';
}

type Name = Pick<Person, 'given' | 'family' | 'latin'>;

/** Every twentieth person writes in another script. */
const otherScript = (index: number) => index % 20 === 7;

function makeName(index: number, random: Random): Name {
  if (otherScript(index)) {
    const [given, family, latin] = OTHER_SCRIPTS[Math.floor(index / 20) % OTHER_SCRIPTS.length];
    return { given, family, latin };
  }
  const pool = random.pick(NAME_SPREAD);
  return { given: random.pick(pool.given), family: random.pick(pool.family), latin: '' };
}

function nextPhone(block: string, maker: Maker): PhoneNumber {
  const serial = maker.serials.get(block) ?? 0;
  maker.serials.set(block, serial + 1);
  return numberOf(BLOCKS[block], serial);
}

/** No two firms have one name: the second is called after its town too, the third numbered. */
function makeCompany(city: string, { random, taken }: Maker): string {
  const plain = `${random.pick(COMPANY_FIRST)} ${random.pick(COMPANY_LAST)}`;
  const name = taken.has(plain) ? `${plain} ${city}` : plain;
  return numbered(name, (n) => `${name} ${n}`, taken);
}

const HOSTS = ['example.com', 'example.org', 'example.net', 'post.example', 'mail.example'];

const LOCAL_PARTS: readonly ((given: string, family: string) => string)[] = [
  (given, family) => `${given}.${family}`,
  (given, family) => `${given[0]}${family}`,
  (given, family) => `${given}${family}`,
  (given, family) => `${family}.${given}`,
];

function makeEmails(name: Name, company: string, maker: Maker): string[] {
  const { random, taken } = maker;
  const spelling = plainLetters(name.latin || `${name.given} ${name.family}`).split(' ');
  const given = spelling[0];
  const family = spelling.slice(1).join('');
  const host = company ? `${plainLetters(company, /[^a-z0-9 ]/g).replace(/ /g, '-')}.example` : random.pick(HOSTS);
  const local = random.pick(LOCAL_PARTS)(given, family);
  const emails = [unused(local, host, taken)];
  if (company) emails.push(`info@${host}`);
  else if (random.chance(0.25)) emails.push(unused(`${given}${random.int(50, 99)}`, random.pick(HOSTS), taken));
  return emails;
}

function unused(local: string, host: string, taken: Map<string, number>): string {
  return numbered(`${local}@${host}`, (n) => `${local}${n}@${host}`, taken);
}

/** `plain`, or the first numbered form that nobody has; where the last search ended, the next goes on. */
function numbered(plain: string, form: (n: number) => string, taken: Map<string, number>): string {
  let n = taken.get(plain) ?? 0;
  let free = plain;
  if (n > 0) {
    do {
      n += 1;
      free = form(n);
    } while (taken.has(free));
    taken.set(free, 1);
  }
  taken.set(plain, Math.max(1, n));
  return free;
}

const LETTERS: Record<string, string> = { ł: 'l', ø: 'o', ß: 'ss', æ: 'ae' };

/** Lower case without accents and without what is `unwanted`, single spaces. */
function plainLetters(text: string, unwanted = /[^a-z ]/g): string {
  const lower = text.toLowerCase().normalize('NFD');
  return lower
    .replace(/[łøßæ]/g, (letter) => LETTERS[letter])
    .replace(unwanted, '')
    .trim()
    .replace(/ +/g, ' ');
}

function address(country: string, random: Random): string {
  const number = random.int(1, 180);
  if (country === 'FR') return `${number} rue ${random.pick(['Pasteur', 'de France', 'Gambetta'])}`;
  if (country === 'DE') return `${random.pick(['Lindenstraße', 'Schulstraße', 'Gartenweg'])} ${number}`;
  const flat = random.chance(0.15) ? `Flat ${random.int(1, 9)}, ` : '';
  return `${flat}${number} ${random.pick(STREETS)}`;
}

const INWARD = 'ABDEFGHJLNPQRSTUWXYZ';

const inwardCode = (random: Random) => `${random.int(1, 9)}${INWARD[random.int(0, 19)]}${INWARD[random.int(0, 19)]}`;
