import { CrmError } from '../errors';
import type { Services } from '../jobs/ports';
import { sync } from '../jobs/sync';
import { RUN_BUDGET } from '../jobs/tick';

/** Reads the sources, as the menu does; answers what came of it. */
export function runSync(services: Services): string {
  const {
    read,
    people: persons,
    followUps,
  } = sync(services, {
    startedBy: services.user() || 'panel',
    until: services.now() + RUN_BUDGET,
  });
  return `${read} rows read, ${persons} people, ${followUps.opened} follow-ups opened, ${followUps.updated} updated.`;
}

/** How long a write waits for another script, in milliseconds. */
const PATIENCE = 10_000;

/** Writes while no other script does. @throws CrmError `busy` */
export function alone(services: Services, write: () => void): void {
  const done = services.exclusively(PATIENCE, () => {
    write();
    return true;
  });
  if (!done) throw new CrmError('busy', 'An update is running.', 'Try again in a moment; nothing is lost.');
}
