/**
 * What the page, the server and the worker that holds the host say to each other. Types only: the page is compiled for
 * the browser and the rest for Node, and this file has to mean the same in both. Rows and columns count from 0, as the
 * grid's do; the host's own are 1-based, and the worker turns the one into the other.
 */
import type { Json, MenuItem } from '../types';

/** The look of a cell; absent means the sheet's default. */
export interface CellStyle {
  background?: string;
  color?: string;
  bold?: boolean;
  italic?: boolean;
  strike?: boolean;
  underline?: boolean;
  align?: 'left' | 'center' | 'right';
  wrap?: boolean;
  /** Points. */
  fontSize?: number;
}

/** One cell that is not blank. */
export interface CellView {
  /** What the cell holds; a date is its serial number. */
  value: string | number | boolean;
  /** What the cell shows, when that is not `String(value)`. */
  text?: string;
  formula?: string;
  note?: string;
  /** Index into {@link SheetView.styles}. */
  style?: number;
  /** It holds a date, so that what is shown is what is edited. */
  date?: true;
}

/** `null` for a blank; a bare value when nothing else is to be said of the cell. */
export type CellCode = null | string | number | boolean | CellView;

/** A drop-down over a block of cells. */
export interface DropDown {
  row: number;
  column: number;
  rows: number;
  columns: number;
  options: string[];
  /** Whether other values are refused. */
  strict: boolean;
  checkbox: boolean;
}

/** A sheet without its cells: what its tab and its lines need. */
export interface SheetHead {
  id: string;
  name: string;
  hidden: boolean;
  rows: number;
  columns: number;
  frozenRows: number;
  frozenColumns: number;
  tabColor?: string;
  /** Pixels by column, by row. */
  widths: Record<string, number>;
  heights: Record<string, number>;
  hiddenRows: number[];
  hiddenColumns: number[];
  merges: { row: number; column: number; rows: number; columns: number }[];
  /** Counts what moves cells (rows and columns inserted, deleted, sorted); see {@link Act}. */
  structure: number;
}

export interface SheetView extends SheetHead {
  dropDowns: DropDown[];
  styles: CellStyle[];
  /** As many rows as hold something; a row as long as its last cell. */
  cells: CellCode[][];
}

/** What a person does to the workbook. Sheets are named by id. */
export type Act =
  | { kind: 'type'; sheet: string; row: number; column: number; text: string }
  | { kind: 'paste'; sheet: string; row: number; column: number; block: string[][] }
  | { kind: 'clear'; sheet: string; row: number; column: number; rows: number; columns: number }
  | { kind: 'insert' | 'delete'; sheet: string; of: 'rows' | 'columns'; at: number; count: number }
  | { kind: 'sort'; sheet: string; column: number; ascending: boolean }
  | { kind: 'hide'; sheet: string; of: 'rows' | 'columns'; at: number; count: number; hidden: boolean }
  | { kind: 'width'; sheet: string; column: number; pixels: number }
  | { kind: 'format'; sheet: string; row: number; column: number; rows: number; columns: number; style: CellStyle }
  | { kind: 'freeze'; sheet: string; rows: number; columns: number }
  | { kind: 'note'; sheet: string; row: number; column: number; text: string }
  | { kind: 'rename'; sheet: string; name: string }
  | { kind: 'addSheet' }
  | { kind: 'deleteSheet'; sheet: string }
  | { kind: 'select'; sheet: string; row: number; column: number; rows: number; columns: number }
  | { kind: 'undo' };

/** One execution, for the drawer. Times in milliseconds; `at` is on the host's clock. */
export interface ExecutionView {
  id: number;
  functionName: string;
  startedBy: string;
  at: number;
  ok: boolean;
  error?: string;
  calls: number;
  handles: number;
  cellsRead: number;
  cellsWritten: number;
  modelledMs: number;
  cpuMs: number;
  log: string[];
}

export interface FrameView {
  id: string;
  title: string;
  /** Where the frame's document is served: another origin than the page's, as at Google. */
  url: string;
  /** Absent for the panel. Pixels. */
  width?: number;
  height?: number;
  modal?: boolean;
}

export interface ClockView {
  now: number;
  timeZone: string;
  triggers: { functionName: string; kind: string; next?: number }[];
  /** Milliseconds still to go of an advance that is under way. */
  ahead: number;
}

export interface QuestionView {
  id: number;
  kind: 'alert' | 'prompt';
  title: string;
  message: string;
  buttons: string[];
}

export interface BookView {
  name: string;
  /** Where the workbook is saved. */
  file: string;
  /** Cells are asked for sheet by sheet, when a tab is opened. */
  sheets: SheetHead[];
  menus: { title: string; items: MenuItem[] }[];
  clock: ClockView;
  executions: ExecutionView[];
  panel?: FrameView;
  question?: QuestionView;
  running?: string;
}

/** What the page asks of the worker. */
export type Request =
  | { kind: 'book' }
  | { kind: 'sheet'; sheet: string }
  /** `structure`: of the sheet as the person saw it; an act on a sheet whose cells have moved since is refused. */
  | { kind: 'act'; act: Act; structure: number }
  /** `unattended`: nobody answers questions, and the reply carries the cost. */
  | { kind: 'menu'; functionName: string; unattended?: true }
  | { kind: 'call'; functionName: string; args: Json[] }
  | { kind: 'advance'; ms: number }
  | { kind: 'stop' }
  | { kind: 'closed'; frame: string }
  | { kind: 'save' };

/** The answer to a person's question box travels apart: the worker is asleep then, waiting for it. */
export interface Answer {
  id: number;
  button: string;
  text: string;
}

export type Reply = { ok: true; value: Json } | { ok: false; error: { name: string; message: string; stack?: string } };

/** What the worker tells the page without being asked. */
export type News =
  | { kind: 'cells'; sheet: string; styles: CellStyle[]; cells: [row: number, column: number, cell: CellCode][] }
  /** The sheet changed in more than cells: fetch it anew. */
  | { kind: 'stale'; sheet: string }
  /** Sheets were added, deleted, renamed or moved. */
  | { kind: 'book' }
  | { kind: 'menus'; menus: { title: string; items: MenuItem[] }[] }
  | { kind: 'toast'; message: string; title: string; seconds: number }
  | { kind: 'question'; question: QuestionView | null }
  | { kind: 'panel'; frame: FrameView | null }
  | { kind: 'dialog'; frame: FrameView | null }
  | { kind: 'activate'; sheet: string; row: number; column: number }
  | { kind: 'clock'; clock: ClockView }
  | { kind: 'running'; functionName: string | null }
  | { kind: 'execution'; execution: ExecutionView }
  | { kind: 'saved'; at: number; error?: string };
