import type { Schedule, Step } from './schedule';

/**
 * The shortest schedule found that still fails: days, steps and happenings are left out one at a time for as long as that
 * leaves a failure (delta debugging with pieces of one).
 */
export function shrink(schedule: Schedule, fails: (schedule: Schedule) => boolean, tries = 200): Schedule {
  let best = schedule;
  let left = tries;
  for (let improved = true; improved && left > 0; ) {
    improved = false;
    for (const shorter of shorterOnes(best)) {
      if (left-- <= 0) break;
      if (!fails(shorter)) continue;
      best = shorter;
      improved = true;
      break;
    }
  }
  return best;
}

/** The schedule with one piece less, large pieces first. */
function* shorterOnes(schedule: Schedule): Generator<Schedule> {
  const { days } = schedule;
  for (let day = 0; days.length > 1 && day < days.length; day++) yield { ...schedule, days: without(days, day) };
  for (let day = 0; day < days.length; day++) {
    const put = (steps: Step[]) => ({ ...schedule, days: days.map((one, at) => (at === day ? steps : one)) });
    for (let at = 0; at < days[day].length; at++) yield put(without(days[day], at));
    for (let at = 0; at < days[day].length; at++) {
      const step = days[day][at];
      if (!('run' in step)) continue;
      for (let nth = 0; nth < step.happenings.length; nth++) {
        const happenings = without(step.happenings, nth);
        yield put(days[day].map((one, index) => (index === at ? { ...step, happenings } : one)));
      }
    }
  }
}

const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, index) => index !== at);
