import { MISSING } from './field';
import type { Sample } from './samples';
import type { Weigher } from './weigher';
import { cellOf, shareOf } from './weights';

/** A sample that is weighed again and again while the rates change: what its levels settle is worked out once. */
export class WeighedSample {
  /** Evidence that the two records weighed last are of people who live or work together, prior included. */
  lastNear = 0;
  /** By pair and field: where its weight stands (see {@link cellOf}), 0 where a value is missing. */
  private readonly cells: Uint16Array;
  /** By pair and field: what the rarity of a value that both have adds. */
  private readonly rarity: Float64Array;
  private raritySet: readonly Float64Array[] | null = null;
  /** By pair: the field that counts for two of one family as for one person; past all fields where there is none. */
  private readonly kin: Uint8Array;
  private readonly people: Uint8Array;

  constructor(
    readonly sample: Sample,
    private readonly weigher: Weigher,
  ) {
    const { comparer, conditions, email, relations, weights } = weigher;
    const { width } = comparer;
    const { a, levels } = sample;
    this.cells = new Uint16Array(levels.length);
    this.rarity = new Float64Array(levels.length);
    this.kin = new Uint8Array(a.length).fill(width);
    this.people = new Uint8Array(a.length);
    for (let i = 0, at = 0; i < a.length; i++, at += width) {
      const holding = relations.holding(levels, at) * width;
      for (let f = 0; f < width; f++) {
        if (levels[at + f] !== MISSING) this.cells[at + f] = cellOf(f, conditions[holding + f], levels[at + f]);
      }
      this.people[i] = comparer.arePeople(levels, at) ? 1 : 0;
      if (email >= 0 && levels[at + email] < weights.tops[email] && comparer.areSameFamily(levels, at))
        this.kin[i] = email;
    }
  }

  /** Whether a pair is of two people. */
  arePeople(i: number): boolean {
    return this.people[i] === 1;
  }

  /** As {@link Weigher.pair}, for pair `i` by the weigher's present weights. */
  weigh(i: number, out?: Float64Array): number {
    const { match, near: nearMatch, rarityShare, nearRarityShare, prior } = this.weigher.weights;
    const { cells, rarity } = this;
    const { width } = this.weigher.comparer;
    const kin = this.kin[i];
    let sum = prior;
    let near = prior;
    for (let f = 0, at = i * width; f < width; f++, at++) {
      const cell = cells[at];
      const more = rarity[at];
      const bits = match[cell] + rarityShare[shareOf(cell)] * more;
      const nearBits = nearMatch[cell] + nearRarityShare[shareOf(cell)] * more;
      if (out) out[f] = bits;
      sum += bits;
      near += f === kin && bits > nearBits ? bits : nearBits;
    }
    this.lastNear = near;
    return this.people[i] === 1 ? this.weigher.lessNear(sum, near) : sum;
  }

  /** To be called after rates were set: rarities change seldom. */
  refresh(): void {
    const { tops, rarity } = this.weigher.weights;
    if (this.raritySet === rarity) return;
    this.raritySet = rarity;
    const { ids, width } = this.weigher.comparer;
    const { a, b, levels } = this.sample;
    for (let i = 0, at = 0; i < a.length; i++) {
      for (let f = 0; f < width; f++, at++) {
        if (levels[at] === tops[f]) this.rarity[at] = rarity[f][ids[a[i] * width + f] || ids[b[i] * width + f]];
      }
    }
  }
}
