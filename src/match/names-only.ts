import { averageLink, edgesOf, openPairs } from './average-link';
import { findCandidates } from './candidates';
import { Clusters } from './clusters';
import { type Bag, makeBags, type Overlap, overlap } from './compare-tokens';
import type { Link } from './contract';
import type { Decided } from './decided';
import { DIFFERENT, type FieldKey } from './field';
import type { Fields } from './fields';
import { firmName } from './firm-name';
import type { Found } from './found';
import { Interner } from './intern';
import { toBits, toProbability } from './odds';
import type { MatchOptions } from './options';
import { type Points, pointsOf } from './points';

/** Fields that say what somebody is called and nothing else. */
const NAMING: ReadonlySet<FieldKey> = new Set<FieldKey>(['given', 'family', 'swapped', 'firm', 'company']);

/** Share of all the words' bits that two names must have in common to be as likely one as two. */
const EVEN_SHARE = 0.76;
/** Bits by which the odds rise as that share goes from 0 to 1: names alone are all or nothing. */
const STEEPNESS = 40;
/** Bits that equal names earn beyond their words' rarity: firms choose names that nobody near has. */
const CHOSEN = 8;
const AUTO_CUT = 0.992;
const REVIEW_CUT = 0.5;

/** Whether names are all that the records have: then nothing can be learned, and words decide. */
export function haveNamesOnly(fields: Fields): boolean {
  return fields.all.every((field) => NAMING.has(field.key));
}

/** Words of each record's name, and which record has which. */
function bagsOf(fields: Fields): { bags: Bag[]; of: Int32Array } {
  const interner = new Interner();
  const parts = (['given', 'family', 'firm', 'company'] as const).flatMap((key) => fields.byKey.get(key) ?? []);
  const of = new Int32Array(fields.size);
  for (let record = 0; record < fields.size; record++) {
    const people = parts.filter((field) => field.key === 'given' || field.key === 'family');
    const named = people.some((field) => field.ids[record] !== 0) ? people : parts;
    const text = named
      .map((field) => field.texts[field.ids[record]])
      .join(' ')
      .trim();
    of[record] = interner.id(text);
  }
  const names = interner.texts.map(firmName);
  return {
    bags: makeBags(
      names.map((name) => name.core),
      names.map((name) => name.initials),
    ),
    of,
  };
}

/** Evidence in bits: how much of both names is shared, and no more than what is shared can carry. */
function evidence({ shared, jaccard, acronym }: Overlap, size: number): number {
  const bits = acronym ? 1 : STEEPNESS * (jaccard - EVEN_SHARE);
  return Math.min(bits, shared - Math.log2(size) + CHOSEN);
}

function describe({ jaccard, contained, acronym }: Overlap): string {
  if (jaccard >= 0.999) return 'same name but for legal form, order and abbreviations';
  if (acronym) return 'one name is the initials of the other';
  if (contained >= 0.95) return 'one name is part of the other';
  return jaccard >= EVEN_SHARE ? 'names are alike, word by word' : 'names share some words';
}

/** Matching of records that have names and nothing else: by their words, the rarer the more. Calibrated, not learned. */
export function matchNames(fields: Fields, decided: Decided, points: Points, options: MatchOptions): Found {
  const { bags, of } = bagsOf(fields);
  const compared = (a: number, b: number) => overlap(bags[of[a]], bags[of[b]]);
  const score = (a: number, b: number) => evidence(compared(a, b), fields.size);
  const reviewCut = toBits(options.reviewCut ?? REVIEW_CUT);
  const edges = edgesOf(findCandidates(fields), score, reviewCut);
  const clusters = new Clusters(fields.size, decided.apart);
  for (const [a, b] of decided.together) clusters.join(a, b);
  averageLink(clusters, edges, score, toBits(options.autoCut ?? AUTO_CUT));
  const labels = clusters.labels();
  const link = (a: number, b: number): Link => ({
    a: Math.min(a, b),
    b: Math.max(a, b),
    probability: toProbability(score(a, b)),
    points: pointsOf(points, a, b),
    why: describe(compared(a, b)),
  });
  const proposals = openPairs(edges, labels, clusters).map(([a, b]) => link(a, b));
  averageLink(clusters, edges, score, reviewCut);
  return {
    labels,
    reviewLabels: clusters.labels(),
    proposals,
    link,
    tie: (a, b) => DIFFERENT + Math.max(0, score(a, b)),
  };
}
