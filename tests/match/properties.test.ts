import { quality } from '../../bench/match/measure';
import { crmRows, familyRows, type Row } from '../../bench/match/people';
import type { Link, MatchField, MatchInput, MatchMode } from '../../src/match/contract';
import { matchIncremental } from '../../src/match/incremental';
import { type FullResult, match } from '../../src/match/match';

const FIELDS: Record<string, MatchField> = {
  first: 'given',
  last: 'family',
  email: 'email',
  phone: 'phone',
  address: 'address',
  city: 'city',
  state: 'region',
  zip: 'postcode',
  company: 'company',
  dob: 'birthDate',
};

function toInput(rows: readonly Row[]): MatchInput {
  const columns: MatchInput['columns'] = {};
  for (const [header, field] of Object.entries(FIELDS)) columns[field] = rows.map((row) => row[header] ?? '');
  return { size: rows.length, columns };
}

/** Clusters as sorted lists of names of rows, so that two runs can be compared. */
function named(clusterOf: ArrayLike<number>, names: readonly number[]): string {
  const lists = new Map<number, number[]>();
  names.forEach((name, row) => {
    lists.set(clusterOf[row], [...(lists.get(clusterOf[row]) ?? []), name]);
  });
  return [...lists.values()]
    .map((list) => list.sort((a, b) => a - b).join(','))
    .sort()
    .join(' ');
}

/** A result with its links as they are read. */
function spoken(result: FullResult) {
  const say = (link: Link | null) =>
    link && { a: link.a, b: link.b, probability: link.probability, points: link.points, why: link.why };
  return { ...result, holds: result.holds.map(say), reviewHolds: result.reviewHolds.map(say) };
}

const range = (size: number) => Array.from({ length: size }, (_, i) => i);
const MODES: MatchMode[] = ['learned', 'points', 'exact'];
const SIZE = 260;
const rows = crmRows(SIZE, 41, { errors: 2 });

describe.each(MODES)('matching, %s', (mode) => {
  const whole = match(toInput(rows), { mode });

  it('finds most of what is there and little else', () => {
    const truth = new Set(rows.map((row) => row.cluster)).size;
    const found = new Set(whole.reviewOf).size;
    expect(Math.abs(found - truth) / truth).toBeLessThan(mode === 'learned' ? 0.01 : 0.25);
  });

  it('does not depend on the order of the rows', () => {
    const order = range(rows.length).sort((a, b) => ((a * 7919) % SIZE) - ((b * 7919) % SIZE));
    const shuffled = match(toInput(order.map((i) => rows[i])), { mode });
    expect(named(shuffled.clusterOf, order)).toBe(named(whole.clusterOf, range(rows.length)));
    expect(named(shuffled.reviewOf, order)).toBe(named(whole.reviewOf, range(rows.length)));
    expect(shuffled.proposals.length).toBe(whole.proposals.length);
  });

  it('gives the same twice', () => {
    expect(spoken(match(toInput(rows), { mode }))).toEqual(spoken(whole));
  });

  it('leaves the others alone when one unrelated row is added', () => {
    const stranger: Row = {
      cluster: 'x',
      first: 'Zbigniew',
      last: 'Quetzalcoatl',
      email: 'zq@nowhere.example',
      phone: '+48 12 345 67 89',
    };
    const more = match(toInput([...rows, stranger]), { mode });
    expect(more.clusterOf[rows.length]).toBe(rows.length);
    expect([...more.reviewOf].slice(0, rows.length)).toEqual([...whole.reviewOf]);
  });

  it('takes a row that stands there twice for one', () => {
    const twice = match(toInput([...rows, ...rows.slice(0, 100)]), { mode });
    for (let i = 0; i < 100; i++) expect(twice.clusterOf[rows.length + i]).toBe(twice.clusterOf[i]);
  });

  it('never crosses a *keep separate*, not even through a third record', () => {
    const members = range(rows.length).filter((i) => whole.reviewOf[i] !== i);
    const apart = members.slice(0, 40).map((i): [number, number] => [i, whole.reviewOf[i]]);
    const again = match({ ...toInput(rows), apart }, { mode });
    for (const [a, b] of apart) {
      expect(again.clusterOf[a]).not.toBe(again.clusterOf[b]);
      expect(again.reviewOf[a]).not.toBe(again.reviewOf[b]);
    }
  });

  it('keeps together what a person has merged, unless it is kept separate', () => {
    const again = match(
      {
        ...toInput(rows),
        together: [
          [3, 150],
          [150, 250],
        ],
        apart: [[3, 250]],
      },
      { mode },
    );
    expect(again.clusterOf[3]).toBe(again.clusterOf[150]);
    expect(again.clusterOf[3]).not.toBe(again.clusterOf[250]);
  });

  it('merges no less under review than without asking', () => {
    whole.clusterOf.forEach((cluster, row) => {
      expect(whole.reviewOf[row]).toBe(whole.reviewOf[cluster]);
    });
  });
});

describe('matching of 10,000 rows', () => {
  const many = crmRows(10_000, 43);
  const whole = match(toInput(many), { mode: 'learned' });

  it.each([1, 2])('leaves all clusters alone when one unrelated row is added (%i)', (seed) => {
    const more = match(toInput([...many, ...crmRows(1, seed, { german: true })]), { mode: 'learned' });
    expect(more.clusterOf[many.length]).toBe(many.length);
    expect([...more.clusterOf].slice(0, many.length)).toEqual([...whole.clusterOf]);
    expect([...more.reviewOf].slice(0, many.length)).toEqual([...whole.reviewOf]);
  });
});

describe('matching of new rows against known ones', () => {
  const steps = (all: readonly Row[]) => {
    const { model } = match(toInput(all), { mode: 'learned' });
    const before = toInput(all.slice(0, -20));
    const known = match(before, { mode: 'learned', model });
    const full = match(toInput(all), { mode: 'learned', model });
    const step = matchIncremental({ input: before, clusterOf: known.clusterOf }, toInput(all.slice(-20)), {
      mode: 'learned',
      model: model!,
    });
    return { full, step };
  };

  it('agrees with matching all of them', () => {
    const { full, step } = steps(rows);
    expect(named(step.clusterOf, range(SIZE))).toBe(named(full.clusterOf, range(SIZE)));
    expect(step.holds[SIZE - 1]?.why).toBe(full.holds[SIZE - 1]?.why);
  });

  it('agrees but for what was even before, where homes make many pairs unsure', () => {
    const all = familyRows(SIZE, 43);
    const { full, step } = steps(all);
    const asTruth = Array.from(full.clusterOf, String);
    // Twenty more rows move what is rare by a few hundredths of a bit: enough for pairs at the very cut.
    expect(quality(step.clusterOf, asTruth).f1).toBeGreaterThan(0.975);
  });

  it('knows a new row that stands there already', () => {
    const clear = crmRows(SIZE, 47);
    const model = match(toInput(clear), { mode: 'learned' }).model!;
    const pair = clear.findIndex((row, i) => clear.some((other, j) => j < i && other.cluster === row.cluster));
    const step = matchIncremental({ input: toInput(clear), clusterOf: range(SIZE) }, toInput([clear[pair]]), {
      mode: 'learned',
      model,
    });
    expect(step.clusterOf[SIZE]).toBe(step.clusterOf[pair]);
    expect(step.holds[SIZE]?.why).toBe('the rows are equal');
  });
});
