/**
 * What inner loops take from `Math`, by names of their own: in a realm that Node's `vm` makes, as tests and the host do, each use of a
 * global is a look-up that costs more than the arithmetic.
 */
export const { abs, clz32, floor, imul, max, min } = Math;
