import { imul } from './arithmetic';
import type { Field, FieldKey } from './field';
import type { Fields } from './fields';
import { intern } from './intern';
import { mix } from './text';

/** What two records may agree in already, so that agreement elsewhere is no news. */
export type Agreement = 'name' | 'firm' | 'company' | 'address' | 'postcode' | 'area' | 'city' | 'region' | 'given';

/**
 * Which fields follow from which agreements. Only agreements that many different people share are taken: where the agreement
 * nearly identifies, chance among those who agree cannot be counted.
 */
export const FOLLOWS: Partial<Record<FieldKey, readonly Agreement[]>> = {
  email: ['name', 'firm', 'company'],
  phone: ['address', 'company'],
  city: ['postcode', 'area'],
  region: ['postcode', 'area', 'city'],
  country: ['region', 'city'],
  sex: ['given'],
  postcode: ['address'],
  company: ['address'],
  address2: ['address', 'postcode', 'area'],
  text: ['city', 'postcode', 'area'],
};

const AGREEMENTS: readonly Agreement[] = [
  'name',
  'firm',
  'company',
  'address',
  'postcode',
  'area',
  'city',
  'region',
  'given',
];

/** Fields that must agree, each from a level on, for an agreement to hold. */
const TESTS: Record<Agreement, readonly (readonly [FieldKey, number])[]> = {
  name: [
    ['given', 5],
    ['family', 6],
  ],
  firm: [['firm', 5]],
  company: [['company', 5]],
  address: [
    ['street', 5],
    ['number', 4],
  ],
  postcode: [['postcode', 4]],
  area: [['postcode', 2]],
  city: [['city', 3]],
  region: [['region', 4]],
  given: [['given', 7]],
};

/** The agreements that can be told from these fields, and which fields they bear on. */
export class Relations {
  readonly agreements: Agreement[];
  /** By field: indexes into `agreements`, nearest first. */
  readonly parents: number[][];
  /** For each agreement two fields (or one twice) and their least levels. */
  private readonly tests: Int32Array;

  constructor(fields: Fields) {
    const index = (key: FieldKey) => fields.all.findIndex((field) => field.key === key);
    this.agreements = AGREEMENTS.filter((name) => TESTS[name].every(([key]) => fields.byKey.has(key)));
    this.tests = Int32Array.from(
      this.agreements.flatMap((name) => {
        const tests = TESTS[name].map(([key, level]) => [index(key), level]);
        return [tests[0], tests[tests.length - 1]].flat();
      }),
    );
    this.parents = fields.all.map((field) =>
      (FOLLOWS[field.key] ?? []).map((name) => this.agreements.indexOf(name)).filter((at) => at >= 0),
    );
  }

  /** Bit set of the agreements that hold between two records. */
  holding(levels: Uint8Array, at: number): number {
    const { tests } = this;
    let bits = 0;
    for (let i = 0, bit = 1; i < tests.length; i += 4, bit <<= 1) {
      if (levels[at + tests[i]] >= tests[i + 1] && levels[at + tests[i + 2]] >= tests[i + 3]) bits |= bit;
    }
    return bits;
  }
}

/** Gives by record a hash of what it must share with another to agree exactly; 0 where it has nothing. */
export function agreementKey(fields: Fields, agreement: Agreement): (record: number) => number {
  const columns = TESTS[agreement].map(([key]) => {
    const field = fields.byKey.get(key)!;
    return agreement === 'area' ? areaIds(field) : field.ids;
  });
  return (record) => {
    let key = 1;
    for (const ids of columns) key = ids[record] === 0 || key === 0 ? 0 : mix((imul(key, 31) + ids[record]) >>> 0);
    return key;
  };
}

/** The first three characters of postcodes, as ids. */
function areaIds(field: Field): Int32Array {
  const starts = field.texts.map((text) => text.slice(0, 3));
  return intern(
    Array.from(field.ids, (id) => starts[id]),
    field.ids.length,
  ).ids;
}
