/** A block of cells, 1-based as everywhere at Google. */
export interface Rect {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** `1` → `A`, `27` → `AA`. */
export function columnName(column: number): string {
  let name = '';
  for (let n = column; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}

/** `A` → 1, `AA` → 27. */
export function columnNumber(name: string): number {
  let n = 0;
  for (const letter of name.toUpperCase()) n = n * 26 + letter.charCodeAt(0) - 64;
  return n;
}

/** `B2` or `B2:C9`. */
export function toA1(rect: Rect): string {
  const first = columnName(rect.column) + rect.row;
  if (rect.rows === 1 && rect.columns === 1) return first;
  return `${first}:${columnName(rect.column + rect.columns - 1)}${rect.row + rect.rows - 1}`;
}

/** `Sheet1!B2`, quoted where Sheets quotes. */
export function withSheet(sheetName: string, a1: string): string {
  const plain = /^[A-Za-z_][A-Za-z0-9_.]*$/.test(sheetName) && !/^[A-Za-z]{1,3}\d+$/.test(sheetName);
  return `${plain ? sheetName : `'${sheetName.replace(/'/g, "''")}'`}!${a1}`;
}

/** `'My sheet'!A1` → sheet and address; the sheet is undefined where none is named. */
export function splitSheet(text: string): { sheet?: string; address: string } {
  const bang = text.lastIndexOf('!');
  if (bang < 0) return { address: text };
  const name = text.slice(0, bang);
  const quoted = /^'(.*)'$/s.exec(name);
  return { sheet: quoted ? quoted[1].replace(/''/g, "'") : name, address: text.slice(bang + 1) };
}

/**
 * Reads `A1`, `A1:B2`, `A:C`, `2:5`, `B3:D`, `R1C1`, `R2C1:R4C3` (with `$` allowed). An open end reaches `maxRows`, `maxColumns`.
 * @returns null where the text is no address.
 */
export function parseA1(text: string, maxRows: number, maxColumns: number): Rect | null {
  const address = text.trim().replace(/\$/g, '');
  const r1c1 = /^R(\d+)C(\d+)(?::R(\d+)C(\d+))?$/i.exec(address);
  if (r1c1) {
    const [row, column] = [Number(r1c1[1]), Number(r1c1[2])];
    return span(row, column, Number(r1c1[3] ?? row), Number(r1c1[4] ?? column));
  }
  const match = /^([A-Za-z]{0,3})(\d*)(?::([A-Za-z]{0,3})(\d*))?$/.exec(address);
  if (!match || address === '' || address === ':') return null;
  const [, columnA, rowA, columnB, rowB] = match;
  if (columnB === undefined) {
    if (!columnA || !rowA) return null;
    return span(Number(rowA), columnNumber(columnA), Number(rowA), columnNumber(columnA));
  }
  if (!columnB && !rowB) return null;
  return span(
    rowA ? Number(rowA) : 1,
    columnA ? columnNumber(columnA) : 1,
    rowB ? Number(rowB) : maxRows,
    columnB ? columnNumber(columnB) : maxColumns,
  );
}

function span(rowA: number, columnA: number, rowB: number, columnB: number): Rect | null {
  if (rowA < 1 || rowB < 1 || columnA < 1 || columnB < 1) return null;
  return {
    row: Math.min(rowA, rowB),
    column: Math.min(columnA, columnB),
    rows: Math.abs(rowB - rowA) + 1,
    columns: Math.abs(columnB - columnA) + 1,
  };
}

/** Whether two blocks share a cell. */
export function overlap(a: Rect, b: Rect): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}

/** Whether `inner` lies within `outer`. */
export function contains(outer: Rect, inner: Rect): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}

/** Where a span of `size` from `start` lies after `count` lines were inserted before `at`. A span grows when lines are inserted inside it. */
export function spanAfterInsert(start: number, size: number, at: number, count: number): [number, number] {
  if (at <= start) return [start + count, size];
  return at < start + size ? [start, size + count] : [start, size];
}

/** Where a span lies after `count` lines from `at` were deleted; size 0 when nothing of it is left. */
export function spanAfterDelete(start: number, size: number, at: number, count: number): [number, number] {
  const lostBefore = Math.max(0, Math.min(start, at + count) - at);
  const lostInside = Math.max(0, Math.min(start + size, at + count) - Math.max(start, at));
  return [start - lostBefore, size - lostInside];
}

/** Line `n` (1-based) after `count` lines from `from` were moved before line `to` (as it was before the move). */
export function lineAfterMove(n: number, from: number, count: number, to: number): number {
  if (to >= from && to <= from + count) return n;
  if (n >= from && n < from + count) return to > from ? n + (to - from - count) : n - (from - to);
  if (to > from) return n >= from + count && n < to ? n - count : n;
  return n >= to && n < from ? n + count : n;
}
