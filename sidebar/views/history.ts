import type { PanelDeed } from '../../src/panel/surface';
import type { App } from '../app';
import { button, cell, el } from '../dom';
import { spellMoment } from '../format';
import { spellDeed, spellWho, t } from '../texts';
import { emptyBox, pageHead, toList } from './page';

/** What was done lately, newest first; each can be taken back. */
export function historyView(app: App): Node[] {
  const block = el('section', 'block', el('p', 'why', t('loading')));
  void fill(app, block);
  return [pageHead(t('history'), toList(app)), block];
}

async function fill(app: App, block: HTMLElement): Promise<void> {
  const deeds = await app.ask('deeds', {});
  if (deeds === null) block.replaceChildren(emptyBox(t('notLoaded')));
  else if (deeds.length === 0) block.replaceChildren(emptyBox(t('historyEmpty')));
  else block.replaceChildren(el('ol', 'timeline', ...deeds.map((deed) => line(app, deed))));
}

function line(app: App, { op, time, who, what, undone }: PanelDeed): HTMLElement {
  const back = button('plain', t('undo'), () => {
    app.doing.undoOps([op], spellDeed(what));
    back.disabled = true;
  });
  return el(
    'li',
    '',
    el('time', '', spellMoment(time, app.now)),
    el('div', '', cell(spellDeed(what), '', 120), ' ', cell(spellWho(who), 'muted', 80)),
    undone ? el('span', 'muted', t('undone')) : back,
  );
}
