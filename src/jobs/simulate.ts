import { JOB_NAMES, readClock } from './automatic';
import { digestsToSend } from './digest';
import { CALLED } from './health';
import { outlook } from './outbox';
import type { Services } from './ports';
import { dueByPerson, reminderMessage } from './remind';
import { beginRun } from './tick';

/** Lines of a message that are shown. */
const SHOWN = 5;

/** What the next tick would do, a line each; does nothing. */
export function simulate(services: Services): string {
  const now = services.now();
  const clock = readClock(services.properties);
  if (!clock) return 'Automatic updates are off: there is no next tick.';
  const run = { ...beginRun(services, clock, now), save: () => undefined };
  const { office } = run;
  const due = JOB_NAMES.filter((job) => (clock.due[job] ?? 0) <= now);
  const lines = JOB_NAMES.map((job) =>
    due.includes(job)
      ? `• ${CALLED[job]}: now`
      : `• ${CALLED[job]}: ${office.zone.wall(clock.due[job] ?? 0).replace('T', ' ')}`,
  );
  const { people } = dueByPerson(run);
  for (const [person, rows] of people) {
    const { sections } = reminderMessage(services, office, rows, now);
    lines.push(
      '',
      `${person?.name ?? 'Nobody who can be told'}: ${sections[0].total} due, ${person ? outlook(run, person) : 'see the sheet “staff”'}`,
    );
    lines.push(...sections[0].lines.slice(0, SHOWN).map(({ title, detail }) => `   ${title} – ${detail}`));
    if (sections[0].total > SHOWN) lines.push(`   and ${sections[0].total - SHOWN} more`);
  }
  const digests = due.includes('digest') ? digestsToSend(run) : [];
  if (digests.length > 0) lines.push('', `Digests: ${digests.map(({ name }) => name).join(', ')}`);
  return lines.join('\n');
}
