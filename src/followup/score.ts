import type { Settings } from '../workbook/settings';
import type { FollowUp } from '../workbook/tables/followed-up';

const DAY = 24 * 60 * 60_000;

/** What each part of the score can give at most; together they are 100 as the settings come. */
export type ScoreWeights = Settings['score'];

/** What a score may look at beside the row. */
export interface ScoreFacts {
  /** 0 to 100, as `sources` says. */
  worth: number;
  /** Place of the stage among the open ones of its pipeline, 0 to 1. */
  progress: number;
  /** Orders and leads of the same person, this one included. */
  records: number;
}

/** Days since it was opened up to which a follow-up counts as so fresh; it changes a score three times in its life. */
const AGES: readonly [days: number, share: number][] = [
  [2, 1],
  [8, 0.6],
  [31, 0.3],
];

/** An amount of this many (of any currency) gives all the points for value; each tenfold less gives a fifth less. */
const HIGH_AMOUNT = 10_000;

type Scored = Pick<FollowUp, 'amount' | 'opened' | 'phone' | 'email' | 'name' | 'city' | 'priority' | 'state'>;

/** How much a follow-up matters, 0 to 100, and why; what staff set in `Priority` overrules it. Closed ones have none. */
export function scoreOf(
  row: Scored,
  facts: ScoreFacts,
  weights: ScoreWeights,
  now: number,
): Pick<FollowUp, 'score' | 'scoreWhy'> {
  if (row.state === 'closed') return { score: null, scoreWhy: '' };
  if (row.priority === 'high') return { score: 100, scoreWhy: 'priority: high' };
  if (row.priority === 'low') return { score: 0, scoreWhy: 'priority: low' };
  const age = row.opened === null ? 0 : (now - row.opened) / DAY;
  const full = [row.name, row.phone, row.email, row.city].filter((text) => text !== '').length / 4;
  const value = row.amount && row.amount > 0 ? Math.min(1, Math.log10(1 + row.amount) / Math.log10(HIGH_AMOUNT)) : 0;
  const parts: [keyof ScoreWeights, number][] = [
    ['value', value],
    ['age', AGES.find(([days]) => age < days)?.[1] ?? 0],
    ['source', facts.worth / 100],
    ['stage', facts.progress],
    ['completeness', full],
    ['repeat', facts.records > 1 ? 1 : 0],
  ];
  const points = parts.map(([name, share]) => [name, Math.round(weights[name] * share)] as const);
  return {
    score: Math.min(
      100,
      points.reduce((sum, [, given]) => sum + given, 0),
    ),
    scoreWhy: points
      .filter(([, given]) => given > 0)
      .map(([name, given]) => `${String(name)} ${given}`)
      .join(', '),
  };
}
