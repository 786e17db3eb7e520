import { leadKeys } from '../followup/group';
import type { Source } from '../followup/source';
import type { CleanRecord } from '../intake/record';

/** What ties a row to others of its source: only rows that share a key, directly or through others, can make one case. */
export function keysOf(source: Source, record: CleanRecord): string[] {
  if (!record.usable) return [];
  return source.kind === 'orders' ? [record.orderId] : leadKeys(record);
}
