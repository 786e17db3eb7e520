import { unsealKey } from '../followup/case';
import { encode, sameValue } from '../workbook/codec';
import type { CellValue } from '../workbook/table';
import { type FollowUp, followedUp } from '../workbook/tables/followed-up';
import type { WrittenBlock } from '../workbook/write-table';
import type { Zone } from '../workbook/zone';
import { mend } from './act-mend';
import type { Services } from './ports';
import { type Found, headOf, isSameHead, readSome } from './read-queue';

export type Column = keyof typeof followedUp.columns;
export const COLUMNS = Object.keys(followedUp.columns) as Column[];

/** A follow-up that was read alone, and as it is to be. */
export interface RowChange {
  at: number;
  before: FollowUp;
  after: FollowUp;
}

/** Whether two rows differ in a column. */
export const differs = (name: Column, a: FollowUp, b: FollowUp) =>
  !sameValue(followedUp.columns[name].type, a[name] as CellValue, b[name] as CellValue);

/**
 * Writes single rows, without reading the others: few blocks of a row, then a look whether they have come to where they
 * belong. Where people moved rows or columns in the very moment, what was hit is put back as it was last known, `activity`
 * holds both values, and the next sync reads everything.
 * @returns whether all stands where it belongs
 */
export function writeRows(services: Services, zone: Zone, found: Found, changes: readonly RowChange[]): boolean {
  if (changes.length === 0) return true;
  const { workbook } = services;
  const write = (blocks: readonly WrittenBlock[]) => {
    for (const { top, left, cells } of blocks) workbook.writeBlock(followedUp.sheet, top, left, cells);
  };
  // Notes are known from the seal alone, which therefore stays until they have come to the right row.
  const [now, later] = changes.some(({ before, after }) => differs('notes', before, after))
    ? [changes.map((change) => ({ ...change, after: { ...change.after, seen: change.before.seen } })), changes]
    : [changes, []];
  const blocks = now.flatMap((change) => blocksOf(services, zone, found, change));
  write(blocks);
  if (!standsAs(services, zone, found, now)) return mend(services, zone, { found, changes, blocks });
  for (const { at, before, after } of later)
    write(blocksOf(services, zone, found, { at, before: { ...after, seen: before.seen }, after }));
  return true;
}

/** Whether the rows are in their places as they are to be, and the columns in theirs. */
function standsAs(services: Services, zone: Zone, found: Found, changes: readonly RowChange[]): boolean {
  if (!isSameHead(found, headOf(services, zone))) return false;
  const places = changes.map(({ at }) => at);
  const rows = new Map(readSome(services, zone, found, places).map(({ at, values }) => [at, values]));
  return changes.every(({ at, after }) => {
    const row = rows.get(at);
    // Its key tells a row whose id was pasted over in the very moment, which the next sync gives back.
    const isOwn = (name: Column) => name === 'id' && unsealKey(after.id, row?.key ?? '') !== '';
    const isLeft = (name: Column) => !found.positions.has(name) || isOwn(name);
    return row !== undefined && COLUMNS.every((name) => isLeft(name) || !differs(name, row, after));
  });
}

/** What changes in a row, in blocks that hold nothing but what changes and, between that, columns of ours. */
function blocksOf(
  { workbook }: Services,
  zone: Zone,
  { positions }: Found,
  { at, before, after }: RowChange,
): WrittenBlock[] {
  const names = new Map([...positions].map(([name, position]) => [position, name as Column]));
  const edited = new Set(COLUMNS.filter((name) => differs(name, before, after)));
  const mayWrite = (name: Column | undefined) => {
    if (name === undefined) return false;
    const { owner, type, ...column } = followedUp.columns[name];
    // Why somebody owns it is known from this cell alone: hit in another row, it could not be put back.
    const isKnownElsewhere = owner === 'system' && name !== 'assignedWhy';
    return edited.has(name) || (isKnownElsewhere && type !== 'link' && !('identity' in column));
  };
  const blocks: WrittenBlock[] = [];
  for (const position of [...names.keys()].sort((a, b) => a - b)) {
    const name = names.get(position) as Column;
    if (!edited.has(name)) continue;
    const last = blocks[blocks.length - 1];
    const from = last ? last.left + last.cells[0].length : 0;
    const between = Array.from({ length: Math.max(0, position - from) }, (_, index) => names.get(from + index));
    const cell = (one: Column) =>
      encode(followedUp.columns[one].type, after[one] as CellValue, zone, (sheet) => workbook.sheetId(sheet));
    if (last && between.every(mayWrite)) last.cells[0].push(...[...(between as Column[]), name].map(cell));
    else blocks.push({ top: at, left: position, cells: [[cell(name)]] });
  }
  return blocks;
}
