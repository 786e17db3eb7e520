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
  const { headerRow, positions } = top;
  const table = followedUp as unknown as Table;
  const spans = followed
    .map(([from, to]): Span => [Math.max(from, headerRow + 1), to])
    .filter(([from, to]) => from <= to);
  if (spans.length + ids.size === 0) return { ...top, rows: [] };
  const column = services.workbook.readColumn(followedUp.sheet, positions.get('id') as number).map(String);
  for (const [index, id] of column.entries()) if (ids.has(id)) spans.push([index + 1, index + 1]);
  if (spans.length === 0) return { ...top, rows: [] };
  const read = readSpans(services, followedUp.sheet, spans, headerRow);
  const header = Array.from({ length: headerRow }, (_, at) => read.get(at + 1) ?? []);
  if (!standsAsRead(table, header, top, zone)) return null;
  const meant = new Set(spans.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => from + at)));
  const below = [...read].filter(([at]) => at > headerRow);
  const { rows } = readRows(
    followedUp,
    positions,
    below.filter(([at]) => meant.has(at)),
    zone,
  );
  const met = new Set(rows.map(({ values }) => values.id));
  const strange = rows.some(({ values }) => values.id === '' || idOfSeal(values.seen) !== values.id);
  // A row that was copied has its like elsewhere, which nothing tells of where another was deleted.
  if (strange || column.filter((id) => met.has(id)).length > met.size || met.size < rows.length) return null;
  return { ...top, rows, along: new Map(below.filter(([at]) => !meant.has(at))) };
}
