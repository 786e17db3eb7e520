import { max, min, upTo } from './arithmetic';
import { type AtomKind, atomKinds } from './atoms';
import { Entries } from './entries';
import type { Fields } from './fields';
import { Blocks, Meetings } from './meetings';

/** Pairs of records, `a` below `b`. */
export interface Pairs {
  size: number;
  a: Int32Array;
  b: Int32Array;
}

/** Up to so many pairs in all, none is left out. */
const ALL_PAIRS = 500_000;
/** Bits that a candidate may need less than it takes to pick one record out of all. */
const LESS_BITS = 7;

/** Meetings of records in blocks, repeats included, that are looked at: linear in the records, so that time is. */
function meetingBudget(size: number): number {
  return 10 * size + 3_000_000;
}

/** Most candidates that a record may have among those after it. */
function mostPartners(size: number): number {
  return 4 + Math.ceil(200_000 / size);
}

/** The groups of two and more records of one kind of key: `starts[g]` to `starts[g + 1]` in `records`. */
interface Groups {
  about: number;
  records: Int32Array;
  starts: number[];
}

/** Groups records by the keys of one kind; with `fresh`, by the keys that a fresh record has. `entries` are made anew. */
function groupBy(kind: AtomKind, size: number, entries: Entries, fresh?: Uint8Array): Groups {
  entries.size = 0;
  const wanted = fresh && keysOfFresh(kind, fresh);
  for (let record = 0; record < size; record++) {
    kind.each(record, (key) => {
      if (!wanted || wanted.has(key)) entries.add(key, record);
    });
  }
  entries.sortHashes();
  const { records } = entries;
  const starts = [0];
  let held = 0;
  for (let start = 0, end = 0; start < entries.size; start = end) {
    end = entries.groupEnd(start);
    if (end - start < 2) continue;
    for (let i = start; i < end; i++) records[held++] = records[i];
    starts.push(held);
  }
  return { about: kind.about, records: records.slice(0, held), starts };
}

/** Keys that fresh records have: other keys bring no fresh record together with another. */
function keysOfFresh(kind: AtomKind, fresh: Uint8Array): Set<number> {
  const keys = new Set<number>();
  for (let record = 0; record < fresh.length; record++)
    if (fresh[record] === 1) kind.each(record, (key) => keys.add(key));
  return keys;
}

/** Largest size of group such that all groups up to it stay within the budget of meetings. */
function largestGroup(groups: readonly Groups[], size: number): number {
  const cost = new Float64Array(size + 1);
  for (const { starts } of groups) {
    for (let g = 0; g + 1 < starts.length; g++) {
      const held = starts[g + 1] - starts[g];
      cost[held] += (held * (held - 1)) / 2;
    }
  }
  const budget = meetingBudget(size);
  let spent = 0;
  for (let held = 2; held <= size; held++) {
    spent += cost[held];
    if (spent > budget) return held - 1;
  }
  return size;
}

function makeBlocks(fields: Fields, fresh?: Uint8Array): Blocks {
  const { size } = fields;
  const entries = new Entries(size);
  const groups = atomKinds(fields).map((kind) => groupBy(kind, size, entries, fresh));
  const largest = largestGroup(groups, size);
  const each = (use: (records: Int32Array, from: number, to: number, about: number) => void) => {
    for (const { about, records, starts } of groups) {
      for (let g = 0; g + 1 < starts.length; g++) {
        if (starts[g + 1] - starts[g] <= largest) use(records, starts[g], starts[g + 1], about);
      }
    }
  };
  let count = 0;
  let members = 0;
  each((_, from, to) => {
    count++;
    members += to - from;
  });
  const blocks = new Blocks(size, count, members);
  each((records, from, to, about) => blocks.add(records, from, to, about));
  return blocks;
}

function everyPair(size: number): Pairs {
  const count = (size * (size - 1)) / 2;
  const pairs = { size: 0, a: new Int32Array(count), b: new Int32Array(count) };
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) {
      pairs.a[pairs.size] = a;
      pairs.b[pairs.size++] = b;
    }
  }
  return pairs;
}

/** The best partners of each record among those after it, or of each fresh one among all. */
function bestPartners(fields: Fields, fresh?: Uint8Array): Pairs {
  const { size } = fields;
  const meetings = new Meetings(makeBlocks(fields, fresh), fields, fresh);
  const everybody = upTo(size);
  const seekers = fresh ? everybody.filter((record) => fresh[record] === 1) : everybody;
  // A fresh record has no others to be found by, so it may have more.
  const most = mostPartners(size) * (fresh ? 4 : 1);
  const pairs = { size: 0, a: new Int32Array(most * seekers.length), b: new Int32Array(most * seekers.length) };
  for (const record of seekers) {
    meetings.gather(record);
    meetings.best(Math.log2(size) - LESS_BITS, most, (other) => {
      if (other === record || (other < record && fresh?.[other] === 1)) return;
      pairs.a[pairs.size] = min(record, other);
      pairs.b[pairs.size++] = max(record, other);
    });
  }
  return pairs;
}

/**
 * Pairs of records worth comparing. Records meet in blocks of those that share a key (see {@link atomKinds}); what they share adds
 * up to evidence, the rarer the more, and each goes on with those who share most (meta-blocking: Papadakis et al. 2014), since
 * most pairs of a block share nothing else. With `fresh` (1 by record), only pairs that hold a fresh record.
 */
export function findCandidates(fields: Fields, fresh?: Uint8Array): Pairs {
  const { size } = fields;
  return !fresh && (size * (size - 1)) / 2 <= ALL_PAIRS ? everyPair(size) : bestPartners(fields, fresh);
}
