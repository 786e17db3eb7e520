import type { Distinct } from './columns';
import type { Link, MatchResult } from './contract';
import type { FittedModel } from './model';

/** What a mode finds, in distinct records. */
export interface Found {
  /** Cluster of each record (named by one of its records) as merged without asking. */
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
  const first = new Int32Array(labels.length).fill(-1);
  const lists = new Map<number, number[]>();
  for (let record = 0; record < labels.length; record++) {
    const label = labels[record];
    if (first[label] < 0) first[label] = record;
    else if (lists.has(label)) lists.get(label)!.push(record);
    else lists.set(label, [first[label], record]);
  }
  return lists;
}

/** The link between two rows, put into words when somebody reads it: of most, nobody does. */
class RowLink implements Link {
  private said: Link | null = null;

  constructor(
    readonly a: number,
    readonly b: number,
    private readonly say: (recordA: number, recordB: number) => Link,
    private readonly recordA: number,
    private readonly recordB: number,
  ) {}

  private get words(): Link {
    this.said ??= this.say(this.recordA, this.recordB);
    return this.said;
  }

  get probability(): number {
    return this.words.probability;
  }

  get points(): number {
    return this.words.points;
  }

  get why(): string {
    return this.words.why;
  }
}

/** Finds the strongest links of records, and puts rows in their place. */
class Strongest {
  constructor(
    private readonly found: Found,
    private readonly records: Distinct,
  ) {}

  of(record: number, members: readonly number[]): Link {
    const { rowOf } = this.records;
    const partner = this.partner(record, members);
    const [a, b] = rowOf[record] < rowOf[partner] ? [record, partner] : [partner, record];
    return new RowLink(rowOf[a], rowOf[b], this.say, a, b);
  }

  /** Whom of `members` the most ties to `record`. */
  private partner(record: number, members: readonly number[]): number {
    if (members.length === 2) return members[0] === record ? members[1] : members[0];
    let partner = -1;
    let most = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < members.length && i <= LOOKED_AT; i++) {
      if (members[i] === record) continue;
      const tie = this.found.tie(record, members[i]);
      if (tie > most) [most, partner] = [tie, members[i]];
    }
    return partner;
  }

  private readonly say = (a: number, b: number): Link => {
    const link = this.found.link(a, b);
    if (this.found.tie(a, b) > 0) return link;
    return { ...link, probability: 1, why: `through a third record, or by a person’s decision: ${link.why}` };
  };

  /** Whether links are looked for in a cluster. */
  isLookedAt(members: readonly number[]): boolean {
    const { only } = this.found;
    return !only || members.some((record) => only[record] === 1);
  }

  /** By record. */
  ofAll(labels: Int32Array): (Link | null)[] {
    const best: (Link | null)[] = new Array(labels.length).fill(null);
    for (const members of membersOf(labels).values()) {
      if (!this.isLookedAt(members)) continue;
      // Of two, the link of the one is the link of the other.
      const shared = members.length === 2 ? this.of(members[0], members) : null;
      for (const record of members) best[record] = shared ?? this.of(record, members);
    }
    return best;
  }
}

function twinLink(a: number, b: number): Link {
  return { a: Math.min(a, b), b: Math.max(a, b), probability: 1, points: 100, why: 'the rows are equal' };
}

/** For each row the lowest row of its cluster. */
function clustersOfRows(labels: Int32Array, records: Distinct): Int32Array {
  const lowest = new Int32Array(labels.length).fill(-1);
  return records.recordOf.map((record, row) => {
    const label = labels[record];
    if (lowest[label] < 0) lowest[label] = row;
    return lowest[label];
  });
}

function holdsOfRows(byRecord: readonly (Link | null)[], records: Distinct): (Link | null)[] {
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
function reviewHoldsOfRows(
  { labels, reviewLabels }: Found,
  strongest: Strongest,
  records: Distinct,
  holds: readonly (Link | null)[],
): (Link | null)[] {
  const larger = new Set<number>();
  const first = new Int32Array(labels.length).fill(-1);
  reviewLabels.forEach((review, record) => {
    if (first[review] < 0) first[review] = labels[record];
    else if (first[review] !== labels[record]) larger.add(review);
  });
  const members = membersOf(reviewLabels);
  return Array.from(records.recordOf, (record, row) => {
    if (holds[row] !== null || !larger.has(reviewLabels[record])) return holds[row];
    const fellows = members.get(reviewLabels[record])!;
    return strongest.isLookedAt(fellows) ? strongest.of(record, fellows) : null;
  });
}

/** Puts rows in place of distinct records. */
export function toResult(found: Found, records: Distinct): FullResult {
  const same = found.labels === found.reviewLabels;
  const strongest = new Strongest(found, records);
  const holds = holdsOfRows(strongest.ofAll(found.labels), records);
  const clusterOf = clustersOfRows(found.labels, records);
  return {
    clusterOf,
    holds,
    proposals: found.proposals.map((link) => {
      const [a, b] = [records.rowOf[link.a], records.rowOf[link.b]];
      return { ...link, a: Math.min(a, b), b: Math.max(a, b) };
    }),
    reviewOf: same ? clusterOf : clustersOfRows(found.reviewLabels, records),
    reviewHolds: same ? holds : reviewHoldsOfRows(found, strongest, records, holds),
  };
}
