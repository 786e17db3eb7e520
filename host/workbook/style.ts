/** How a cell looks. Styles are shared and never changed: {@link restyle} gives another one. */
export interface Style {
  /** Number format; `''` is automatic. */
  readonly format: string;
  readonly background?: string;
  readonly color?: string;
  readonly weight?: 'bold' | 'normal';
  readonly slant?: 'italic' | 'normal';
  readonly line?: 'underline' | 'line-through' | 'none';
  readonly size?: number;
  readonly family?: string;
  readonly horizontal?: string;
  readonly vertical?: string;
  /** `OVERFLOW`, `WRAP`, `CLIP`. */
  readonly wrap?: string;
  readonly rotation?: number;
  /** Edges that are drawn, as JSON of `[top, left, bottom, right, colour, style]`. */
  readonly border?: string;
  /** What the number format makes of a number; follows from `format`. */
  readonly kind: FormatKind;
}

export type FormatKind = 'automatic' | 'text' | 'date' | 'number';

const pool = new Map<string, Style>();
const kinds = new Map<string, FormatKind>();

/** Whether a number format shows dates, plain text, numbers, or leaves the choice to Sheets. */
export function formatKind(format: string): FormatKind {
  let kind = kinds.get(format);
  if (kind === undefined) {
    kind = kindOf(format);
    kinds.set(format, kind);
  }
  return kind;
}

function kindOf(format: string): FormatKind {
  if (format === '' || format === 'General') return 'automatic';
  if (format.startsWith('@')) return 'text';
  // Without quoted text, escapes, colours, currencies and the E of a power of ten, only a date has these letters left.
  const bare = format
    .replace(/"[^"]*"|\\.|\[\$[^\]]*\]|\[(?!h+\]|m+\]|s+\])[^\]]*\]|_./gi, '')
    .replace(/E[+-]?0/gi, '');
  return /[ymdhs]/i.test(bare) ? 'date' : 'number';
}

function intern(fields: Omit<Style, 'kind'>): Style {
  const keep = Object.entries(fields)
    .filter(([key, value]) => value !== undefined && key !== 'kind')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const key = JSON.stringify(keep);
  let style = pool.get(key);
  if (!style) {
    const plain = Object.fromEntries(keep) as unknown as Omit<Style, 'kind'>;
    style = Object.freeze({ ...plain, kind: formatKind(plain.format) });
    pool.set(key, style);
  }
  return style;
}

/** The look of a cell nobody has touched. */
export const PLAIN: Style = intern({ format: '' });

export type StylePatch = Partial<Omit<Style, 'kind'>>;

/** `base` with `patch` laid over it; `undefined` in the patch takes a field back to its default. Equal styles are the same object. */
export function restyle(base: Style | undefined, patch: StylePatch): Style {
  return intern({ ...(base ?? PLAIN), ...patch, format: patch.format ?? (base ?? PLAIN).format });
}

/** The fields of a style that differ from {@link PLAIN}, for saving. */
export function styleFields(style: Style): StylePatch {
  const { kind: _kind, ...fields } = style;
  return fields;
}
