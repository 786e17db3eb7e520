import { nextTurn } from './schedule';
import { telegram } from './telegram';
import type { TickRun } from './tick';

const HOUR = 60 * 60_000;

/** Minutes between two looks for pressed buttons: soon after somebody pressed one, others follow. */
const SOON = 1;
const USUAL = 3;

/**
 * Fetches what people have pressed in Telegram, and does it.
 * @returns when to look again
 */
export function presses({ services, clock, office, started }: TickRun): number {
  const names = office.staff.map(({ name }) => name);
  const count = telegram?.fetchPresses(services, names, () => 'not yet') ?? null;
  if (count === null) return started + HOUR;
  return nextTurn(clock, 'presses', started, count > 0 ? SOON : USUAL);
}
