import { type AtomKind, atomKinds, nameSplitter } from './atoms';
import { Entries } from './entries';
import type { Fields } from './fields';
import { PairSet } from './pair-set';
import { mix } from './text';

/** Up to so many pairs in all, none is left out. */
const ALL_PAIRS = 500_000;
/** No group larger than this gives all its pairs. */
const LARGEST = 160;
/** Groups of something common are split by names from this size on. */
const SPLIT_FROM = 24;
/** How much larger the groups of something rare may be than those of something common. */
const RARE_FACTOR = 3;
/** Neighbours compared in the sorted window over a group that is too large. */
const WINDOW = 1;

/** Most pairs that are looked at, repeats included: linear in the records, so that time is. */
function pairBudget(size: number): number {
  return 8 * size + 300_000;
}

/** The groups of one kind of key: `starts[g]` to `starts[g + 1]` in `records`. */
interface Groups {
  records: Int32Array;
  starts: number[];
  rare: boolean;
}

/** Place of each record when they are sorted by names, then by date: in it, records that are alike are neighbours. */
function sortPlaces(fields: Fields): Int32Array {
  const rank = new Float64Array(fields.size);
  for (const key of ['family', 'given', 'firm', 'birthDate'] as const) {
    const field = fields.byKey.get(key);
    if (!field) continue;
    const { texts } = field;
    const order = texts.map((_, id) => id).sort((a, b) => (texts[a] < texts[b] ? -1 : texts[a] > texts[b] ? 1 : 0));
    const place = new Float64Array(order.length);
    order.forEach((id, at) => {
      place[id] = at / order.length;
    });
    for (let i = 0; i < fields.size; i++) rank[i] = rank[i] * 4096 + place[field.ids[i]];
  }
  const places = new Int32Array(fields.size);
  Int32Array.from(rank, (_, i) => i)
    .sort((a, b) => rank[a] - rank[b] || a - b)
    .forEach((record, place) => {
      places[record] = place;
    });
  return places;
}

function collect(entries: Entries, rare: boolean): Groups {
  entries.sort();
  const records = new Int32Array(entries.size);
  const starts = [0];
  let held = 0;
  for (let start = 0, end = 0; start < entries.size; start = end) {
    end = entries.groupEnd(start);
    if (end - start < 2) continue;
    for (let i = start; i < end; i++) records[held++] = entries.records[i];
    starts.push(held);
  }
  return { records: records.slice(0, held), starts, rare };
}

/** Finds pairs of records worth comparing, within a budget that grows with the records. */
class CandidateFinder {
  private readonly groups: Groups[] = [];
  private readonly split: ReturnType<typeof nameSplitter>;

  constructor(
    private readonly fields: Fields,
    private readonly fresh?: Uint8Array,
  ) {
    this.split = nameSplitter(fields);
  }

  run(): PairSet {
    if (!this.fresh && (this.fields.size * (this.fields.size - 1)) / 2 <= ALL_PAIRS) return this.everyPair();
    for (const kind of atomKinds(this.fields)) this.gather(kind);
    const pairs = new PairSet(this.fresh ? 1024 : Math.min(pairBudget(this.fields.size), 1 << 21));
    const limit = this.sizeLimit();
    const oversize: Groups[] = [];
    for (const groups of this.groups) this.emit(groups, groups.rare ? limit * RARE_FACTOR : limit, pairs, oversize);
    this.emitWindows(oversize, pairs);
    return pairs;
  }

  private everyPair(): PairSet {
    const { size } = this.fields;
    const pairs = new PairSet((size * size) / 2);
    for (let a = 0; a < size; a++) for (let b = a + 1; b < size; b++) pairs.add(a, b);
    return pairs;
  }

  private gather(kind: AtomKind): void {
    const entries = new Entries(this.fields.size);
    const wanted = this.fresh && keysOfFresh(kind, this.fresh);
    for (let record = 0; record < this.fields.size; record++) {
      kind.each(record, (key) => {
        if (!wanted || wanted.has(key)) entries.add(key, record);
      });
    }
    const groups = collect(entries, kind.use === 'alone');
    this.groups.push(groups);
    if (kind.use === 'shared') this.splitLarge(groups);
  }

  private splitLarge({ records, starts }: Groups): void {
    const finer = new Entries(1024);
    const kept = [0];
    let held = 0;
    for (let g = 0; g + 1 < starts.length; g++) {
      const [start, end] = [starts[g], starts[g + 1]];
      const large = end - start >= SPLIT_FROM;
      for (let i = start; i < end; i++) {
        if (large)
          this.split(records[i], (name) => finer.add(mix((Math.imul(g + 1, 0x9e3779b1) ^ name) >>> 0), records[i]));
        else records[held++] = records[i];
      }
      if (!large) kept.push(held);
    }
    if (finer.size === 0) return;
    this.groups[this.groups.length - 1] = { records: records.slice(0, held), starts: kept, rare: false };
    this.groups.push(collect(finer, false));
  }

  /** Largest size of group such that all groups up to it stay within the budget. */
  private sizeLimit(): number {
    const cost = new Float64Array(LARGEST + 1);
    for (const { starts, rare } of this.groups) {
      for (let g = 0; g + 1 < starts.length; g++) {
        const size = starts[g + 1] - starts[g];
        const place = rare ? Math.ceil(size / RARE_FACTOR) : size;
        if (place <= LARGEST) cost[Math.max(2, place)] += (size * (size - 1)) / 2;
      }
    }
    const budget = pairBudget(this.fields.size);
    let spent = 0;
    for (let size = 2; size <= LARGEST; size++) {
      spent += cost[size];
      if (spent > budget) return Math.max(2, size - 1);
    }
    return LARGEST;
  }

  private emit({ records, starts, rare }: Groups, limit: number, pairs: PairSet, oversize: Groups[]): void {
    const left: number[] = [];
    const leftStarts = [0];
    for (let g = 0; g + 1 < starts.length; g++) {
      const [start, end] = [starts[g], starts[g + 1]];
      if (end - start <= limit) {
        for (let i = start; i < end; i++) for (let j = i + 1; j < end; j++) this.add(records[i], records[j], pairs);
      } else {
        for (let i = start; i < end; i++) left.push(records[i]);
        leftStarts.push(left.length);
      }
    }
    if (left.length > 0) oversize.push({ records: Int32Array.from(left), starts: leftStarts, rare });
  }

  private add(a: number, b: number, pairs: PairSet): void {
    if (!this.fresh || this.fresh[a] === 1 || this.fresh[b] === 1) pairs.add(a, b);
  }

  private emitWindows(oversize: readonly Groups[], pairs: PairSet): void {
    if (oversize.length === 0) return;
    const places = sortPlaces(this.fields);
    const recordAt = new Int32Array(places.length);
    places.forEach((place, record) => {
      recordAt[place] = record;
    });
    for (const { records, starts } of oversize) {
      for (let g = 0; g + 1 < starts.length; g++) {
        const group = records
          .subarray(starts[g], starts[g + 1])
          .map((record) => places[record])
          .sort();
        for (let i = 0; i < group.length; i++) {
          for (let j = i + 1; j <= i + WINDOW && j < group.length; j++)
            this.add(recordAt[group[i]], recordAt[group[j]], pairs);
        }
      }
    }
  }
}

/** Keys that fresh records have: other keys bring no fresh record together with another. */
function keysOfFresh(kind: AtomKind, fresh: Uint8Array): Set<number> {
  const keys = new Set<number>();
  for (let record = 0; record < fresh.length; record++)
    if (fresh[record] === 1) kind.each(record, (key) => keys.add(key));
  return keys;
}

/**
 * Pairs of records that agree in something rare, or in several common things; see {@link atomKinds}. With `fresh` (1 by record),
 * only pairs that hold a fresh record.
 */
export function findCandidates(fields: Fields, fresh?: Uint8Array): PairSet {
  return new CandidateFinder(fields, fresh).run();
}
