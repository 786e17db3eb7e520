import { Acts } from './acts';
import { holding } from './hold';
import { Moved } from './look';
import type { Acted, Actor, Op } from './op';

import type { Services } from './ports';

/** How often acts begin anew when people move things about under their hands. */
const ATTEMPTS = 3;

/**
 * Does acts on follow-ups, in their order, each on its own: one that is refused leaves the others alone. The journal is
 * written first, then the deeds, then the cells; an act that was cut off is done by its retry.
 * @param actor who acts; a function is asked once the document is held
 * @param isLast the run ends after it
 * @throws CrmError `busy` when another script holds the document
 */
export function actOn(services: Services, ops: readonly Op[], actor: Actor | (() => Actor), isLast = false): Acted {
  const work = () => actLocked(services, ops, typeof actor === 'function' ? actor() : actor, ATTEMPTS);
  return holding(services, work, isLast);
}

function actLocked(services: Services, ops: readonly Op[], actor: Actor, attempts: number): Acted {
  try {
    return new Acts(services, ops, actor).run();
  } catch (error) {
    if (!(error instanceof Moved) || attempts <= 1) throw error;
    return actLocked(services, ops, actor, attempts - 1);
  }
}
