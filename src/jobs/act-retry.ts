import { sealStaff } from '../followup/notice';
import { sameValue } from '../workbook/codec';
import type { CellValue } from '../workbook/table';
import { type FollowUp, followedUp } from '../workbook/tables/followed-up';
import type { Zone } from '../workbook/zone';
import { TOLD } from './act-undo';
import type { Column, RowChange } from './act-write';
import { type Deed, deedsProperty, readDeeds } from './deeds';
import { type Entry, sealEntries, spellValue } from './journal';
import { Moved } from './look';
import type { Office } from './office';
import type { Op } from './op';

import type { Services } from './ports';
import { findFollowUps } from './read-queue';
import { typedEntries } from './sync-entries';
import { writeLines } from './waiting-lines';

/**
 * What is left to write of an act that was done already, or was cut off between its deeds and the last of their cells: rows
 * as they have to stand, and what somebody had typed in them meanwhile. Null for an act that is new.
 */
export function takenUp(
  { op, kind }: Pick<Op, 'op' | 'kind'>,
  deeds: readonly Deed[],
  rowOf: (id: string) => FollowUp,
): { rows: Iterable<FollowUp>; entries: Entry[] } | null {
  const formers = deeds.filter((deed) => deed.op === op || (kind === 'undo' && deed.op.startsWith(`${op} `)));
  if (formers.length === 0) return null;
  const rows = new Map<string, FollowUp>();
  const entries: Entry[] = [];
  // The latest deeds stand first.
  const isLatest = (deed: Deed) => deeds.find(({ id }) => id === deed.id) === deed;
  for (const deed of [...formers].reverse()) {
    const row = rows.get(deed.id) ?? rowOf(deed.id);
    const after = deed.undone && kind !== 'undo' ? null : finished(deed, row);
    if (!after || !(isLatest(deed) || kind === 'undo')) continue;
    const headers = new Set(after.written.map((name): string => followedUp.columns[name].header));
    entries.push(...typedEntries(row, row.name).filter(({ field }) => !headers.has(field)));
    rows.set(deed.id, { ...after.row, seen: sealStaff(deed.id, after.row) });
  }
  return { rows: rows.values(), entries };
}

/**
 * A row with the cells of a deed that was cut off before they were written, and the columns that had been; null where none
 * is missing. What somebody has changed since stays.
 */
function finished({ cells }: Deed, row: FollowUp): { row: FollowUp; written: Column[] } | null {
  const names = Object.keys(cells) as Column[];
  const stands = (name: Column, value: CellValue) => sameValue(followedUp.columns[name].type, row[name], value);
  const missing = names.filter((name) => stands(name, cells[name][0]));
  if (missing.length === 0) return null;
  const after = { ...row, ...Object.fromEntries(missing.map((name) => [name, cells[name][1]])) };
  return { row: after, written: names.filter((name) => stands(name, cells[name][1])) };
}

interface Unwritten {
  services: Services;
  office: Office;
  changes: readonly RowChange[];
  /** Deeds of the acts. */
  fresh: readonly Deed[];
  /** Lines of the journal that say of changes that they were not made. */
  said(lost: readonly RowChange[], why: string): Entry[];
  runId: string;
  now: number;
}

/**
 * Of an act that was begun, cut off, and is refused now that it is asked for again, the journal says that it was not done; what
 * of it stands in its row all the same, the next sync notices as if it had been typed.
 * @returns the deeds that are left
 */
export function disown(services: Services, zone: Zone, now: number, op: string): Deed[] {
  const { properties } = services;
  const deeds = readDeeds(properties);
  const begun = deeds.filter((deed) => deed.op === op && !deed.undone);
  if (begun.length === 0) return deeds;
  const lines = begun.flatMap(({ id, who, cells }) =>
    TOLD.filter((name) => name in cells).map((name): Entry => {
      const { header, type } = followedUp.columns[name];
      const [after, before] = cells[name].map((value) => spellValue(value, type, zone));
      const why = 'not written: its row lost its id in the very moment';
      return { who, kind: 'changed', subject: '', field: header, before, after, why, entity: id };
    }),
  );
  const left = deeds.filter((deed) => !begun.includes(deed));
  writeLines(services, zone, sealEntries(lines, `${op} withdrawn`, now));
  properties.setAll(deedsProperty(properties, left));
  return left;
}

/**
 * What could not be written, since its row lost its id or was deleted in the very moment, was not done, and the journal says so.
 * @throws Moved so that the acts are begun anew, and refused where their row is gone
 */
export function withdraw({ services, office, changes, fresh, said, runId, now }: Unwritten): never {
  const { workbook, properties } = services;
  const places = new Map(changes.map(({ at, after }) => [after.id, at]));
  for (const { values } of findFollowUps(services, office.zone, places).rows) places.delete(values.id);
  const lost = changes.filter(({ after }) => places.has(after.id));
  const lines = said(lost, 'not written: its row lost its id or was deleted in the very moment');
  writeLines(services, office.zone, sealEntries(lines, runId, now));
  workbook.flush();
  const undone = new Set(fresh.filter(({ id }) => places.has(id)).map(({ op, id }) => `${op} ${id}`));
  const left = readDeeds(properties).filter(({ op, id }) => !undone.has(`${op} ${id}`));
  properties.setAll(deedsProperty(properties, left));
  throw new Moved('A row of “followed-up” lost its id or was deleted.');
}
