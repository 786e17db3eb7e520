import { Agglomerator } from './agglomerate';
import { findCandidates } from './candidates';
import type { Distinct } from './columns';
import { Comparer } from './comparer';
import type { Link } from './contract';
import type { Decided } from './decided';
import { type Edges, reweigh, scoreCandidates } from './edges';
import type { Fields } from './fields';
import { countValues, Fitter } from './fit';
import type { Found } from './found';
import type { FittedModel } from './model';
import { toModel, toRates } from './model-file';
import { customersDiffer, mustAsk } from './must-ask';
import { toBits, toProbability } from './odds';
import type { MatchOptions } from './options';
import type { Partition } from './partition';
import { type Points, pointsOf } from './points';
import type { ValueCounts } from './rates';
import { Reasons } from './reasons';
import { Weigher } from './weigher';

/** Edges lighter than this, in bits, cannot join anything. */
const EDGE_CUT = -8;
/** Probabilities of the two cuts: 7 bits and 0 bits. */
const AUTO_CUT = 0.992;
const REVIEW_CUT = 0.5;

/** Values counted once for each cluster that holds them. */
function countByCluster(fields: Fields, partition: Partition): ValueCounts {
  const { label } = partition;
  const totals = new Float64Array(fields.all.length);
  const counts = fields.all.map(({ ids, texts }, f) => {
    const count = new Float64Array(texts.length);
    const last = new Int32Array(texts.length).fill(-1);
    const add = (record: number) => {
      const id = ids[record];
      if (id === 0 || last[id] === label[record]) return;
      last[id] = label[record];
      count[id]++;
      totals[f]++;
    };
    for (let record = 0; record < label.length; record++) {
      if (label[record] === record) for (const member of partition.members(record)) add(member);
    }
    return count;
  });
  return { counts, totals };
}

/** Everything that a learned run works with, for tests and benches that look inside. */
export interface Learned {
  fields: Fields;
  weigher: Weigher;
  edges: Edges;
  model: FittedModel;
  candidates: number;
}

/** Finds candidates and weighs them by `given` weights, or by weights learned from the records. */
export function learn(fields: Fields, decided: Decided, given?: FittedModel): Learned {
  const pairs = findCandidates(fields);
  const weigher = new Weigher(fields, new Comparer(fields));
  const rows = countValues(fields);
  if (given) {
    const rates = toRates(given, fields, weigher.relations);
    weigher.set(rates, rows);
    const edges = scoreCandidates(pairs, weigher, EDGE_CUT);
    return { fields, weigher, edges, model: given, candidates: pairs.size };
  }
  const fitter = new Fitter(fields, weigher, pairs, rows);
  fitter.learn(rows);
  const edges = scoreCandidates(pairs, weigher, EDGE_CUT);
  // Who is where in the end is decided below: here it is enough to count.
  const first = new Agglomerator(weigher, fields.size, decided.together, decided.apart);
  first.grow(edges, 0);
  const values = countByCluster(fields, first.partition);
  const model = toModel(fitter.relearn(first.partition.label, values), fields, weigher.relations);
  // Decided by the rounded rates, as a later run with this model will; and a row more or less seldom moves them.
  weigher.set(toRates(model, fields, weigher.relations), values);
  return { fields, weigher, edges: reweigh(edges, weigher), model, candidates: pairs.size };
}

/** Grows clusters, mends them record by record, and grows what has become possible. */
export function cluster(weigher: Weigher, edges: Edges, decided: Decided, cut: number): Agglomerator {
  const grower = new Agglomerator(weigher, weigher.fields.size, decided.together, decided.apart);
  grower.grow(edges, cut);
  grower.settle(edges, cut);
  grower.grow(edges, cut);
  return grower;
}

/** Records with one customer id belong together, whatever else they say. */
function sameCustomers(records: Distinct): [number, number][] {
  const column = records.columns.get('customerId');
  if (!column) return [];
  const first = new Map<number, number>();
  const pairs: [number, number][] = [];
  column.ids.forEach((id, record) => {
    if (id === 0) return;
    const known = first.get(id);
    if (known === undefined) first.set(id, record);
    else pairs.push([known, record]);
  });
  return pairs;
}

/** Matching by weights learned from the records (Fellegi and Sunter 1969), or by those of a former run. */
export function matchLearned(
  records: Distinct,
  fields: Fields,
  people: Decided,
  points: Points,
  options: MatchOptions,
): { found: Found; model: FittedModel } {
  const decided = { ...people, together: [...people.together, ...sameCustomers(records)] };
  const { weigher, edges, model } = learn(fields, decided, options.model);
  const review = cluster(weigher, edges, decided, toBits(options.reviewCut ?? REVIEW_CUT));
  const { label } = review.partition;
  const auto = new Agglomerator(weigher, fields.size, decided.together, decided.apart);
  auto.grow(edges, toBits(options.autoCut ?? AUTO_CUT), label, mustAsk(records, weigher, label));
  return { found: report(auto, review, edges, weigher, points, records), model };
}

/**
 * The same for records of which some are `fresh` (1 by record) and the others stand in known clusters (`known`, pairs within
 * them): only pairs with a fresh record are weighed, known clusters are never taken apart.
 */
export function matchFresh(
  records: Distinct,
  fields: Fields,
  fresh: Uint8Array,
  known: Decided['together'],
  people: Decided,
  points: Points,
  options: MatchOptions & { model: FittedModel },
): Found {
  const decided = { ...people, together: [...people.together, ...sameCustomers(records), ...known] };
  const weigher = new Weigher(fields, new Comparer(fields));
  weigher.set(toRates(options.model, fields, weigher.relations), countValues(fields));
  const edges = scoreCandidates(findCandidates(fields, fresh), weigher, EDGE_CUT);
  const reviewCut = toBits(options.reviewCut ?? REVIEW_CUT);
  const review = new Agglomerator(weigher, fields.size, decided.together, decided.apart);
  review.grow(edges, reviewCut);
  review.settle(edges, reviewCut, fresh);
  review.grow(edges, reviewCut);
  const { label } = review.partition;
  const auto = new Agglomerator(weigher, fields.size, decided.together, decided.apart);
  auto.grow(edges, toBits(options.autoCut ?? AUTO_CUT), label, mustAsk(records, weigher, label));
  return { ...report(auto, review, edges, weigher, points, records), only: fresh };
}

function report(
  auto: Agglomerator,
  review: Agglomerator,
  edges: Edges,
  weigher: Weigher,
  points: Points,
  records: Distinct,
): Found {
  const { all } = weigher.fields;
  const differ = customersDiffer(records);
  const reasons = new Reasons(all);
  const { label } = auto.partition;
  // Between two clusters any two of their records may be what keeps them apart, within one only the two that are shown.
  const side = (record: number, other: number) =>
    label[record] === label[other] ? [record] : auto.partition.members(label[record]);
  const link = (a: number, b: number, bits = weigher.pair(a, b)): Link => {
    const why = (differ(side(a, b), side(b, a)) ? 'customer ids differ; ' : '') + reasons.of(weigher.levels(a, b));
    return {
      a: Math.min(a, b),
      b: Math.max(a, b),
      probability: toProbability(bits),
      points: pointsOf(points, a, b),
      why,
    };
  };
  return {
    labels: auto.partition.label,
    reviewLabels: review.partition.label,
    proposals: propose(auto, review, edges).map(([a, b, bits]) => link(a, b, bits)),
    link: (a, b) => link(a, b),
    // Shifted so that every pair is tied: what holds a cluster together may be less than even between two of its records.
    tie: (a, b) => 1000 + weigher.pair(a, b),
  };
}

/** For two clusters that are merged only if a person says so: their best pair and the evidence between them. */
function propose(auto: Agglomerator, review: Agglomerator, edges: Edges): [number, number, number][] {
  const [label, reviewed] = [auto.partition.label, review.partition.label];
  const seen = new Set<number>();
  const out: [number, number, number][] = [];
  for (let e = 0; e < edges.size; e++) {
    const [a, b] = [edges.a[e], edges.b[e]];
    const [x, y] = [Math.min(label[a], label[b]), Math.max(label[a], label[b])];
    const key = x * label.length + y;
    if (x === y || reviewed[a] !== reviewed[b] || seen.has(key)) continue;
    seen.add(key);
    out.push([a, b, auto.between(auto.partition.members(x), auto.partition.members(y))]);
  }
  return out.sort((p, q) => q[2] - p[2] || p[0] - q[0] || p[1] - q[1]);
}
