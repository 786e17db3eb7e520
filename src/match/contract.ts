/** Kinds of columns that the engine compares, each in its own way. */
export type MatchField =
  | 'customerId'
  | 'name'
  | 'given'
  | 'family'
  | 'company'
  | 'phone'
  | 'email'
  | 'birthDate'
  | 'sex'
  | 'streetNumber'
  | 'address'
  | 'address2'
  | 'city'
  | 'region'
  | 'postcode'
  | 'country'
  | 'text';

/** How the engine decides. `exact`: equal customer id, phone or e-mail with names that do not clash. */
export type MatchMode = 'learned' | 'points' | 'exact';

/**
 * Records by column, since that is how they are compared: `columns[field][i]` is the value of record `i`, `''` where
 * missing; several phones or e-mails in one cell are separated by `\n`. Values are clean already (E.164 phones, e-mails
 * in lower case, `YYYY-MM-DD` dates) where intake could read them, and raw otherwise.
 */
export interface MatchInput {
  size: number;
  columns: Partial<Record<MatchField, readonly string[]>>;
  /** Pairs of records that a person has merged or separated; these win over everything. */
  together?: readonly (readonly [number, number])[];
  apart?: readonly (readonly [number, number])[];
}

/** Why two records are, or may be, the same. */
export interface Link {
  /** Indexes of the two records, a < b. */
  a: number;
  b: number;
  /** 0 to 1. */
  probability: number;
  /** 0 to 100 on the scale shown to people: phone 40, e-mail 35, city 15, name 10, of what both have. */
  points: number;
  /** "same phone; name differs by one letter; e-mail missing" */
  why: string;
}

export interface MatchResult {
  /** `clusterOf[i]` is the lowest record index of i's cluster. */
  clusterOf: Int32Array;
  /** For each record: the strongest link that holds it in its cluster (none for singles). */
  holds: (Link | null)[];
  /** Pairs of clusters that a person should look at, best first; `a` and `b` are the records that look alike. */
  proposals: Link[];
}

/*
 * Keeping the model, for whoever runs this again and again. `match` returns `model`: rates alone, no value of any record, JSON
 * of 2 to 6 KB (tests hold it under the 9 KB of a script property). Given back as `options.model`, `match` and
 * `matchIncremental` decide by it and fit nothing. Fit anew, by a `match` without a model, at a full run when the distinct
 * records differ from `model.records` by more than a quarter (beyond that the prior is scaled, not learned: see `toRates`), or
 * when a column has come that no `model.fields` names (it is weighed by the calibrated rates until then).
 */
