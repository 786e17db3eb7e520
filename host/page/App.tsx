import { useCallback, useEffect, useRef, useState } from 'react';
import { ClockBar } from './ClockBar';
import { answer, ask } from './client';
import { Executions } from './Executions';
import { Dialog, Panel } from './Frames';
import { Grid, type GridHandle } from './Grid';
import { Guard } from './Guard';
import { MenuBar } from './MenuBar';
import { Question } from './Question';
import { Toasts } from './Toasts';
import { useBook } from './use-book';

/** The page: a spreadsheet with its menus, the panel beside it, a clock, and what the script did. */
export function App() {
  const grid = useRef<GridHandle>(null);
  const { state, patch, act, refresh, reload, toast, dropToast } = useBook(grid);
  const [drawer, setDrawer] = useState(false);
  const { book, panel, dialog, question, running, saved } = state;

  const isNarrow = panel !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the grid measures itself anew when the window changes, and so it has to when the panel takes or gives room
  useEffect(() => {
    window.dispatchEvent(new Event('resize'));
  }, [isNarrow]);
  const run = useCallback(
    async (functionName: string) => {
      const reply = await ask({ kind: 'menu', functionName });
      if (!reply.ok) toast(reply.error.message, reply.error.name, -1);
    },
    [toast],
  );
  const sort = (ascending: boolean): void => {
    const place = grid.current?.place();
    if (place) act({ kind: 'sort', sheet: place.sheet, column: place.column, ascending });
  };

  if (state.failure) return <p className="failure">{state.failure}</p>;
  if (!book) return <p className="failure">Opening the workbook…</p>;
  const closeFrame = (id: string): void => {
    patch(id === panel?.id ? { panel: undefined } : { dialog: undefined });
    ask({ kind: 'closed', frame: id });
  };
  return (
    <div className="page">
      <header className="top">
        <div className="names">
          <h1>{book.name}</h1>
          <span className={saved?.error ? 'saved bad' : 'saved'} title={book.file}>
            {saved?.error ?? (running ? `Running ${running}…` : 'Saved to this computer')}
          </span>
        </div>
        <MenuBar menus={book.menus} onRun={run} onSort={sort} onUndo={() => act({ kind: 'undo' })} />
        <ClockBar clock={book.clock} />
        <button type="button" className="quiet" onClick={() => setDrawer(!drawer)} aria-expanded={drawer}>
          Executions
        </button>
      </header>
      <main className="work">
        <section className="grid" aria-label="Spreadsheet">
          <Guard key={state.version} onError={reload}>
            <Grid ref={grid} sheets={book.sheets} active={state.active} onAct={act} onNeed={refresh} />
          </Guard>
        </section>
        {panel && <Panel frame={panel} onClose={() => closeFrame(panel.id)} />}
      </main>
      {drawer && <Executions list={state.executions} timeZone={book.clock.timeZone} onClose={() => setDrawer(false)} />}
      {dialog && <Dialog frame={dialog} onClose={() => closeFrame(dialog.id)} />}
      {question && <Question key={question.id} question={question} onAnswer={answer} />}
      <Toasts list={state.toasts} onGone={dropToast} />
    </div>
  );
}
