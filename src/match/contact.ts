import type { Interned } from './intern';
import { digits } from './text';

/** What two ways of writing a phone have in common: its digits without leading zeros. `''` for fewer than seven, which is no whole number. */
export function phoneKey(phone: string): string {
  const key = /^[1-9]\d*$/.test(phone) ? phone : digits(phone).replace(/^0+/, '');
  return key.length < 7 ? '' : key;
}

/** An e-mail in lower case; `''` where it cannot be one. */
export function emailKey(email: string): string {
  const key = email.trim().toLowerCase();
  return /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(key) ? key : '';
}

/** The keys that a cell holds, each once. */
export function keysIn(cell: string, toKey: (text: string) => string): string[] {
  if (cell.indexOf('\n') >= 0) return [...new Set(cell.split('\n').map(toKey))].filter((key) => key !== '');
  const key = toKey(cell);
  return key === '' ? [] : [key];
}

/** For each id of a column: the keys that its cell holds, each once. */
export function keysOf(column: Interned, toKey: (text: string) => string): string[][] {
  return column.texts.map((cell) => keysIn(cell, toKey));
}

/** Whether two lists of keys have one in common. */
export function shareKey(a: readonly string[], b: readonly string[]): boolean {
  return a.some((key) => b.includes(key));
}
