/** One level of agreement of one field. */
export interface ModelLevel {
  /** "same", "one letter differs", … */
  level: string;
  /** How often records of one person agree so far. */
  m: number;
  /** How often records of two people do, by chance. */
  u: number;
  /** log2(m/u): what the level says for (or against) a match, in bits. */
  weight: number;
}

/** What is known of one field. */
export interface ModelField {
  field: string;
  levels: ModelLevel[];
  /** How often two people who share a home or an office agree, in the order of the levels. */
  near: number[];
  /** Chance agreement among records that agree in another field already, by that field, in the order of the levels. */
  given: Record<string, number[]>;
}

/** What was learned from the records: small, readable JSON that a later run can start from. */
export interface FittedModel {
  version: 1;
  /** How many distinct records it was learned from; 0: the calibrated weights that stand in for too few. */
  records: number;
  /** log2 of the odds that two records picked at random are one person's. */
  prior: number;
  /** Pairs of people who share a home or an office for each pair of records of one person. */
  nearShare: number;
  fields: ModelField[];
}
