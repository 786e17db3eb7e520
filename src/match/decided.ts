/** What a person has decided, in distinct records. */
export interface Decided {
  together: readonly (readonly [number, number])[];
  apart: readonly (readonly [number, number])[];
}
