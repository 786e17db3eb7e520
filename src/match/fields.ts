import { max } from './arithmetic';
import type { Distinct } from './columns';
import { EMAIL_LEVELS, emailComparer, PHONE_LEVELS, phoneComparer } from './compare-contact';
import { DATE_LEVELS, dateComparer, dateKey } from './compare-date';
import { BAG_LEVELS, bagComparer, makeBags } from './compare-tokens';
import { CODE_LEVELS, codeComparer, NAME_LEVELS, nameComparer, TEXT_LEVELS, textComparer } from './compare-words';
import { emailKey, keysIn, phoneKey } from './contact';
import type { MatchField } from './contract';
import type { Field, FieldKey } from './field';
import { type FirmName, firmName, looksLikeFirm } from './firm-name';
import { type Interned, Interner, idsAt, intern } from './intern';
import { nameWords, splitFullName } from './person-name';
import { shortStreet, splitAddress } from './street';
import { fold } from './text';

/** All that is compared of the records. */
export interface Fields {
  size: number;
  all: Field[];
  byKey: Map<FieldKey, Field>;
}

/** Maps a column's values to new texts and interns those: values that mean the same share an id. */
function remap(column: Interned, toText: (text: string) => string): { ids: Int32Array; texts: string[] } {
  const { ids, texts } = intern(
    column.texts.map((raw) => (raw === '' ? '' : toText(raw))),
    column.texts.length,
  );
  return { ids: idsAt(column.ids, ids), texts };
}

/** Share of a column's values from which on all its names are taken for firms'. */
const MOSTLY_FIRMS = 0.4;

/** The names of people in two columns that share one table of values, and the names of firms. */
interface Names {
  given: Int32Array;
  family: Int32Array;
  texts: string[];
  firm: Int32Array;
  firmTexts: string[];
}

function readNames(records: Distinct): Names {
  const none: Interned = { ids: new Int32Array(records.size), texts: [''] };
  const name = records.columns.get('name') ?? none;
  const given = records.columns.get('given') ?? none;
  const family = records.columns.get('family') ?? none;
  const firms = name.texts.map(looksLikeFirm);
  const share = name.ids.reduce((sum, id) => sum + (firms[id] ? 1 : 0), 0) / Math.max(1, records.size);
  const reader = new Interner();
  const firmReader = new Interner();
  const whole = name.texts.map((text, id) => {
    if (text === '') return { given: 0, family: 0, firm: 0 };
    const firm = firmReader.id(fold(text));
    if (firms[id] || share >= MOSTLY_FIRMS) return { given: 0, family: 0, firm };
    const parts = splitFullName(text);
    return { given: reader.id(parts.given), family: reader.id(parts.family), firm };
  });
  const givenIds = given.texts.map((text) => reader.id(nameWords(text).join(' ')));
  const familyIds = family.texts.map((text) => reader.id(nameWords(text).join(' ')));
  const out: Names = {
    given: new Int32Array(records.size),
    family: new Int32Array(records.size),
    texts: reader.texts,
    firm: new Int32Array(records.size),
    firmTexts: firmReader.texts,
  };
  for (let i = 0; i < records.size; i++) {
    const parts = whole[name.ids[i]];
    const split = given.ids[i] !== 0 || family.ids[i] !== 0;
    out.given[i] = split ? givenIds[given.ids[i]] : parts.given;
    out.family[i] = split ? familyIds[family.ids[i]] : parts.family;
    out.firm[i] = split ? 0 : parts.firm;
  }
  return out;
}

function bagField(key: FieldKey, ids: Int32Array, texts: readonly string[]): Field {
  const names: FirmName[] = texts.map(firmName);
  // Word order is not told apart: equal cores are one value.
  const sorted = names.map((name) => [...name.core].sort().join(' '));
  const merged = mergeEqual(ids, sorted);
  const bags = makeBags(
    merged.texts.map((text) => (text === '' ? [] : text.split(' '))),
    merged.firstOf.map((id) => names[id].initials),
  );
  return { key, ids: merged.ids, texts: merged.texts, levels: BAG_LEVELS, compare: bagComparer(bags) };
}

function mergeEqual(ids: Int32Array, sorted: readonly string[]) {
  const reader = new Interner();
  const firstOf = [0];
  const idOf = Int32Array.from(sorted, (text, id) => {
    const known = reader.id(text);
    if (known === firstOf.length) firstOf.push(id);
    return known;
  });
  return { ids: idsAt(ids, idOf), texts: reader.texts, firstOf };
}

type Maker = (column: Interned) => Field;

function simple(
  key: FieldKey,
  toText: (text: string) => string,
  levels: readonly string[],
  make: (texts: readonly string[]) => Field['compare'],
): Maker {
  return (column) => {
    const { ids, texts } = remap(column, toText);
    return { key, ids, texts, levels, compare: make(texts) };
  };
}

function contactKeys(toKey: (text: string) => string) {
  return (cell: string) => (cell.indexOf('\n') < 0 ? toKey(cell) : keysIn(cell, toKey).join('\n'));
}

/** First letter of "male", "f", "Frau", "weiblich"; other words stay themselves. */
function sexKey(text: string): string {
  const folded = fold(text);
  if (/^(f|female|w|weiblich|frau|mrs|ms|woman|femme|mujer)$/.test(folded)) return 'f';
  if (/^(m|male|mannlich|maennlich|herr|mr|man|homme|hombre)$/.test(folded)) return 'm';
  return folded;
}

/** Postcodes are compared without spaces. */
const codeKey = (text: string) => fold(text).replace(/ /g, '');

const MAKERS: Partial<Record<MatchField, Maker>> = {
  company: (column) => bagField('company', column.ids, column.texts.map(fold)),
  phone: simple('phone', contactKeys(phoneKey), PHONE_LEVELS, (texts) => phoneComparer(texts)),
  email: simple('email', contactKeys(emailKey), EMAIL_LEVELS, (texts) => emailComparer(texts)),
  birthDate: simple('birthDate', dateKey, DATE_LEVELS, dateComparer),
  sex: simple('sex', sexKey, ['differs', 'same'], () => () => 1),
  address2: simple('address2', fold, TEXT_LEVELS, textComparer),
  city: simple('city', fold, TEXT_LEVELS, textComparer),
  region: simple('region', fold, CODE_LEVELS, codeComparer),
  postcode: simple('postcode', codeKey, CODE_LEVELS, codeComparer),
  country: simple('country', fold, ['differs', 'same'], () => () => 1),
  text: simple('text', fold, TEXT_LEVELS, textComparer),
};

/** Streets are nearly equal by words ("Oak Street N", "N Oak St") or by letters ("Wallaby", "Walaby"). */
function streetComparer(texts: readonly string[]): Field['compare'] {
  const words = texts.map((text) => (text === '' ? [] : text.split(' ')));
  const byWords = bagComparer(
    makeBags(
      words,
      words.map(() => ''),
    ),
  );
  const byLetters = textComparer(texts);
  return (a, b) => max(byWords(a, b), STREET_LEVELS[byLetters(a, b)]);
}

/** Levels of texts as levels of streets. */
const STREET_LEVELS = [0, 1, 2, 5, 6];

function addressFields(records: Distinct): Field[] {
  const address = records.columns.get('address');
  const given = records.columns.get('streetNumber');
  const fields: Field[] = [];
  const numbers = given && remap(given, codeKey);
  if (address) {
    const streets = new Interner();
    const houses = new Interner();
    const streetOf = new Int32Array(address.texts.length);
    const houseOf = new Int32Array(address.texts.length);
    address.texts.forEach((text, id) => {
      const part = splitAddress(text);
      streetOf[id] = streets.id(part.street);
      houseOf[id] = houses.id(part.number);
    });
    const street = remap({ ids: idsAt(address.ids, streetOf), texts: streets.texts }, shortStreet);
    const compare = streetComparer(street.texts);
    fields.push({ key: 'street', ...street, levels: BAG_LEVELS, compare });
    if (!numbers) {
      const own = { ids: idsAt(address.ids, houseOf), texts: houses.texts };
      fields.push({ key: 'number', ...own, levels: CODE_LEVELS, compare: codeComparer(own.texts) });
    }
  }
  if (numbers)
    fields.push({
      key: 'number',
      ...numbers,
      levels: CODE_LEVELS,
      compare: codeComparer(numbers.texts),
    });
  return fields;
}

function nameFields(records: Distinct): Field[] {
  const names = readNames(records);
  const compare = nameComparer(names.texts);
  const shared = { texts: names.texts, levels: NAME_LEVELS, compare };
  const none = new Int32Array(records.size);
  return [
    { key: 'given', ids: names.given, ...shared },
    { key: 'family', ids: names.family, ...shared },
    {
      key: 'swapped',
      ids: none,
      texts: [''],
      levels: ['straight', 'one stands in the place of the other', 'swapped'],
      compare: () => 1,
    },
    bagField('firm', names.firm, names.firmTexts),
  ];
}

/** Makes the records' columns ready to be compared. Columns without any value that can be read are left out. */
export function makeFields(records: Distinct): Fields {
  const made = [...nameFields(records), ...addressFields(records)];
  for (const [column, make] of Object.entries(MAKERS) as [MatchField, Maker][]) {
    const values = records.columns.get(column);
    if (values) made.push(make(values));
  }
  const named = made.some((field) => (field.key === 'given' || field.key === 'family') && field.texts.length > 1);
  const all = made.filter((field) => (field.key === 'swapped' ? named : field.ids.some((id) => id !== 0)));
  return { size: records.size, all, byKey: new Map(all.map((field) => [field.key, field])) };
}
