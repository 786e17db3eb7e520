import { App } from './app';
import { el, isTyping } from './dom';
import { warmFormats } from './format';
import { Frame } from './frame';
import { focusCurrent, listenToKeys } from './keys';
import { keepLive } from './live';
import { givenStart } from './rpc';
import type { View } from './state';
import './style/base.css';
import './style/controls.css';
import './style/head.css';
import './style/list.css';
import './style/pages.css';
import './style/notices.css';
import { chooseLanguage, currentLanguage } from './texts';
import { addView } from './views/add';
import { healthView } from './views/health';
import { helpView } from './views/help';
import { historyView } from './views/history';
import { homeView } from './views/home';
import { moveMarker, tellClock } from './views/line';
import { queueView } from './views/queue';
import { recordView } from './views/record';
import { reviewView } from './views/review';
import { setUpView } from './views/set-up';

const VIEWS: Record<View, (app: App) => Node[]> = {
  queue: queueView,
  record: recordView,
  home: homeView,
  health: healthView,
  history: historyView,
  help: helpView,
  add: addView,
  review: reviewView,
  setup: setUpView,
};

/** Views that a person fills in, or that load for themselves: drawn when they are opened, and then left alone. */
const KEPT: View[] = ['add', 'setup', 'history'];

chooseLanguage();
const root = document.getElementById('app') ?? document.body.appendChild(el('div', ''));
let drawn = '';
const app: App = new App({
  draw,
  mark: () => moveMarker(app, frame.main),
  toast: (toast) => frame.notices.toast(toast),
  alert: (alert) => frame.notices.alert(alert),
  announce: (text) => frame.notices.announce(text),
});
const frame = new Frame(app, root);

/** While a button of the mouse is down, what is under it stays: a click is lost when its element is replaced on the way. */
let isPressed = false;
let isOwed = false;

function release(): void {
  isPressed = false;
  if (isOwed) draw();
}

function watchPresses(): void {
  frame.main.addEventListener('pointerdown', ({ button, target }) => {
    // A list that drops down may keep the release to itself.
    isPressed = button === 0 && !(target as HTMLElement).matches('select, option, input, textarea');
  });
  // What a click does is drawn at once.
  addEventListener('click', () => (isPressed = false), true);
  for (const kind of ['pointerup', 'pointercancel', 'contextmenu', 'blur'])
    addEventListener(kind, () => setTimeout(release));
}

/** Draws what the state says. The focus stays on what it was on, or goes to what took its place. */
function draw(): void {
  const { view, current } = app.state;
  const { main } = frame;
  const active = document.activeElement;
  const isInside = active instanceof HTMLElement && main.contains(active);
  const place = isInside ? active.dataset.focus : undefined;
  const what = `${view} ${view === 'record' ? current : ''} ${currentLanguage()}`;
  const isSame = what === drawn;
  frame.update();
  isOwed = isPressed;
  if (isPressed) return;
  if (isSame && (KEPT.includes(view) || (isInside && isTyping(active) && !(active instanceof HTMLSelectElement))))
    return;
  drawn = what;
  // To ask for it or set it makes the browser lay out everything, before the first paint as well.
  const top = app.state.isOpening ? 0 : main.scrollTop;
  main.dataset.view = view;
  main.replaceChildren(...VIEWS[view](app));
  if (top > 0) main.scrollTop = isSame ? top : 0;
  if (app.state.isOpening && view === 'queue') return;
  const again =
    place && [...main.querySelectorAll<HTMLElement>('[data-focus]')].find((one) => one.dataset.focus === place);
  const lost = document.activeElement === document.body || document.activeElement === null;
  // In the list, the focus goes with what is in hand.
  if (isSame && again && !again.classList.contains('item')) again.focus({ preventScroll: true });
  else if (isInside || (lost && document.hasFocus())) {
    if (view === 'queue') focusCurrent(app);
    else main.querySelector<HTMLElement>('[data-first], [data-focus=title]')?.focus();
  }
}

/** Once what was drawn can be seen: a frame is on the screen when the one after it is begun. */
function afterPaint(work: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(work)));
}

function tick(): void {
  frame.pulse();
  const { now } = app;
  app.lists.watchClock();
  for (const clock of document.querySelectorAll<HTMLElement>('[data-due]')) tellClock(clock, now);
}

/** With what the page was given the list is the first thing to be seen; only where it was given nothing, the sheet is asked. */
async function open(): Promise<void> {
  const given = givenStart();
  if (given) app.begin(given);
  else {
    draw();
    await app.open();
  }
  afterPaint(() => {
    warmFormats();
    app.state.isOpening = false;
    draw();
    // Whether the sheet can be reached, and what has changed on the way here.
    if (given) void poll();
  });
}

watchPresses();
listenToKeys(app);
const poll = keepLive(app);
setInterval(tick, 1000);
void open();
