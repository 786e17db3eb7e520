import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Act, BookView, ExecutionView, FrameView, News, QuestionView } from '../serve/protocol';
import { ask, fetchBook, fetchSheet, listen } from './client';
import type { GridHandle } from './Grid';

export interface Toast {
  id: number;
  title: string;
  message: string;
  /** Negative: until it is closed. */
  seconds: number;
}

/** All that the page shows, as the host last said it. */
export interface PageState {
  book?: BookView;
  /** The sheet that is in front when the grid is made. */
  active: string;
  /** Counts the makings of the grid: a change of the list of sheets makes it anew. */
  version: number;
  executions: ExecutionView[];
  running?: string;
  question?: QuestionView;
  panel?: FrameView;
  dialog?: FrameView;
  toasts: Toast[];
  saved?: { at: number; error?: string };
  failure?: string;
}

const KEPT_EXECUTIONS = 200;
let toasts = 0;

/** Holds the state of the page, follows the news, and hands a person's acts to the host in their order. */
export function useBook(grid: RefObject<GridHandle>) {
  const [state, setState] = useState<PageState>({ active: '', version: 0, executions: [], toasts: [] });
  const patch = useCallback((change: Partial<PageState>) => setState((was) => ({ ...was, ...change })), []);
  const structures = useRef(new Map<string, number>());
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  const toast = useCallback((message: string, title = '', seconds = 5) => {
    const entry = { id: ++toasts, title, message, seconds };
    // As in Sheets, a new one takes the place of the last.
    setState((was) => ({ ...was, toasts: [entry] }));
  }, []);

  const dropToast = useCallback((id: number) => {
    setState((was) => ({ ...was, toasts: was.toasts.filter((each) => each.id !== id) }));
  }, []);

  const load = useCallback(async () => {
    try {
      const book = await fetchBook();
      const place = grid.current?.place().sheet;
      const shown = book.sheets.filter(({ hidden }) => !hidden);
      const active = (shown.find(({ id }) => id === place) ?? shown[0]).id;
      for (const { id, structure } of book.sheets) structures.current.set(id, structure);
      document.title = book.name;
      const { executions, running, question, panel } = book;
      const fresh = { book, active, executions, running, question, panel, failure: undefined };
      setState((was) => ({ ...was, ...fresh, version: was.version + 1 }));
    } catch (error) {
      patch({ failure: (error as Error).message });
    }
  }, [grid, patch]);

  const refresh = useCallback(
    async (sheet: string) => {
      const view = await fetchSheet(sheet).catch(() => undefined);
      if (!view) return;
      structures.current.set(sheet, view.structure);
      grid.current?.replaceSheet(view);
    },
    [grid],
  );

  const act = useCallback(
    (done: Act) => {
      queue.current = queue.current.then(async () => {
        const sheet = 'sheet' in done ? done.sheet : '';
        const reply = await ask({ kind: 'act', act: done, structure: structures.current.get(sheet) ?? 0 });
        if (reply.ok) {
          if (typeof reply.value === 'number') structures.current.set(sheet, reply.value);
          return;
        }
        toast(reply.error.message, 'That was not possible');
        await (done.kind === 'addSheet' || done.kind === 'deleteSheet' || done.kind === 'rename'
          ? load()
          : refresh(sheet));
      });
    },
    [load, refresh, toast],
  );

  useEffect(() => {
    const stale = new Map<string, Promise<void>>();
    const refreshOnce = (sheet: string): void => {
      if (!grid.current?.holds(sheet)) return;
      // One fetch at a time for each sheet, and one more for what changed meanwhile.
      const last = stale.get(sheet) ?? Promise.resolve();
      const next: Promise<void> = last.then(() => (stale.get(sheet) === next ? refresh(sheet) : undefined));
      stale.set(sheet, next);
    };
    const take = (news: News): void => {
      if (news.kind === 'cells') grid.current?.applyCells(news.sheet, news.styles, news.cells);
      else if (news.kind === 'stale') refreshOnce(news.sheet);
      else if (news.kind === 'book') load();
      else if (news.kind === 'toast') toast(news.message, news.title, news.seconds);
      else if (news.kind === 'activate') grid.current?.activate(news.sheet, news.row, news.column);
      else setState((was) => ({ ...was, ...changeBy(news, was) }));
    };
    return listen(take, load);
  }, [grid, load, refresh, toast]);

  return { state, patch, act, refresh, reload: load, toast, dropToast };
}

function changeBy(news: News, was: PageState): Partial<PageState> {
  switch (news.kind) {
    case 'menus':
      return was.book ? { book: { ...was.book, menus: news.menus } } : {};
    case 'clock':
      return was.book ? { book: { ...was.book, clock: news.clock } } : {};
    case 'question':
      return { question: news.question ?? undefined };
    case 'panel':
      return { panel: news.frame ?? undefined };
    case 'dialog':
      return { dialog: news.frame ?? undefined };
    case 'running':
      return { running: news.functionName ?? undefined };
    case 'execution':
      return { executions: [...was.executions, news.execution].slice(-KEPT_EXECUTIONS) };
    case 'saved':
      return { saved: { at: news.at, error: news.error } };
    default:
      return {};
  }
}
