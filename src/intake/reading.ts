import type { Severity } from './record';

/** What is wrong with a value, before it is known in which row it stands. */
export interface Flaw {
  /** Stable word for tests and counts, such as `phone-too-short`. */
  code: string;
  severity: Severity;
  message: string;
  remedy: string;
}

/** What a reader made of one cell: the value, and what should be said about it. */
export interface Reading<T> {
  value: T;
  /** What was changed on the way, in words; `''` when the cell was clean. */
  did: string;
  flaws: readonly Flaw[];
}

/** No flaws: one shared list, since most cells have none. */
export const NO_FLAWS: readonly Flaw[] = [];

/** A value that was read, with what was done to it. */
export function read<T>(value: T, did = '', flaws: readonly Flaw[] = NO_FLAWS): Reading<T> {
  return { value, did, flaws };
}

/** A value that is left out or doubtful. */
export function doubt(code: string, message: string, remedy: string): Flaw {
  return { code, severity: 'doubt', message, remedy };
}

/** Worth knowing only. */
export function note(code: string, message: string, remedy: string): Flaw {
  return { code, severity: 'note', message, remedy };
}
