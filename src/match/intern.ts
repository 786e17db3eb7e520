import { hashText } from './text';

/** A column with each distinct text held once. Id 0 is the missing value. */
export interface Interned {
  /** By record. */
  ids: Int32Array;
  /** By id; `texts[0]` is `''`. */
  texts: string[];
}

/** Gives each distinct text a number, in the order of their coming; `''` is 0. */
export class Interner {
  readonly texts = [''];
  /** {@link hashText} by id, with the salt. */
  hashes = new Uint32Array(1 << 9);
  /** Open addressing, no fuller than half: ids, 0 where free. */
  private slots = new Int32Array(1 << 10);

  constructor(private readonly salt = 0) {}

  id(text: string): number {
    if (text === '') return 0;
    const { hashes, slots, texts } = this;
    const hash = hashText(text, this.salt);
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let id = slots[slot]; id !== 0; id = slots[slot]) {
      if (hashes[id] === hash && texts[id] === text) return id;
      slot = (slot + 1) & mask;
    }
    const fresh = texts.length;
    slots[slot] = fresh;
    hashes[fresh] = hash;
    texts.push(text);
    if (texts.length === hashes.length) this.grow();
    return fresh;
  }

  private grow(): void {
    const hashes = new Uint32Array(this.hashes.length * 2);
    hashes.set(this.hashes);
    this.hashes = hashes;
    this.slots = new Int32Array(hashes.length * 2);
    const mask = this.slots.length - 1;
    for (let id = 1; id < this.texts.length; id++) {
      let slot = hashes[id] & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = id;
    }
  }
}

/** Interns `size` texts. */
export function intern(values: readonly string[], size: number): Interned {
  const interner = new Interner();
  const ids = new Int32Array(size);
  for (let i = 0; i < size; i++) ids[i] = interner.id(values[i] ?? '');
  return { ids, texts: interner.texts };
}

/** The ids that stand at `places`. */
export function idsAt(places: Int32Array, ids: Int32Array): Int32Array {
  const out = new Int32Array(places.length);
  for (let i = 0; i < out.length; i++) out[i] = ids[places[i]];
  return out;
}
