import { max, min } from './arithmetic';
import type { Pairs } from './candidates';
import { DEFAULT_M, DEFAULT_U, MOST_DIFFERENT, PRIOR_COUNTS, PRIOR_PARTNERS, TOO_FEW } from './defaults';
import { Entries } from './entries';
import { type Field, topLevel } from './field';
import type { Fields } from './fields';
import { nearlyProbability } from './odds';
import { PERSONAL, type Rates, type ValueCounts } from './rates';
import { compareAll, conditionPairs, pickCandidates, randomPairs, type Sample } from './samples';
import { WeighedSample } from './weighed-sample';
import type { Weigher } from './weigher';

/** Pairs that the marginal chance counts for where a conditional one is estimated. */
const SHRINK_COUNTS = 20;
const ROUNDS = 9;
/** Pairs less likely than this to say anything are not counted. */
const NEGLIGIBLE = 1e-5;
/** Pairs of people who live or work together for each pair of one person: to begin with, and its bounds. */
const NEAR_SHARE = 0.1;
const NEAR_LEAST = 0.002;
const NEAR_MOST = 100;

/** Counts how often each value of each field is held. */
export function countValues(fields: Fields): ValueCounts {
  const totals = new Float64Array(fields.all.length);
  const counts = fields.all.map((field, f) => {
    const count = new Float64Array(field.texts.length);
    for (let i = 0; i < fields.size; i++) count[field.ids[i]]++;
    totals[f] = fields.size - count[0];
    count[0] = 0;
    return count;
  });
  return { counts, totals };
}

function normalise(counts: Float64Array): Float64Array {
  const sum = counts.reduce((total, count) => total + count, 0);
  return counts.map((count) => count / sum);
}

/** Levels of a field, none included, at most: counts by field and level stand in one array. */
const LEVELS = 8;

/** The counts of a field's levels, without those of missing values. */
function levelsOf(counts: Float64Array, f: number, field: Field): Float64Array {
  return counts.slice(f * LEVELS + 1, f * LEVELS + 1 + topLevel(field));
}

/** Bounds the share of the level "differs" and gives the rest to the others in proportion. */
function atMostDifferent(rates: Float64Array, most: number): Float64Array {
  if (rates[0] <= most) return rates;
  const factor = (1 - most) / (1 - rates[0]);
  return rates.map((rate, l) => (l === 0 ? most : rate * factor));
}

/** Learns {@link Rates} from the records themselves: Fellegi-Sunter by expectation and maximisation. */
export class Fitter {
  private readonly random: Sample;
  private readonly candidates: WeighedSample;
  private readonly conditions: (WeighedSample | null)[];
  private readonly totalPairs: number;
  rates: Rates;

  constructor(
    private readonly fields: Fields,
    private readonly weigher: Weigher,
    pairs: Pairs,
    rows: ValueCounts,
  ) {
    const { comparer, relations } = weigher;
    const size = fields.size;
    this.totalPairs = max(1, (size * (size - 1)) / 2);
    const random = randomPairs(size);
    this.random = compareAll(comparer, random.a, random.b);
    const used = new Set(relations.parents.flat());
    const entries = new Entries(size);
    this.conditions = relations.agreements.map((agreement, i) => {
      if (!used.has(i)) return null;
      const sample = conditionPairs(fields, agreement, entries);
      return new WeighedSample(compareAll(comparer, sample.a, sample.b), weigher);
    });
    this.rates = this.start(rows);
    weigher.set(this.rates, rows);
    const picked = pickCandidates(pairs, weigher);
    this.candidates = new WeighedSample(compareAll(comparer, picked.a, picked.b, picked.scale), weigher);
  }

  private start(values: ValueCounts): Rates {
    const u = this.fields.all.map((_, f) => this.chance(f, values, null));
    return {
      prior: Math.log2((PRIOR_PARTNERS * this.fields.size) / 2 / this.totalPairs),
      m: this.fields.all.map((field) => Float64Array.from(DEFAULT_M[field.key])),
      u,
      given: this.fields.all.map((_, f) => this.weigher.relations.parents[f].map(() => u[f])),
      near: u.map((rates, f) => this.nearStart(f, rates)),
      nearShare: NEAR_SHARE,
    };
  }

  /** Half of what one person's records agree in, half chance. */
  private nearStart(f: number, u: Float64Array): Float64Array {
    const key = this.fields.all[f].key;
    return PERSONAL.has(key) ? u : u.map((rate, l) => (rate + DEFAULT_M[key][l]) / 2);
  }

  /** Chance agreement of a field, from random pairs (weighed by how surely they are no match) and, for "same", from the values' frequencies. */
  private chance(f: number, values: ValueCounts, noMatch: Float64Array | null): Float64Array {
    const field = this.fields.all[f];
    if (this.fields.size < TOO_FEW) return Float64Array.from(DEFAULT_U[field.key]);
    const width = this.fields.all.length;
    const counts = new Float64Array(topLevel(field));
    let seen = 0;
    for (let i = 0; i < this.random.a.length; i++) {
      const level = this.random.levels[i * width + f];
      if (level === 0) continue;
      const share = noMatch ? noMatch[i] : 1;
      counts[level - 1] += share;
      seen += share;
    }
    const rates = DEFAULT_U[field.key].map((rate, l) => (counts[l] + rate * SHRINK_COUNTS) / (seen + SHRINK_COUNTS));
    if (field.key !== 'swapped' && field.key !== 'sex') rates[rates.length - 1] = this.sameByValues(values, f);
    return normalise(Float64Array.from(rates));
  }

  private sameByValues(values: ValueCounts, f: number): number {
    const total = values.totals[f];
    if (total < 2) return DEFAULT_U[this.fields.all[f].key][topLevel(this.fields.all[f]) - 1];
    let same = 0;
    for (const count of values.counts[f]) same += (count * (count - 1)) / 2;
    return max(same, 0.5) / ((total * (total - 1)) / 2);
  }

  /** Fits to the candidates, `values` as counted. */
  learn(values: ValueCounts): Rates {
    if (this.fields.size >= TOO_FEW) {
      for (let round = 0; round < ROUNDS; round++) {
        this.weigher.set(this.rates, values);
        if (round % 3 === 0) {
          this.conditionalChance();
          this.weigher.set(this.rates, values);
        }
        this.maximise();
      }
    }
    this.weigher.set(this.rates, values);
    return this.rates;
  }

  /** Fits once more from clusters: values counted by cluster, agreement counted inside, the prior from their sizes. */
  relearn(label: Int32Array, values: ValueCounts): Rates {
    if (this.fields.size >= TOO_FEW) {
      const random = Float64Array.from(this.random.a, (a, i) => (label[a] === label[this.random.b[i]] ? 0 : 1));
      this.rates.u = this.fields.all.map((_, f) => this.chance(f, values, random));
      this.weigher.set(this.rates, values);
      this.conditionalChance(label);
      this.weigher.set(this.rates, values);
      this.maximise(label);
    }
    this.weigher.set(this.rates, values);
    return this.rates;
  }

  /** New m, near and prior, from how likely each pair is a match, or, with `label`, from who is in one cluster. */
  private maximise(label?: Int32Array): void {
    const { candidates, weigher } = this;
    const { a, b, levels, scale } = candidates.sample;
    const width = this.fields.all.length;
    const counts = this.priorCounts((f) => DEFAULT_M[this.fields.all[f].key]);
    const nearCounts = this.priorCounts((f) => this.nearStart(f, this.rates.u[f]));
    let matches = 0;
    let personMatches = 0;
    let nears = 0;
    candidates.refresh();
    for (let i = 0; i < a.length; i++) {
      const bits = candidates.weigh(i);
      const match = label ? (label[a[i]] === label[b[i]] ? 1 : 0) : nearlyProbability(bits);
      let near = 0;
      if (candidates.arePeople(i)) {
        personMatches += match;
        near = (1 - match) * weigher.nearProbability(candidates.lastNear);
        nears += near;
      }
      if (match + near < NEGLIGIBLE) continue;
      matches += match;
      for (let f = 0, at = i * width; f < width; f++, at++) {
        counts[f * LEVELS + levels[at]] += match;
        nearCounts[f * LEVELS + levels[at]] += near;
      }
    }
    this.rates.m = this.fields.all.map((field, f) =>
      atMostDifferent(normalise(levelsOf(counts, f, field)), MOST_DIFFERENT[field.key] ?? 1),
    );
    this.rates.near = this.fields.all.map((field, f) => normalise(levelsOf(nearCounts, f, field)));
    this.rates.nearShare = max(
      NEAR_LEAST,
      min(NEAR_MOST, (nears + NEAR_SHARE * PRIOR_COUNTS) / (personMatches + PRIOR_COUNTS)),
    );
    this.rates.prior = Math.log2(min(0.2, max(matches * scale, 0.01 * this.fields.size) / this.totalPairs));
  }

  /** The counts to begin with: what is held to be so before any pair is seen. */
  private priorCounts(rates: (f: number) => ArrayLike<number>): Float64Array {
    const counts = new Float64Array(this.fields.all.length * LEVELS);
    this.fields.all.forEach((_, f) => {
      counts.set(
        Array.from(rates(f), (rate) => rate * PRIOR_COUNTS),
        f * LEVELS + 1,
      );
    });
    return counts;
  }

  /** Chance agreement of each field among pairs that agree in its parent and are no match as far as the other fields say. */
  private conditionalChance(label?: Int32Array): void {
    const { parents } = this.weigher.relations;
    const width = parents.length;
    const weights = new Float64Array(width);
    const given = this.rates.given.map((rates, f) =>
      rates.map(() => this.rates.u[f].map((rate) => rate * SHRINK_COUNTS)),
    );
    this.conditions.forEach((weighed, agreement) => {
      if (!weighed) return;
      const { a, b, levels } = weighed.sample;
      const bearsOn = parents.flatMap((list, f) => (list.includes(agreement) ? { f, p: list.indexOf(agreement) } : []));
      weighed.refresh();
      for (let i = 0; i < a.length; i++) {
        if (label && label[a[i]] === label[b[i]]) continue;
        const total = weighed.weigh(i, weights);
        for (const { f, p } of bearsOn) {
          const level = levels[i * width + f];
          if (level !== 0) given[f][p][level - 1] += 1 - nearlyProbability(total - weights[f]);
        }
      }
    });
    this.rates.given = given.map((rates) => rates.map(normalise));
  }
}
