/** Turns what the host says of a sheet into what FortuneSheet draws. */

import type { CellCode, CellStyle, CellView, DropDown, SheetHead, SheetView } from '../serve/protocol';
import type { Cell, CellMatrix, Sheet } from './fortune';

/** A cell of the grid, with a mark of ours: it shows a date. */
export type GridCell = Cell & { date?: true };

/** FortuneSheet looks drop-downs up by cell; beyond so many they are not shown. */
const MAX_DROP_DOWNS = 50_000;

/** Arial (by its place in the grid's list of fonts) and text that runs over empty neighbours, as in Sheets. */
const PLAIN: GridCell = { ff: 1, tb: '1' };

export function gridCell(code: CellCode, styles: CellStyle[]): GridCell | null {
  if (code === null) return null;
  const view: CellView = typeof code === 'object' ? code : { value: code };
  const shown = view.text ?? String(view.value);
  const look = view.style === undefined ? {} : gridStyle(styles[view.style]);
  const cell: GridCell =
    view.value === '' && !view.formula ? { ...look } : { ...PLAIN, ...content(view, shown), ...look };
  if (view.formula) cell.f = view.formula;
  if (view.note) cell.ps = { left: null, top: null, width: null, height: null, value: view.note, isShow: false };
  return cell;
}

function content(view: CellView, shown: string): GridCell {
  // As text: what a date shows is what is edited, and a person's own words are read by the host, not by the grid.
  if (view.date) return { v: shown, m: shown, ct: { fa: '@', t: 's' }, ht: 2, date: true };
  if (typeof view.value === 'number') return { v: view.value, m: shown, ct: { fa: 'General', t: 'n' }, ht: 2 };
  if (typeof view.value === 'boolean')
    return { v: view.value, m: shown.toUpperCase(), ct: { fa: 'General', t: 'b' }, ht: 0 };
  return { v: view.value, m: shown, ct: { fa: '@', t: 's' } };
}

function gridStyle(style: CellStyle): GridCell {
  const cell: GridCell = {};
  if (style.background) cell.bg = style.background;
  if (style.color) cell.fc = style.color;
  if (style.bold) cell.bl = 1;
  if (style.italic) cell.it = 1;
  if (style.strike) cell.cl = 1;
  if (style.underline) cell.un = 1;
  if (style.fontSize) cell.fs = style.fontSize;
  if (style.wrap) cell.tb = '2';
  if (style.align) cell.ht = { center: 0, left: 1, right: 2 }[style.align];
  return cell;
}

/** The style of a grid cell in the host's words; the reverse of {@link gridStyle}. */
export function styleOf(cell: GridCell | null): CellStyle {
  if (!cell) return {};
  const align = cell.ht === usualAlign(cell) ? undefined : ALIGN[cell.ht ?? 1];
  return {
    ...(cell.bg ? { background: cell.bg } : {}),
    ...(cell.fc ? { color: cell.fc } : {}),
    ...(cell.bl ? { bold: true } : {}),
    ...(cell.it ? { italic: true } : {}),
    ...(cell.cl ? { strike: true } : {}),
    ...(cell.un ? { underline: true } : {}),
    ...(cell.tb === '2' ? { wrap: true } : {}),
    ...(cell.fs ? { fontSize: cell.fs } : {}),
    ...(align ? { align } : {}),
  };
}

const ALIGN = ['center', 'left', 'right'] as const;

/** Where a cell's content stands when nobody said anything: numbers and dates right, TRUE and FALSE in the middle. */
function usualAlign(cell: GridCell): number | undefined {
  if (cell.date || typeof cell.v === 'number') return 2;
  return typeof cell.v === 'boolean' ? 0 : undefined;
}

/** The cells of a sheet as the full matrix the grid works on. */
export function matrixOf(view: SheetView): CellMatrix {
  return Array.from({ length: view.rows }, (_row, r) => {
    const codes = view.cells[r] ?? [];
    return Array.from({ length: view.columns }, (_column, c) => gridCell(codes[c] ?? null, view.styles));
  });
}

/** How much of a sheet is there, blank, before it is opened: what a window shows. */
const BLANK = { rows: 100, columns: 40 };

/** A sheet as it stands before its cells are asked for. */
export function gridSheet(head: SheetHead, order: number, active: boolean): Sheet {
  return {
    id: head.id,
    name: head.name,
    order,
    status: active ? 1 : 0,
    hide: head.hidden ? 1 : 0,
    color: head.tabColor,
    row: Math.min(head.rows, BLANK.rows),
    column: Math.min(head.columns, BLANK.columns),
    // Without one the grid makes a selection for itself that has no end.
    luckysheet_select_save: [{ row: [0, 0], column: [0, 0] }],
  };
}

export function gridConfig(view: SheetHead): NonNullable<Sheet['config']> {
  const merges = view.merges.map(({ row: r, column: c, rows: rs, columns: cs }) => [`${r}_${c}`, { r, c, rs, cs }]);
  const zero = (indexes: number[]): Record<string, number> => Object.fromEntries(indexes.map((index) => [index, 0]));
  return {
    columnlen: view.widths,
    rowlen: view.heights,
    rowhidden: zero(view.hiddenRows),
    colhidden: zero(view.hiddenColumns),
    merge: Object.fromEntries(merges),
  };
}

export function gridFrozen({ frozenRows, frozenColumns }: SheetHead): Sheet['frozen'] {
  if (frozenRows === 0 && frozenColumns === 0) return undefined;
  const type = frozenColumns === 0 ? 'rangeRow' : frozenRows === 0 ? 'rangeColumn' : 'rangeBoth';
  return { type, range: { row_focus: frozenRows - 1, column_focus: frozenColumns - 1 } };
}

export function dropDowns(blocks: DropDown[]): Record<string, unknown> {
  const cells: Record<string, unknown> = {};
  let left = MAX_DROP_DOWNS;
  for (const { row, column, rows, columns, options, checkbox } of blocks) {
    // The host refuses what a strict rule forbids, in Google's words; the grid only offers the list.
    const rule = {
      type: checkbox ? 'checkbox' : 'dropdown',
      type2: '',
      value1: checkbox ? 'TRUE' : options.join(','),
      value2: checkbox ? 'FALSE' : '',
      validity: '',
      remote: false,
      prohibitInput: false,
      hintShow: false,
      hintValue: '',
      checked: false,
    };
    for (let r = row; r < row + rows; r += 1) {
      for (let c = column; c < column + columns && left > 0; c += 1, left -= 1) cells[`${r}_${c}`] = rule;
    }
  }
  return cells;
}
