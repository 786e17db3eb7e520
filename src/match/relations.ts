import { intern } from './columns';
import type { Comparer } from './comparer';

import type { Field, FieldKey } from './field';
import type { Fields } from './fields';
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

/** The agreements that can be told from these fields, and which fields they bear on. */
export class Relations {
  readonly agreements: Agreement[];
  /** By field: indexes into `agreements`, nearest first. */
  readonly parents: number[][];
  private readonly tests: ((levels: Uint8Array, at: number) => boolean)[];

  constructor(fields: Fields, comparer: Comparer) {
    const index = (key: FieldKey) => fields.all.findIndex((field) => field.key === key);
    const atLeast = (key: FieldKey, level: number) => {
      const f = index(key);
      return f < 0 ? null : (levels: Uint8Array, at: number) => levels[at + f] >= level;
    };
    const both = (x: ReturnType<typeof atLeast>, y: ReturnType<typeof atLeast>) =>
      x && y ? (levels: Uint8Array, at: number) => x(levels, at) && y(levels, at) : null;
    const test: Record<Agreement, ReturnType<typeof atLeast>> = {
      name: comparer.given >= 0 && comparer.family >= 0 ? both(atLeast('given', 5), atLeast('family', 6)) : null,
      firm: atLeast('firm', 5),
      company: atLeast('company', 5),
      address: both(atLeast('street', 5), atLeast('number', 4)),
      postcode: atLeast('postcode', 4),
      area: atLeast('postcode', 2),
      city: atLeast('city', 3),
      region: atLeast('region', 4),
      given: atLeast('given', 7),
    };
    this.agreements = AGREEMENTS.filter((name) => test[name] !== null);
    this.tests = this.agreements.map((name) => test[name]!);
    this.parents = fields.all.map((field) =>
      (FOLLOWS[field.key] ?? []).map((name) => this.agreements.indexOf(name)).filter((at) => at >= 0),
    );
  }

  /** Bit set of the agreements that hold between two records. */
  holding(levels: Uint8Array, at: number): number {
    let bits = 0;
    for (let i = 0; i < this.tests.length; i++) if (this.tests[i](levels, at)) bits |= 1 << i;
    return bits;
  }
}

/** For each record a hash of what it must share with another to agree exactly; 0 where it has nothing. */
export function agreementKeys(fields: Fields, agreement: Agreement): Uint32Array {
  const parts: Record<Agreement, FieldKey[]> = {
    name: ['given', 'family'],
    firm: ['firm'],
    company: ['company'],
    address: ['street', 'number'],
    postcode: ['postcode'],
    area: ['postcode'],
    city: ['city'],
    region: ['region'],
    given: ['given'],
  };
  const columns = parts[agreement].map((key) => {
    const field = fields.byKey.get(key)!;
    return agreement === 'area' ? areaIds(field) : field.ids;
  });
  const keys = new Uint32Array(fields.size);
  for (let i = 0; i < fields.size; i++) {
    let key = 1;
    for (const ids of columns) key = ids[i] === 0 || key === 0 ? 0 : mix((Math.imul(key, 31) + ids[i]) >>> 0);
    keys[i] = key;
  }
  return keys;
}

/** The first three characters of postcodes, as ids. */
function areaIds(field: Field): Int32Array {
  const starts = field.texts.map((text) => text.slice(0, 3));
  return intern(
    Array.from(field.ids, (id) => starts[id]),
    field.ids.length,
  ).ids;
}
