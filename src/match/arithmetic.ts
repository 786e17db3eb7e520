/**
 * What inner loops take from `Math`, by names of their own: in a realm that Node's `vm` makes, as tests and the host do, each use of a
 * global is a look-up that costs more than the arithmetic.
 */
export const { abs, clz32, floor, imul, max, min } = Math;

/** The numbers from 0 to before `size`. */
export function upTo(size: number): Int32Array<ArrayBuffer> {
  const numbers = new Int32Array(size);
  for (let i = 0; i < size; i++) numbers[i] = i;
  return numbers;
}
