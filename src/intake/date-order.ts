import { splitClock } from './date-clock';
import { dateParts } from './date-parts';
import { plain } from './text';

/** Order in which a column writes day and month; `''`: nothing shows it. */
export type DayOrder = 'DMY' | 'MDY' | 'YMD' | '';

/** What the cells of one column show about its day order. */
export interface OrderVote {
  /** Cells that can only be day first, only month first, and either. */
  dayFirst: number;
  monthFirst: number;
  yearFirst: number;
  open: number;
  /** One cell that shows it, for the person who asks why. */
  example: string;
}

/** A vote with no cells counted yet. */
export function emptyVote(): OrderVote {
  return { dayFirst: 0, monthFirst: 0, yearFirst: 0, open: 0, example: '' };
}

/** Adds a cell's text, which stands `times` times in the column, to a vote. */
export function countOrder(vote: OrderVote, cell: string, times = 1): void {
  const text = plain(cell);
  if (text.length < 6 || text.length > 40) return;
  const parts = dateParts(splitClock(text).rest);
  if (parts === null || parts.kind !== 'dm') return;
  const { first, second, yearDigits } = parts;
  const show = (side: 'dayFirst' | 'monthFirst'): void => {
    vote[side] += times;
    if (vote.example === '') vote.example = cell;
  };
  if (first > 31 && yearDigits === 2) vote.yearFirst += times;
  else if (first > 12 && first <= 31 && second <= 12) show('dayFirst');
  else if (second > 12 && second <= 31 && first <= 12) show('monthFirst');
  else if (first <= 12 && second <= 12 && first !== second) vote.open += times;
}

/** What a vote decides. `clean` is false where cells speak against each other: then an open cell stays doubtful. */
export function decideOrder(vote: OrderVote): { order: DayOrder; clean: boolean } {
  const { dayFirst, monthFirst, yearFirst } = vote;
  if (yearFirst > 0 && yearFirst >= dayFirst + monthFirst)
    return { order: 'YMD', clean: dayFirst + monthFirst === 0 || yearFirst > 0 };
  if (dayFirst === 0 && monthFirst === 0) return { order: '', clean: true };
  return { order: dayFirst >= monthFirst ? 'DMY' : 'MDY', clean: dayFirst === 0 || monthFirst === 0 };
}

const MONTH_FIRST = /^(?:US|PH|FM|GU|PR|PW|AS|MP|VI)$/;

/** The order people of a country write; `''` where both are common (Canada) or no country is known. */
export function usualOrder(country: string): DayOrder {
  if (country === '' || country === 'CA') return '';
  if (/^(?:CN|JP|KR|TW|HU|MN|LT)$/.test(country)) return 'YMD';
  return MONTH_FIRST.test(country) ? 'MDY' : 'DMY';
}
