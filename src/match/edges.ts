import type { Pairs } from './candidates';
import type { Weigher } from './weigher';

/** Pairs worth keeping, with their levels and weights in bits. */
export interface Edges {
  size: number;
  a: Int32Array;
  b: Int32Array;
  levels: Uint8Array;
  weights: Float64Array;
}

/** Compares and weighs all candidates and keeps those of at least `cut` bits. */
export function scoreCandidates(pairs: Pairs, weigher: Weigher, cut: number): Edges {
  const width = weigher.fields.all.length;
  const a: number[] = [];
  const b: number[] = [];
  const weights: number[] = [];
  let levels = new Uint8Array(width * 4096);
  for (let i = 0; i < pairs.size; i++) {
    const at = a.length * width;
    if (at + width > levels.length) {
      const grown = new Uint8Array(levels.length * 2);
      grown.set(levels);
      levels = grown;
    }
    const [x, y] = [pairs.a[i], pairs.b[i]];
    const weight = weigher.weighIf(cut, x, y, levels, at);
    if (weight < cut) continue;
    a.push(x);
    b.push(y);
    weights.push(weight);
  }
  return { size: a.length, a: Int32Array.from(a), b: Int32Array.from(b), levels, weights: Float64Array.from(weights) };
}

/** Weighs the same pairs anew, after the rates have changed. */
export function reweigh(edges: Edges, weigher: Weigher): void {
  const width = weigher.fields.all.length;
  for (let i = 0; i < edges.size; i++) {
    edges.weights[i] = weigher.weigh(edges.levels, i * width, edges.a[i], edges.b[i]);
  }
}

/** Indexes of the edges, heaviest first; ties in the order of the records. */
export function byWeight({ size, weights, a, b }: Edges): Int32Array {
  const order = new Int32Array(size);
  for (let i = 0; i < size; i++) order[i] = i;
  return order.sort((x, y) => weights[y] - weights[x] || a[x] - a[y] || b[x] - b[y]);
}
