import { join } from 'node:path';
import { faultsOf } from '../../bench/day/check';
import { kindOf, smallDay } from '../../bench/day/options';
import { DaySimulation, morningOf } from '../../bench/day/simulation';
import { readProject } from '../../host/project';

const script = readProject(join(__dirname, '../../dist'));

const SEEDS = Array.from({ length: 50 }, (_, seed) => seed);

const mornings = new Map<string, ReturnType<typeof morningOf>>();

/** A small day of the kind that goes with the seed; days of one kind begin with the same morning. */
function played(seed: number) {
  const options = { ...smallDay(seed), script };
  const morning = mornings.get(kindOf(seed)) ?? morningOf(options);
  mornings.set(kindOf(seed), morning);
  return new DaySimulation(options, morning).run();
}

describe('a day of eight people, with calls that fail, runs that are cut off, ticks left out and fired twice', () => {
  it.each(SEEDS)(
    'nobody is told late, twice or not at all, no quota is broken, and all get their share: seed %i',
    (seed) => {
      const day = played(seed);
      expect(faultsOf(day)).toEqual([]);
      expect(day.told.length).toBeGreaterThan(10);
      expect(day.failures).toBeGreaterThan(0);
    },
  );
});

describe('what is checked', () => {
  const day = played(3);

  it.each([
    ['late', () => ({ ...day, told: day.told.filter(({ text }) => !text.includes('Lea')) }), 'told after'],
    [
      'twice',
      () => ({ ...day, told: day.told.flatMap((one) => [one, { ...one, at: one.at + 60_000 }]) }),
      'told twice',
    ],
    ['missing', () => ({ ...day, arrived: new Map([['Lea Nowhere', day.ticks[0].at]]) }), 'stands in 0 rows'],
    ['a quota', () => ({ ...day, triggerMs: 46 * 60_000 }), 'minutes of trigger time'],
    ['unfair', () => ({ ...day, people: [...day.people, { ...day.people[0], name: 'Ida' }] }), 'Ida was given 0'],
  ])('%s would be found', (_name, broken, words) => {
    expect(faultsOf(broken()).join('\n')).toContain(words);
  });
});
