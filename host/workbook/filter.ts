import type { Rect } from './a1';
import { displayText } from './display';
import type { Value } from './row';
import type { FilterCriterion, Sheet } from './sheet';

/** Hides the rows of the sheet's filter that its criteria refuse, and shows the others. */
export function applyFilter(sheet: Sheet): void {
  const filter = sheet.filter;
  for (let r = 1; r <= sheet.rows.length; r++) {
    const row = sheet.peek(r);
    if (!row && !filter) continue;
    const inside = filter !== null && r > filter.rect.row && r < filter.rect.row + filter.rect.rows;
    const refused =
      inside &&
      Object.entries(filter.criteria).some(([column, criterion]) => !passes(sheet, r, Number(column), criterion));
    if ((row?.filtered ?? false) !== refused) sheet.own(r).filtered = refused || undefined;
  }
  sheet.changed('view');
}

/** Filters a sheet as a person does with the funnel: the rows whose shown text stands in `hiddenValues` vanish. */
export function setFilter(sheet: Sheet, rect: Rect | null, criteria: Record<number, FilterCriterion> = {}): void {
  sheet.filter = rect && { rect, criteria };
  applyFilter(sheet);
}

function passes(sheet: Sheet, row: number, column: number, criterion: FilterCriterion): boolean {
  const value = sheet.value(row, column);
  const text = displayText(value, sheet.style(row, column), sheet.book.locale);
  if (criterion.hiddenValues?.includes(text)) return false;
  if (criterion.visibleValues && !criterion.visibleValues.includes(text)) return false;
  return criterion.type === null || meets(criterion.type, criterion.args, value, text);
}

/** Whether a value meets a condition named as in BooleanCriteria or DataValidationCriteria; a condition that needs a formula's result is met. */
export function meets(type: string, args: readonly unknown[], value: Value, text: string): boolean {
  const [a, b] = args;
  const lower = text.toLowerCase();
  const needle = String(a ?? '').toLowerCase();
  const number = typeof value === 'number' ? value : Number.NaN;
  switch (type) {
    case 'CELL_EMPTY':
      return value === null || value === '';
    case 'CELL_NOT_EMPTY':
      return value !== null && value !== '';
    case 'TEXT_CONTAINS':
      return lower.includes(needle);
    case 'TEXT_DOES_NOT_CONTAIN':
      return !lower.includes(needle);
    case 'TEXT_STARTS_WITH':
      return lower.startsWith(needle);
    case 'TEXT_ENDS_WITH':
      return lower.endsWith(needle);
    case 'TEXT_EQUAL_TO':
      return lower === needle;
    case 'TEXT_NOT_EQUAL_TO':
      return lower !== needle;
    case 'NUMBER_EQUAL_TO':
    case 'DATE_EQUAL_TO':
      return number === Number(a);
    case 'NUMBER_NOT_EQUAL_TO':
      return number !== Number(a);
    case 'NUMBER_GREATER_THAN':
    case 'DATE_AFTER':
      return number > Number(a);
    case 'NUMBER_GREATER_THAN_OR_EQUAL_TO':
    case 'DATE_ON_OR_AFTER':
      return number >= Number(a);
    case 'NUMBER_LESS_THAN':
    case 'DATE_BEFORE':
      return number < Number(a);
    case 'NUMBER_LESS_THAN_OR_EQUAL_TO':
    case 'DATE_ON_OR_BEFORE':
      return number <= Number(a);
    case 'NUMBER_BETWEEN':
    case 'DATE_BETWEEN':
      return number >= Number(a) && number <= Number(b);
    case 'NUMBER_NOT_BETWEEN':
    case 'DATE_NOT_BETWEEN':
      return number < Number(a) || number > Number(b);
    default:
      return true;
  }
}
