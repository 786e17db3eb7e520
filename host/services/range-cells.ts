import { overlap } from '../workbook/a1';
import type { Sheet } from '../workbook/sheet';
import { makeDataValidation, ruleOf } from './data-validation';
import { makeRange } from './make';
import { assertSize, type Place, RangeBase, readCells, writeCells } from './range-base';
import { RangeFormat } from './range-format';
import { cellValue } from './range-values';
import { call, port, sheetOf } from './realm';

type Gas = GoogleAppsScript.Spreadsheet.Range;
type Validation = GoogleAppsScript.Spreadsheet.DataValidation;

/** Notes, drop-downs, checkboxes and merges of a range. */
export class RangeCells extends RangeFormat {
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
}

function tickState(sheet: Sheet, row: number, column: number): boolean | null {
  const rule = sheet.rule(row, column);
  return rule?.type === 'CHECKBOX' ? cellValue(sheet, row, column) === (rule.args[0] ?? true) : null;
}
