import { WEIGHTS } from '../../bench/simulate/acts';
import { type Played, play } from '../../bench/simulate/play';
import { type Schedule, type Step, scheduleOf } from '../../bench/simulate/schedule';
import { shrink } from '../../bench/simulate/shrink';
import type { ScriptProject } from '../../host';
import { project } from '../support/product';
import { COLLISIONS } from './collisions';

/** More by `npm run simulate`. */
const SEEDS = 200;
const FOUND_WITHIN = 50;
/** Seeds beyond these that found a fault once. */
const ONCE_FAILED = [
  605, 5465, 5665, 5689, 7401, 8238, 20027, 21231, 21903, 21917, 21947, 22440, 22533, 41714, 42390, 42884, 47676, 49045,
  6958, 7133, 60519, 60913, 100207, 101853, 104460, 110484, 111736, 113428, 130700,
];

// Hundreds of runs of the bundle: a busy machine needs its time.
jest.setTimeout(1_200_000);

/** The first seed that fails on a bundle, within so many. */
function firstFailure(script: ScriptProject, seeds: number): { schedule: Schedule; played: Played } | null {
  for (let seed = 1; seed <= seeds; seed++) {
    const schedule = scheduleOf(seed, WEIGHTS);
    const played = play(schedule, script, project);
    if (played.faults.length > 0) return { schedule, played };
  }
  return null;
}

describe('random days', () => {
  it(`of ${SEEDS} seeds, and of those that failed once, leave every managed sheet as it should be`, () => {
    const total = { acts: 0, injected: 0, others: 0 };
    for (const seed of [...Array.from({ length: SEEDS }, (_, index) => index + 1), ...ONCE_FAILED]) {
      const schedule = scheduleOf(seed, WEIGHTS);
      const { faults, acts, injected, others } = play(schedule, project);
      expect({ seed, faults, replay: faults.length > 0 ? JSON.stringify(schedule) : '' }).toEqual({
        seed,
        faults: [],
        replay: '',
      });
      total.acts += acts;
      total.injected += injected;
      total.others += others;
    }
    process.stderr.write(
      `${SEEDS} schedules, ${total.acts} acts, ${total.injected} faults, ${total.others} runs of a second user\n`,
    );
    expect(total.acts).toBeGreaterThan(SEEDS * 3);
    expect(total.injected).toBeGreaterThan(SEEDS / 4);
    expect(total.others).toBeGreaterThan(SEEDS / 10);
  });

  it.each(COLLISIONS)('of two accidents in one run ($seed) lose nothing', (schedule) => {
    expect(play(schedule, project).faults).toEqual([]);
  });

  it('repeat exactly', () => {
    for (const seed of [3, 8]) {
      const schedule = scheduleOf(seed, WEIGHTS);
      expect(scheduleOf(seed, WEIGHTS)).toEqual(schedule);
      expect(play(schedule, project)).toEqual(play(schedule, project));
    }
  });
});

/** The bundle with a service in front of Google's that has a fault. */
const spoiled = (prelude: string): ScriptProject => ({ ...project, code: `${prelude}\n${project.code}` });

/** Changes what a method of the services does, for all objects of its class. */
const wrap = (reach: string, method: string, body: string) => `
(function () {
  var object = ${reach};
  var type = Object.getPrototypeOf(object);
  var real = type.${method};
  type.${method} = function () { ${body} };
})();`;

const RANGE = 'SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getRange(1, 1)';

const PLANTED: Record<string, string> = {
  'drops a write': wrap(
    RANGE,
    'setValues',
    `if (this.getSheet().getName() === 'followed-up' && arguments[0].length === 1) return this;
     return real.apply(this, arguments);`,
  ),
  'swaps two rows': wrap(
    RANGE,
    'setValues',
    `var rows = arguments[0].slice();
     if (this.getSheet().getName() === 'followed-up' && rows.length > 1) rows.unshift(rows.splice(1, 1)[0]);
     return real.call(this, rows);`,
  ),
  'skips the lock': `${wrap('LockService.getDocumentLock()', 'tryLock', 'return true;')}
${wrap('LockService.getDocumentLock()', 'releaseLock', '')}`,
};

describe('a planted bug', () => {
  it.each(Object.entries(PLANTED))(
    `that %s is found within ${FOUND_WITHIN} seeds, and its replay is short`,
    (_, prelude) => {
      const script = spoiled(prelude);
      const found = firstFailure(script, FOUND_WITHIN);
      expect(found).not.toBeNull();
      const { schedule } = found as { schedule: Schedule };
      const fails = (one: Schedule) => play(one, script, project).faults.length > 0;
      const shortest = shrink(schedule, fails, 8);
      expect(fails(shortest)).toBe(true);
      const size = (days: Step[][]) => JSON.stringify(days).length;
      expect(size(shortest.days)).toBeLessThanOrEqual(size(schedule.days));
      expect(play(shortest, project).faults).toEqual([]);
    },
  );
});
