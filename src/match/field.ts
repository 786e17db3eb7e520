/** The fields as they are compared; several may come from one column ("12 Oak St" gives a number and a street). */
export type FieldKey =
  | 'given'
  | 'family'
  | 'swapped'
  | 'firm'
  | 'company'
  | 'phone'
  | 'email'
  | 'birthDate'
  | 'sex'
  | 'number'
  | 'street'
  | 'address2'
  | 'city'
  | 'region'
  | 'postcode'
  | 'country'
  | 'text';

/** Level 0 of every field: one of the two records has no value. */
export const MISSING = 0;
/** Level 1 of every field: both have one, and they have nothing in common. */
export const DIFFERENT = 1;

/** One field of all records, ready to be compared. */
export interface Field {
  key: FieldKey;
  /** Value id by record, 0 where missing. */
  ids: Int32Array;
  /** Folded text by value id. */
  texts: readonly string[];
  /** Names of the levels from 1 up; the last is "same". */
  levels: readonly string[];
  /**
   * Level of two values with different ids, both there. Values that are written differently and mean the same get the
   * top level.
   */
  compare: (a: number, b: number) => number;
}

/** The top level of a field. */
export function topLevel(field: Field): number {
  return field.levels.length;
}
