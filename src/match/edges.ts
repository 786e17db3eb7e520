import { max, min } from './arithmetic';
import type { Pairs } from './candidates';
import { Entries } from './entries';
import { idsAt } from './intern';
import type { Weigher } from './weigher';

/** Pairs worth keeping, with their weights in bits, heaviest first. */
export interface Edges {
  size: number;
  a: Int32Array;
  b: Int32Array;
  weights: Float64Array;
}

/** Compares and weighs all candidates and keeps those of at least `cut` bits. */
export function scoreCandidates({ size, a, b }: Pairs, weigher: Weigher, cut: number): Edges {
  const kept = new Int32Array(size);
  const weights = new Float64Array(size);
  let held = 0;
  for (let i = 0; i < size; i++) {
    const weight = weigher.pairIf(cut, a[i], b[i]);
    if (weight < cut) continue;
    kept[held] = i;
    weights[held++] = weight;
  }
  const places = kept.subarray(0, held);
  return sorted(idsAt(places, a), idsAt(places, b), weights.subarray(0, held));
}

/** Weighs the same pairs anew, after the rates have changed. */
export function reweigh({ a, b, weights }: Edges, weigher: Weigher): Edges {
  return sorted(
    a,
    b,
    weights.map((_, e) => weigher.pair(a[e], b[e])),
  );
}

/** Weights nearer than this, in bits, are even. */
const EVEN = 2 ** -20;
/** More than any weight. */
const HEAVIEST = 1000;

/** Makes edges of pairs: heaviest first, ties in the order of the records. */
export function sorted(a: Int32Array, b: Int32Array, weights: Float64Array): Edges {
  const entries = new Entries(a.length);
  for (let e = 0; e < a.length; e++) entries.records[e] = e;
  entries.size = a.length;
  for (const keyOf of [
    (e: number) => b[e],
    (e: number) => a[e],
    (e: number) => max(0, min(2 * HEAVIEST, HEAVIEST - weights[e])) / EVEN,
  ]) {
    for (let k = 0; k < a.length; k++) entries.keys[k] = keyOf(entries.records[k]);
    entries.sort();
  }
  const order = entries.records.subarray(0, a.length);
  return {
    size: a.length,
    a: idsAt(order, a),
    b: idsAt(order, b),
    weights: weights.map((_, k) => weights[order[k]]),
  };
}
