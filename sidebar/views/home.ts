import type { PanelCard, PanelCards, PanelSort, PanelStart } from '../../src/panel/surface';
import type { App } from '../app';
import { button, cell, el, input, labelled, select } from '../dom';
import { spellMoney, spellSpan } from '../format';
import { chooseLanguage, currentLanguage, LANGUAGES, spellNumber, type TextKey, t } from '../texts';
import { keyed } from './line';
import { pageHead, toList } from './page';

/** The cards, in order: what each is called, and how the list behind it is sorted. */
export const CARDS: Record<PanelCard, { label: TextKey; sort: PanelSort }> = {
  overdue: { label: 'overdue', sort: 'due' },
  dueToday: { label: 'dueToday', sort: 'due' },
  fresh: { label: 'fresh', sort: 'newest' },
  contacted: { label: 'cContacted', sort: 'due' },
  converted: { label: 'converted', sort: 'amount' },
  quotesPending: { label: 'quotes', sort: 'due' },
  potential: { label: 'potential', sort: 'amount' },
  total: { label: 'total', sort: 'due' },
  duplicates: { label: 'duplicates', sort: 'due' },
};

function cardsOf(app: App, cards: PanelCards): HTMLElement {
  const money = cards.potential.map(({ amount, currency }) => spellMoney(amount, currency, true));
  const open = (Object.keys(CARDS) as PanelCard[]).map((card) => {
    const { label, sort } = CARDS[card];
    const value = card === 'potential' ? money.slice(0, 2).join(' ') || '–' : spellNumber(cards[card]);
    const tone = card === 'overdue' && cards.overdue > 0 ? 'late' : '';
    return keyed(
      `card ${card}`,
      button(`card ${tone}`, content(label, value), () => app.lists.card(card, sort)),
    );
  });
  const { responseMinutes, people, needsFixing } = cards;
  const figure = (label: TextKey, value: string, tone = '') => el('div', `card ${tone}`, content(label, value));
  return el(
    'div',
    'cards',
    ...open,
    figure('response', responseMinutes === null ? '–' : spellSpan(responseMinutes * 60_000)),
    figure('people', spellNumber(people)),
    figure('needsFixing', spellNumber(needsFixing), needsFixing > 0 ? 'soon' : ''),
  );
}

const content = (label: TextKey, value: string) => el('span', '', el('strong', '', value), t(label));

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
    app.hush();
    app.draw();
  });
  return language;
}
