import { CrmError } from '../errors';
import { readHealth } from '../jobs/health';
import type { Services } from '../jobs/ports';
import { isSetUp } from '../jobs/set-up';
import { sync } from '../jobs/sync';
import { RUN_BUDGET } from '../jobs/tick';
import { readTable } from '../workbook/read-table';
import { type FollowUp, followedUp } from '../workbook/tables/followed-up';
import { needsFixing } from '../workbook/tables/logs';
import { people } from '../workbook/tables/people';
import { addDays, Zone } from '../workbook/zone';
import { type FormerCall, type FormerCalls, type FormerItem, PANEL_ITEMS, type PanelView } from './surface';

type Handlers = { [C in FormerCall]: (services: Services, args: FormerCalls[C]['args']) => FormerCalls[C]['data'] };

const HANDLERS: Handlers = {
  view: (services) => viewOf(services),
  sync: (services) => {
    sync(services, { startedBy: services.user() || 'panel', until: services.now() + RUN_BUDGET });
    return viewOf(services);
  },
  goTo: (services, { id }) => goTo(services, id),
};

/**
 * Answers a call of the panel. Every function of the bundle can be called by whoever sees the panel, so names and
 * arguments are checked.
 * @throws CrmError `unknown-call`, `bad-argument`
 */
export function servePanel(services: Services, call: string, args: unknown): FormerCalls[FormerCall]['data'] {
  if (!Object.keys(HANDLERS).includes(call)) {
    throw new CrmError(
      'unknown-call',
      'The panel asked for something this version does not know.',
      'Close the panel and open it again.',
    );
  }
  const handler = HANDLERS[call as FormerCall] as (
    services: Services,
    args: unknown,
  ) => FormerCalls[FormerCall]['data'];
  return handler(services, args ?? {});
}

function viewOf(services: Services): PanelView {
  const { workbook } = services;
  const zone = new Zone(workbook.zoneName());
  const now = services.now();
  const ready = isSetUp(workbook);
  const rows = ready
    ? readTable(followedUp, workbook.read(followedUp.sheet) ?? [], zone).rows.map((row) => row.values)
    : [];
  const waiting = rows.filter((row) => row.state === 'pending' || row.state === 'notified' || row.state === 'snoozed');
  const midnight = zone.instant(addDays(zone.day(now), 1));
  const count = (test: (deadline: number) => boolean) =>
    waiting.filter(({ deadline }) => deadline !== null && test(deadline)).length;
  const overdue = count((deadline) => deadline < now);
  const today = count((deadline) => deadline >= now && deadline < midnight);
  const rowsOf = (sheet: string) => (ready ? Math.max(0, workbook.rowCount(sheet) - 1) : 0);
  return {
    now,
    counts: {
      overdue,
      today,
      later: waiting.length - overdue - today,
      done: rows.length - waiting.length,
      needsFixing: rowsOf(needsFixing.sheet),
      people: rowsOf(people.sheet),
    },
    due: [...waiting].sort(byDeadline).slice(0, PANEL_ITEMS).map(itemOf),
    health: readHealth(services),
    setUp: ready,
  };
}

const byDeadline = (a: FollowUp, b: FollowUp) =>
  (a.deadline ?? Number.POSITIVE_INFINITY) - (b.deadline ?? Number.POSITIVE_INFINITY) || (a.id < b.id ? -1 : 1);

function itemOf(row: FollowUp): FormerItem {
  const { id, name, status, kind, reference, phone, email, owner, deadline, amount, currency, dueWhy } = row;
  return { id, name, status, kind, reference, phone, email, owner, deadline, amount, currency, why: dueWhy };
}

function goTo(services: Services, id: unknown): { row: number } {
  if (typeof id !== 'string')
    throw new CrmError('bad-argument', 'The panel did not say which follow-up it means.', 'Open the panel again.');
  const { workbook } = services;
  const zone = new Zone(workbook.zoneName());
  const read = readTable(followedUp, workbook.read(followedUp.sheet) ?? [], zone);
  const found = read.rows.find(({ values }) => values.id === id);
  if (!found)
    throw new CrmError(
      'row-gone',
      'This follow-up is no longer in the sheet “followed-up”.',
      'Open the panel again to see what is due.',
    );
  workbook.activate(followedUp.sheet, found.at);
  return { row: found.at };
}
