import { averageLink, edgesOf, openPairs } from './average-link';
import { findCandidates } from './candidates';
import { Clusters } from './clusters';
import type { Distinct } from './columns';
import { shareKey } from './contact';
import type { Link } from './contract';
import type { Decided } from './decided';
import { makeFields } from './fields';
import type { Found } from './found';
import { NameTie, nameTie, TIE_WORDS } from './name-clash';
import type { MatchOptions } from './options';
import { type Points, pointsOf } from './points';

/** Points from which on records are merged, and proposed, if nothing else is said. */
const AUTO_CUT = 80;
const REVIEW_CUT = 60;

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

/** Whether a phone or an e-mail is common to the two records and their names go together; a name or a city alone merges nobody. */
function isSure(points: Points, a: number, b: number): boolean {
  const contact = shareKey(points.phones(a), points.phones(b)) || shareKey(points.emails(a), points.emails(b));
  return contact && nameTie(points.name(a), points.name(b)) !== NameTie.Clash;
}

/**
 * The rule set of the points: phone 40, e-mail 35, city 15, name 10 of what both have. Merged without asking from the automatic
 * cut on if a phone or an e-mail is the same and the names do not clash; proposed from the review cut on.
 */
export function matchByPoints(records: Distinct, decided: Decided, points: Points, options: MatchOptions): Found {
  const reviewCut = options.reviewCut ?? REVIEW_CUT;
  const score = (a: number, b: number) => pointsOf(points, a, b);
  const edges = edgesOf(findCandidates(makeFields(records)), score, reviewCut);
  const clusters = new Clusters(records.size, decided.apart);
  for (const [a, b] of decided.together) clusters.join(a, b);
  averageLink(clusters, edges, score, options.autoCut ?? AUTO_CUT, (a, b) => isSure(points, a, b));
  const labels = clusters.labels();
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
  const proposals = openPairs(edges, labels, clusters).map(([a, b]) => link(a, b));
  averageLink(clusters, edges, score, reviewCut);
  return { labels, reviewLabels: clusters.labels(), proposals, link, tie: score };
}
