import { findCandidates } from './candidates';
import { Clusters } from './clusters';
import type { Distinct } from './columns';
import { shareKey } from './contact';
import type { Link } from './contract';
import type { Decided } from './decided';
import { byWeight, type Edges } from './edges';
import { makeFields } from './fields';
import type { Found } from './found';
import { NameTie, nameTie, TIE_WORDS } from './name-clash';
import type { MatchOptions } from './options';
import { type Points, pointsOf } from './points';

/** Points from which on records are merged, and proposed, if nothing else is said. */
const AUTO_CUT = 80;
const REVIEW_CUT = 60;
/** Members of each cluster whose points are looked at. */
const SAMPLED = 8;

function whyOf(points: Points, a: number, b: number): string {
  const contact = (label: string, x: readonly string[], y: readonly string[]) =>
    x.length === 0 || y.length === 0 ? `${label} missing` : shareKey(x, y) ? `same ${label}` : `${label} differs`;
  const [cityA, cityB] = [points.city(a), points.city(b)];
  const city = cityA === '' || cityB === '' ? 'city missing' : cityA === cityB ? 'same city' : 'city differs';
  return [
    contact('phone', points.phones(a), points.phones(b)),
    contact('e-mail', points.emails(a), points.emails(b)),
    city,
    TIE_WORDS[nameTie(points.name(a), points.name(b))],
  ].join('; ');
}

function scoredPairs(records: Distinct, points: Points, least: number): Edges {
  const pairs = findCandidates(makeFields(records));
  const kept: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < pairs.size; i++) {
    const earned = pointsOf(points, pairs.a[i], pairs.b[i]);
    if (earned < least) continue;
    kept.push(i);
    weights.push(earned);
  }
  return {
    size: kept.length,
    a: Int32Array.from(kept, (i) => pairs.a[i]),
    b: Int32Array.from(kept, (i) => pairs.b[i]),
    levels: new Uint8Array(0),
    weights: Float64Array.from(weights),
  };
}

/** Whether a phone or an e-mail is common to the two records; a name or a city alone merges nobody. */
function shareContact(points: Points, a: number, b: number): boolean {
  return shareKey(points.phones(a), points.phones(b)) || shareKey(points.emails(a), points.emails(b));
}

/** Joins clusters, the best edges first, where all their members together reach `cut` on average. */
function join(clusters: Clusters, edges: Edges, points: Points, cut: number, asks: boolean): void {
  const mean = (left: readonly number[], right: readonly number[]) => {
    let sum = 0;
    for (const x of left) for (const y of right) sum += pointsOf(points, x, y);
    return sum / (left.length * right.length);
  };
  for (const e of byWeight(edges)) {
    const [a, b] = [edges.a[e], edges.b[e]];
    if (edges.weights[e] < cut) break;
    if (clusters.find(a) === clusters.find(b)) continue;
    if (!asks && (!shareContact(points, a, b) || nameTie(points.name(a), points.name(b)) === NameTie.Clash)) continue;
    if (mean(clusters.members(a).slice(0, SAMPLED), clusters.members(b).slice(0, SAMPLED)) >= cut) clusters.join(a, b);
  }
}

/**
 * The rule set of the points: phone 40, e-mail 35, city 15, name 10 of what both have. Merged without asking from the automatic
 * cut on if a phone or an e-mail is the same and the names do not clash; proposed from the review cut on.
 */
export function matchByPoints(records: Distinct, decided: Decided, points: Points, options: MatchOptions): Found {
  const reviewCut = options.reviewCut ?? REVIEW_CUT;
  const edges = scoredPairs(records, points, reviewCut);
  const clusters = new Clusters(records.size, decided.apart);
  for (const [a, b] of decided.together) clusters.join(a, b);
  join(clusters, edges, points, options.autoCut ?? AUTO_CUT, false);
  const labelsOf = () => Int32Array.from({ length: records.size }, (_, i) => clusters.find(i));
  const labels = labelsOf();
  const link = (a: number, b: number): Link => {
    const earned = pointsOf(points, a, b);
    return {
      a: Math.min(a, b),
      b: Math.max(a, b),
      probability: earned / 100,
      points: earned,
      why: whyOf(points, a, b),
    };
  };
  const proposals = proposalsOf(edges, labels, clusters).map(([a, b]) => link(a, b));
  join(clusters, edges, points, reviewCut, true);
  return { labels, reviewLabels: labelsOf(), proposals, link, tie: (a, b) => pointsOf(points, a, b) };
}

/** The best pair for each two clusters that are not merged. */
function proposalsOf(edges: Edges, labels: Int32Array, clusters: Clusters): [number, number][] {
  const seen = new Set<string>();
  const out: [number, number][] = [];
  for (const e of byWeight(edges)) {
    const [x, y] = [labels[edges.a[e]], labels[edges.b[e]]];
    const key = x < y ? `${x}/${y}` : `${y}/${x}`;
    if (x === y || seen.has(key) || clusters.keptApart(x, y)) continue;
    seen.add(key);
    out.push([edges.a[e], edges.b[e]]);
  }
  return out;
}
