import { isItself, noticeEdits, STAFF_CELLS, sealStaff } from '../followup/notice';
import type { Cell } from '../types';
import { encode } from '../workbook/codec';
import { diffTable, type Wanted } from '../workbook/diff';
import { type ReadRow, readTable } from '../workbook/read-table';
import type { Table } from '../workbook/table';
import { type FollowUp, followedUp } from '../workbook/tables/followed-up';
import type { WrittenBlock } from '../workbook/write-table';
import type { Zone } from '../workbook/zone';
import { COLUMNS, type Column, differs, type RowChange } from './act-write';
import { syncedProperty } from './find-changes';
import { type Entry, sealEntries, spellCell } from './journal';
import { Pass } from './pass';
import { onlyMeant } from './pass-rows';
import type { Services } from './ports';
import { type CellsById, type Hit, hitCells, namesOfCells, withCells, writeBack } from './put-back';
import type { QueueRow } from './queue';
import { type Found, readQueue } from './read-queue';
import { writeLines } from './waiting-lines';

/** Rows that were read alone and written, while somebody moved rows or columns. */
interface Accident {
  found: Found;
  changes: readonly RowChange[];
  blocks: readonly WrittenBlock[];
}

/** A row that holds what was meant for another, as it stands and as it was last known. */
interface Victim {
  at: number;
  values: FollowUp;
  former: QueueRow;
  change: RowChange;
}

/**
 * Puts right what landed in other rows or columns: people's cells have back what stood there, as far as the program knew
 * of it, and `activity` holds both values; what follows from the sources comes with the next sync, which reads everything.
 * @returns whether the changes stand in their own rows now: not where those are gone, or several carry their id
 */
export function mend(services: Services, zone: Zone, accident: Accident): boolean {
  services.properties.setAll(syncedProperty(null));
  const grid = services.workbook.read(followedUp.sheet) ?? [];
  const isThere = (at: number, change: RowChange) => change.at === at;
  const victims = victimsIn(services, zone, grid, accident.changes, isThere);
  return putRight(services, zone, victims, hitsOf(accident, victims, grid, zone), accident.changes);
}

/**
 * As {@link mend}, after acts that were cut off, perhaps while they put things right: what of them stands in other rows than
 * their own is found by looking through all.
 */
export function mendStrays(services: Services, zone: Zone, changes: readonly RowChange[]): void {
  const grid = services.workbook.read(followedUp.sheet) ?? [];
  const victims = victimsIn(services, zone, grid, changes);
  if (victims.length === 0) return;
  services.properties.setAll(syncedProperty(null));
  const { positions, headerRow } = readTable(followedUp, grid, zone);
  const hits = victims.flatMap(({ at, values, former, change }) => {
    const before = staffBefore(values, former);
    const names = STAFF_CELLS.filter((name) => differs(name, change.before, change.after));
    return names.flatMap((name): Hit[] => {
      const position = positions.get(name);
      if (position === undefined || !differs(name, values, before)) return [];
      const [header, written] = [String(grid[headerRow - 1][position - 1]), grid[at - 1][position - 1]];
      return [{ at, position, id: values.id, header, was: cellOf(name, before, zone), written }];
    });
  });
  putRight(services, zone, victims, hits, changes);
}

function victimsIn(
  services: Services,
  zone: Zone,
  grid: Cell[][],
  changes: readonly RowChange[],
  mayBe: (at: number, change: RowChange) => boolean = () => true,
): Victim[] {
  const { rows } = readTable(followedUp, grid, zone);
  const hit = rows.flatMap(({ at, values }) => {
    const change = changes.find((one) => mayBe(at, one) && one.after.id !== values.id && isHit(values, one));
    return change ? [{ at, values, change }] : [];
  });
  if (hit.length === 0) return [];
  const known = new Map((readQueue(services, zone)?.rows ?? []).map((row) => [row.id, row]));
  return hit.flatMap((one) => {
    const former = known.get(one.values.id);
    return former ? [{ ...one, former }] : [];
  });
}

function putRight(
  services: Services,
  zone: Zone,
  victims: readonly Victim[],
  hits: readonly Hit[],
  changes: readonly RowChange[],
): boolean {
  const cells = putBack(services, zone, hits);
  const system = new Map<string, Wanted<FollowUp>>();
  for (const { values, former } of victims) system.set(values.id, { system: stateBefore(values, former) });
  for (const { after } of changes) system.set(after.id, { system: after });
  const namesOf = ({ before, after }: RowChange) => COLUMNS.filter((name) => differs(name, before, after));
  const meant = new Set(changes.flatMap((one) => namesOf(one).map((name) => `${one.after.id} ${name}`)));
  const wanted = withCells(system, cells, meant);
  const again = readTable(followedUp, services.workbook.read(followedUp.sheet) ?? [], zone);
  const change = diffTable(followedUp, again, wanted, 'stay');
  const allowed = new Set([...meant, ...namesOfCells(cells)]);
  // A link is read back as its text alone; a row that somebody has deleted does not come back.
  const edits = onlyMeant(followedUp as unknown as Table, change.edits, allowed).filter(
    ({ column }) => column !== 'sourceRow',
  );
  const pass = new Pass(services, zone, false, Number.POSITIVE_INFINITY);
  pass.table(followedUp, again, { ...change, edits, inserts: [] });
  const rowsOf = ({ after }: RowChange) => again.rows.filter(({ values }) => values.id === after.id).length;
  return pass.finished && changes.every((one) => rowsOf(one) === 1);
}

/** Whether a row holds what was meant for another. */
const isHit = (row: FollowUp, { before, after }: RowChange) =>
  COLUMNS.every((name) => name === 'seen' || !differs(name, before, after) || !differs(name, row, after));

/** The cells of ours with what the row said that follows from no source; what does follow comes with the next sync. */
function stateBefore(row: FollowUp, former: QueueRow): Partial<FollowUp> {
  const seen = isItself(row) ? row.seen : sealStaff(row.id, staffBefore(row, former));
  const known: Partial<FollowUp> = { ...row, ...former, seen };
  const system = COLUMNS.filter((name) => followedUp.columns[name].owner === 'system');
  return Object.fromEntries(system.map((name) => [name, known[name]]));
}

/** People's cells as they were: by the seal, which knows them all, where that was not hit itself. */
function staffBefore(row: FollowUp, former: QueueRow): FollowUp {
  const { status, owner, nextDate, nextStep, priority, reason } = former;
  const sealed = Object.fromEntries(noticeEdits(row).map(({ field, before }) => [field, before]));
  return { ...row, status, owner, nextDate, nextStep, priority, reason, ...sealed };
}

function hitsOf({ found, blocks }: Accident, victims: readonly Victim[], grid: Cell[][], zone: Zone): Hit[] {
  const ids: string[] = [];
  for (const { at, values } of found.rows) ids[at - 1] = values.id;
  const rows: ReadRow<FollowUp>[] = [...found.rows];
  for (const { values, former } of victims) {
    const at = ids[former.at - 1] === undefined ? former.at : ids.length + 1;
    const cells: Cell[] = [];
    for (const name of STAFF_CELLS)
      cells[(found.positions.get(name) ?? 0) - 1] = cellOf(name, staffBefore(values, former), zone);
    ids[at - 1] = values.id;
    rows.push({ at, values, foreign: false, cells });
  }
  const before = { header: found.header, ids: Array.from(ids, (id) => id ?? ''), grid: null };
  return hitCells(followedUp, { ...found, rows }, before, blocks, grid, zone);
}

function cellOf(name: Column, row: FollowUp, zone: Zone): Cell {
  const value = row[name];
  return followedUp.columns[name].type === 'day' ? encode('day', value, zone, () => null) : String(value);
}

/** Gives people's cells back what stood there, and says so in the journal; those that are still to be written, by id. */
function putBack(services: Services, zone: Zone, hits: readonly Hit[]): CellsById<FollowUp> {
  if (hits.length === 0) return new Map();
  const now = services.now();
  const lines = hits.map(({ id, header, was, written }): Entry => {
    const [before, after] = [spellCell(written, zone), spellCell(was, zone)];
    const why = 'put back: it was written over while somebody moved rows or columns';
    const place = { kind: 'put back', subject: followedUp.sheet, field: header, entity: id };
    return { who: 'panel', before, after, why, ...place };
  });
  writeLines(services, zone, sealEntries(lines, `put back ${now}`, now));
  return writeBack(services.workbook, followedUp, services.workbook.read(followedUp.sheet) ?? [], hits, zone);
}
