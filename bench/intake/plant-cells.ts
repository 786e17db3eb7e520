import type { FieldName } from '../../src/intake/record';
import type { Locale } from './locales';
import type { Chance } from './random';

type Maker = (chance: Chance, locale: Locale, row: number) => string;

function day(chance: Chance): string {
  return `${chance.int(1, 28)}/${chance.int(1, 12)}/${chance.int(2021, 2026)}`;
}

function person(chance: Chance, locale: Locale): string {
  return `${chance.pick(locale.given)} ${chance.pick(locale.family)}`;
}

const MAKERS: Record<FieldName, Maker> = {
  recordId: (_, __, row) => String(48_000 + row),
  customerId: (chance) => `C-${chance.int(1000, 9999)}`,
  name: person,
  given: (chance, locale) => chance.pick(locale.given),
  family: (chance, locale) => chance.pick(locale.family),
  company: (chance, locale) =>
    `${chance.pick(locale.family)} ${chance.pick(['Ltd', 'GmbH', 'Trading', 'S.A.', 'Inc'])}`,
  phone: (chance) => `+1 ${chance.pick([212, 305, 415])} ${chance.int(200, 999)} ${chance.int(1000, 9999)}`,
  email: (chance, _, row) => `user${row}.${chance.int(1, 99)}@example.com`,
  address: (chance) => `${chance.int(1, 300)} ${chance.pick(['Oak', 'Mill', 'High'])} Street`,
  city: (chance, locale) => chance.pick(locale.cities),
  region: (chance) => chance.pick(['North', 'TX', 'Lombardia', 'Bavaria']),
  postcode: (chance) => String(chance.int(10000, 99999)),
  country: (chance) => chance.pick(['Germany', 'US', 'India', 'Brasil']),
  birthDate: (chance) => `${chance.int(1, 28)}/${chance.int(1, 12)}/${chance.int(1950, 2004)}`,
  orderId: (chance, _, row) => `${chance.pick(['#', 'SO-', 'ORD'])}${10_000 + row}`,
  lineId: (_, __, row) => String(row + 1),
  sku: (chance) => `AB-${chance.int(100, 999)}-${chance.pick(['X', 'Y'])}`,
  article: (chance) => chance.pick(['Blue lamp, large', 'Office chair', 'Paper A4 500', 'Desk 120 cm']),
  quantity: (chance) => String(chance.int(1, 20)),
  unitPrice: (chance) => `${chance.int(1, 400)}.${chance.int(10, 99)}`,
  amount: (chance) => `${chance.int(1, 4000)}.${chance.int(10, 99)}`,
  currency: (chance) => chance.pick(['USD', 'EUR', 'INR']),
  status: (chance) => chance.pick(['New', 'Paid', 'Shipped', 'Lost']),
  orderDate: day,
  shipDate: day,
  leadDate: day,
  contactDate: day,
  dueDate: day,
  channel: (chance) => chance.pick(['Website', 'Referral', 'Instagram']),
  owner: (chance) => chance.pick(['Ann', 'Bo', 'Cy']),
  note: (chance) => chance.pick(['call after five', 'asked for a discount', 'wants the blue one, not the red one']),
};

/** A cell such as a column of the field holds; `''`: a column that is none of ours, with words that say nothing. */
export function plantCell(field: FieldName | '', chance: Chance, locale: Locale, row: number): string {
  if (chance.happens(0.06)) return '';
  return field === '' ? chance.pick(['alpha', 'beta', 'gamma 3', 'Standard']) : MAKERS[field](chance, locale, row);
}
