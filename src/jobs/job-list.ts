import type { JobName } from './automatic';
import { digest } from './digest';
import { presses } from './presses';
import { remind } from './remind';
import { nextTurn } from './schedule';
import { sync } from './sync';
import type { TickRun } from './tick';

/** Every job of the clock; each answers when it is next due. */
export const JOBS: Record<JobName, (run: TickRun) => number> = {
  presses,
  remind,
  sync: (run) => {
    const { services, clock, started } = run;
    const report = sync(services, { startedBy: 'automatic', until: run.until });
    run.report.sync = report;
    return report.finished ? nextTurn(clock, 'sync', started, report.minutesToNext) : services.now();
  },
  digest,
};
