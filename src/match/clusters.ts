import { upTo } from './arithmetic';

/** Clusters that grow by joining and never bring together what a person keeps apart. */
export class Clusters {
  private readonly parent: Int32Array;
  /** Circular list of the members of each cluster. */
  private readonly next: Int32Array;
  private readonly sizes: Int32Array;
  /** For a cluster's root: roots that it must never hold. */
  private readonly apart = new Map<number, Set<number>>();

  constructor(size: number, apart: readonly (readonly [number, number])[] = []) {
    this.parent = upTo(size);
    this.next = upTo(size);
    this.sizes = new Int32Array(size).fill(1);
    for (const [a, b] of apart) {
      if (a === b) continue;
      this.forbid(a, b);
      this.forbid(b, a);
    }
  }

  /** The cluster's root; stays the same until the cluster is joined with another. */
  find(record: number): number {
    let root = record;
    while (this.parent[root] !== root) {
      this.parent[root] = this.parent[this.parent[root]];
      root = this.parent[root];
    }
    return root;
  }

  size(record: number): number {
    return this.sizes[this.find(record)];
  }

  members(record: number): number[] {
    const all = [record];
    for (let at = this.next[record]; at !== record; at = this.next[at]) all.push(at);
    return all;
  }

  /** The root of each record's cluster. */
  labels(): Int32Array {
    return this.parent.map((_, record) => this.find(record));
  }

  /** Whether a *keep separate* stands between the two clusters. */
  keptApart(a: number, b: number): boolean {
    return this.apart.size > 0 && (this.apart.get(this.find(a))?.has(this.find(b)) ?? false);
  }

  /** Joins the two clusters; false where they were one already or are kept apart. */
  join(a: number, b: number): boolean {
    let keep = this.find(a);
    let give = this.find(b);
    if (keep === give || this.keptApart(keep, give)) return false;
    if (this.sizes[keep] < this.sizes[give] || (this.sizes[keep] === this.sizes[give] && keep > give)) {
      [keep, give] = [give, keep];
    }
    this.parent[give] = keep;
    this.sizes[keep] += this.sizes[give];
    const after = this.next[keep];
    this.next[keep] = this.next[give];
    this.next[give] = after;
    this.inheritApart(keep, give);
    return true;
  }

  private forbid(root: number, other: number): void {
    const set = this.apart.get(root);
    if (set) set.add(other);
    else this.apart.set(root, new Set([other]));
  }

  private inheritApart(keep: number, give: number): void {
    const enemies = this.apart.get(give);
    if (!enemies) return;
    this.apart.delete(give);
    for (const enemy of enemies) {
      this.apart.get(enemy)?.delete(give);
      this.forbid(enemy, keep);
      this.forbid(keep, enemy);
    }
  }
}
