import { existsSync, readFileSync, statSync } from 'node:fs';
import Papa from 'papaparse';
import { decideColumns } from '../src/intake/columns';
import type { FieldName } from '../src/intake/record';
import type { MatchField, MatchInput } from '../src/match/contract';
import { HostError } from './error';

/** A table as it stands in a file. */
export interface FileTable {
  headers: string[];
  rows: string[][];
}

/** Columns that hold the answer, in files made for measuring: never read. */
const ANSWERS: ReadonlySet<string> = new Set(['cluster', 'truth']);

/** Headers of columns that only matching uses, folded. */
const OWN_HEADERS: Record<string, MatchField> = {
  streetno: 'streetNumber',
  streetnumber: 'streetNumber',
  housenumber: 'streetNumber',
  houseno: 'streetNumber',
  hausnummer: 'streetNumber',
  hausnr: 'streetNumber',
  addr1: 'address',
  address1: 'address',
  addr2: 'address2',
  address2: 'address2',
  addressline2: 'address2',
  sex: 'sex',
  gender: 'sex',
  geschlecht: 'sex',
  birthplace: 'text',
  placeofbirth: 'text',
  geburtsort: 'text',
};

/** Fields of intake that matching compares. */
const FROM_INTAKE: Partial<Record<FieldName, MatchField>> = {
  customerId: 'customerId',
  name: 'name',
  given: 'given',
  family: 'family',
  company: 'company',
  phone: 'phone',
  email: 'email',
  address: 'address',
  city: 'city',
  region: 'region',
  postcode: 'postcode',
  country: 'country',
  birthDate: 'birthDate',
};

/** Fields that may stand in several columns. */
const SEVERAL: ReadonlySet<MatchField> = new Set<MatchField>(['phone', 'email']);

/**
 * Reads a table from a CSV file (any of the usual separators, with or without a byte order mark).
 * @throws HostError where the file is missing, empty or no table
 */
export function readTable(file: string): FileTable {
  if (!existsSync(file)) throw new HostError('no-file', `There is no file ${file}.`);
  if (!statSync(file).isFile()) throw new HostError('no-file', `${file} is not a file.`);
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  if (text.trim() === '')
    throw new HostError('empty-file', `${file} is empty: it needs a row of headers and a row below.`);
  if (text.includes('\0')) throw new HostError('broken-file', `${file} is not a text file: save it as CSV.`);
  const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy' });
  const broken = errors.find((error) => error.type === 'Quotes');
  if (broken)
    throw new HostError('broken-file', `${file} is broken near row ${(broken.row ?? 0) + 1}: ${broken.message}.`);
  const [headers = [], ...rows] = data;
  if (rows.length === 0) throw new HostError('empty-file', `${file} has no rows below its headers.`);
  return { headers: headers.map((header) => header.trim()), rows };
}

function foldHeader(header: string): string {
  return header.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function isOther(header: string): boolean {
  const folded = foldHeader(header);
  return ANSWERS.has(folded) || folded === 'id' || folded === '';
}

/** Whether a column that nobody knows may tell people apart: words or codes that some, but not most, rows share. */
function isTelling(rows: readonly string[][], column: number): boolean {
  const values = rows.map((row) => row[column] ?? '').filter((value) => value !== '');
  const distinct = new Set(values).size;
  const long = values.reduce((sum, value) => sum + value.length, 0) / Math.max(1, values.length) > 40;
  return values.length > rows.length / 4 && distinct > 10 && distinct < values.length * 0.7 && !long;
}

/** Which columns hold which field, recognised as in intake; several columns for a field are in the file's order. */
export function matchColumns({ headers, rows }: FileTable): Map<MatchField, number[]> {
  const found = new Map<MatchField, number[]>();
  const put = (field: MatchField, column: number) => {
    const known = found.get(field);
    if (!known) found.set(field, [column]);
    else if (SEVERAL.has(field)) known.push(column);
  };
  const open = headers.map((header, column) => ({ header, column })).filter(({ header }) => !isOther(header));
  const own = open.filter(({ header }) => OWN_HEADERS[foldHeader(header)] !== undefined);
  for (const { header, column } of own) put(OWN_HEADERS[foldHeader(header)], column);
  const rest = open.filter((one) => !own.includes(one));
  const decisions = decideColumns(
    rest.map(({ header }) => header),
    rows.map((row) => rest.map(({ column }) => row[column] ?? '')),
    0,
    {
      kind: 'leads',
      country: '',
      currency: '',
      required: [],
      columns: {},
      statuses: [],
      dateOrder: '',
      today: '2000-01-01',
      wall: String,
    },
  );
  const unknown: number[] = [];
  for (const { column, field, certainty } of decisions) {
    const at = rest[column].column;
    const known = field === '' || certainty === 'unused' ? undefined : FROM_INTAKE[field];
    if (known) put(known, at);
    else if (field === '') unknown.push(at);
  }
  if (!found.has('text'))
    for (const column of unknown.filter((at) => isTelling(rows, at)).slice(0, 1)) put('text', column);
  return found;
}

/** A phone as its digits, without the country code that America writes or leaves out. */
function plainPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return /^1\d{10}$/.test(digits) ? digits.slice(1) : phone;
}

/** The records of a table, for {@link matchColumns}' columns. */
export function matchInput(table: FileTable, columns: Map<MatchField, number[]>): MatchInput {
  const { rows } = table;
  const values: MatchInput['columns'] = {};
  for (const [field, places] of columns) {
    const read = (cell: string) => (field === 'phone' ? plainPhone(cell.trim()) : cell.trim());
    values[field] =
      places.length === 1
        ? rows.map((row) => read(row[places[0]] ?? ''))
        : rows.map((row) =>
            places
              .map((place) => read(row[place] ?? ''))
              .filter(Boolean)
              .join('\n'),
          );
  }
  return { size: rows.length, columns: values };
}
