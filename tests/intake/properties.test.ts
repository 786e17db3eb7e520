import fc from 'fast-check';
import { plantName } from '../../bench/intake/plant-names';
import { Chance } from '../../bench/intake/random';
import { readDate } from '../../src/intake/date';
import { readEmail } from '../../src/intake/email';
import { latinKey } from '../../src/intake/latin';
import { readMoney } from '../../src/intake/money';
import { readName } from '../../src/intake/name';
import { readNamePart } from '../../src/intake/name-part';
import { readNumber } from '../../src/intake/number';
import { readPhone } from '../../src/intake/phone';
import { readAddress, readCountryCell, readPlace, readPostcode } from '../../src/intake/place';
import { readSheet } from '../../src/intake/read-sheet';
import { safeCsvText, safeText, unsafeText } from '../../src/intake/safe-text';
import { foldStatus } from '../../src/intake/status';
import { fold, tidy, tidyLines } from '../../src/intake/text';
import type { Cell } from '../../src/types';
import { options } from './options';

const context = {
  order: 'DMY' as const,
  certain: true,
  today: '2026-11-20',
  birth: false,
  wall: (date: Date) => date.toISOString().slice(0, 19),
};

/** Any Unicode at all, lone surrogates too, and text with the marks that readers look for. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
  fc.string({ unit: fc.constantFrom(...'+-=@ .,;:/()\'"<>&#%$€0123456789abcZÉß\t\r\n\u00a0\u200b\ufeff') }),
);

const READERS: Record<string, (text: string) => string> = {
  tidy,
  tidyLines,
  phone: (text) => readPhone(text, 'US').value.numbers.join('; '),
  email: (text) => readEmail(text).value.addresses.join('; '),
  namePart: (text) => readNamePart(text).value,
  place: (text) => readPlace(text).value,
  address: (text) => readAddress(text).value,
  country: (text) => readCountryCell(text).value,
  postcode: (text) => readPostcode(text, 'GB').value,
  date: (text) => readDate(text, context).value,
  number: (text) => String(readNumber(text, '.').value ?? ''),
  status: (text) => foldStatus(tidy(text), ['New', 'Shipped']).status,
};

describe.each(Object.keys(READERS))('%s', (name) => {
  const reader = READERS[name];
  test('throws on no text, and reading its answer again changes nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = reader(text);
        expect(reader(once)).toBe(once);
      }),
      { numRuns: 200 },
    );
  });
});

test('names: no text throws, and a name that was read is read as itself', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      readName(text);
      latinKey(text);
      fold(text);
    }),
    { numRuns: 200 },
  );
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const { name } = readName(plantName(new Chance(seed)).raw).value;
      expect(readName(name).value.name).toBe(name);
    }),
    { numRuns: 500 },
  );
});

test('money: what was read is read again from its own digits', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { amount } = readMoney(text, '.', 'US', '').value;
      if (amount !== null) expect(readMoney(String(amount), '.', 'US', '').value.amount).toBe(amount);
    }),
    { numRuns: 200 },
  );
});

const LEADS_TO_FORMULA = /^\s*[=+\-@]/;

test('safe text opens no formula in a sheet, and reads the same', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const written = safeText(text);
      expect(written).not.toMatch(LEADS_TO_FORMULA);
      expect(unsafeText(written)).toBe(text);
      // Sheets takes one leading apostrophe as the mark of text and keeps the rest.
      expect(written.startsWith("'") ? written.slice(1) : written).toBe(text);
    }),
    { numRuns: 1000 },
  );
});

test('safe CSV text opens no formula either, save for plain signed numbers', () => {
  expect(safeCsvText('-12.5')).toBe('-12.5');
  expect(safeCsvText('+14155550132')).toBe('+14155550132');
  expect(safeCsvText('=1+1')).toBe("'=1+1");
  expect(safeCsvText('-2+3+cmd')).toBe("'-2+3+cmd");
  fc.assert(
    fc.property(anyText, (text) => {
      const written = safeCsvText(text);
      if (!/^[+-]\d+(\.\d+)?$/.test(written)) expect(written).not.toMatch(LEADS_TO_FORMULA);
      expect(unsafeText(written)).toBe(text);
    }),
    { numRuns: 1000 },
  );
});

const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  anyText,
  fc.double(),
  fc.boolean(),
  fc.date({ noInvalidDate: false }),
  fc.constant(''),
);

test('no sheet makes it throw', () => {
  const wall = (date: Date): string => (Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 19));
  const header = fc.constantFrom<Cell>(
    'Name',
    'Phone',
    'Email',
    'Order date',
    'Total',
    'Qty',
    'Status',
    'Country',
    'Zip',
    'City',
    'Currency',
    'Notes',
    'Order ID',
    '',
  );
  const grids = fc.tuple(
    fc.array(header, { maxLength: 12 }),
    fc.array(fc.array(anyCell, { maxLength: 12 }), { maxLength: 12 }),
  );
  fc.assert(
    fc.property(grids, fc.constantFrom('orders' as const, 'leads' as const), ([headers, rows], kind) => {
      const { records, complaints } = readSheet(
        [headers, ...rows],
        options({ kind, wall, required: ['name', ['phone', 'email']] }),
      );
      expect(records.every(({ row }) => row >= 1 && row <= rows.length + 1)).toBe(true);
      for (const { value, message, remedy } of complaints)
        expect([value.length <= 200, message !== '', remedy !== '']).toEqual([true, true, true]);
    }),
    { numRuns: 200 },
  );
});

test('the records do not depend on the order of the rows', () => {
  const rows = Array.from({ length: 40 }, (_, i) => [
    `A${i}`,
    `${(i % 28) + 1}/${(i % 12) + 1}/2024`,
    i % 3 === 0 ? 'CRUZ, ANA' : 'Bo Lee',
    i % 5 === 0 ? '12' : `020 7946 0${100 + i}`,
    `${i},50`,
  ]);
  const read = (order: readonly string[][]): string[] => {
    const { records, complaints } = readSheet(
      [['Order ID', 'Order date', 'Customer', 'Phone', 'Total'], ...order],
      options({ country: 'GB' }),
    );
    const flaws = new Map(complaints.map(({ row, code }) => [row, code]));
    return records.map(({ row, ...rest }) => `${JSON.stringify(rest)} ${flaws.get(row) ?? ''}`).sort();
  };
  const straight = read(rows);
  fc.assert(
    fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (order) => {
      expect(read(order)).toEqual(straight);
    }),
    { numRuns: 30 },
  );
});

test('cells of 50,000 letters, as long as a sheet allows, hold nothing up', () => {
  for (const part of ['a', '1', ' 1', '1,', '(', "'", 'a@', '-', 'é ', 'a.', '+1 ', 'A ', '&amp;', 'Ã©']) {
    const text = part.repeat(Math.floor(50_000 / part.length));
    for (const reader of Object.values(READERS)) expect(typeof reader(text)).toBe('string');
    readName(text);
    readSheet(
      [
        ['Name', 'Phone', 'Email', 'Total', 'Order date', 'Qty', 'What'],
        [text, text, text, text, text, text, text],
      ],
      options(),
    );
  }
});
