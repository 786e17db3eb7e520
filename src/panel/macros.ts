import { CrmError } from '../errors';
import type { ActArgs, ActKind } from '../followup/act';
import { actOn } from '../jobs/act';
import { readDeeds } from '../jobs/deeds';
import type { Services } from '../jobs/ports';
import { followUpAt } from '../jobs/read-queue';
import { followedUp } from '../workbook/tables/followed-up';
import { addDays } from '../workbook/zone';
import { Desk } from './desk';
import { rowById } from './record';
import { actorOf } from './rights';

const MINUTE = 60_000;

/** What the keys of the grid do (`sheets.macros` of the manifest). */
export type Macro = 'contacted' | 'tried' | 'snooze' | 'note' | 'next' | 'undo';

/**
 * Does what a key of the grid asks for on the follow-up in the selected row; says what was done.
 * @param text for a note
 * @throws CrmError `no-row`, and what the act refuses
 */
export function runMacro(services: Services, macro: Macro, text = ''): string {
  const desk = new Desk(services);
  if (macro === 'next') return nextDue(desk);
  if (macro === 'undo') {
    const deed = readDeeds(services.properties).find(({ undone, who }) => !undone && who === actorOf(desk).name);
    if (!deed) return 'There is nothing to take back.';
    return doneOr(services, desk, 'undo', '', { ops: [deed.op] }, `Taken back: ${deed.what}.`);
  }
  const place = services.workbook.active();
  const row = place?.sheet === followedUp.sheet && followUpAt(services, desk.office.zone, place.row);
  if (!row) throw new CrmError('no-row', 'No follow-up is selected.', 'Choose a row of the sheet “followed-up” first.');
  const { id, name } = row;
  const { zone } = desk.office;
  const args: Record<typeof macro, ActArgs> = {
    contacted: { nextStep: 'call', nextDate: addDays(zone.day(desk.now), 1) },
    tried: {},
    snooze: { until: desk.now + 15 * MINUTE },
    note: { text },
  };
  return doneOr(services, desk, macro, id, args[macro], `${name}: ${macro}.`);
}

function doneOr(services: Services, desk: Desk, kind: ActKind, id: string, args: ActArgs, said: string): string {
  const op = `key-${desk.now}-${kind}-${id}`;
  const [outcome] = actOn(services, [{ op, kind, id, rev: '', args }], actorOf(desk)).outcomes;
  return outcome.ok ? said : outcome.message;
}

/** Selects the follow-up that is due first. */
function nextDue(desk: Desk): string {
  const [first] = desk.list({
    ...{ tab: 'now', mine: true, sort: 'due', from: 0 },
    filter: { source: '', stage: '', owner: '', kind: '' },
  }).items;
  const row = first && rowById(desk, first.id);
  if (!row) return 'Nothing is due.';
  desk.services.workbook.activate(followedUp.sheet, row.at);
  return `${row.values.name}, row ${row.at}.`;
}
