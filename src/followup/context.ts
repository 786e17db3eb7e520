import type { Settings } from '../workbook/settings';
import type { EscalationRow, StaffRow } from '../workbook/tables/config';
import type { Zone } from '../workbook/zone';
import { Assigner, type Held } from './assign';
import type { Context } from './derive';
import { rungsOf } from './escalate';
import { Pacer } from './pacer';
import type { Pipelines } from './pipeline';
import type { ReminderRules } from './reminder';
import type { Source } from './source';
import { Team } from './team';

/** What people have configured, as far as it decides what happens when. */
export interface Rulebook {
  settings: Settings;
  pipelines: Pipelines;
  staff: readonly StaffRow[];
  escalation: readonly EscalationRow[];
}

/** The rules of reminders. */
export function rulesOf({ settings, pipelines, staff, escalation }: Rulebook, zone: Zone): ReminderRules {
  const team = new Team({ zone, ...settings }, staff);
  return {
    pipelines,
    team,
    ladder: settings.ladder,
    triesAfter: settings.triesAfter,
    rungs: rungsOf(escalation, team),
  };
}

/** Everything that a decision about follow-ups may look at. */
export function decisionContext(
  book: Rulebook & { sources: readonly Source[] },
  zone: Zone,
  held: Iterable<Held>,
  fresh: number,
  now: number,
): Context {
  const rules = rulesOf(book, zone);
  const { settings } = book;
  return {
    ...rules,
    now,
    assigner: new Assigner(rules.team, held, now),
    pacer: new Pacer(fresh, rules.team.present(now).length * settings.leadsAnHour, rules.team.firm),
    scoring: { weights: settings.score, worth: new Map(book.sources.map(({ sheet, worth }) => [sheet, worth])) },
  };
}
