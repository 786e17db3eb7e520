import { byWeight, type Edges } from './edges';
import { Partition } from './partition';
import type { Weigher } from './weigher';

/** Share of a field's mean weight between two clusters; the rest is its best. */
const MEAN_SHARE = 0.7;
/** Below this mean of the pairs' weights two clusters are held further apart. */
const MEAN_FLOOR = -2;
const MEAN_PENALTY = 0.5;
/** Members of each cluster that are compared with each other. */
const SAMPLED = 8;

type Pair = readonly [number, number];

/** Clusters that grow by the evidence between whole clusters, so that one bridge does not chain two people together. */
export class Agglomerator {
  readonly partition: Partition;
  private readonly width: number;
  private readonly weights: Float64Array;
  private readonly sum: Float64Array;
  private readonly most: Float64Array;
  private readonly filled: Int32Array;
  private readonly refused = new Map<number, number>();

  constructor(
    private readonly weigher: Weigher,
    size: number,
    together: readonly Pair[],
    apart: readonly Pair[],
  ) {
    this.width = weigher.fields.all.length;
    this.weights = new Float64Array(this.width);
    this.sum = new Float64Array(this.width);
    this.most = new Float64Array(this.width);
    this.filled = new Int32Array(this.width);
    this.partition = new Partition(size, apart);
    for (const [a, b] of together) this.tryJoin(a, b);
  }

  private tryJoin(a: number, b: number): void {
    const { label } = this.partition;
    const [x, y] = [label[a], label[b]];
    if (x !== y && !this.partition.keptApart(this.partition.members(x), y)) this.partition.join(x, y);
  }

  /** Goes through the edges by weight and joins clusters whose joint evidence reaches `cut` bits. */
  grow(edges: Edges, cut: number, within?: Int32Array): void {
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
      if (this.refused.get(key) === sizes || this.partition.keptApart(left, y)) continue;
      const single = left.length === 1 && right.length === 1;
      const bits = single ? edges.weights[e] : this.between(left, right);
      if (bits >= cut) this.partition.join(x, y);
      else this.refused.set(key, sizes);
    }
  }

  /** Evidence in bits that two groups of records are one person's. */
  between(left: readonly number[], right: readonly number[]): number {
    const { weights, sum, most, filled, width } = this;
    sum.fill(0);
    most.fill(Number.NEGATIVE_INFINITY);
    filled.fill(0);
    let total = 0;
    let pairs = 0;
    const stepLeft = Math.ceil(left.length / SAMPLED);
    const stepRight = Math.ceil(right.length / SAMPLED);
    for (let i = 0; i < left.length; i += stepLeft) {
      for (let j = 0; j < right.length; j += stepRight) {
        total += this.weigher.pair(left[i], right[j], weights);
        pairs++;
        for (let f = 0; f < width; f++) {
          if (weights[f] === 0) continue;
          filled[f]++;
          sum[f] += weights[f];
          if (weights[f] > most[f]) most[f] = weights[f];
        }
      }
    }
    let bits = this.weigher.prior;
    for (let f = 0; f < width; f++) {
      if (filled[f] > 0) bits += (MEAN_SHARE * sum[f]) / filled[f] + (1 - MEAN_SHARE) * most[f];
    }
    const mean = total / pairs;
    return mean < MEAN_FLOOR ? bits + (mean - MEAN_FLOOR) * MEAN_PENALTY : bits;
  }

  /** Moves single records to where they fit best, or out: what greedy growth got wrong early. */
  settle(edges: Edges, cut: number): number {
    const { partition } = this;
    const near = neighbours(edges, partition.label);
    let moved = 0;
    for (const [record, labels] of near) {
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

/** For records with an edge out of their cluster, or in clusters of three and more: the clusters around them. */
function neighbours(edges: Edges, label: Int32Array): Map<number, Set<number>> {
  const near = new Map<number, Set<number>>();
  const add = (record: number, other: number) => {
    const set = near.get(record);
    if (set) set.add(other);
    else near.set(record, new Set([other]));
  };
  for (let e = 0; e < edges.size; e++) {
    const [a, b] = [edges.a[e], edges.b[e]];
    if (label[a] === label[b] || edges.weights[e] < 0) continue;
    add(a, label[b]);
    add(b, label[a]);
  }
  return new Map([...near].sort(([x], [y]) => x - y));
}
