import { readSheet } from '../../src/intake/read-sheet';
import type { Cell } from '../../src/types';
import { options } from './options';

const HEADER = ['Order ID', 'Order Date', 'Customer', 'Phone', 'Email', 'Qty', 'Total', 'Status'];

function order(id: string, over: Partial<Record<number, Cell>> = {}): Cell[] {
  const row: Cell[] = [id, '13/04/2024', 'Ana Cruz', '+44 20 7946 0958', 'ana@example.com', 2, '£1,234.50', 'shipped'];
  for (const [column, cell] of Object.entries(over)) row[Number(column)] = cell as Cell;
  return row;
}

test('a row becomes a clean record', () => {
  const { headerRow, records, complaints } = readSheet([HEADER, order('A1')], options());
  expect(headerRow).toBe(1);
  expect(complaints).toEqual([]);
  expect(records[0]).toMatchObject({
    row: 2,
    orderId: 'A1',
    orderDate: '2024-04-13',
    name: 'Ana Cruz',
    given: 'Ana',
    family: 'Cruz',
    phones: ['+442079460958'],
    emails: ['ana@example.com'],
    emailKeys: ['ana@example.com'],
    quantity: 2,
    amount: 1234.5,
    currency: 'GBP',
    status: 'Shipped',
    usable: true,
  });
});

test('titles, blank rows, repeated headers and totals are no records, and are said', () => {
  const grid = [
    ['Orders of the week'],
    [],
    HEADER,
    order('A1'),
    [],
    HEADER.map((h) => h.toUpperCase()),
    order('A2'),
    ['Total', '', '', '', '', '', '£2,469.00', ''],
  ];
  const { headerRow, records, remarks } = readSheet(grid, options());
  expect(headerRow).toBe(3);
  expect(records.map(({ row, orderId }) => `${row} ${orderId}`)).toEqual(['4 A1', '7 A2']);
  expect(remarks).toEqual(
    expect.arrayContaining([
      expect.stringContaining('row 3'),
      expect.stringContaining('row 6'),
      expect.stringContaining('Row 8'),
    ]),
  );
});

test('a person called Total or Suma is no row of totals', () => {
  const { records } = readSheet(
    [
      ['Name', 'Phone', 'City'],
      ['Suma Total', '+14155550132', ''],
      ['Suma', '+14155550133', 'Pune'],
    ],
    options({ kind: 'leads' }),
  );
  expect(records).toHaveLength(2);
});

test('day and month are decided over the whole column, and the evidence is said', () => {
  const { records, remarks } = readSheet(
    [HEADER, order('A1', { 1: '03/04/24' }), order('A2', { 1: '25/04/24' })],
    options(),
  );
  expect(records.map(({ orderDate }) => orderDate)).toEqual(['2024-04-03', '2024-04-25']);
  expect(remarks[0]).toContain('25/04/24');
});

test('a column that shows no order leans on its neighbour, then on the country, and else is left out once for all', () => {
  const grid = [
    ['Order ID', 'Order date', 'Ship date'],
    ['A1', '03/04/24', '25/04/24'],
  ];
  expect(readSheet(grid, options()).records[0].orderDate).toBe('2024-04-03');
  const open = [['Order ID', 'Order date'], ...Array.from({ length: 30 }, (_, i) => [`A${i}`, '03/04/24'])];
  expect(readSheet(open, options({ country: 'US' })).records[0].orderDate).toBe('2024-03-04');
  const { records, complaints } = readSheet(open, options());
  expect(records[0].orderDate).toBe('');
  expect(complaints).toEqual([
    expect.objectContaining({ row: 1, code: 'date-ambiguous', message: expect.stringContaining('30 cells') }),
  ]);
  expect(readSheet(open, options({ dateOrder: 'MDY' })).records[0].orderDate).toBe('2024-03-04');
});

test('Date cells and serial numbers come through in the wall time that is handed in', () => {
  const wall = (date: Date): string => new Date(date.getTime() + 3_600_000).toISOString().slice(0, 19);
  const cells = [new Date(Date.UTC(2024, 3, 12, 23)), 45395, new Date(Date.UTC(2024, 3, 12, 23, 30))];
  const { records } = readSheet([HEADER, ...cells.map((cell, i) => order(`A${i}`, { 1: cell }))], options({ wall }));
  expect(records.map(({ orderDate }) => orderDate)).toEqual(['2024-04-13', '2024-04-13', '2024-04-13T00:30:00']);
});

test('dates that the sheet took with day and month changed round are noticed', () => {
  const taken = Array.from({ length: 12 }, (_, i) => [`A${i}`, new Date(Date.UTC(2024, i, i + 1))]);
  const left = ['13/04/2024', '25/04/2024', '30/06/2024'].map((text, i) => [`B${i}`, text]);
  const { remarks } = readSheet([['Order ID', 'Order date'], ...taken, ...left], options());
  expect(remarks).toContainEqual(expect.stringContaining('changed day and month round in the 12'));
});

test.each([
  [['Name', 'Phone', 'Country'], ['Ana', '020 7946 0958', 'England'], '+442079460958'],
  [['Name', 'Phone', 'City'], ['Ana', '022 2345 6789', 'Mumbai'], '+912223456789'],
  [['Name', 'Phone', 'State', 'Zip'], ['Ana', '(415) 555-0132', 'CA', '94103'], '+14155550132'],
  [['Name', 'Phone', 'Currency'], ['Ana', '020 7946 0958', 'GBP'], '+442079460958'],
])('the phone’s country comes from the row: %j', (header, row, phone) => {
  expect(readSheet([header, row], options({ kind: 'leads', country: 'DE' })).records[0].phones).toEqual([phone]);
});

test('a city that points abroad gives way to the source’s country where only that fits the phone', () => {
  const grid = [
    ['Name', 'Phone', 'City'],
    ['Ana', '(415) 555-0132', 'London'],
  ];
  expect(readSheet(grid, options({ kind: 'leads', country: 'US' })).records[0].phones).toEqual(['+14155550132']);
});

test('a phone stored as a number, with its zero lost, is read', () => {
  const { records } = readSheet(
    [
      ['Name', 'Phone'],
      ['Ana', 2079460958],
    ],
    options({ kind: 'leads', country: 'GB' }),
  );
  expect(records[0].phones).toEqual(['+442079460958']);
});

test('an address among the phones and a phone among the addresses are used as what they are', () => {
  const grid = [
    ['Name', 'Phone', 'Email'],
    ['Ana', '+14155550132', 'ana@example.com'],
    ['Bo', 'bo@example.com', '+14155550133'],
    ['Cy', '+14155550134', 'cy@example.com'],
    ['Di', '+14155550135', 'di@example.com'],
  ];
  const { records, complaints } = readSheet(grid, options({ kind: 'leads' }));
  expect(records[1]).toMatchObject({ phones: ['+14155550133'], emails: ['bo@example.com'] });
  expect(complaints.map(({ code, row }) => `${code} ${row}`)).toEqual(['email-in-phone 3', 'phone-in-email 3']);
});

test('blank optional fields are no complaint; a missing required one makes the row unusable, and is listed once', () => {
  const source = options({ required: ['name', ['phone', 'email']], country: 'US' });
  const grid = [HEADER, order('A1', { 3: '', 7: '' }), order('A2', { 3: '12', 4: '' }), order('A3', { 2: '' })];
  const { records, complaints } = readSheet(grid, source);
  expect(records.map(({ usable }) => usable)).toEqual([true, false, false]);
  expect(complaints.map(({ row, code, severity, header, value }) => [row, code, severity, header, value])).toEqual([
    [3, 'phone-too-short', 'error', 'Phone', '12'],
    [4, 'missing-name', 'error', 'Customer', ''],
  ]);
});

test('a required field that no column holds is complained of once, with the column that may be it', () => {
  const grid = [
    ['Met at the fair', 'Mail'],
    ...['Ana Cruz', 'John Smith', 'Mary Jones'].map((name, i) => [name, `p${i}@example.com`]),
  ];
  const { complaints } = readSheet(grid, options({ kind: 'leads', required: ['name', 'phone'] }));
  expect(complaints.map(({ code, field, remedy }) => `${code} ${field} ${remedy}`)).toEqual([
    'column-missing name “Met at the fair” may be it: say so in the sources sheet.',
    'column-missing phone Name the column in the sources sheet, or add it to the sheet.',
  ]);
});

test('a second table beside the first is not mixed into it', () => {
  const grid = [
    ['Name', 'Phone', '', 'Name', 'Phone'],
    ['Ana', '+14155550132', '', 'Bo', '+14155550133'],
  ];
  const { records, remarks } = readSheet(grid, options({ kind: 'leads' }));
  expect(records[0]).toMatchObject({ name: 'Ana', phones: ['+14155550132'] });
  expect(remarks[0]).toContain('from column D on');
});

test('a second table below the first is not read as people', () => {
  const grid = [
    ['Name', 'Phone'],
    ['Ana', '+14155550132'],
    ['Order ID', 'Product', 'Quantity'],
    ['A1', 'Lamp', 2],
  ];
  const { records, remarks } = readSheet(grid, options({ kind: 'leads' }));
  expect(records.map(({ name }) => name)).toEqual(['Ana']);
  expect(remarks).toContainEqual(expect.stringContaining('begin in row 3'));
});

test('a sheet with one record a block is noticed', () => {
  const block = (name: string): Cell[][] => [['Name', name], ['Phone', '+14155550132'], ['Email', 'a@example.com'], []];
  const { remarks } = readSheet([...block('Ana'), ...block('Bo'), ...block('Cy')], options({ kind: 'leads' }));
  expect(remarks).toContainEqual(expect.stringContaining('one record a block'));
});

test('statuses are folded into the pipeline’s words, and the fold is shown', () => {
  const { records, remarks } = readSheet(
    [HEADER, order('A1', { 7: 'enviado' }), order('A2', { 7: 'enviado' })],
    options(),
  );
  expect(records.map(({ status }) => status)).toEqual(['Shipped', 'Shipped']);
  expect(remarks).toContain('Status “enviado” is read as “Shipped” (2 rows).');
});

test('an order export with two-digit years reads without a complaint', () => {
  const grid: Cell[][] = [
    [
      '\ufeffRow ID',
      'Order ID',
      'Order Date',
      'Ship Date',
      'Customer ID',
      'Customer Name',
      'Segment',
      'Country/Region',
      'State/Province',
      'Postal Code',
      'Region',
      'Product ID',
      'Product Name',
      'Sales',
      'Quantity',
      'Discount',
    ],
    [
      '1',
      'US-1',
      '03/01/19',
      '07/01/19',
      'DP-1',
      'Darren Powers',
      'Consumer',
      'United States',
      'Texas',
      '77095',
      'Central',
      'OFF-1',
      'Message Book',
      '16.448',
      '2',
      '0.2',
    ],
    [
      '2',
      'US-2',
      '30/12/22',
      '03/01/23',
      'HO-1',
      'Harry Olson',
      'Consumer',
      'Canada',
      'Prince Edward Island',
      'C0A',
      'East',
      'OFF-2',
      'Binders',
      '3.02',
      '3',
      '0.2',
    ],
  ];
  const { records, complaints } = readSheet(grid, options());
  expect(complaints).toEqual([]);
  expect(records.map(({ orderDate, amount, lineId, country }) => [orderDate, amount, lineId, country])).toEqual([
    ['2019-01-03', 16.448, '1', 'US'],
    ['2022-12-30', 3.02, '2', 'CA'],
  ]);
});

test('nothing in the sheet, and a sheet without a header', () => {
  expect(readSheet([], options())).toMatchObject({ headerRow: 0, columns: [], records: [], complaints: [] });
  const grid = [1, 2, 3, 4].map((i) => [`p${i}@example.com`, `+1 415 555 013${i}`]);
  const { headerRow, records } = readSheet(grid, options({ kind: 'leads' }));
  expect(headerRow).toBe(0);
  expect(records.map(({ emails }) => emails[0])).toEqual([
    'p1@example.com',
    'p2@example.com',
    'p3@example.com',
    'p4@example.com',
  ]);
});
