import { nextWorkingDay } from '../followup/calendar';
import { actOn } from './act';
import type { Op } from './op';
import { nextTurn } from './schedule';
import { type Press, telegram } from './telegram';
import type { TickRun } from './tick';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Minutes between two looks for pressed buttons: soon after somebody pressed one, others follow. */
const SOON = 1;
const USUAL = 3;

/**
 * Fetches what people have pressed in Telegram, and does it as if they had in the panel.
 * @returns when to look again
 */
export function presses(run: TickRun): number {
  const { services, clock, office, started } = run;
  const names = office.staff.map(({ name }) => name);
  const count = telegram?.fetchPresses(services, names, (press) => obey(run, press)) ?? null;
  if (count === null) return started + HOUR;
  if (count > 0) clock.due.remind = started;
  return nextTurn(clock, 'presses', started, count > 0 ? SOON : USUAL);
}

function obey({ services, office }: TickRun, { op, who, id, act, at }: Press): string {
  const contacted = act === 'contacted';
  // A button cannot ask for the next step, so the follow-up comes back on the next working day.
  const args: Op['args'] = contacted
    ? { nextStep: 'wait', nextDate: nextWorkingDay(office.calendar, office.zone.day(at)) }
    : { until: at + act * MINUTE };
  const deed: Op = { op, id, rev: '', kind: contacted ? 'contacted' : 'snooze', args };
  const [outcome] = actOn(services, [deed], { name: who, all: true }).outcomes;
  if (!outcome.ok) return outcome.message;
  return contacted ? 'contacted' : `until ${office.zone.wall(args.until as number).slice(11, 16)}`;
}
