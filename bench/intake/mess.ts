import { readSheet } from '../../src/intake/read-sheet';
import type { CleanRecord } from '../../src/intake/record';
import { options } from './fields';
import { LOCALES } from './locales';
import { count, type Outcome, outcome } from './outcome';
import { plantCell } from './plant-cells';
import { Chance } from './random';

/** Messy rows, what the surviving ones should become, and which later rows repeat which earlier ones (0-based). */
export interface MessCase {
  messy: string[][];
  clean: string[][];
  repeats: [number, number][];
}

const COLUMNS = ['first_name', 'last_name', 'email', 'phone', 'address', 'city', 'state', 'zip', 'company'];
const STATES = ['NY', 'TX', 'CA', 'OH', 'FL'];

function damage(cell: string, chance: Chance): string {
  const kind = chance.int(0, 3);
  return kind === 0 ? cell.toUpperCase() : kind === 1 ? cell.toLowerCase() : `  ${cell}  `;
}

/** CRM rows of our own making in the manner of the messy tier: letters, spaces and phone formats, and repeats at the end. */
export function plantMess(rows: number, seed: number): MessCase {
  const chance = new Chance(seed);
  const locale = { ...LOCALES[0], family: ['Smith', 'Johnson', 'Brown', 'Miller', 'Lee', 'Martinez'] };
  const clean: string[][] = [COLUMNS];
  const messy: string[][] = [COLUMNS];
  for (let i = 0; i < rows; i++) {
    const given = chance.pick(locale.given);
    const family = chance.pick(locale.family);
    const digits = `${chance.pick([212, 305, 415])}${chance.int(2000000, 9999999)}`;
    const row = [
      given,
      family,
      `${given}.${family}${i}@example.com`.toLowerCase(),
      `(${digits.slice(0, 3)}) ${digits.slice(3, 6)}-${digits.slice(6)}`,
      plantCell('address', chance, locale, i) || '1 Oak St',
      chance.pick(locale.cities),
      chance.pick(STATES),
      `0${chance.int(1000, 9999)}`,
      'Acme Inc',
    ];
    clean.push(row);
    messy.push(row.map((cell, column) => messCell(cell, column, digits, chance)));
  }
  const repeats: [number, number][] = [];
  for (let i = 0; i < rows / 9; i++) {
    const of = chance.int(0, rows - 1);
    repeats.push([of, messy.length - 1]);
    messy.push(messy[of + 1].map((cell, column) => (column < 2 ? cell.toUpperCase() : cell)));
  }
  return { messy, clean, repeats };
}

function messCell(cell: string, column: number, digits: string, chance: Chance): string {
  if (!chance.happens(0.1)) return cell;
  if (column === 3)
    return chance.pick([
      digits,
      `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`,
      `${digits.slice(0, 3)}.${digits.slice(3, 6)}.${digits.slice(6)}`,
    ]);
  if (column === 7) return String(Number(cell));
  if (column < 2) return damage(cell, chance);
  return column === 2 || column === 5 ? `  ${cell}  ` : cell;
}

function fieldsOf(record: CleanRecord): string[] {
  return [
    record.given,
    record.family,
    record.emails[0] ?? '',
    (record.phones[0] ?? '').replace(/^\+1/, ''),
    record.address,
    record.city,
    record.region,
    record.postcode,
    record.company,
  ];
}

/** What makes two rows the same here: equal e-mail key and phone. */
function identity(record: CleanRecord): string {
  return `${record.emailKeys[0] ?? ''} ${record.phones[0] ?? ''} ${record.family}`.toLowerCase();
}

/** Every field of the surviving rows, phones compared as numbers; repeats are counted as found where an earlier row is equal. */
export function measureMess({ messy, clean, repeats }: MessCase): { fields: Outcome; repeats: Outcome } {
  const fields = outcome('messy rows against clean ones');
  const found = outcome('repeats found');
  const { records } = readSheet(messy, options({ kind: 'leads' }));
  for (let row = 1; row < clean.length; row++) {
    const actual = fieldsOf(records[row - 1]);
    actual.forEach((value, column) => {
      const expected = column === 3 ? clean[row][column].replace(/\D/g, '') : clean[row][column];
      count(fields, messy[row][column], expected, value, false);
    });
  }
  for (const [of, repeat] of repeats)
    count(found, messy[repeat + 1].join(' '), identity(records[of]), identity(records[repeat]), false);
  return { fields, repeats: found };
}
