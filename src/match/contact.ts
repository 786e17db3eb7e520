import type { Interned } from './columns';
import { digits } from './text';

/** Several values of one cell. */
export function split(cell: string): string[] {
  return cell.indexOf('\n') < 0 ? [cell] : cell.split('\n');
}

/** What two ways of writing a phone have in common: its digits without leading zeros. `''` for fewer than seven, which is no whole number. */
export function phoneKey(phone: string): string {
  const key = digits(phone).replace(/^0+/, '');
  return key.length < 7 ? '' : key;
}

/** An e-mail in lower case; `''` where it cannot be one. */
export function emailKey(email: string): string {
  const key = email.trim().toLowerCase();
  return /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(key) ? key : '';
}

/** For each id of a column: the keys that its cell holds, each once. */
export function keysOf(column: Interned, toKey: (text: string) => string): string[][] {
  return column.texts.map((cell) => [...new Set(split(cell).map(toKey))].filter((key) => key !== ''));
}

/** Whether two lists of keys have one in common. */
export function shareKey(a: readonly string[], b: readonly string[]): boolean {
  return a.some((key) => b.includes(key));
}
