import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { match, merge } from '../../host/match';

const folder = mkdtempSync(join(tmpdir(), 'match-'));
const put = (name: string, text: string) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};
const read = (file: string) =>
  Papa.parse<Record<string, string>>(readFileSync(file, 'utf8'), { header: true, skipEmptyLines: true }).data;

const PEOPLE = [
  'id,cluster,Full Name,Mobile,E-mail,City',
  'a,1,Ana Cruz,(415) 555-0100,ana.cruz@mail.com,Oakland',
  'b,2,Ana Crux,+1 415 555 0100,,Oakland',
  'c,1,Omar Haddad,(415) 555-0199,omar@haddad.org,',
  'd,1,Wei Chen,212-555-0142,wei.chen@chen.net,Boston',
].join('\n');

beforeEach(() => {
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
});

afterEach(() => jest.restoreAllMocks());
afterAll(() => rmSync(folder, { recursive: true }));

it('prints id, cluster, probability, points and why for each row, without reading the truth', async () => {
  const file = put('people.csv', PEOPLE);
  const out = join(folder, 'clusters.csv');
  expect(await match([file, '--out', out])).toBe(0);
  const rows = read(out);
  expect(Object.keys(rows[0])).toEqual(['id', 'cluster', 'probability', 'points', 'why']);
  expect(rows.map((row) => [row.id, row.cluster])).toEqual([
    ['a', 'a'],
    ['b', 'a'],
    ['c', 'c'],
    ['d', 'd'],
  ]);
  expect(rows[0].why).toContain('same phone');
  expect(Number(rows[0].probability)).toBeGreaterThan(0.9);
  const asTruth = put('same.csv', PEOPLE.replace('cluster', 'truth'));
  const other = join(folder, 'other.csv');
  await match([asTruth, '--out', other]);
  expect(readFileSync(other, 'utf8')).toBe(readFileSync(out, 'utf8'));
});

it('numbers rows without ids from 1, and writes JSON', async () => {
  const file = put('no-ids.csv', '\uFEFFname;phone\nAna Cruz;4155550100\nAna Cruz;4155550100\n');
  const out = join(folder, 'out.json');
  expect(await match([file, '--json', '--out', out])).toBe(0);
  expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual([
    { id: '1', cluster: '1', probability: 1, points: 100, why: 'like 2: the rows are equal' },
    { id: '2', cluster: '1', probability: 1, points: 100, why: 'like 1: the rows are equal' },
  ]);
});

it('writes the merged table and keeps every value', async () => {
  const file = put('merge.csv', PEOPLE);
  const out = join(folder, 'merged.csv');
  expect(await merge([file, '--out', out, '--mode', 'exact'])).toBe(0);
  const rows = read(out);
  expect(rows).toHaveLength(3);
  expect(rows[0]['Full Name']).toBe('Ana Cruz');
  expect(rows[0]['other values']).toContain('Full Name: Ana Crux');
});

it.each([
  ['missing', () => join(folder, 'nothing.csv'), 'There is no file'],
  ['empty', () => put('empty.csv', ''), 'is empty'],
  ['headers only', () => put('headers.csv', 'name,phone\n'), 'no rows below'],
  ['not text', () => put('binary.csv', 'a\0b\n1,2\n'), 'not a text file'],
  ['broken', () => put('broken.csv', 'name,phone\n"Ana,1\nBo,2\n'), 'broken'],
])('says in one sentence what is wrong with a file: %s', async (_, file, words) => {
  await expect(match([file()])).rejects.toThrow(words);
});

it('refuses options that it does not know', async () => {
  const file = put('options.csv', PEOPLE);
  await expect(match([file, '--mode', 'magic'])).rejects.toThrow('--mode magic');
  await expect(merge([file])).rejects.toThrow('Say where');
});
