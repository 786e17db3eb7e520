import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readProject } from '../host/project';
import { projectRoot } from '../host/run/bundle';
import { faultsOf } from './day/check';
import { BIG_DAY, type DayOptions, smallDay } from './day/options';
import { DaySimulation } from './day/simulation';
import { type DayFigures, figuresOf, tableOf } from './day/table';

/** The built bundle is what is played. */
export const needsBundle = true;

/** Faults of one day that are written out. */
const SHOWN = 20;

/**
 * `npm run simulate:day [-- --seed 1 --seeds 3 --held 50000 --small]`: working days of eight people, 500 orders and 200 leads, with
 * 3,000 more leads pasted at noon and 5,000 orders open, on the Monday after the clocks went back; or the small days of the tests.
 */
export function main(argv: string[]): number {
  const { values } = parseArgs({
    args: argv,
    options: {
      seed: { type: 'string', default: '1' },
      seeds: { type: 'string', default: '1' },
      held: { type: 'string', default: String(BIG_DAY.held.orders) },
      small: { type: 'boolean', default: false },
    },
  });
  const script = readProject(join(projectRoot(), 'dist'));
  const first = Number(values.seed);
  const days: DayFigures[] = [];
  for (let seed = first; seed < first + Number(values.seeds); seed++) {
    const big = { ...BIG_DAY, seed, held: { orders: Number(values.held), leads: 0 } };
    days.push(play({ ...(values.small ? smallDay(seed) : big), script }));
  }
  console.log(tableOf(days));
  return days.every(({ faults }) => faults === 0) ? 0 : 1;
}

function play(options: DayOptions): DayFigures {
  const started = performance.now();
  const day = new DaySimulation(options).run();
  const faults = faultsOf(day);
  for (const fault of faults.slice(0, SHOWN)) console.log(`FAULT in day ${options.seed}: ${fault}`);
  if (faults.length > SHOWN) console.log(`and ${faults.length - SHOWN} more`);
  console.error(`day ${options.seed}: ${((performance.now() - started) / 1000).toFixed(1)} s of real time`);
  return figuresOf(day, faults.length);
}
