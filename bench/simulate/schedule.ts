import type { CallPoint } from '../../host';
import { createRandom, type Random } from '../generate/random';

/** What somebody does: its name in the table of acts, and numbers by which it finds its place, so that dropping one act changes no other. */
export interface Act {
  act: string;
  picks: number[];
}

/** What happens right before a service call of a run. */
export type Happening =
  | { call: number; act: Act }
  | { call: number; fault: 'error' | 'kill'; kept?: number }
  /** A second user comes along: a menu item, the clock, or the panel. */
  | { call: number; other: Runner };

export type Runner = 'syncNow' | 'tick' | 'panel' | 'setUp';

export type Step = Act | { run: Runner; happenings: Happening[] } | { minutes: number };

/** The workbook that a day begins with. */
export interface Shape {
  /** Which of the shops. */
  shop: number;
  matching: 'exact' | 'learned';
  /** Only what has changed is read, not everything each time. */
  changesOnly: boolean;
  /** Whether onEdit is heard; Google loses events. */
  events: boolean;
  /** The day begins before the first sync. */
  first: boolean;
  /** Order rows of a large workbook; 0: a small shop. */
  rows: number;
  /** Each run begins in a realm of its own, as at Google; otherwise in that of the last one, which is four times faster. */
  ownRealms: boolean;
}

export interface Schedule {
  seed: number;
  shape: Shape;
  days: Step[][];
}

/** Acts by how often they come; see `acts.ts`. */
export type Weights = Readonly<Record<string, number>>;

/** Calls of a run before which something may happen: a sync of a small workbook with work to do makes about fifty. */
const CALLS = 50;
const CALLS_OF_FIRST = 380;

/** The same seed gives the same schedule, whatever has been played before. */
export function scheduleOf(seed: number, weights: Weights, rows = 0): Schedule {
  const random = createRandom(seed * 7919 + 17);
  const first = rows === 0 && random.chance(0.06);
  const shape: Shape = {
    shop: random.int(0, 1),
    matching: random.chance(0.25) ? 'learned' : 'exact',
    changesOnly: rows > 0 || random.chance(0.35),
    events: random.chance(0.5),
    first,
    rows,
    ownRealms: seed % 20 === 0,
  };
  const names = Object.entries(weights).flatMap(([name, weight]) => new Array<string>(weight).fill(name));
  const days = Array.from({ length: random.chance(0.2) ? 2 : 1 }, (_, day) =>
    stepsOf(random, names, first && day === 0 ? CALLS_OF_FIRST : CALLS),
  );
  return { seed, shape, days };
}

function stepsOf(random: Random, names: readonly string[], calls: number): Step[] {
  const act = (): Act => ({ act: random.pick(names), picks: [0, 1, 2].map(() => random.int(0, 9999)) });
  const steps: Step[] = [];
  for (let runs = random.int(1, 2); runs > 0; runs--) {
    for (let count = random.int(0, 3); count > 0; count--) steps.push(act());
    if (random.chance(0.5)) steps.push({ minutes: random.pick([1, 3, 10, 45, 200, 720]) });
    const run = random.pick(['syncNow', 'syncNow', 'tick', 'tick', 'panel', 'setUp'] as const);
    steps.push({ run, happenings: happeningsOf(random, act, calls) });
  }
  return steps;
}

function happeningsOf(random: Random, act: () => Act, calls: number): Happening[] {
  const call = () => (random.chance(0.4) ? random.int(0, calls) : random.int(0, Math.ceil(calls / 3)));
  const happenings: Happening[] = [];
  for (let count = random.int(0, 4); count > 0; count--) happenings.push({ call: call(), act: act() });
  if (random.chance(0.2))
    happenings.push({ call: call(), other: random.pick(['syncNow', 'tick', 'panel', 'panel'] as const) });
  if (random.chance(0.6)) {
    const fault = random.pick(['error', 'kill'] as const);
    happenings.push({ call: call(), fault, ...(random.chance(0.5) && { kept: random.int(0, 3) }) });
  }
  return happenings.sort((a, b) => a.call - b.call);
}

/** Order rows of a shop whose follow-ups are not read as a whole: an act of the panel reads and writes its row alone. */
const MEDIUM = 300;

/**
 * Every call of a first sync, of one with work to do, and of an act of the panel, × each fault and each act, one at a time.
 * What people do within a batch of writes lands after it, so that acts are tried where one ends.
 * @param names the acts to try
 * @param callsOf the calls of the last run of a schedule
 */
export function* everyCall(
  names: readonly string[],
  callsOf: (schedule: Schedule) => readonly CallPoint[],
): Generator<Schedule> {
  const shape: Shape = {
    shop: 0,
    matching: 'exact',
    changesOnly: false,
    events: true,
    first: false,
    rows: 0,
    ownRealms: false,
  };
  const work: Step[] = [
    { act: 'orders come in', picks: [41, 1, 0] },
    { act: 'correct an order', picks: [5, 0, 3] },
    { act: 'type a note', picks: [2, 0, 0] },
    { act: 'type a status', picks: [4, 0, 0] },
  ];
  for (const [first, changesOnly] of [
    [true, false],
    [false, false],
    [false, true],
  ]) {
    yield* eachCall(names, [3, 17, 1], callsOf, (happenings) => ({
      seed: 0,
      shape: { ...shape, first, changesOnly },
      days: [[...work, { run: 'syncNow', happenings }]],
    }));
  }
  // The row that the panel acts on is the second, and so is that which is picked.
  yield* eachCall(names, [1, 17, 0], callsOf, (happenings) => ({
    seed: 0,
    shape: { ...shape, changesOnly: true, rows: MEDIUM },
    days: [[{ run: 'panel', happenings }]],
  }));
}

function* eachCall(
  names: readonly string[],
  picks: number[],
  callsOf: (schedule: Schedule) => readonly CallPoint[],
  scheduleWith: (happenings: Happening[]) => Schedule,
): Generator<Schedule> {
  for (const { index: call, batch } of callsOf(scheduleWith([]))) {
    yield scheduleWith([{ call, fault: 'error' }]);
    yield scheduleWith([{ call, fault: 'kill' }]);
    for (const act of batch ? [] : names) yield scheduleWith([{ call, act: { act, picks } }]);
  }
}
