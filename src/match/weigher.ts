import { Bounds } from './bounds';
import type { Comparer } from './comparer';
import { type FieldKey, MISSING } from './field';
import type { Fields } from './fields';
import { nearlyProbability, oneMore } from './odds';
import { PairLevels } from './pair-levels';
import type { Rates, ValueCounts } from './rates';
import { Relations } from './relations';
import { cellOf, conditionsOf, shareOf, Weights } from './weights';

/** Turns levels of agreement into bits. */
export class Weigher {
  readonly relations: Relations;
  readonly weights: Weights;
  readonly bounds: Bounds;
  /** See {@link conditionsOf}. */
  readonly conditions: Uint8Array;
  private readonly compared: PairLevels;
  /** Where the levels of the pair weighed last stand. */
  private lastAt = 0;
  /** Fields in the order in which pairs are compared until they are hopeless: the cheap and telling ones first. */
  private readonly order: number[];
  /** Index of the field, −1 where there is none. */
  readonly email: number;
  private readonly names: number[];
  /** The first of the name fields, with which all are compared. */
  private readonly namesAt: number;

  constructor(
    readonly fields: Fields,
    readonly comparer: Comparer,
  ) {
    this.relations = new Relations(fields);
    this.weights = new Weights(fields);
    this.bounds = new Bounds(fields, comparer, this.weights);
    this.conditions = conditionsOf(this.relations);
    this.compared = new PairLevels(comparer);
    this.email = fields.all.findIndex((field) => field.key === 'email');
    this.names = fields.all.map((_, f) => f).filter((f) => comparer.isName(f));
    this.namesAt = this.names[0] ?? -1;
    const cost = (f: number) => COSTS[fields.all[f].key] ?? USUAL_COST;
    this.order = fields.all
      .map((_, f) => f)
      .filter((f) => !comparer.isName(f) || f === this.namesAt)
      .sort((x, y) => cost(x) - cost(y));
  }

  /** log2 of the odds that two records are one person's. */
  get prior(): number {
    return this.weights.prior;
  }

  /** Takes over new rates; `values` as counted lately. */
  set(rates: Rates, values: ValueCounts): void {
    this.weights.set(rates, values);
    this.bounds.set(rates);
  }

  /**
   * Evidence in bits, prior included, from the levels at `at` of `levels`: weights by field go to `out`, and to `outNear`
   * those for two people who live or work together.
   */
  private weigh(
    levels: Uint8Array,
    at: number,
    a: number,
    b: number,
    out?: Float64Array,
    outNear?: Float64Array,
  ): number {
    const { email, conditions } = this;
    const { match, near: nearMatch, tops, rarity, rarityShare, nearRarityShare, prior } = this.weights;
    const { ids, width } = this.comparer;
    const holding = this.relations.holding(levels, at) * width;
    let sum = prior;
    let near = prior;
    for (let f = 0; f < width; f++) {
      const level = levels[at + f];
      let bits = 0;
      let nearBits = 0;
      if (level !== MISSING) {
        const cell = cellOf(f, conditions[holding + f], level);
        bits = match[cell];
        nearBits = nearMatch[cell];
        if (level === tops[f]) {
          const more = rarity[f][ids[a * width + f] || ids[b * width + f]];
          bits += rarityShare[shareOf(cell)] * more;
          nearBits += nearRarityShare[shareOf(cell)] * more;
        } else if (f === email && bits > nearBits && this.comparer.areSameFamily(levels, at)) {
          // E-mails made from one family name and one firm are alike whoever has them.
          nearBits = bits;
        }
      }
      if (out) out[f] = bits;
      if (outNear) outNear[f] = nearBits;
      sum += bits;
      near += nearBits;
    }
    return this.comparer.arePeople(levels, at) ? this.lessNear(sum, near) : sum;
  }

  /** What is left of the evidence once two people who live or work together have been considered. */
  lessNear(bits: number, near: number): number {
    return bits - oneMore(near + this.weights.nearPrior);
  }

  /** How likely, if two records are not one person's, it is that they live or work together. */
  nearProbability(near: number): number {
    return nearlyProbability(near + this.weights.nearPrior);
  }

  /** Compares and weighs two records. */
  pair(a: number, b: number, out?: Float64Array, outNear?: Float64Array): number {
    this.lastAt = this.compared.at(a, b);
    return this.weigh(this.compared.levels, this.lastAt, a, b, out, outNear);
  }

  /** Whether the two records compared last are people. */
  lastWerePeople(): boolean {
    return this.comparer.arePeople(this.compared.levels, this.lastAt);
  }

  /** Levels of all fields of two records. */
  levels(a: number, b: number): Uint8Array {
    const at = this.compared.at(a, b);
    return this.compared.levels.subarray(at, at + this.comparer.width);
  }

  /**
   * Compares two records, `a` below `b`, that were never compared, field by field for as long as they can reach `cut` bits.
   * @returns their weight, or −∞ once it is sure to be below `cut`
   */
  pairIf(cut: number, a: number, b: number): number {
    const { levels: out, next: at } = this.compared;
    const { ids, width } = this.comparer;
    const ofA = a * width;
    const ofB = b * width;
    let sum = this.bounds.of(a, b);
    for (let i = 0; i < this.order.length; i++) {
      if (sum < cut) return Number.NEGATIVE_INFINITY;
      const f = this.order[i];
      if (f === this.namesAt) sum += this.compareNames(a, b, out, at);
      else {
        const x = ids[ofA + f];
        const y = ids[ofB + f];
        const level = this.comparer.values(f, x, y);
        out[at + f] = level;
        if (level !== MISSING) sum += this.bounds.at(f, level, x) - this.bounds.most(f, x, y);
      }
    }
    if (sum < cut) return Number.NEGATIVE_INFINITY;
    const weight = this.weigh(out, at, a, b);
    if (weight >= cut) this.compared.keep(a, b);
    return weight;
  }

  /** Compares the name fields; answers by how much the upper bound changes. */
  private compareNames(a: number, b: number, out: Uint8Array, at: number): number {
    const { ids, width } = this.comparer;
    this.comparer.names(a, b, out, at);
    let change = 0;
    for (const f of this.names) {
      const x = ids[a * width + f];
      const y = ids[b * width + f];
      const level = out[at + f];
      change -= this.bounds.most(f, x, y);
      if (level !== MISSING) change += this.bounds.at(f, level, x || y);
    }
    return change;
  }
}

/** Fields whose values take long to compare. */
const COSTS: Partial<Record<FieldKey, number>> = {
  phone: 0,
  birthDate: 1,
  number: 1,
  given: 2,
  family: 2,
  firm: 2,
  postcode: 3,
  email: 4,
};
/** Of all other fields. */
const USUAL_COST = 5;
