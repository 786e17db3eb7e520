import type { HostState } from '../run/state';
import { put, type Row, type Rule } from '../workbook/row';
import type { Sheet, SheetFields } from '../workbook/sheet';
import { restyle, type Style, type StylePatch, styleFields } from '../workbook/style';
import { type Metadata, type NamedRange, sheetFields, type Workbook } from '../workbook/workbook';
import { fileSheetNames, MOST_LETTERS } from './xlsx';

/** Runs of equal parts in a row: `[part, count]`, the part a number in the palette or -1. */
type Runs = [number, number][];

interface SheetSidecar {
  id: number;
  /** The sheet's own name, where the file could not hold it. */
  name?: string;
  fields: Omit<SheetFields, 'name'>;
  /** By row: which style each column has, which rule, and formulas, texts and notes that no file can hold. */
  rows: {
    row: number;
    count: number;
    styles?: Runs;
    rules?: Runs;
    formulas?: Record<number, string>;
    texts?: Record<number, string>;
    notes?: Record<number, string>;
    height?: number;
    filtered?: boolean;
    hidden?: boolean;
  }[];
}

/** What stands beside an .xlsx: `<name>.state.json`. */
export interface Sidecar {
  version: 1;
  /** SHA-1 of the .xlsx it was saved with: another file's cells may lie elsewhere, and then only what does not depend on places is taken. */
  fingerprint: string;
  book: {
    id: string;
    name: string;
    timeZone: string;
    locale: string;
    owner: string;
    editors: readonly string[] | null;
    named: readonly NamedRange[];
    metadata: readonly Metadata[];
    active: string;
  };
  /** By their names in the file. */
  sheets: Record<string, SheetSidecar>;
  styles: StylePatch[];
  rules: Rule[];
  host?: HostState;
}

export function makeSidecar(book: Workbook, fingerprint: string, host?: HostState): Sidecar {
  const styles = new Map<Style, number>();
  const rules = new Map<string, number>();
  const sheets: Sidecar['sheets'] = {};
  const names = fileSheetNames(book);
  for (const sheet of book.sheets) {
    const inFile = names.get(sheet.name) as string;
    const own = inFile === sheet.name ? undefined : sheet.name;
    sheets[inFile] = { name: own, ...packSheet(sheet, styles, rules) };
  }
  const { id, name, timeZone, owner, editors, named, metadata } = book;
  const active = book.sheetById(book.view.active)?.name ?? '';
  return {
    version: 1,
    fingerprint,
    book: { id, name, timeZone, locale: book.getLocaleName(), owner, editors, named, metadata, active },
    sheets,
    styles: [...styles.keys()].map(styleFields),
    rules: [...rules.keys()].map((text) => JSON.parse(text) as Rule),
    host,
  };
}

function packSheet(sheet: Sheet, styles: Map<Style, number>, rules: Map<string, number>): SheetSidecar {
  const { name: _, ...fields } = sheetFields(sheet);
  const rows: SheetSidecar['rows'] = [];
  let last = '';
  sheet.rows.forEach((row, i) => {
    if (!row) return;
    const packed = {
      styles: row.styles && runs(row.styles, (style) => (style ? numbered(styles, style) : -1)),
      rules: row.rules && runs(row.rules, (rule) => (rule ? numbered(rules, JSON.stringify(rule)) : -1)),
      formulas: lostFormulas(row),
      texts: longOnes(row.values),
      notes: longOnes(row.notes ?? []),
      height: row.height,
      filtered: row.filtered,
      hidden: row.hidden,
    };
    const key = JSON.stringify(packed);
    if (key === '{}') return;
    const before = rows[rows.length - 1];
    // Rows that look alike are told once.
    if (key === last && before && before.row + before.count === i + 1) before.count++;
    else rows.push({ row: i + 1, count: 1, ...packed });
    last = key;
  });
  return { id: sheet.id, fields, rows };
}

function lostFormulas({ values, formulas = [] }: Row): Record<number, string> | undefined {
  const isLost = (at: number) => values[at] === '#ERROR!' || values[at] === '#NAME?';
  return byColumn(formulas, (formula, at) => formula !== undefined && isLost(at));
}

/** Texts that a file would cut. */
function longOnes(cells: readonly unknown[]): Record<number, string> | undefined {
  return byColumn(cells, (cell) => typeof cell === 'string' && cell.length > MOST_LETTERS);
}

function byColumn(
  cells: readonly unknown[],
  isMeant: (cell: unknown, at: number) => boolean,
): Record<number, string> | undefined {
  const found = cells.flatMap((cell, at): [number, string][] => (isMeant(cell, at) ? [[at, cell as string]] : []));
  return found.length ? Object.fromEntries(found) : undefined;
}

function numbered<K>(list: Map<K, number>, key: K): number {
  const known = list.get(key);
  if (known !== undefined) return known;
  list.set(key, list.size);
  return list.size - 1;
}

function runs<T>(parts: readonly (T | undefined)[], index: (part: T | undefined) => number): Runs | undefined {
  const packed: Runs = [];
  for (let c = 0; c < parts.length; c++) {
    const n = index(parts[c]);
    const last = packed[packed.length - 1];
    if (last && last[0] === n) last[1]++;
    else packed.push([n, 1]);
  }
  if (packed.length && packed[packed.length - 1][0] === -1) packed.pop();
  return packed.length ? packed : undefined;
}

/** Lays what stood beside the file over a workbook; places only where the file is the one it was saved with. */
export function applySidecar(book: Workbook, sidecar: Sidecar, sameFile: boolean): void {
  const { id, name, timeZone, locale, owner, editors, named, metadata, active } = sidecar.book;
  Object.assign(book, { id, name, timeZone, owner, editors });
  book.setLocale(locale);
  const styles = sidecar.styles.map((fields) => restyle(undefined, fields));
  const ids = new Map<number, number>();
  for (const sheet of book.sheets) {
    const saved = sidecar.sheets[sheet.name];
    if (!saved) continue;
    ids.set(saved.id, sheet.id);
    applySheet(sheet, saved, styles, sidecar.rules, sameFile);
  }
  // The ids of sheets stay what they were, so that scripts may remember them; so do names that the file could not hold.
  for (const sheet of book.sheets) {
    const saved = sidecar.sheets[sheet.name];
    if (saved) Object.assign(sheet, { id: saved.id, name: saved.name ?? sheet.name });
  }
  while (new Set(book.sheets.map((sheet) => sheet.id)).size < book.sheets.length) {
    const seen = new Set<number>();
    for (const sheet of book.sheets)
      seen.has(sheet.id) ? Object.assign(sheet, { id: 1_000_000 + book.newId() * 7919 }) : seen.add(sheet.id);
  }
  const alive = (sheetId: number | undefined): boolean => sheetId === undefined || book.sheetById(sheetId) !== null;
  book.named = sameFile ? named : named.filter((entry) => alive(entry.sheetId));
  book.metadata = sameFile ? metadata : metadata.filter((entry) => alive(entry.sheetId) && entry.type !== 'ROW');
  book.view = { active: (book.sheetByName(active) ?? book.sheets[0]).id, selection: {} };
  const top = Math.max(0, ...metadata.map((entry) => entry.id));
  while (book.newId() < top);
}

function applySheet(
  sheet: Sheet,
  saved: SheetSidecar,
  styles: readonly Style[],
  rules: readonly Rule[],
  sameFile: boolean,
): void {
  const { maxRows, maxColumns, merges, filter, ...rest } = saved.fields;
  Object.assign(sheet, rest);
  sheet.maxRows = Math.max(sheet.rows.length, maxRows);
  sheet.maxColumns = Math.max(sheet.lastColumn(), maxColumns);
  if (!sameFile) return;
  Object.assign(sheet, { merges, filter });
  for (const { row: first, count, ...parts } of saved.rows)
    for (let r = first; r < first + count; r++) applyRow(sheet.own(r), parts, styles, rules);
}

function applyRow(
  row: Row,
  saved: Omit<SheetSidecar['rows'][number], 'row' | 'count'>,
  styles: readonly Style[],
  rules: readonly Rule[],
): void {
  const { height, filtered, hidden } = saved;
  if (saved.styles) row.styles = unpack(saved.styles, styles);
  if (saved.rules) row.rules = unpack(saved.rules, rules);
  if (height !== undefined) row.height = height;
  if (filtered) row.filtered = true;
  if (hidden) row.hidden = true;
  const layers = { formulas: saved.formulas, values: saved.texts, notes: saved.notes };
  for (const [layer, cells] of Object.entries(layers))
    for (const [c, text] of Object.entries(cells ?? {})) put(row, layer as keyof typeof layers, Number(c), text);
}

function unpack<T>(packed: Runs, palette: readonly T[]): (T | undefined)[] {
  return packed.flatMap(([n, count]) => new Array<T | undefined>(count).fill(n < 0 ? undefined : palette[n]));
}
