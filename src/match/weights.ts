import { max, min } from './arithmetic';
import { TOO_FEW } from './defaults';
import { topLevel } from './field';
import type { Fields } from './fields';
import { PERSONAL, type Rates, type ValueCounts } from './rates';
import type { Relations } from './relations';

/** Most and least that the rarity of a value adds to the weight of agreeing in it, in bits. */
export const RARITY_MOST = 6;
const RARITY_LEAST = -8;

/** Conditions of a field (none and its parents), and levels (none included), at most. */
const CONDITIONS = 4;
const LEVEL_BITS = 3;

/** Where the weight of a level stands under a condition (0 none, p + 1: parent p holds). */
export function cellOf(f: number, condition: number, level: number): number {
  return ((f * CONDITIONS + condition) << LEVEL_BITS) | level;
}

/** Where the shares of rarity of a field and condition stand that belong to a cell. */
export function shareOf(cell: number): number {
  return cell >>> LEVEL_BITS;
}

/** Rates as bits. */
export class Weights {
  /** By {@link cellOf}; the cell of a missing value holds 0. */
  readonly match: Float64Array;
  /** The same for two people who live or work together. */
  readonly near: Float64Array;
  /** By {@link shareOf}: how much of the rarity counts, for one person and for two who live or work together. */
  readonly rarityShare: Float64Array;
  readonly nearRarityShare: Float64Array;
  /** By field and value id: what its rarity adds. A new array whenever it changes. */
  rarity: Float64Array[] = [];
  /** By field: the top level. */
  readonly tops: number[];
  /** log2 of the odds that two records are one person's. */
  prior = 0;
  /** log2 of {@link Rates.nearShare}. */
  nearPrior = 0;
  private valuesSet: ValueCounts | null = null;
  private chanceSet: Float64Array[] | null = null;

  constructor(private readonly fields: Fields) {
    this.tops = fields.all.map(topLevel);
    this.match = new Float64Array(cellOf(this.tops.length, 0, 0));
    this.near = new Float64Array(this.match.length);
    this.rarityShare = new Float64Array(shareOf(this.match.length));
    this.nearRarityShare = new Float64Array(this.rarityShare.length);
  }

  /** Takes over new rates; `values` as counted lately. */
  set(rates: Rates, values: ValueCounts): void {
    this.prior = rates.prior;
    this.nearPrior = Math.log2(rates.nearShare);
    rates.m.forEach((m, f) => {
      const top = this.tops[f];
      const shared = !PERSONAL.has(this.fields.all[f].key);
      [rates.u[f], ...rates.given[f]].forEach((u, condition) => {
        for (let level = 1; level <= top; level++) {
          const cell = cellOf(f, condition, level);
          this.match[cell] = Math.log2(m[level - 1] / u[level - 1]);
          this.near[cell] = shared ? Math.log2(rates.near[f][level - 1] / u[level - 1]) : 0;
        }
        const share = max(0, min(1, Math.log2(u[top - 1]) / Math.log2(rates.u[f][top - 1])));
        const at = shareOf(cellOf(f, condition, 0));
        this.rarityShare[at] = share;
        this.nearRarityShare[at] = shared ? share : 0;
      });
    });
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
  }
}

/** By the agreements that hold (a bit set) and field, see {@link cellOf}: of a field's parents the first that holds. */
export function conditionsOf({ agreements, parents }: Relations): Uint8Array {
  const conditions = new Uint8Array(parents.length << agreements.length);
  return conditions.map((_, i) => {
    const holding = Math.floor(i / parents.length);
    return parents[i % parents.length].findIndex((parent) => ((holding >>> parent) & 1) === 1) + 1;
  });
}
