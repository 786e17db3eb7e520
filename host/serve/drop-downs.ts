import { parseA1, splitSheet } from '../workbook/a1';
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
  if (rule.type === 'VALUE_IN_RANGE') return valuesIn(sheet.book, String(rule.args[0] ?? ''), sheet);
  return undefined;
}

function valuesIn(book: Workbook, address: string, sheet: Sheet): string[] {
  const { sheet: name, address: a1 } = splitSheet(address.replace(/^=/, ''));
  const target = name ? book.sheetByName(name) : sheet;
  const rect = target && parseA1(a1, target.maxRows, target.maxColumns);
  if (!target || !rect) return [];
  const texts: string[] = [];
  const last = Math.min(rect.row + rect.rows - 1, target.rows.length);
  for (let r = rect.row; r <= last; r += 1) {
    for (let c = rect.column; c < rect.column + rect.columns; c += 1) {
      texts.push(displayText(target.value(r, c), target.style(r, c), book.locale));
    }
  }
  return [...new Set(texts.filter((text) => text !== ''))];
}
