import { displayText } from '../workbook/display';
import type { Row } from '../workbook/row';
import type { Sheet } from '../workbook/sheet';
import type { Style, StylePatch } from '../workbook/style';
import type { Workbook } from '../workbook/workbook';
import { Conditions } from './conditions';
import { dropDownsOf } from './drop-downs';
import type { CellCode, CellStyle, CellView, SheetHead, SheetView } from './protocol';

/** Google's width of a column and height of a row nobody has touched, in pixels. */
export const DEFAULT_WIDTH = 100;
export const DEFAULT_HEIGHT = 21;

/** Draws the cells of one sheet, sharing equal styles. A palette belongs to one message. */
export class Painter {
  readonly styles: CellStyle[] = [];
  private readonly conditions: Conditions;
  private readonly indexes = new Map<string, number>();
  private readonly known = new Map<Style, number | undefined>();

  /** `instant` in epoch milliseconds: what colours go by that have to do with time. */
  constructor(
    private readonly sheet: Sheet,
    instant: number,
  ) {
    this.conditions = new Conditions(sheet, instant);
  }

  /** `row` and `column` count from 0. */
  cell(row: number, column: number): CellCode {
    const line = this.sheet.rows[row];
    if (!line) return this.blank(row, column);
    const value = line.values[column] ?? null;
    const style = line.styles?.[column];
    const view: CellView = { value: value ?? '' };
    const text = displayText(value, style, this.sheet.book.locale);
    if (value !== null && typeof value !== 'boolean' && text !== String(value)) view.text = text;
    if (typeof value === 'number' && style?.kind === 'date') view.date = true;
    const formula = line.formulas?.[column];
    if (formula) view.formula = formula;
    const note = line.notes?.[column];
    if (note) view.note = note;
    const look = this.look(row, column, style);
    if (look !== undefined) view.style = look;
    if (Object.keys(view).length > 1) return view;
    return value;
  }

  /** A row as far as its last cell that shows anything. */
  row(row: number): CellCode[] {
    const cells: CellCode[] = [];
    const width = widthOf(this.sheet.rows[row]);
    for (let column = 0; column < width; column += 1) cells.push(this.cell(row, column));
    while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop();
    return cells;
  }

  private blank(row: number, column: number): CellCode {
    const style = this.look(row, column, undefined);
    return style === undefined ? null : { value: '', style };
  }

  private look(row: number, column: number, style: Style | undefined): number | undefined {
    const patch = this.conditions.styleAt(row, column);
    if (patch) return this.intern(cellStyle({ ...style, ...patch }));
    if (!style) return undefined;
    if (!this.known.has(style)) this.known.set(style, this.intern(cellStyle(style)));
    return this.known.get(style);
  }

  private intern(style: CellStyle): number | undefined {
    const key = JSON.stringify(style);
    if (key === '{}') return undefined;
    let index = this.indexes.get(key);
    if (index === undefined) {
      index = this.styles.push(style) - 1;
      this.indexes.set(key, index);
    }
    return index;
  }
}

/** Everything the grid needs to draw a sheet as it looks at `instant` (epoch milliseconds). */
export function sheetView(sheet: Sheet, structure: number, instant: number): SheetView {
  const painter = new Painter(sheet, instant);
  const cells = Array.from({ length: sheet.rows.length }, (_none, row) => painter.row(row));
  while (cells.length > 0 && cells[cells.length - 1]?.length === 0) cells.pop();
  return { ...sheetHead(sheet, structure), dropDowns: dropDownsOf(sheet), styles: painter.styles, cells };
}

/** What can be said of a sheet without looking at its cells. */
export function sheetHead(sheet: Sheet, structure: number): SheetHead {
  const { name, hidden, maxRows, maxColumns, frozenRows, frozenColumns, tabColor, columns, rows } = sheet;
  const merges = sheet.merges.map((rect) => ({ ...rect, row: rect.row - 1, column: rect.column - 1 }));
  return {
    ...{
      id: sheetKey(sheet),
      name,
      hidden,
      rows: maxRows,
      columns: maxColumns,
      frozenRows,
      frozenColumns,
      merges,
      structure,
    },
    ...(tabColor ? { tabColor } : {}),
    widths: pixelsOf(columns.map((column) => column?.width)),
    heights: pixelsOf(rows.map((row) => row?.height)),
    hiddenColumns: columns.flatMap((column, index) => (column?.hidden ? [index] : [])),
    hiddenRows: rows.flatMap((row, index) => (row?.hidden || row?.filtered ? [index] : [])),
  };
}

const pixelsOf = (sizes: (number | undefined)[]): Record<string, number> =>
  Object.fromEntries(sizes.flatMap((size, index) => (size ? [[index, size]] : [])));

/** The page's name of a sheet: it survives a renaming. */
export function sheetKey(sheet: { id: number }): string {
  return String(sheet.id);
}

/** @throws Error for a sheet that is no longer there */
export function sheetOf(book: Workbook, key: string): Sheet {
  const sheet = book.sheets.find((each) => sheetKey(each) === key);
  if (!sheet) throw new Error('That sheet has been deleted.');
  return sheet;
}

function widthOf(row: Row | undefined): number {
  if (!row) return 0;
  return Math.max(row.values.length, row.styles?.length ?? 0, row.formulas?.length ?? 0, row.notes?.length ?? 0);
}

function cellStyle(style: Partial<Style> | StylePatch): CellStyle {
  const look: CellStyle = {};
  if (style.background && style.background !== '#ffffff') look.background = style.background;
  if (style.color && style.color !== '#000000') look.color = style.color;
  if (style.weight === 'bold') look.bold = true;
  if (style.slant === 'italic') look.italic = true;
  if (style.line === 'line-through') look.strike = true;
  if (style.line === 'underline') look.underline = true;
  if (style.wrap === 'WRAP') look.wrap = true;
  if (style.size) look.fontSize = style.size;
  const align = ALIGN[style.horizontal ?? ''];
  if (align) look.align = align;
  return look;
}

const ALIGN: Record<string, CellStyle['align']> = {
  left: 'left',
  center: 'center',
  right: 'right',
  'general-left': 'left',
};
