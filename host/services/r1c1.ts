import { columnName, columnNumber } from '../workbook/a1';

// Strings in formulas are kept as they are: only what stands outside of quotes may be an address.
const outsideQuotes = (formula: string, change: (part: string) => string): string =>
  formula.replace(/"[^"]*"|'[^']*'|[^"']+/g, (part) => (/^["']/.test(part) ? part : change(part)));

/** A cell, whole columns (`A:B`) or whole rows (`2:3`), each part perhaps fixed by `$`. */
const A1 =
  /(?<![A-Za-z0-9_.$])(?:(\$?)([A-Za-z]{1,3})(\$?)(\d+)|(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})|(\$?)(\d+):(\$?)(\d+))(?![A-Za-z0-9_(])/g;

/** `=A1+$B$2` seen from a cell → `=R[-1]C[0]+R2C2`. */
export function toR1C1(formula: string, row: number, column: number): string {
  const r = (fixed: string, digits: string): string => (fixed ? `R${digits}` : `R[${Number(digits) - row}]`);
  const c = (fixed: string, letters: string): string =>
    fixed ? `C${columnNumber(letters)}` : `C[${columnNumber(letters) - column}]`;
  return outsideQuotes(formula, (part) =>
    part.replace(A1, (_all, ...found: string[]) => {
      const [fixedC, letters, fixedR, digits, fromC, from, toC, to, fromR, first, toR, last] = found;
      if (digits) return r(fixedR, digits) + c(fixedC, letters);
      return from ? `${c(fromC, from)}:${c(toC, to)}` : `${r(fromR, first)}:${r(toR, last)}`;
    }),
  );
}

const R1C1 =
  /(?<![A-Za-z0-9_])(?:R(\[-?\d+\]|\d+)?C(\[-?\d+\]|\d+)?|C(\[-?\d+\]|\d+)?:C(\[-?\d+\]|\d+)?|R(\[-?\d+\]|\d+)?:R(\[-?\d+\]|\d+)?)(?![A-Za-z0-9_([])/g;

/** `=R[-1]C[0]+R2C2` in a cell → `=A1+$B$2`. */
export function fromR1C1(formula: string, row: number, column: number): string {
  const r = (text: string | undefined): string => line(text, row, String);
  const c = (text: string | undefined): string => line(text, column, columnName);
  return outsideQuotes(formula, (part) =>
    part.replace(R1C1, (all: string, cellR, cellC, fromC, toC, fromR, toR) => {
      if (!all.includes(':')) return c(cellC) + r(cellR);
      return all.startsWith('C') ? `${c(fromC)}:${c(toC)}` : `${r(fromR)}:${r(toR)}`;
    }),
  );
}

function line(text: string | undefined, here: number, name: (n: number) => string): string {
  if (text === undefined) return name(here);
  return text.startsWith('[') ? name(here + Number(text.slice(1, -1))) : `$${name(Number(text))}`;
}
