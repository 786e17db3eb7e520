import { byWeight, type Edges } from './edges';
import type { FieldKey } from './field';
import { Partition } from './partition';
import type { Weigher } from './weigher';

/** Share of a field's mean weight between two clusters; the rest is its best. */
const MEAN_SHARE = 0.5;
/** Below this mean of the pairs' weights two clusters are held further apart. */
const MEAN_FLOOR = -2;
const MEAN_PENALTY = 2;
/** Members of each cluster that are compared with each other. */
const SAMPLED = 8;

/** Records on the smaller side that are taken to be wrong each by its own chance. */
const MOST_ERRORS = 3;
/** Fields that a person keeps for life; phones, addresses and firms change. */
const LASTING: ReadonlySet<FieldKey> = new Set<FieldKey>(['given', 'birthDate', 'sex']);

type Pair = readonly [number, number];

/** Says whether two clusters must not be joined. */
type Refusal = (left: readonly number[], right: readonly number[]) => boolean;

/** Weights by field over the pairs between two clusters. */
class FieldEvidence {
  /** The pair's weights are put here before {@link add}. */
  readonly last: Float64Array;
  private readonly sum: Float64Array;
  private readonly most: Float64Array;
  private readonly filled: Int32Array;

  /** `lasting[f]`: a person keeps it for life, so records of one that differ in it do so by errors, each for itself. */
  constructor(
    width: number,
    private readonly lasting: readonly boolean[],
  ) {
    this.last = new Float64Array(width);
    this.sum = new Float64Array(width);
    this.most = new Float64Array(width);
    this.filled = new Int32Array(width);
  }

  clear(): void {
    this.sum.fill(0);
    this.most.fill(Number.NEGATIVE_INFINITY);
    this.filled.fill(0);
  }

  add(): void {
    for (let f = 0; f < this.last.length; f++) {
      const bits = this.last[f];
      if (bits === 0) continue;
      this.filled[f]++;
      this.sum[f] += bits;
      if (bits > this.most[f]) this.most[f] = bits;
    }
  }

  /**
   * Over the fields: mostly the mean of the pairs where both are filled, and some of the best. `fewest` records stand on the
   * smaller side: if a lasting field agrees in no pair, all of them would have to be wrong.
   */
  total(fewest: number): number {
    let bits = 0;
    for (let f = 0; f < this.last.length; f++) {
      if (this.filled[f] === 0) continue;
      const field = (MEAN_SHARE * this.sum[f]) / this.filled[f] + (1 - MEAN_SHARE) * this.most[f];
      bits += this.lasting[f] && this.most[f] < 0 ? field * Math.min(fewest, MOST_ERRORS) : field;
    }
    return bits;
  }
}

/** Clusters that grow by the evidence between whole clusters, so that one bridge does not chain two people together. */
export class Agglomerator {
  readonly partition: Partition;
  private readonly match: FieldEvidence;
  private readonly near: FieldEvidence;
  private readonly refused = new Map<number, number>();

  constructor(
    private readonly weigher: Weigher,
    size: number,
    together: readonly Pair[],
    apart: readonly Pair[],
  ) {
    const lasting = weigher.fields.all.map((field) => LASTING.has(field.key));
    this.match = new FieldEvidence(lasting.length, lasting);
    this.near = new FieldEvidence(lasting.length, lasting);
    this.partition = new Partition(size, apart);
    for (const [a, b] of together) this.tryJoin(a, b);
  }

  private tryJoin(a: number, b: number): void {
    const { label } = this.partition;
    const [x, y] = [label[a], label[b]];
    if (x !== y && !this.partition.keptApart(this.partition.members(x), y)) this.partition.join(x, y);
  }

  /**
   * Goes through the edges by weight and joins clusters whose joint evidence reaches `cut` bits; with `within`, only inside those
   * larger clusters.
   */
  grow(edges: Edges, cut: number, within?: Int32Array, refuses: Refusal = () => false): void {
    const { label } = this.partition;
    this.refused.clear();
    for (const e of byWeight(edges)) {
      const [a, b] = [edges.a[e], edges.b[e]];
      if (within && within[a] !== within[b]) continue;
      const [x, y] = [label[a], label[b]];
      if (x === y) continue;
      const [left, right] = [this.partition.members(x), this.partition.members(y)];
      const key = x < y ? x * label.length + y : y * label.length + x;
      const sizes = left.length + right.length;
      if (this.refused.get(key) === sizes || this.partition.keptApart(left, y) || refuses(left, right)) continue;
      const single = left.length === 1 && right.length === 1;
      const bits = single ? edges.weights[e] : this.between(left, right);
      if (bits >= cut) this.partition.join(x, y);
      else this.refused.set(key, sizes);
    }
  }

  /** Evidence in bits that two groups of records are one person's. */
  between(left: readonly number[], right: readonly number[]): number {
    this.match.clear();
    this.near.clear();
    let total = 0;
    let pairs = 0;
    let people = false;
    const stepLeft = Math.ceil(left.length / SAMPLED);
    const stepRight = Math.ceil(right.length / SAMPLED);
    for (let i = 0; i < left.length; i += stepLeft) {
      for (let j = 0; j < right.length; j += stepRight) {
        total += this.weigher.pair(left[i], right[j], this.match.last, this.near.last);
        people ||= this.weigher.lastWerePeople();
        pairs++;
        this.match.add();
        this.near.add();
      }
    }
    const fewest = Math.min(left.length, right.length);
    const match = this.weigher.prior + this.match.total(fewest);
    const bits = people ? this.weigher.lessNear(match, this.weigher.prior + this.near.total(fewest)) : match;
    const mean = total / pairs;
    return mean < MEAN_FLOOR ? bits + (mean - MEAN_FLOOR) * MEAN_PENALTY : bits;
  }

  /**
   * Moves single records (with `movable`, those with a 1) to where they fit best, or out: what greedy growth got wrong early.
   * @returns how many were moved
   */
  settle(edges: Edges, cut: number, movable?: Uint8Array): number {
    const { partition } = this;
    const near = neighbours(edges, partition);
    let moved = 0;
    for (const [record, labels] of near) {
      if (movable && movable[record] === 0) continue;
      const home = partition.label[record];
      const rest = partition.members(home).filter((other) => other !== record);
      if (rest.length === 0 && labels.size === 0) continue;
      const stay = rest.length > 0 ? this.between([record], rest) : cut;
      let best = Math.max(stay, cut);
      let to = stay >= cut ? home : -1;
      for (const label of labels) {
        if (label === home || partition.members(label).length === 0 || partition.keptApart([record], label)) continue;
        const bits = this.between([record], partition.members(label));
        if (bits > best + 0.5) [best, to] = [bits, label];
      }
      if (to === home || (to < 0 && rest.length === 0)) continue;
      partition.move(record, to);
      moved++;
    }
    return moved;
  }
}

/** Records with an edge out of their cluster, or in a cluster of three and more, with the clusters around them. */
function neighbours(edges: Edges, partition: Partition): Map<number, Set<number>> {
  const { label } = partition;
  const near = new Map<number, Set<number>>();
  const around = (record: number) => {
    let set = near.get(record);
    if (!set) {
      set = new Set();
      near.set(record, set);
    }
    return set;
  };
  for (let e = 0; e < edges.size; e++) {
    const [a, b] = [edges.a[e], edges.b[e]];
    if (label[a] === label[b]) {
      if (partition.members(label[a]).length < 3) continue;
      around(a);
      around(b);
    } else if (edges.weights[e] >= 0) {
      around(a).add(label[b]);
      around(b).add(label[a]);
    }
  }
  return new Map([...near].sort(([x], [y]) => x - y));
}
