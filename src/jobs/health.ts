import type { Zone } from '../workbook/zone';
import { type ClockState, JOB_NAMES, readClock, STOPPED_AFTER } from './automatic';
import { isCopy } from './copy';
import { readSynced } from './find-changes';
import { formerRun } from './intent';
import type { Services } from './ports';
import { DAILY_MINUTES, stretch } from './schedule';
import { isSetUp } from './set-up';

/** A thing that is not as it should be, and what to do about it. */
export interface HealthProblem {
  message: string;
  remedy: string;
}

/** How the program is doing. Times are epoch milliseconds, 0 for never. */
export interface Health {
  on: boolean;
  owner: string;
  lastTick: number;
  /** Milliseconds since the last tick. */
  lag: number;
  nextSync: number;
  /** Milliseconds of trigger time today, and how many ticks they are. */
  spent: number;
  ticks: number;
  /** When everything was last read; 0 where each update reads everything. */
  readAll: number;
  problems: HealthProblem[];
}

/** At night the clock shows each five minutes that it lives; more than that is a fault. */
const LATE_AFTER = 6 * 60_000;

export function readHealth(services: Services): Health {
  const clock = readClock(services.properties);
  const now = services.now();
  const lag = clock ? now - Math.max(clock.last, clock.since) : 0;
  return {
    on: clock !== null,
    owner: clock?.owner ?? '',
    lastTick: clock?.last ?? 0,
    lag,
    nextSync: clock?.due.sync ?? 0,
    spent: clock?.spent ?? 0,
    ticks: clock?.ticks ?? 0,
    readAll: readSynced(services.properties)?.at ?? 0,
    problems: [...problemsOf(services, clock !== null, lag), ...(clock ? clockProblems(clock) : [])],
  };
}

function problemsOf(services: Services, on: boolean, lag: number): HealthProblem[] {
  const problems: HealthProblem[] = [];
  if (!isSetUp(services.workbook))
    problems.push({ message: 'The workbook is not set up.', remedy: 'Choose CRM ▸ Set up.' });
  if (!on && isCopy(services.properties)) {
    problems.push({
      message: 'This workbook is a copy: automatic updates are off here, and go on in the original.',
      remedy: 'If this one is to work by itself: CRM ▸ Turn automatic updates on.',
    });
  } else if (!on)
    problems.push({ message: 'Automatic updates are off.', remedy: 'Choose CRM ▸ Turn automatic updates on.' });
  if (on && lag > STOPPED_AFTER) {
    problems.push({
      message: 'The clock has stopped.',
      remedy: 'Choose CRM ▸ Turn automatic updates on, to take it over.',
    });
  } else if (on && lag > LATE_AFTER) {
    problems.push({
      message: `The last tick is ${Math.round(lag / 60_000)} minutes ago.`,
      remedy: 'Google may be late; look again in a few minutes.',
    });
  }
  if (formerRun(services.properties)) {
    problems.push({
      message: 'The last update was cut off.',
      remedy: 'The next one goes on where it stopped; or choose CRM ▸ Sync now.',
    });
  }
  return problems;
}

/** What the jobs are called for people. */
export const CALLED: Record<(typeof JOB_NAMES)[number], string> = {
  presses: 'the buttons of Telegram',
  remind: 'reminders',
  sync: 'reading the sources',
  digest: 'digests',
};

/** What the clock has met with: short time, short mail, people who cannot be told. */
function clockProblems({ spent, short, troubles }: ClockState): HealthProblem[] {
  const rarer = JOB_NAMES.filter((job) => stretch(job, spent) > 1).map((job) => CALLED[job]);
  return [
    ...(rarer.length > 0
      ? [
          {
            message: `${Math.round(spent / 60_000)} of about ${DAILY_MINUTES} minutes of trigger time are spent today, so these come less often: ${rarer.join(', ')}.`,
            remedy: 'Raise “Minutes between readings” in the sheet “sources”.',
          },
        ]
      : []),
    ...(short > 0
      ? [
          {
            message: 'Mail is short today: what is due stays in the panel and in the chats.',
            remedy: 'Connect Telegram or Chat: CRM ▸ Connections.',
          },
        ]
      : []),
    ...Object.entries(troubles)
      .filter(([, { why }]) => why !== '')
      .map(([name, { why }]) => ({
        message: `${name} could not be told: ${why}.`,
        remedy: 'It is tried again by itself.',
      })),
  ];
}

const clockTime = (zone: Zone, at: number) => (at === 0 ? 'never' : zone.wall(at).replace('T', ' '));

/** Health in words, a line each. */
export function spellHealth(health: Health, zone: Zone): string {
  const lines = [
    health.on
      ? `Automatic updates are on${health.owner === '' ? '' : `, by ${health.owner}`}.`
      : 'Automatic updates are off.',
    ...(health.on
      ? [
          `Last tick: ${clockTime(zone, health.lastTick)} (${Math.round(health.lag / 1000)} s ago).`,
          `Next sync: ${clockTime(zone, health.nextSync)}.`,
          `Today: ${health.ticks} ticks, ${(health.spent / 60_000).toFixed(1)} of about ${DAILY_MINUTES} minutes of trigger time.`,
        ]
      : []),
    health.readAll > 0
      ? `Everything was last read at ${clockTime(zone, health.readAll)}; since then, what has changed.`
      : 'Each update reads everything.',
    ...health.problems.map(({ message, remedy }) => `• ${message} ${remedy}`),
  ];
  return lines.join('\n');
}
