import type { Rect } from '../workbook/a1';
import { displayText } from '../workbook/display';
import type { ConditionalRule, Sheet } from '../workbook/sheet';
import type { StylePatch } from '../workbook/style';
import { changesWithTime, compileCondition, isSameInRow } from './condition-formula';

type Test = (row: number, column: number) => boolean;

/**
 * Which look the conditional format rules of a sheet give a cell at an instant. As at Google the first rule that holds decides.
 * https://developers.google.com/apps-script/reference/spreadsheet/boolean-criteria
 */
export class Conditions {
  private readonly rules: { rule: ConditionalRule; test: Test }[];

  /** `instant` in epoch milliseconds */
  constructor(
    private readonly sheet: Sheet,
    private readonly instant: number,
  ) {
    this.rules = sheet.conditional.map((rule) => ({ rule, test: this.testOf(rule) }));
  }

  /** `row` and `column` count from 0. */
  styleAt(row: number, column: number): StylePatch | undefined {
    for (const { rule, test } of this.rules) {
      if (rule.ranges.some((range) => holds(range, row, column)) && test(row, column)) return rule.style;
    }
    return undefined;
  }

  private testOf(rule: ConditionalRule): Test {
    if (rule.type === 'CUSTOM_FORMULA') return this.formulaTest(String(rule.args[0] ?? ''), rule.ranges[0]);
    const compare = COMPARE[rule.type ?? ''];
    if (!compare) return () => false;
    return (row, column) => {
      const value = this.sheet.value(row + 1, column + 1);
      const text = displayText(value, this.sheet.style(row + 1, column + 1), this.sheet.book.locale);
      return compare({ text: text.toLowerCase(), value }, rule.args as (string | number)[]);
    };
  }

  /** A formula is written for the first cell of the rule's ranges and moves along with the cell. */
  private formulaTest(formula: string, origin: Rect): Test {
    const condition = compileCondition(formula, this.sheet, this.instant);
    if (!condition) return () => false;
    const test: Test = (row, column) => condition(row + 1 - origin.row, column + 1 - origin.column);
    if (!isSameInRow(formula)) return test;
    const rows = new Map<number, boolean>();
    return (row, column) => {
      let known = rows.get(row);
      if (known === undefined) {
        known = test(row, column);
        rows.set(row, known);
      }
      return known;
    };
  }
}

/** The rows of a sheet, from 0, that look otherwise at `now` than at `before` though no cell has changed. */
export function rowsChangedByTime(sheet: Sheet, before: number, now: number): number[] {
  const timed = sheet.conditional.filter(({ args }) => changesWithTime(String(args[0] ?? '')));
  if (timed.length === 0) return [];
  const columns = timed.flatMap(({ ranges }) => ranges.map(({ column }) => column - 1));
  const [was, is] = [new Conditions(sheet, before), new Conditions(sheet, now)];
  return [...sheet.rows.keys()].filter((row) =>
    columns.some((column) => was.styleAt(row, column) !== is.styleAt(row, column)),
  );
}

const holds = (range: Rect, row: number, column: number): boolean =>
  row + 1 >= range.row &&
  row + 1 < range.row + range.rows &&
  column + 1 >= range.column &&
  column + 1 < range.column + range.columns;

type Shown = { text: string; value: string | number | boolean | null };

const lower = (value: unknown): string => String(value ?? '').toLowerCase();
const numeric =
  (holds: (value: number, a: number, b: number) => boolean) =>
  ({ value }: Shown, [a, b]: (string | number)[]): boolean =>
    typeof value === 'number' && holds(value, Number(a), Number(b));

const COMPARE: Record<string, (shown: Shown, args: (string | number)[]) => boolean> = {
  CELL_EMPTY: ({ text }) => text === '',
  CELL_NOT_EMPTY: ({ text }) => text !== '',
  TEXT_EQUAL_TO: ({ text }, [wanted]) => text === lower(wanted),
  TEXT_CONTAINS: ({ text }, [wanted]) => text.includes(lower(wanted)),
  TEXT_DOES_NOT_CONTAIN: ({ text }, [wanted]) => !text.includes(lower(wanted)),
  TEXT_STARTS_WITH: ({ text }, [wanted]) => text.startsWith(lower(wanted)),
  TEXT_ENDS_WITH: ({ text }, [wanted]) => text.endsWith(lower(wanted)),
  NUMBER_GREATER_THAN: numeric((value, a) => value > a),
  NUMBER_GREATER_THAN_OR_EQUAL_TO: numeric((value, a) => value >= a),
  NUMBER_LESS_THAN: numeric((value, a) => value < a),
  NUMBER_LESS_THAN_OR_EQUAL_TO: numeric((value, a) => value <= a),
  NUMBER_EQUAL_TO: numeric((value, a) => value === a),
  NUMBER_NOT_EQUAL_TO: numeric((value, a) => value !== a),
  NUMBER_BETWEEN: numeric((value, a, b) => value >= a && value <= b),
  NUMBER_NOT_BETWEEN: numeric((value, a, b) => value < a || value > b),
};
