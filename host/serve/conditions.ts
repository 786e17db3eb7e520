import { overlap } from '../workbook/a1';
import { displayText } from '../workbook/display';
import type { ConditionalRule, Sheet } from '../workbook/sheet';
import type { StylePatch } from '../workbook/style';
import { compileCondition } from './condition-formula';

type Test = (row: number, column: number) => boolean;

/**
 * Which look the conditional format rules of a sheet give a cell. As at Google the first rule that holds decides.
 * https://developers.google.com/apps-script/reference/spreadsheet/boolean-criteria
 */
export class Conditions {
  private readonly rules: { rule: ConditionalRule; test: Test }[];

  constructor(private readonly sheet: Sheet) {
    this.rules = sheet.conditional.map((rule) => ({ rule, test: this.testOf(rule) }));
  }

  /** `row` and `column` count from 0. */
  styleAt(row: number, column: number): StylePatch | undefined {
    const cell = { row: row + 1, column: column + 1, rows: 1, columns: 1 };
    const hit = this.rules.find(
      ({ rule, test }) => rule.ranges.some((range) => overlap(range, cell)) && test(row, column),
    );
    return hit?.rule.style;
  }

  private testOf(rule: ConditionalRule): Test {
    if (rule.type === 'CUSTOM_FORMULA') {
      const formula = compileCondition(String(rule.args[0] ?? ''), this.sheet);
      const origin = rule.ranges[0];
      return (row, column) => formula?.(row + 1 - origin.row, column + 1 - origin.column) ?? false;
    }
    const compare = COMPARE[rule.type ?? ''];
    if (!compare) return () => false;
    return (row, column) => {
      const value = this.sheet.value(row + 1, column + 1);
      const text = displayText(value, this.sheet.style(row + 1, column + 1), this.sheet.book.locale);
      return compare({ text: text.toLowerCase(), value }, rule.args as (string | number)[]);
    };
  }
}

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
