import type { ReadRow } from '../workbook/read-table';
import type { FollowUp } from '../workbook/tables/followed-up';
import { NO_SOURCE, sealKey, unsealKey } from './case';
import { idOf, isFollowUpId } from './ids';
import { idOfSeal } from './notice';

/** A row of `followed-up` that had no id of its own. */
export interface Adopted {
  /** 1-based row in the sheet. */
  at: number;
  row: FollowUp;
  why: string;
}

/**
 * Finds the rows that have no id of their own. One whose id was overwritten gets it back from the other hidden cells; one
 * typed by hand, or pasted (the later of two with one id), becomes a follow-up without a source.
 * @param now epoch milliseconds: when a row without a time was opened
 */
export function adoptRows(rows: readonly ReadRow<FollowUp>[], now: number): Adopted[] {
  const keepers = keepersOf(rows);
  const used = new Set(keepers.keys());
  const adopted: Adopted[] = [];
  for (const { at, values } of rows) {
    if (keepers.get(values.id) === at) continue;
    const lost = idOfSeal(values.seen);
    if (lost !== '' && (keepers.get(lost) === at || !used.has(lost))) {
      used.add(lost);
      adopted.push({ at, row: { ...values, id: lost }, why: 'its id had been overwritten, and was put back' });
    } else adopted.push(newcomer(at, values, used, now));
  }
  return adopted;
}

/** For each id, the row that it belongs to: the first whose hidden cells name it, be its id pasted over or not, else the first. */
function keepersOf(rows: readonly ReadRow<FollowUp>[]): Map<string, number> {
  const keepers = new Map<string, number>();
  const sealed = new Set<string>();
  for (const { at, values } of rows) {
    const id = isPastedOver(values) ? idOfSeal(values.seen) : values.id;
    if (!isFollowUpId(id) || sealed.has(id)) continue;
    const agrees = idOfSeal(values.seen) === id;
    if (agrees) sealed.add(id);
    if (agrees || !keepers.has(id)) keepers.set(id, at);
  }
  return keepers;
}

/** Both hidden cells name another follow-up: then the id is what was overwritten, though nobody else has it. */
function isPastedOver({ id, seen, key }: FollowUp): boolean {
  const lost = idOfSeal(seen);
  return lost !== '' && lost !== id && unsealKey(lost, key) !== '';
}

function newcomer(at: number, values: FollowUp, used: Set<string>, now: number): Adopted {
  const copied = isFollowUpId(values.id);
  const parts = copied ? ['copy', values.id] : ['typed', values.name, values.phone, values.email, values.notes];
  let id = idOf('F', ...parts);
  for (let attempt = 1; used.has(id); attempt++) id = idOf('F', ...parts, attempt);
  used.add(id);
  return {
    at,
    row: {
      ...values,
      id,
      key: sealKey(id, NO_SOURCE),
      source: copied ? 'copied' : 'typed',
      opened: values.opened ?? now,
      seen: '',
    },
    why: copied ? 'the row was copied from another' : 'the row was typed in the sheet',
  };
}
