import { type Cell, isDate } from '../types';
import { isCompany } from './company';
import { readCountry } from './countries';
import { splitClock } from './date-clock';
import { dateParts } from './date-parts';
import { readCurrency } from './money';
import { COMMON_GIVEN } from './name-words';
import { isFillerNumber } from './phone-clean';
import { isStatusWord } from './status';
import { fold, numberText, plain, saysNothing } from './text';

/** Shares (0 to 1) of a column's filled cells that look like this or that, from a sample of the column. */
export interface Profile {
  /** Cells that were looked at and hold something. */
  filled: number;
  email: number;
  phone: number;
  /** Phones with + or in groups, which no other number looks like. */
  phoneSure: number;
  date: number;
  number: number;
  money: number;
  integer: number;
  /** Mixed letters and digits without spaces, or `#1001`. */
  code: number;
  country: number;
  currency: number;
  company: number;
  /** Stages of orders or leads. */
  status: number;
  /** Two to four words of letters. */
  words: number;
  /** Two or three words with capitals, or "Last, First". */
  properNames: number;
  /** One word of letters. */
  word: number;
  commonName: number;
  address: number;
  url: number;
  boolean: number;
  /** Different values among the filled cells. */
  distinct: number;
  /** Mean number of letters. */
  length: number;
}

const PHONE =
  /^(?:(?:tel|ph|phone|mob|mobile|cell|p)[:.\s]*)?'?[+(]?[\d\s().\-/]{7,22}(?:\s*(?:x|ext\.?|#)\s*\d{1,6})?$/i;
const NUMBER = /^[(\s]*[-+]?\s*(?:[^\d\s.,()'%+-]{1,4}\s?)?[-+]?\d[\d.,'’\s]*\s?(?:[^\d\s.,()'+-]{1,4})?[-)\s]*$/;
const MONEY = /[$€£₹¥₽₩₺R]\$?\s?\d|\d\s?(?:€|£|₹|zł|kr|Kč|USD|EUR|GBP|INR|BRL|MXN|IDR)\b/;
const ADDRESS = /^(?=.*\d)(?=.*\p{L}{2}).*\S\s+\S.*$/u;

function isPhone(text: string): boolean {
  if (!PHONE.test(text)) return false;
  const digits = text.replace(/\D/g, '').length;
  return digits >= 7 && digits <= 16 && !/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/.test(text) && !/^\d+\.\d{1,3}$/.test(text);
}

function sawDate(text: string): boolean {
  if (text.length < 6 || text.length > 40) return false;
  if (/^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(text)) return true;
  const clock = splitClock(text);
  const parts = dateParts(clock.has ? clock.rest : text);
  if (parts === null) return false;
  if (parts.kind === 'dm' && parts.yearDigits === 2 && !/[-/.]/.test(text)) return false;
  return /[-/.\s\p{L}]/u.test(text) && parts.first <= 31 && parts.second <= 31;
}

/** Up to `limit` filled cells of a column, spread over its whole length. */
export function sampleColumn(rows: readonly (readonly Cell[])[], column: number, from: number, limit: number): Cell[] {
  const cells: Cell[] = [];
  const step = Math.max(1, Math.floor((rows.length - from) / (limit * 2)));
  for (let start = from; start < from + step && cells.length < limit; start++) {
    for (let i = start; i < rows.length && cells.length < limit; i += step) {
      const cell = rows[i][column];
      if (cell !== '' && cell !== undefined && cell !== null && !(typeof cell === 'string' && saysNothing(plain(cell))))
        cells.push(cell);
    }
    if (cells.length >= limit / 2) break;
  }
  return cells;
}

type Counts = { -readonly [K in keyof Profile]: number };

/** Longer cells are prose, and say nothing but their length. */
const PROSE = 200;

function countText(text: string, counts: Counts): void {
  if (text.length > PROSE) return;
  const folded = fold(text);
  if (/\S@[^\s@]+\.\S/.test(text)) counts.email++;
  const date = sawDate(text);
  if (date) counts.date++;
  if (!date && isPhone(text)) {
    if (!isFillerNumber(text.replace(/\D/g, ''))) counts.phone++;
    if (/^\s*'?\+|^'?\(?\d{2,5}\)?[\s.-]\d/.test(text)) counts.phoneSure++;
  }
  if (NUMBER.test(text) && !date) counts.number++;
  if (MONEY.test(text)) counts.money++;
  if (/^\d{1,9}$/.test(text)) counts.integer++;
  if (/^#\s?\d+$|^(?=.*\d)(?=.*[A-Z])[A-Z\d][A-Z\d/_-]*$/i.test(text)) counts.code++;
  if (/^(?:https?:\/\/|www\.)\S+$/i.test(text)) counts.url++;
  if (/^(?:true|false|yes|no|y|n|si|sim|nao|oui|non|ja|nein|ya|tidak)$/.test(folded)) counts.boolean++;
  if (/^[A-Z]{3}$/.test(text) && readCurrency(text, '', '') !== '') counts.currency++;
  if (readCountry(text) !== '') counts.country++;
  if (ADDRESS.test(text) && !date && !isPhone(text)) counts.address++;
  countWords(text, folded, counts);
}

function countWords(text: string, folded: string, counts: Counts): void {
  if (!/^[\p{L}\p{M}.,'’ -]+$/u.test(text) && !/\p{L}/u.test(text)) return;
  if (isCompany(text)) counts.company++;
  if (isStatusWord(text)) counts.status++;
  const parts = folded.split(/[\s,]+/);
  if (/\d/.test(text)) return;
  if (parts.length >= 2 && parts.length <= 4) counts.words++;
  if (/^\p{Lu}[\p{L}'’-]+,? (?:\p{Lu}[\p{L}'’.-]* ?){1,3}$/u.test(text) && !isCompany(text)) counts.properNames++;
  if (parts.length === 1) counts.word++;
  if (parts.length <= 4 && parts.some((part) => COMMON_GIVEN.has(part))) counts.commonName++;
}

function emptyCounts(): Counts {
  return {
    filled: 0,
    email: 0,
    phone: 0,
    phoneSure: 0,
    date: 0,
    number: 0,
    money: 0,
    integer: 0,
    code: 0,
    country: 0,
    currency: 0,
    company: 0,
    status: 0,
    words: 0,
    properNames: 0,
    word: 0,
    commonName: 0,
    address: 0,
    url: 0,
    boolean: 0,
    distinct: 0,
    length: 0,
  };
}

/** What the cells of a column look like. */
export function profile(cells: readonly Cell[]): Profile {
  const counts = emptyCounts();
  const seen = new Set<string>();
  let letters = 0;
  for (const cell of cells) {
    const text = isDate(cell)
      ? ''
      : typeof cell === 'string'
        ? plain(cell)
        : typeof cell === 'number'
          ? numberText(cell)
          : String(cell);
    if (isDate(cell)) counts.date++;
    else countText(text, counts);
    seen.add(isDate(cell) ? String(cell.getTime()) : text);
    letters += text.length;
  }
  const filled = cells.length;
  const shares = emptyCounts();
  for (const key of Object.keys(counts) as (keyof Profile)[]) shares[key] = filled === 0 ? 0 : counts[key] / filled;
  return {
    ...shares,
    filled,
    distinct: filled === 0 ? 0 : seen.size / filled,
    length: filled === 0 ? 0 : letters / filled,
  };
}
