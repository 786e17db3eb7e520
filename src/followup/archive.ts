import type { FollowUp } from '../workbook/tables/followed-up';
import { idOfSeal, noticeEdits, sealStaff } from './notice';
import type { Pipelines } from './pipeline';
import { stageOf } from './reminder';

/** Which follow-ups change places between the sheets `followed-up` and `archive`, by id. */
export interface Moves {
  /** Closed long ago: they go to the archive. */
  leaving: Set<string>;
  /** Those of them whose copy stands in the archive already: a run was cut off between copying and deleting. */
  copied: Set<string>;
  /** Opened again in the archive: they come back. */
  back: Map<string, FollowUp>;
  /** They stay in the archive. */
  resting: Map<string, FollowUp>;
  /** Their row in the archive goes: they came back, or changed since they were copied. */
  dropped: Set<string>;
}

const DAY = 86_400_000;

/**
 * Decides who belongs where. A follow-up stands in one place: closed for longer than `days` in the archive, else in
 * `followed-up`; one whose status somebody has opened again in the archive comes back. Where a run that was cut off has left
 * it in both, `followed-up` counts unless it would go anyway and the copy says the same.
 * @param days days after which a closed follow-up goes; null: never
 */
export function movesOf(
  rows: readonly FollowUp[],
  archived: readonly FollowUp[],
  pipelines: Pipelines,
  days: number | null,
  now: number,
): Moves {
  const moves: Moves = {
    leaving: new Set(),
    copied: new Set(),
    back: new Map(),
    resting: new Map(),
    dropped: new Set(),
  };
  const copies = new Map(archived.filter(({ id }) => id !== '').map((row) => [row.id, row]));
  const here = new Set(rows.map(({ id }) => id));
  for (const row of rows) {
    const copy = copies.get(row.id);
    const goes = days !== null && isClosed(row, pipelines) && isSettled(row) && lastTouch(row) < now - days * DAY;
    if (copy && (!goes || sealStaff(copy.id, copy) !== sealStaff(row.id, row))) moves.dropped.add(row.id);
    else if (goes) {
      moves.leaving.add(row.id);
      if (copy) moves.copied.add(row.id);
    }
  }
  for (const [id, row] of copies) {
    if (here.has(id)) continue;
    if (isClosed(row, pipelines)) moves.resting.set(id, row);
    else {
      moves.back.set(id, row);
      moves.dropped.add(id);
    }
  }
  return moves;
}

const isClosed = (row: FollowUp, pipelines: Pipelines) => ['won', 'lost'].includes(stageOf(pipelines, row).kind);

/** Whether it is known, and nobody has typed in it since it was last looked at. */
const isSettled = (row: FollowUp) => idOfSeal(row.seen) === row.id && noticeEdits(row).length === 0;

const lastTouch = ({ stageSince, touchedAt, contactedAt, triedAt, opened }: FollowUp) =>
  Math.max(...[stageSince, touchedAt, contactedAt, triedAt, opened].map((time) => time ?? 0));
