import { columnNumber } from '../workbook/a1';
import type { Value } from '../workbook/row';
import type { Sheet } from '../workbook/sheet';
import { zoneOffset } from '../workbook/zone';

/**
 * The host calculates no formulas, but a colour by state is commonly asked for as `=$C2="overdue"`. Such comparisons of a
 * cell with a constant, another cell, NOW() or TODAY(), joined by AND or OR, are understood here; what is more stays uncoloured.
 */
export type Condition = (rowShift: number, columnShift: number) => boolean;

type Operand = (rowShift: number, columnShift: number) => Value;

const COMPARISON = /^(.+?)(<>|<=|>=|=|<|>)(.+)$/;
const REFERENCE = /^(\$?)([A-Z]{1,3})(\$?)(\d+)$/;

/** Whether the formula gives the same for every cell of a row: all its columns are fixed (`$C2`). */
export function isSameInRow(formula: string): boolean {
  return !/(^|[^$A-Z])[A-Z]{1,3}\$?\d/.test(formula.replace(/"[^"]*"/g, ''));
}

/** Whether the formula may give something else later though no cell has changed. */
export function changesWithTime(formula: string): boolean {
  return /\b(NOW|TODAY)\(\)/i.test(formula.replace(/"[^"]*"/g, ''));
}

/** What the formula says at `instant` (epoch milliseconds); `undefined` for one that is not understood. */
export function compileCondition(formula: string, sheet: Sheet, instant: number): Condition | undefined {
  return compile(formula.trim().replace(/^=/, '').trim(), sheet, serialOf(instant, sheet.book.timeZone));
}

const DAY = 86_400_000;
/** Days from 1899-12-30 to 1970-01-01. */
const EPOCH_SERIAL = 25_569;

const serialOf = (instant: number, timeZone: string): number =>
  (instant + zoneOffset(timeZone, instant)) / DAY + EPOCH_SERIAL;

function compile(text: string, sheet: Sheet, now: number): Condition | undefined {
  const call = /^(AND|OR|NOT)\((.*)\)$/i.exec(text);
  if (call) {
    const parts = splitArguments(call[2]).map((part) => compile(part, sheet, now));
    if (parts.some((part) => !part)) return undefined;
    const tests = parts as Condition[];
    const name = call[1].toUpperCase();
    if (name === 'NOT') return (r, c) => !tests[0](r, c);
    return name === 'AND' ? (r, c) => tests.every((test) => test(r, c)) : (r, c) => tests.some((test) => test(r, c));
  }
  const comparison = COMPARISON.exec(text);
  if (!comparison) {
    const single = operand(text, sheet, now);
    return single && ((r, c) => single(r, c) === true);
  }
  const left = operand(comparison[1].trim(), sheet, now);
  const right = operand(comparison[3].trim(), sheet, now);
  if (!left || !right) return undefined;
  const holds = OPERATORS[comparison[2]];
  return (r, c) => holds(order(left(r, c), right(r, c)));
}

const OPERATORS: Record<string, (order: number) => boolean> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
};

function operand(text: string, sheet: Sheet, now: number): Operand | undefined {
  const quoted = /^"((?:[^"]|"")*)"$/.exec(text);
  if (quoted) return () => quoted[1].replace(/""/g, '"');
  if (/^-?\d+(\.\d+)?$/.test(text)) return () => Number(text);
  if (/^(TRUE|FALSE)$/i.test(text)) return () => text.toUpperCase() === 'TRUE';
  if (/^NOW\(\)$/i.test(text)) return () => now;
  if (/^TODAY\(\)$/i.test(text)) return () => Math.floor(now);
  const reference = REFERENCE.exec(text);
  if (!reference) return undefined;
  const [, fixedColumn, column, fixedRow, row] = reference;
  return (rowShift, columnShift) =>
    sheet.value(Number(row) + (fixedRow ? 0 : rowShift), columnNumber(column) + (fixedColumn ? 0 : columnShift));
}

/** As Sheets compares: a blank is like `""` and 0, text ignores case, and numbers come before text. */
function order(first: Value, second: Value): number {
  const left = first ?? (typeof second === 'number' ? 0 : '');
  const right = second ?? (typeof first === 'number' ? 0 : '');
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left !== typeof right) return rank(left) - rank(right);
  const [a, b] = [String(left).toLowerCase(), String(right).toLowerCase()];
  return a === b ? 0 : a < b ? -1 : 1;
}

const rank = (value: Value): number => ['number', 'string', 'boolean'].indexOf(typeof value);

function splitArguments(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let part = '';
  for (const letter of text) {
    if (letter === '"') quoted = !quoted;
    if (!quoted && letter === '(') depth += 1;
    if (!quoted && letter === ')') depth -= 1;
    if (!quoted && depth === 0 && (letter === ',' || letter === ';')) {
      parts.push(part.trim());
      part = '';
    } else {
      part += letter;
    }
  }
  return [...parts, part.trim()];
}
