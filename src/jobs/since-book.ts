import { type ReadBook, writeBook } from '../workbook/pages';
import { type LongProperty, longProperty, readLong, roomOf } from './long-property';
import type { PropertyStore, Services } from './ports';

/** What a sync of changes adds to the book of the last full one: lines to its end, under the stamp that they belong to. */
const SINCE: LongProperty = { name: 'since', parts: 12 };

/** The lines that belong to the book of this stamp. */
export function readSince(properties: PropertyStore, stamp: string): string {
  const text = readLong(properties, SINCE);
  return text.startsWith(`${stamp}\n`) ? text.slice(stamp.length + 1) : '';
}

/**
 * Adds lines, as properties to set, which costs no call of its own; when there is no more room, all of them go into the
 * book, at the cost of one.
 */
export function leaveSince(
  { properties, workbook }: Services,
  stamp: string,
  book: ReadBook,
  since: string,
  text: string,
): Record<string, string> {
  if (text === '') return {};
  const all = `${stamp}\n${since}${text}`;
  if (all.length <= roomOf(SINCE)) return longProperty(properties, SINCE, all);
  writeBook(workbook, 'sync', stamp, book.text + since + text, book);
  return longProperty(properties, SINCE, '');
}
