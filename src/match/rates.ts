import type { FieldKey } from './field';

/** Frequencies of agreement by field and level (index level − 1), as they are fitted. */
export interface Rates {
  /** log2 of the odds that two random records are one person's. */
  prior: number;
  m: Float64Array[];
  u: Float64Array[];
  /** By field, by parent (as in `Relations.parents`): u among pairs that agree in the parent. */
  given: Float64Array[][];
  /** Agreement among people who share a home or an office (not of {@link PERSONAL} fields: there, chance). */
  near: Float64Array[];
  /** Pairs of such people for each pair of records of one person. */
  nearShare: number;
}

/** Fields in which people who live or work together agree by chance only. */
export const PERSONAL: ReadonlySet<FieldKey> = new Set<FieldKey>(['given', 'swapped', 'birthDate', 'sex']);

/** How often each value of a field is held, and by how many records (or clusters) in all. */
export interface ValueCounts {
  counts: Float64Array[];
  totals: Float64Array;
}
