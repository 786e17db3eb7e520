import type { App } from '../app';
import { el } from '../dom';
import { KEYS } from '../keys';
import { type TextKey, t } from '../texts';
import { pageHead, toList } from './page';

/** Keys of the grid, by the macros of the manifest: Ctrl+Alt+Shift and the digit. */
const GRID_KEYS: [string, TextKey][] = [
  ['1', 'g_panel'],
  ['2', 'g_contacted'],
  ['3', 'tried'],
  ['4', 'g_snooze'],
  ['5', 'note'],
  ['6', 'g_next'],
  ['7', 'undo'],
];

/** All keys. */
export function helpView(app: App): Node[] {
  const rows = KEYS.map(({ shown, text }) => row(shown, t(text)));
  const gridRows = GRID_KEYS.map(([digit, text]) => row(digit, t(text)));
  return [
    pageHead(t('help'), toList(app)),
    el('section', 'block', el('p', 'why', t('helpIntro')), el('table', 'keys', el('tbody', '', ...rows))),
    el(
      'section',
      'block',
      el('h3', '', t('gridKeys')),
      el('p', 'why', t('gridIntro')),
      el('table', 'keys', el('tbody', '', ...gridRows)),
    ),
  ];
}

function row(keys: string, text: string): HTMLElement {
  const head = el('th', '', ...keys.split(' ').map((key) => el('kbd', '', key)));
  head.scope = 'row';
  return el('tr', '', head, el('td', '', text));
}
