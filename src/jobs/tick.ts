import { type ClockState, DAY, readClock, TICK_HANDLER, writeClock } from './automatic';
import type { Services } from './ports';
import { type SyncReport, sync } from './sync';

/** A run may last 6 minutes at Google; no new batch is begun after 4, which leaves time for one that has begun. */
export const RUN_BUDGET = 4 * 60_000;

/**
 * What the clock does each minute: nothing, at two calls, unless something is due.
 * @param triggerId the trigger that called; one that does not count any more removes itself
 */
export function tick(services: Services, triggerId: string): SyncReport | null {
  const started = services.now();
  const clock = readClock(services.properties);
  if (!clock || (triggerId !== '' && clock.triggerId !== triggerId)) {
    for (const id of services.triggers.own(TICK_HANDLER)) services.triggers.remove(id);
    return null;
  }
  if (started < clock.nextSync) {
    writeClock(services.properties, afterTick(clock, started, started));
    return null;
  }
  // Written before the work as well: a run that is killed must not be begun anew each minute.
  writeClock(services.properties, { ...afterTick(clock, started, started), nextSync: started + 60_000 });
  const report = sync(services, { startedBy: 'automatic', until: started + RUN_BUDGET });
  const ended = services.now();
  const nextSync = report.finished ? started + report.minutesToNext * 60_000 : ended;
  writeClock(services.properties, { ...afterTick(clock, started, ended), nextSync });
  return report;
}

function afterTick(clock: ClockState, started: number, ended: number): ClockState {
  const day = Math.floor(started / DAY);
  const before = day === clock.day ? clock : { spent: 0, ticks: 0 };
  return { ...clock, last: started, day, spent: before.spent + (ended - started), ticks: before.ticks + 1 };
}
