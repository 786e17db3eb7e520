import { idOf } from '../followup/ids';
import type { Cell } from '../types';
import { textOf } from '../workbook/codec';
import type { CellEdit } from '../workbook/diff';
import type { CellValue } from '../workbook/table';
import type { Activity } from '../workbook/tables/logs';
import type { Zone } from '../workbook/zone';

/** One change, before it has its time and id. */
export type Entry = Pick<Activity, 'who' | 'kind' | 'subject' | 'field' | 'before' | 'after' | 'why' | 'entity'>;

/** Letters of a value kept in the journal: enough for any field but a novel. */
const VALUE_KEPT = 2000;

/** A value as the journal shows it. */
export function spellValue(value: CellValue | undefined, kind: string, zone: Zone): string {
  if (value === null || value === undefined) return '';
  if (kind === 'instant')
    return zone
      .wall(value as number)
      .replace('T', ' ')
      .slice(0, 16);
  if (typeof value === 'object') return value.text;
  return String(value).slice(0, VALUE_KEPT);
}

/** A cell as the journal shows it. */
export const spellCell = (cell: Cell, zone: Zone): string => textOf(cell, zone).replace(/^'/, '').slice(0, VALUE_KEPT);

/** The entry of an edited cell. */
export function entryOf(edit: CellEdit, header: string, type: string, subject: string, why: string, zone: Zone): Entry {
  return {
    who: 'sync',
    kind: 'changed',
    subject,
    field: header,
    before: spellValue(edit.before, type, zone),
    after: spellValue(edit.after, type, zone),
    why,
    entity: edit.id,
  };
}

/** What an entry says, of which its id follows. */
const nameOf = (entry: Entry) => [entry.entity, entry.kind, entry.field, entry.before, entry.after].join('\u0001');

/**
 * Gives entries their time and an id that follows from the run and what they say, so that a run that is taken up again
 * writes none of them twice.
 */
export function sealEntries(entries: readonly Entry[], runId: string, time: number): Activity[] {
  const counts = new Map<string, number>();
  return entries.map((entry) => {
    const name = nameOf(entry);
    const nth = counts.get(name) ?? 0;
    counts.set(name, nth + 1);
    return { ...entry, time, id: idOf('A', runId, name, nth) };
  });
}

/** Whether a run has written a line; of several that say the same, the first. */
export const isLineOf = (runId: string, line: Activity): boolean => line.id === idOf('A', runId, nameOf(line), 0);
