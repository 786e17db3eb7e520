import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import Papa from 'papaparse';
import { clean } from '../../host/clean';

let folder: string;
let said: string[];
let complained: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clean-'));
  said = [];
  complained = [];
  jest.spyOn(console, 'log').mockImplementation((text: string) => void said.push(text));
  jest.spyOn(console, 'error').mockImplementation((text: string) => void complained.push(text));
});

afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function rowsOf(path: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(readFileSync(path, 'utf8').replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
  }).data;
}

const CSV =
  'Weekly list\n\nName;Phone;Email;Notes\n"CRUZ, ANA";(415) 555-0132;ana@gmial.com;=1+1\n;12;;\nBo Lee;;bo@example.com;-\n';

test('the clean columns stand beside the raw ones, with what is wrong in “issues”', async () => {
  const out = join(folder, 'out.csv');
  expect(await clean([file('in.csv', CSV), '--country', 'us', '--out', out])).toBe(0);
  const rows = rowsOf(out);
  expect(rows).toHaveLength(3);
  expect(rows[0]).toMatchObject({
    row: '4',
    Name: 'CRUZ, ANA',
    Phone: '(415) 555-0132',
    Notes: "'=1+1",
    'clean name': 'Ana Cruz',
    'clean phones': '+14155550132',
    'clean emails': 'ana@gmial.com',
    'clean note': "'=1+1",
  });
  expect(rows[0].issues).toContain('ana@gmail.com');
  expect(rows[1].issues).toContain('at least 10 are needed');
  expect(rows[2]).toMatchObject({ 'clean name': 'Bo Lee', issues: '' });
});

test('--json says what was decided, for programs', async () => {
  const out = join(folder, 'out.csv');
  await clean([file('in.csv', CSV), '--json', '--out', out]);
  const summary = JSON.parse(said[0]);
  expect(summary).toMatchObject({
    out,
    kind: 'leads',
    headerRow: 3,
    records: 3,
    issues: { 'email-domain-typo': 1, 'phone-no-country': 1 },
  });
  expect(summary.columns[1]).toMatchObject({ header: 'Phone', field: 'phone', certainty: 'sure' });
});

test('a file of many chunks comes through whole and in order, and the whole of a column votes', async () => {
  const lines = Array.from(
    { length: 30_000 },
    (_, i) => `A${i},${i === 29_999 ? '25/12/2024' : '03/04/2024'},"Article, no. ${i}",1`,
  );
  const out = join(folder, 'out.csv');
  expect(
    await clean([file('big.csv', `Order ID,Order Date,Product,Qty\r\n${lines.join('\r\n')}\r\n`), '--out', out]),
  ).toBe(0);
  const rows = rowsOf(out);
  expect(rows).toHaveLength(30_000);
  expect(rows.every((row, i) => row['clean orderId'] === `A${i}` && row['clean article'] === `Article, no. ${i}`)).toBe(
    true,
  );
  expect(rows[0]['clean orderDate']).toBe('2024-04-03');
});

test('Windows-1252 and UTF-16 files are read in their own letters', async () => {
  const text = 'Name,City\r\nJosé Núñez,Málaga\r\n';
  for (const content of [Buffer.from(text, 'latin1'), Buffer.from(`\ufeff${text}`, 'utf16le')]) {
    const out = join(folder, 'out.csv');
    await clean([file('in.csv', content), '--out', out]);
    expect(rowsOf(out)[0]).toMatchObject({ 'clean name': 'José Núñez', 'clean city': 'Málaga' });
  }
});

test('a sheet of a workbook: dates by their format, numbers with all their digits', async () => {
  const sheet = XLSX.utils.aoa_to_sheet([
    ['Order ID', 'Order date', 'Phone', 'Total'],
    [1, { t: 'n', v: 45395.5, z: 'dd/mm/yyyy hh:mm' }, 2079460958, 12.5],
    [2, '26/04/2024', '020 7946 0959', 3],
  ]);
  const book = {
    SheetNames: ['Notes', 'Orders'],
    Sheets: { Notes: XLSX.utils.aoa_to_sheet([['nothing']]), Orders: sheet },
  };
  const path = file('in.xlsx', XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }));
  const out = join(folder, 'out.csv');
  expect(await clean([path, '--sheet', 'Orders', '--country', 'GB', '--out', out])).toBe(0);
  expect(rowsOf(out)[0]).toMatchObject({
    'clean orderDate': '2024-04-13T12:00:00',
    'clean phones': '+442079460958',
    'clean amount': '12.5',
  });
  expect(await clean([path, '--sheet', 'Ordres', '--out', out])).toBe(2);
  expect(complained).toEqual([expect.stringContaining('it has Notes, Orders')]);
});

test.each<[string, (folder: string) => string[], RegExp]>([
  ['no file', () => [], /^Usage/],
  ['a file that is not there', (at) => [join(at, 'none.csv')], /^There is no file/],
  ['a folder', (at) => [at], /is a folder/],
  ['an empty file', (at) => [join(at, 'empty.csv')], /is empty/],
  ['a picture', (at) => [join(at, 'picture.csv')], /is no text file/],
  ['a workbook that is none', (at) => [join(at, 'fake.xlsx')], /can’t be read as a workbook/],
  ['a broken workbook', (at) => [join(at, 'broken.xlsx')], /can’t be read as a workbook/],
  ['a country that is none', (at) => [join(at, 'fake.xlsx'), '--country', 'XX'], /no country code/],
  ['an option that is none', (at) => [at, '--colour', 'red'], /^Unknown option '--colour'/],
  ['itself as the result', (at) => [join(at, 'fake.xlsx'), '--out', join(at, 'fake.xlsx')], /must not be the file/],
  ['a result that can’t be written', (at) => [join(at, 'good.csv'), '--out', join(at, 'sub')], /can’t be written/],
])('%s is refused with one sentence and code 2', async (_, argv, sentence) => {
  file('empty.csv', '');
  file('picture.csv', Buffer.from([0x89, 0x50, 0, 0, 1]));
  file('fake.xlsx', 'Name,Phone\nAna,1\n');
  file('broken.xlsx', Buffer.from('PK\u0003\u0004 and then nothing of use'));
  file('good.csv', 'Name,Phone\nAna,1\n');
  mkdirSync(join(folder, 'sub'));
  expect(await clean(argv(folder))).toBe(2);
  expect(complained).toHaveLength(1);
  expect(complained[0]).toMatch(sentence);
});
