import type { PanelCards, PanelQuery, PanelStart, PanelTab } from '../../src/panel/surface';
import type { App } from '../app';
import { button, cell, el, input, labelled, select } from '../dom';
import { spellMoney, spellNumber, spellSpan } from '../format';
import { NO_FILTER } from '../state';
import { chooseLanguage, currentLanguage, LANGUAGES, type TextKey, t } from '../texts';
import { keyed } from './line';
import { pageHead, toList } from './page';

function cardsOf(app: App, cards: PanelCards): HTMLElement {
  const stage = (kind: string) =>
    app.state.start?.pipelines.flatMap(({ stages }) => stages).find((one) => one.kind === kind)?.name ?? '';
  const card = (label: TextKey, value: string, tab?: PanelTab, filter: PanelQuery['filter'] = NO_FILTER, tone = '') => {
    const content = el('span', '', el('strong', '', value), t(label));
    if (!tab) return el('div', `card ${tone}`, content);
    const element = button(`card ${tone}`, content, () => app.tab(tab, { filter, mine: false }));
    return keyed(`card ${label}`, element);
  };
  const reply = cards.responseMinutes === null ? '–' : spellSpan(cards.responseMinutes * 60_000);
  const potential = cards.potential.map(({ amount, currency }) => spellMoney(amount, currency, true)).slice(0, 2);
  return el(
    'div',
    'cards',
    card('overdue', spellNumber(cards.overdue), 'now', NO_FILTER, cards.overdue > 0 ? 'late' : ''),
    card('dueToday', spellNumber(cards.dueToday), 'today'),
    card('fresh', spellNumber(cards.fresh), 'now', { ...NO_FILTER, stage: stage('first') }),
    card('cContacted', spellNumber(cards.contacted), 'later', { ...NO_FILTER, stage: stage('open') }),
    card('converted', spellNumber(cards.converted), 'done', { ...NO_FILTER, stage: stage('won') }),
    card('quotes', spellNumber(cards.quotesPending), 'later'),
    card('potential', potential.join(' ') || '–', 'later'),
    card('response', reply),
    card('total', spellNumber(cards.total), 'later'),
    card('people', spellNumber(cards.people)),
    card('needsFixing', spellNumber(cards.needsFixing), undefined, NO_FILTER, cards.needsFixing > 0 ? 'soon' : ''),
    card('duplicates', spellNumber(cards.duplicates)),
  );
}

/** Who one is, where the sheet does not know it. */
function stranger({ me, staff }: PanelStart): HTMLElement | false {
  if (me.name !== '' || staff.length === 0) return false;
  return el('p', 'hint', cell(t('stranger', { email: me.email || t('nobody') })));
}

/** How things stand, and the way to everything that is no list. */
export function homeView(app: App): Node[] {
  const { start } = app.state;
  const page = (label: TextKey, press: () => void, key = '') => button('button', t(label), press, key);
  return [
    pageHead(t('home'), toList(app)),
    start ? cardsOf(app, start.cards) : el('p', 'empty', t('loading')),
    el(
      'section',
      'block grid',
      page('add', () => app.show('add'), '+'),
      page('history', () => app.show('history'), 'U'),
      page('health', () => app.show('health'), 'H'),
      page('help', () => app.show('help'), '?'),
      page('openSelected', () => void app.openSelected(), 'p'),
      page('setUp', () => app.show('setup')),
    ),
    el(
      'section',
      'block form',
      start && stranger(start),
      toggle(t('follow'), app.state.follow, (isOn) => {
        app.state.follow = isOn;
      }),
      toggle(t('masked'), document.documentElement.classList.contains('masked'), (isOn) => {
        document.documentElement.classList.toggle('masked', isOn);
      }),
      labelled(t('languageLabel'), languageChoice(app)),
    ),
  ];
}

function toggle(label: string, isOn: boolean, press: (isOn: boolean) => void): HTMLElement {
  const box = keyed(`toggle ${label}`, input('checkbox'));
  box.checked = isOn;
  box.addEventListener('change', () => press(box.checked));
  return el('label', 'check', box, label);
}

function languageChoice(app: App): HTMLElement {
  const options = Object.entries(LANGUAGES).map(([code, texts]) => [code, texts.language] as const);
  const language = keyed('language', select(options, currentLanguage()));
  language.addEventListener('change', () => {
    chooseLanguage(language.value);
    app.draw();
  });
  return language;
}
