import { isTransient } from '../errors';

/** Milliseconds waited before the second, third and fourth attempt. */
const WAITS = [500, 1000, 2000];

/**
 * Calls once more what failed in passing, with growing pauses. Only for what may be done twice: reading, and setting a value
 * to what it is to be. A quota that is used up, or a right that is missing, is thrown on at once: waiting does not mend it.
 */
export function again<T>(call: () => T, attempt = 0): T {
  try {
    return call();
  } catch (error) {
    if (attempt === WAITS.length || !isTransient(error)) throw error;
    Utilities.sleep(WAITS[attempt]);
    return again(call, attempt + 1);
  }
}
