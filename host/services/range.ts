import { contains } from '../workbook/a1';
import type { Sheet } from '../workbook/sheet';
import { addMetadata, HostDeveloperMetadataFinder, metadataOf } from './developer-metadata';
import { HostFilter } from './filter';
import { makeRange } from './make';
import { protectRange } from './protected';
import { isEditable } from './protection';
import { checked, type Place, RangeBase, writeCells } from './range-base';
import { RangeFill } from './range-fill';
import { call, Exception, enumName, handle, port, sheetOf, wrongSignature } from './realm';
import { HostTextFinder } from './text-finder';

type Gas = GoogleAppsScript.Spreadsheet.Range;

/** Range, whole: address, values, formats and what is done with a block of cells. */
export class HostRange extends RangeFill {
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

  canEdit(): boolean {
    const place = RangeBase.placeOf(this);
    return call('Range.canEdit', 'read', () => isEditable(sheetOf(place.sheetId), place));
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
}

const filled = (sheet: Sheet, row: number, column: number): boolean =>
  (sheet.value(row, column) ?? '') !== '' || sheet.part('formulas', row, column) !== undefined;

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
