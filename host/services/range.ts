import { contains, overlap } from '../workbook/a1';
import type { Sheet } from '../workbook/sheet';
import { makeDataValidation, ruleOf } from './data-validation';
import { addMetadata, HostDeveloperMetadataFinder, metadataOf } from './developer-metadata';
import { HostFilter } from './filter';
import { makeRange } from './make';
import { protectRange } from './protected';
import { assertEditable } from './protection';
import { assertSize, checked, type Place, RangeBase, readCells, writeCells } from './range-base';
import { RangeFormat } from './range-format';
import { cellValue } from './range-values';
import { call, Exception, enumName, handle, port, sheetOf, wrongSignature } from './realm';
import { HostTextFinder } from './text-finder';

type Gas = GoogleAppsScript.Spreadsheet.Range;
type Validation = GoogleAppsScript.Spreadsheet.DataValidation;

/** Range, whole: address, values, formats and what is done with a block of cells. */
export class HostRange extends RangeFormat {
  getNotes(): string[][] {
    return readCells(this, 'getNotes', (sheet, row, column) => sheet.part('notes', row, column) ?? '');
  }

  getNote(): string {
    const { sheetId, row, column } = RangeBase.placeOf(this);
    return call('Range.getNote', 'read', () => sheetOf(sheetId).part('notes', row, column) ?? '', 1);
  }

  setNote(note: string | null): Gas {
    const { rows, columns } = RangeBase.placeOf(this);
    return this.#notes(
      'setNote',
      Array.from({ length: rows }, () => new Array(columns).fill(note)),
    );
  }

  setNotes(notes: readonly (readonly (string | null)[])[]): Gas {
    assertSize(notes, RangeBase.placeOf(this));
    return this.#notes('setNotes', notes);
  }

  #notes(method: string, notes: readonly (readonly (string | null)[])[]): Gas {
    writeCells(this, method, (sheet, place) => port.ops.setNotes(sheet, place, notes));
    return this as unknown as Gas;
  }

  getDataValidation(): Validation | null {
    const { sheetId, row, column } = RangeBase.placeOf(this);
    return call('Range.getDataValidation', 'read', () => makeDataValidation(sheetOf(sheetId).rule(row, column)), 1);
  }

  getDataValidations(): (Validation | null)[][] {
    return readCells(this, 'getDataValidations', (sheet, row, column) => makeDataValidation(sheet.rule(row, column)));
  }

  setDataValidation(rule: Validation | null): Gas {
    const { rows, columns } = RangeBase.placeOf(this);
    const plain = ruleOf(rule);
    return this.#rules(
      'setDataValidation',
      Array.from({ length: rows }, () => new Array(columns).fill(plain)),
    );
  }

  setDataValidations(rules: readonly (readonly (Validation | null)[])[]): Gas {
    assertSize(rules, RangeBase.placeOf(this));
    return this.#rules(
      'setDataValidations',
      rules.map((line) => line.map(ruleOf)),
    );
  }

  #rules(method: string, rules: ReturnType<typeof ruleOf>[][]): Gas {
    writeCells(this, method, (sheet, place) => port.ops.setRules(sheet, place, rules));
    return this as unknown as Gas;
  }

  insertCheckboxes(checkedValue?: unknown, uncheckedValue?: unknown): Gas {
    const args = [checkedValue, uncheckedValue].filter((value) => value !== undefined) as string[];
    const rule = { type: 'CHECKBOX', args, allowInvalid: false, help: null };
    writeCells(this, 'insertCheckboxes', (sheet, place) => {
      port.ops.setRules(
        sheet,
        place,
        Array.from({ length: place.rows }, () => new Array(place.columns).fill(rule)),
      );
      // Google: a cell with a checkbox holds FALSE until it is ticked, and so counts as content.
      const values = Array.from({ length: place.rows }, (_, r) =>
        Array.from(
          { length: place.columns },
          (_, c) => sheet.value(place.row + r, place.column + c) ?? uncheckedValue ?? false,
        ),
      );
      port.ops.writeValues(sheet, place, values, port.now());
    });
    return this as unknown as Gas;
  }

  removeCheckboxes(): Gas {
    writeCells(this, 'removeCheckboxes', (sheet, place) => port.ops.wipe(sheet, place, ['rules', 'values']));
    return this as unknown as Gas;
  }

  check(): Gas {
    return this.#tick('check', 0, true);
  }

  uncheck(): Gas {
    return this.#tick('uncheck', 1, false);
  }

  #tick(method: string, which: number, plain: boolean): Gas {
    writeCells(this, method, (sheet, place) => {
      for (let r = place.row; r < place.row + place.rows; r++)
        for (let c = place.column; c < place.column + place.columns; c++) {
          const rule = sheet.rule(r, c);
          if (rule?.type === 'CHECKBOX')
            port.ops.writeValues(
              sheet,
              { row: r, column: c, rows: 1, columns: 1 },
              [[rule.args[which] ?? plain]],
              port.now(),
            );
        }
    });
    return this as unknown as Gas;
  }

  isChecked(): boolean | null {
    const states = new Set(readCells(this, 'isChecked', tickState).flat());
    return states.size === 1 ? ([...states][0] as boolean | null) : null;
  }

  merge(): Gas {
    return this.#merge('merge', (place) => [place]);
  }

  mergeAcross(): Gas {
    return this.#merge('mergeAcross', (place) =>
      Array.from({ length: place.rows }, (_, i) => ({ ...place, row: place.row + i, rows: 1 })),
    );
  }

  mergeVertically(): Gas {
    return this.#merge('mergeVertically', (place) =>
      Array.from({ length: place.columns }, (_, i) => ({ ...place, column: place.column + i, columns: 1 })),
    );
  }

  #merge(method: string, parts: (place: Place) => Place[]): Gas {
    writeCells(this, method, (sheet, place) => {
      const fresh = parts(place).filter((part) => part.rows * part.columns > 1);
      for (const part of fresh) {
        // Only the upper left cell of a merged block keeps its content.
        port.ops.wipe(sheet, { ...part, column: part.column + 1, columns: part.columns - 1 }, ['values', 'formulas']);
        port.ops.wipe(sheet, { ...part, row: part.row + 1, rows: part.rows - 1 }, ['values', 'formulas']);
      }
      const cut = sheet.merges.filter((other) => !fresh.some((part) => overlap(other, part)));
      port.ops.updateSheet(sheet, {
        merges: [...cut, ...fresh.map(({ row, column, rows, columns }) => ({ row, column, rows, columns }))],
      });
    });
    return this as unknown as Gas;
  }

  breakApart(): Gas {
    writeCells(this, 'breakApart', (sheet, place) =>
      port.ops.updateSheet(sheet, { merges: sheet.merges.filter((other) => !overlap(other, place)) }),
    );
    return this as unknown as Gas;
  }

  getMergedRanges(): Gas[] {
    const place = RangeBase.placeOf(this);
    const found = (): Gas[] =>
      sheetOf(place.sheetId)
        .merges.filter((rect) => overlap(rect, place))
        .map((rect) => makeRange({ sheetId: place.sheetId, ...rect }));
    return call('Range.getMergedRanges', 'read', found);
  }

  isPartOfMerge(): boolean {
    const place = RangeBase.placeOf(this);
    return call('Range.isPartOfMerge', 'read', () =>
      sheetOf(place.sheetId).merges.some((rect) => overlap(rect, place)),
    );
  }

  /** Sorts by a column number of the sheet, by `{column, ascending}`, or by a list of either. */
  sort(spec: unknown): Gas {
    const keys = (Array.isArray(spec) ? spec : [spec]).map((entry) => {
      const key =
        typeof entry === 'number'
          ? { column: entry, ascending: true }
          : (entry as { column: number; ascending?: boolean });
      const { column, columns } = RangeBase.placeOf(this);
      if (typeof key?.column !== 'number') throw wrongSignature('SpreadsheetApp.Range.sort', [spec]);
      if (key.column < column || key.column >= column + columns) throw new Exception('Sort column out of range.');
      return { column: key.column, ascending: key.ascending ?? true };
    });
    writeCells(this, 'sort', (sheet, place) => port.ops.sortRows(sheet, place, keys));
    return this as unknown as Gas;
  }

  randomize(): Gas {
    writeCells(this, 'randomize', (sheet, place) => {
      const rows = sheet.lift(place);
      for (let i = rows.length - 1; i > 0; i--) {
        const j = Math.floor(port.random() * (i + 1));
        [rows[i], rows[j]] = [rows[j], rows[i]];
      }
      sheet.lay(rows, place.row, place.column, place.columns);
      sheet.changed('values', place);
    });
    return this as unknown as Gas;
  }

  /** Removes later rows that show the same in the given columns (all where none are given); rows below move up within the range. */
  removeDuplicates(columnsToCompare?: readonly number[]): Gas {
    const place = RangeBase.placeOf(this);
    let left = place.rows;
    writeCells(this, 'removeDuplicates', (sheet) => {
      const columns = columnsToCompare ?? Array.from({ length: place.columns }, (_, i) => place.column + i);
      const seen = new Set<string>();
      const kept = sheet.lift(place).filter((_, i) => {
        const key = JSON.stringify(
          columns.map((column) => String(sheet.value(place.row + i, column) ?? '').toLowerCase()),
        );
        return seen.has(key) ? false : seen.add(key);
      });
      left = kept.length;
      port.ops.wipe(sheet, place, ['values', 'formulas', 'styles', 'notes']);
      sheet.lay(kept, place.row, place.column, place.columns, ['values', 'formulas', 'styles', 'notes']);
    });
    return makeRange({ ...place, rows: left });
  }

  /** Takes white space at the ends of texts away, and doubles within. */
  trimWhitespace(): Gas {
    writeCells(this, 'trimWhitespace', (sheet, place) => {
      for (let r = place.row; r < place.row + place.rows; r++)
        for (let c = place.column; c < place.column + place.columns; c++) {
          const value = sheet.value(r, c);
          if (typeof value === 'string')
            sheet.set(sheet.own(r), c - 1, value.trim().replace(/\s+/g, ' '), sheet.part('formulas', r, c));
        }
      sheet.changed('values', place);
    });
    return this as unknown as Gas;
  }

  insertCells(dimension: GoogleAppsScript.Spreadsheet.Dimension): Gas {
    return this.#shift('insertCells', dimension, true);
  }

  deleteCells(dimension: GoogleAppsScript.Spreadsheet.Dimension): void {
    this.#shift('deleteCells', dimension, false);
  }

  #shift(method: string, dimension: GoogleAppsScript.Spreadsheet.Dimension, insert: boolean): Gas {
    const down = enumName(dimension) === 'ROWS';
    writeCells(this, method, (sheet, place) => {
      const rest = down
        ? { ...place, rows: sheet.maxRows - place.row + 1 }
        : { ...place, columns: sheet.maxColumns - place.column + 1 };
      const from = insert
        ? place
        : down
          ? { ...place, row: place.row + place.rows }
          : { ...place, column: place.column + place.columns };
      const moving = {
        ...from,
        rows: down ? rest.row + rest.rows - from.row : from.rows,
        columns: down ? from.columns : rest.column + rest.columns - from.column,
      };
      const cells = sheet.lift(moving);
      port.ops.wipe(sheet, rest, ['values', 'formulas', 'styles', 'notes', 'rules']);
      const to = insert
        ? down
          ? { row: place.row + place.rows, column: place.column }
          : { row: place.row, column: place.column + place.columns }
        : place;
      sheet.ensureSize(down ? Math.min(to.row + moving.rows - 1, sheet.maxRows) : sheet.maxRows, sheet.maxColumns);
      const fit = down ? cells.slice(0, sheet.maxRows - to.row + 1) : cells;
      sheet.lay(
        fit,
        to.row,
        to.column,
        down ? moving.columns : Math.min(moving.columns, sheet.maxColumns - to.column + 1),
      );
      sheet.changed('values', rest);
    });
    return this as unknown as Gas;
  }

  createTextFinder(findText: string): GoogleAppsScript.Spreadsheet.TextFinder {
    handle();
    return new HostTextFinder([RangeBase.placeOf(this)], findText) as never;
  }

  createFilter(): GoogleAppsScript.Spreadsheet.Filter {
    const place = RangeBase.placeOf(this);
    call('Range.createFilter', 'write', () => {
      const sheet = sheetOf(place.sheetId);
      if (sheet.filter) throw new Exception("You can't create a filter in a sheet that already has a filter.");
      const { row, column, rows, columns } = place;
      port.ops.updateSheet(sheet, { filter: { rect: { row, column, rows, columns }, criteria: {} } });
    });
    return new HostFilter(place.sheetId) as never;
  }

  getFilter(): GoogleAppsScript.Spreadsheet.Filter | null {
    const place = RangeBase.placeOf(this);
    return call('Range.getFilter', 'read', () => {
      const filter = sheetOf(place.sheetId).filter;
      return filter && contains(filter.rect, place) ? (new HostFilter(place.sheetId) as never) : null;
    });
  }

  protect(): GoogleAppsScript.Spreadsheet.Protection {
    return protectRange(RangeBase.placeOf(this));
  }

  addDeveloperMetadata(key: string, valueOrVisibility?: unknown, visibility?: unknown): Gas {
    addMetadata(RangeBase.placeOf(this), 'Range', key, valueOrVisibility, visibility);
    return this as unknown as Gas;
  }

  getDeveloperMetadata(): GoogleAppsScript.Spreadsheet.DeveloperMetadata[] {
    return metadataOf(RangeBase.placeOf(this), 'Range');
  }

  createDeveloperMetadataFinder(): GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder {
    handle();
    return new HostDeveloperMetadataFinder(RangeBase.placeOf(this)) as never;
  }

  /** The block of cells with content around this one, up to blank rows and columns. */
  getDataRegion(): Gas {
    const place = RangeBase.placeOf(this);
    return call('Range.getDataRegion', 'read', () => makeRange(region(sheetOf(place.sheetId), place)));
  }

  /** Where Ctrl and an arrow key lead from the upper left cell. */
  getNextDataCell(direction: GoogleAppsScript.Spreadsheet.Direction): Gas {
    const place = RangeBase.placeOf(this);
    const [down, right] = { UP: [-1, 0], DOWN: [1, 0], PREVIOUS: [0, -1], NEXT: [0, 1] }[enumName(direction)] as [
      number,
      number,
    ];
    return call('Range.getNextDataCell', 'read', () => {
      const sheet = sheetOf(place.sheetId);
      const inside = (r: number, c: number): boolean => r >= 1 && c >= 1 && r <= sheet.maxRows && c <= sheet.maxColumns;
      const full = (r: number, c: number): boolean => inside(r, c) && filled(sheet, r, c);
      let { row, column } = place;
      const within = full(row, column) && full(row + down, column + right);
      do {
        if (!inside(row + down, column + right)) break;
        row += down;
        column += right;
      } while (within ? full(row + down, column + right) : !full(row, column));
      return makeRange(checked({ sheetId: place.sheetId, row, column, rows: 1, columns: 1 }));
    });
  }

  setShowHyperlink(_show: boolean): Gas {
    writeCells(this, 'setShowHyperlink', (sheet, place) => assertEditable(sheet, place));
    return this as unknown as Gas;
  }
}

const filled = (sheet: Sheet, row: number, column: number): boolean =>
  (sheet.value(row, column) ?? '') !== '' || sheet.part('formulas', row, column) !== undefined;

function tickState(sheet: Sheet, row: number, column: number): boolean | null {
  const rule = sheet.rule(row, column);
  return rule?.type === 'CHECKBOX' ? cellValue(sheet, row, column) === (rule.args[0] ?? true) : null;
}

function region(sheet: Sheet, place: Place): Place {
  let [top, left, bottom, right] = [
    place.row,
    place.column,
    place.row + place.rows - 1,
    place.column + place.columns - 1,
  ];
  const any = (r1: number, r2: number, c1: number, c2: number): boolean => {
    for (let r = Math.max(1, r1); r <= Math.min(r2, sheet.maxRows); r++)
      for (let c = Math.max(1, c1); c <= Math.min(c2, sheet.maxColumns); c++) if (filled(sheet, r, c)) return true;
    return false;
  };
  for (let grew = true; grew; ) {
    grew = false;
    if (top > 1 && any(top - 1, top - 1, left - 1, right + 1)) [top, grew] = [top - 1, true];
    if (bottom < sheet.maxRows && any(bottom + 1, bottom + 1, left - 1, right + 1)) [bottom, grew] = [bottom + 1, true];
    if (left > 1 && any(top - 1, bottom + 1, left - 1, left - 1)) [left, grew] = [left - 1, true];
    if (right < sheet.maxColumns && any(top - 1, bottom + 1, right + 1, right + 1)) [right, grew] = [right + 1, true];
  }
  return { sheetId: place.sheetId, row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
