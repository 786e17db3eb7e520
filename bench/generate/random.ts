/** A source of numbers that repeats: the same seed gives the same numbers on every machine. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** `count` different items of a list that is longer than that. */
  some<T>(list: readonly T[], count: number): T[];
  /** A shuffled copy (Fisher and Yates). */
  shuffled<T>(list: readonly T[]): T[];
}

/** sfc32 of Chris Doty-Humphrey's PractRand, 128 bits of state, seeded through mulberry32. */
export function createRandom(seed: number): Random {
  const seeds = mulberry32(seed);
  let a = seeds();
  let b = seeds();
  let c = seeds();
  let counter = 1;
  const next = () => {
    const t = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 12; i++) next();
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (list) => list[int(0, list.length - 1)],
    some: (list, count) => {
      const chosen = new Set<number>();
      while (chosen.size < count) chosen.add(int(0, list.length - 1));
      return [...chosen].map((index) => list[index]);
    },
    shuffled: (list) => shuffle([...list], int),
  };
}

function shuffle<T>(list: T[], int: (low: number, high: number) => number): T[] {
  for (let i = list.length - 1; i > 0; i--) {
    const j = int(0, i);
    [list[i], list[j]] = [list[j], list[i]];
  }
  return list;
}

function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) | 0;
  };
}
