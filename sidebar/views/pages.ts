import type { PanelCards, PanelPair, PanelQuery, PanelTab } from '../../src/panel/surface';
import { type App, nameOf } from '../app';
import { button, cell, el, input, labelled, select, set } from '../dom';
import { spellMoment, spellMoney, spellNumber, spellSpan } from '../format';
import { KEYS } from '../keys';
import { chooseLanguage, currentLanguage, LANGUAGES, type TextKey, t } from '../texts';
import { keyed } from './line';
import { emptyBox } from './queue';

/** The head of a page: its name and the way back. */
export function pageHead(app: App, title: string): HTMLElement {
  const back = keyed(
    'back',
    button('plain', `‹ ${t('back')}`, () => app.show('queue')),
  );
  return el(
    'section',
    'block head',
    el('div', 'row', back),
    set(el('h2', 'title', title), { tabindex: '-1', 'data-focus': 'title' }),
  );
}

// Home

const ALL: PanelQuery['filter'] = { source: '', stage: '', owner: '', kind: '' };

function cardsOf(app: App, cards: PanelCards): HTMLElement {
  const stage = (kind: string) =>
    app.state.start?.pipelines.flatMap(({ stages }) => stages).find((one) => one.kind === kind)?.name ?? '';
  const card = (label: TextKey, value: string, tab?: PanelTab, filter: PanelQuery['filter'] = ALL, tone = '') => {
    const content = el('span', '', el('strong', '', value), t(label));
    if (!tab) return el('div', `card ${tone}`, content);
    const element = button(`card ${tone}`, content, () => app.tab(tab, { filter, mine: false }));
    return keyed(`card ${label}`, element);
  };
  const reply = cards.responseMinutes === null ? '–' : spellSpan(cards.responseMinutes * 60_000);
  const [most] = cards.potential;
  const potential = most
    ? cards.potential
        .map(({ amount, currency }) => spellMoney(amount, currency, true))
        .slice(0, 2)
        .join(' ')
    : '–';
  return el(
    'div',
    'cards',
    card('overdue', spellNumber(cards.overdue), 'now', ALL, cards.overdue > 0 ? 'late' : ''),
    card('dueToday', spellNumber(cards.dueToday), 'today'),
    card('fresh', spellNumber(cards.fresh), 'now', { ...ALL, stage: stage('first') }),
    card('cContacted', spellNumber(cards.contacted), 'later', { ...ALL, stage: stage('open') }),
    card('converted', spellNumber(cards.converted), 'done', { ...ALL, stage: stage('won') }),
    card('quotes', spellNumber(cards.quotesPending), 'later'),
    card('potential', potential, 'later'),
    card('response', reply),
    card('total', spellNumber(cards.total), 'later'),
    card('people', spellNumber(cards.people)),
    card('needsFixing', spellNumber(cards.needsFixing), undefined, ALL, cards.needsFixing > 0 ? 'soon' : ''),
    card('duplicates', spellNumber(cards.duplicates)),
  );
}

export function homeView(app: App): Node[] {
  const { start } = app.state;
  const language = select(
    Object.entries(LANGUAGES).map(([code, texts]) => [code, texts.language]),
    currentLanguage(),
  );
  keyed('language', language).addEventListener('change', () => {
    chooseLanguage(language.value);
    app.draw();
  });
  const follow = keyed('follow', input('checkbox'));
  follow.checked = app.state.follow;
  follow.addEventListener('change', () => {
    app.state.follow = follow.checked;
  });
  return [
    pageHead(app, t('home')),
    start ? cardsOf(app, start.cards) : el('p', 'empty', t('loading')),
    el(
      'section',
      'block grid',
      button('button', t('add'), () => app.show('add'), '+'),
      button('button', t('history'), () => app.show('history'), 'U'),
      button('button', t('health'), () => app.show('health')),
      button('button', t('help'), () => app.show('help'), '?'),
    ),
    el('section', 'block form', el('label', 'check', follow, t('follow')), labelled(t('languageLabel'), language)),
  ];
}

// Health

export function healthView(app: App): Node[] {
  const { start } = app.state;
  if (!start) return [pageHead(app, t('health')), emptyBox(t('loading'))];
  const { health } = start;
  const minutes = Math.round(health.spent / 6000) / 10;
  const facts: [string, string][] = [
    [t('lastTick'), health.lastTick === 0 ? t('never') : spellMoment(health.lastTick, app.now)],
    [t('lag'), health.on && health.lastTick > 0 ? spellSpan(health.lag) : '–'],
    [t('runsAs'), health.owner || '–'],
    [t('nextSync'), health.nextSync === 0 ? '–' : spellMoment(health.nextSync, app.now)],
    [t('quota'), t('quotaValue', { used: minutes, n: health.ticks })],
  ];
  const problems = health.problems.map(({ message, remedy }) =>
    el('li', '', cell(message, 'strong'), cell(remedy, 'line')),
  );
  const sync = keyed(
    'sync',
    button('button primary', t('syncNow'), () => void syncNow(app)),
  );
  return [
    pageHead(app, t('health')),
    el(
      'section',
      'block',
      el('dl', 'pairs wide', ...facts.flatMap(([label, value]) => [el('dt', '', label), el('dd', '', cell(value))])),
    ),
    problems.length > 0
      ? el('section', 'block', el('h3', '', t('problems')), el('ul', 'problems', ...problems))
      : el('p', 'well', t('allWell')),
    el('section', 'block', sync),
  ];
}

async function syncNow(app: App): Promise<void> {
  app.say(t('syncing'));
  const done = await app.ask('sync', {});
  if (done) app.say(done.summary);
  await app.list();
}

// History

export function historyView(app: App): Node[] {
  const list = el('ol', 'timeline', el('li', '', t('loading')));
  void fillHistory(app, list);
  return [pageHead(app, t('history')), el('section', 'block', list)];
}

async function fillHistory(app: App, list: HTMLElement): Promise<void> {
  const deeds = (await app.ask('deeds', {})) ?? [];
  const lines = deeds.map(({ op, time, who, what, undone }) => {
    const back = button('plain', t('undo'), () => {
      app.undoOps([op], what);
      back.disabled = true;
    });
    return el(
      'li',
      '',
      el('time', '', spellMoment(time, app.now)),
      el('div', '', cell(what, '', 120), ' ', cell(`(${who})`, 'muted', 80)),
      undone ? el('span', 'muted', t('undone')) : back,
    );
  });
  list.replaceChildren(...(lines.length > 0 ? lines : [el('li', '', t('historyEmpty'))]));
}

// Keys

export function helpView(app: App): Node[] {
  const rows = KEYS.map(({ shown, text }) =>
    el('tr', '', el('th', '', ...shown.split(' ').map((key) => el('kbd', '', key))), el('td', '', t(text))),
  );
  for (const row of rows) row.firstElementChild?.setAttribute('scope', 'row');
  return [
    pageHead(app, t('help')),
    el('section', 'block', el('p', 'why', t('helpIntro')), el('table', 'keys', el('tbody', '', ...rows))),
  ];
}

// Add

const LEAD = ['name', 'company', 'phone', 'email', 'city'] as const;
/** A person types; the sheet is asked when they pause. */
const PAUSE = 500;

export function addView(app: App): Node[] {
  const warning = set(el('div', 'warning'), { 'aria-live': 'polite' });
  const fault = set(el('p', 'fault'), { role: 'alert' });
  const types = { name: 'text', company: 'text', phone: 'tel', email: 'email', city: 'text' };
  const inputs = LEAD.map((name) => keyed(`add ${name}`, input(types[name])));
  const note = keyed('add note', set(el('textarea', ''), { rows: '2' }));
  const staff = app.state.start?.staff.filter(({ active }) => active).map(({ name }) => [name, name] as const) ?? [];
  const owner = keyed('add owner', select([['', '–'], ...staff], app.state.start?.me.name ?? ''));
  const lead = () => {
    const [name, company, phone, email, city] = inputs.map(({ value }) => value.trim());
    return { name, company, phone, email, city, note: note.value.trim() };
  };
  let clock: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  const check = async (): Promise<void> => {
    const turn = ++asked;
    const found = await app.ask('check', lead());
    if (turn !== asked || !found) return;
    const hits = found.hits.map(({ item }) =>
      button(
        'item',
        el('span', 'row', cell(nameOf(item), 'name', 100), cell(item.phone || item.email, 'muted', 60)),
        () => void app.openRecord(item.id),
      ),
    );
    warning.replaceChildren(...(hits.length > 0 ? [el('strong', '', t('exists')), ...hits] : []));
  };
  const later = () => {
    clearTimeout(clock);
    clock = setTimeout(() => void check(), PAUSE);
  };
  for (const one of inputs) one.addEventListener('input', later);
  const save = el('button', 'button primary', t('add'));
  save.type = 'submit';
  const op = `add-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
  const labels = { name: t('name'), company: t('company'), phone: t('phone'), email: t('email'), city: t('city') };
  const form = el(
    'form',
    'form',
    ...LEAD.map((name, at) => labelled(labels[name], inputs[at])),
    labelled(t('message'), note),
    labelled(t('owner'), owner),
    warning,
    fault,
    save,
  );
  form.noValidate = true;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    clearTimeout(clock);
    const { name, company, phone, email } = lead();
    if (`${name}${company}` === '' || `${phone}${email}` === '') {
      fault.textContent = t('needContact');
      return;
    }
    save.disabled = true;
    save.textContent = t('adding');
    const done = await app.ask('add', { op, lead: lead(), owner: owner.value });
    save.disabled = false;
    save.textContent = t('add');
    if (!done) {
      fault.textContent = app.state.problem;
      return;
    }
    app.say(t('added', { who: nameOf(done.item) }));
    app.state.items.push(done.item);
    await app.openRecord(done.id);
  });
  return [pageHead(app, t('add')), el('section', 'block', form)];
}

// Duplicates

export function reviewView(app: App): Node[] {
  const pairs = app.state.record?.pairs ?? [];
  const back = keyed(
    'back',
    button('plain', `‹ ${t('back')}`, () => app.show('record')),
  );
  const head = el(
    'section',
    'block head',
    el('div', 'row', back),
    set(el('h2', 'title', t('reviewTitle')), { tabindex: '-1', 'data-focus': 'title' }),
  );
  if (pairs.length === 0) return [head, emptyBox(t('reviewDone'))];
  return [head, ...pairs.map((pair) => pairBox(app, pair))];
}

function pairBox(app: App, pair: PanelPair): HTMLElement {
  const rows: [string, 'name' | 'phones' | 'emails' | 'city'][] = [
    [t('name'), 'name'],
    [t('phones'), 'phones'],
    [t('emails'), 'emails'],
    [t('city'), 'city'],
  ];
  const [a, b] = pair.sides;
  const lines = rows
    .filter(([, name]) => a[name] !== '' || b[name] !== '')
    .map(([label, name]) => {
      const isSame = a[name].toLowerCase() === b[name].toLowerCase() && a[name] !== '';
      const th = set(el('th', '', label), { scope: 'row' });
      return el(
        'tr',
        isSame ? 'same' : '',
        th,
        el('td', '', cell(a[name], '', 200)),
        el('td', '', cell(b[name], '', 200)),
      );
    });
  const choose = (label: string, answer: 'merge' | 'keep separate' | 'later', key: string, tone = '') =>
    keyed(
      `decide ${answer} ${pair.id}`,
      button(`button ${tone}`, label, () => void decide(app, pair.id, answer), key),
    );
  return el(
    'section',
    'block',
    el('p', 'why', t('points', { p: Math.round(pair.probability * 100) }), ' · ', cell(pair.why, '', 400)),
    el('table', 'sides', el('tbody', '', ...lines)),
    el(
      'div',
      'grid three',
      choose(t('merge'), 'merge', '1', 'primary'),
      choose(t('separate'), 'keep separate', '2'),
      choose(t('decideLater'), 'later', '3'),
    ),
  );
}

export async function decide(app: App, pair: string, answer: 'merge' | 'keep separate' | 'later'): Promise<void> {
  app.say(t('working'));
  const pairs = await app.ask('decide', { op: `decide-${pair}-${Date.now()}`, pair, answer });
  if (!pairs) return;
  if (app.state.record) app.state.record = { ...app.state.record, pairs };
  app.say(t('decided'));
  app.show(pairs.length > 0 && answer !== 'later' ? 'review' : 'record');
}

// First run

export function setUpView(app: App): Node[] {
  const said = set(el('p', 'why'), { role: 'status' });
  const steps: { step: 'begin' | 'staff' | 'automatic'; title: string; hint: string }[] = [
    { step: 'begin', title: t('step1'), hint: t('step1Hint') },
    { step: 'staff', title: t('step2'), hint: t('step2Hint') },
    { step: 'automatic', title: t('step3'), hint: t('step3Hint') },
  ];
  const names = set(keyed('staff', el('textarea', '')), { rows: '3', 'aria-label': t('step2') });
  const signs = new Map<string, HTMLElement>();
  const run = async (step: 'begin' | 'staff' | 'automatic' | 'demo' | 'remove demo'): Promise<void> => {
    said.textContent = t('working');
    const staff = names.value
      .split('\n')
      .map((line) => line.split(/[,;\t]/))
      .filter(([name]) => name.trim() !== '');
    const done = await app.ask('setUp', {
      step,
      ...(step === 'staff' && {
        staff: staff.map(([name, email = '']) => ({ name: name.trim(), email: email.trim() })),
      }),
    });
    said.textContent = done ? done.message : app.state.problem;
    for (const one of done?.done ?? []) signs.get(one)?.replaceChildren('✓ ', t('stepDone'));
  };
  const boxes = steps.map(({ step, title, hint }, at) => {
    const sign = el('span', 'well');
    signs.set(step, sign);
    const go = keyed(
      `step ${step}`,
      set(
        button(at === 0 ? 'button primary' : 'button', t('go'), () => void run(step)),
        { 'aria-label': `${t('go')}: ${title}` },
      ),
    );
    return el(
      'li',
      'step',
      el('div', 'row', el('strong', '', `${at + 1}. ${title}`), el('span', 'space'), sign),
      el('p', 'why', hint),
      step === 'staff' && names,
      go,
    );
  });
  const finish = keyed(
    'finish',
    button('button primary wide', t('finish'), () => {
      app.state.view = 'queue';
      void app.open();
    }),
  );
  return [
    el('section', 'block head', set(el('h2', 'title', t('setUpTitle')), { tabindex: '-1', 'data-focus': 'title' })),
    el('ol', 'steps', ...boxes),
    el(
      'section',
      'block',
      said,
      el(
        'div',
        'grid',
        button('button', t('demo'), () => void run('demo')),
        button('button', t('demoRemove'), () => void run('remove demo')),
      ),
      finish,
    ),
  ];
}
