import { HostError } from '../error';
import { type Rect, toA1 } from './a1';
import { displayText } from './display';
import { meets } from './filter';
import type { Rule } from './row';
import type { Sheet } from './sheet';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const URL_TEXT = /^(?:https?:\/\/)?[^\s.]+\.[^\s]+$/i;

/** Whether a block has a rule that refuses what does not fit it. */
export function hasStrictRule(sheet: Sheet, rect: Rect): boolean {
  for (let r = rect.row; r < rect.row + rect.rows; r++) {
    const rules = sheet.peek(r)?.rules;
    if (!rules) continue;
    for (let c = rect.column - 1; c < rect.column - 1 + rect.columns; c++)
      if (rules[c]?.allowInvalid === false) return true;
  }
  return false;
}

/**
 * Refuses cells that break a rule which rejects input. Blanks and rules with a formula of one's own pass.
 * @throws HostError `invalid` in the words of Sheets
 */
export function assertValid(sheet: Sheet, rect: Rect): void {
  for (let r = rect.row; r < rect.row + rect.rows; r++)
    for (let c = rect.column; c < rect.column + rect.columns; c++) {
      const rule = sheet.rule(r, c);
      if (!rule || rule.allowInvalid || fits(sheet, rule, r, c)) continue;
      const [list] = rule.args;
      const choices =
        rule.type === 'VALUE_IN_LIST' && Array.isArray(list)
          ? ` Please enter one of the following values: ${list.join(', ')}.`
          : '';
      const cell = toA1({ row: r, column: c, rows: 1, columns: 1 });
      throw new HostError(
        'invalid',
        `The data you entered in cell ${cell} violates the data validation rules set on this cell.${choices}`,
      );
    }
}

function fits(sheet: Sheet, rule: Rule, row: number, column: number): boolean {
  const value = sheet.value(row, column);
  if (value === null || value === '') return true;
  const text = displayText(value, sheet.style(row, column), sheet.book.locale);
  switch (rule.type) {
    case 'VALUE_IN_LIST':
      return (rule.args[0] as string[]).some((choice) => choice === text || choice === String(value));
    case 'VALUE_IN_RANGE':
      return inRange(sheet, String(rule.args[0]), text);
    case 'CHECKBOX':
      return rule.args.length > 0 ? rule.args.includes(value) : typeof value === 'boolean';
    case 'DATE_IS_VALID_DATE':
      return typeof value === 'number';
    case 'TEXT_IS_VALID_EMAIL':
      return EMAIL.test(text);
    case 'TEXT_IS_VALID_URL':
      return URL_TEXT.test(text);
    default:
      return meets(rule.type, rule.args, value, text);
  }
}

function inRange(sheet: Sheet, place: string, text: string): boolean {
  const { sheetId, row, column, rows, columns } = JSON.parse(place) as Rect & { sheetId: number };
  const source = sheet.book.sheetById(sheetId);
  if (!source) return true;
  for (let r = row; r < row + Math.min(rows, source.rows.length); r++)
    for (let c = column; c < column + columns; c++)
      if (displayText(source.value(r, c), source.style(r, c), source.book.locale) === text) return true;
  return false;
}

/** Does a change of a block, and takes it back where it breaks a rule. @throws HostError `invalid` */
export function changeValidly(sheet: Sheet, rect: Rect, change: () => void): void {
  if (!hasStrictRule(sheet, rect)) {
    change();
    return;
  }
  const before = sheet.lift(rect);
  change();
  try {
    assertValid(sheet, rect);
  } catch (error) {
    sheet.lay(before, rect.row, rect.column, rect.columns);
    throw error;
  }
}
