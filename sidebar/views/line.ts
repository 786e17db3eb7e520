import type { PanelItem } from '../../src/panel/surface';
import { type App, nameOf } from '../app';
import { button, cell, el, input, set } from '../dom';
import { spellDue, spellMoney, spellPhone } from '../format';
import { currentLanguage, hasFormats, plural, t, word } from '../texts';
import { actRows } from './acts';
import { highlight } from './highlight';

/** Names what the focus is on, so that it is found again when the view has been drawn anew. */
export function keyed<E extends HTMLElement>(key: string, element: E): E {
  element.dataset.focus = key;
  return element;
}

/** Lines as they were drawn last: one whose follow-up is the same object, drawn under the same sign, is used again. */
const drawn = new WeakMap<PanelItem, { sign: string; line: HTMLElement }>();

/** One follow-up; the one in hand shows what can be done. */
export function lineOf(app: App, item: PanelItem, field = '', text = ''): HTMLElement {
  const { current, picked, query } = app.state;
  const { sort, mine } = query;
  const sign = [field, text, picked.size > 0, picked.has(item.id), sort, mine, currentLanguage(), hasFormats()].join(
    '\n',
  );
  const known = drawn.get(item);
  const line = known?.sign === sign ? known.line : drawLine(app, item, field, text);
  drawn.set(item, { sign, line });
  // A line that is used again may have been out of sight while the clock went on.
  for (const element of line.querySelectorAll<HTMLElement>('[data-due]')) tellClock(element, app.now);
  line.querySelectorAll('.hand').forEach((part) => {
    part.remove();
  });
  line.className = '';
  line.firstElementChild?.removeAttribute('aria-current');
  if (item.id === current) take(app, line, item);
  return line;
}

function drawLine(app: App, item: PanelItem, field: string, text: string): HTMLElement {
  const main = button(
    'item',
    el(
      'span',
      'row',
      mark(nameOf(item), 'name', field === 'name' ? text : ''),
      item.duplicates > 0 && set(el('span', 'twice', '2×'), { title: t('dupMany', { n: item.duplicates }) }),
      item.archived && el('span', 'chip', t('archived')),
      clock(app, item),
    ),
    () => {
      if (app.state.current === item.id) void app.openRecord(item.id);
      else app.choose(item.id);
    },
  );
  // By Tab too, what has the focus is what keys act on; a click chooses first, and opens when it is pressed again.
  main.addEventListener('focus', () => {
    if (app.state.current !== item.id && main.matches(':focus-visible')) app.choose(item.id);
  });
  main.append(detailsLine(app, item, field, text));
  keyed(`item ${item.id}`, main);
  const row = el('li', '', main);
  row.dataset.id = item.id;
  if (app.state.picked.size > 0) row.prepend(pick(app, item));
  return row;
}

/** Puts the marker on a line: what can be done stands below it. */
function take(app: App, line: HTMLElement, item: PanelItem): void {
  line.className = 'on';
  line.querySelector('.item')?.setAttribute('aria-current', 'true');
  if (app.state.picked.size === 0) line.append(el('div', 'hand', ...actRows(app, item), reasonLine(item)));
}

/** Moves the marker to the follow-up in hand, and draws nothing else. */
export function moveMarker(app: App, list: HTMLElement): void {
  const { current } = app.state;
  for (const line of list.querySelectorAll<HTMLElement>('li.on')) {
    line.className = '';
    line.querySelector('.item')?.removeAttribute('aria-current');
    line.querySelector('.hand')?.remove();
  }
  const line = [...list.querySelectorAll<HTMLElement>('li[data-id]')].find(({ dataset }) => dataset.id === current);
  const item = app.find(current);
  if (line && item) take(app, line, item);
}

function pick(app: App, item: PanelItem): HTMLElement {
  const box = set(input('checkbox'), { 'aria-label': t('pick', { name: nameOf(item) }) });
  box.checked = app.state.picked.has(item.id);
  box.addEventListener('change', () => togglePick(app, item.id));
  return keyed(`pick ${item.id}`, el('span', 'pick', box));
}

export function togglePick(app: App, id: string): void {
  const { picked } = app.state;
  if (!picked.delete(id)) picked.add(id);
  app.state.current = id;
  app.draw();
}

const mark = (text: string, className: string, wanted: string): HTMLElement => {
  const element = wanted === '' ? cell(text, className, 200) : highlight(text, className, wanted);
  // The line has no room for all of it.
  element.title = text.slice(0, 300);
  return element;
};

function detailsLine(app: App, item: PanelItem, field: string, text: string): HTMLElement {
  const { status, source, phone, email, company, reference, amount, currency, tries, score, owner } = item;
  const { query } = app.state;
  const shown: [string, string][] = [
    ['status', status],
    ['owner', query.mine ? '' : owner],
    ['score', query.sort === 'score' && score !== null ? t('score', { n: score }) : ''],
    ['company', company],
    ['reference', reference],
    ['phone', spellPhone(phone)],
    ['email', phone === '' || field === 'email' ? email : ''],
    ['amount', amount === null || !hasFormats() ? '' : spellMoney(amount, currency)],
    ['tries', tries > 0 ? plural('try', tries) : ''],
    ['source', reference === '' ? source : ''],
    ['id', field === 'id' ? item.id : ''],
  ];
  const filled = shown.filter(([name, value]) => value !== '' && !(name === 'company' && value === nameOf(item)));
  // What was found stands in front, where it is seen.
  filled.sort((a, b) => Number(b[0] === field) - Number(a[0] === field));
  return el('span', 'details', ...filled.map(([name, value]) => mark(value, name, name === field ? text : '')));
}

/** When it is due, counted down; of what is closed, how it ended. */
export function clock(app: App, item: PanelItem): HTMLElement | null {
  if (item.state === 'closed') return cell(item.status, 'clock calm', 40);
  if (item.due === null) return null;
  const element = el('span', 'clock');
  element.dataset.due = String(item.due);
  tellClock(element, app.now);
  return element;
}

export function tellClock(element: HTMLElement, now: number): void {
  const { text, urgency } = spellDue(Number(element.dataset.due), now);
  if (element.textContent !== text) element.textContent = text;
  if (!element.classList.contains(urgency)) element.className = `clock ${urgency}`;
}

function reasonLine(item: PanelItem): HTMLElement {
  const parts = [
    item.nextStep !== '' && item.nextStep !== 'none' ? word('step', item.nextStep) : '',
    item.score === null ? '' : t('score', { n: item.score }),
    item.priority,
    item.owner,
  ].filter((part) => part !== '');
  return el('p', 'why', ...parts.flatMap((part, at) => [at > 0 ? ' · ' : '', cell(part, '', 80)]));
}
