import { type Book, type ReadBook, readBook } from '../workbook/pages';
import type { WorkbookPort } from '../workbook/port';
import type { CellValue } from '../workbook/table';
import type { FollowUp } from '../workbook/tables/followed-up';
import { revisionOf } from './revision';

/** Columns of a follow-up that lists, counts and searches need, those that are seldom filled last. */
const FIELDS = [
  'id',
  'name',
  'phone',
  'email',
  'reference',
  'kind',
  'status',
  'pipeline',
  'owner',
  'source',
  'state',
  'due',
  'deadline',
  'opened',
  'amount',
  'currency',
  'score',
  'personId',
  'company',
  'nextDate',
  'nextStep',
  'priority',
  'contactedAt',
  'touchedAt',
  'stageSince',
  'tries',
  'triedAt',
  'snoozedUntil',
  'remindedAt',
  'reminders',
  'escalation',
  'reason',
  'corrected',
] as const satisfies readonly (keyof FollowUp)[];

type Field = (typeof FIELDS)[number];

/** Columns of few different words: a number stands for each. */
const WORDS: ReadonlySet<string> = new Set<Field>([
  ...(['kind', 'status', 'pipeline', 'owner', 'source', 'state', 'currency', 'nextStep', 'priority'] as const),
]);

const TIMES: ReadonlySet<string> = new Set<Field>([
  ...(['due', 'deadline', 'opened', 'contactedAt', 'touchedAt'] as const),
  ...(['stageSince', 'triedAt', 'snoozedUntil', 'remindedAt'] as const),
]);

const NUMBERS: ReadonlySet<string> = new Set<Field>(['amount', 'score', 'tries', 'reminders', 'escalation']);

/** Times are kept in seconds since then. */
const EPOCH = Date.UTC(2025, 0, 1);

/** A follow-up as the queue knows it: what the lists show, its revision, and where it stood. */
export interface QueueRow extends Pick<FollowUp, Field> {
  rev: string;
  /** 1-based row in which it was last seen: a hint, since people sort, insert and delete. */
  at: number;
  /** It stands in the archive. */
  archived?: true;
}

/** What the head of the book says beside the rows. */
export interface QueueHead {
  /** Words by their number. */
  words: string[];
  /** Proposals that wait for a decision: how many name a follow-up, and how many there are. */
  pairs: Record<string, number>;
  waiting: number;
}

/** A {@link QueueRow} as it is kept: revision, row, and the fields in their order. */
export type PackedRow = (string | number)[];

/** The part of a follow-up that the queue knows. */
export function queueRowOf(row: FollowUp, at: number): QueueRow {
  const kept = Object.fromEntries(FIELDS.map((name) => [name, row[name]])) as Pick<FollowUp, Field>;
  return { ...kept, rev: revisionOf(row), at };
}

/** Packs a row; words that stand in `words` become numbers. */
export function packRow(row: QueueRow, words: ReadonlyMap<string, number> = new Map()): PackedRow {
  const packed: PackedRow = [row.rev, row.at];
  for (const name of FIELDS) packed.push(packCell(name, row[name], words));
  while (packed[packed.length - 1] === '') packed.pop();
  return packed;
}

function packCell(name: Field, value: CellValue, words: ReadonlyMap<string, number>): string | number {
  if (value === null || value === '') return '';
  if (WORDS.has(name)) return words.get(value as string) ?? (value as string);
  return TIMES.has(name) ? Math.round(((value as number) - EPOCH) / 1000) : (value as string | number);
}

/** A row without anything: each row begins as a copy, so that all have one shape, which makes them quick. */
const BLANK = {
  ...{ rev: '', at: 0 },
  ...Object.fromEntries(FIELDS.map((name) => [name, TIMES.has(name) || NUMBERS.has(name) ? null : ''])),
} as unknown as QueueRow;

const IS_TIME = FIELDS.map((name) => TIMES.has(name));
const IS_WORD = FIELDS.map((name) => WORDS.has(name));

export function unpackRow(packed: PackedRow, words: readonly string[] = []): QueueRow {
  const row = { ...BLANK, rev: packed[0] as string, at: packed[1] as number };
  const cells: Record<string, unknown> = row as QueueRow & Record<string, unknown>;
  for (let place = 2; place < packed.length; place++) {
    const cell = packed[place];
    if (cell === '') continue;
    const name: string = FIELDS[place - 2];
    if (typeof cell === 'string') cells[name] = cell;
    else if (IS_TIME[place - 2]) cells[name] = cell * 1000 + EPOCH;
    else cells[name] = IS_WORD[place - 2] ? words[cell] : cell;
  }
  return row;
}

/** The text of a book: the head, then a row a line. */
export function spellQueue(rows: readonly QueueRow[], counts: Omit<QueueHead, 'words'>): string {
  const words = new Map<string, number>();
  for (const row of rows) {
    for (const name of WORDS) {
      const word = row[name as Field] as string;
      if (word !== '' && !words.has(word)) words.set(word, words.size);
    }
  }
  const head: QueueHead = { ...counts, words: [...words.keys()] };
  return [head, ...rows.map((row) => packRow(row, words))].map((line) => JSON.stringify(line)).join(',\n');
}

/** @throws SyntaxError when the text is none of ours */
export function parseQueue(text: string): { head: QueueHead; rows: QueueRow[] } {
  const [head, ...packed] = JSON.parse(`[${text}]`) as [QueueHead, ...PackedRow[]];
  return { head, rows: packed.map((one) => unpackRow(one, head.words)) };
}

/** The book of that edition; null when there is none. One call. */
export function readEdition(workbook: WorkbookPort, book: Book, stamp: string): ReadBook | null {
  const read = readBook(workbook, book);
  return read?.stamp === stamp ? read : null;
}
