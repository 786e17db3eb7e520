import type { CleanRecord } from '../../src/intake/record';
import type { WallTime } from '../../src/types';

/**
 * What stands in a generated cell. `{date}` is a real date cell; `{formula}` is one that Sheets made out of text that a
 * person typed, with the value it shows; a blank is `''`.
 */
export type TypedCell = string | number | boolean | { date: WallTime } | { formula: string; value: number };

export interface GeneratedSheet {
  name: string;
  rows: TypedCell[][];
}

/** A telephone number in the parts that people put spaces, dashes and zeros between. */
export interface PhoneNumber {
  /** Country calling code, `44`. */
  code: string;
  /** What is dialled before the number inside the country: `0`, or `''`. */
  trunk: string;
  /** National number, `['117', '496', '0123']`. */
  groups: string[];
}

/** Someone who orders or asks: who rows are about, however they are spelt there. */
export interface Person {
  /** `P00001` */
  id: string;
  given: string;
  family: string;
  /** The same name in Latin letters, where `given` and `family` are in another script; else `''`. */
  latin: string;
  company: string;
  /** The usual one first. */
  phones: PhoneNumber[];
  emails: string[];
  address: string;
  city: string;
  postcode: string;
  /** ISO 3166 alpha-2. */
  country: string;
  /** `''`: the shop never gave one. */
  customerId: string;
}

/** The fields of a clean record that the generated sheets fill. */
export type CleanField =
  | 'customerId'
  | 'name'
  | 'company'
  | 'phones'
  | 'emails'
  | 'address'
  | 'city'
  | 'postcode'
  | 'country'
  | 'orderId'
  | 'sku'
  | 'article'
  | 'quantity'
  | 'unitPrice'
  | 'amount'
  | 'currency'
  | 'status'
  | 'orderDate'
  | 'dueDate'
  | 'leadDate'
  | 'channel'
  | 'owner'
  | 'note';

/**
 * What a perfect reader gets out of a row: what the mess has destroyed is missing here too, nothing is guessed. A field that
 * is left out has no one right answer. Addresses for mail are in lower case, so compare them without regard to case.
 */
export type CleanRow = Partial<Pick<CleanRecord, CleanField>>;

export type RowKind = 'title' | 'blank' | 'header' | 'total' | 'record';

export interface RowTruth {
  sheet: string;
  /** 1-based, as in the sheet. */
  row: number;
  kind: RowKind;
  /** Whose row it is, {@link Person.id}; `''` if it is no record. */
  person: string;
  clean: CleanRow;
  /** What was planted in the row: `phone-lost-zero`, `row-pasted-twice`… */
  mess: string[];
}

/** One order number under one person, after pasted rows and later changes have been folded in. */
export interface OrderTruth {
  orderId: string;
  person: string;
  orderDate: WallTime;
  status: string;
  /** One for each article; `amount` is `null` where the sheet does not say it. */
  lines: { sku: string; quantity: number | null; amount: number | null }[];
  /** 1-based rows of the sheet, in its order. */
  rows: number[];
}

export interface Truth {
  /** Those who appear in the sheets. */
  persons: Person[];
  rows: RowTruth[];
  orders: OrderTruth[];
  /** How often each kind of mess was planted. */
  mess: Record<string, number>;
}

/** A row before it has a place in a sheet. */
export interface DraftRow {
  cells: TypedCell[];
  kind: RowKind;
  person: string;
  clean: CleanRow;
  mess: string[];
}
