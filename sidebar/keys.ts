import type { App } from './app';
import { closeDialog, isDialogOpen } from './dialog';
import { isTyping } from './dom';
import { focusGrid } from './rpc';
import { type TextKey, t } from './texts';
import { SNOOZES, snooze } from './views/acts';
import { askCall, askEnd, askNext, askNote, askOwner, askSnooze, askStage, writeMail } from './views/ask';
import { togglePick } from './views/line';
import { pickAll, toggleFilter } from './views/queue';
import { decide } from './views/review';

/** What `?` shows. */
export const KEYS: { shown: string; text: TextKey }[] = [
  { shown: 'j k', text: 'k_move' },
  { shown: 'Enter', text: 'k_open' },
  { shown: 'c', text: 'k_contacted' },
  { shown: 't', text: 'k_tried' },
  { shown: '1 2 3 4', text: 'k_snooze' },
  { shown: 's', text: 'k_snoozeMenu' },
  { shown: 'n', text: 'note' },
  { shown: 'l', text: 'call' },
  { shown: 'e', text: 'email' },
  { shown: 'a', text: 'assign' },
  { shown: 'g', text: 'setStage' },
  { shown: 'w', text: 'won' },
  { shown: 'W', text: 'lost' },
  { shown: 'm', text: 'k_review' },
  { shown: 'x X', text: 'k_select' },
  { shown: 'A', text: 'k_selectAll' },
  { shown: 'u', text: 'k_undo' },
  { shown: 'U', text: 'k_history' },
  { shown: '/', text: 'searchLabel' },
  { shown: '+', text: 'add' },
  { shown: 'h', text: 'home' },
  { shown: 'o', text: 'k_row' },
  { shown: 'p', text: 'k_selected' },
  { shown: 'H', text: 'health' },
  { shown: '[ ]', text: 'k_tabs' },
  { shown: 'f', text: 'k_filter' },
  { shown: 'v', text: 'k_whose' },
  { shown: 'r', text: 'k_refresh' },
  { shown: 'Esc', text: 'k_back' },
  { shown: '?', text: 'help' },
];

const TABS = ['now', 'today', 'later', 'done'] as const;

const PRESSES: Record<string, (app: App) => void> = {
  j: (app) => move(app, 1),
  ArrowDown: (app) => move(app, 1),
  k: (app) => move(app, -1),
  ArrowUp: (app) => move(app, -1),
  Enter: (app) => app.state.current !== '' && void app.openRecord(app.state.current),
  c: askNext,
  t: (app) => app.act('tried', {}),
  s: askSnooze,
  n: askNote,
  l: askCall,
  e: writeMail,
  a: askOwner,
  g: askStage,
  w: (app) => askEnd(app, 'won'),
  W: (app) => askEnd(app, 'lost'),
  m: (app) => void review(app),
  x: (app) => app.state.current !== '' && togglePick(app, app.state.current),
  X: pickRange,
  A: pickAll,
  u: (app) => void app.doing.undo(),
  U: (app) => app.show('history'),
  '/': () => document.getElementById('search')?.focus(),
  '+': (app) => app.show('add'),
  h: (app) => app.show('home'),
  o: (app) => app.state.current !== '' && void app.goTo(app.state.current),
  p: (app) => void app.openSelected(),
  H: (app) => app.show('health'),
  '[': (app) => turn(app, -1),
  ']': (app) => turn(app, 1),
  f: (app) => app.state.view === 'queue' && toggleFilter(app),
  v: (app) => void app.lists.load({ mine: !app.state.query.mine }),
  r: (app) => {
    app.outbox.hurry();
    void app.lists.refresh();
    void app.refreshStart();
  },
  '?': (app) => app.show('help'),
  Escape: back,
  ...Object.fromEntries(SNOOZES.map(([key, minutes]) => [key, (app: App) => snooze(app, minutes)])),
};

const DECISIONS = { '1': 'merge', '2': 'keep separate', '3': 'later' } as const;

/** Keys act while the panel has the focus and nobody is typing; a button keeps its own Enter and blank. */
export function listenToKeys(app: App): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isDialogOpen() || event.isComposing) return;
    const { target, key } = event;
    if (isTyping(target)) {
      if (key === 'Escape') (target as HTMLElement).blur();
      return;
    }
    const onControl = target instanceof HTMLElement && target.closest('button, a, summary, [type=checkbox]');
    if (onControl && (key === 'Enter' || key === ' ') && !(target as HTMLElement).classList.contains('item')) return;
    const { view, record } = app.state;
    if (view === 'review' && key in DECISIONS && record?.pairs[0]) {
      event.preventDefault();
      void decide(app, record.pairs[0].id, DECISIONS[key as keyof typeof DECISIONS]);
      return;
    }
    const press = PRESSES[key];
    if (!press || !app.state.start || (!['queue', 'record'].includes(view) && ACTING.includes(key))) return;
    event.preventDefault();
    if (CHANGING.includes(key) && app.targets.length === 0 && app.find(app.state.current)) app.say(t('inArchive'));
    else press(app);
  });
}

/** Keys that act on a follow-up, which other pages do not show. */
const ACTING = [...'jkctsnleagwWmxXAo1234', 'Enter', 'ArrowDown', 'ArrowUp'];
/** Keys that change it. */
const CHANGING = [...'ctsnleagwW1234'];

export function focusCurrent(app: App): void {
  const line = document.querySelector<HTMLElement>('.item[aria-current]');
  if (app.state.view !== 'queue') return;
  // While the list is on its way, the focus waits for its first line.
  if (!line && app.state.net !== 'loading')
    document.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus();
  line?.focus({ preventScroll: true });
  (line?.parentElement ?? line)?.scrollIntoView({ block: 'nearest' });
}

function move(app: App, by: number): void {
  const { state } = app;
  const { shown } = app;
  const at = shown.findIndex(({ id }) => id === state.current);
  const next = shown[Math.max(0, Math.min(shown.length - 1, at + by))];
  if (!next) return;
  if (state.view === 'record') {
    if (next.id !== state.current) void app.openRecord(next.id);
    return;
  }
  app.choose(next.id);
  focusCurrent(app);
  if (at + by >= shown.length - 3 && !state.hits && state.total > state.items.length && state.net === 'live')
    void app.lists.more();
}

/** From the line that was picked last to the one at hand. */
function pickRange(app: App): void {
  const { picked, current } = app.state;
  const ids = app.shown.map(({ id }) => id);
  const last = [...picked].pop() ?? current;
  const [from, to] = [ids.indexOf(last), ids.indexOf(current)].sort((a, b) => a - b);
  for (const id of ids.slice(Math.max(0, from), to + 1)) picked.add(id);
  app.draw();
}

function turn(app: App, by: number): void {
  const at = TABS.indexOf(app.state.query.tab);
  app.lists.tab(TABS[(at + by + TABS.length) % TABS.length]);
}

async function review(app: App): Promise<void> {
  const { state } = app;
  if (state.current === '') return;
  if (state.record?.item.id !== state.current) await app.openRecord(state.current);
  if (state.record) app.show('review');
}

/** One step back; from the list, the keyboard goes to the grid. */
function back(app: App): void {
  const { state } = app;
  closeDialog();
  if (state.view === 'review') app.show('record');
  else if (state.view !== 'queue') {
    app.show('queue');
    focusCurrent(app);
  } else if (state.picked.size > 0) {
    state.picked.clear();
    app.draw();
  } else if (state.hits) leaveSearch(app);
  else if (state.query.card) app.lists.tab(state.query.tab);
  else focusGrid();
}

function leaveSearch(app: App): void {
  const { state } = app;
  state.hits = null;
  const field = document.getElementById('search');
  if (field instanceof HTMLInputElement) field.value = '';
  state.current = state.items[0]?.id ?? '';
  app.draw();
  focusCurrent(app);
}
