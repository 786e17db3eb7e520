import type { FollowUp } from '../workbook/tables/followed-up';
import { type Case, keyOf, likeness, splitKey, unsealKey } from './case';
import { idOf } from './ids';

/** A case with the id of its follow-up, and the row that is there already, if any. */
export interface Identified {
  item: Case;
  id: string;
  key: string;
  existing: FollowUp | null;
}

/**
 * Gives each case its id. The id follows from the source key; a case whose key has changed because somebody corrected a
 * phone or a name keeps the id of the follow-up that has lost its case, when the two agree in enough.
 * @param existing the rows of `followed-up`; the first of rows with one id counts
 */
export function identify(cases: readonly Case[], existing: readonly FollowUp[]): Identified[] {
  const byKey = new Map<string, FollowUp>();
  const byId = new Map<string, FollowUp>();
  for (const row of existing) {
    const key = unsealKey(row.id, row.key);
    if (key === '') byId.set(row.id, row);
    else if (!byKey.has(key)) byKey.set(key, row);
  }
  const taken = new Set<FollowUp>();
  const result: Identified[] = cases.map((item) => {
    const key = keyOf(item);
    // A row whose key is lost or another's is still known by its id.
    const row = byKey.get(key) ?? byId.get(idOf('F', key)) ?? null;
    if (row) taken.add(row);
    return { item, id: row?.id ?? '', key, existing: row };
  });
  adoptOrphans(
    result.filter((one) => !one.existing),
    existing.filter((row) => !taken.has(row)),
  );
  nameTheRest(result, existing);
  return result;
}

/** Lost follow-ups and new cases of one order number, or of one lead sheet, are paired, the most alike first. */
function adoptOrphans(fresh: readonly Identified[], orphans: readonly FollowUp[]): void {
  const byPlace = new Map<string, { row: FollowUp; customer: string; free: boolean }[]>();
  for (const row of orphans) {
    const parts = splitKey(unsealKey(row.id, row.key));
    if (!parts) continue;
    for (const place of placesOf(parts.sheet, parts.reference, parts.customer, parts.day)) {
      byPlace.set(place, [...(byPlace.get(place) ?? []), { row, customer: parts.customer, free: true }]);
    }
  }
  if (byPlace.size === 0) return;
  const pairs: { one: Identified; row: FollowUp; score: number }[] = [];
  for (const one of fresh) {
    const parts = splitKey(one.key);
    if (!parts) continue;
    const candidates = new Map<FollowUp, string>();
    for (const place of placesOf(parts.sheet, parts.reference, parts.customer, parts.day)) {
      for (const { row, customer } of byPlace.get(place) ?? []) candidates.set(row, customer);
    }
    for (const [row, customer] of candidates) pairs.push({ one, row, score: likeness(parts.customer, customer) });
  }
  const used = new Set<FollowUp>();
  for (const { one, row } of pairs.sort((a, b) => b.score - a.score || (a.row.id < b.row.id ? -1 : 1))) {
    if (one.existing || used.has(row)) continue;
    used.add(row);
    one.existing = row;
    one.id = row.id;
  }
}

/** Where a lost key and a new one can meet: under one order number; for leads, on one day with one equal part. */
function placesOf(sheet: string, reference: string, customer: string, day: string): string[] {
  if (reference !== '') return [`${sheet}|${reference}`];
  return customer
    .split('~')
    .map((part, index) => `${sheet}|${day}|${index}|${part.trim()}`)
    .filter((place) => !place.endsWith('|'));
}

function nameTheRest(all: readonly Identified[], existing: readonly FollowUp[]): void {
  const used = new Set(existing.map((row) => row.id));
  for (const one of all) {
    for (let attempt = 0; one.id === ''; attempt++) {
      const id = attempt === 0 ? idOf('F', one.key) : idOf('F', one.key, attempt);
      if (!used.has(id)) one.id = id;
    }
    used.add(one.id);
  }
}
