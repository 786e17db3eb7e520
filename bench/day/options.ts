import type { ScriptProject } from '../../host';
import type { ShopOptions } from './shop';

/** What a modelled day is like. */
export interface DayOptions extends ShopOptions {
  script: ScriptProject;
  seed: number;
  /** Epoch milliseconds: when the clock is turned on, and for how many minutes the day is watched. */
  from: number;
  minutes: number;
  staff: number;
  /** How many come in while the day is watched. */
  orders: number;
  leads: number;
  /** Leads that are pasted at once, and after how many minutes. */
  imported: { leads: number; after: number };
  /** Minutes between two readings of the sources. */
  every: number;
  /** Days off of the last of the team, quiet hours of the one before. */
  away: string;
  quiet: string;
  /** Share of calls that fail, and of calls at which the run is cut off. */
  failing: number;
  killing: number;
  /** Share of ticks that Google leaves out, and that it fires twice. */
  skipping: number;
  doubling: number;
  /** Minutes between two times at which somebody sorts the list; 0: never. */
  sorting: number;
  /** Mails of the day that other scripts of the account have sent already. */
  mailsUsed: number;
  /** Somebody has blocked the bot of Telegram; `''`: nobody. */
  blocked: string;
}

const HOUR = 60 * 60_000;

/** The Monday after the clocks went back in London, and the one of a usual week after it. */
const MONDAY = Date.UTC(2026, 9, 26);
const USUAL_MONDAY = MONDAY + 7 * 24 * HOUR;

/** What is the same in every shop: London, from nine to six, and what goes wrong. */
const SHOP = {
  staff: 8,
  zone: 'Europe/London',
  hours: ['9:00', '18:00'],
  settings: [],
  imported: { leads: 0, after: 0 },
  failing: 0.01,
  skipping: 0.01,
  doubling: 0.01,
  mailsUsed: 0,
  blocked: '',
} satisfies Partial<DayOptions>;

/** What comes in while so many minutes are watched, beside so many orders that are there. */
const busy = (minutes: number, orders: number, leads: number, held: number) => ({
  minutes,
  orders,
  leads,
  held: { orders: held, leads: 0 },
});

/** The Monday after the clocks went back: eight people, 500 orders, 200 leads, and 3,000 leads pasted at noon. */
export const BIG_DAY: Omit<DayOptions, 'script' | 'seed'> = {
  ...SHOP,
  ...busy(600, 500, 200, 5000),
  from: MONDAY + 8.5 * HOUR,
  imported: { leads: 3000, after: 210 },
  away: '2026-10-26',
  quiet: '12:00-13:00',
  every: 2,
  killing: 0.0005,
  sorting: 120,
};

/** Some forty orders and thirty leads on a Tuesday morning. */
const SMALL_DAY: Omit<DayOptions, 'script' | 'seed'> = {
  ...SHOP,
  ...busy(150, 40, 30, 6),
  from: USUAL_MONDAY + 32.75 * HOUR,
  away: '2026-11-03',
  quiet: '10:30-10:55',
  every: 5,
  killing: 0.001,
  sorting: 45,
};

/** The night in which the clocks change, in a shop that works then. */
const night = (closes: string): Pick<DayOptions, 'hours' | 'settings'> => ({
  hours: ['0:00', closes],
  settings: [
    ['Working days', 'Saturday, Sunday, Monday'],
    ['Daily digest', '1:00'],
  ],
});

/** Small days of each kind, for the tests: complete, but in hours instead of a whole day. */
const KINDS: Partial<DayOptions>[] = [
  {},
  // The clocks go back: one o’clock comes twice.
  { ...night('5:00'), from: Date.UTC(2026, 9, 24, 23, 40), away: '2026-10-25', quiet: '0:50-0:58' },
  // They go forward, in New York.
  {
    ...night('6:00'),
    from: Date.UTC(2027, 2, 14, 5, 40),
    zone: 'America/New_York',
    away: '2027-03-14',
    quiet: '1:45-3:15',
  },
  // Many at once, more than the team can call in an hour.
  { imported: { leads: 90, after: 60 }, leads: 15 },
  // Mail runs out, and the bot is blocked.
  { mailsUsed: 90, blocked: 'Dee' },
  // From the afternoon into the evening.
  { from: USUAL_MONDAY + 40 * HOUR },
];

/** A small day: eight people, with what goes wrong; its kind goes by the seed. */
export function smallDay(seed: number): Omit<DayOptions, 'script'> {
  const kind = KINDS[seed % KINDS.length];
  return {
    ...SMALL_DAY,
    ...kind,
    // In half of them a sync looks at what has changed only, as it does in a large workbook.
    settings: [...(kind.settings ?? []), ...(isLarge(seed) ? ([['Small workbook', '1']] as const) : [])],
    seed,
  };
}

const isLarge = (seed: number) => Math.floor(seed / KINDS.length) % 2 === 1;

/** Days of one kind begin alike. */
export const kindOf = (seed: number) => `${seed % KINDS.length} ${isLarge(seed)}`;
