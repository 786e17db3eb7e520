import { type Distinct, distinctRecords } from './columns';
import type { Link, MatchInput, MatchResult } from './contract';
import { type Found, matchExactly } from './exact';
import type { FittedModel } from './model';
import type { MatchOptions } from './options';
import { preparePoints } from './points';

/** A {@link MatchResult} with what was learned on the way. */
export interface FullResult extends MatchResult {
  /** The weights that decided (learned mode only); give them to a later run to decide by the same. */
  model?: FittedModel;
}

type Pair = readonly [number, number];

function toRecords(records: Distinct, pairs: readonly Pair[] = []): Pair[] {
  return pairs.map(([a, b]) => [records.recordOf[a], records.recordOf[b]] as const);
}

/** Rows in place of records, with the lower row first. */
function toRows(link: Link, records: Distinct): Link {
  const [a, b] = [records.rowOf[link.a], records.rowOf[link.b]];
  return a < b ? { ...link, a, b } : { ...link, a: b, b: a };
}

function strongestLinks(found: Found, records: Distinct): (Link | null)[] {
  const best: (Link | null)[] = new Array(records.size).fill(null);
  const done = new Uint8Array(records.size);
  for (let record = 0; record < records.size; record++) {
    if (done[record]) continue;
    const members = found.clusters.members(record);
    for (const member of members) {
      done[member] = 1;
      best[member] = strongestOf(found, member, members);
    }
  }
  return best;
}

/** At most this many fellow members are looked at for the link that is shown. */
const LOOKED_AT = 24;

function strongestOf(found: Found, record: number, members: readonly number[]): Link | null {
  let best: Link | null = null;
  let bestTied = false;
  for (const other of members.slice(0, LOOKED_AT)) {
    if (other === record) continue;
    const tied = found.tied(record, other);
    if (best && bestTied && !tied) continue;
    const link = found.link(record, other);
    if (!best || (tied && !bestTied) || link.probability > best.probability) [best, bestTied] = [link, tied];
  }
  return best && !bestTied ? { ...best, probability: 1, why: 'through a third record or a person’s decision' } : best;
}

/** The link that holds a row to its equal twins. */
function twinLink(a: number, b: number): Link {
  return a < b
    ? { a, b, probability: 1, points: 100, why: 'the rows are equal' }
    : { a: b, b: a, probability: 1, points: 100, why: 'the rows are equal' };
}

function toResult(found: Found, records: Distinct, size: number): MatchResult {
  const clusterOf = new Int32Array(size);
  const lowest = new Map<number, number>();
  for (let row = 0; row < size; row++) {
    const root = found.clusters.find(records.recordOf[row]);
    const first = lowest.get(root);
    if (first === undefined) lowest.set(root, row);
    clusterOf[row] = first ?? row;
  }
  const byRecord = strongestLinks(found, records).map((link) => link && toRows(link, records));
  const twin = new Map<number, number>();
  for (let row = 0; row < size; row++) {
    const record = records.recordOf[row];
    if (row !== records.rowOf[record] && !twin.has(record)) twin.set(record, row);
  }
  const holds = Array.from({ length: size }, (_, row) => {
    const record = records.recordOf[row];
    const first = records.rowOf[record];
    if (row !== first) return twinLink(first, row);
    return records.count[record] > 1 ? twinLink(row, twin.get(record)!) : byRecord[record];
  });
  return { clusterOf, holds, proposals: found.proposals.map((link) => toRows(link, records)) };
}

/**
 * Finds out which records are one person's (or one firm's). The result does not depend on the order of the records; what a
 * person has merged (`together`) or kept separate (`apart`) is respected before anything else, and where the two contradict
 * each other, *keep separate* wins.
 */
export function match(input: MatchInput, options: MatchOptions): FullResult {
  const records = distinctRecords(input);
  const together = toRecords(records, input.together);
  const apart = toRecords(records, input.apart);
  const points = preparePoints(records, options.points);
  const found = matchExactly(records, together, apart, points);
  return toResult(found, records, input.size);
}
