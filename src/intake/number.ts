import { doubt, type Reading, read } from './reading';
import { plain, saysNothing } from './text';

/** Which sign stands before the decimals in a column: `''` where nothing shows it. */
export type DecimalSign = '.' | ',' | '';

const NOTHING: Reading<number | null> = read(null);
const SPACES = /(?<=\d)[\s\u00a0\u202f'’`´_](?=\d)/g;

const UNREADABLE = doubt('number-unreadable', 'This is no number.', 'Write the number in digits.');
const AMBIGUOUS = doubt(
  'number-ambiguous',
  'It is not clear whether the sign marks thousands or decimals, and no other cell of the column shows it.',
  'Write the number without a sign between the thousands, or with two decimals.',
);

/** The digits, points and commas of a number, with its sign, percent and negative forms taken off; `null` where there is no one number. */
interface Bare {
  digits: string;
  negative: boolean;
  percent: boolean;
}

function bare(text: string): Bare | null {
  const negative =
    /^\(.*\)$/.test(text) ||
    /^[^\d(]*[-\u2212\u2013]/.test(text) ||
    /\d\s*[-\u2212]$/.test(text) ||
    /\d\s*(?:cr|cr\.)$/i.test(text);
  const found = text.replace(SPACES, '').match(/\d[\d.,]*|[.,]\d+/g);
  if (found === null || found.length !== 1) return null;
  return { digits: found[0].replace(/[.,]+$/, ''), negative, percent: text.includes('%') };
}

const POINT = /^[^\d.,]{0,3}(?:\d{1,3}(?:,\d{3})*|\d+)\.(?:\d{1,2}|\d{4,})$/;

/** What the signs of one number show beyond doubt about the column's decimal sign. */
export function decimalEvidence(text: string): DecimalSign {
  if (POINT.test(text)) return '.';
  const digits = text.length > 80 ? undefined : bare(plain(text))?.digits;
  if (digits === undefined) return '';
  const point = digits.lastIndexOf('.');
  const comma = digits.lastIndexOf(',');
  if (point >= 0 && comma >= 0) return point > comma ? '.' : ',';
  if (point < 0 && comma < 0) return '';
  const sign = point >= 0 ? '.' : ',';
  const other = sign === '.' ? ',' : '.';
  const groups = digits.split(sign);
  if (groups.length > 2) return other;
  return groups[1].length === 3 && /^[1-9]\d{0,2}$/.test(groups[0]) ? '' : sign;
}

const GROUPED = /^\d{1,3}(?:[.,]\d{3})+$|^\d{1,2}(?:,\d{2})*,\d{3}$/;

function toNumber(digits: string, decimal: '.' | ','): number | null {
  const at = digits.lastIndexOf(decimal);
  const whole = at < 0 ? digits : digits.slice(0, at);
  const fraction = at < 0 ? '' : digits.slice(at + 1);
  if (/[.,]/.test(fraction)) return null;
  if (/[.,]/.test(whole) && !GROUPED.test(whole)) return null;
  return Number(`${whole.replace(/[.,]/g, '') || '0'}.${fraction || '0'}`);
}

/**
 * A number with whatever signs people put around it: 1.234,50 · 1,234.50 · 1,23,456.00 · 1'234.50 · (12.00) · 12- · 15 %.
 * `decimal` is what the column shows; where it shows nothing and the number can be read two ways, it is left out and marked.
 */
export function readNumber(cell: string, decimal: DecimalSign): Reading<number | null> {
  const text = plain(cell);
  if (/^-?\d{1,15}$/.test(text)) return read(Number(text) + 0);
  if (saysNothing(text)) return NOTHING;
  const scientific = /^[+-]?\d(?:[.,]\d+)?e[+-]?\d{1,2}$/i.test(text);
  if (scientific) return read(Number(text.replace(',', '.')), 'scientific notation read');
  const parts = text.length > 80 ? null : bare(text);
  if (parts === null) return read(null, '', [UNREADABLE]);
  const own = decimalEvidence(parts.digits);
  if (own === '' && decimal === '' && /[.,]/.test(parts.digits)) return read(null, '', [AMBIGUOUS]);
  const value = toNumber(parts.digits, own || decimal || '.');
  if (value === null || !Number.isFinite(value)) return read(null, '', [UNREADABLE]);
  const size = parts.percent ? Number((value / 100).toPrecision(15)) : value;
  return read(parts.negative && size !== 0 ? -size : size, parts.percent ? 'percent read as a share' : '');
}

/** The decimal sign that a column shows, with the number of cells on each side. */
export interface DecimalVote {
  sign: DecimalSign;
  points: number;
  commas: number;
}

/** Counts what the cells of a column show. Signs against each other leave the column undecided unless one has 95 % of them. */
export function voteDecimal(texts: Iterable<string>): DecimalVote {
  let points = 0;
  let commas = 0;
  for (const text of texts) {
    const sign = decimalEvidence(text);
    if (sign === '.') points++;
    else if (sign === ',') commas++;
  }
  const share = points / (points + commas || 1);
  return { sign: points + commas === 0 ? '' : share >= 0.95 ? '.' : share <= 0.05 ? ',' : '', points, commas };
}
