import { Agglomerator } from './agglomerate';
import { findCandidates } from './candidates';
import type { Distinct } from './columns';
import { Comparer } from './comparer';
import { type Edges, reweigh, scoreCandidates } from './edges';
import { type Fields, makeFields } from './fields';
import { countValues, Fitter } from './fit';
import { type ValueCounts, Weigher } from './weigher';

type Pair = readonly [number, number];
const EDGE_CUT = -8;

export function learnAndCluster(
  records: Distinct,
  together: readonly Pair[],
  apart: readonly Pair[],
  log: (what: string) => void = () => {},
) {
  const fields = makeFields(records);
  log(`fields ${fields.all.map((f) => `${f.key}:${f.texts.length}`).join(' ')}`);
  const pairs = findCandidates(fields);
  log(`pairs ${pairs.size}`);
  const comparer = new Comparer(fields);
  const weigher = new Weigher(fields, comparer);
  const fitter = new Fitter(fields, weigher, pairs);
  log('sampled');
  const rates = fitter.learn(countValues(fields));
  log(`fitted, prior ${rates.prior}`);
  const edges = scoreCandidates(pairs, weigher, EDGE_CUT);
  log(`edges ${edges.size}`);
  let clusters = cluster(weigher, edges, together, apart, 0);
  log('clustered');
  fitter.relearn(clusters.partition.label, countByCluster(fields, clusters.partition.label));
  reweigh(edges, weigher);
  clusters = cluster(weigher, edges, together, apart, 0);
  log('again');
  return { fields, weigher, edges, clusters, pairs, fitter };
}

function cluster(
  weigher: Weigher,
  edges: Edges,
  together: readonly Pair[],
  apart: readonly Pair[],
  cut: number,
): Agglomerator {
  const grower = new Agglomerator(weigher, weigher.fields.size, together, apart);
  grower.grow(edges, cut);
  grower.settle(edges, cut);
  grower.grow(edges, cut);
  return grower;
}

/** Values counted once for each cluster that holds them. */
export function countByCluster(fields: Fields, label: Int32Array): ValueCounts {
  const totals = new Float64Array(fields.all.length);
  const order = Int32Array.from(label, (_, i) => i).sort((x, y) => label[x] - label[y]);
  const counts = fields.all.map((field, f) => {
    const count = new Float64Array(field.texts.length);
    const last = new Int32Array(field.texts.length).fill(-1);
    for (const record of order) {
      const id = field.ids[record];
      if (id === 0 || last[id] === label[record]) continue;
      last[id] = label[record];
      count[id]++;
      totals[f]++;
    }
    return count;
  });
  return { counts, totals };
}
