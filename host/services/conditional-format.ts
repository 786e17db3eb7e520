import type { Json } from '../types';
import type { ConditionalRule } from '../workbook/sheet';
import type { StylePatch } from '../workbook/style';
import { cssColor } from './color';
import { BooleanCriteria } from './enums';
import { makeRange } from './make';
import { type Place, RangeBase } from './range-base';
import { Exception, enumName, handle, port } from './realm';
import { instantToSerial } from './zone';

type Gas = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type Builder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;
type Ranges = readonly GoogleAppsScript.Spreadsheet.Range[];

interface Draft {
  places: Place[];
  type: string | null;
  args: Json[];
  style: StylePatch;
  gradient?: Json;
}

const plain = (args: readonly unknown[]): Json[] =>
  args.map((arg) =>
    arg instanceof Date
      ? instantToSerial(port.book.timeZone, arg.getTime())
      : arg instanceof Object
        ? enumName(arg)
        : (arg as Json),
  );

/** The condition of a rule. */
export class HostBooleanCondition {
  readonly #draft: Draft;

  constructor(draft: Draft) {
    this.#draft = draft;
  }
  getCriteriaType(): GoogleAppsScript.Spreadsheet.BooleanCriteria {
    return (BooleanCriteria as never)[this.#draft.type ?? ''];
  }
  // biome-ignore lint/suspicious/noExplicitAny: the shape of Google's declaration
  getCriteriaValues(): any[] {
    return Array.from(this.#draft.args);
  }
  getBackground(): string | null {
    return this.#draft.style.background ?? null;
  }
  getFontColor(): string | null {
    return this.#draft.style.color ?? null;
  }
  getBold(): boolean | null {
    return this.#draft.style.weight ? this.#draft.style.weight === 'bold' : null;
  }
  getItalic(): boolean | null {
    return this.#draft.style.slant ? this.#draft.style.slant === 'italic' : null;
  }
  getStrikethrough(): boolean | null {
    return this.#draft.style.line ? this.#draft.style.line === 'line-through' : null;
  }
  getUnderline(): boolean | null {
    return this.#draft.style.line ? this.#draft.style.line === 'underline' : null;
  }
}

/** A conditional format rule; the page draws it, the host does not look at it. */
export class HostConditionalFormatRule {
  readonly #draft: Draft;

  constructor(draft: Draft) {
    this.#draft = draft;
  }

  static plain(rule: unknown): ConditionalRule {
    const { places, ...rest } = (rule as HostConditionalFormatRule).#draft;
    return { ranges: places.map(({ row, column, rows, columns }) => ({ row, column, rows, columns })), ...rest };
  }

  copy(): Builder {
    return new HostConditionalFormatRuleBuilder(this.#draft) as never;
  }
  getRanges(): GoogleAppsScript.Spreadsheet.Range[] {
    return this.#draft.places.map(makeRange);
  }
  getBooleanCondition(): GoogleAppsScript.Spreadsheet.BooleanCondition | null {
    return this.#draft.type === null ? null : (new HostBooleanCondition(this.#draft) as never);
  }
}

/** The rule of a sheet as the script sees it. */
export function liveRule(sheetId: number, rule: ConditionalRule): Gas {
  const { ranges, type, args, style, gradient } = rule;
  const places = ranges.map((rect) => ({ sheetId, ...rect }));
  return new HostConditionalFormatRule({ places, type, args: args.slice(), style: { ...style }, gradient }) as never;
}

/** Builds conditional format rules. */
export class HostConditionalFormatRuleBuilder {
  #draft: Draft;

  constructor(draft?: Draft) {
    handle();
    this.#draft = draft ? { ...draft } : { places: [], type: null, args: [], style: {} };
  }

  #when(type: string, ...args: unknown[]): Builder {
    this.#draft = { ...this.#draft, type, args: plain(args) };
    return this as never;
  }
  #style(patch: StylePatch): Builder {
    this.#draft = { ...this.#draft, style: { ...this.#draft.style, ...patch } };
    return this as never;
  }
  #gradient(patch: Record<string, Json>): Builder {
    this.#draft = { ...this.#draft, gradient: { ...((this.#draft.gradient as object) ?? {}), ...patch } };
    return this as never;
  }

  build(): Gas {
    if (this.#draft.places.length === 0) throw new Exception('Conditional format rule must have at least one range.');
    if (this.#draft.type === null && !this.#draft.gradient)
      throw new Exception('Conditional format rule must have a condition.');
    return new HostConditionalFormatRule(this.#draft) as never;
  }
  copy(): Builder {
    return new HostConditionalFormatRuleBuilder(this.#draft) as never;
  }
  getRanges(): GoogleAppsScript.Spreadsheet.Range[] {
    return this.#draft.places.map(makeRange);
  }
  setRanges(ranges: Ranges): Builder {
    this.#draft = { ...this.#draft, places: ranges.map((range) => RangeBase.placeOf(range)) };
    return this as never;
  }
  setBackground(color: string | null): Builder {
    return this.#style({ background: cssColor(color) });
  }
  setFontColor(color: string | null): Builder {
    return this.#style({ color: cssColor(color) });
  }
  setBold(bold: boolean): Builder {
    return this.#style({ weight: bold ? 'bold' : 'normal' });
  }
  setItalic(italic: boolean): Builder {
    return this.#style({ slant: italic ? 'italic' : 'normal' });
  }
  setStrikethrough(strike: boolean): Builder {
    return this.#style({ line: strike ? 'line-through' : 'none' });
  }
  setUnderline(underline: boolean): Builder {
    return this.#style({ line: underline ? 'underline' : 'none' });
  }
  setGradientMinpoint(color: string): Builder {
    return this.#gradient({ min: { color: cssColor(color) ?? null, type: 'MIN', value: null } });
  }
  setGradientMaxpoint(color: string): Builder {
    return this.#gradient({ max: { color: cssColor(color) ?? null, type: 'MAX', value: null } });
  }
  setGradientMinpointWithValue(
    color: string,
    type: GoogleAppsScript.Spreadsheet.InterpolationType,
    value: string,
  ): Builder {
    return this.#gradient({ min: { color: cssColor(color) ?? null, type: enumName(type), value } });
  }
  setGradientMidpointWithValue(
    color: string,
    type: GoogleAppsScript.Spreadsheet.InterpolationType,
    value: string,
  ): Builder {
    return this.#gradient({ mid: { color: cssColor(color) ?? null, type: enumName(type), value } });
  }
  setGradientMaxpointWithValue(
    color: string,
    type: GoogleAppsScript.Spreadsheet.InterpolationType,
    value: string,
  ): Builder {
    return this.#gradient({ max: { color: cssColor(color) ?? null, type: enumName(type), value } });
  }
  whenCellEmpty(): Builder {
    return this.#when('CELL_EMPTY');
  }
  whenCellNotEmpty(): Builder {
    return this.#when('CELL_NOT_EMPTY');
  }
  whenFormulaSatisfied(formula: string): Builder {
    return this.#when('CUSTOM_FORMULA', formula);
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
  whenTextStartsWith(text: string): Builder {
    return this.#when('TEXT_STARTS_WITH', text);
  }
  whenTextEndsWith(text: string): Builder {
    return this.#when('TEXT_ENDS_WITH', text);
  }
  whenNumberBetween(start: number, end: number): Builder {
    return this.#when('NUMBER_BETWEEN', start, end);
  }
  whenNumberNotBetween(start: number, end: number): Builder {
    return this.#when('NUMBER_NOT_BETWEEN', start, end);
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
  whenDateAfter(date: unknown): Builder {
    return this.#when(date instanceof Date ? 'DATE_AFTER' : 'DATE_AFTER_RELATIVE', date);
  }
  whenDateBefore(date: unknown): Builder {
    return this.#when(date instanceof Date ? 'DATE_BEFORE' : 'DATE_BEFORE_RELATIVE', date);
  }
  whenDateEqualTo(date: unknown): Builder {
    return this.#when(date instanceof Date ? 'DATE_EQUAL_TO' : 'DATE_EQUAL_TO_RELATIVE', date);
  }
  withCriteria(criteria: GoogleAppsScript.Spreadsheet.BooleanCriteria, args: unknown[]): Builder {
    return this.#when(enumName(criteria), ...args);
  }
}
