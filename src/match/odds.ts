import { floor, max, min } from './arithmetic';

/** Probability of log2 odds. */
export function toProbability(bits: number): number {
  return 1 / (1 + 2 ** -bits);
}

/** Probability as log2 odds; 1 and 0 are bounded. */
export function toBits(probability: number): number {
  const bounded = max(1e-9, min(1 - 1e-9, probability));
  return Math.log2(bounded / (1 - bounded));
}

/** Beyond so many bits either way, one of two sums of odds is all there is. */
const REACH = 24;
const STEPS = 64;

/**
 * A function of bits by a table with steps so fine that it is exact to 1e-5; below its reach it is 0, above it `above`. The table
 * is made at its first use: most runs of the script match nobody.
 */
function tabled(of: (bits: number) => number, above: (bits: number) => number): (bits: number) => number {
  let table: Float64Array | undefined;
  return (bits) => {
    if (bits < -REACH) return 0;
    if (bits >= REACH) return above(bits);
    const place = (bits + REACH) * STEPS;
    const at = floor(place);
    table ??= Float64Array.from({ length: 2 * REACH * STEPS + 2 }, (_, i) => of(i / STEPS - REACH));
    return table[at] + (place - at) * (table[at + 1] - table[at]);
  };
}

/** {@link toProbability}, for what is asked for millions of times. */
export const nearlyProbability = tabled(toProbability, () => 1);

/** log2(1 + 2^bits). */
export const oneMore = tabled(
  (bits) => Math.log2(1 + 2 ** bits),
  (bits) => bits,
);
