import type { FollowUp } from '../workbook/tables/followed-up';

type StaffCells = Pick<FollowUp, (typeof STAFF_CELLS)[number]>;

/** Columns that belong to staff, in the order of the seal: new ones go to its end, where older seals lack them. */
export const STAFF_CELLS = ['status', 'owner', 'nextDate', 'notes', 'nextStep', 'priority', 'reason'] as const;

/** Letters of the notes that are remembered, to say later what they were. */
const NOTES_KEPT = 2000;

/**
 * Staff's cells as one text, kept in the hidden column `seen`: what a change typed in a cell is compared with. The id is
 * part of it, so that a row pasted over another is not taken for an edit.
 */
export function sealStaff(id: string, row: StaffCells): string {
  return JSON.stringify([id, ...STAFF_CELLS.map((field) => row[field].slice(0, NOTES_KEPT))]);
}

/** A change that a person made in a cell. */
export interface Noticed {
  field: string;
  before: string;
  after: string;
}

/** What has changed in staff's cells since the program last looked; nothing when it has not looked yet. */
export function noticeEdits(row: FollowUp): Noticed[] {
  const before = unseal(row.id, row.seen);
  if (!before) return [];
  return STAFF_CELLS.flatMap((field, index) => {
    const after = row[field].slice(0, NOTES_KEPT);
    const was = before[index] ?? '';
    return was === after ? [] : [{ field, before: was, after }];
  });
}

function unseal(id: string, seen: string): string[] | null {
  try {
    const parts: unknown = JSON.parse(seen);
    if (!Array.isArray(parts) || parts.length < 5 || parts[0] !== id) return null;
    return parts.slice(1).map(String);
  } catch {
    return null;
  }
}

/** The seal once the program itself has changed cells of staff's; what people have typed meanwhile is still to be noticed. */
export function resealed(row: FollowUp, change: Partial<StaffCells>): string {
  const known = Object.fromEntries(noticeEdits(row).map(({ field, before }) => [field, before]));
  return unseal(row.id, row.seen) ? sealStaff(row.id, { ...row, ...known, ...change }) : row.seen;
}

/** The status as the program last saw it; null when it has not looked yet. */
export function statusSeen(row: FollowUp): string | null {
  return unseal(row.id, row.seen)?.[0] ?? null;
}

/** The id of the row that a seal was made for; `''` when the text is none. */
export function idOfSeal(seen: string): string {
  return /^\["(F-[0-9a-z]{8,})"/.exec(seen)?.[1] ?? '';
}

/**
 * Whether a row is the follow-up that its id names, as far as the seal can tell: somebody may have pasted another's id over
 * it, and the next sync finds out whose row it is.
 */
export function isItself({ id, seen }: Pick<FollowUp, 'id' | 'seen'>): boolean {
  return ['', id].includes(idOfSeal(seen));
}
