import { noticeEdits, STAFF_CELLS } from '../followup/notice';
import type { Cell } from '../types';
import { encode, safeText } from '../workbook/codec';
import { diffTable, type Wanted } from '../workbook/diff';
import { type ReadRow, readTable } from '../workbook/read-table';
import { type FollowUp, followedUp } from '../workbook/tables/followed-up';
import type { WrittenBlock } from '../workbook/write-table';
import type { Zone } from '../workbook/zone';
import { COLUMNS, type Column, differs, type RowChange } from './act-write';
import { syncedProperty } from './find-changes';
import { type Entry, sealEntries, spellCell } from './journal';
import { Pass } from './pass';
import type { Services } from './ports';
import { type Hit, hitCells } from './put-back';
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
  values: FollowUp;
  former: QueueRow;
}

/**
 * Puts right what landed in other rows or columns: people's cells have back what stood there, as far as the program knew
 * of it, and `activity` holds both values; what follows from the sources comes with the next sync, which reads everything.
 */
export function mend(services: Services, zone: Zone, accident: Accident): void {
  const { workbook, properties } = services;
  properties.setAll(syncedProperty(null));
  const grid = workbook.read(followedUp.sheet) ?? [];
  const now = readTable(followedUp, grid, zone);
  const known = new Map((readQueue(services, zone)?.rows ?? []).map((row) => [row.id, row]));
  const victims = now.rows.flatMap(({ at, values }): Victim[] => {
    const former = known.get(values.id);
    const change = accident.changes.find((one) => one.at === at && one.after.id !== values.id);
    return change && former && isHit(values, change) ? [{ values, former }] : [];
  });
  putBack(services, zone, hitsOf(accident, victims, grid, zone));
  const wanted = new Map<string, Wanted<FollowUp>>();
  for (const { values, former } of victims) wanted.set(values.id, { system: stateBefore(values, former) });
  for (const { after } of accident.changes) wanted.set(after.id, { system: after });
  const again = readTable(followedUp, workbook.read(followedUp.sheet) ?? [], zone);
  const change = diffTable(followedUp, again, wanted, 'stay');
  // A link is read back as its text alone; a row that somebody has deleted does not come back.
  const edits = change.edits.filter(({ column }) => column !== 'sourceRow');
  const pass = new Pass(services, zone, false, Number.POSITIVE_INFINITY);
  pass.table(followedUp, again, { ...change, edits, inserts: [] });
}

/** Whether a row holds what was meant for another. */
const isHit = (row: FollowUp, { before, after }: RowChange) =>
  COLUMNS.every((name) => name === 'seen' || !differs(name, before, after) || !differs(name, row, after));

/** The cells of ours with what the row said that follows from no source; what does follow comes with the next sync. */
function stateBefore(row: FollowUp, former: QueueRow): Partial<FollowUp> {
  const known: Partial<FollowUp> = { ...row, ...former };
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

/** Gives people's cells back what stood there, and says so in the journal. */
function putBack(services: Services, zone: Zone, hits: readonly Hit[]): void {
  if (hits.length === 0) return;
  const now = services.now();
  const lines = hits.map(({ id, header, was, written }): Entry => {
    const [before, after] = [spellCell(written, zone), spellCell(was, zone)];
    const why = 'put back: it was written over while somebody moved rows or columns';
    const place = { kind: 'put back', subject: followedUp.sheet, field: header, entity: id };
    return { who: 'panel', before, after, why, ...place };
  });
  writeLines(services, zone, sealEntries(lines, `put back ${now}`, now));
  for (const { at, position, was } of hits)
    services.workbook.writeBlock(followedUp.sheet, at, position, [[typeof was === 'string' ? safeText(was) : was]]);
}
