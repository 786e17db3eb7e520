import { mix } from './text';

/** Remembers the level of pairs of value ids: an open-addressing table that doubles when it is three quarters full. */
export class LevelMemo {
  private capacity = 1 << 12;
  private low = new Int32Array(this.capacity);
  private high = new Int32Array(this.capacity);
  private level = new Uint8Array(this.capacity);
  private held = 0;

  constructor(private readonly compare: (a: number, b: number) => number) {}

  get(a: number, b: number): number {
    const low = a < b ? a : b;
    const high = a < b ? b : a;
    const slot = this.slotOf(low, high);
    if (this.level[slot] !== 0) return this.level[slot];
    const level = this.compare(low, high);
    this.put(slot, low, high, level);
    return level;
  }

  /** Where the pair stands or would stand. Level 0 marks a free slot, since two values that are there never give 0. */
  private slotOf(low: number, high: number): number {
    let slot = mix(Math.imul(low, 0x9e3779b1) ^ high) & (this.capacity - 1);
    while (this.level[slot] !== 0 && (this.low[slot] !== low || this.high[slot] !== high)) {
      slot = (slot + 1) & (this.capacity - 1);
    }
    return slot;
  }

  private put(slot: number, low: number, high: number, level: number): void {
    this.low[slot] = low;
    this.high[slot] = high;
    this.level[slot] = level;
    this.held++;
    if (this.held * 4 > this.capacity * 3) this.grow();
  }

  private grow(): void {
    const { low, high, level, capacity } = this;
    this.capacity = capacity * 2;
    this.low = new Int32Array(this.capacity);
    this.high = new Int32Array(this.capacity);
    this.level = new Uint8Array(this.capacity);
    for (let i = 0; i < capacity; i++) {
      if (level[i] === 0) continue;
      const slot = this.slotOf(low[i], high[i]);
      this.low[slot] = low[i];
      this.high[slot] = high[i];
      this.level[slot] = level[i];
    }
  }
}
