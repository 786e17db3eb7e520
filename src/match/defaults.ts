import type { FieldKey } from './field';

/**
 * Calibrated agreement of two records of one person (m) by level from "differs" up: the prior of the fit, worth
 * {@link PRIOR_COUNTS} pairs, and what stands in for it when there are too few records to learn from.
 */
export const DEFAULT_M: Record<FieldKey, readonly number[]> = {
  given: [0.02, 0.02, 0.03, 0.03, 0.06, 0.1, 0.74],
  family: [0.025, 0.015, 0.03, 0.01, 0.02, 0.1, 0.8],
  swapped: [0.965, 0.005, 0.03],
  firm: [0.06, 0.07, 0.1, 0.1, 0.12, 0.55],
  company: [0.1, 0.03, 0.03, 0.04, 0.05, 0.75],
  phone: [0.12, 0.02, 0.06, 0.05, 0.75],
  email: [0.1, 0.03, 0.04, 0.05, 0.06, 0.72],
  birthDate: [0.03, 0.03, 0.06, 0.08, 0.8],
  sex: [0.03, 0.97],
  number: [0.1, 0.02, 0.08, 0.8],
  street: [0.1, 0.03, 0.05, 0.05, 0.1, 0.67],
  address2: [0.15, 0.05, 0.1, 0.7],
  city: [0.08, 0.03, 0.08, 0.81],
  region: [0.05, 0.01, 0.04, 0.9],
  postcode: [0.07, 0.03, 0.07, 0.83],
  country: [0.03, 0.97],
  text: [0.3, 0.1, 0.1, 0.5],
};

/** The same for records of two people (u), where no random pairs can be counted. */
export const DEFAULT_U: Record<FieldKey, readonly number[]> = {
  given: [0.9, 0.03, 0.02, 0.03, 0.005, 0.005, 0.01],
  family: [0.945, 0.03, 0.01, 0.005, 0.002, 0.004, 0.004],
  swapped: [0.9955, 0.004, 0.0005],
  firm: [0.94, 0.05, 0.004, 0.003, 0.002, 0.001],
  company: [0.9, 0.05, 0.01, 0.01, 0.005, 0.025],
  phone: [0.9985, 0.0008, 0.0002, 0.0003, 0.0002],
  email: [0.84, 0.15, 0.008, 0.001, 0.0005, 0.0005],
  birthDate: [0.963, 0.025, 0.01, 0.0015, 0.0005],
  sex: [0.5, 0.5],
  number: [0.85, 0.02, 0.12, 0.01],
  street: [0.9, 0.07, 0.005, 0.005, 0.005, 0.015],
  address2: [0.95, 0.02, 0.01, 0.02],
  city: [0.92, 0.02, 0.01, 0.05],
  region: [0.85, 0.02, 0.03, 0.1],
  postcode: [0.94, 0.04, 0.01, 0.01],
  country: [0.3, 0.7],
  text: [0.9, 0.04, 0.02, 0.04],
};

/** Pairs that the calibrated agreement counts for in the fit (Dirichlet prior). */
export const PRIOR_COUNTS = 30;

/** With fewer distinct records than this nothing is learned. */
export const TOO_FEW = 200;

/** Partners that a record has on average before anything is known. */
export const PRIOR_PARTNERS = 0.4;

/**
 * Most that the records of one person may differ in what makes them that person: beyond, the fit has taken homes or offices for
 * persons.
 */
export const MOST_DIFFERENT: Partial<Record<FieldKey, number>> = {
  given: 0.08,
  family: 0.15,
  birthDate: 0.35,
  firm: 0.3,
};
