/** Probability of log2 odds. */
export function toProbability(bits: number): number {
  return 1 / (1 + 2 ** -bits);
}

/** Probability as log2 odds; 1 and 0 are bounded. */
export function toBits(probability: number): number {
  const bounded = Math.max(1e-9, Math.min(1 - 1e-9, probability));
  return Math.log2(bounded / (1 - bounded));
}

/** Beyond so many bits either way, one of two sums of odds is all there is. */
const REACH = 24;
const STEPS = 128;
const more = Float64Array.from({ length: 2 * REACH * STEPS + 2 }, (_, i) => Math.log2(1 + 2 ** (i / STEPS - REACH)));

/**
 * log2(1 + 2^bits), from a table (asked for millions of times): exact to 2e-6 bits.
 */
export function oneMore(bits: number): number {
  if (bits < -REACH) return 0;
  if (bits >= REACH) return bits;
  const place = (bits + REACH) * STEPS;
  const at = Math.floor(place);
  return more[at] + (place - at) * (more[at + 1] - more[at]);
}
