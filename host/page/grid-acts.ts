/**
 * Understands what a person did in the grid. FortuneSheet hands out its edits as JSON patches; what the host is told is
 * the act behind them (typed, pasted, cleared, inserted…), since that is what Google fires its triggers for.
 */

import type { Act, CellStyle } from '../serve/protocol';
import type { CellMatrix, Op, Sheet } from './fortune';
import { type GridCell, styleOf } from './grid-cells';

interface Place {
  row: number;
  column: number;
}

/** One sheet's cells as the host last said them. */
type Known = Map<string, CellMatrix>;

export class ActReader {
  /** Text as it was typed, before the grid made a value of it. */
  private readonly typed = new Map<string, string>();
  private touched = new Map<string, Map<string, Place>>();
  private configs = new Set<string>();
  private structural: Act[] = [];
  private readonly moves = new WeakSet<object>();

  constructor(private readonly known: Known) {}

  /** Before an edit is taken: the only place where the grid shows the text as typed. */
  noteTyped(sheet: string, row: number, column: number, text: unknown): void {
    if (typeof text === 'string') this.typed.set(`${sheet},${row},${column}`, text);
  }

  /** Takes the grid's patches; the values are read when it has settled, in {@link read}. */
  take(ops: Op[]): void {
    // With a moving of lines the grid hands out the formulas it has shifted by it; the host shifts its own.
    const moving = ops.find(({ op }) => op === 'insertRowCol' || op === 'deleteRowCol');
    for (const op of ops) {
      if (moving && op.path[0] === 'data') continue;
      const [part, row, column] = op.path;
      const special = op.id === undefined ? undefined : this.specialAct(op, op.id);
      if (special && !this.isKnown(op)) this.structural.push(special);
      if (special || op.id === undefined) continue;
      if (part === 'data' && typeof row === 'number') this.touch(op.id, row, column);
      else if (part === 'config' || part === 'frozen') this.configs.add(op.id);
    }
  }

  /** The acts since the last reading, given the grid's sheets as they are now. */
  read(sheets: Sheet[]): Act[] {
    const acts = [...this.structural];
    for (const act of this.structural) this.follow(act);
    for (const [id, places] of this.touched) {
      const data = sheets.find((sheet) => sheet.id === id)?.data;
      if (!data) continue;
      acts.push(...this.cellActs(id, [...places.values()], data));
      this.remember(id, [...places.values()], data);
    }
    this.structural = [];
    this.touched = new Map();
    this.typed.clear();
    return acts;
  }

  /** Sheets whose widths, hidden lines or frozen panes changed since the last asking. */
  takeConfigs(): string[] {
    const ids = [...this.configs];
    this.configs = new Set();
    return ids;
  }

  /** React may run a change of the grid twice, and the grid then hands it out twice, as one and the same object. */
  private isKnown({ value }: Op): boolean {
    if (typeof value !== 'object' || value === null) return false;
    const isKnown = this.moves.has(value);
    this.moves.add(value);
    return isKnown;
  }

  private touch(id: string, row: number, column: string | number | undefined): void {
    const places = this.touched.get(id) ?? new Map<string, Place>();
    this.touched.set(id, places);
    const width = this.known.get(id)?.[0]?.length ?? 0;
    const columns = typeof column === 'number' ? [column] : Array.from({ length: width }, (_none, index) => index);
    for (const each of columns) places.set(`${row},${each}`, { row, column: each });
  }

  private specialAct(op: Op, sheet: string): Act | undefined {
    if (op.op === 'insertRowCol') {
      const { type, index, count, direction } = op.value;
      const at = direction === 'lefttop' ? index : index + 1;
      return { kind: 'insert', sheet, of: type === 'row' ? 'rows' : 'columns', at, count };
    }
    if (op.op === 'deleteRowCol') {
      const { type, start, end } = op.value;
      return { kind: 'delete', sheet, of: type === 'row' ? 'rows' : 'columns', at: start, count: end - start + 1 };
    }
    if (op.op === 'addSheet') return { kind: 'addSheet' };
    if (op.op === 'deleteSheet') return { kind: 'deleteSheet', sheet };
    if (op.path[0] === 'name') return { kind: 'rename', sheet, name: String(op.value) };
    return undefined;
  }

  /** Keeps what is known in step with rows and columns that the grid has moved by itself. */
  private follow(act: Act): void {
    if (act.kind !== 'insert' && act.kind !== 'delete') return;
    const matrix = this.known.get(act.sheet);
    if (!matrix) return;
    const removed = act.kind === 'delete' ? act.count : 0;
    const added = act.kind === 'insert' ? act.count : 0;
    const width = matrix[0]?.length ?? 0;
    if (act.of === 'rows')
      matrix.splice(act.at, removed, ...Array.from({ length: added }, () => new Array(width).fill(null)));
    else for (const row of matrix) row.splice(act.at, removed, ...new Array(added).fill(null));
  }

  /** What the host is being told need not be told again, should the grid say it twice. */
  private remember(sheet: string, places: Place[], data: CellMatrix): void {
    const matrix = this.known.get(sheet);
    for (const { row, column } of places) {
      if (matrix?.[row]) matrix[row][column] = data[row]?.[column] ?? null;
    }
  }

  private cellActs(sheet: string, places: Place[], data: CellMatrix): Act[] {
    const before = this.known.get(sheet) ?? [];
    const was = ({ row, column }: Place): GridCell | null => before[row]?.[column] ?? null;
    const is = ({ row, column }: Place): GridCell | null => data[row]?.[column] ?? null;
    const retyped = places.filter((place) => this.typed.has(`${sheet},${place.row},${place.column}`));
    const edited = places.filter((place) => retyped.includes(place) || contentOf(was(place)) !== contentOf(is(place)));
    const text = (place: Place): string => this.typed.get(`${sheet},${place.row},${place.column}`) ?? textOf(is(place));
    const noted = places.filter((place) => (was(place)?.ps?.value ?? '') !== (is(place)?.ps?.value ?? ''));
    const restyled = edited.length > 0 ? [] : places.filter((place) => lookOf(was(place)) !== lookOf(is(place)));
    return [
      ...editActs(sheet, edited, text),
      ...noted.map((place): Act => ({ kind: 'note', sheet, ...place, text: is(place)?.ps?.value ?? '' })),
      ...restyled.map(
        (place): Act => ({ kind: 'format', sheet, ...place, rows: 1, columns: 1, style: styleOf(is(place)) }),
      ),
    ];
  }
}

const contentOf = (cell: GridCell | null): string =>
  JSON.stringify([cell?.f ?? null, cell?.f ? null : (cell?.v ?? null)]);
const lookOf = (cell: GridCell | null): string => JSON.stringify(styleOf(cell) satisfies CellStyle);

/**
 * The text that, typed, gives what a cell holds now: for what came by copying or filling inside the grid. Text gets
 * the apostrophe that keeps it from being read again.
 */
function textOf(cell: GridCell | null): string {
  if (!cell) return '';
  if (cell.f) return cell.f;
  if (cell.date) return String(cell.m ?? '');
  if (typeof cell.v === 'string') return cell.v === '' ? '' : `'${cell.v}`;
  if (typeof cell.v === 'boolean') return cell.v ? 'TRUE' : 'FALSE';
  return cell.v === undefined ? '' : String(cell.v);
}

/** One cell is typed; a full block is cleared or pasted at once, as one event; anything else cell by cell. */
function editActs(sheet: string, places: Place[], text: (place: Place) => string): Act[] {
  if (places.length === 0) return [];
  const rows = places.map(({ row }) => row);
  const columns = places.map(({ column }) => column);
  const top = Math.min(...rows);
  const left = Math.min(...columns);
  const height = Math.max(...rows) - top + 1;
  const width = Math.max(...columns) - left + 1;
  if (places.every((place) => text(place) === '') && height * width === places.length) {
    return [{ kind: 'clear', sheet, row: top, column: left, rows: height, columns: width }];
  }
  if (places.length === 1 || height * width !== places.length) {
    return places.map((place): Act => ({ kind: 'type', sheet, ...place, text: text(place) }));
  }
  const line = (row: number): string[] =>
    Array.from({ length: width }, (_none, index) => text({ row, column: left + index }));
  return [
    { kind: 'paste', sheet, row: top, column: left, block: Array.from({ length: height }, (_n, r) => line(top + r)) },
  ];
}
