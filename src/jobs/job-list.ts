import type { JobName } from './automatic';
import { digest } from './digest';
import { presses } from './presses';
import { remind, remindMeanwhile } from './remind';
import { nextTurn } from './schedule';
import { sync } from './sync';
import type { TickRun } from './tick';

/** Every job of the clock; each answers when it is next due. */
export const JOBS: Record<JobName, (run: TickRun) => number> = {
  presses,
  remind,
  sync: (run) => {
    const { services, clock, started } = run;
    try {
      const between = () => remindMeanwhile(run);
      const report = sync(services, { startedBy: 'automatic', until: run.until, between });
      run.report.sync = report;
      return report.finished ? nextTurn(clock, 'sync', started, report.minutesToNext) : services.now();
    } finally {
      if (clock.told.length > 0) clock.due.remind = started;
    }
  },
  digest,
};
