import { CrmError } from '../errors';
import { turnOn } from '../jobs/automatic';
import { addDemo, removeDemo } from '../jobs/demo';
import { readHealth } from '../jobs/health';
import { holding } from '../jobs/hold';
import { markEdit } from '../jobs/marks';
import { Pass } from '../jobs/pass';
import type { Services } from '../jobs/ports';
import { isSetUp, setUp } from '../jobs/set-up';
import { rowOf } from '../workbook/table';
import { sources, staff } from '../workbook/tables/config';
import { recordIn, textIn } from './check';
import { Desk } from './desk';
import { mustLead } from './rights';
import { runSync } from './run-sync';
import type { PanelCalls } from './surface';

/**
 * The steps of the first run, and what can be set later: for those who lead, as soon as somebody does.
 * @throws CrmError `not-lead`, `bad-argument`
 */
export function firstRun(services: Services, step: string, given: unknown): PanelCalls['setUp']['data'] {
  let message = '';
  if (isSetUp(services.workbook)) mustLead(new Desk(services));
  if (step === 'begin') {
    const { sources: found } = setUp(services);
    message = found.length > 0 ? `Found: ${found.join(', ')}.` : 'All sheets are there.';
  } else if (step === 'staff') message = holding(services, () => addStaff(services, given));
  else if (step === 'automatic') {
    turnOn(services);
    message = 'Automatic updates are on.';
  } else if (step === 'demo') {
    setUp(services);
    addDemo(services);
    message = runSync(services);
  } else if (step === 'remove demo') {
    removeDemo(services);
    message = 'The demo leads are gone.';
  } else throw new CrmError('bad-argument', 'The panel asked for an unknown step.', 'Open the panel again.');
  return { done: stepsDone(services), message };
}

function addStaff(services: Services, given: unknown): string {
  const people = Array.isArray(given) ? given.map(recordIn) : [];
  const desk = new Desk(services);
  const pass = new Pass(services, desk.office.zone, false, Number.POSITIVE_INFINITY);
  const read = desk.table(staff);
  const known = new Set(read.rows.map(({ values }) => values.name.trim().toLowerCase()));
  const fresh = people
    .map((one) => ({ name: textIn(one, 'name').trim(), email: textIn(one, 'email').trim() }))
    .filter(({ name }) => name !== '' && !known.has(name.toLowerCase()));
  // Somebody has to answer for the settings: where nobody leads yet, whoever sets the workbook up.
  const { email: own } = desk.me;
  const isLed = read.rows.some(({ values }) => values.role === 'owner' || values.role === 'lead');
  const isOwner = (email: string) => !isLed && own !== '' && email.toLowerCase() === own.toLowerCase();
  pass.insert(
    staff,
    read,
    fresh.map((one) => rowOf(staff, { ...one, role: isOwner(one.email) ? 'owner' : 'member', active: true })),
  );
  markEdit(services.properties, staff.sheet, 1, 1);
  services.workbook.flush();
  return `${fresh.length} added to the sheet “staff”.`;
}

function stepsDone(services: Services): string[] {
  const ready = isSetUp(services.workbook);
  const desk = new Desk(services);
  return [
    ...(ready && desk.table(sources).rows.length > 0 ? ['begin'] : []),
    ...(ready && desk.office.staff.length > 0 ? ['staff'] : []),
    ...(readHealth(services).on ? ['automatic'] : []),
  ];
}
