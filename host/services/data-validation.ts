import type { Rule } from '../workbook/row';
import { DataValidationCriteria } from './enums';
import { makeRange } from './make';
import { RangeBase } from './range-base';
import { EnumValue, Exception, handle, port, wrongSignature } from './realm';
import { instantToSerial } from './zone';

type Gas = GoogleAppsScript.Spreadsheet.DataValidation;
type Builder = GoogleAppsScript.Spreadsheet.DataValidationBuilder;

const isDate = (value: unknown): value is Date => value instanceof Date;

/** Arguments of a criterion as plain data: Dates as serial numbers, a range by its sheet and address. */
function plainArgs(args: readonly unknown[]): Rule['args'] {
  return args.map((arg) => {
    if (isDate(arg)) return instantToSerial(port.book.timeZone, arg.getTime());
    if (RangeBase.isRange(arg)) {
      const { sheetId, row, column, rows, columns } = RangeBase.placeOf(arg);
      return JSON.stringify({ sheetId, row, column, rows, columns });
    }
    return Array.isArray(arg) ? arg.map(String) : (arg as string | number | boolean);
  });
}

function liveArgs(rule: Rule): unknown[] {
  if (rule.type === 'VALUE_IN_RANGE') return [makeRange(JSON.parse(String(rule.args[0]))), rule.args[1]];
  return Array.from(rule.args, (arg) => (Array.isArray(arg) ? Array.from(arg) : arg));
}

/** A data validation rule. */
export class HostDataValidation {
  readonly #rule: Rule;

  constructor(rule: Rule) {
    this.#rule = rule;
  }

  static ruleOf(validation: unknown): Rule {
    if (typeof validation !== 'object' || validation === null || !(#rule in validation))
      throw wrongSignature('SpreadsheetApp.Range.setDataValidation', [validation]);
    return validation.#rule;
  }

  copy(): Builder {
    return new HostDataValidationBuilder(this.#rule) as never;
  }
  getAllowInvalid(): boolean {
    return this.#rule.allowInvalid;
  }
  getCriteriaType(): GoogleAppsScript.Spreadsheet.DataValidationCriteria {
    return (DataValidationCriteria as never)[this.#rule.type];
  }
  // biome-ignore lint/suspicious/noExplicitAny: the shape of Google's declaration
  getCriteriaValues(): any[] {
    return liveArgs(this.#rule);
  }
  getHelpText(): string {
    // Google's types leave out that a rule without help text gives null.
    return this.#rule.help as string;
  }
}

export const makeDataValidation = (rule: Rule | undefined): Gas | null =>
  rule ? (new HostDataValidation(rule) as never) : null;

export const ruleOf = (validation: unknown): Rule | null =>
  validation === null || validation === undefined ? null : HostDataValidation.ruleOf(validation);

/** Builds rules; `setAllowInvalid` is true and the help text empty until said otherwise, as at Google. */
export class HostDataValidationBuilder {
  #rule: Rule;

  constructor(rule?: Rule) {
    handle();
    this.#rule = rule ? { ...rule } : { type: '', args: [], allowInvalid: true, help: null };
  }

  #with(type: string, ...args: unknown[]): Builder {
    this.#rule = { ...this.#rule, type, args: plainArgs(args) };
    return this as never;
  }

  build(): Gas {
    if (this.#rule.type === '') throw new Exception('Data validation rules must have a criterion.');
    return new HostDataValidation(this.#rule) as never;
  }
  copy(): Builder {
    return new HostDataValidationBuilder(this.#rule) as never;
  }
  getAllowInvalid(): boolean {
    return this.#rule.allowInvalid;
  }
  getHelpText(): string {
    // Google's types leave out that a rule without help text gives null.
    return this.#rule.help as string;
  }
  getCriteriaType(): GoogleAppsScript.Spreadsheet.DataValidationCriteria {
    return (DataValidationCriteria as never)[this.#rule.type];
  }
  // biome-ignore lint/suspicious/noExplicitAny: the shape of Google's declaration
  getCriteriaValues(): any[] {
    return liveArgs(this.#rule);
  }
  setAllowInvalid(allow: boolean): Builder {
    this.#rule = { ...this.#rule, allowInvalid: allow };
    return this as never;
  }
  setHelpText(text: string): Builder {
    this.#rule = { ...this.#rule, help: text };
    return this as never;
  }
  requireCheckbox(checkedValue?: unknown, uncheckedValue?: unknown): Builder {
    return this.#with('CHECKBOX', ...[checkedValue, uncheckedValue].filter((value) => value !== undefined));
  }
  requireValueInList(values: readonly string[], showDropdown = true): Builder {
    if (!Array.isArray(values))
      throw wrongSignature('SpreadsheetApp.DataValidationBuilder.requireValueInList', [values]);
    return this.#with('VALUE_IN_LIST', values, showDropdown);
  }
  requireValueInRange(range: GoogleAppsScript.Spreadsheet.Range, showDropdown = true): Builder {
    return this.#with('VALUE_IN_RANGE', range, showDropdown);
  }
  requireFormulaSatisfied(formula: string): Builder {
    return this.#with('CUSTOM_FORMULA', formula);
  }
  requireDate(): Builder {
    return this.#with('DATE_IS_VALID_DATE');
  }
  requireDateAfter(date: GoogleAppsScript.Base.Date): Builder {
    return this.#with('DATE_AFTER', date);
  }
  requireDateBefore(date: GoogleAppsScript.Base.Date): Builder {
    return this.#with('DATE_BEFORE', date);
  }
  requireDateBetween(start: GoogleAppsScript.Base.Date, end: GoogleAppsScript.Base.Date): Builder {
    return this.#with('DATE_BETWEEN', start, end);
  }
  requireDateNotBetween(start: GoogleAppsScript.Base.Date, end: GoogleAppsScript.Base.Date): Builder {
    return this.#with('DATE_NOT_BETWEEN', start, end);
  }
  requireDateEqualTo(date: GoogleAppsScript.Base.Date): Builder {
    return this.#with('DATE_EQUAL_TO', date);
  }
  requireDateOnOrAfter(date: GoogleAppsScript.Base.Date): Builder {
    return this.#with('DATE_ON_OR_AFTER', date);
  }
  requireDateOnOrBefore(date: GoogleAppsScript.Base.Date): Builder {
    return this.#with('DATE_ON_OR_BEFORE', date);
  }
  requireNumberBetween(start: number, end: number): Builder {
    return this.#with('NUMBER_BETWEEN', start, end);
  }
  requireNumberNotBetween(start: number, end: number): Builder {
    return this.#with('NUMBER_NOT_BETWEEN', start, end);
  }
  requireNumberEqualTo(number: number): Builder {
    return this.#with('NUMBER_EQUAL_TO', number);
  }
  requireNumberNotEqualTo(number: number): Builder {
    return this.#with('NUMBER_NOT_EQUAL_TO', number);
  }
  requireNumberGreaterThan(number: number): Builder {
    return this.#with('NUMBER_GREATER_THAN', number);
  }
  requireNumberGreaterThanOrEqualTo(number: number): Builder {
    return this.#with('NUMBER_GREATER_THAN_OR_EQUAL_TO', number);
  }
  requireNumberLessThan(number: number): Builder {
    return this.#with('NUMBER_LESS_THAN', number);
  }
  requireNumberLessThanOrEqualTo(number: number): Builder {
    return this.#with('NUMBER_LESS_THAN_OR_EQUAL_TO', number);
  }
  requireTextContains(text: string): Builder {
    return this.#with('TEXT_CONTAINS', text);
  }
  requireTextDoesNotContain(text: string): Builder {
    return this.#with('TEXT_DOES_NOT_CONTAIN', text);
  }
  requireTextEqualTo(text: string): Builder {
    return this.#with('TEXT_EQUAL_TO', text);
  }
  requireTextIsEmail(): Builder {
    return this.#with('TEXT_IS_VALID_EMAIL');
  }
  requireTextIsUrl(): Builder {
    return this.#with('TEXT_IS_VALID_URL');
  }
  withCriteria(criteria: GoogleAppsScript.Spreadsheet.DataValidationCriteria, args: unknown[]): Builder {
    if (!((criteria as unknown) instanceof EnumValue))
      throw wrongSignature('SpreadsheetApp.DataValidationBuilder.withCriteria', [criteria]);
    return this.#with(String(criteria), ...args);
  }
}
