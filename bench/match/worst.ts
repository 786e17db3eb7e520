import { distinctRecords } from '../../src/match/columns';
import type { MatchField, MatchInput } from '../../src/match/contract';
import { makeFields } from '../../src/match/fields';
import { learn } from '../../src/match/learned';
import type { Quality } from './measure';

/** What the issue asks of a set: least F1 after clustering, and least precision of what is merged without asking. */
interface Bar {
  f1?: number;
  automatic: number;
}

const PEOPLE = 0.99;
const FIRMS = 0.98;
const F1_BARS: Record<string, number> = {
  febrl3_nossn: 0.9995,
  fake_1000: 0.983,
  csv_example: 0.905,
  dqbench_t2: 0.999,
  firms_5k: 0.9,
};
/** Of own CRM rows, whatever their number and language. */
const CRM_F1 = 0.999;

function barOf(set: string): Bar {
  const crm = /^(?:crm|german|mixed)_/.test(set) ? CRM_F1 : undefined;
  return { f1: F1_BARS[set] ?? crm, automatic: set.startsWith('firms') ? FIRMS : PEOPLE };
}

/** Pairs shown of each kind. */
const SHOWN = 3;
/** Pairs of one cluster that are looked at: clusters that have grown too large have thousands. */
const MOST_PAIRS = 200;

function groups(labels: ArrayLike<number | string>): number[][] {
  const lists = new Map<number | string, number[]>();
  for (let row = 0; row < labels.length; row++) {
    const list = lists.get(labels[row]);
    if (list) list.push(row);
    else lists.set(labels[row], [row]);
  }
  return [...lists.values()];
}

/** Pairs that are one by `labels` and two by `others`. */
function pairsApart(labels: ArrayLike<number | string>, others: ArrayLike<number | string>): [number, number][] {
  return groups(labels).flatMap((rows) => {
    const pairs: [number, number][] = [];
    for (let i = 0; i < rows.length && pairs.length < MOST_PAIRS; i++)
      for (let j = i + 1; j < rows.length; j++) if (others[rows[i]] !== others[rows[j]]) pairs.push([rows[i], rows[j]]);
    return pairs;
  });
}

function fieldsOf({ columns }: MatchInput, row: number): string {
  const filled = (Object.keys(columns) as MatchField[]).filter((field) => columns[field]?.[row]);
  return filled.map((field) => `${field}=${columns[field]?.[row]}`).join(' · ');
}

/** The worst of what is wrong where a set is below its bar, as lines to print; none where it is not. */
export function worstPairs(
  set: string,
  input: MatchInput,
  truth: readonly string[],
  automatic: { clusterOf: ArrayLike<number>; quality: Quality },
  review: { clusterOf: ArrayLike<number>; quality: Quality },
): string[] {
  const bar = barOf(set);
  const tooLow = bar.f1 !== undefined && review.quality.f1 < bar.f1;
  const tooBold = automatic.quality.precision < bar.automatic;
  if (!tooLow && !tooBold) return [];
  const records = distinctRecords(input);
  const { weigher } = learn(makeFields(records), { together: [], apart: [] });
  const show = (title: string, pairs: [number, number][], heaviestFirst: boolean) => {
    const bitsOf = ([a, b]: [number, number]) => weigher.pair(records.recordOf[a], records.recordOf[b]);
    const weighed = pairs
      .filter(([a, b]) => records.recordOf[a] !== records.recordOf[b])
      .map((pair) => ({ pair, bits: bitsOf(pair) }))
      .sort((x, y) => (heaviestFirst ? y.bits - x.bits : x.bits - y.bits));
    return weighed
      .slice(0, SHOWN)
      .flatMap(({ pair, bits }) => [
        `  ${title}, ${bits.toFixed(1)} bits:`,
        ...pair.map((row) => `    ${fieldsOf(input, row)}`),
      ]);
  };
  return [
    ...(tooBold ? show('merged without asking and two', pairsApart(automatic.clusterOf, truth), true) : []),
    ...(tooLow ? show('taken for one and two', pairsApart(review.clusterOf, truth), true) : []),
    ...(tooLow ? show('one and missed', pairsApart(truth, review.clusterOf), false) : []),
  ];
}
