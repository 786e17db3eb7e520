import type { Style } from './style';

/** What a cell holds: a blank is null, a date its serial number (its number format makes it a date). */
export type Value = string | number | boolean | null;

/** A data validation rule, as plain data. */
export interface Rule {
  /** Name of the criterion, as `DataValidationCriteria`. */
  type: string;
  args: (string | number | boolean | null | string[])[];
  allowInvalid: boolean;
  help: string | null;
}

/** The parts of a cell that are kept in arrays of their own, so that a plain table of values costs nothing else. */
export type Layer = 'values' | 'styles' | 'formulas' | 'notes' | 'rules';
export const LAYERS: readonly Layer[] = ['values', 'styles', 'formulas', 'notes', 'rules'];

/** One row; arrays may be shorter than the sheet is wide. `stamp` says which state of the workbook may write to it. */
export interface Row {
  stamp: number;
  values: Value[];
  styles?: (Style | undefined)[];
  formulas?: (string | undefined)[];
  notes?: (string | undefined)[];
  rules?: (Rule | undefined)[];
  hidden?: boolean;
  filtered?: boolean;
  height?: number;
}

/** A row that may be written to while `row` stays as it is. Field by field: spreading is ten times slower, and snapshots copy many rows. */
export function copyRow(row: Row, stamp: number): Row {
  const copy: Row = { stamp, values: row.values.slice() };
  if (row.styles) copy.styles = row.styles.slice();
  if (row.formulas) copy.formulas = row.formulas.slice();
  if (row.notes) copy.notes = row.notes.slice();
  if (row.rules) copy.rules = row.rules.slice();
  if (row.hidden) copy.hidden = true;
  if (row.filtered) copy.filtered = true;
  if (row.height !== undefined) copy.height = row.height;
  return copy;
}

/** Sets one part of one cell; `undefined` (null for a value) takes it away. */
export function put<L extends Layer>(row: Row, layer: L, index: number, part: NonNullable<Row[L]>[number]): void {
  if (layer === 'values') {
    const values = row.values;
    while (values.length < index) values.push(null);
    values[index] = (part ?? null) as Value;
    return;
  }
  const parts = row[layer] as unknown[] | undefined;
  if (parts) {
    while (parts.length < index) parts.push(undefined);
    parts[index] = part;
  } else if (part !== undefined) {
    const fresh: unknown[] = new Array(index).fill(undefined);
    fresh.push(part);
    (row as unknown as Record<string, unknown>)[layer] = fresh;
  }
}
