import { CrmError } from '../errors';
import type { Services } from './ports';

/** How long work waits for another script, in milliseconds. */
const PATIENCE = 15_000;

/**
 * Does work while no other script may write into the document.
 * @param isLast the run ends after it
 * @throws CrmError `busy` when another script holds the document for long
 */
export function holding<T>(services: Services, work: () => T, isLast = false): T {
  const done = services.exclusively(PATIENCE, () => ({ value: work() }), isLast);
  if (!done) throw new CrmError('busy', 'Another update is running.', 'Try again in a moment; nothing is lost.');
  return done.value;
}
