import type { Clusters } from './clusters';
import { type Edges, sorted } from './edges';

/** Members of each cluster whose scores are looked at. */
const SAMPLED = 8;

/**
 * Joins clusters, the best edges first, where the mean score between their members reaches `cut`; `allowed` may refuse an edge.
 */
export function averageLink(
  clusters: Clusters,
  edges: Edges,
  score: (a: number, b: number) => number,
  cut: number,
  allowed: (a: number, b: number) => boolean = () => true,
): void {
  for (let e = 0; e < edges.size; e++) {
    const [a, b] = [edges.a[e], edges.b[e]];
    if (edges.weights[e] < cut) break;
    if (clusters.find(a) === clusters.find(b) || !allowed(a, b)) continue;
    const [left, right] = [clusters.members(a).slice(0, SAMPLED), clusters.members(b).slice(0, SAMPLED)];
    let sum = 0;
    for (const x of left) for (const y of right) sum += score(x, y);
    if (sum / (left.length * right.length) >= cut) clusters.join(a, b);
  }
}

/** Keeps the pairs of `a` and `b` that score at least `least`. */
export function edgesOf(
  pairs: { size: number; a: Int32Array; b: Int32Array },
  score: (a: number, b: number) => number,
  least: number,
): Edges {
  const kept: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < pairs.size; i++) {
    const value = score(pairs.a[i], pairs.b[i]);
    if (value < least) continue;
    kept.push(i);
    weights.push(value);
  }
  const places = Int32Array.from(kept);
  return sorted(
    places.map((i) => pairs.a[i]),
    places.map((i) => pairs.b[i]),
    Float64Array.from(weights),
  );
}

/** The best pair for each two clusters that are not one, best first, without what is kept apart. */
export function openPairs(edges: Edges, labels: Int32Array, clusters: Clusters): [number, number][] {
  const seen = new Set<string>();
  const out: [number, number][] = [];
  for (let e = 0; e < edges.size; e++) {
    const [x, y] = [labels[edges.a[e]], labels[edges.b[e]]];
    const key = x < y ? `${x}/${y}` : `${y}/${x}`;
    if (x === y || seen.has(key) || clusters.keptApart(x, y)) continue;
    seen.add(key);
    out.push([edges.a[e], edges.b[e]]);
  }
  return out;
}
