import type { MatchMode } from './contract';
import type { FittedModel } from './model';

/** Weights of the scale shown to people; only their ratios count. */
export interface PointWeights {
  phone: number;
  email: number;
  city: number;
  name: number;
}

/** Phone 40, e-mail 35, city 15, name 10: the scale that was asked for. */
export const DEFAULT_POINTS: Readonly<PointWeights> = { phone: 40, email: 35, city: 15, name: 10 };

export interface MatchOptions {
  mode: MatchMode;
  /** Editable weights of the points; what is left out keeps its default. */
  points?: Partial<PointWeights>;
  /** From here on records are merged without asking: a probability (learned), or points (points). */
  autoCut?: number;
  /** From here on a person is asked: a probability (learned), or points (points). */
  reviewCut?: number;
  /** Weights of a former run; without them they are learned from the records (learned mode only). */
  model?: FittedModel;
}
