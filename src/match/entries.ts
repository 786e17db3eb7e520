import { max } from './arithmetic';

const RADIX_BITS = 11;
const RADIX = 1 << RADIX_BITS;

/** A growing list of (key, record), for grouping records by key. Key 0 is not taken. */
export class Entries {
  size = 0;
  keys: Uint32Array<ArrayBuffer>;
  records: Int32Array<ArrayBuffer>;

  /** Where {@link pass} puts what it has sorted. */
  private otherKeys: Uint32Array<ArrayBuffer>;
  private otherRecords: Int32Array<ArrayBuffer>;
  private readonly starts = new Int32Array(RADIX);

  constructor(capacity: number) {
    const held = max(16, capacity);
    [this.keys, this.otherKeys] = [new Uint32Array(held), new Uint32Array(held)];
    [this.records, this.otherRecords] = [new Int32Array(held), new Int32Array(held)];
  }

  add(key: number, record: number): void {
    if (key === 0) return;
    if (this.size === this.keys.length) this.grow();
    this.keys[this.size] = key;
    this.records[this.size] = record;
    this.size++;
  }

  /** Sorts by key; records of one key keep their order (radix sort, eleven bits a pass, as many passes as the keys need). */
  sort(): void {
    let highest = 0;
    for (let i = 0; i < this.size; i++) highest = max(highest, this.keys[i]);
    for (let shift = 0; shift < 32 && highest >>> shift > 0; shift += RADIX_BITS) this.pass(shift);
  }

  /** {@link sort} for keys that are hashes: their upper 22 bits put nearly all of them in order. */
  sortHashes(): void {
    this.pass(32 - 2 * RADIX_BITS);
    this.pass(32 - RADIX_BITS);
    const { keys, records } = this;
    for (let i = 1; i < this.size; i++) {
      const key = keys[i];
      if (keys[i - 1] <= key) continue;
      const record = records[i];
      let to = i;
      for (; to > 0 && keys[to - 1] > key; to--) {
        keys[to] = keys[to - 1];
        records[to] = records[to - 1];
      }
      keys[to] = key;
      records[to] = record;
    }
  }

  private pass(shift: number): void {
    const { keys, records, size, otherKeys, otherRecords, starts } = this;
    starts.fill(0);
    for (let i = 0; i < size; i++) starts[(keys[i] >>> shift) & (RADIX - 1)]++;
    for (let digit = 0, sum = 0; digit < RADIX; digit++) {
      const count = starts[digit];
      starts[digit] = sum;
      sum += count;
    }
    for (let i = 0; i < size; i++) {
      const to = starts[(keys[i] >>> shift) & (RADIX - 1)]++;
      otherKeys[to] = keys[i];
      otherRecords[to] = records[i];
    }
    [this.keys, this.otherKeys, this.records, this.otherRecords] = [otherKeys, keys, otherRecords, records];
  }

  /** First index after the group that starts at `start`; sort first. */
  groupEnd(start: number): number {
    const key = this.keys[start];
    let end = start + 1;
    while (end < this.size && this.keys[end] === key) end++;
    return end;
  }

  private grow(): void {
    const keys = new Uint32Array(this.keys.length * 2);
    const records = new Int32Array(this.records.length * 2);
    keys.set(this.keys);
    records.set(this.records);
    this.keys = keys;
    this.records = records;
    this.otherKeys = new Uint32Array(keys.length);
    this.otherRecords = new Int32Array(keys.length);
  }
}
