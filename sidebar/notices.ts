import type { Alert, App, Toast } from './app';
import { button, cell, el, set } from './dom';
import { focusCurrent } from './keys';
import { plural, t, word } from './texts';

/** Alerts that are kept in sight at once; what is older is in the history. */
const MOST_ALERTS = 5;

/** What the panel has to say: trouble with the connection, what has to be decided, what was done. */
export class Notices {
  readonly trouble = set(el('div', 'notice'), { role: 'status' });
  readonly alerts = set(el('div', 'alerts'), { role: 'alert' });
  readonly toasts = set(el('div', 'toasts'), { role: 'status' });
  /** For who cannot see what has changed. */
  readonly spoken = set(el('div', 'hidden'), { 'aria-live': 'polite' });
  private troubleKey = '';

  constructor(private readonly app: App) {}

  /** Trouble, and what waits to be sent. */
  update(): void {
    const { state, doing } = this.app;
    const reason =
      state.net === 'offline' ? t('offlineLong') : state.net === 'paused' ? t('paused', { reason: state.problem }) : '';
    const waiting = reason === '' ? [] : doing.waiting;
    const key = [document.documentElement.lang, reason, ...waiting].join('\n');
    if (this.troubleKey === key) return;
    this.troubleKey = key;
    this.trouble.replaceChildren(...(reason === '' ? [] : this.troubleOf(reason, waiting)));
  }

  private troubleOf(reason: string, waiting: readonly string[]): HTMLElement[] {
    const { state, doing } = this.app;
    const isOpen = this.trouble.querySelector('details')?.open ?? false;
    const again = button('plain', t('retry'), () => {
      doing.outbox.hurry();
      void (state.start ? this.app.lists.refresh() : this.app.open());
    });
    return [el('p', '', reason), ...queued(waiting, isOpen), again];
  }

  toast(toast: Toast | null): void {
    this.toasts.replaceChildren(...(toast ? [this.toastOf(toast)] : []));
  }

  private toastOf({ text, buttons }: Toast): HTMLElement {
    const presses = buttons.map(({ label, key = '', press }) => button('plain', label, press, key));
    return el(
      'div',
      'toast row',
      el('span', 'said', cell(text, '', 400)),
      ...presses,
      closer(() => this.toast(null)),
    );
  }

  /** Shows what has to be known or decided; it stays until then, whatever is done meanwhile. */
  alert({ text, lines = [], differences = [], buttons = [] }: Alert): void {
    const close = (): void => {
      const isInside = box.contains(document.activeElement);
      box.remove();
      if (isInside) focusCurrent(this.app);
    };
    const presses = buttons.map(({ label, press }) =>
      button('button small', label, () => {
        close();
        press();
      }),
    );
    const box = el(
      'div',
      'alert',
      el('div', 'row', el('strong', 'said', cell(text, '', 400)), closer(close)),
      differences.length > 0 && sides(differences),
      lines.length > 0 && el('ul', '', ...lines.map((line) => el('li', '', cell(line, '', 400)))),
      presses.length > 0 && el('div', 'acts', ...presses),
    );
    while (this.alerts.children.length >= MOST_ALERTS) this.alerts.firstElementChild?.remove();
    this.alerts.append(box);
  }

  announce(text: string): void {
    this.spoken.textContent = text;
  }
}

const closer = (close: () => void) => set(button('plain icon', '×', close), { 'aria-label': t('close') });

function queued(waiting: readonly string[], isOpen: boolean): HTMLElement[] {
  if (waiting.length === 0) return [];
  const list = el('ul', '', ...waiting.map((one) => el('li', '', cell(one, '', 200))));
  const details = el('details', '', el('summary', '', plural('queued', waiting.length)), list);
  details.open = isOpen;
  return [details];
}

/** Both values of what somebody else has changed. */
function sides(differences: readonly { field: string; yours: string; theirs: string }[]): HTMLElement {
  const head = (text: string) => set(el('th', '', text), { scope: 'col' });
  const rows = differences.map(({ field, yours, theirs }) =>
    el(
      'tr',
      '',
      set(el('th', '', cell(word('column', field), '', 60)), { scope: 'row' }),
      el('td', '', cell(yours || '–', '', 300)),
      el('td', '', cell(theirs || '–', '', 300)),
    ),
  );
  return el(
    'table',
    'sides',
    el('thead', '', el('tr', '', el('td', ''), head(t('yours')), head(t('theirs')))),
    el('tbody', '', ...rows),
  );
}
