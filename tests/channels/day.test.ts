import { join } from 'node:path';
import { faultsOf } from '../../bench/day/check';
import { type DayOptions, DaySimulation, morningOf } from '../../bench/day/simulation';
import { readProject } from '../../host/project';

const script = readProject(join(__dirname, '../../dist'));

const PLAIN: Omit<DayOptions, 'seed'> = {
  script,
  from: Date.UTC(2026, 10, 3, 10),
  minutes: 22,
  staff: 3,
  orders: 3,
  leads: 5,
  held: { orders: 2, leads: 0 },
  imported: { leads: 0, after: 0 },
  away: '',
  week: 'Monday, Tuesday, Wednesday, Thursday, Friday',
  failing: 0.01,
  killing: 0.001,
};

/** What a part of a day may be like. */
const SITUATIONS: [string, Partial<DayOptions>][] = [
  ['an ordinary morning', {}],
  [
    'the Sunday on which the clocks go back',
    { from: Date.UTC(2026, 9, 25, 9), week: 'Sunday, Monday, Tuesday, Wednesday, Thursday' },
  ],
  ['many leads pasted at once', { leads: 3, imported: { leads: 40, after: 3 } }],
  ['somebody away', { staff: 4, away: '2026-11-03' }],
  ['the hour of the digest', { from: Date.UTC(2026, 10, 3, 8, 40), held: { orders: 6, leads: 3 } }],
];

describe.each(SITUATIONS)('%s', (_name, situation) => {
  const options = { ...PLAIN, ...situation };
  const morning = morningOf({ ...options, seed: 0 });

  it.each([1, 2])('nobody is told late, twice or not at all: seed %i', (seed) => {
    const day = new DaySimulation({ ...options, seed }, morning).run();
    expect(day.told.length).toBeGreaterThan(0);
    expect(faultsOf(day)).toEqual([]);
  });
});
