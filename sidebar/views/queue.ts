import { PANEL_ITEMS, type PanelItem, type PanelSort } from '../../src/panel/surface';
import { type App, nameOf } from '../app';
import { button, cell, el, labelled, select, set } from '../dom';
import { spellMoment } from '../format';
import { isLate, NO_FILTER } from '../state';
import { plural, t } from '../texts';
import { actRows } from './acts';
import { CARDS } from './home';
import { keyed, lineOf, togglePick } from './line';
import { emptyBox } from './page';

/** As many lines as most screens show. */
const SCREENFUL = 14;

const SORTS: PanelSort[] = ['due', 'score', 'name', 'amount', 'newest'];

/** The list of a tab, or what a search has found. */
export function queueView(app: App): Node[] {
  const { hits, start, net, isLoaded, isOpening } = app.state;
  if (!start) return [net === 'loading' ? skeleton() : emptyBox(t('notLoaded'))];
  if (hits) return hitsView(app);
  const list = isOpening ? app.shown.slice(0, SCREENFUL) : app.shown;
  const rest = app.state.total - list.length;
  return [
    toolbar(app),
    ...selection(app),
    list.length > 0 ? groups(app, list) : net === 'loading' && !isLoaded ? skeleton() : empty(app),
    ...(rest > 0 && list.length > 0
      ? [
          keyed(
            'more',
            button('button wide', t('more', { n: Math.min(rest, PANEL_ITEMS) }), () => void app.lists.more()),
          ),
        ]
      : []),
  ];
}

/** What stands there before the data: lines without words. */
function skeleton(): HTMLElement {
  const line = () => el('div', 'ghost', el('span', ''), el('span', ''));
  const list = set(el('div', 'ghosts', line(), line(), line(), line(), line(), line()), { 'aria-hidden': 'true' });
  return el('div', '', el('p', 'hidden', t('loading')), list);
}

function groups(app: App, list: PanelItem[]): HTMLElement {
  const { query } = app.state;
  const box = el('div', list.length > SCREENFUL ? 'list long' : 'list');
  const isFirst = (item: PanelItem) => query.sort === 'due' && !query.card && isLate(item, app.now);
  const late = list.filter(isFirst);
  const rest = list.filter((item) => !isFirst(item));
  if (late.length > 0) box.append(el('h2', 'group', t('late')), lines(app, late));
  if (rest.length > 0) box.append(...(late.length > 0 ? [el('h2', 'group', t(query.tab))] : []), lines(app, rest));
  return box;
}

function lines(app: App, items: PanelItem[]): HTMLElement {
  return el('ul', 'items', ...items.map((item) => lineOf(app, item)));
}

// Above the list

function toolbar(app: App): HTMLElement {
  const { query, filterOpen, picked, current } = app.state;
  const toggle = keyed(
    'filter',
    button('plain', t('filter'), () => toggleFilter(app), 'f'),
  );
  toggle.setAttribute('aria-expanded', String(filterOpen));
  const sort = select(
    SORTS.map((one) => [one, t(`sort_${one}`)]),
    query.sort,
  );
  set(keyed('sort', sort), { 'aria-label': t('sort') });
  sort.addEventListener('change', () => void app.lists.load({ sort: sort.value as PanelSort }));
  const pick =
    picked.size === 0 &&
    current !== '' &&
    keyed(
      'select',
      button('plain', t('select'), () => togglePick(app, current), 'x'),
    );
  const above = el('div', 'row', sort, el('span', 'space'), pick, toggle);
  return el('div', 'tools', above, filterOpen ? filters(app) : chips(app));
}

/** What the list is narrowed to, each to be taken off. */
function chips(app: App): HTMLElement | false {
  const { filter, card } = app.state.query;
  const chip = (name: string, what: string, off: () => void) => {
    const element = keyed(`chip ${name}`, button('chip', cell(`${what} ×`, '', 40), off));
    return set(element, { 'aria-label': t('remove', { what }) });
  };
  const filters = (Object.keys(filter) as (keyof typeof filter)[]).filter((name) => filter[name] !== '');
  const all = [
    ...(card ? [chip('card', t(CARDS[card].label), () => app.lists.tab(app.state.query.tab))] : []),
    ...filters.map((name) => {
      const what = name === 'kind' ? t(filter[name] as 'order' | 'lead') : filter[name];
      return chip(name, what, () => void app.lists.load({ filter: { ...filter, [name]: '' } }));
    }),
  ];
  return all.length > 0 && el('div', 'chips', ...all);
}

export function toggleFilter(app: App): void {
  app.state.filterOpen = !app.state.filterOpen;
  app.draw();
  document.querySelector<HTMLElement>(app.state.filterOpen ? '.filters select' : '[data-focus=filter]')?.focus();
}

function filters(app: App): HTMLElement {
  const { start, query } = app.state;
  const unique = (names: string[]) => [...new Set(names)].map((name) => [name, name] as const);
  const field = (name: keyof typeof query.filter, label: string, options: readonly (readonly [string, string])[]) => {
    const element = keyed(`filter ${name}`, select([['', t('all')], ...options], query.filter[name]));
    element.addEventListener(
      'change',
      () => void app.lists.load({ filter: { ...query.filter, [name]: element.value } }),
    );
    return labelled(label, element);
  };
  const clear = () => void app.lists.load({ filter: NO_FILTER });
  return el(
    'div',
    'filters',
    field('stage', t('stage'), unique(start?.pipelines.flatMap(({ stages }) => stages.map(({ name }) => name)) ?? [])),
    field('source', t('source'), unique(start?.sources.map(({ sheet }) => sheet) ?? [])),
    field('owner', t('owner'), unique(start?.staff.map(({ name }) => name) ?? [])),
    field('kind', t('type'), [
      ['order', t('order')],
      ['lead', t('lead')],
    ]),
    button('button wide', t('clearFilter'), clear),
  );
}

/** The bar of a selection: keys act on all of it. */
function selection(app: App): HTMLElement[] {
  const { picked } = app.state;
  if (picked.size === 0) return [];
  const none = button('plain', t('selectNone'), () => {
    picked.clear();
    app.draw();
  });
  return [
    el(
      'div',
      'selection',
      el(
        'div',
        'row',
        el('strong', '', plural('selected', picked.size)),
        el('span', 'space'),
        button('plain', t('selectAll'), () => pickAll(app), 'A'),
        none,
      ),
      ...actRows(app),
    ),
  ];
}

/** All that are shown. */
export function pickAll(app: App): void {
  for (const { id } of app.shown) app.state.picked.add(id);
  app.draw();
}

function hitsView(app: App): Node[] {
  const { hits } = app.state;
  if (!hits) return [];
  if (hits.items.length === 0 && hits.partial && app.state.net === 'live') return [skeleton()];
  if (hits.items.length === 0) return [emptyBox(t('emptySearch', { text: hits.text.slice(0, 60) }), addButton(app))];
  const head = plural('hits', hits.items.length) + (hits.partial ? ` ${t('hitsPartial')}` : '');
  const items = hits.items.map(({ item, field }) => lineOf(app, item, field, hits.text));
  return [el('h2', 'group', head), ...selection(app), el('ul', 'items', ...items)];
}

// Nothing to show: say why, and what comes next

const addButton = (app: App) => button('button', t('add'), () => app.show('add'), '+');

const EMPTY = { now: 'emptyNow', today: 'emptyToday', later: 'emptyLater', done: 'emptyDone' } as const;

function empty(app: App): HTMLElement {
  const { query, counts, next, isLoaded } = app.state;
  if (!isLoaded) return emptyBox(t('notLoaded'));
  if (query.card || Object.values(query.filter).some((one) => one !== '')) {
    const clear = () => void app.lists.load({ filter: NO_FILTER, card: undefined });
    return emptyBox(t('emptyFilter'), button('button', t('clearFilter'), clear));
  }
  const coming =
    next?.due && cell(t('emptyNext', { who: nameOf(next).slice(0, 80), when: spellMoment(next.due, app.now) }));
  const other = (['now', 'today', 'later'] as const).find((tab) => tab !== query.tab && counts[tab] > 0);
  const to = other && button('button primary', `${t(other)} ${counts[other]}`, () => app.lists.tab(other));
  return emptyBox(t(EMPTY[query.tab]), coming || false, to ?? false, query.tab === 'later' && addButton(app));
}
