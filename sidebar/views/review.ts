import type { PanelPair } from '../../src/panel/surface';
import type { App } from '../app';
import { breakAtSign, button, cell, el, set } from '../dom';
import { spellPhone } from '../format';
import { said, t } from '../texts';
import { keyed } from './line';
import { emptyBox, pageHead } from './page';

/** Phones and e-mails of one side that are shown. */
const MOST_VALUES = 8;

type Answer = 'merge' | 'keep separate' | 'later';

/** What may be one person, side by side, with why; a person decides. */
export function reviewView(app: App): Node[] {
  const pairs = app.state.record?.pairs ?? [];
  const head = pageHead(t('reviewTitle'), () => app.show('record'));
  if (pairs.length === 0) return [head, emptyBox(t('reviewDone'))];
  return [head, ...pairs.map((pair, at) => pairBox(app, pair, at === 0))];
}

function pairBox(app: App, pair: PanelPair, isFirst: boolean): HTMLElement {
  const choose = (label: string, answer: Answer, key: string, tone = '') =>
    keyed(
      `decide ${answer} ${pair.id}`,
      button(`button ${tone}`, label, () => void decide(app, pair.id, answer), isFirst ? key : ''),
    );
  return el(
    'section',
    'block',
    el('p', 'why', t('points', { p: Math.round(pair.probability * 100) }), ' · ', cell(said(pair.why), '', 400)),
    sides(pair),
    el(
      'div',
      'grid answers',
      choose(t('merge'), 'merge', '1', 'primary'),
      choose(t('separate'), 'keep separate', '2'),
      choose(t('decideLater'), 'later', '3'),
    ),
  );
}

function sides({ sides: [a, b] }: PanelPair): HTMLElement {
  const fields = [
    [t('name'), 'name'],
    [t('phones'), 'phones'],
    [t('emails'), 'emails'],
    [t('city'), 'city'],
    [t('records'), 'records'],
  ] as const;
  const rows = fields
    .filter(([, name]) => a[name] !== '' || b[name] !== '')
    .map(([label, name]) => {
      const isSame = a[name].toLowerCase() === b[name].toLowerCase();
      const line = (text: string) => breakAtSign(cell(spellPhone(text) || '–', 'line contact', 200));
      const value = (text: string) => el('td', '', ...text.split(', ').slice(0, MOST_VALUES).map(line));
      const sign = isSame && el('span', 'hidden', ` (${t('same')})`);
      const head = set(el('th', '', label, sign), { scope: 'row' });
      return el('tr', isSame ? 'same' : '', head, value(a[name]), value(b[name]));
    });
  return el('table', 'sides', el('tbody', '', ...rows));
}

export async function decide(app: App, pair: string, answer: Answer | ''): Promise<void> {
  app.say(t('working'));
  const pairs = await app.ask('decide', { op: `decide-${pair}-${Date.now()}`, pair, answer });
  if (!pairs) return;
  const { state } = app;
  if (state.record) state.record = { ...state.record, pairs };
  const back = { label: t('undo'), press: () => void decide(app, pair, '') };
  app.say(answer === '' ? t('did_undo', { who: t('reviewTitle') }) : t('decided'), answer === '' ? [] : [back]);
  app.show(pairs.length > 0 && answer !== 'later' ? 'review' : 'record');
}
