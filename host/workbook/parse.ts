import type { Locale } from './locale';
import { parseDateText } from './parse-date';

/** What Sheets makes of text typed into a cell. `value` is what getValue answers (a date as its serial number). */
export interface Typed {
  value: string | number | boolean | null;
  formula?: string;
  /** Number format that the typing itself sets in a cell without one. */
  format?: string;
}

const SYMBOL = /^([$€£¥₹])\s*|\s*([$€£¥₹])$/;
/** What a number looks like with the locale's marks. */
const NUMBERS: Record<Locale['decimal'], RegExp> = {
  '.': /^(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d*)?(?:[eE][-+]?\d{1,3})?$/,
  ',': /^(?:\d+|\d{1,3}(?:\.\d{3})+)?(?:,\d*)?(?:[eE][-+]?\d{1,3})?$/,
};

/**
 * Reads `text` as a person's typing is read (Google: setValues "parses as if typed"; Sheets API `USER_ENTERED`).
 * A leading apostrophe makes text of anything and is swallowed; a leading `=`, and `+` or `-` before what is no number, make a formula.
 */
export function parseTyped(text: string, locale: Locale, todaySerial: number): Typed {
  if (text === '') return { value: null };
  const first = text.charCodeAt(0);
  if (first === 39) return { value: text.slice(1) };
  if (first === 61 && text.length > 1) return parseFormula(text);
  const trimmed = text.trim();
  if (trimmed === '') return { value: text };
  const upper = trimmed.length <= 5 ? trimmed.toUpperCase() : '';
  if (upper === 'TRUE' || upper === 'FALSE') return { value: upper === 'TRUE' };
  const sign = first === 43 || first === 45;
  if (!canBeNumberOrDate(trimmed)) return sign ? signed(text) : { value: text };
  const number = parseNumberText(trimmed, locale);
  if (number) return number;
  const date = parseDateText(trimmed, locale, todaySerial);
  if (date) return date;
  return sign ? signed(text) : { value: text };
}

const MONTH_FIRST = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/** Most cells of a table are names and addresses: they are told by their first letter, before any costly expression is tried. */
function canBeNumberOrDate(text: string): boolean {
  if (text.length > 40) return false;
  const first = text.charCodeAt(0);
  if (first >= 48 && first <= 57) return true;
  const letter = (first >= 65 && first <= 90) || (first >= 97 && first <= 122);
  return letter ? MONTH_FIRST.test(text) && /\d/.test(text) : /\d/.test(text);
}

/** `+1 555…` and `-note`: Sheets puts `=` before it and finds no formula there. */
function signed(text: string): Typed {
  if (text.length === 1 || /^[-+]+\s*$/.test(text)) return { value: text };
  return parseFormula(`=${text}`);
}

/** A link with a literal label: what it shows needs no calculation. */
const HYPERLINK = /^=\s*HYPERLINK\(\s*"(?:[^"]|"")*"\s*[,;]\s*"((?:[^"]|"")*)"\s*\)\s*$/i;

/**
 * Formulas are kept as text and not calculated, except sums and differences of plain numbers, because `+1-555-0100` typed into a
 * cell becomes such a sum. What cannot be a formula at all (two numbers side by side) is `#ERROR!`, as in Sheets.
 */
export function parseFormula(formula: string): Typed {
  const link = HYPERLINK.exec(formula);
  if (link) return { value: link[1].replace(/""/g, '"'), formula };
  const body = formula.slice(1).replace(/\s+/g, ' ').trim();
  if (/^[-+\d. ]+$/.test(body)) {
    if (/\d \d|[-+] *$|\.\d*\./.test(body)) return { value: '#ERROR!', formula };
    const terms = body.replace(/ /g, '').match(/[-+]*\d*\.?\d+/g) ?? [];
    if (terms.join('') !== body.replace(/ /g, '')) return { value: '#ERROR!', formula };
    const sum = terms.reduce((total, term) => {
      const minus = (term.match(/-/g) ?? []).length % 2 === 1;
      const size = Number(term.replace(/[-+]/g, ''));
      return total + (minus ? -size : size);
    }, 0);
    return { value: sum, formula };
  }
  if (/^[-+]/.test(body) && (/\d[ (]+[\d(]/.test(body) || /\)\s*\d/.test(body))) return { value: '#ERROR!', formula };
  if (/^[-+]\s*[\p{L}_]+$/u.test(body)) return { value: '#NAME?', formula };
  if (/^[-+].*[\p{L}_@] [\p{L}\d_]/u.test(body)) return { value: '#ERROR!', formula };
  return { value: null, formula };
}

/** Numbers with groups, decimals, sign, brackets for less than nothing, per cent, currency or a power of ten. */
function parseNumberText(text: string, locale: Locale): Typed | null {
  if (/^\d{1,15}$/.test(text)) return { value: Number(text) };
  let rest = text;
  let negative = false;
  const brackets = /^\((.*)\)$/.exec(rest);
  if (brackets) {
    negative = true;
    rest = brackets[1].trim();
  }
  const sign = /^([-+])\s*/.exec(rest);
  if (sign) {
    if (brackets) return null;
    negative = sign[1] === '-';
    rest = rest.slice(sign[0].length);
  }
  const symbol = SYMBOL.exec(rest);
  if (symbol) rest = rest.replace(symbol[0], '');
  const afterSymbol = /^-/.exec(rest);
  if (symbol && afterSymbol && !negative) {
    negative = true;
    rest = rest.slice(1);
  }
  const percent = /\s*%$/.exec(rest);
  if (percent) rest = rest.slice(0, -percent[0].length);
  const value = plainNumber(rest, locale);
  if (value === null) return null;
  const decimals = (rest.split(locale.decimal)[1] ?? '').length;
  const signedValue = negative ? -value : value;
  if (percent) return symbol ? null : { value: signedValue / 100, format: decimals ? '0.00%' : '0%' };
  if (symbol) {
    const mark = symbol[1] ?? symbol[2];
    const digits = decimals ? '#,##0.00' : '#,##0';
    return {
      value: signedValue,
      format: mark === '$' ? `"$"${digits}` : symbol[1] ? `[$${mark}]${digits}` : `${digits}[$${mark}]`,
    };
  }
  if (/e/i.test(rest)) return { value: signedValue, format: '0.00E+00' };
  return rest.includes(locale.group)
    ? { value: signedValue, format: decimals ? '#,##0.00' : '#,##0' }
    : { value: signedValue };
}

function plainNumber(text: string, locale: Locale): number | null {
  if (!NUMBERS[locale.decimal].test(text) || !/^[^eE]*\d/.test(text)) return null;
  const value = Number(text.split(locale.group).join('').replace(',', '.'));
  return Number.isFinite(value) ? value : null;
}
