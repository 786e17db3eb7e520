import { max } from './arithmetic';
import type { Comparer } from './comparer';
import type { Fields } from './fields';
import type { Rates } from './rates';
import { cellOf, RARITY_MOST, type Weights } from './weights';

/** The most that fields can give, whatever the other fields say. */
export class Bounds {
  /** By field: at each level, at any level but the top for two different values, and for the same value. */
  private mostAt: Float64Array[] = [];
  private mostOther: number[] = [];
  private mostSame: number[] = [];
  private mostMissing: number[] = [];
  /** By field and value id: what its rarity adds, if it adds anything. */
  private rarityMore: Float64Array[] = [];
  private raritySet: Float64Array[] | null = null;

  constructor(
    private readonly fields: Fields,
    private readonly comparer: Comparer,
    private readonly weights: Weights,
  ) {}

  /** Takes over the weights as they are, made of `rates`. */
  set(rates: Rates): void {
    const { match, rarity, tops } = this.weights;
    this.mostAt = tops.map((top, f) =>
      Float64Array.from({ length: top + 1 }, (_, level) =>
        max(...[rates.u[f], ...rates.given[f]].map((_, condition) => match[cellOf(f, condition, level)])),
      ),
    );
    this.mostOther = this.mostAt.map((most, f) => {
      // Different values can have the top level: names crossed, phones with and without their country.
      const levels = this.comparer.isName(f) || this.fields.all[f].key === 'phone' ? tops[f] + 1 : tops[f];
      return max(...most.subarray(0, levels)) + (levels > tops[f] ? RARITY_MOST : 0);
    });
    this.mostSame = this.mostAt.map((most, f) => most[tops[f]]);
    this.mostMissing = this.mostOther.map((most, f) => (this.comparer.isName(f) ? max(0, most) : 0));
    if (this.raritySet === rarity) return;
    this.raritySet = rarity;
    this.rarityMore = rarity.map((bits) => bits.map((more) => max(0, more)));
  }

  /** Of a field, for two values that have not been compared. */
  most(f: number, x: number, y: number): number {
    if (x === 0 || y === 0) return this.mostMissing[f];
    return x === y ? this.mostSame[f] + this.rarityMore[f][x] : this.mostOther[f];
  }

  /** Of a field, at a level, for a value. */
  at(f: number, level: number, id: number): number {
    return this.mostAt[f][level] + (level === this.weights.tops[f] ? this.rarityMore[f][id] : 0);
  }

  /** Of all fields, prior included: from which values are the very same, without comparing any. */
  of(a: number, b: number): number {
    const { ids, width } = this.comparer;
    let ofA = a * width;
    let ofB = b * width;
    let sum = this.weights.prior;
    for (let f = 0; f < width; f++) sum += this.most(f, ids[ofA++], ids[ofB++]);
    return sum;
  }
}
