import { type ClockState, JOB_NAMES, readClock } from './automatic';
import { digestsToSend } from './digest';
import { findDue } from './due-rows';
import { CALLED } from './health';
import { both } from './message';
import { outlook } from './outbox';
import type { Services } from './ports';
import { previewSync } from './preview';
import { lettersOf, reminderMessage, rowsDue } from './remind';
import { beginRun } from './tick';

/** Lines of a message that are shown. */
const SHOWN = 5;

/** What the next tick would do and the next sync would change, a line each; does nothing. */
export function simulate(services: Services): string {
  const clock = readClock(services.properties);
  const tick = clock ? nextTick(services, clock) : ['Automatic updates are off: there is no next tick.'];
  return [...tick, '', ...previewSync(services)].join('\n');
}

function nextTick(services: Services, clock: ClockState): string[] {
  const now = services.now();
  const run = { ...beginRun(services, clock, now), save: () => undefined };
  const { office } = run;
  const due = JOB_NAMES.filter((job) => (clock.due[job] ?? 0) <= now);
  const lines = JOB_NAMES.map((job) =>
    due.includes(job)
      ? `• ${CALLED[job]}: now`
      : `• ${CALLED[job]}: ${office.zone.wall(clock.due[job] ?? 0).replace('T', ' ')}`,
  );
  for (const letter of lettersOf(run, rowsDue(run, findDue(services, office.zone, now)))) {
    const { subject, sections } = reminderMessage(services, office, letter, now);
    lines.push('', `${letter.to.name}, ${outlook(run, letter.to)}: ${subject}`);
    lines.push(...sections[0].lines.slice(0, SHOWN).map((line) => `   ${both(line)}`));
    if (sections[0].total > SHOWN) lines.push(`   and ${sections[0].total - SHOWN} more`);
  }
  const digests = due.includes('digest') ? digestsToSend(run) : [];
  if (digests.length > 0) lines.push('', `Digests: ${digests.map(({ name }) => name).join(', ')}`);
  return lines;
}
