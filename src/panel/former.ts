import { readHealth } from '../jobs/health';
import type { Services } from '../jobs/ports';
import { isSetUp } from '../jobs/set-up';
import { readTable } from '../workbook/read-table';
import { type FollowUp, followedUp } from '../workbook/tables/followed-up';
import { needsFixing } from '../workbook/tables/logs';
import { people } from '../workbook/tables/people';
import { addDays, Zone } from '../workbook/zone';
import { type FormerItem, PANEL_ITEMS, type PanelView } from './surface';

export function viewOf(services: Services): PanelView {
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
