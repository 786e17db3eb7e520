/** A rectangle of cells, 1-based, both ends included. */
export interface Block {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/**
 * Cells that cost as much to write as one call more: 60 ms a call, 0.1 ms a cell (the cost model of the host). Writing a
 * few equal neighbours along is cheaper than another call.
 */
const CELLS_PER_CALL = 600;

const area = (block: Block) => (block.bottom - block.top + 1) * (block.right - block.left + 1);

type Place = { at: number; position: number };

/**
 * Few rectangles that hold all the `edits` and nothing that may not be written.
 * @param mayFill whether the equal cells of a column between two edits may be written along (columns that are ours)
 * @param stands whether a row may be written along (its wanted values are known)
 */
export function coverEdits(
  edits: readonly Place[],
  mayFill: (position: number) => boolean,
  stands: (row: number) => boolean,
  perCall = CELLS_PER_CALL,
): Block[] {
  const zones = new Map<number, Place[]>();
  for (const edit of edits) {
    const zone = zoneStart(edit.position, mayFill);
    const there = zones.get(zone);
    if (there) there.push(edit);
    else zones.set(zone, [edit]);
  }
  const blocks = [...zones.values()].flatMap((zone) => inStrips(zone, mayFill, stands, perCall));
  // Many calls are dearer than the sum of their prices: people and other scripts come between them.
  return blocks.length <= FEW || perCall > MOST ? blocks : coverEdits(edits, mayFill, stands, perCall * 4);
}

/** Blocks from which on it is worth filling more between them. */
const FEW = 4;
/** So many equal cells and no more are written to save a call. */
const MOST = 32 * CELLS_PER_CALL;
/** Edits times ways to part their columns, up to which all the ways are tried. */
const TRIED = 3_000_000;

/**
 * The cheapest way to part neighbouring columns into strips, each covered by itself: one column that is edited in most rows
 * and one that is in a few are not written with all that lies between.
 */
function inStrips(
  edits: readonly Place[],
  mayFill: (position: number) => boolean,
  stands: (row: number) => boolean,
  perCall: number,
): Block[] {
  const columns = [...new Set(edits.map(({ position }) => position))].sort((a, b) => a - b);
  if (columns.length * columns.length * edits.length > 2 * TRIED) return blocksOf(edits, mayFill, stands, perCall);
  const cost = (blocks: readonly Block[]) => blocks.reduce((sum, block) => sum + area(block) + perCall, 0);
  // The best cover of the first columns, by how many they are.
  const best: { blocks: Block[]; cost: number }[] = [{ blocks: [], cost: 0 }];
  for (let end = 1; end <= columns.length; end++) {
    for (let start = end - 1; start >= 0; start--) {
      const [left, right] = [columns[start], columns[end - 1]];
      const within = edits.filter(({ position }) => position >= left && position <= right);
      const blocks = blocksOf(within, mayFill, stands, perCall);
      const sum = best[start].cost + cost(blocks);
      if (!best[end] || sum < best[end].cost) best[end] = { blocks: [...best[start].blocks, ...blocks], cost: sum };
    }
  }
  return best[columns.length].blocks;
}

function blocksOf(
  edits: readonly Place[],
  mayFill: (position: number) => boolean,
  stands: (row: number) => boolean,
  perCall: number,
): Block[] {
  const blocks: Block[] = [];
  const open = new Map<number, Block>();
  for (const segment of segmentsByRow(edits, mayFill)) {
    const zone = zoneStart(segment.left, mayFill);
    const last = open.get(zone);
    if (last && joins(last, segment, zone > 0 ? stands : () => false, perCall)) {
      last.bottom = segment.bottom;
      last.left = Math.min(last.left, segment.left);
      last.right = Math.max(last.right, segment.right);
    } else {
      blocks.push(segment);
      open.set(zone, segment);
    }
  }
  return blocks;
}

/** Each row's edits as runs, where what lies between may be filled; rows from the top down. */
function segmentsByRow(edits: readonly Place[], mayFill: (position: number) => boolean): Block[] {
  const sorted = [...edits].sort((a, b) => a.at - b.at || a.position - b.position);
  const segments: Block[] = [];
  for (const { at, position } of sorted) {
    const last = segments[segments.length - 1];
    if (last && last.top === at && zoneStart(last.right, mayFill) === zoneStart(position, mayFill))
      last.right = position;
    else segments.push({ top: at, bottom: at, left: position, right: position });
  }
  return segments;
}

/** The first column of the run of fillable columns that a column stands in: blocks only grow within one run, or within one column. */
function zoneStart(position: number, mayFill: (position: number) => boolean): number {
  if (!mayFill(position)) return -position;
  let start = position;
  while (start > 1 && mayFill(start - 1)) start--;
  return start;
}

function joins(last: Block, next: Block, stands: (row: number) => boolean, perCall: number): boolean {
  for (let row = last.bottom + 1; row < next.top; row++) if (!stands(row)) return false;
  const joint = {
    top: last.top,
    bottom: next.bottom,
    left: Math.min(last.left, next.left),
    right: Math.max(last.right, next.right),
  };
  return area(joint) - area(last) - area(next) <= perCall;
}

/** Runs of neighbouring rows, last first, so that deleting one does not move the others. */
export function rowRuns(rows: readonly number[]): { row: number; count: number }[] {
  const runs: { row: number; count: number }[] = [];
  for (const row of [...rows].sort((a, b) => b - a)) {
    const last = runs[runs.length - 1];
    if (last && last.row === row + 1) {
      last.row = row;
      last.count++;
    } else runs.push({ row, count: 1 });
  }
  return runs;
}
