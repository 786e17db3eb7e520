import { doubleMetaphone } from 'double-metaphone';
import { max, min } from './arithmetic';
import type { Field } from './field';
import type { Fields } from './fields';
import { hashText, mix } from './text';

/** What keys and values are about, as bits: those about one thing mostly agree together. */
export enum About {
  /** Words of a firm's name: each tells something of its own. */
  Word = 0,
  Email = 1,
  Phone = 2,
  Name = 4,
  Date = 8,
  Address = 16,
  Firm = 32,
  Company = 64,
  Place = 128,
  Text = 256,
  Sex = 512,
}

/** A kind of key by which records are brought together as candidates. */
export interface AtomKind {
  name: string;
  about: About;
  /** Calls `add` with each key of a record; 0 is none. */
  each: (record: number, add: (key: number) => void) => void;
}

/** Most words of a name that give keys. */
const MOST_WORDS = 4;

function soundKey(word: string): number {
  return hashText(doubleMetaphone(word)[0] || word, 5);
}

function hashed(texts: readonly string[], salt: number, cut: (text: string) => string): Uint32Array {
  const keys = new Uint32Array(texts.length);
  for (let id = 0; id < keys.length; id++) {
    const part = texts[id] === '' ? '' : cut(texts[id]);
    if (part !== '') keys[id] = hashText(part, salt);
  }
  return keys;
}

/** A kind with one key by value of a field. */
function byValue(name: string, about: About, field: Field | undefined, cut: (text: string) => string): AtomKind[] {
  if (!field) return [];
  const keys = hashed(field.texts, hashText(name, 0), cut);
  return [{ name, about, each: (record, add) => add(keys[field.ids[record]]) }];
}

/** A part of a text, as where it begins and ends. */
interface Part {
  from?: (text: string) => number;
  to?: (text: string) => number;
}

/** The hash of a part, 0 where there is none. */
function hashPart(text: string, salt: number, { from, to }: Part): number {
  const start = from ? from(text) : 0;
  const end = to ? to(text) : text.length;
  return start < end ? hashText(text, salt, start, end) : 0;
}

/** A kind with one key for each of several values in a cell. */
function byValues(name: string, about: About, field: Field | undefined, part: Part): AtomKind[] {
  if (!field) return [];
  const salt = hashText(name, 0);
  const { ids, texts } = field;
  // Nearly every cell holds one value.
  const alone = new Uint32Array(texts.length);
  const several = new Map<number, number[]>();
  for (let id = 0; id < texts.length; id++) {
    if (texts[id].indexOf('\n') < 0) alone[id] = hashPart(texts[id], salt, part);
    else
      several.set(
        id,
        texts[id].split('\n').map((text) => hashPart(text, salt, part)),
      );
  }
  const each: AtomKind['each'] = (record, add) => {
    const id = ids[record];
    if (alone[id] !== 0) add(alone[id]);
    else if (several.size > 0) for (const key of several.get(id) ?? []) add(key);
  };
  return [{ name, about, each }];
}

function nameKinds(fields: Fields): AtomKind[] {
  const given = fields.byKey.get('given');
  const family = fields.byKey.get('family');
  if (!given || !family) return [];
  const whole = hashed(given.texts, 11, (text) => text);
  const sound = hashed(given.texts, 12, (text) => String(soundKey(text)));
  const front = hashed(given.texts, 13, (text) => text.slice(0, 1));
  const long = hashed(given.texts, 14, (text) => text.slice(0, 4));
  const pair = (name: string, keyOf: (g: number, f: number) => number): AtomKind => ({
    name,
    about: About.Name,
    each: (record, add) => {
      const [g, f] = [given.ids[record], family.ids[record]];
      if (g !== 0 && f !== 0) add(keyOf(g, f));
    },
  });
  return [
    // Sums do not tell first from last, so that swapped names meet.
    pair('full name', (g, f) => mix((whole[g] + whole[f]) >>> 0)),
    pair('sound of the full name', (g, f) => mix((sound[g] + sound[f]) >>> 0)),
    pair('first name and start of the last', (g, f) => mix((whole[g] ^ front[f]) >>> 0)),
    pair('last name and start of the first', (g, f) => mix((whole[f] ^ front[g]) >>> 0)),
    pair('starts of both names', (g, f) => mix((long[g] + long[f]) >>> 0)),
    ...[given, family].map(
      (field, i): AtomKind => ({
        name: i === 0 ? 'sound of the first name' : 'sound of the last name',
        about: About.Name,
        each: (record, add) => add(sound[field.ids[record]]),
      }),
    ),
  ];
}

function firmKinds(name: string, field: Field | undefined): AtomKind[] {
  if (!field) return [];
  const frequency = new Map<string, number>();
  const lists = field.texts.map((text) => (text === '' ? [] : text.split(' ')));
  for (const list of lists) for (const word of list) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const rarest = lists.map((list) =>
    [...list].sort((x, y) => frequency.get(x)! - frequency.get(y)! || (x < y ? -1 : 1)).slice(0, MOST_WORDS),
  );
  const keys = (salt: number, cut: (word: string) => string) =>
    rarest.map((list) => [...new Set(list.map(cut))].filter((part) => part !== '').map((part) => hashText(part, salt)));
  const kind = (what: string, lists: number[][]): AtomKind => ({
    name: `${what} of the ${name}`,
    about: About.Word,
    each: (record, add) => {
      for (const key of lists[field.ids[record]]) add(key);
    },
  });
  const salt = hashText(name, 0);
  const pairs = rarest.map((list) => {
    const out: number[] = [];
    for (let i = 0; i < list.length; i++) {
      for (let j = i + 1; j < list.length; j++)
        out.push(mix((hashText(list[i].slice(0, 4), salt) + hashText(list[j].slice(0, 4), salt)) >>> 0));
    }
    return out;
  });
  return [
    kind(
      'words',
      keys(salt ^ 1, (word) => word),
    ),
    kind('pairs of words', pairs),
    kind(
      'beginnings',
      keys(salt ^ 2, (word) => (word.length > 4 ? word.slice(0, 4) : '')),
    ),
  ];
}

function addressKind(fields: Fields): AtomKind[] {
  const street = fields.byKey.get('street');
  const number = fields.byKey.get('number');
  if (!street || !number) return [];
  const front = hashed(street.texts, 21, (text) => text.slice(0, 3));
  const house = hashed(number.texts, 22, (text) => text);
  const each: AtomKind['each'] = (record, add) => {
    const [s, n] = [street.ids[record], number.ids[record]];
    if (s !== 0 && n !== 0) add(mix((front[s] ^ house[n]) >>> 0));
  };
  return [{ name: 'house number and street', about: About.Address, each }];
}

/** Where the name before the @ ends. */
const local = (email: string) => max(0, email.lastIndexOf('@'));
const digitsFromEnd = (count: number) => (phone: string) => max(0, phone.length - count);

/** The field by whose words firms are found: the employer of a person is not one of them unless nothing else is known. */
function namingFirm(fields: Fields): Field | undefined {
  const named = (['firm', 'given', 'family'] as const).some((key) => fields.byKey.has(key));
  return fields.byKey.get('firm') ?? (named ? undefined : fields.byKey.get('company'));
}

/** The kinds of keys that the records' fields allow, the most telling first. */
export function atomKinds(fields: Fields): AtomKind[] {
  const of = (key: Field['key']) => fields.byKey.get(key);
  const date = of('birthDate');
  return [
    ...byValues('email', About.Email, of('email'), {}),
    ...byValues('phone', About.Phone, of('phone'), { from: digitsFromEnd(7) }),
    ...byValues('email local part', About.Email, of('email'), { to: local }),
    ...nameKinds(fields),
    ...addressKind(fields),
    ...byValue('birth date', About.Date, date, (text) => text),
    ...firmKinds('firm', namingFirm(fields)),
    ...byValue('company', About.Company, of('company'), (text) => text),
    ...byValue('month and day', About.Date, date, (text) => text.slice(4)),
    ...byValue('year and month', About.Date, date, (text) => text.slice(0, 6)),
    ...byValue('year and day', About.Date, date, (text) => text.slice(0, 4) + text.slice(6)),
    ...byValue('street', About.Address, of('street'), (text) => text),
    ...byValue('postcode', About.Place, of('postcode'), (text) => text),
    ...byValue('second address line', About.Text, of('address2'), (text) => text),
    ...byValues('last digits of the phone', About.Phone, of('phone'), { from: digitsFromEnd(4) }),
    ...byValues('front digits of the phone', About.Phone, of('phone'), { to: digitsFromEnd(4) }),
    ...byValues('start of the email', About.Email, of('email'), { to: (text) => min(4, local(text)) }),
    ...byValue('city', About.Place, of('city'), (text) => text),
    ...byValue('text', About.Text, of('text'), (text) => text),
  ];
}
