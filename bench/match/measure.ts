/** Pairwise figures of a clustering against the truth. */
export interface Quality {
  precision: number;
  recall: number;
  f1: number;
  /** Pairs joined wrongly, and pairs missed. */
  wrong: number;
  missed: number;
}

function pairsIn(sizes: Iterable<number>): number {
  let pairs = 0;
  for (const size of sizes) pairs += (size * (size - 1)) / 2;
  return pairs;
}

function sizes(keys: Iterable<string | number>): Iterable<number> {
  const counts = new Map<string | number, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts.values();
}

/** Compares clusters with the truth over all pairs of rows, without listing them. */
export function quality(clusterOf: ArrayLike<number>, truth: readonly string[]): Quality {
  const found = pairsIn(sizes(Array.from(clusterOf)));
  const real = pairsIn(sizes(truth));
  const both = pairsIn(sizes(truth.map((key, row) => `${clusterOf[row]}/${key}`)));
  const precision = found === 0 ? 1 : both / found;
  const recall = real === 0 ? 1 : both / real;
  return { precision, recall, f1: (2 * both) / Math.max(1, found + real), wrong: found - both, missed: real - both };
}
