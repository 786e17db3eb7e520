import type { Distinct } from './columns';
import type { Link, MatchResult } from './contract';
import type { FittedModel } from './model';

/** What a mode finds, in distinct records. */
export interface Found {
  /** Cluster of each record (named by any number) as merged without asking. */
  labels: Int32Array;
  /** The same if every proposal is accepted. */
  reviewLabels: Int32Array;
  proposals: Link[];
  /** Why two records of one cluster belong together. */
  link: (a: number, b: number) => Link;
  /** If there, links are looked for only in clusters that hold one of these records (1 by record). */
  only?: Uint8Array;
  /** Strength of what ties two records, to choose the link that is shown; 0: nothing does. */
  tie: (a: number, b: number) => number;
}

/** A {@link MatchResult} with what was learned on the way. */
export interface FullResult extends MatchResult {
  /** The clusters if every proposal is accepted: the best guess, some of it unsure. */
  reviewOf: Int32Array;
  /** For each record: the strongest link in its cluster of `reviewOf`. */
  reviewHolds: (Link | null)[];
  /** The weights that decided (learned mode only); give them to a later run to decide by the same. */
  model?: FittedModel;
}

/** At most this many fellow members are looked at for the link that is shown. */
const LOOKED_AT = 24;

/** Lists of records by label, for labels that more than one record has. */
function membersOf(labels: Int32Array): Map<number, number[]> {
  const first = new Map<number, number>();
  const lists = new Map<number, number[]>();
  for (let record = 0; record < labels.length; record++) {
    const label = labels[record];
    const known = first.get(label);
    if (known === undefined) first.set(label, record);
    else if (lists.has(label)) lists.get(label)!.push(record);
    else lists.set(label, [known, record]);
  }
  return lists;
}

/** A link that is put into words when somebody reads it: of most, nobody does. */
function lazyLink(a: number, b: number, say: () => Omit<Link, 'a' | 'b'>): Link {
  let said: Omit<Link, 'a' | 'b'> | undefined;
  const all = () => {
    said ??= say();
    return said;
  };
  return {
    a: Math.min(a, b),
    b: Math.max(a, b),
    get probability() {
      return all().probability;
    },
    get points() {
      return all().points;
    },
    get why() {
      return all().why;
    },
  };
}

function strongest(found: Found, record: number, members: readonly number[]): Link {
  let partner = -1;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < members.length && i <= LOOKED_AT; i++) {
    if (members[i] === record) continue;
    const tie = found.tie(record, members[i]);
    if (tie > most) [most, partner] = [tie, members[i]];
  }
  return lazyLink(record, partner, () => {
    const link = found.link(record, partner);
    if (most > 0) return link;
    return { ...link, probability: 1, why: `through a third record, or by a person’s decision: ${link.why}` };
  });
}

function strongestLinks(found: Found, labels: Int32Array): (Link | null)[] {
  const best: (Link | null)[] = new Array(labels.length).fill(null);
  for (const members of membersOf(labels).values()) {
    if (found.only && !members.some((record) => found.only?.[record] === 1)) continue;
    // Of two, the link of the one is the link of the other.
    const shared = members.length === 2 ? strongest(found, members[0], members) : null;
    for (const record of members) best[record] = shared ?? strongest(found, record, members);
  }
  return best;
}

/** Rows in place of records, with the lower row first. */
function toRows(link: Link, records: Distinct): Link {
  return lazyLink(records.rowOf[link.a], records.rowOf[link.b], () => link);
}

function twinLink(a: number, b: number): Link {
  return { a: Math.min(a, b), b: Math.max(a, b), probability: 1, points: 100, why: 'the rows are equal' };
}

/** For each row the lowest row of its cluster. */
function clustersOfRows(labels: Int32Array, records: Distinct): Int32Array {
  const lowest = new Map<number, number>();
  return records.recordOf.map((record, row) => {
    const first = lowest.get(labels[record]);
    if (first === undefined) lowest.set(labels[record], row);
    return first ?? row;
  });
}

function holdsOfRows(found: Found, labels: Int32Array, records: Distinct): (Link | null)[] {
  const byRecord = strongestLinks(found, labels).map((link) => link && toRows(link, records));
  const twin = new Map<number, number>();
  records.recordOf.forEach((record, row) => {
    if (row !== records.rowOf[record] && !twin.has(record)) twin.set(record, row);
  });
  return Array.from(records.recordOf, (record, row) => {
    const first = records.rowOf[record];
    if (row !== first) return twinLink(first, row);
    const other = twin.get(record);
    return other === undefined ? byRecord[record] : twinLink(row, other);
  });
}

/** As {@link holdsOfRows} for the clusters of the review; a cluster that no proposal enlarges keeps its links. */
function reviewHoldsOfRows(found: Found, records: Distinct, holds: readonly (Link | null)[]): (Link | null)[] {
  const { labels, reviewLabels } = found;
  const larger = new Set<number>();
  const first = new Map<number, number>();
  reviewLabels.forEach((review, record) => {
    const known = first.get(review);
    if (known === undefined) first.set(review, labels[record]);
    else if (known !== labels[record]) larger.add(review);
  });
  const members = membersOf(reviewLabels);
  return Array.from(records.recordOf, (record, row) => {
    if (holds[row] !== null || !larger.has(reviewLabels[record])) return holds[row];
    const fellows = members.get(reviewLabels[record])!;
    if (found.only && !fellows.some((fellow) => found.only?.[fellow] === 1)) return null;
    return toRows(strongest(found, record, fellows), records);
  });
}

/** Puts rows in place of distinct records. */
export function toResult(found: Found, records: Distinct): FullResult {
  const same = found.labels === found.reviewLabels;
  const holds = holdsOfRows(found, found.labels, records);
  const clusterOf = clustersOfRows(found.labels, records);
  return {
    clusterOf,
    holds,
    proposals: found.proposals.map((link) => toRows(link, records)),
    reviewOf: same ? clusterOf : clustersOfRows(found.reviewLabels, records),
    reviewHolds: same ? holds : reviewHoldsOfRows(found, records, holds),
  };
}
