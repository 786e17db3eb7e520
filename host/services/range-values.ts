import { parseA1, splitSheet } from '../workbook/a1';
import type { Layer } from '../workbook/row';
import type { Sheet } from '../workbook/sheet';
import { makeRange } from './make';
import { assertEditable } from './protection';
import { fromR1C1, toR1C1 } from './r1c1';
import { assertSize, checked, RangeBase, readCells, writeCells } from './range-base';
import { call, Exception, enumName, port, sheetOf, wrongSignature } from './realm';
import { serialToInstant } from './zone';

type Gas = GoogleAppsScript.Spreadsheet.Range;
type Cell = string | number | boolean | Date;

/** What getValue gives for a cell: a blank is '', a number under a date format a Date of the script's realm. */
export function cellValue(sheet: Sheet, row: number, column: number): Cell {
  const line = sheet.peek(row);
  const value = line?.values[column - 1] ?? '';
  if (typeof value === 'number' && line?.styles?.[column - 1]?.kind === 'date')
    return new Date(serialToInstant(port.book.timeZone, value));
  return value;
}

/** Values, shown text and formulas of a range. */
export class RangeValues extends RangeBase {
  getValues(): Cell[][] {
    return readCells(this, 'getValues', cellValue);
  }

  getValue(): Cell {
    const { sheetId, row, column } = RangeBase.placeOf(this);
    return call('Range.getValue', 'read', () => cellValue(sheetOf(sheetId), row, column), 1);
  }

  getDisplayValues(): string[][] {
    return readCells(this, 'getDisplayValues', (sheet, row, column) => port.ops.display(sheet, row, column));
  }

  getDisplayValue(): string {
    const { sheetId, row, column } = RangeBase.placeOf(this);
    return call('Range.getDisplayValue', 'read', () => port.ops.display(sheetOf(sheetId), row, column), 1);
  }

  setValues(values: readonly (readonly unknown[])[]): Gas {
    if (!Array.isArray(values)) throw wrongSignature('SpreadsheetApp.Range.setValues', [values]);
    assertSize(values, RangeBase.placeOf(this));
    writeCells(this, 'setValues', (sheet, place) => port.ops.writeValues(sheet, place, values, port.now()));
    return this as unknown as Gas;
  }

  setValue(value: unknown): Gas {
    writeCells(this, 'setValue', (sheet, place) => {
      const line = new Array(place.columns).fill(value);
      port.ops.writeValues(sheet, place, new Array(place.rows).fill(line), port.now());
    });
    return this as unknown as Gas;
  }

  isBlank(): boolean {
    const { sheetId, row, column, rows, columns } = RangeBase.placeOf(this);
    const blank = (): boolean => {
      const sheet = sheetOf(sheetId);
      for (let r = row; r < row + rows; r++)
        for (let c = column; c < column + columns; c++)
          if ((sheet.value(r, c) ?? '') !== '' || sheet.part('formulas', r, c)) return false;
      return true;
    };
    return call('Range.isBlank', 'read', blank, rows * columns);
  }

  getFormulas(): string[][] {
    return readCells(this, 'getFormulas', (sheet, row, column) => sheet.part('formulas', row, column) ?? '');
  }

  getFormula(): string {
    return this.#first('getFormula', (sheet, row, column) => sheet.part('formulas', row, column) ?? '');
  }

  getFormulasR1C1(): (string | null)[][] {
    return readCells(
      this,
      'getFormulasR1C1',
      (sheet, row, column) => toR1C1(sheet.part('formulas', row, column) ?? '', row, column) || null,
    );
  }

  getFormulaR1C1(): string | null {
    return this.#first(
      'getFormulaR1C1',
      (sheet, row, column) => toR1C1(sheet.part('formulas', row, column) ?? '', row, column) || null,
    );
  }

  setFormulas(formulas: readonly (readonly string[])[]): Gas {
    assertSize(formulas, RangeBase.placeOf(this));
    writeCells(this, 'setFormulas', (sheet, place) => port.ops.writeFormulas(sheet, place, formulas));
    return this as unknown as Gas;
  }

  setFormula(formula: string): Gas {
    return this.#formulas('setFormula', () => String(formula));
  }

  setFormulaR1C1(formula: string): Gas {
    return this.#formulas('setFormulaR1C1', (row, column) => fromR1C1(String(formula), row, column));
  }

  setFormulasR1C1(formulas: readonly (readonly string[])[]): Gas {
    const place = RangeBase.placeOf(this);
    assertSize(formulas, place);
    return this.#formulas('setFormulasR1C1', (row, column) =>
      fromR1C1(formulas[row - place.row][column - place.column], row, column),
    );
  }

  #first<T>(method: string, read: (sheet: Sheet, row: number, column: number) => T): T {
    const { sheetId, row, column } = RangeBase.placeOf(this);
    return call(`Range.${method}`, 'read', () => read(sheetOf(sheetId), row, column), 1);
  }

  #formulas(method: string, formula: (row: number, column: number) => string): Gas {
    writeCells(this, method, (sheet, place) => {
      const table = Array.from({ length: place.rows }, (_, r) =>
        Array.from({ length: place.columns }, (_, c) => formula(place.row + r, place.column + c)),
      );
      port.ops.writeFormulas(sheet, place, table);
    });
    return this as unknown as Gas;
  }

  /** Clears contents and formats, or what the options name (Range.clear). */
  clear(options?: {
    commentsOnly?: boolean;
    contentsOnly?: boolean;
    formatOnly?: boolean;
    validationsOnly?: boolean;
    skipFilteredRows?: boolean;
  }): Gas {
    const layers: Layer[] = [];
    if (options?.contentsOnly) layers.push('values', 'formulas');
    if (options?.formatOnly) layers.push('styles');
    if (options?.commentsOnly) layers.push('notes');
    if (options?.validationsOnly) layers.push('rules');
    return this.#wipe('clear', layers.length ? layers : ['values', 'formulas', 'styles']);
  }

  clearContent(): Gas {
    return this.#wipe('clearContent', ['values', 'formulas']);
  }

  clearFormat(): Gas {
    return this.#wipe('clearFormat', ['styles']);
  }

  clearNote(): Gas {
    return this.#wipe('clearNote', ['notes']);
  }

  clearDataValidations(): Gas {
    return this.#wipe('clearDataValidations', ['rules']);
  }

  #wipe(method: string, layers: readonly Layer[]): Gas {
    writeCells(this, method, (sheet, place) => port.ops.wipe(sheet, place, layers));
    return this as unknown as Gas;
  }

  /** Copies to a cell or block, perhaps of another sheet, repeating itself over a larger one. */
  copyTo(destination: unknown, typeOrOptions?: unknown, transposed?: boolean): void {
    const options = (typeOrOptions ?? {}) as { contentsOnly?: boolean; formatOnly?: boolean };
    const type = typeOrOptions && !options.contentsOnly && !options.formatOnly ? enumName(typeOrOptions) : '';
    const layers =
      COPY_LAYERS[options.contentsOnly ? 'PASTE_VALUES' : options.formatOnly ? 'PASTE_FORMAT' : type] ??
      COPY_LAYERS.PASTE_NORMAL;
    this.#copy('copyTo', destination, layers, transposed ?? false, false);
  }

  copyValuesToRange(sheet: number | object, column: number, columnEnd: number, row: number, rowEnd: number): void {
    this.#copy(
      'copyValuesToRange',
      sheetBlock(sheet, column, columnEnd, row, rowEnd),
      COPY_LAYERS.PASTE_VALUES,
      false,
      false,
    );
  }

  copyFormatToRange(sheet: number | object, column: number, columnEnd: number, row: number, rowEnd: number): void {
    this.#copy(
      'copyFormatToRange',
      sheetBlock(sheet, column, columnEnd, row, rowEnd),
      COPY_LAYERS.PASTE_FORMAT,
      false,
      false,
    );
  }

  /** Cuts and pastes: contents, formats, notes and rules leave their place. */
  moveTo(target: unknown): void {
    this.#copy('moveTo', target, ['values', 'formulas', 'styles', 'notes', 'rules'], false, true);
  }

  #copy(method: string, destination: unknown, layers: readonly Layer[], transposed: boolean, move: boolean): void {
    if (!RangeBase.isRange(destination)) throw wrongSignature(`SpreadsheetApp.Range.${method}`, [destination]);
    const target = RangeBase.placeOf(destination);
    const source = RangeBase.placeOf(this);
    const [from, to] = [sheetOf(source.sheetId), sheetOf(target.sheetId)];
    const paste = (): void => {
      checked(source);
      assertEditable(to, target);
      if (!move) {
        port.ops.copyCells(from, source, to, target, layers, transposed);
        return;
      }
      const corner = { ...target, rows: source.rows, columns: source.columns };
      const kept = from.lift(source);
      port.ops.wipe(from, source, layers);
      to.ensureSize(corner.row + corner.rows - 1, corner.column + corner.columns - 1);
      to.lay(kept, corner.row, corner.column, corner.columns);
      to.changed('values', corner);
    };
    call(`Range.${method}`, 'write', paste, 0, source.rows * source.columns);
  }
}

/** What each CopyPasteType carries over. */
const COPY_LAYERS: Record<string, readonly Layer[]> = {
  PASTE_NORMAL: ['values', 'formulas', 'styles', 'notes', 'rules'],
  PASTE_NO_BORDERS: ['values', 'formulas', 'styles', 'notes', 'rules'],
  PASTE_VALUES: ['values'],
  PASTE_FORMULA: ['values', 'formulas'],
  PASTE_FORMAT: ['styles'],
  PASTE_DATA_VALIDATION: ['rules'],
  PASTE_CONDITIONAL_FORMATTING: [],
  PASTE_COLUMN_WIDTHS: [],
};

function sheetBlock(sheet: number | object, column: number, columnEnd: number, row: number, rowEnd: number): Gas {
  const sheetId = typeof sheet === 'number' ? sheet : (sheet as GoogleAppsScript.Spreadsheet.Sheet).getSheetId();
  return makeRange(checked({ sheetId, row, column, rows: rowEnd - row + 1, columns: columnEnd - column + 1 }));
}

/** A range of the workbook by its address or the name of a named range; `home` is where an address without a sheet lies. */
export function rangeByText(text: string, home: number): Gas {
  const { sheet: sheetName, address } = splitSheet(text);
  const sheet = sheetName === undefined ? sheetOf(home) : port.book.sheetByName(sheetName);
  const rect = sheet && parseA1(address, sheet.maxRows, sheet.maxColumns);
  if (sheet && rect) return makeRange(checked({ sheetId: sheet.id, ...rect }));
  const named = port.book.named.find((entry) => entry.name.toLowerCase() === text.toLowerCase());
  if (named) return makeRange({ sheetId: named.sheetId, ...named.rect });
  throw new Exception('Range not found');
}
