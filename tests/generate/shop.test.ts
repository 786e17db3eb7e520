import { isValidPhoneNumber } from 'libphonenumber-js/max';
import { addDays } from '../../bench/generate/dates';
import { HOSTILE_NOTES } from '../../bench/generate/notes';
import { ORDER_HEADER } from '../../bench/generate/order-rows';
import { e164 } from '../../bench/generate/phones';
import { DEMO, generateRows, generateShop, type Shop } from '../../bench/generate/shop';
import type { RowTruth, TypedCell } from '../../bench/generate/types';

const shop = generateShop(DEMO);
const sheet = (name: string) => shop.sheets.find((each) => each.name === name)!;
const records = (name: string, from: Shop = shop) =>
  from.truth.rows.filter((row) => row.sheet === name && row.kind === 'record');

/** The cells of a column of `order-update`, records only. */
function column(header: string): TypedCell[] {
  const at = ORDER_HEADER.indexOf(header);
  return records('order-update').map(({ row }) => sheet('order-update').rows[row - 1][at]);
}

const texts = (cells: readonly TypedCell[]) => cells.filter((cell) => typeof cell === 'string');
const matching = (header: string, pattern: RegExp) => texts(column(header)).filter((text) => pattern.test(text)).length;

describe('generateShop', () => {
  it('makes the same workbook of the same options, and another of another seed', () => {
    expect(generateShop(DEMO)).toEqual(shop);
    expect(generateShop({ ...DEMO, seed: 7 }).sheets).not.toEqual(shop.sheets);
  });

  it('makes 400 orders, 150 leads and two dozen met at a fair', () => {
    expect(shop.truth.orders).toHaveLength(400);
    expect(records('order-update').length).toBeGreaterThan(550);
    expect(records('leads')).toHaveLength(150);
    expect(records('trade fair leads')).toHaveLength(24);
  });

  it('keeps the truth of every row of every sheet', () => {
    for (const { name, rows } of shop.sheets) {
      expect(shop.truth.rows.filter((row) => row.sheet === name).map(({ row }) => row)).toEqual(
        rows.map((_, index) => index + 1),
      );
    }
    const known = new Set(shop.truth.persons.map(({ id }) => id));
    for (const row of shop.truth.rows) expect(row.kind === 'record').toBe(known.has(row.person));
  });

  it('has every order and lead come in the 60 days before today', () => {
    const dates = shop.truth.rows.flatMap(({ clean }) => [clean.orderDate, clean.leadDate]).filter(Boolean) as string[];
    expect(dates.length).toBeGreaterThan(700);
    expect(dates.sort()[0] >= addDays(DEMO.today, -60)).toBe(true);
    expect(dates[dates.length - 1] < DEMO.today).toBe(true);
  });

  it('can reach nobody: numbers are valid ones kept free for films, addresses are on reserved domains', () => {
    const free =
      /^\+(44(1\d{2}49[68]0\d{3}|2079460\d{3}|2920180\d{3}|2896496\d{3})|331990\d{5}|493023125\d{3}|161755501\d{2})$/;
    for (const { phones, emails } of shop.truth.persons) {
      for (const phone of phones.map(e164)) {
        expect(phone).toMatch(free);
        expect(isValidPhoneNumber(phone)).toBe(true);
      }
      for (const email of emails) expect(email).toMatch(/^[a-z0-9.]+@([a-z0-9-]+\.example|example\.(com|org|net))$/);
    }
  });
});

describe('the people', () => {
  const sharing = (key: (person: Shop['truth']['persons'][number]) => string) => {
    const counts = new Map<string, number>();
    for (const person of shop.truth.persons) counts.set(key(person), (counts.get(key(person)) ?? 0) + 1);
    return [...counts.values()].filter((count) => count > 1).length;
  };

  it('share names, and telephones at home and in firms, without being the same', () => {
    expect(sharing(({ given, family }) => `${given} ${family}`)).toBeGreaterThanOrEqual(2);
    expect(sharing(({ phones }) => e164(phones[0]))).toBeGreaterThanOrEqual(4);
  });

  it('are spelt in several ways, with several numbers, over their rows', () => {
    const rows = new Map<string, RowTruth[]>();
    for (const row of shop.truth.rows) rows.set(row.person, [...(rows.get(row.person) ?? []), row]);
    rows.delete('');
    const several = (field: (row: RowTruth) => unknown) =>
      [...rows.values()].filter((own) => new Set(own.map(field).filter(Boolean)).size > 1).length;
    expect(several(({ clean }) => clean.name)).toBeGreaterThan(30);
    expect(several(({ clean }) => clean.phones?.[0])).toBeGreaterThan(15);
    expect(several(({ sheet: name }) => name)).toBeGreaterThan(30);
  });

  it('write in Greek, Arabic, Chinese and Cyrillic', () => {
    const names = texts(column('Customer ')).join(' ');
    for (const script of [/\p{Script=Greek}/u, /\p{Script=Arabic}/u, /\p{Script=Han}/u, /\p{Script=Cyrillic}/u]) {
      expect(names).toMatch(script);
    }
  });
});

describe('the mess in order-update', () => {
  const { rows } = sheet('order-update');
  const kinds = shop.truth.rows.filter(({ sheet: name }) => name === 'order-update').map(({ kind }) => kind);

  it('has a title above the header, the header once more below, blank rows and a sum', () => {
    expect(kinds.slice(0, 4)).toEqual(['title', 'blank', 'header', 'record']);
    expect(rows.filter((row) => row[0] === ORDER_HEADER[0])).toEqual([ORDER_HEADER, ORDER_HEADER]);
    expect(rows.filter((row) => row.every((cell) => cell === '')).length).toBe(8);
    expect(rows[rows.length - 1][0]).toBe('TOTAL');
  });

  it('has a sum that agrees with the numbers above it', () => {
    const at = ORDER_HEADER.indexOf('Amount');
    const sum = rows.slice(3, -1).reduce((total, row) => total + (typeof row[at] === 'number' ? row[at] : 0), 0);
    expect(rows[rows.length - 1][at]).toEqual({
      formula: `=SUM(P4:P${rows.length - 1 - 1})`,
      value: Math.round(sum * 100) / 100,
    });
  });

  it('has telephones that are numbers, errors, sums, double, doubtful or missing', () => {
    const phones = column('Phone');
    expect(phones.filter((cell) => typeof cell === 'number' && cell < 1e10).length).toBeGreaterThan(30);
    expect(phones.filter((cell) => typeof cell === 'number' && cell > 1e10).length).toBeGreaterThan(8);
    expect(
      phones.filter((cell) => typeof cell === 'object' && 'formula' in cell && cell.value < 0).length,
    ).toBeGreaterThan(0);
    for (const [pattern, least] of [
      [/^#ERROR!$/, 3],
      [/^\+44 /, 30],
      [/\d \/ 0/, 3],
      [/^(N\/A|same|0000000000)$/, 10],
      [/\u00a0/, 3],
      [/ $/, 5],
      [/E\+11$/, 1],
      [/^\d{4}$/, 1],
      [/ext/, 1],
    ] as const) {
      expect([pattern, matching('Phone', pattern) >= least]).toEqual([pattern, true]);
    }
  });

  it('has addresses twice in a cell, in capitals, broken, or none', () => {
    for (const pattern of [
      /@.*[;/\n].*@/,
      /^[A-Z.0-9-]+@/,
      /@@/,
      /,example$|,com$|,org$|,net$/,
      /^none$/,
      /<.*@.*>/,
      /^mailto:/,
    ]) {
      expect([pattern, matching('E-mail', pattern) > 0]).toEqual([pattern, true]);
    }
  });

  it('has real dates among text with the day first, which shows in some of them only', () => {
    const dates = column('Order date');
    expect(dates.filter((cell) => typeof cell === 'object').length).toBeGreaterThan(200);
    expect(dates.filter((cell) => typeof cell === 'number').length).toBeGreaterThan(0);
    expect(matching('Order date', /^(1[3-9]|2\d|3[01])\/\d\d\/2026$/)).toBeGreaterThan(20);
    expect(matching('Order date', /^(0[1-9]|1[0-2])\/\d\d\/2026$/)).toBeGreaterThan(20);
    expect(matching('Order date', /^\d{1,2}\/\d{1,2}\/26$/)).toBeGreaterThan(5);
  });

  it('has money as numbers, with signs, in two conventions, in words and in brackets', () => {
    for (const pattern of [
      /^£[\d,]+\.\d\d$/,
      /^€ [\d.]+,\d\d$/,
      /€$/,
      /^on request$/,
      /^tbc$/,
      /^\(.*\)$/,
      /^\$/,
      /^GBP /,
    ]) {
      expect([pattern, matching('Amount', pattern) > 0]).toEqual([pattern, true]);
    }
    expect(column('Amount').filter((cell) => typeof cell === 'number').length).toBeGreaterThan(300);
  });

  it('has names in capitals, last name first, with stray spaces, and misspelt statuses', () => {
    for (const pattern of [/^[A-Z]+ [A-Z]+$/, /^\S[^,]*, \S/, / $/, /\u00a0/, / {2}/, /🌿/, /^[A-Z]\. /]) {
      expect([pattern, matching('Customer ', pattern) > 2]).toEqual([pattern, true]);
    }
    expect(matching('Status ', /^(Payed|Shiped|Deliverd|Cancled|Retruned)$/)).toBeGreaterThan(10);
  });

  it('has every hostile text, as text', () => {
    const notes = texts(column('Notes'));
    for (const hostile of HOSTILE_NOTES) expect(notes).toContain(hostile);
  });

  it('has rows pasted twice, and changes of lines that have the last word', () => {
    const pasted = records('order-update').filter(({ mess }) => mess.includes('row-pasted-twice'));
    expect(pasted.length).toBeGreaterThan(8);
    for (const { row } of pasted) {
      const same = rows.filter((other) => JSON.stringify(other) === JSON.stringify(rows[row - 1]));
      expect(same.length).toBeGreaterThanOrEqual(2);
    }
    const changes = records('order-update').filter(({ mess }) => mess.includes('row-update'));
    expect(changes.length).toBeGreaterThan(8);
    for (const { clean, person } of changes) {
      const order = shop.truth.orders.find((each) => each.orderId === clean.orderId && each.person === person)!;
      expect(order.rows.length).toBeGreaterThan(order.lines.length);
    }
  });

  it('has order numbers under two customers', () => {
    const numbers = shop.truth.orders.map(({ orderId }) => orderId);
    expect(numbers.length - new Set(numbers).size).toBe(2);
  });

  it('has lost the zeros of customer numbers and post codes', () => {
    expect(column('Cust. no').filter((cell) => typeof cell === 'number').length).toBeGreaterThan(2);
    expect(column('Post code').filter((cell) => typeof cell === 'number').length).toBeGreaterThan(2);
  });
});

describe('the lead sheets', () => {
  it('have the month first in the web form, beside real times', () => {
    const stamps = sheet('leads').rows.map((row) => row[0]);
    expect(texts(stamps).filter((text) => /^\d{1,2}\/(1[3-9]|2\d|3[01])\/2026/.test(text)).length).toBeGreaterThan(20);
    expect(
      stamps.filter((cell) => typeof cell === 'object' && 'date' in cell && cell.date.length > 10).length,
    ).toBeGreaterThan(40);
  });

  it('have leads that were sent twice, and a column without name or contents', () => {
    expect(shop.truth.mess['lead-sent-twice']).toBe(6);
    expect(sheet('trade fair leads').rows.map((row) => row[5])).toEqual(new Array(26).fill(''));
  });
});

describe('generateRows', () => {
  const long = generateRows({ seed: 3, rows: 20_000 });

  it('makes exactly the rows asked for, below a header, and the same again', () => {
    expect(long.sheet.rows).toHaveLength(20_001);
    expect(long.sheet.rows[0]).toEqual(ORDER_HEADER);
    expect(generateRows({ seed: 3, rows: 500 })).toEqual(generateRows({ seed: 3, rows: 500 }));
    expect(generateRows({ seed: 3, rows: 1 }).sheet.rows).toHaveLength(2);
  });

  it('gives nobody the customer number, the firm or the private address of a stranger', () => {
    const numbers = long.truth.persons.map(({ customerId }) => customerId).filter(Boolean);
    expect(new Set(numbers).size).toBe(numbers.length);
    const own = long.truth.persons.map(({ emails }) => emails[0]);
    expect(new Set(own).size).toBe(own.length);
  });

  it('says in the truth what stands in the cells, where the field is plain', () => {
    const sku = ORDER_HEADER.indexOf('Art. no');
    for (const { row, clean, kind } of long.truth.rows) {
      if (kind === 'record') expect(long.sheet.rows[row - 1][sku]).toBe(clean.sku);
    }
  });
});
