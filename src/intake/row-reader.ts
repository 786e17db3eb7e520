import { type Cell, isDate, type WallTime } from '../types';
import { complain } from './complaint';
import { countryOfCurrency } from './countries';
import { type DateContext, readDate, readDateCell, readSerial } from './date';
import { readEmail } from './email';
import { readCurrency, readMoney } from './money';
import { readName } from './name';
import { readCompany, readNamePart } from './name-part';
import { readNumber } from './number';
import { readPhone } from './phone';
import { countryOfPlace, readAddress, readCountryCell, readPlace, readPostcode } from './place';
import { type ColumnWriting, type PlannedColumn, type SheetPlan, writingOf } from './plan';
import { doubt, type Flaw, type Reading, read } from './reading';
import type { CleanRecord, Complaint, FieldName, ReadOptions } from './record';
import { foldStatus } from './status';
import { numberText, saysNothing, tidy, tidyLines } from './text';

/** Answers kept for one column before they are thrown away. */
const REMEMBERED = 50_000;
/** After so many texts a column shows whether they repeat. */
const TRIAL = 2_000;

/** Remembers what a pure reader said about each text, as long as texts repeat: in a column of keys remembering costs more than reading. */
function remember<T>(reader: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>();
  let asked = 0;
  let useful = true;
  return (text) => {
    if (!useful) return reader(text);
    const known = answers.get(text);
    asked++;
    if (known !== undefined) return known;
    const answer = reader(text);
    if (answers.size >= REMEMBERED) answers.clear();
    answers.set(text, answer);
    if (asked === TRIAL && answers.size > TRIAL * 0.8) {
      useful = false;
      answers.clear();
    }
    return answer;
  };
}

/** As {@link remember}, for readers that also depend on the row's country. */
function rememberByCountry<T>(reader: (text: string, country: string) => T): (text: string, country: string) => T {
  const byCountry = new Map<string, (text: string) => T>();
  return (text, country) => {
    let known = byCountry.get(country);
    if (known === undefined) {
      known = remember((one: string) => reader(one, country));
      byCountry.set(country, known);
    }
    return known(text);
  };
}

/** A record with nothing in it. */
function emptyRecord(row: number): CleanRecord {
  return {
    row,
    recordId: '',
    customerId: '',
    name: '',
    given: '',
    family: '',
    company: '',
    phones: [],
    extension: '',
    emails: [],
    emailKeys: [],
    address: '',
    city: '',
    region: '',
    postcode: '',
    country: '',
    birthDate: '',
    orderId: '',
    lineId: '',
    sku: '',
    article: '',
    quantity: null,
    unitPrice: null,
    amount: null,
    currency: '',
    status: '',
    orderDate: '',
    shipDate: '',
    leadDate: '',
    contactDate: '',
    dueDate: '',
    channel: '',
    owner: '',
    note: '',
    usable: true,
  };
}

/** What is known while one row is read. */
interface RowState {
  record: CleanRecord;
  hint: string;
  moneyCurrency: string;
  flaw(flaws: readonly Flaw[], column: PlannedColumn, raw: string): void;
}

type Step = (state: RowState, cell: Cell, text: string) => void;

const ID_LOST = doubt(
  'id-scientific',
  'The number was turned into scientific notation, and its last digits are lost.',
  'Format the column as plain text and enter the number again.',
);

function readId(text: string): Reading<string> {
  const shown = tidy(text);
  if (saysNothing(shown) && shown !== '0') return read('');
  return /^\d[.,]\d+E\+\d+$/i.test(shown) ? read(shown, '', [ID_LOST]) : read(shown);
}

function readText(text: string): Reading<string> {
  const shown = tidy(text);
  return read(saysNothing(shown) ? '' : shown);
}

function readNote(text: string): Reading<string> {
  const shown = tidyLines(text);
  return read(saysNothing(shown) ? '' : shown);
}

type TextField =
  | 'recordId'
  | 'customerId'
  | 'orderId'
  | 'lineId'
  | 'sku'
  | 'article'
  | 'channel'
  | 'owner'
  | 'city'
  | 'region'
  | 'address'
  | 'company'
  | 'given'
  | 'family';

const TEXT_READERS: Record<TextField, (text: string) => Reading<string>> = {
  recordId: readId,
  customerId: readId,
  orderId: readId,
  lineId: readId,
  sku: readId,
  article: readText,
  channel: readText,
  owner: readText,
  city: readPlace,
  region: readPlace,
  address: readAddress,
  company: readCompany,
  given: readNamePart,
  family: readNamePart,
};

function textStep(column: PlannedColumn, field: TextField): Step {
  const reader = remember(TEXT_READERS[field]);
  return (state, _cell, text) => {
    const { value, flaws } = reader(text);
    state.record[field] = value;
    if (flaws.length > 0) state.flaw(flaws, column, text);
  };
}

function phoneStep(column: PlannedColumn): Step {
  const reader = rememberByCountry(readPhone);
  return (state, _cell, text) => {
    const { value, flaws } = reader(text, state.hint);
    const { phones } = state.record;
    if (phones.length === 0) state.record.extension = value.extension;
    for (const number of value.numbers) if (!phones.includes(number)) phones.push(number);
    if (flaws.length > 0) state.flaw(flaws, column, text);
  };
}

function emailStep(column: PlannedColumn): Step {
  const reader = remember(readEmail);
  return (state, _cell, text) => {
    const { value, flaws } = reader(text);
    const { emails, emailKeys } = state.record;
    value.keys.forEach((key, index) => {
      if (emailKeys.includes(key)) return;
      emails.push(value.addresses[index]);
      emailKeys.push(key);
    });
    if (flaws.length > 0) state.flaw(flaws, column, text);
  };
}

function nameStep(column: PlannedColumn): Step {
  const reader = remember(readName);
  return (state, _cell, text) => {
    const { value, flaws } = reader(text);
    const { record } = state;
    record.name = value.name;
    if (value.company !== '') record.company = record.company || value.company;
    else {
      record.given = record.given || value.given;
      record.family = record.family || value.family;
    }
    if (flaws.length > 0) state.flaw(flaws, column, text);
  };
}

type DateField = 'birthDate' | 'orderDate' | 'shipDate' | 'leadDate' | 'contactDate' | 'dueDate';

function dateStep(column: PlannedColumn, writing: ColumnWriting, options: ReadOptions): Step {
  const field = column.field as DateField;
  const context: DateContext = {
    order: writing.order,
    certain: writing.certain,
    today: options.today,
    birth: field === 'birthDate',
    wall: options.wall,
  };
  const fromText = remember((text: string) => readDate(text, context));
  const walls = new Map<number, Reading<WallTime>>();
  const fromDate = (date: Date): Reading<WallTime> => {
    const time = date.getTime();
    let known = walls.get(time);
    if (known === undefined) {
      known = readDateCell(date, options.wall);
      walls.set(time, known);
    }
    return known;
  };
  return (state, cell, text) => {
    const reading = isDate(cell)
      ? fromDate(cell)
      : typeof cell === 'number' && cell < 1e9
        ? readSerial(cell)
        : fromText(text);
    state.record[field] = reading.value;
    if (reading.flaws.length > 0) state.flaw(reading.flaws, column, text);
  };
}

function moneyStep(column: PlannedColumn, writing: ColumnWriting, options: ReadOptions): Step {
  const field = column.field as 'amount' | 'unitPrice';
  const reader = rememberByCountry((text: string, country: string) =>
    readMoney(text, writing.decimal, country, options.currency),
  );
  return (state, cell, text) => {
    if (typeof cell === 'number') {
      state.record[field] = cell;
      return;
    }
    const { value, flaws } = reader(text, state.hint);
    state.record[field] = value.amount;
    if (value.currency !== '') state.moneyCurrency = value.currency;
    if (flaws.length > 0) state.flaw(flaws, column, text);
  };
}

function quantityStep(column: PlannedColumn, writing: ColumnWriting): Step {
  const reader = remember((text: string) =>
    readNumber(text.replace(/(\d)\s*(?:\p{L}|\/)[\p{L}.\s/]*$|^[x×]\s*(?=\d)/u, '$1'), writing.decimal),
  );
  return (state, cell, text) => {
    if (typeof cell === 'number') {
      state.record.quantity = cell;
      return;
    }
    const { value, flaws } = reader(text);
    state.record.quantity = value;
    if (flaws.length > 0) state.flaw(flaws, column, text);
  };
}

function statusStep(options: ReadOptions, folds: Map<string, { status: string; count: number }>): Step {
  const reader = remember((text: string) => {
    const shown = tidy(text);
    return saysNothing(shown)
      ? { status: '', how: '' as const, shown }
      : { ...foldStatus(shown, options.statuses), shown };
  });
  return (state, _cell, text) => {
    const { status, how, shown } = reader(text);
    state.record.status = status;
    if (how === '') return;
    const known = folds.get(shown);
    if (known === undefined) folds.set(shown, { status, count: 1 });
    else known.count++;
  };
}

function noteStep(): Step {
  return (state, _cell, text) => {
    const { value } = readNote(text);
    if (value !== '') state.record.note = state.record.note === '' ? value : `${state.record.note}\n${value}`;
  };
}

function countryStep(column: PlannedColumn): Step {
  const reader = remember(readCountryCell);
  return (state, _cell, text) => {
    const { value, flaws } = reader(text);
    state.record.country = value;
    if (flaws.length > 0) state.flaw(flaws, column, text);
  };
}

function postcodeStep(column: PlannedColumn): Step {
  const reader = rememberByCountry(readPostcode);
  return (state, _cell, text) => {
    const { value, flaws } = reader(text, state.hint);
    state.record.postcode = value;
    if (flaws.length > 0) state.flaw(flaws, column, text);
  };
}

function currencyStep(options: ReadOptions): Step {
  const reader = rememberByCountry((text: string, country: string) => ({
    value: readCurrency(text, country, options.currency),
  }));
  return (state, _cell, text) => {
    state.record.currency = reader(text, state.record.country).value;
  };
}

/** Fields that others of the row depend on are read first: places, then currency, then the rest. */
const FIRST: readonly FieldName[] = ['country', 'region', 'city', 'currency'];

/** Reads rows by a plan; the same text in the same column is worked out once. */
export interface RowReader {
  /** The clean record of one row; complaints are added to `complaints`. `row` is 1-based. */
  readRow(cells: readonly Cell[], row: number, complaints: Complaint[]): CleanRecord;
  /** How columns are written, and statuses were folded, in sentences. */
  remarks(): string[];
}

function stepOf(
  column: PlannedColumn,
  writing: ColumnWriting,
  options: ReadOptions,
  folds: Map<string, { status: string; count: number }>,
): Step {
  const { field } = column;
  if (field === 'phone') return phoneStep(column);
  if (field === 'email') return emailStep(column);
  if (field === 'name') return nameStep(column);
  if (field === 'country') return countryStep(column);
  if (field === 'postcode') return postcodeStep(column);
  if (field === 'currency') return currencyStep(options);
  if (field === 'amount' || field === 'unitPrice') return moneyStep(column, writing, options);
  if (field === 'quantity') return quantityStep(column, writing);
  if (field === 'status') return statusStep(options, folds);
  if (field === 'note') return noteStep();
  if (/Date$/.test(field)) return dateStep(column, writing, options);
  return textStep(column, field as TextField);
}

function cellOf(cell: Cell | undefined, wall: (date: Date) => string): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return numberText(cell);
  if (cell === undefined || cell === null) return '';
  return isDate(cell) ? (Number.isNaN(cell.getTime()) ? '' : wall(cell)) : String(cell).toUpperCase();
}

/** Makes the reader of a sheet's rows. All votes of the plan must have been counted. */
export function makeRowReader(plan: SheetPlan, options: ReadOptions): RowReader {
  const folds = new Map<string, { status: string; count: number }>();
  const writings = plan.used.map((column) => writingOf(plan, column, options));
  const steps = plan.used.map((column, index) => ({
    column,
    step: stepOf(column, writings[index], options, folds),
    isDate: /Date$/.test(column.field),
  }));
  const early = steps.filter(({ column }) => FIRST.includes(column.field));
  const late = steps.filter(({ column }) => !FIRST.includes(column.field));
  const postcode = plan.used.find((column) => column.field === 'postcode');
  const placeHint = remember((key: string) => {
    const [city, region, code] = key.split('\n');
    return { country: countryOfPlace(city, region, code) };
  });
  const hintOf = (record: CleanRecord, cells: readonly Cell[]): string => {
    if (record.country !== '') return record.country;
    const code = postcode === undefined ? '' : cellOf(cells[postcode.column], options.wall);
    const placed =
      record.city + record.region + code === '' ? '' : placeHint(`${record.city}\n${record.region}\n${code}`).country;
    return placed || countryOfCurrency(record.currency) || options.country;
  };
  const run = (list: typeof steps, state: RowState, cells: readonly Cell[]): void => {
    for (const { column, step, isDate: dated } of list) {
      const cell = cells[column.column];
      if (cell === '' || cell === undefined || cell === null) continue;
      step(state, cell, dated && typeof cell !== 'string' ? cellOf(cell, String) : cellOf(cell, options.wall));
    }
  };
  return {
    readRow(cells, row, complaints) {
      const record = emptyRecord(row);
      const state: RowState = {
        record,
        hint: '',
        moneyCurrency: '',
        flaw: (flaws, column, raw) => {
          for (const flaw of flaws) complaints.push(complain(flaw, row, column.field, column.header, raw));
        },
      };
      run(early, state, cells);
      state.hint = hintOf(record, cells);
      run(late, state, cells);
      if (record.currency === '')
        record.currency =
          state.moneyCurrency || (record.amount === null && record.unitPrice === null ? '' : options.currency);
      if (record.name === '') record.name = `${record.given} ${record.family}`.trim();
      return record;
    },
    remarks: () => [
      ...writings.map((writing) => writing.remark).filter((remark) => remark !== ''),
      ...[...folds].map(
        ([shown, { status, count }]) =>
          `Status “${shown}” is read as “${status}” (${count} ${count === 1 ? 'row' : 'rows'}).`,
      ),
    ],
  };
}
