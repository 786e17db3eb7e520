import { HostError } from '../error';
import { lineAfterMove, type Rect, spanAfterDelete, spanAfterInsert } from './a1';
import { copyRow, type Row } from './row';
import type { ColumnInfo, FilterCriterion, Protection, Sheet } from './sheet';

type Axis = 'rows' | 'columns';

/** How one line of cells (start, size) lies after the change. */
type Move = (start: number, size: number) => [number, number];

/** Inserts `count` blank lines before line `at`; they take the look of the line they were asked beside (`like`). */
export function insertLines(sheet: Sheet, axis: Axis, at: number, count: number, like?: number): void {
  if (axis === 'rows') {
    sheet.book.assertRoom(count * sheet.maxColumns);
    sheet.maxRows += count;
    const model = like ? sheet.peek(like) : undefined;
    const looks = model && (model.styles || model.rules || model.height !== undefined);
    if (at <= sheet.rows.length || looks) {
      const fresh = Array.from({ length: count }, () => (looks ? lookOf(model, sheet.book.stamp) : undefined));
      const above = sheet.rows.slice(0, at - 1);
      while (above.length < at - 1) above.push(undefined);
      sheet.rows = [...above, ...fresh, ...sheet.rows.slice(at - 1)];
    }
    if (at <= sheet.frozenRows) sheet.frozenRows += count;
  } else {
    sheet.book.assertRoom(count * sheet.maxRows);
    sheet.maxColumns += count;
    eachRow(sheet, (parts, blank, layer) => {
      if (at - 1 >= parts.length) return;
      const model = layer === 'styles' || layer === 'rules' ? (like ? parts[like - 1] : undefined) : blank;
      parts.splice(at - 1, 0, ...new Array(count).fill(model));
    });
    sheet.columns = spliced(sheet.columns, at - 1, 0, count);
    if (at <= sheet.frozenColumns) sheet.frozenColumns += count;
  }
  moveAnchors(sheet, axis, (start, size) => spanAfterInsert(start, size, at, count));
  sheet.changed(axis);
}

/** A blank row that looks as another one. */
function lookOf(model: Row, stamp: number): Row {
  const { styles, rules, height } = copyRow(model, stamp);
  return { stamp, values: [], styles, rules, height };
}

/** Deletes `count` lines from `at`. @throws HostError where nothing would be left or the lines are outside */
export function deleteLines(sheet: Sheet, axis: Axis, at: number, count: number): void {
  const max = axis === 'rows' ? sheet.maxRows : sheet.maxColumns;
  if (at < 1 || count < 1 || at + count - 1 > max)
    throw new HostError('out-of-bounds', `Those ${axis} are out of bounds.`);
  const frozen = axis === 'rows' ? sheet.frozenRows : sheet.frozenColumns;
  const frozenLost = Math.max(0, Math.min(at + count - 1, frozen) - at + 1);
  if (count >= max) throw new HostError('all-lines', `You can't delete all the ${axis} on the sheet.`);
  if (max - count <= frozen - frozenLost && frozen > 0)
    throw new HostError('all-lines', `Sorry, it is not possible to delete all non-frozen ${axis}.`);
  if (axis === 'rows') {
    sheet.rows = [...sheet.rows.slice(0, at - 1), ...sheet.rows.slice(at - 1 + count)];
    sheet.maxRows -= count;
    sheet.frozenRows -= frozenLost;
  } else {
    eachRow(sheet, (parts) => {
      if (at - 1 < parts.length) parts.splice(at - 1, count);
    });
    sheet.columns = spliced(sheet.columns, at - 1, count, 0);
    sheet.maxColumns -= count;
    sheet.frozenColumns -= frozenLost;
  }
  moveAnchors(sheet, axis, (start, size) => spanAfterDelete(start, size, at, count));
  sheet.changed(axis);
}

/** Moves `count` lines from `from` to before line `to` (numbers as before the move). */
export function moveLines(sheet: Sheet, axis: Axis, from: number, count: number, to: number): void {
  if (to >= from && to <= from + count) return;
  const target = to > from ? to - count : to;
  const shift = <T>(lines: T[], blank: T): T[] => {
    while (lines.length < Math.max(from + count, to) - 1) lines.push(blank);
    const moved = lines.splice(from - 1, count);
    lines.splice(target - 1, 0, ...moved);
    return lines;
  };
  if (axis === 'rows') sheet.rows = shift(sheet.rows.slice(), undefined);
  else {
    eachRow(sheet, (parts, blank) => void shift(parts, blank));
    sheet.columns = shift(sheet.columns.slice(), undefined);
  }
  moveAnchors(sheet, axis, (start, size) => {
    const ends = [lineAfterMove(start, from, count, to), lineAfterMove(start + size - 1, from, count, to)];
    return size === 1 ? [ends[0], 1] : [Math.min(...ends), Math.abs(ends[1] - ends[0]) + 1];
  });
  sheet.changed(axis);
}

function eachRow(sheet: Sheet, change: (parts: unknown[], blank: unknown, layer: string) => void): void {
  for (let r = 1; r <= sheet.rows.length; r++) {
    if (!sheet.peek(r)) continue;
    const row = sheet.own(r);
    for (const layer of ['values', 'styles', 'formulas', 'notes', 'rules'] as const)
      if (row[layer]) change(row[layer] as unknown[], layer === 'values' ? null : undefined, layer);
  }
}

function spliced(
  columns: readonly (ColumnInfo | undefined)[],
  at: number,
  remove: number,
  add: number,
): (ColumnInfo | undefined)[] {
  const copy = columns.slice();
  while (copy.length < at) copy.push(undefined);
  copy.splice(at, remove, ...new Array(add).fill(undefined));
  return copy;
}

/** Everything that points at cells follows them: merges, filter, protections, conditional formats, named ranges, metadata. */
function moveAnchors(sheet: Sheet, axis: Axis, move: Move): void {
  const shift = (rect: Rect): Rect | null => {
    const [start, size] = axis === 'rows' ? move(rect.row, rect.rows) : move(rect.column, rect.columns);
    if (size < 1) return null;
    return axis === 'rows' ? { ...rect, row: start, rows: size } : { ...rect, column: start, columns: size };
  };
  const kept = (rects: readonly Rect[]): Rect[] => rects.map(shift).filter((rect): rect is Rect => rect !== null);
  sheet.merges = kept(sheet.merges).filter((rect) => rect.rows * rect.columns > 1);
  sheet.protections = sheet.protections.flatMap((entry): Protection[] => {
    if (!entry.rect) return [{ ...entry, unprotected: entry.unprotected && kept(entry.unprotected) }];
    const rect = shift(entry.rect);
    return rect ? [{ ...entry, rect }] : [];
  });
  sheet.conditional = sheet.conditional
    .map((rule) => ({ ...rule, ranges: kept(rule.ranges) }))
    .filter((rule) => rule.ranges.length);
  if (sheet.filter) {
    const rect = shift(sheet.filter.rect);
    const criteria = Object.entries(sheet.filter.criteria).flatMap(
      ([column, criterion]): [string, FilterCriterion][] => {
        const moved = shift({ row: sheet.filter?.rect.row ?? 1, column: Number(column), rows: 1, columns: 1 });
        return axis === 'rows' ? [[column, criterion]] : moved ? [[String(moved.column), criterion]] : [];
      },
    );
    sheet.filter = rect ? { rect, criteria: Object.fromEntries(criteria) } : null;
  }
  const book = sheet.book;
  book.named = book.named.flatMap((named) => {
    if (named.sheetId !== sheet.id) return [named];
    const rect = shift(named.rect);
    return rect ? [{ ...named, rect }] : [];
  });
  book.metadata = book.metadata.flatMap((entry) => {
    if (entry.sheetId !== sheet.id || entry.at === undefined || entry.type !== (axis === 'rows' ? 'ROW' : 'COLUMN'))
      return [entry];
    const [at, size] = move(entry.at, 1);
    return size ? [{ ...entry, at }] : [];
  });
}
