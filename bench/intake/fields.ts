import { readEmail } from '../../src/intake/email';
import { readName } from '../../src/intake/name';
import { readSheet } from '../../src/intake/read-sheet';
import type { ReadOptions } from '../../src/intake/record';
import { count, type Outcome, outcome } from './outcome';
import { plantDateColumn } from './plant-dates';
import { plantEmail } from './plant-emails';
import { plantMoneyColumn } from './plant-money';
import { plantName } from './plant-names';
import { Chance } from './random';

/** Options of a source of which nothing is known. */
export function options(over: Partial<ReadOptions>): ReadOptions {
  return {
    kind: 'orders',
    country: '',
    currency: '',
    required: [],
    columns: {},
    statuses: [],
    dateOrder: '',
    today: '2026-11-20',
    wall: (date) => date.toISOString().slice(0, 19),
    ...over,
  };
}

/** Columns of dates, half of them long enough to vote, half of a few cells only. */
export function measureDates(columns: number, seed: number): Outcome {
  const chance = new Chance(seed);
  const result = outcome('dates');
  for (let i = 0; i < columns; i++) {
    const column = plantDateColumn(chance, chance.happens(0.8) ? 60 : 4);
    const reading = readSheet(
      [['Order ID', 'Order date'], ...column.cells.map((cell, index) => [`A${index}`, cell])],
      options({ country: chance.happens(0.5) ? column.country : '' }),
    );
    column.truth.forEach((truth, index) => {
      const record = reading.records[index];
      const marked = reading.complaints.some(
        (one) => one.field === 'orderDate' && (one.row === record.row || one.row === reading.headerRow),
      );
      count(result, String(column.cells[index]), truth, record.orderDate, marked);
    });
  }
  return result;
}

/** Columns of amounts. The currency is the cell's own, or the source's where the cell has none. */
export function measureMoney(columns: number, seed: number): Outcome {
  const chance = new Chance(seed);
  const result = outcome('money');
  for (let i = 0; i < columns; i++) {
    const column = plantMoneyColumn(chance, chance.happens(0.8) ? 60 : 4);
    const reading = readSheet(
      [['Order ID', 'Total'], ...column.cells.map((cell, index) => [`A${index}`, cell])],
      options({ country: column.country, currency: column.currency }),
    );
    column.truth.forEach((truth, index) => {
      const { amount, currency, row } = reading.records[index];
      const marked = reading.complaints.some(
        (one) => one.field === 'amount' && (one.row === row || one.row === reading.headerRow),
      );
      count(result, column.cells[index], truth, `${amount} ${currency}`, marked);
    });
  }
  return result;
}

/** Where a writing shouts or whispers, nothing tells "De Luca" from "de Luca": particles are compared without their case. */
function comparable(name: string, raw: string): string {
  const shouts = raw === raw.toUpperCase() || raw === raw.toLowerCase();
  return shouts
    ? name.replace(/(?<![^| ])(?:De|Af|Von|Van|Den|Der|Ter|Zu|Del|Da|Dos|Bin)(?= )/g, (word) => word.toLowerCase())
    : name;
}

/** Names of persons and firms. */
export function measureNames(size: number, seed: number): Outcome {
  const chance = new Chance(seed);
  const result = outcome('names');
  for (let i = 0; i < size; i++) {
    const { raw, truth } = plantName(chance);
    const { value, flaws } = readName(raw);
    const read = value.company === '' ? `${value.given}|${value.family}` : `company:${value.company}`;
    count(result, raw, comparable(truth, raw), comparable(read, raw), flaws.length > 0);
  }
  return result;
}

/** E-mail cells; a broken or mistyped address that nothing is said about counts as wrong. */
export function measureEmails(size: number, seed: number): Outcome {
  const chance = new Chance(seed);
  const result = outcome('e-mails');
  for (let i = 0; i < size; i++) {
    const { raw, truth, doubt } = plantEmail(chance);
    const { value, flaws } = readEmail(raw);
    const read = value.addresses.join(' ');
    const silent = doubt && flaws.length === 0;
    count(result, raw, truth, silent ? `${read} in silence` : read, flaws.length > 0);
  }
  return result;
}
