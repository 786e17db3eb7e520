import type { FilterCriterion } from '../workbook/sheet';
import { BooleanCriteria } from './enums';
import { makeRange } from './make';
import { call, Exception, enumName, handle, port, sheetOf } from './realm';
import { instantToSerial } from './zone';

type Gas = GoogleAppsScript.Spreadsheet.Filter;
type Criteria = GoogleAppsScript.Spreadsheet.FilterCriteria;
type Builder = GoogleAppsScript.Spreadsheet.FilterCriteriaBuilder;

/** The basic filter of a sheet. */
export class HostFilter {
  readonly #sheetId: number;

  constructor(sheetId: number) {
    this.#sheetId = sheetId;
  }

  #state() {
    const filter = sheetOf(this.#sheetId).filter;
    if (!filter) throw new Exception('Filter not found.');
    return filter;
  }

  #criteria(method: string, change: (criteria: Record<number, FilterCriterion>) => void): Gas {
    call(`Filter.${method}`, 'write', () => {
      const sheet = sheetOf(this.#sheetId);
      const { rect, criteria } = this.#state();
      const next = { ...criteria };
      change(next);
      port.ops.updateSheet(sheet, { filter: { rect, criteria: next } });
      port.ops.applyFilter(sheet);
    });
    return this as unknown as Gas;
  }

  getRange(): GoogleAppsScript.Spreadsheet.Range {
    return call('Filter.getRange', 'read', () => makeRange({ sheetId: this.#sheetId, ...this.#state().rect }));
  }
  getColumnFilterCriteria(column: number): Criteria | null {
    const found = call('Filter.getColumnFilterCriteria', 'read', () => this.#state().criteria[column]);
    return found ? (new HostFilterCriteria(found) as never) : null;
  }
  setColumnFilterCriteria(column: number, criteria: Criteria | null): Gas {
    return this.#criteria('setColumnFilterCriteria', (all) => {
      if (criteria) all[column] = HostFilterCriteria.plain(criteria);
      else delete all[column];
    });
  }
  removeColumnFilterCriteria(column: number): Gas {
    return this.#criteria('removeColumnFilterCriteria', (all) => delete all[column]);
  }
  remove(): void {
    call('Filter.remove', 'write', () => {
      const sheet = sheetOf(this.#sheetId);
      port.ops.updateSheet(sheet, { filter: null });
      port.ops.applyFilter(sheet);
    });
  }
  sort(column: number, ascending: boolean): Gas {
    call('Filter.sort', 'write', () => {
      const { rect } = this.#state();
      port.ops.sortRows(sheetOf(this.#sheetId), { ...rect, row: rect.row + 1, rows: rect.rows - 1 }, [
        { column, ascending },
      ]);
    });
    return this as unknown as Gas;
  }
}

/** What a filter asks of one column. */
export class HostFilterCriteria {
  readonly #plain: FilterCriterion;

  constructor(plain: FilterCriterion) {
    this.#plain = plain;
  }
  static plain(criteria: unknown): FilterCriterion {
    return (criteria as HostFilterCriteria).#plain;
  }
  copy(): Builder {
    return new HostFilterCriteriaBuilder(this.#plain) as never;
  }
  getCriteriaType(): GoogleAppsScript.Spreadsheet.BooleanCriteria {
    // Google's types leave out that criteria of values alone give null.
    return (this.#plain.type === null ? null : BooleanCriteria[this.#plain.type as never]) as never;
  }
  // biome-ignore lint/suspicious/noExplicitAny: the shape of Google's declaration
  getCriteriaValues(): any[] {
    return Array.from(this.#plain.args);
  }
  getHiddenValues(): string[] {
    return [...(this.#plain.hiddenValues ?? [])];
  }
  getVisibleValues(): string[] {
    return [...(this.#plain.visibleValues ?? [])];
  }
}

/** Builds filter criteria. */
export class HostFilterCriteriaBuilder {
  #plain: FilterCriterion;

  constructor(plain: FilterCriterion = { type: null, args: [] }) {
    handle();
    this.#plain = plain;
  }
  #when(type: string, ...args: unknown[]): Builder {
    const plain = args.map((arg) =>
      arg instanceof Date ? instantToSerial(port.book.timeZone, arg.getTime()) : (arg as string | number | boolean),
    );
    this.#plain = { ...this.#plain, type, args: plain };
    return this as never;
  }
  build(): Criteria {
    return new HostFilterCriteria(this.#plain) as never;
  }
  copy(): Builder {
    return new HostFilterCriteriaBuilder(this.#plain) as never;
  }
  setHiddenValues(values: readonly string[]): Builder {
    this.#plain = { ...this.#plain, hiddenValues: values.map(String) };
    return this as never;
  }
  setVisibleValues(values: readonly string[]): Builder {
    this.#plain = { ...this.#plain, visibleValues: values.map(String) };
    return this as never;
  }
  whenCellEmpty(): Builder {
    return this.#when('CELL_EMPTY');
  }
  whenCellNotEmpty(): Builder {
    return this.#when('CELL_NOT_EMPTY');
  }
  whenTextContains(text: string): Builder {
    return this.#when('TEXT_CONTAINS', text);
  }
  whenTextDoesNotContain(text: string): Builder {
    return this.#when('TEXT_DOES_NOT_CONTAIN', text);
  }
  whenTextEqualTo(text: string): Builder {
    return this.#when('TEXT_EQUAL_TO', text);
  }
  whenTextNotEqualTo(text: string): Builder {
    return this.#when('TEXT_NOT_EQUAL_TO', text);
  }
  whenTextStartsWith(text: string): Builder {
    return this.#when('TEXT_STARTS_WITH', text);
  }
  whenTextEndsWith(text: string): Builder {
    return this.#when('TEXT_ENDS_WITH', text);
  }
  whenNumberEqualTo(number: number): Builder {
    return this.#when('NUMBER_EQUAL_TO', number);
  }
  whenNumberNotEqualTo(number: number): Builder {
    return this.#when('NUMBER_NOT_EQUAL_TO', number);
  }
  whenNumberGreaterThan(number: number): Builder {
    return this.#when('NUMBER_GREATER_THAN', number);
  }
  whenNumberGreaterThanOrEqualTo(number: number): Builder {
    return this.#when('NUMBER_GREATER_THAN_OR_EQUAL_TO', number);
  }
  whenNumberLessThan(number: number): Builder {
    return this.#when('NUMBER_LESS_THAN', number);
  }
  whenNumberLessThanOrEqualTo(number: number): Builder {
    return this.#when('NUMBER_LESS_THAN_OR_EQUAL_TO', number);
  }
  whenNumberBetween(start: number, end: number): Builder {
    return this.#when('NUMBER_BETWEEN', start, end);
  }
  whenFormulaSatisfied(formula: string): Builder {
    return this.#when('CUSTOM_FORMULA', formula);
  }
  whenDateAfter(date: unknown): Builder {
    return this.#when('DATE_AFTER', date);
  }
  whenDateBefore(date: unknown): Builder {
    return this.#when('DATE_BEFORE', date);
  }
  withCriteria(criteria: GoogleAppsScript.Spreadsheet.BooleanCriteria, args: unknown[]): Builder {
    return this.#when(enumName(criteria), ...args);
  }
}
