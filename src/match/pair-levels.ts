import { imul } from './arithmetic';
import type { Comparer } from './comparer';
import { mix } from './text';

/** Levels of pairs of records, each pair compared once, however often it is asked for. */
export class PairLevels {
  /** Levels of the fields of a pair stand beside each other, the pairs in the order of their coming. */
  levels: Uint8Array;
  private size = 0;
  private a = new Int32Array(1 << 12);
  private b = new Int32Array(1 << 12);
  /** Place + 1 of the pair in a slot, 0 where free. */
  private slots = new Int32Array(1 << 13);

  constructor(private readonly comparer: Comparer) {
    this.levels = new Uint8Array(this.a.length * comparer.width);
  }

  /** Where the levels of the next pair may be written, to be kept by {@link keep}. */
  get next(): number {
    return this.size * this.comparer.width;
  }

  /** Keeps what stands at {@link next} for the pair, which must be new, `a` below `b`. */
  keep(a: number, b: number): void {
    this.slots[this.slotOf(a, b)] = this.size + 1;
    this.a[this.size] = a;
    this.b[this.size] = b;
    this.size++;
    if (this.size === this.a.length) this.grow();
  }

  /** Where the levels of two records stand, compared now if they never were. */
  at(x: number, y: number): number {
    const [a, b] = x < y ? [x, y] : [y, x];
    const held = this.slots[this.slotOf(a, b)];
    if (held !== 0) return (held - 1) * this.comparer.width;
    const at = this.next;
    this.comparer.all(a, b, this.levels, at);
    this.keep(a, b);
    return at;
  }

  private slotOf(a: number, b: number): number {
    const mask = this.slots.length - 1;
    let slot = mix(imul(a, 0x9e3779b1) ^ b) & mask;
    for (let held = this.slots[slot]; held !== 0; held = this.slots[slot]) {
      if (this.a[held - 1] === a && this.b[held - 1] === b) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private grow(): void {
    const { a, b, levels } = this;
    this.a = new Int32Array(a.length * 2);
    this.a.set(a);
    this.b = new Int32Array(b.length * 2);
    this.b.set(b);
    this.levels = new Uint8Array(levels.length * 2);
    this.levels.set(levels);
    this.slots = new Int32Array(this.slots.length * 2);
    for (let i = 0; i < this.size; i++) this.slots[this.slotOf(this.a[i], this.b[i])] = i + 1;
  }
}
