import type { Json } from '../types';
import { LAYERS, type Row } from './row';
import { Sheet } from './sheet';
import { restyle, type Style, type StylePatch, styleFields } from './style';
import { type Snapshot, Workbook } from './workbook';

/** The whole workbook as JSON; styles and rules stand once, in a list. */
export function workbookToJson(book: Workbook): Json {
  const shot = book.snapshot();
  const styles = new Map<Style, number>();
  const rules = new Map<string, number>();
  const sheets = shot.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => row && packRow(row, styles, rules)),
  }));
  const packed = {
    fields: shot.fields,
    sheets,
    styles: [...styles.keys()].map(styleFields),
    rules: [...rules.keys()].map((text) => JSON.parse(text)),
  };
  return JSON.parse(JSON.stringify(packed)) as Json;
}

function numbered<K>(list: Map<K, number>, key: K): number {
  const known = list.get(key);
  if (known !== undefined) return known;
  list.set(key, list.size);
  return list.size - 1;
}

function packRow(row: Row, styles: Map<Style, number>, rules: Map<string, number>): unknown {
  const { stamp: _stamp, ...rest } = row;
  return {
    ...rest,
    styles: row.styles && Array.from(row.styles, (style) => (style ? numbered(styles, style) : null)),
    formulas: row.formulas && Array.from(row.formulas, (formula) => formula ?? null),
    notes: row.notes && Array.from(row.notes, (note) => note ?? null),
    rules: row.rules && Array.from(row.rules, (rule) => (rule ? numbered(rules, JSON.stringify(rule)) : null)),
  };
}

type Packed = Snapshot & { styles: StylePatch[]; rules: Row['rules'] };

/** The workbook of {@link workbookToJson}. */
export function workbookFromJson(json: Json): Workbook {
  const packed = json as unknown as Packed;
  const styles = packed.styles.map((fields) => restyle(undefined, fields));
  const book = Workbook.empty({ sheet: null });
  const sheets = packed.sheets.map((sheet) => ({
    ...new Sheet(book, sheet.id, sheet.name),
    ...sheet,
    rows: sheet.rows.map((row) => (row ? unpackRow(row, styles, packed.rules ?? []) : undefined)),
  }));
  book.restore({ fields: packed.fields, sheets });
  return book;
}

function unpackRow(row: Row, styles: Style[], rules: NonNullable<Row['rules']>): Row {
  const unpacked = { ...row, stamp: 0 } as unknown as Record<string, unknown>;
  for (const layer of LAYERS) {
    const parts = unpacked[layer] as unknown[] | undefined;
    if (!parts || layer === 'values') continue;
    unpacked[layer] = parts.map((part) => {
      if (part === null) return undefined;
      if (layer === 'styles') return styles[part as number];
      return layer === 'rules' ? rules[part as number] : part;
    });
  }
  return unpacked as unknown as Row;
}
