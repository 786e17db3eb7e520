import { mix } from './text';

/** A growing set of pairs of records, kept in the order of their coming. */
export class PairSet {
  size = 0;
  a: Int32Array;
  b: Int32Array;
  /** Index + 1 of the pair in a slot, 0 where free. */
  private slots: Int32Array;

  constructor(expected: number) {
    const capacity = Math.max(1024, expected);
    this.a = new Int32Array(capacity);
    this.b = new Int32Array(capacity);
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(capacity * 2)));
  }

  /** Adds a pair in either order; false where it was there, or where both are one. */
  add(x: number, y: number): boolean {
    if (x === y) return false;
    const low = x < y ? x : y;
    const high = x < y ? y : x;
    const mask = this.slots.length - 1;
    let slot = mix(Math.imul(low, 0x9e3779b1) ^ high) & mask;
    for (let held = this.slots[slot]; held !== 0; held = this.slots[slot]) {
      if (this.a[held - 1] === low && this.b[held - 1] === high) return false;
      slot = (slot + 1) & mask;
    }
    this.a[this.size] = low;
    this.b[this.size] = high;
    this.size++;
    this.slots[slot] = this.size;
    if (this.size === this.a.length) this.grow();
    return true;
  }

  private grow(): void {
    const capacity = this.a.length * 2;
    const grown = (from: Int32Array) => {
      const to = new Int32Array(capacity);
      to.set(from);
      return to;
    };
    this.a = grown(this.a);
    this.b = grown(this.b);
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(capacity * 2)));
    const mask = this.slots.length - 1;
    for (let i = 0; i < this.size; i++) {
      let slot = mix(Math.imul(this.a[i], 0x9e3779b1) ^ this.b[i]) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = i + 1;
    }
  }
}
