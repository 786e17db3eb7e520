import { isTransient } from '../errors';
import type { WorkbookPort } from './port';

/** The hidden sheet that holds what is cached: one column for each book. It may be deleted at any time. */
export const PAGES_SHEET = 'crm-cache';

/** Every book, by its column: A, B, … Names are never taken out, so that a column never changes its meaning. */
export const BOOKS = ['sync', 'queue', 'search'] as const;
export type Book = (typeof BOOKS)[number];

/** Letters of text in one page: a cell holds 50,000 at Google and 32,767 in an .xlsx file; the mark takes some. */
export const PAGE_LETTERS = 32_000;

/** FNV-1a over UTF-16 units, in base 36: finds any accident, and keeps out nobody who means it. */
export function sumOfText(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** A page as its cell holds it: `P<number><+ or .> <stamp> <sum> <text>`, the letter first, so that Sheets takes it for text. */
const MARK = /^P(\d+)([+.]) (\S+) (\S+) /;

function pagesOf(text: string, stamp: string): string[] {
  const pages: string[] = [];
  let start = 0;
  do {
    let end = Math.min(start + PAGE_LETTERS, text.length);
    // The two halves of a letter beyond the 16-bit ones stay together: alone, a cell would not keep them.
    if (end < text.length && /[\uD800-\uDBFF]/.test(text[end - 1])) end--;
    const part = text.slice(start, end);
    const number = pages.length + 1;
    const more = end < text.length ? '+' : '.';
    pages.push(`P${number}${more} ${stamp} ${sumOfText(`${number}${more}${stamp} ${part}`)} ${part}`);
    start = end;
  } while (start < text.length);
  return pages;
}

/** A book as it was read: its stamp and text, and the cells, so that writing it again touches what differs only. */
export interface ReadBook {
  stamp: string;
  text: string;
  cells: readonly string[];
}

/** Puts pages together; null when any of them is missing, damaged, or of another edition. */
function bind(cells: readonly string[]): ReadBook | null {
  let text = '';
  let stamp = '';
  for (let index = 0; index < cells.length; index++) {
    const mark = MARK.exec(cells[index]);
    if (!mark || Number(mark[1]) !== index + 1) return null;
    const part = cells[index].slice(mark[0].length);
    if (index > 0 && mark[3] !== stamp) return null;
    stamp = mark[3];
    if (sumOfText(`${mark[1]}${mark[2]}${stamp} ${part}`) !== mark[4]) return null;
    text += part;
    if (mark[2] === '.') return { stamp, text, cells: cells.slice(0, index + 1) };
  }
  return null;
}

/**
 * Reads a book in one call; null when it is not there or does not hold together: then it has to be made anew.
 */
export function readBook(port: WorkbookPort, book: Book): ReadBook | null {
  if (port.sheetId(PAGES_SHEET) === null) return null;
  return bind(port.readColumn(PAGES_SHEET, BOOKS.indexOf(book) + 1).map(String));
}

/**
 * Writes a book: one call for the pages that differ from `former`, which are few where text was put to its end. Tabs and
 * line feeds are kept; other control characters and carriage returns are not, so leave them out.
 * @param stamp what the book was made from, without spaces; another stamp makes every page another one
 */
export function writeBook(port: WorkbookPort, book: Book, stamp: string, text: string, former: ReadBook | null): void {
  if (port.sheetId(PAGES_SHEET) === null) port.createSheet(PAGES_SHEET, port.sheetNames().length, true);
  const pages = pagesOf(text, stamp);
  let first = 0;
  while (former && first < pages.length && pages[first] === former.cells[first]) first++;
  // What stood behind a shorter text is left there: the page that ends the book says so.
  const changed = pages.slice(first);
  if (changed.length === 0) return;
  const cells = changed.map((page) => [page]);
  const write = () => port.writeBlock(PAGES_SHEET, first + 1, BOOKS.indexOf(book) + 1, cells);
  try {
    write();
  } catch (error) {
    // Nobody works in this sheet, so the same cells may be written twice.
    if (!isTransient(error)) throw error;
    write();
  }
}
