import { max, min } from './arithmetic';
import type { Edges } from './edges';
import type { FieldKey } from './field';
import type { Question } from './must-ask';
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
    // Not by `fill`: a call of it costs more than these few fields.
    for (let f = 0; f < this.last.length; f++) {
      this.sum[f] = 0;
      this.most[f] = Number.NEGATIVE_INFINITY;
      this.filled[f] = 0;
    }
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
      bits += this.lasting[f] && this.most[f] < 0 ? field * min(fewest, MOST_ERRORS) : field;
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
  grow(edges: Edges, cut: number, within?: Int32Array, refuses: Question = () => false): void {
    const { label } = this.partition;
    this.refused.clear();
    for (let e = 0; e < edges.size; e++) {
      const [a, b] = [edges.a[e], edges.b[e]];
      if (within && within[a] !== within[b]) continue;
      const [x, y] = [label[a], label[b]];
      if (x === y) continue;
      const single = this.partition.isAlone(a) && this.partition.isAlone(b);
      // Two single records meet in one edge only.
      if (single && edges.weights[e] < cut) continue;
      const [left, right] = [this.partition.members(x), this.partition.members(y)];
      const key = x < y ? x * label.length + y : y * label.length + x;
      const sizes = left.length + right.length;
      if (this.refused.get(key) === sizes || this.partition.keptApart(left, y)) continue;
      const bits = single ? edges.weights[e] : this.between(left, right);
      if (bits >= cut && !refuses(left, right)) this.partition.join(x, y);
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
    const fewest = min(left.length, right.length);
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
    const around = new Neighbours(edges, partition.label.length);
    let moved = 0;
    for (let record = 0; record < partition.label.length; record++) {
      if (movable && movable[record] === 0) continue;
      const home = partition.label[record];
      const labels = around.clusters(record, partition.label);
      if (labels.length === 0 && partition.members(home).length < 3) continue;
      const rest = partition.members(home).filter((other) => other !== record);
      const stay = rest.length > 0 ? this.between([record], rest) : cut;
      let best = max(stay, cut);
      let to = stay >= cut ? home : -1;
      for (const label of labels) {
        if (partition.keptApart([record], label)) continue;
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

/** The edges of each record. */
class Neighbours {
  private readonly first: Int32Array;
  private readonly others: Int32Array;

  constructor({ size, a, b, weights }: Edges, records: number) {
    this.first = new Int32Array(records + 1);
    // Heaviest first: from here on nothing speaks for a move.
    let held = 0;
    while (held < size && weights[held] >= 0) {
      this.first[a[held] + 1]++;
      this.first[b[held++] + 1]++;
    }
    for (let record = 0; record < records; record++) this.first[record + 1] += this.first[record];
    const next = this.first.slice();
    this.others = new Int32Array(2 * held);
    for (let e = 0; e < held; e++) {
      this.others[next[a[e]]++] = b[e];
      this.others[next[b[e]]++] = a[e];
    }
  }

  /** Other clusters that a record has edges into, each once. */
  clusters(record: number, label: Int32Array): number[] {
    const found: number[] = [];
    for (let i = this.first[record]; i < this.first[record + 1]; i++) {
      const other = label[this.others[i]];
      if (other !== label[record] && !found.includes(other)) found.push(other);
    }
    return found;
  }
}
