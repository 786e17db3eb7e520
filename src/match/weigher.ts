import { max, min } from './arithmetic';
import type { Comparer } from './comparer';
import { TOO_FEW } from './defaults';
import { type FieldKey, MISSING, topLevel } from './field';
import type { Fields } from './fields';
import { nearlyProbability, oneMore } from './odds';
import { PairLevels } from './pair-levels';
import { PERSONAL, type Rates, type ValueCounts } from './rates';
import { Relations } from './relations';

/** Most and least that the rarity of a value adds to the weight of agreeing in it, in bits. */
const RARITY_MOST = 6;
const RARITY_LEAST = -8;

/** Turns levels of agreement into bits. */
export class Weigher {
  readonly relations: Relations;
  /** Weights by field, condition (0 none, p + 1: parent p holds) and level: see {@link cellOf}. */
  private readonly table: Float64Array;
  private readonly nearTable: Float64Array;
  /** By field and condition: how much of the rarity counts. */
  private readonly rarityShare: Float64Array;
  /** By the agreements that hold (a bit set) and field: its condition. */
  private readonly conditions: Uint8Array;
  /** By field and value id: what its rarity adds. */
  private rarity: Float64Array[] = [];
  private readonly tops: number[];
  private readonly compared: PairLevels;
  /** Where the levels of the pair weighed last stand. */
  private lastAt = 0;
  /** By field: the most it can give at each level, at any level but the top for two different values, and for the same value. */
  private mostAt: Float64Array[] = [];
  private mostOther: number[] = [];
  private mostSame: number[] = [];
  private mostMissing: number[] = [];
  private rarityMore: Float64Array[] = [];
  private valuesSet: ValueCounts | null = null;
  private chanceSet: Float64Array[] | null = null;
  /** Fields in the order in which pairs are compared until they are hopeless: the cheap and telling ones first. */
  private readonly order: number[];
  prior = 0;
  /** Evidence that the two records weighed last are of people who live or work together, prior included. */
  lastNear = 0;
  /** log2 of {@link Rates.nearShare}. */
  private nearPrior = 0;
  private readonly shared: boolean[];
  private readonly email: number;
  private readonly names: number[];
  /** The first of the name fields, with which all are compared. */
  private readonly namesAt: number;

  constructor(
    readonly fields: Fields,
    readonly comparer: Comparer,
  ) {
    this.relations = new Relations(fields);
    this.compared = new PairLevels(comparer);
    this.tops = fields.all.map(topLevel);
    this.email = fields.all.findIndex((field) => field.key === 'email');
    this.names = fields.all.map((_, f) => f).filter((f) => this.isName(f));
    this.namesAt = this.names[0] ?? -1;
    this.conditions = conditionsOf(this.relations);
    this.table = new Float64Array(cellOf(this.tops.length, 0, 0));
    this.nearTable = new Float64Array(this.table.length);
    this.rarityShare = new Float64Array(this.tops.length * CONDITIONS);
    this.shared = fields.all.map((field) => !PERSONAL.has(field.key));
    const cost = (f: number) => COSTS[fields.all[f].key] ?? USUAL_COST;
    this.order = fields.all
      .map((_, f) => f)
      .filter((f) => !this.isName(f) || f === this.namesAt)
      .sort((x, y) => cost(x) - cost(y));
  }

  /** Takes over new rates; `values` as counted lately. */
  set(rates: Rates, values: ValueCounts): void {
    this.prior = rates.prior;
    this.nearPrior = Math.log2(rates.nearShare);
    rates.m.forEach((m, f) => {
      const top = this.tops[f];
      [rates.u[f], ...rates.given[f]].forEach((u, condition) => {
        for (let level = 1; level <= top; level++) {
          const cell = cellOf(f, condition, level);
          this.table[cell] = Math.log2(m[level - 1] / u[level - 1]);
          this.nearTable[cell] = this.shared[f] ? Math.log2(rates.near[f][level - 1] / u[level - 1]) : 0;
        }
        const share = Math.log2(u[top - 1]) / Math.log2(rates.u[f][top - 1]);
        this.rarityShare[f * CONDITIONS + condition] = max(0, min(1, share));
      });
    });
    this.mostAt = this.tops.map((top, f) =>
      Float64Array.from({ length: top + 1 }, (_, level) =>
        max(...[rates.u[f], ...rates.given[f]].map((_, condition) => this.table[cellOf(f, condition, level)])),
      ),
    );
    this.mostOther = this.mostAt.map((most, f) => {
      // Different values can have the top level: names crossed, phones with and without their country.
      const levels = this.isName(f) || this.fields.all[f].key === 'phone' ? this.tops[f] + 1 : this.tops[f];
      return max(...most.subarray(0, levels)) + (levels > this.tops[f] ? RARITY_MOST : 0);
    });
    this.mostSame = this.mostAt.map((most, f) => most[this.tops[f]]);
    this.mostMissing = this.mostOther.map((most, f) => (this.isName(f) ? max(0, most) : 0));
    if (this.valuesSet !== values || this.chanceSet !== rates.u) this.setRarity(rates, values);
  }

  /** Only where chance or the values have changed: there are many values. */
  private setRarity(rates: Rates, values: ValueCounts): void {
    this.valuesSet = values;
    this.chanceSet = rates.u;
    this.rarity = rates.u.map((u, f) => {
      const typical = u[this.tops[f] - 1];
      return values.counts[f].map((count) => {
        // Two levels say too little, and too few records nothing, of how rare a value is.
        if (this.tops[f] <= 2 || this.fields.size < TOO_FEW) return 0;
        const share = max(1, count) / max(1, values.totals[f]);
        return max(RARITY_LEAST, min(RARITY_MOST, Math.log2(typical / share)));
      });
    });
    this.rarityMore = this.rarity.map((bits) => bits.map((more) => max(0, more)));
  }

  /**
   * Evidence in bits, prior included, from the levels at `at` of `levels`: weights by field go to `out`, and to `outNear`
   * those for two people who live or work together.
   */
  weigh(levels: Uint8Array, at: number, a: number, b: number, out?: Float64Array, outNear?: Float64Array): number {
    const { table, nearTable, tops, email, conditions, rarity, rarityShare, shared } = this;
    const { ids, width } = this.comparer;
    const holding = this.relations.holding(levels, at) * width;
    let sum = this.prior;
    let near = this.prior;
    for (let f = 0; f < width; f++) {
      const level = levels[at + f];
      let bits = 0;
      let nearBits = 0;
      if (level !== MISSING) {
        const condition = conditions[holding + f];
        const cell = cellOf(f, condition, level);
        bits = table[cell];
        nearBits = nearTable[cell];
        if (level === tops[f]) {
          const more = rarityShare[f * CONDITIONS + condition] * rarity[f][ids[a * width + f] || ids[b * width + f]];
          bits += more;
          if (shared[f]) nearBits += more;
        } else if (f === email && bits > nearBits && this.sameFamily(levels, at)) {
          // E-mails made from one family name and one firm are alike whoever has them.
          nearBits = bits;
        }
      }
      if (out) out[f] = bits;
      if (outNear) outNear[f] = nearBits;
      sum += bits;
      near += nearBits;
    }
    this.lastNear = near;
    return this.arePeople(levels, at) ? this.lessNear(sum, near) : sum;
  }

  private sameFamily(levels: Uint8Array, at: number): boolean {
    return this.comparer.family >= 0 && levels[at + this.comparer.family] >= 6;
  }

  /** Whether the pair at `at` is of two people's names, to whom a home or an office may be common. */
  arePeople(levels: Uint8Array, at: number): boolean {
    return this.comparer.swapped >= 0 && levels[at + this.comparer.swapped] !== MISSING;
  }

  /** What is left of the evidence once two people who live or work together have been considered. */
  lessNear(bits: number, near: number): number {
    return bits - oneMore(near + this.nearPrior);
  }

  /** How likely, if two records are not one person's, it is that they live or work together. */
  nearProbability(near: number): number {
    return nearlyProbability(near + this.nearPrior);
  }

  /** Compares and weighs two records. */
  pair(a: number, b: number, out?: Float64Array, outNear?: Float64Array): number {
    this.lastAt = this.compared.at(a, b);
    return this.weigh(this.compared.levels, this.lastAt, a, b, out, outNear);
  }

  /** Whether the two records compared last are people. */
  lastWerePeople(): boolean {
    return this.arePeople(this.compared.levels, this.lastAt);
  }

  /** Levels of all fields of two records. */
  levels(a: number, b: number): Uint8Array {
    const at = this.compared.at(a, b);
    return this.compared.levels.subarray(at, at + this.tops.length);
  }

  private isName(f: number): boolean {
    const { given, family, swapped, firm } = this.comparer;
    return f === given || f === family || f === swapped || f === firm;
  }

  /** The most that a field can give to two values. */
  private most(f: number, x: number, y: number): number {
    if (x === 0 || y === 0) return this.mostMissing[f];
    return x === y ? this.mostSame[f] + this.rarityMore[f][x] : this.mostOther[f];
  }

  /** An upper bound of {@link pair}, from which values are the very same, without comparing any. */
  bound(a: number, b: number): number {
    const { ids, width } = this.comparer;
    let ofA = a * width;
    let ofB = b * width;
    let sum = this.prior;
    for (let f = 0; f < width; f++) sum += this.most(f, ids[ofA++], ids[ofB++]);
    return sum;
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
    let sum = this.bound(a, b);
    for (let i = 0; i < this.order.length; i++) {
      if (sum < cut) return Number.NEGATIVE_INFINITY;
      const f = this.order[i];
      if (f === this.namesAt) sum += this.compareNames(a, b, out, at);
      else {
        const x = ids[ofA + f];
        const y = ids[ofB + f];
        const level = x === 0 || y === 0 ? MISSING : this.comparer.values(f, x, y);
        out[at + f] = level;
        if (level !== MISSING) sum += this.mostAt[f][level] + this.moreOf(f, level, x) - this.most(f, x, y);
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
      change -= this.most(f, x, y);
      if (level !== MISSING) change += this.mostAt[f][level] + this.moreOf(f, level, x || y);
    }
    return change;
  }

  private moreOf(f: number, level: number, id: number): number {
    return level === this.tops[f] ? this.rarityMore[f][id] : 0;
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

/** Conditions of a field (none and its parents), and levels (none included), at most. */
const CONDITIONS = 4;
const LEVELS = 8;

/** See {@link Weigher.conditions}: 0 none, p + 1 where of a field's parents p is the first that holds. */
function conditionsOf({ agreements, parents }: Relations): Uint8Array {
  const conditions = new Uint8Array(parents.length << agreements.length);
  return conditions.map((_, i) => {
    const holding = Math.floor(i / parents.length);
    return parents[i % parents.length].findIndex((parent) => ((holding >>> parent) & 1) === 1) + 1;
  });
}

function cellOf(f: number, condition: number, level: number): number {
  return (f * CONDITIONS + condition) * LEVELS + level;
}
