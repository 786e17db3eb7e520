import { measureHeaders } from '../../bench/intake/headers';
import { matchHeader } from '../../src/intake/header-words';
import { readSheet } from '../../src/intake/read-sheet';
import type { Cell } from '../../src/types';
import { options } from './options';

test.each([
  ['Name ', 'leads', 'name'],
  ['Email id ', 'leads', 'email'],
  ['Phone number ', 'leads', 'phone'],
  ['Date', 'leads', 'leadDate'],
  ['Date', 'orders', 'orderDate'],
  ['Date contacted ', 'leads', 'contactDate'],
  ['CUSTOMER\nNAME', 'orders', 'name'],
  ['Nº de pedido', 'orders', 'orderId'],
  ['Straße und Hausnummer', 'orders', 'address'],
  ['Código postal', 'orders', 'postcode'],
  ['Prénom', 'leads', 'given'],
  ['No. HP', 'leads', 'phone'],
  ['Tareekh', 'orders', 'orderDate'],
  ['orderId', 'orders', 'orderId'],
  ['Billing_Phone', 'orders', 'phone'],
  ['E-mail (required)*', 'leads', 'email'],
  ['Row ID', 'orders', 'lineId'],
  ['Row ID', 'leads', 'recordId'],
  ['Description', 'leads', 'note'],
  ['Description', 'orders', 'article'],
] as const)('%j in %s is %s', (header, kind, field) => {
  const match = matchHeader(header, kind);
  expect(match.field).toBe(field);
  expect(match.strength).toBeGreaterThanOrEqual(0.85);
});

test.each(['Fax', 'Discount', 'Ship Mode', 'Segment', 'Website'])('%s is known to be none of ours', (header) => {
  expect(matchHeader(header, 'orders')).toMatchObject({ field: '', other: true });
});

function columnsOf(grid: Cell[][], over = {}): string[] {
  return readSheet(grid, options({ kind: 'leads', ...over })).columns.map(
    ({ header, field, certainty }) => `${header}:${field}:${certainty}`,
  );
}

const PEOPLE = ['Ana Cruz', 'John Smith', 'Mary Jones', 'Robert Brown', 'Linda Davis'];

test('a header whose cells contradict it is not believed', () => {
  const grid = [
    ['Phone', 'Email'],
    ...PEOPLE.map((name, i) => [`${name.split(' ')[0]}@example.com`, `+1 415 555 01${i}0`]),
  ];
  const { columns, records } = readSheet(grid, options({ kind: 'leads' }));
  expect(columns[0]).toMatchObject({
    field: 'email',
    certainty: 'sure',
    why: expect.stringContaining('do not look like it'),
  });
  expect(columns[1]).toMatchObject({ field: 'phone', certainty: 'proposed' });
  expect(records[0].emails).toEqual(['Ana@example.com']);
});

test('an unknown header is proposed by its cells and not used until a person says so', () => {
  const grid = [['Met at the fair', 'Mail'], ...PEOPLE.map((name, i) => [name, `p${i}@example.com`])];
  expect(columnsOf(grid)[0]).toBe('Met at the fair:name:proposed');
  expect(readSheet(grid, options({ kind: 'leads' })).records[0].name).toBe('');
  expect(columnsOf(grid, { columns: { 'met at the fair': 'name' } })[0]).toBe('Met at the fair:name:person');
  expect(readSheet(grid, options({ kind: 'leads', columns: { 'Met at the fair': 'name' } })).records[0].name).toBe(
    'Ana Cruz',
  );
  expect(columnsOf(grid, { columns: { Mail: '' } })[1]).toBe('Mail::unused');
});

test('“Name” beside “First name” is the family name, unless it repeats it', () => {
  expect(
    columnsOf([
      ['Vorname', 'Name'],
      ['Ana', 'de la Cruz'],
      ['Bo', 'Lee'],
      ['Cy', 'Ng'],
    ]),
  ).toEqual(['Vorname:given:sure', 'Name:family:sure']);
  expect(
    columnsOf([
      ['Vorname', 'Name'],
      ['Ana', 'Ana Cruz'],
      ['Bo', 'Bo Lee'],
      ['Cy', 'Cy Ng'],
    ]),
  ).toEqual(['Vorname:given:sure', 'Name:name:sure']);
});

test('of two columns for one field the plainer header has it, and phones are taken from all', () => {
  const [state, region] = readSheet(
    [
      ['State/Province', 'Region'],
      ['Texas', 'Central'],
    ],
    options(),
  ).columns;
  expect([state.field, region.field]).toEqual(['region', '']);
  const { records } = readSheet(
    [
      ['Name', 'Phone', 'Mobile'],
      ['Ana', '+14155550132', '+442079460958'],
    ],
    options(),
  );
  expect(records[0].phones).toEqual(['+14155550132', '+442079460958']);
});

test('header lists of shops, forms and CRMs in eight languages, in part misleading', () => {
  const result = measureHeaders(74, 3);
  expect(result.confidentWrong).toBe(0);
  expect(result.right / result.columns).toBeGreaterThanOrEqual(0.98);
});
