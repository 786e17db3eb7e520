import { LOCALES } from './locales';
import { Chance } from './random';

const HEADERS = [
  'Order ID',
  'Order Date',
  'Customer Name',
  'Phone',
  'Email',
  'Address',
  'City',
  'Country',
  'Product',
  'Qty',
  'Total',
  'Status',
];
const STATUSES = ['Shipped', 'shipped', 'pending', 'Paid', 'cancelled', 'Delivered'];
const ARTICLES = Array.from({ length: 300 }, (_, index) => `Article no. ${index} of the catalogue`);

/** An order sheet of twelve columns in which nearly every name, phone and address is different: the case for the speed bar. */
export function plantOrderRows(rows: number, seed: number): string[][] {
  const chance = new Chance(seed);
  const grid: string[][] = [HEADERS];
  for (let i = 0; i < rows; i++) {
    const locale = LOCALES[0];
    const given = chance.pick(locale.given);
    const family = `${chance.pick(locale.family)}${chance.pick(['', 'son', 'er', 'ton', 'field', 'man', 'sen'])}`;
    const area = chance.pick([212, 305, 415, 512, 617, 702, 713, 818, 916]);
    const phone = chance.pick([
      `(${area}) ${chance.int(200, 999)}-${chance.int(1000, 9999)}`,
      `${area}-${chance.int(200, 999)}-${chance.int(1000, 9999)}`,
      `+1 ${area} ${chance.int(200, 999)} ${chance.int(1000, 9999)}`,
    ]);
    const name = chance.happens(0.1) ? `${family.toUpperCase()}, ${given}` : `${given} ${family}`;
    const email = `${given}.${family}${i}@${chance.pick(['gmail.com', 'yahoo.com', 'example.org'])}`
      .replace(/[^\w.@]/g, '')
      .toLowerCase();
    grid.push([
      `SO-${100000 + i}`,
      `${chance.int(1, 12)}/${chance.int(1, 28)}/${chance.int(2022, 2026)}`,
      name,
      phone,
      email,
      `${chance.int(1, 9999)} ${chance.pick(['Oak', 'Elm', 'Main', 'Lake'])} St`,
      chance.pick(locale.cities),
      chance.pick(['USA', 'United States', 'US']),
      chance.pick(ARTICLES),
      String(chance.int(1, 12)),
      `$${chance.int(1, 4999).toLocaleString('en-US')}.${chance.int(10, 99)}`,
      chance.pick(STATUSES),
    ]);
  }
  return grid;
}
