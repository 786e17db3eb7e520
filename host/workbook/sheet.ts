import { HostError } from '../error';
import type { Json } from '../types';
import type { Rect } from './a1';
import { copyRow, LAYERS, type Layer, put, type Row, type Rule, type Value } from './row';
import { restyle, type Style, type StylePatch } from './style';
import type { Workbook } from './workbook';

export interface ColumnInfo {
  readonly width?: number;
  readonly hidden?: boolean;
}

/** A protected sheet (no `rect`) or range. */
export interface Protection {
  readonly id: string;
  readonly rect?: Rect;
  readonly namedRange?: string;
  readonly description: string;
  readonly warningOnly: boolean;
  /** Who may edit; null: everyone who can edit the file. */
  readonly editors: readonly string[] | null;
  readonly unprotected?: readonly Rect[];
}

export interface FilterState {
  readonly rect: Rect;
  /** Criterion by column number. */
  readonly criteria: Readonly<Record<number, FilterCriterion>>;
}

export interface FilterCriterion {
  readonly type: string | null;
  readonly args: readonly (string | number | boolean)[];
  readonly hiddenValues?: readonly string[];
  readonly visibleValues?: readonly string[];
}

/** A conditional format rule as plain data; only drawn by the page. */
export interface ConditionalRule {
  readonly ranges: readonly Rect[];
  readonly type: string | null;
  readonly args: readonly Json[];
  readonly style: StylePatch;
  readonly gradient?: Json;
}

/** The fields of a sheet that are replaced as a whole when they change, so that snapshots may share them. */
export interface SheetFields {
  name: string;
  maxRows: number;
  maxColumns: number;
  columns: readonly (ColumnInfo | undefined)[];
  frozenRows: number;
  frozenColumns: number;
  hidden: boolean;
  tabColor: string | null;
  gridlinesHidden: boolean;
  rightToLeft: boolean;
  merges: readonly Rect[];
  filter: FilterState | null;
  protections: readonly Protection[];
  conditional: readonly ConditionalRule[];
  bandings: readonly Json[];
}

/** What a change touched, for the page's live update. */
export type ChangeKind = 'values' | 'format' | 'notes' | 'validation' | 'rows' | 'columns' | 'view' | 'sheets';

/** One sheet: rows of cells, 1-based from outside. Changes are told to the book's listeners. */
export class Sheet implements SheetFields {
  rows: (Row | undefined)[] = [];
  maxRows = 1000;
  maxColumns = 26;
  columns: readonly (ColumnInfo | undefined)[] = [];
  frozenRows = 0;
  frozenColumns = 0;
  hidden = false;
  tabColor: string | null = null;
  gridlinesHidden = false;
  rightToLeft = false;
  merges: readonly Rect[] = [];
  filter: FilterState | null = null;
  protections: readonly Protection[] = [];
  conditional: readonly ConditionalRule[] = [];
  bandings: readonly Json[] = [];

  constructor(
    readonly book: Workbook,
    readonly id: number,
    public name: string,
  ) {}

  /** A row for reading only; undefined where nothing was ever written. */
  peek(row: number): Row | undefined {
    return this.rows[row - 1];
  }

  /** A row for writing: copied first where a snapshot shares it. */
  own(row: number): Row {
    const found = this.rows[row - 1];
    if (found?.stamp === this.book.stamp) return found;
    const fresh = found ? copyRow(found, this.book.stamp) : { stamp: this.book.stamp, values: [] };
    while (this.rows.length < row - 1) this.rows.push(undefined);
    this.rows[row - 1] = fresh;
    return fresh;
  }

  value(row: number, column: number): Value {
    return this.rows[row - 1]?.values[column - 1] ?? null;
  }

  style(row: number, column: number): Style | undefined {
    return this.rows[row - 1]?.styles?.[column - 1];
  }

  part<L extends Layer>(layer: L, row: number, column: number): NonNullable<Row[L]>[number] | undefined {
    return (this.rows[row - 1]?.[layer] as NonNullable<Row[L]> | undefined)?.[column - 1];
  }

  /** Sets what a cell holds, formula and all, and its number format if one is given. */
  set(row: Row, index: number, value: Value, formula?: string, format?: string): void {
    const values = row.values;
    if (index < values.length) values[index] = value;
    else if (value !== null) put(row, 'values', index, value);
    if (formula !== undefined || row.formulas) put(row, 'formulas', index, formula);
    if (format !== undefined) put(row, 'styles', index, restyle(row.styles?.[index], { format }));
  }

  /** Lays one part over every cell of a block. */
  fill<L extends Layer>(
    layer: L,
    rect: Rect,
    part: (row: number, column: number) => NonNullable<Row[L]>[number],
  ): void {
    for (let r = rect.row; r < rect.row + rect.rows; r++) {
      let target: Row | undefined;
      for (let c = rect.column; c < rect.column + rect.columns; c++) {
        const next = part(r, c);
        if ((next ?? null) === (this.part(layer, r, c) ?? null)) continue;
        target ??= this.own(r);
        put(target, layer, c - 1, next);
      }
    }
  }

  /** Patches the style of a block; runs of equal styles are patched once. */
  restyle(rect: Rect, patch: StylePatch): void {
    let before: Style | undefined;
    let after = restyle(undefined, patch);
    this.fill('styles', rect, (r, c) => {
      const style = this.style(r, c);
      if (style !== before) {
        before = style;
        after = restyle(style, patch);
      }
      return after;
    });
    this.changed('format', rect);
  }

  /** Takes the named parts of a block's cells away. */
  wipe(rect: Rect, layers: readonly Layer[]): void {
    const last = Math.min(rect.row + rect.rows - 1, this.rows.length);
    for (let r = rect.row; r <= last; r++) {
      const row = this.rows[r - 1];
      if (!row) continue;
      let target: Row | undefined;
      for (const layer of layers) {
        const parts = row[layer] as unknown[] | undefined;
        if (!parts) continue;
        const end = Math.min(rect.column + rect.columns - 1, parts.length);
        for (let c = rect.column; c <= end; c++) {
          if ((parts[c - 1] ?? null) === null) continue;
          target ??= this.own(r);
          put(target, layer, c - 1, undefined as never);
        }
      }
    }
  }

  /** Position of the last row that has content: a value or a formula (Google: "the last row that has content"); formats and notes do not count. */
  lastRow(): number {
    for (let r = this.rows.length; r > 0; r--) {
      const row = this.rows[r - 1];
      if (row && lastIndex(row) > 0) return r;
    }
    return 0;
  }

  lastColumn(): number {
    let last = 0;
    for (const row of this.rows) {
      if (!row || (row.values.length <= last && (row.formulas?.length ?? 0) <= last)) continue;
      const end = lastIndex(row);
      if (end > last) last = end;
    }
    return last;
  }

  column(column: number): ColumnInfo {
    return this.columns[column - 1] ?? {};
  }

  setColumn(column: number, patch: ColumnInfo): void {
    const columns = this.columns.slice();
    while (columns.length < column) columns.push(undefined);
    columns[column - 1] = { ...columns[column - 1], ...patch };
    this.columns = columns;
  }

  /** Grows the grid so that it holds `rows` × `columns`. @throws HostError beyond 10 million cells in the file */
  ensureSize(rows: number, columns: number): void {
    if (rows <= this.maxRows && columns <= this.maxColumns) return;
    const maxRows = Math.max(rows, this.maxRows);
    const maxColumns = Math.max(columns, this.maxColumns);
    this.book.assertRoom(maxRows * maxColumns - this.maxRows * this.maxColumns);
    this.maxRows = maxRows;
    this.maxColumns = maxColumns;
  }

  rule(row: number, column: number): Rule | undefined {
    return this.rows[row - 1]?.rules?.[column - 1];
  }

  changed(kind: ChangeKind, range?: Rect): void {
    this.book.emit({ sheet: this.name, sheetId: this.id, kind, range });
  }

  /** The block `A1` to the last cell with content, at least one cell. */
  dataRect(): Rect {
    return { row: 1, column: 1, rows: Math.max(1, this.lastRow()), columns: Math.max(1, this.lastColumn()) };
  }

  assertInside(rect: Rect): void {
    if (
      rect.row < 1 ||
      rect.column < 1 ||
      rect.row + rect.rows - 1 > this.maxRows ||
      rect.column + rect.columns - 1 > this.maxColumns
    )
      throw new HostError('out-of-bounds', 'The coordinates of the range are outside the dimensions of the sheet.');
  }

  /** Copies the cells of a block as rows of their own, for moving, sorting and undoing. */
  lift(rect: Rect): Row[] {
    const lifted: Row[] = [];
    for (let r = rect.row; r < rect.row + rect.rows; r++) {
      const copy: Row = { stamp: 0, values: [] };
      const row = this.rows[r - 1];
      if (row)
        for (const layer of LAYERS) {
          const parts = row[layer] as unknown[] | undefined;
          if (parts)
            (copy as unknown as Record<string, unknown>)[layer] = parts.slice(
              rect.column - 1,
              rect.column - 1 + rect.columns,
            );
        }
      lifted.push(copy);
    }
    return lifted;
  }

  /** Lays lifted rows down with their upper left corner at a cell; blanks overwrite. */
  lay(lifted: readonly Row[], row: number, column: number, width: number, layers: readonly Layer[] = LAYERS): void {
    lifted.forEach((source, i) => {
      if (!this.rows[row - 1 + i] && layers.every((layer) => !source[layer]?.length)) return;
      const target = this.own(row + i);
      for (const layer of layers) {
        const parts = source[layer] as unknown[] | undefined;
        for (let c = 0; c < width; c++) put(target, layer, column - 1 + c, (parts?.[c] ?? undefined) as never);
      }
    });
  }
}

function lastIndex(row: Row): number {
  let v = row.values.length;
  while (v > 0 && (row.values[v - 1] === null || row.values[v - 1] === '')) v--;
  const formulas = row.formulas;
  if (formulas) {
    let f = formulas.length;
    while (f > v && formulas[f - 1] === undefined) f--;
    return Math.max(v, f);
  }
  return v;
}
