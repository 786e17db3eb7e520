import type { FormerItem, PanelView } from '../src/panel/surface';
import { button, el } from './dom';
import { call } from './rpc';
import './style.css';
import { heartbeat, panel, tickClocks } from './views';

/** Between two looks at the sheet, while the panel can be seen. */
const REFRESH = 30_000;

const live = el('span', 'live');
const refresh = button('button small', 'Refresh', () => void load());
const body = el('main', '');
const notice = el('div', 'notice');
notice.setAttribute('role', 'status');

/** Server's clock minus ours. */
let offset = 0;

function show(view: PanelView): void {
  offset = view.now - Date.now();
  const { text, tone } = heartbeat(view);
  live.className = `live ${tone}`;
  live.textContent = text;
  body.replaceChildren(...panel(view, view.now, { sync: () => void load('sync'), goTo: (item) => void goTo(item) }));
}

function say(message: string, tone: string): void {
  notice.className = `notice ${tone}`;
  notice.textContent = message;
}

async function load(name: 'view' | 'sync' = 'view'): Promise<void> {
  refresh.disabled = true;
  say(name === 'sync' ? 'Reading your sheets…' : '', '');
  try {
    show(await call(name, {}));
    say('', '');
  } catch (error) {
    say(error instanceof Error ? error.message : String(error), 'late');
  } finally {
    refresh.disabled = false;
  }
}

async function goTo(item: FormerItem): Promise<void> {
  try {
    const { row } = await call('goTo', { id: item.id });
    say(`Row ${row} of followed-up.`, '');
  } catch (error) {
    say(error instanceof Error ? error.message : String(error), 'late');
  }
}

document.body.append(el('header', '', live, refresh), body, notice);
live.textContent = 'loading…';
void load();
setInterval(() => tickClocks(body, Date.now() + offset), 1000);
setInterval(() => {
  if (document.visibilityState === 'visible') void load();
}, REFRESH);
