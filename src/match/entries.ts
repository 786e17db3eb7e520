const RADIX_BITS = 11;
const RADIX = 1 << RADIX_BITS;

/** A growing list of (key, record), for grouping records by key. Key 0 is not taken. */
export class Entries {
  size = 0;
  keys: Uint32Array<ArrayBuffer>;
  records: Int32Array<ArrayBuffer>;

  constructor(capacity: number) {
    this.keys = new Uint32Array(Math.max(16, capacity));
    this.records = new Int32Array(Math.max(16, capacity));
  }

  add(key: number, record: number): void {
    if (key === 0) return;
    if (this.size === this.keys.length) this.grow();
    this.keys[this.size] = key;
    this.records[this.size] = record;
    this.size++;
  }

  /** Sorts by key; records of one key keep their order (radix sort, three passes of eleven bits). */
  sort(): void {
    let [keys, records] = [this.keys, this.records];
    let [otherKeys, otherRecords] = [new Uint32Array(keys.length), new Int32Array(records.length)];
    const starts = new Int32Array(RADIX);
    for (let shift = 0; shift < 32; shift += RADIX_BITS) {
      starts.fill(0);
      for (let i = 0; i < this.size; i++) starts[(keys[i] >>> shift) & (RADIX - 1)]++;
      for (let digit = 0, sum = 0; digit < RADIX; digit++) {
        const count = starts[digit];
        starts[digit] = sum;
        sum += count;
      }
      for (let i = 0; i < this.size; i++) {
        const to = starts[(keys[i] >>> shift) & (RADIX - 1)]++;
        otherKeys[to] = keys[i];
        otherRecords[to] = records[i];
      }
      [keys, records, otherKeys, otherRecords] = [otherKeys, otherRecords, keys, records];
    }
    this.keys = keys;
    this.records = records;
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
  }
}
