/** What services may do to the store. They call these functions of our realm, so that nothing of the script's realm is kept in the store. */
import type { Rect } from './a1';
import { displayText } from './display';
import { LAYERS, type Layer, put, type Rule } from './row';
import type { Sheet, SheetFields } from './sheet';
import { restyle, type Style, type StylePatch } from './style';
import type { Metadata, NamedRange, View, Workbook } from './workbook';

export { applyFilter, meets } from './filter';
export { findCells } from './find';
export { writeFormulas, writeValues } from './input';
export { sortRows } from './sort';
export { deleteLines, insertLines, moveLines } from './structure';
export { instantToSerial, serialToInstant, wallToInstant, zoneOffset } from './zone';

/** A copy that is wholly of our realm. */
const ours = <T>(data: T): T => JSON.parse(JSON.stringify(data)) as T;

/** Replaces fields of a sheet. */
export function updateSheet(sheet: Sheet, patch: Partial<SheetFields>): void {
  Object.assign(sheet, ours(patch));
  sheet.changed('view');
}

/** Replaces lists of a workbook. */
export function updateBook(
  book: Workbook,
  patch: {
    named?: readonly NamedRange[];
    metadata?: readonly Metadata[];
    view?: View;
    name?: string;
    timeZone?: string;
    editors?: readonly string[] | null;
  },
): void {
  Object.assign(book, ours(patch));
}

export function display(sheet: Sheet, row: number, column: number): string {
  return displayText(sheet.value(row, column), sheet.style(row, column), sheet.book.locale);
}

/** Lays notes (null takes one away) over a block. */
export function setNotes(sheet: Sheet, rect: Rect, notes: readonly (readonly (string | null)[])[]): void {
  sheet.fill('notes', rect, (r, c) => notes[r - rect.row][c - rect.column] || undefined);
  sheet.changed('notes', rect);
}

export function setRules(sheet: Sheet, rect: Rect, rules: readonly (readonly (Rule | null)[])[]): void {
  const copied = new Map<Rule, Rule>();
  sheet.fill('rules', rect, (r, c) => {
    const rule = rules[r - rect.row][c - rect.column];
    if (!rule) return undefined;
    const copy = copied.get(rule) ?? ours(rule);
    copied.set(rule, copy);
    return copy;
  });
  sheet.changed('validation', rect);
}

export function wipe(sheet: Sheet, rect: Rect, layers: readonly Layer[]): void {
  sheet.wipe(rect, layers);
  sheet.changed(layers.includes('values') ? 'values' : 'format', rect);
}

/** Copies the named parts of a block to another place, repeating it where the target is a multiple of it; source and target may overlap. */
export function copyCells(
  from: Sheet,
  source: Rect,
  to: Sheet,
  target: Rect,
  layers: readonly Layer[],
  transposed = false,
): void {
  let lifted = from.lift(source);
  let [rows, columns] = [source.rows, source.columns];
  if (transposed) {
    lifted = transpose(lifted, columns);
    [rows, columns] = [columns, rows];
  }
  const down = target.rows % rows === 0 ? Math.max(1, target.rows / rows) : 1;
  const across = target.columns % columns === 0 ? Math.max(1, target.columns / columns) : 1;
  const area = { row: target.row, column: target.column, rows: rows * down, columns: columns * across };
  to.ensureSize(area.row + area.rows - 1, area.column + area.columns - 1);
  for (let i = 0; i < down; i++)
    for (let j = 0; j < across; j++)
      to.lay(lifted, target.row + i * rows, target.column + j * columns, columns, layers);
  to.changed(layers.includes('values') ? 'values' : 'format', area);
}

type Lifted = ReturnType<Sheet['lift']>;

function transpose(rows: Lifted, width: number): Lifted {
  return Array.from({ length: width }, (_, c) => {
    const line: Lifted[number] = { stamp: 0, values: [] };
    rows.forEach((row, r) => {
      for (const layer of LAYERS) put(line, layer, r, (row[layer] as unknown[] | undefined)?.[c] as never);
    });
    return line;
  });
}

/** Hides or shows rows. */
export function hideRows(sheet: Sheet, row: number, count: number, hidden: boolean): void {
  for (let r = row; r < row + count; r++) if (hidden || sheet.peek(r)) sheet.own(r).hidden = hidden || undefined;
  sheet.changed('view');
}

export function setHeights(sheet: Sheet, row: number, count: number, height: number): void {
  for (let r = row; r < row + count; r++) sheet.own(r).height = height;
  sheet.changed('view');
}

export function setColumns(
  sheet: Sheet,
  column: number,
  count: number,
  patch: { width?: number; hidden?: boolean },
): void {
  for (let c = column; c < column + count; c++) sheet.setColumn(c, ours(patch));
  sheet.changed('view');
}

/** A sheet with the same content under another name. */
export function duplicateSheet(book: Workbook, sheet: Sheet, name: string, index: number): Sheet {
  const copy = book.addSheet(name, index, { rows: sheet.maxRows, columns: sheet.maxColumns });
  const { columns, frozenRows, frozenColumns, tabColor, gridlinesHidden, rightToLeft, merges, conditional, filter } =
    sheet;
  Object.assign(copy, {
    columns,
    frozenRows,
    frozenColumns,
    tabColor,
    gridlinesHidden,
    rightToLeft,
    merges,
    conditional,
    filter,
  });
  copy.lay(
    sheet.lift({ row: 1, column: 1, rows: sheet.rows.length, columns: sheet.maxColumns }),
    1,
    1,
    sheet.maxColumns,
  );
  copy.changed('sheets');
  return copy;
}

/** Patches the style of each cell of a block by its own patch; equal patches should be the same object. */
export function restyleCells(sheet: Sheet, rect: Rect, patches: readonly (readonly StylePatch[])[]): void {
  const made = new Map<StylePatch, Map<Style | undefined, Style>>();
  sheet.fill('styles', rect, (r, c) => {
    const patch = patches[r - rect.row][c - rect.column];
    const before = sheet.style(r, c);
    const byStyle = made.get(patch) ?? new Map<Style | undefined, Style>();
    made.set(patch, byStyle);
    const after = byStyle.get(before) ?? restyle(before, patch);
    byStyle.set(before, after);
    return after;
  });
  sheet.changed('format', rect);
}
