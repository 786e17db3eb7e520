import type { Column, RowOf, Table } from '../workbook/table';
import { type Duplicate, duplicates, type Person, people } from '../workbook/tables/people';
import type { Zone } from '../workbook/zone';
import { type LongProperty, longProperty, readLong, roomOf } from './long-property';
import { idsIn } from './look';
import { Pass } from './pass';
import type { PropertyStore, Services } from './ports';
import { readWaiting, settleLines } from './waiting-lines';

/** Rows that have not come to their sheets yet, the oldest first: a sync takes them there that has nothing else to do, or is late. */
export interface WaitingRows {
  /** Epoch milliseconds since when. */
  since: number;
  people: Partial<Person>[];
  duplicates: Partial<Duplicate>[];
}

const ROWS: LongProperty = { name: 'waiting-rows', parts: 8 };

const readRows = (properties: PropertyStore): WaitingRows => {
  const text = readLong(properties, ROWS);
  return text === '' ? { since: 0, people: [], duplicates: [] } : (JSON.parse(text) as WaitingRows);
};

/** Lets new rows wait, as properties to set; null when there is no room for them. */
export function letRowsWait(properties: PropertyStore, fresh: WaitingRows): Record<string, string> | null {
  if (fresh.people.length + fresh.duplicates.length === 0) return {};
  const known = readRows(properties);
  const text = JSON.stringify({
    since: known.since || fresh.since,
    people: [...known.people, ...fresh.people],
    duplicates: [...known.duplicates, ...fresh.duplicates],
  } satisfies WaitingRows);
  return text.length <= roomOf(ROWS) ? longProperty(properties, ROWS, text) : null;
}

/** So long may rows and journal lines wait, in milliseconds. */
const PATIENCE = 15 * 60_000;

/** Whether something has waited too long. */
export function isOverdue(properties: PropertyStore, now: number): boolean {
  const [line] = readWaiting(properties);
  const { since } = readRows(properties);
  return Math.min(since || now, line?.time ?? now) <= now - PATIENCE;
}

/** Takes everything that waits to its sheet, if that is there; what is there already is not written again. */
export function settle(services: Services, zone: () => Zone): void {
  const { properties, workbook } = services;
  const waiting = readRows(properties);
  const there = [people, duplicates].every(({ sheet }) => workbook.extent(sheet) > 0);
  if (there && waiting.people.length + waiting.duplicates.length > 0) {
    const pass = new Pass(services, zone(), false, Number.POSITIVE_INFINITY);
    settleRows(services, pass, zone(), people, waiting.people);
    settleRows(services, pass, zone(), duplicates, waiting.duplicates);
    workbook.flush();
    properties.setAll(longProperty(properties, ROWS, ''));
  }
  settleLines(services, zone);
}

function settleRows<C extends Record<string, Column>>(
  { workbook }: Services,
  pass: Pass,
  zone: Zone,
  table: Table<C>,
  rows: readonly Partial<RowOf<C>>[],
): void {
  if (rows.length === 0) return;
  const read = pass.readTop(table, 0);
  const position = read.positions.get(table.key);
  if (position === undefined) return;
  const known = new Set(idsIn(workbook.readColumn(table.sheet, position), zone));
  pass.insert(
    table,
    read,
    rows.filter((row) => !known.has(String(row[table.key]))),
  );
}
