import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readProject } from '../host/project';
import { projectRoot } from '../host/run/bundle';
import { faultsOf } from './day/check';
import { DaySimulation } from './day/simulation';
import { tableOf } from './day/table';

/** The built bundle is what is played. */
export const needsBundle = true;

/**
 * `npm run simulate:day [-- --seeds 1 --held 2000]`: a working day of eight people, 500 orders and 200 leads, with 3,000 more
 * leads pasted at noon, on the Monday after the clocks went back.
 */
export function main(argv: string[]): number {
  const { values } = parseArgs({
    args: argv,
    options: { seeds: { type: 'string', default: '1' }, held: { type: 'string', default: '2000' } },
  });
  let faults = 0;
  for (let seed = 1; seed <= Number(values.seeds); seed++) {
    const day = new DaySimulation({
      script: readProject(join(projectRoot(), 'dist')),
      seed,
      from: Date.UTC(2026, 9, 26, 8, 30),
      minutes: 600,
      staff: 8,
      orders: 500,
      leads: 200,
      held: { orders: Number(values.held), leads: 0 },
      imported: { leads: 3000, after: 210 },
      away: '2026-10-26',
      week: 'Monday, Tuesday, Wednesday, Thursday, Friday',
      failing: 0.01,
      killing: 0.0005,
    }).run();
    const found = faultsOf(day);
    console.log(tableOf(day));
    for (const fault of found.slice(0, 20)) console.log(`FAULT ${fault}`);
    if (found.length > 20) console.log(`and ${found.length - 20} more`);
    faults += found.length;
  }
  return faults === 0 ? 0 : 1;
}
