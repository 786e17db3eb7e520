import type { App } from '../app';
import { button, el, set } from '../dom';
import { t } from '../texts';
import { keyed } from './line';

/** The head of a page: its name and the way back. */
export function pageHead(title: string, back: () => void): HTMLElement {
  return el(
    'section',
    'block head',
    el('div', 'row', keyed('back', button('plain', `‹ ${t('back')}`, back))),
    set(el('h2', 'title', title), { tabindex: '-1', 'data-focus': 'title' }),
  );
}

/** The way back to the list. */
export const toList = (app: App) => (): void => app.show('queue');

/** Says why there is nothing, and what can be done. */
export function emptyBox(text: string, ...more: (HTMLElement | null | false)[]): HTMLElement {
  return el('div', 'empty', el('p', '', text), ...more);
}
