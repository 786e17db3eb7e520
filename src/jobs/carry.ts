import { noticeEdits } from '../followup/notice';
import type { Cell } from '../types';
import type { CellEdit, Insert } from '../workbook/diff';
import type { ReadRow, ReadTable } from '../workbook/read-table';
import { type FollowUp, followedUp } from '../workbook/tables/followed-up';
import type { Entry } from './journal';

type Row = ReadRow<FollowUp>;
type Read = ReadTable<FollowUp>;

/** What people keep of a row in columns of their own, by header; null when something stands under no header, or under one that stands twice. */
export function theirsOf({ positions, theirs }: Read, { cells = [], foreign }: Row): Map<string, Cell> | null {
  const kept = new Map<string, Cell>();
  if (!foreign) return kept;
  const ours = new Set(positions.values());
  const headers = new Map([...(theirs ?? [])].map(([header, position]) => [position, header]));
  for (const [index, cell] of cells.entries()) {
    if (cell === '' || ours.has(index + 1)) continue;
    const header = headers.get(index + 1);
    if (header === undefined) return null;
    kept.set(header, cell);
  }
  return kept;
}

/** New rows of a table with what people have kept of them in another: columns that it lacks come behind its last one. */
export function withTheirs(
  to: Read,
  inserts: readonly Insert<FollowUp>[],
  theirs: ReadonlyMap<string, ReadonlyMap<string, Cell>>,
): { inserts: Insert<FollowUp>[]; headers: string[] } {
  const used = new Set(inserts.flatMap(({ id }) => [...(theirs.get(id)?.keys() ?? [])]));
  const headers = [...used].filter((header) => !to.theirs?.has(header));
  const places = new Map([
    ...(to.theirs ?? []),
    ...headers.map((header, index) => [header, (to.width ?? 0) + 1 + index] as const),
  ]);
  const placed = inserts.map((one): Insert<FollowUp> => {
    const kept = theirs.get(one.id);
    if (!kept || kept.size === 0) return one;
    return { ...one, theirs: new Map([...kept].map(([header, cell]) => [places.get(header) as number, cell])) };
  });
  return { inserts: placed, headers };
}

/**
 * What somebody has typed into the copy of a follow-up that goes: it comes into the follow-up. Where that was typed in too,
 * it stays as it is, and the journal has both.
 */
export function typedInCopy({ at, values: row }: Row, copy: FollowUp): { edits: CellEdit[]; entries: Entry[] } {
  const edits: CellEdit[] = [];
  const entries: Entry[] = [];
  for (const { field, before, after } of noticeEdits(copy)) {
    const column = field as keyof FollowUp & keyof typeof followedUp.columns;
    const now = String(row[column]);
    if (now === after) continue;
    if (now === before) edits.push({ at, id: row.id, column, before, after });
    else
      entries.push({
        who: 'sync',
        kind: 'kept',
        subject: row.name,
        field: followedUp.columns[column].header,
        before: after,
        after: now,
        why: 'typed in “archive” while the follow-up had come back; what stands in “followed-up” stays',
        entity: row.id,
      });
  }
  return { edits, entries };
}
