import { idOfSeal, noticeEdits } from '../followup/notice';
import type { Cell } from '../types';
import { sumOfText } from '../workbook/pages';
import { readRows, readTable } from '../workbook/read-table';
import type { Table } from '../workbook/table';
import { archive } from '../workbook/tables/archive';
import { type FollowUp, followedUp } from '../workbook/tables/followed-up';
import { activity, type ImportLine, importLog, needsFixing } from '../workbook/tables/logs';
import { duplicates, people } from '../workbook/tables/people';
import { Zone } from '../workbook/zone';
import { CHUNK, sumOfRow, sumOfSums } from './kept';
import { joined, readMarks, type Span } from './marks';
import type { PropertyStore, Services } from './ports';
import { CONFIGURED } from './state';

/** What a finished sync remembers of how it left the workbook: small, in one property. */
export interface Synced {
  /** Edition of the book that belongs to it. */
  stamp: string;
  /** Zone of the workbook. */
  zone: string;
  /** Epoch milliseconds of the last full reconcile. */
  at: number;
  /** Last row of each source, and the check sums of its rows by thousands. */
  sources: Record<string, { rows: number; sums: string[] }>;
  /** `followed-up`: its last row, its header row, and where its columns stand. */
  followed: number;
  header: number;
  positions: Record<string, number>;
  /** Check sums of the sheets of the configuration. */
  configured: Record<string, string>;
  /** Minutes until the next reading. */
  every: number;
  /** How many follow-ups each member of staff holds, by reminder state: `state owner`. */
  held: Record<string, number>;
  counts: { people: number; cases: number; complaints: number; proposals: number };
  /** Lines of `import-log` that wait for others to be written with. */
  lines: ImportLine[];
  /** Since when `needs-fixing` lacks something that no person waits for; 0 when it does not. */
  complaintsSince: number;
}

const KEY = 'synced';

export function readSynced(properties: PropertyStore): Synced | null {
  const text = properties.get(KEY);
  return text ? (JSON.parse(text) as Synced) : null;
}

/** The property by which the next sync knows where it stands; null: it has to look at everything. */
export const syncedProperty = (synced: Synced | null) => ({ [KEY]: synced ? JSON.stringify(synced) : '' });

/** Rows read of a source, by row. */
export type Rows = Map<number, Cell[]>;

/** What may have changed since the last sync. */
export interface Changes {
  synced: Synced;
  /** Of each source that was looked at: the rows read, and its last row. */
  sources: Map<string, { rows: Rows; last: number }>;
  /** Rows of `followed-up` in which a person may have typed. */
  followed: Span[];
}

/** What nobody waits for is written together with what comes within half an hour. */
const WAIT = 30 * 60_000;

export const isLate = (since: number, now: number) => since > 0 && now - since >= WAIT;

/** Hours after which everything is read once more, at night; and at any time. */
const NIGHTLY = 18;
const DAILY = 26;

/** Rows of a source read again before its new ones: they show whether the rows above were moved. */
export const OVERLAP = 20;

/** Rows of `followed-up` looked at in a sync that has nothing else to do: typing that no event told of shows by its seal. */
const LOOKED_AT = 500;

/** The sheets that a sync of changes writes to, most of them without having read them. */
const WRITTEN = [followedUp, archive, people, duplicates, needsFixing, activity, importLog];

/** Ranges read of one sheet; of more, those that lie nearest are read together with what is between them. */
const READS = 40;

/**
 * What has changed, found without reading a wide table: grown sources are read from their old end on, and where events told
 * of typing; besides, each sync looks at one thousand rows of each source, at one sheet of the configuration and at some
 * follow-ups, in turn by the clock, for what no event tells of. Null: everything has to be read, since something is odd.
 */
export function findChanges(services: Services, synced: Synced, now: number): Changes | null {
  const { workbook } = services;
  const marks = readMarks(services.properties);
  const hours = (now - synced.at) / 3_600_000;
  const zone = new Zone(synced.zone);
  const night = zone.wall(now).slice(11, 13) < '05';
  if (hours < 0 || hours > DAILY || (night && hours > NIGHTLY)) return null;
  if ([...CONFIGURED, duplicates, archive].some(({ sheet }) => marks[sheet])) return null;
  if (WRITTEN.some(({ sheet }) => workbook.extent(sheet) === 0)) return null;
  if (workbook.extent(followedUp.sheet) !== synced.followed) return null;
  const turn = Math.floor(now / 60_000);
  const typed = (marks[followedUp.sheet] ?? []).map(([from, to]): Span => [from, Math.min(to, synced.followed)]);
  const changes: Changes = { synced, sources: new Map(), followed: typed.filter(([from, to]) => from <= to) };
  for (const [name, { rows, sums }] of Object.entries(synced.sources)) {
    const last = workbook.extent(name);
    if (last < rows) return null;
    const spans: Span[] = (marks[name] ?? []).map(([from, to]) => [from, Math.min(to, last)]);
    if (last > rows) spans.push([Math.max(1, rows - OVERLAP + 1), last]);
    if (spans.length === 0) {
      const first = (turn % Math.max(1, sums.length)) * CHUNK + 1;
      const seen = workbook.readRows(name, first, Math.min(CHUNK, rows - first + 1));
      if (
        sumOfSums(seen.map((cells) => ({ sum: sumOfRow(cells), keys: [], complaints: [] }))) !==
        sums[(first - 1) / CHUNK]
      )
        spans.push([1, last]);
    }
    if (spans.length > 0) changes.sources.set(name, { rows: readSpans(services, name, spans), last });
  }
  const busy = changes.sources.size + changes.followed.length > 0 || isLate(synced.complaintsSince, now);
  return busy || lookAround(services, changes, zone, turn) ? changes : null;
}

/**
 * Where nothing is known to have changed: looks at one sheet of the configuration and at some follow-ups. False when what is
 * found there asks for a full reconcile.
 */
function lookAround({ workbook }: Services, changes: Changes, zone: Zone, turn: number): boolean {
  const { synced } = changes;
  const table = CONFIGURED[turn % CONFIGURED.length] as unknown as Table;
  if (sumOfConfigured(table, workbook.read(table.sheet) ?? [], zone) !== synced.configured[table.sheet]) return false;
  const parts = Math.ceil(synced.followed / LOOKED_AT);
  const first = Math.max((turn % parts) * LOOKED_AT, synced.header) + 1;
  const count = Math.min(LOOKED_AT, synced.followed - first + 1);
  const grid = count > 0 ? workbook.readRows(followedUp.sheet, first, count) : [];
  const { rows } = readRows(
    followedUp,
    new Map(Object.entries(synced.positions)),
    grid.map((cells, at) => [first + at, cells]),
    zone,
  );
  if (rows.some(({ values }) => idOfSeal(values.seen) !== values.id)) return false;
  const typed = rows.filter(({ values }) => noticeEdits(values).length > 0);
  changes.followed = typed.map(({ at }): Span => [at, at]);
  return true;
}

/** Check sum of what people have said in a sheet of the configuration; our own notes beside it do not count. */
export function sumOfConfigured(table: Table, grid: readonly (readonly Cell[])[], zone: Zone): string {
  const staffs = Object.keys(table.columns).filter((name) => table.columns[name].owner === 'staff');
  const rows = readTable(table, grid, zone).rows.map(({ values }) => staffs.map((name) => values[name]));
  return sumOfText(JSON.stringify(rows));
}

/**
 * Rows of a sheet by row, in few calls: neighbours are read together.
 * @param top so many rows from the first one are read too, with what lies between if that is little
 */
export function readSpans(services: Services, sheet: string, spans: readonly Span[], top = 0): Rows {
  const rows: Rows = new Map();
  const few = joined(spans, NEAR, READS);
  const near = top > 0 && few.length > 0 && few[0][0] <= top + NEAR;
  if (near) few[0][0] = 1;
  else if (top > 0) few.unshift([1, top]);
  for (const [from, to] of few) {
    services.workbook.readRows(sheet, from, to - from + 1).forEach((cells, at) => {
      rows.set(from + at, cells);
    });
  }
  return rows;
}

/** Rows that are read along rather than asked for in another call. */
const NEAR = 250;

/**
 * The name under which a follow-up is counted in {@link Synced.held}: whether it is open, and whose. Reminders and acts go on
 * between two syncs, so nothing that they change oftener may be part of it.
 */
export const holding = ({ state, owner }: Pick<FollowUp, 'state' | 'owner'>) =>
  `${state === 'closed' ? 'closed' : 'open'} ${owner}`;

/** As many follow-ups as are counted, for whoever gives out new ones. */
export function heldOf(held: Synced['held']): Pick<FollowUp, 'state' | 'owner'>[] {
  return Object.entries(held).flatMap(([name, count]) => {
    const [, state, owner] = /^(\S*) (.*)$/s.exec(name) as unknown as [string, FollowUp['state'], string];
    return new Array(Math.max(0, count)).fill({ state, owner });
  });
}
