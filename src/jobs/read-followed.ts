import { idOfSeal } from '../followup/notice';
import { type ReadTable, readRows } from '../workbook/read-table';
import type { Table } from '../workbook/table';
import { type FollowUp, followedUp } from '../workbook/tables/followed-up';
import type { Zone } from '../workbook/zone';
import { readSpans } from './find-changes';
import { standsAsRead } from './look';
import type { Span } from './marks';
import type { Services } from './ports';

/**
 * The follow-ups of some ids, and those in some rows; null when a row among them is not as we left it, or a column.
 * @param top the header row and the places of the columns as they were left
 */
export function readFollowUps(
  services: Services,
  top: ReadTable<FollowUp>,
  zone: Zone,
  followed: readonly Span[],
  ids: ReadonlySet<string>,
): ReadTable<FollowUp> | null {
  const spans = followed
    .map(([from, to]): Span => [Math.max(from, top.headerRow + 1), to])
    .filter(([from, to]) => from <= to);
  if (ids.size > 0) {
    const column = services.workbook.readColumn(followedUp.sheet, top.positions.get('id') as number);
    column.forEach((cell, at) => {
      if (ids.has(String(cell))) spans.push([at + 1, at + 1]);
    });
  }
  if (
    spans.length > 0 &&
    !standsAsRead(followedUp as unknown as Table, services.workbook.readTop(followedUp.sheet, top.headerRow), top, zone)
  )
    return null;
  const { rows } = readRows(followedUp, top.positions, readSpans(services, followedUp.sheet, spans), zone);
  const met = new Set(rows.map(({ values }) => values.id));
  const strange = rows.some(({ values }) => values.id === '' || idOfSeal(values.seen) !== values.id);
  return strange || met.size < rows.length ? null : { ...top, rows };
}
