import { writeBook } from '../workbook/pages';
import { type LongProperty, longProperty, readLong, roomOf } from './long-property';
import type { PropertyStore, Services } from './ports';
import { type PackedRow, packRow, parseQueue, type QueueRow, readEdition, spellQueue, unpackRow } from './queue';

/** What has changed since the book of the queue was written: whoever writes into `followed-up` adds to it. */
export interface News {
  /** Edition of the book; `''` while there is none, and everything has to be read. */
  stamp: string;
  /** Grows with each change; what happened up to {@link from} stands in the book. */
  seq: number;
  from: number;
  /** Rows put in on top since the book was written. */
  shift: number;
  /** Proposals that are new since then, by the follow-ups that they name. */
  pairs: Record<string, number>;
  /** By id, the oldest first: the row as it is now, null when it is gone. */
  rows: Map<string, { seq: number; row: QueueRow | null }>;
}

const QUEUE: LongProperty = { name: 'queue', parts: 12 };

const NONE = { stamp: '', seq: 0, from: 0, shift: 0, pairs: {} };

type Line = [seq: number, row: PackedRow | string];

export function readNews(properties: PropertyStore): News {
  const rows: News['rows'] = new Map();
  try {
    const [head, ...lines] = JSON.parse(`[${readLong(properties, QUEUE)}]`) as [Omit<News, 'rows'>?, ...Line[]];
    for (const [seq, packed] of lines) {
      const row = typeof packed === 'string' ? null : unpackRow(packed);
      rows.set(row?.id ?? (packed as string), { seq, row });
    }
    return { ...NONE, ...head, rows };
  } catch {
    return { ...NONE, rows };
  }
}

function spellNews({ rows, ...head }: News): string {
  const lines = [...rows].map(([id, { seq, row }]): Line => [seq, row ? packRow(row) : id]);
  return [head, ...lines].map((line) => JSON.stringify(line)).join(',');
}

/** News of a book that has just been written; of none, when the stamp is `''`. */
export const freshNews = (properties: PropertyStore, stamp: string): Record<string, string> =>
  stamp === '' && readNews(properties).stamp === ''
    ? {}
    : longProperty(properties, QUEUE, spellNews({ ...NONE, stamp, rows: new Map() }));

/** Changes of follow-ups, as they stand after them. */
export interface Told {
  rows: readonly QueueRow[];
  /** Ids that are no longer in the sheet. */
  gone?: readonly string[];
  /** Rows put in on top. */
  inserted?: number;
  /** Follow-ups that new proposals name. */
  paired?: readonly string[];
}

/**
 * Adds what has changed to the news, as properties to set; nothing when there is no book to keep up. News that no longer
 * fit go into the book, which costs two calls.
 */
export function tellNews(services: Services, told: Told): Record<string, string> {
  const news = readNews(services.properties);
  const { rows, gone = [], inserted = 0, paired = [] } = told;
  if (news.stamp === '' || rows.length + gone.length + inserted + paired.length === 0) return {};
  news.seq++;
  news.shift += inserted;
  for (const id of paired) news.pairs[id] = (news.pairs[id] ?? 0) + 1;
  for (const row of rows) put(news, row.id, { ...row, at: row.at - news.shift });
  for (const id of gone) put(news, id, null);
  if (spellNews(news).length <= roomOf(QUEUE)) return longProperty(services.properties, QUEUE, spellNews(news));
  return longProperty(services.properties, QUEUE, spellNews(intoBook(services, news)));
}

function put({ rows, seq }: News, id: string, row: QueueRow | null): void {
  rows.delete(id);
  rows.set(id, { seq, row });
}

/** Writes the news into the book; when that is not there any more, the queue is given up until the next full sync. */
function intoBook({ workbook }: Services, news: News): News {
  const book = readEdition(workbook, 'queue', news.stamp);
  if (!book) return { ...NONE, rows: new Map() };
  const { head, rows } = parseQueue(book.text);
  const text = spellQueue(newest(rows, news), { ...head, pairs: pairsWith(head.pairs, news) });
  writeBook(workbook, 'queue', news.stamp, text, book);
  return { ...news, from: news.seq, pairs: {}, rows: new Map() };
}

/** The rows of the book, with those of the news in place of their former selves; where they stood when it was written. */
export function newest(rows: readonly QueueRow[], { rows: news }: News): QueueRow[] {
  const known = new Set<string>();
  const all = rows.flatMap((row) => {
    known.add(row.id);
    const later = news.get(row.id);
    return later ? (later.row ?? []) : row;
  });
  for (const [id, { row }] of news) if (row && !known.has(id)) all.push(row);
  return all;
}

/** How many proposals name each follow-up. */
export function pairsWith(pairs: Record<string, number>, news: News): Record<string, number> {
  const all = { ...pairs };
  for (const [id, count] of Object.entries(news.pairs)) all[id] = (all[id] ?? 0) + count;
  return all;
}
