import type { Rect } from '../workbook/a1';
import { displayText } from '../workbook/display';
import type { Rule } from '../workbook/row';
import type { Sheet } from '../workbook/sheet';
import type { Workbook } from '../workbook/workbook';
import type { DropDown } from './protocol';

/** Drop-downs and checkboxes, equal rules in cells that follow each other downwards taken together. */
export function dropDownsOf(sheet: Sheet): DropDown[] {
  const found: DropDown[] = [];
  const open = new Map<number, { rule: Rule; block: DropDown }>();
  sheet.rows.forEach((line, row) => {
    line?.rules?.forEach((rule, column) => {
      const last = open.get(column);
      if (!rule) return;
      if (last && last.block.row + last.block.rows === row && sameRule(last.rule, rule)) {
        last.block.rows += 1;
        return;
      }
      const block = dropDown(sheet, rule, row, column);
      if (!block) return;
      open.set(column, { rule, block });
      found.push(block);
    });
  });
  return found;
}

const sameRule = (a: Rule, b: Rule): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

function dropDown(sheet: Sheet, rule: Rule, row: number, column: number): DropDown | undefined {
  const options = optionsOf(sheet, rule);
  if (!options) return undefined;
  return { row, column, rows: 1, columns: 1, options, strict: !rule.allowInvalid, checkbox: rule.type === 'CHECKBOX' };
}

function optionsOf(sheet: Sheet, rule: Rule): string[] | undefined {
  if (rule.type === 'CHECKBOX') return ['TRUE', 'FALSE'];
  if (rule.type === 'VALUE_IN_LIST') return (Array.isArray(rule.args[0]) ? rule.args[0] : []).map(String);
  if (rule.type === 'VALUE_IN_RANGE') return valuesIn(sheet.book, String(rule.args[0]));
  return undefined;
}

/** `place` is a block of cells as the host keeps it: `{sheetId, row, column, rows, columns}` in JSON. */
function valuesIn(book: Workbook, place: string): string[] {
  const { sheetId, row, column, rows, columns } = JSON.parse(place) as Rect & { sheetId: number };
  const sheet = book.sheetById(sheetId);
  if (!sheet) return [];
  const texts: string[] = [];
  const last = Math.min(row + rows - 1, sheet.rows.length);
  for (let r = row; r <= last; r += 1) {
    for (let c = column; c < column + columns; c += 1) {
      texts.push(displayText(sheet.value(r, c), sheet.style(r, c), book.locale));
    }
  }
  return [...new Set(texts.filter((text) => text !== ''))];
}
