import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readProject } from '../host/project';
import { projectRoot } from '../host/run/bundle';
import { ACTS, WEIGHTS } from './simulate/acts';
import { play } from './simulate/play';
import { everyCall, type Schedule, scheduleOf } from './simulate/schedule';
import { shrink } from './simulate/shrink';

const OPTIONS = {
  seeds: { type: 'string' },
  from: { type: 'string', default: '1' },
  rows: { type: 'string', default: '0' },
  replay: { type: 'string' },
  bundle: { type: 'string', default: 'dist' },
  keep: { type: 'boolean', default: false },
  exhaustive: { type: 'boolean', default: false },
  acts: { type: 'string', default: Object.keys(ACTS).join() },
} as const;

/**
 * `npm run simulate -- --seeds N [--from S] [--rows 5000] [--keep]`: random days on the built bundle, each the same for the
 * same seed. A seed that fails is printed with its shortest replay, to be run by `--replay '<json>'`; with `--keep` the
 * others follow all the same. `--exhaustive [--acts 'sort,filter']`: every call of a sync × each fault and each act instead;
 * of those, `--from` and `--seeds` choose a part, so that a long run can be divided.
 */
export function main(argv: string[]): number {
  const { values } = parseArgs({ args: argv, options: OPTIONS });
  const script = readProject(join(projectRoot(), values.bundle));
  if (values.replay) {
    const { faults } = play(JSON.parse(values.replay) as Schedule, script);
    console.log(faults.length > 0 ? faults.join('\n') : 'Everything holds.');
    return faults.length > 0 ? 1 : 0;
  }
  const total = { schedules: 0, acts: 0, faults: 0, others: 0, failed: 0 };
  const from = Number(values.from);
  const acts = values.acts.split(',').filter((name) => name !== '');
  const schedules = values.exhaustive
    ? part(
        everyCall(acts, (schedule) => play(schedule, script).calls),
        from,
        Number(values.seeds ?? Number.POSITIVE_INFINITY),
      )
    : seeds(from, Number(values.seeds ?? 200), Number(values.rows));
  for (const schedule of schedules) {
    const { faults, acts, injected, others } = play(schedule, script);
    total.schedules++;
    total.acts += acts;
    total.faults += injected;
    total.others += others;
    if (faults.length === 0) continue;
    total.failed++;
    const shortest = shrink(schedule, (one) => play(one, script).faults.length > 0);
    console.log(`Seed ${schedule.seed} fails:\n  ${play(shortest, script).faults.slice(0, 6).join('\n  ')}`);
    console.log(`  replay: --replay '${JSON.stringify(shortest)}'`);
    if (!values.keep) break;
  }
  const { failed } = total;
  console.log(
    `${total.schedules} schedules, ${total.acts} acts, ${total.faults} faults, ${total.others} runs of a second user: ${failed} failed.`,
  );
  return failed > 0 ? 1 : 0;
}

function* seeds(from: number, count: number, rows: number): Generator<Schedule> {
  for (let seed = from; seed < from + count; seed++) yield scheduleOf(seed, WEIGHTS, rows);
}

/** So many of a row of schedules, from the `from`th (1: the first) on. */
function* part(schedules: Iterable<Schedule>, from: number, count: number): Generator<Schedule> {
  let at = 0;
  for (const schedule of schedules) {
    at++;
    if (at >= from + count) return;
    if (at >= from) yield schedule;
  }
}

export const needsBundle = true;
