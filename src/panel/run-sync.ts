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
