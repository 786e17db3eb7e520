import { columnName, columnNumber } from '../workbook/a1';

// Strings in formulas are kept as they are: only what stands outside of quotes may be an address.
const outsideQuotes = (formula: string, change: (part: string) => string): string =>
  formula.replace(/"[^"]*"|'[^']*'|[^"']+/g, (part) => (/^["']/.test(part) ? part : change(part)));

/** `=A1+$B$2` seen from a cell → `=R[-1]C[0]+R2C2`. */
export function toR1C1(formula: string, row: number, column: number): string {
  return outsideQuotes(formula, (part) =>
    part.replace(
      /(?<![A-Za-z0-9_.$])(\$?)([A-Za-z]{1,3})(\$?)(\d+)(?![A-Za-z0-9_(])/g,
      (_all, fixedColumn, letters, fixedRow, digits) => {
        const r = fixedRow ? `R${digits}` : `R[${Number(digits) - row}]`;
        const c = fixedColumn ? `C${columnNumber(letters)}` : `C[${columnNumber(letters) - column}]`;
        return r + c;
      },
    ),
  );
}

/** `=R[-1]C[0]+R2C2` in a cell → `=A1+$B$2`. */
export function fromR1C1(formula: string, row: number, column: number): string {
  return outsideQuotes(formula, (part) =>
    part.replace(
      /(?<![A-Za-z0-9_])R(\[-?\d+\]|\d+)?C(\[-?\d+\]|\d+)?(?![A-Za-z0-9_(])/g,
      (_all, r, c) => line(c, column, columnName) + line(r, row, String),
    ),
  );
}

function line(text: string | undefined, here: number, name: (n: number) => string): string {
  if (text === undefined) return name(here);
  return text.startsWith('[') ? name(here + Number(text.slice(1, -1))) : `$${name(Number(text))}`;
}
