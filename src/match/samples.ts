import { floor, imul, max, min } from './arithmetic';
import type { Pairs } from './candidates';
import type { Comparer } from './comparer';
import type { Entries } from './entries';
import type { Fields } from './fields';
import { idsAt } from './intern';
import { type Agreement, agreementKey } from './relations';
import { mix } from './text';
import type { Weigher } from './weigher';

/** Random pairs for chance agreement, candidates for agreement, and pairs for each condition, at most. */
const RANDOM_PAIRS = 30_000;
const FIT_PAIRS = 40_000;
const CONDITION_PAIRS = 4_000;
/** Candidates that cannot reach this many bits by the calibrated weights are none that agreement is learned from. */
const HOPELESS = -14;

/** Pairs with their levels. */
export interface Sample {
  a: Int32Array;
  b: Int32Array;
  levels: Uint8Array;
  /** What each pair stands for. */
  scale: number;
}

/** Compares the given pairs. */
export function compareAll(comparer: Comparer, a: Int32Array, b: Int32Array, scale = 1): Sample {
  const width = comparer.fields.all.length;
  const levels = new Uint8Array(a.length * width);
  for (let i = 0; i < a.length; i++) comparer.all(a[i], b[i], levels, i * width);
  return { a, b, levels, scale };
}

/** Neighbours in the order of the hashes are random pairs; one more record changes few of them. */
export function randomPairs(size: number): { a: Int32Array; b: Int32Array } {
  const reach = max(1, min(size - 1, Math.ceil(RANDOM_PAIRS / size)));
  const step = max(1, floor((size * reach) / RANDOM_PAIRS));
  const a: number[] = [];
  const b: number[] = [];
  for (let i = 0; i < size; i += step) {
    for (let d = 1; d <= reach && i + d < size; d++) {
      a.push(i);
      b.push(i + d);
    }
  }
  return { a: Int32Array.from(a), b: Int32Array.from(b) };
}

/** Candidates that may be matches, and of those no more than {@link FIT_PAIRS}, picked by hash. */
export function pickCandidates(pairs: Pairs, weigher: Weigher): { a: Int32Array; b: Int32Array; scale: number } {
  const hopeful = new Int32Array(pairs.size);
  let held = 0;
  for (let i = 0; i < pairs.size; i++) if (weigher.bounds.of(pairs.a[i], pairs.b[i]) >= HOPELESS) hopeful[held++] = i;
  const threshold = min(1, FIT_PAIRS / max(1, held)) * 4294967296;
  const picked = hopeful
    .subarray(0, held)
    .filter((i) => mix(imul(pairs.a[i], 0x9e3779b1) ^ imul(pairs.b[i], 0x85ebca6b)) < threshold);
  return {
    a: idsAt(picked, pairs.a),
    b: idsAt(picked, pairs.b),
    scale: held / max(1, picked.length),
  };
}

/** Pairs that agree in one thing, whatever else they do. `entries` are made anew. */
export function conditionPairs(
  fields: Fields,
  agreement: Agreement,
  entries: Entries,
): { a: Int32Array; b: Int32Array } {
  const keyOf = agreementKey(fields, agreement);
  entries.size = 0;
  for (let i = 0; i < fields.size; i++) entries.add(keyOf(i), i);
  entries.sortHashes();
  const all = (use: (a: number, b: number) => void) => {
    for (let i = 0; i + 1 < entries.size; i++) {
      for (let d = 1; d <= 3 && i + d < entries.size && entries.keys[i] === entries.keys[i + d]; d++) use(i, i + d);
    }
  };
  let count = 0;
  all(() => count++);
  const step = max(1, Math.ceil(count / CONDITION_PAIRS));
  const a: number[] = [];
  const b: number[] = [];
  let next = 0;
  all((i, j) => {
    if (next++ % step !== 0) return;
    a.push(entries.records[i]);
    b.push(entries.records[j]);
  });
  return { a: Int32Array.from(a), b: Int32Array.from(b) };
}
