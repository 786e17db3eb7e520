import { imul } from './arithmetic';
import { mix } from './text';

/** Bits that a level takes. */
const LEVEL_BITS = 3;

/** The same comparison, each pair of values compared once. */
export function remembered(compare: (a: number, b: number) => number): (a: number, b: number) => number {
  const memo = new LevelMemo(compare);
  return (a, b) => memo.get(a, b);
}

/** Remembers the level of pairs of value ids: an open-addressing table that doubles when it is two thirds full. */
class LevelMemo {
  private capacity = 1 << 12;
  /** Two numbers for each slot beside each other: the lower id, and the higher with the level in its lower bits. */
  private slots = new Int32Array(2 * this.capacity);
  private held = 0;

  constructor(private readonly compare: (a: number, b: number) => number) {}

  get(a: number, b: number): number {
    const low = a < b ? a : b;
    const high = a < b ? b : a;
    const slot = this.slotOf(low, high);
    const held = this.slots[slot + 1];
    if (held !== 0) return held & ((1 << LEVEL_BITS) - 1);
    const level = this.compare(low, high);
    this.slots[slot] = low;
    this.slots[slot + 1] = (high << LEVEL_BITS) | level;
    this.held++;
    if (this.held * 3 > this.capacity * 2) this.grow();
    return level;
  }

  /** Where the pair stands or would stand; 0 marks a free slot, since two values that are there never give level 0. */
  private slotOf(low: number, high: number): number {
    const { slots } = this;
    const mask = 2 * this.capacity - 1;
    let slot = (2 * mix(imul(low, 0x9e3779b1) ^ high)) & mask;
    while (slots[slot + 1] !== 0 && (slots[slot] !== low || slots[slot + 1] >>> LEVEL_BITS !== high)) {
      slot = (slot + 2) & mask;
    }
    return slot;
  }

  private grow(): void {
    const { slots } = this;
    this.capacity *= 2;
    this.slots = new Int32Array(2 * this.capacity);
    for (let i = 0; i < slots.length; i += 2) {
      if (slots[i + 1] === 0) continue;
      const to = this.slotOf(slots[i], slots[i + 1] >>> LEVEL_BITS);
      this.slots[to] = slots[i];
      this.slots[to + 1] = slots[i + 1];
    }
  }
}
