import { Workbook, type WorkbookInstance } from '@fortune-sheet/react';
import type { CellMatrix, Op, Selection, Sheet } from './fortune';
import '@fortune-sheet/react/dist/index.css';
import { forwardRef, useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import type { Act, CellCode, CellStyle, SheetHead, SheetView } from '../serve/protocol';
import { ActReader } from './grid-acts';
import { dropDowns, gridCell, gridConfig, gridFrozen, gridSheet, matrixOf } from './grid-cells';
import { type Lines, lineActs } from './grid-lines';
import { blockOfText, isFromThisGrid } from './paste';

export interface GridHandle {
  applyCells(sheet: string, styles: CellStyle[], cells: [number, number, CellCode][]): void;
  replaceSheet(view: SheetView): void;
  /** Whether the sheet's cells are here, and so have to be kept as the host has them. */
  holds(sheet: string): boolean;
  activate(sheet: string, row: number, column: number): void;
  /** Where the person stands. */
  place(): { sheet: string; row: number; column: number };
}

interface GridProps {
  sheets: SheetHead[];
  active: string;
  onAct(act: Act): void;
  /** A sheet comes to the front whose cells are not here yet. */
  onNeed(sheet: string): void;
}

const TOOLBAR = [
  ...['bold', 'italic', 'strike-through', 'underline', '|', 'font-color', 'background', '|'],
  ...['horizontal-align', 'text-wrap', '|', 'freeze', 'comment', 'search'],
];
const CELL_MENU = [
  ...['copy', 'paste', '|', 'insert-row', 'insert-column', 'delete-row', 'delete-column', 'hide-row', 'hide-column'],
  ...['|', 'clear'],
];
const TAB_MENU = ['delete', 'rename'];

/**
 * The spreadsheet. It is made once from `sheets` (give it another `key` to make it anew) and is then changed through its
 * handle, so that a person's place, selection and half-typed cell stay what they are while the host writes.
 */
export const Grid = forwardRef<GridHandle, GridProps>(function Grid({ sheets, active, onAct, onNeed }, handle) {
  const workbook = useRef<WorkbookInstance>(null);
  const [state] = useState(() => new GridState(active));
  const [data] = useState(() => sheets.map((head, order) => gridSheet(head, order, head.id === active)));
  const hooks = useMemo(
    () => ({
      beforeUpdateCell: (row: number, column: number, text: unknown) => {
        state.reader.noteTyped(state.current, row, column, text);
        return true;
      },
      afterActivateSheet: (id: string) => {
        state.current = id;
        if (!state.known.has(id)) onNeed(id);
      },
      afterSelectionChange: (id: string, selection: Selection) => state.select(id, selection, onAct),
    }),
    [state, onAct, onNeed],
  );
  // The grid starts its selection anew whenever one of these is another function.
  const onOp = useCallback((ops: Op[]) => state.reader.take(ops), [state]);
  const onChange = useCallback(
    (now: Sheet[]) => {
      for (const act of state.read(now)) onAct(act);
    },
    [state, onAct],
  );
  useImperativeHandle(handle, () => handleOf(state, workbook), [state]);
  useEffect(() => {
    onNeed(state.current);
  }, [state, onNeed]);
  usePaste(state, onAct);
  useUndoKey(onAct);
  return (
    <Workbook
      ref={workbook}
      data={data}
      hooks={hooks}
      lang="en"
      currency="$"
      defaultColWidth={100}
      defaultRowHeight={21}
      toolbarItems={TOOLBAR}
      cellContextMenu={CELL_MENU}
      headerContextMenu={CELL_MENU}
      sheetTabContextMenu={TAB_MENU}
      onOp={onOp}
      onChange={onChange}
    />
  );
});

/** What the grid's own component does not remember for us. */
class GridState {
  readonly known = new Map<string, CellMatrix>();
  readonly lines = new Map<string, Lines>();
  readonly reader = new ActReader(this.known);
  latest: Sheet[] = [];
  selection = { row: 0, column: 0, rows: 1, columns: 1 };
  /** The last selection that the host was told. */
  private told = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param current the sheet in front */
  constructor(public current: string) {}

  learn(view: SheetView, matrix: CellMatrix): void {
    this.known.set(
      view.id,
      matrix.map((row) => row.slice()),
    );
    this.lines.set(view.id, { config: gridConfig(view), frozen: gridFrozen(view) });
  }

  read(sheets: Sheet[]): Act[] {
    this.latest = sheets;
    const acts = this.reader.read(sheets);
    for (const id of this.reader.takeConfigs()) {
      const sheet = sheets.find((each) => each.id === id);
      if (!sheet) continue;
      // Columns and rows that were inserted or deleted shift the widths by themselves.
      if (acts.length === 0) acts.push(...lineActs(id, this.lines.get(id) ?? {}, sheet));
      this.lines.set(id, { config: sheet.config, frozen: sheet.frozen });
    }
    return acts;
  }

  select(sheet: string, { row, column }: Selection, onAct: (act: Act) => void): void {
    this.current = sheet;
    this.selection = { row: row[0], column: column[0], rows: row[1] - row[0] + 1, columns: column[1] - column[0] + 1 };
    const act: Act = { kind: 'select', sheet, ...this.selection };
    if (JSON.stringify(act) === this.told) return;
    this.told = JSON.stringify(act);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => onAct(act), 120);
  }
}

function handleOf(state: GridState, workbook: React.RefObject<WorkbookInstance>): GridHandle {
  return {
    applyCells(sheet, styles, cells) {
      const matrix = state.known.get(sheet);
      const shown = state.latest.find(({ id }) => id === sheet)?.data;
      if (!matrix || !workbook.current) return;
      const ops: Op[] = [];
      for (const [row, column, code] of cells) {
        if (!matrix[row] || column >= matrix[row].length) continue;
        const cell = gridCell(code, styles);
        matrix[row][column] = cell;
        const here = shown?.[row]?.[column];
        // The host knows no results of formulas; what the grid has calculated stays.
        if (cell?.f && cell.v === '' && here?.f === cell.f) continue;
        ops.push({ op: 'replace', id: sheet, path: ['data', row, column], value: cell });
      }
      if (ops.length > 0) workbook.current.applyOp(ops);
      showInFormulaBar(state);
    },
    replaceSheet(view) {
      const matrix = matrixOf(view);
      state.learn(view, matrix);
      workbook.current?.applyOp(replaceOps(view, matrix, view.id === state.current));
      showInFormulaBar(state);
    },
    activate(sheet, row, column) {
      workbook.current?.activateSheet({ id: sheet });
      workbook.current?.setSelection([{ row: [row, row], column: [column, column] }], { id: sheet });
      workbook.current?.scroll({ targetRow: row, targetColumn: column });
    },
    holds: (sheet) => state.known.has(sheet),
    place: () => ({ sheet: state.current, ...state.selection }),
  };
}

function replaceOps(view: SheetView, matrix: CellMatrix, isCurrent: boolean): Op[] {
  const { id } = view;
  const set = (path: string, value: unknown): Op => ({ op: 'replace', id, path: [path], value });
  const config = gridConfig(view);
  return [
    set('data', matrix),
    set('config', config),
    set('frozen', gridFrozen(view)),
    set('dataVerification', dropDowns(view.dropDowns)),
    set('hide', view.hidden ? 1 : 0),
    // The sheet in front has its config in the grid's own context as well.
    ...(isCurrent ? [{ op: 'replace' as const, path: ['config'], value: config }] : []),
  ];
}

/** What is pasted from outside is text to be read by the host, as if typed; the grid would make its own values of it. */
function usePaste(state: GridState, onAct: (act: Act) => void): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const target = event.target as HTMLElement | null;
      if (!target?.closest('.fortune-container') || isFromThisGrid(event) || isEditing()) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text === '') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const { row, column } = state.selection;
      onAct({ kind: 'paste', sheet: state.current, row, column, block: blockOfText(text) });
    };
    window.addEventListener('paste', onPaste, true);
    return () => window.removeEventListener('paste', onPaste, true);
  }, [state, onAct]);
}

/** The host takes back what was done: the grid's own history knows nothing of what the script has written since. */
function useUndoKey(onAct: (act: Act) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const target = event.target as HTMLElement | null;
      const isHistory = (event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key);
      if (!isHistory || !target?.closest('.fortune-container') || isEditing()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.key === 'z') onAct({ kind: 'undo' });
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [onAct]);
}

/** The grid's formula bar looks at a cell only when it is chosen, so it is told of a change of the one that is. */
function showInFormulaBar({ known, current, selection }: GridState): void {
  const bar = document.getElementById('luckysheet-functionbox-cell');
  if (!bar || document.activeElement === bar || isEditing()) return;
  const cell = known.get(current)?.[selection.row]?.[selection.column];
  bar.textContent = cell?.f ?? String(cell?.v ?? '');
}

/** Whether a cell is open for typing: then what is pasted is part of its text. */
function isEditing(): boolean {
  // The grid lays the box of the cell in front of everything while it is typed into.
  return document.querySelector<HTMLElement>('.luckysheet-input-box')?.style.zIndex === '19';
}
