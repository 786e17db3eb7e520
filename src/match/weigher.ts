import type { Comparer } from './comparer';
import { MISSING, topLevel } from './field';
import type { Fields } from './fields';
import { Relations } from './relations';

/** Most and least that the rarity of a value adds to the weight of agreeing in it, in bits. */
const RARITY_MOST = 6;
const RARITY_LEAST = -8;

/** Frequencies of agreement by field and level (index level − 1), as they are fitted. */
export interface Rates {
  /** log2 of the odds that two random records are one person's. */
  prior: number;
  m: Float64Array[];
  u: Float64Array[];
  /** By field, by parent (as in {@link Relations.parents}): u among pairs that agree in the parent. */
  given: Float64Array[][];
}

/** How often each value of a field is held, and by how many records (or clusters) in all. */
export interface ValueCounts {
  counts: Float64Array[];
  totals: Float64Array;
}

/** Turns levels of agreement into bits. */
export class Weigher {
  readonly relations: Relations;
  /** By field: weights by condition (0 none, p + 1: parent p holds) and level. */
  private table: Float64Array[][] = [];
  /** By field and condition: how much of the rarity counts. */
  private rarityShare: Float64Array[] = [];
  /** By field and value id: what its rarity adds. */
  private rarity: Float64Array[] = [];
  private readonly tops: number[];
  private readonly one = new Uint8Array(32);
  /** By field: the most it can give to records whose values differ, and to those with the same value. */
  private mostOther: number[] = [];
  private mostSame: number[] = [];
  prior = 0;

  constructor(
    readonly fields: Fields,
    readonly comparer: Comparer,
  ) {
    this.relations = new Relations(fields, comparer);
    this.tops = fields.all.map(topLevel);
  }

  /** Takes over new rates; `values` as counted lately. */
  set(rates: Rates, values: ValueCounts): void {
    this.prior = rates.prior;
    this.table = rates.m.map((m, f) => [rates.u[f], ...rates.given[f]].map((u) => weightsOf(m, u)));
    this.rarityShare = rates.u.map((u, f) => {
      const top = this.tops[f] - 1;
      return Float64Array.from([u, ...rates.given[f]], (conditional) =>
        Math.max(0, Math.min(1, Math.log2(conditional[top]) / Math.log2(u[top]))),
      );
    });
    this.mostOther = this.table.map((conditions, f) => {
      const people = f === this.comparer.given || f === this.comparer.family;
      const levels = people || this.fields.all[f].key === 'phone' ? this.tops[f] + 1 : this.tops[f];
      return Math.max(...conditions.map((weights) => Math.max(...weights.subarray(0, levels))));
    });
    this.mostSame = this.table.map((conditions, f) => Math.max(...conditions.map((weights) => weights[this.tops[f]])));
    this.rarity = rates.u.map((u, f) => {
      const typical = u[this.tops[f] - 1];
      return values.counts[f].map((count) => {
        if (this.tops[f] <= 2) return 0;
        const share = Math.max(1, count) / Math.max(1, values.totals[f]);
        return Math.max(RARITY_LEAST, Math.min(RARITY_MOST, Math.log2(typical / share)));
      });
    });
  }

  /** Bits of field `f` at `level`, where the agreements `holding` hold between `a` and `b`. */
  weight(f: number, level: number, holding: number, a: number, b: number): number {
    if (level === MISSING) return 0;
    const parents = this.relations.parents[f];
    let condition = 0;
    for (let p = 0; p < parents.length; p++) {
      if ((holding >>> parents[p]) & 1) {
        condition = p + 1;
        break;
      }
    }
    const bits = this.table[f][condition][level];
    if (level !== this.tops[f]) return bits;
    const ids = this.fields.all[f].ids;
    return bits + this.rarityShare[f][condition] * this.rarity[f][ids[a] || ids[b]];
  }

  /** Weights by field of two records whose levels stand in `levels` from `at`; their sum with the prior. */
  weigh(levels: Uint8Array, at: number, a: number, b: number, out?: Float64Array): number {
    const holding = this.relations.holding(levels, at);
    let sum = this.prior;
    for (let f = 0; f < this.tops.length; f++) {
      const bits = this.weight(f, levels[at + f], holding, a, b);
      if (out) out[f] = bits;
      sum += bits;
    }
    return sum;
  }

  /** Compares and weighs two records. */
  pair(a: number, b: number, out?: Float64Array, levels: Uint8Array = this.one): number {
    this.comparer.all(a, b, levels, 0);
    return this.weigh(levels, 0, a, b, out);
  }

  /** An upper bound of {@link pair}, from which values are the very same, without comparing any. */
  bound(a: number, b: number): number {
    let sum = this.prior;
    const { all } = this.fields;
    for (let f = 0; f < all.length; f++) {
      const ids = all[f].ids;
      const [x, y] = [ids[a], ids[b]];
      if (x === 0 || y === 0) continue;
      sum += x === y ? this.mostSame[f] + this.rarityShare[f][0] * this.rarity[f][x] : this.mostOther[f];
    }
    return sum;
  }
}

function weightsOf(m: Float64Array, u: Float64Array): Float64Array {
  const weights = new Float64Array(m.length + 1);
  for (let l = 0; l < m.length; l++) weights[l + 1] = Math.log2(m[l] / u[l]);
  return weights;
}
