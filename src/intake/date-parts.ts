import { monthOf } from './months';
import { fold } from './text';

/** Three numbers of a date in the order they are written, before it is known which is the day. */
export interface DateParts {
  /** `dm`: two numbers and a year, day and month in doubt; the others are settled by how they are written. */
  kind: 'dm' | 'ymd' | 'named';
  first: number;
  second: number;
  year: number;
  yearDigits: number;
}

const NUMERIC = /^(\d{1,4})\s?([-/.\s\u5e74])\s?(\d{1,2})\s?[-/.\s\u6708]\s?(\d{1,4})\u65e5?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const WEEKDAY =
  /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun|lun|mar|mer|mie|jeu|jue|ven|vie|sam|sab|dim|dom|gio|mo|di|mi|do|fr|sa|so|seg|ter|qua|qui|sex|sen|sel|rab|kam|jum|min)[a-z]*(?:-feira)?[.,]?\s+(?=\d|[a-z]{3})/;

function numeric(text: string): DateParts | null {
  const compact = COMPACT.exec(text);
  if (compact !== null) {
    const year = Number(compact[1]);
    if (year < 1900 || year > 2099) return null;
    return { kind: 'ymd', year, yearDigits: 4, first: Number(compact[2]), second: Number(compact[3]) };
  }
  const found = NUMERIC.exec(text);
  if (found === null) return null;
  const [, a, , b, c] = found;
  if (a.length >= 3)
    return a.length === 4 && c.length <= 2
      ? { kind: 'ymd', year: Number(a), yearDigits: 4, first: Number(b), second: Number(c) }
      : null;
  if (c.length === 3 || c.length === 1) return null;
  return { kind: 'dm', first: Number(a), second: Number(b), year: Number(c), yearDigits: c.length };
}

function wordsOf(text: string): string[] {
  return text
    .replace(/(\d)(?:st|nd|rd|th|er|o|º|ª|\.)(?=[\s,.-]|$)/g, '$1')
    .replace(/\b(?:de|del|do|of|the|den|di|le|el|tanggal|tgl)\b/g, ' ')
    .split(/[\s,./'’-]+|(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)/)
    .filter((word) => word !== '');
}

function named(text: string): DateParts | null {
  const all = wordsOf(text);
  // "mar" is Tuesday before a month ("mar 5 marzo 2024") and March otherwise.
  const words = all.length === 4 ? wordsOf(text.replace(WEEKDAY, '')) : all;
  const at = words.findIndex((word) => monthOf(word) > 0);
  if (at < 0 || words.length !== 3) return null;
  const month = monthOf(words[at]);
  const numbers = words.filter((_, index) => index !== at);
  if (!numbers.every((word) => /^\d{1,4}$/.test(word))) return null;
  const yearFirst = numbers[0].length === 4;
  const [day, year] = yearFirst ? [numbers[1], numbers[0]] : numbers;
  if (day.length > 2 || (year.length !== 2 && year.length !== 4)) return null;
  return { kind: 'named', first: month, second: Number(day), year: Number(year), yearDigits: year.length };
}

/** The numbers of a date's text (without its time); `null` where it is no date of three parts. */
export function dateParts(text: string): DateParts | null {
  if (/^\p{L}+[.,]?\s+\d{1,4}[-/.]/u.test(text)) return dateParts(text.replace(/^\p{L}+[.,]?\s+/u, ''));
  return /^[\d\s/.\u5e74\u6708\u65e5-]+$/.test(text) ? numeric(text) : named(fold(text));
}
