import { atomKinds, nameSplitter } from './atoms';
import { Entries } from './entries';
import type { Fields } from './fields';
import { PairSet } from './pair-set';
import { mix } from './text';

/** Groups larger than this are split before they give pairs, even if the budget would allow them. */
const LARGEST_ALONE = 120;
const LARGEST_SHARED = 12;
const LARGEST_SPLIT = 40;
/** Neighbours compared in the sorted window over a group that could not be split. */
const WINDOW = 4;

/** Most pairs that are worth comparing: linear in the records, so that time is. */
function pairBudget(size: number): number {
  return Math.min((size * (size - 1)) / 2, 8 * size + 200_000);
}

/** Rank by which oversize groups are sorted, so that neighbours are alike: names, then the date. */
function sortRank(fields: Fields): Float64Array {
  const rank = new Float64Array(fields.size);
  for (const key of ['family', 'given', 'firm', 'birthDate'] as const) {
    const field = fields.byKey.get(key);
    if (!field) continue;
    const order = field.texts
      .map((_, id) => id)
      .sort((a, b) => (field.texts[a] < field.texts[b] ? -1 : field.texts[a] > field.texts[b] ? 1 : 0));
    const place = new Float64Array(order.length);
    order.forEach((id, at) => {
      place[id] = at / order.length;
    });
    for (let i = 0; i < fields.size; i++) rank[i] = rank[i] * 4096 + place[field.ids[i]];
  }
  return rank;
}

/** Finds pairs of records worth comparing, within a budget that grows with the records. */
class CandidateFinder {
  readonly pairs: PairSet;
  private readonly split: ReturnType<typeof nameSplitter>;
  private rank: Float64Array | null = null;

  constructor(private readonly fields: Fields) {
    this.split = nameSplitter(fields);
    this.pairs = new PairSet(Math.min(pairBudget(fields.size), 2_000_000));
  }

  run(): PairSet {
    const kinds = atomKinds(this.fields);
    const budget = pairBudget(this.fields.size);
    kinds.forEach((kind, at) => {
      const entries = new Entries(this.fields.size);
      for (let record = 0; record < this.fields.size; record++) kind.each(record, (key) => entries.add(key, record));
      const share = (budget - this.pairs.size) / (kinds.length - at);
      const left = this.emit(entries, share * 0.5, kind.use === 'alone' ? LARGEST_ALONE : LARGEST_SHARED);
      if (left.size > 0) this.emitSplit(left, share * 0.5);
    });
    return this.pairs;
  }

  /** Gives the pairs of the groups that fit, smallest first; answers the entries of the others. */
  private emit(entries: Entries, budget: number, largest: number): Entries {
    entries.sort();
    const limit = this.sizeLimit(entries, budget, largest);
    const left = new Entries(0);
    for (let start = 0, end = 0; start < entries.size; start = end) {
      end = entries.groupEnd(start);
      if (end - start <= limit) this.allPairs(entries.records, start, end);
      else for (let i = start; i < end; i++) left.add(entries.keys[i], entries.records[i]);
    }
    return left;
  }

  /** Largest size of group such that all groups up to it give no more than `budget` pairs. */
  private sizeLimit(entries: Entries, budget: number, largest: number): number {
    const groups = new Float64Array(largest + 1);
    for (let start = 0, end = 0; start < entries.size; start = end) {
      end = entries.groupEnd(start);
      if (end - start <= largest) groups[end - start]++;
    }
    let spent = 0;
    for (let size = 2; size <= largest; size++) {
      spent += (groups[size] * size * (size - 1)) / 2;
      if (spent > budget) return size - 1;
    }
    return largest;
  }

  private allPairs(records: Int32Array, start: number, end: number): void {
    for (let i = start; i < end; i++) for (let j = i + 1; j < end; j++) this.pairs.add(records[i], records[j]);
  }

  private emitSplit(entries: Entries, budget: number): void {
    const finer = new Entries(entries.size * 4);
    for (let i = 0; i < entries.size; i++) {
      const key = entries.keys[i];
      const record = entries.records[i];
      this.split(record, (name) => finer.add(mix((key ^ name) >>> 0), record));
    }
    const left = this.emit(finer, budget * 0.75, LARGEST_SPLIT);
    this.emitWindows(left, budget * 0.25);
  }

  private emitWindows(entries: Entries, budget: number): void {
    if (entries.size === 0) return;
    this.rank ??= sortRank(this.fields);
    const rank = this.rank;
    const reach = Math.min(WINDOW, Math.floor(budget / entries.size));
    for (let start = 0, end = 0; start < entries.size && reach > 0; start = end) {
      end = entries.groupEnd(start);
      const group = entries.records.slice(start, end).sort((a, b) => rank[a] - rank[b] || a - b);
      for (let i = 0; i < group.length; i++) {
        for (let j = i + 1; j <= i + reach && j < group.length; j++) this.pairs.add(group[i], group[j]);
      }
    }
  }
}

/** Pairs of records that agree in something rare, or in several common things; see {@link atomKinds}. */
export function findCandidates(fields: Fields): PairSet {
  return new CandidateFinder(fields).run();
}
