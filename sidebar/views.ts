import type { FormerItem, PanelView } from '../src/panel/surface';
import { button, el } from './dom';
import { spellDeadline, spellSpan } from './time';

/** What the views may ask for. */
export interface Acts {
  sync(): void;
  goTo(item: FormerItem): void;
}

const GROUPS: [label: string, holds: (item: FormerItem, now: number) => boolean][] = [
  ['Late', (item, now) => item.deadline !== null && item.deadline < now],
  ['Next', () => true],
];

/** The whole panel for a view. `now` is the server's clock. */
export function panel(view: PanelView, now: number, acts: Acts): Node[] {
  if (!view.setUp)
    return [
      empty('Welcome. Choose CRM ▸ Set up in the menu of the sheet: it makes the sheets and finds your data.', null),
    ];
  const list = el('div', 'list');
  let rest = view.due;
  for (const [label, holds] of GROUPS) {
    const items = rest.filter((item) => holds(item, now));
    rest = rest.filter((item) => !items.includes(item));
    if (items.length > 0) list.append(el('h2', 'group', label), ...items.map((item) => line(item, now, acts)));
  }
  if (view.due.length === 0)
    list.append(
      empty('Nothing is due. New orders and leads appear here by themselves.', button('button', 'Sync now', acts.sync)),
    );
  return [cards(view), problems(view), list].filter((node): node is HTMLElement => node !== null);
}

function cards({ counts }: PanelView): HTMLElement {
  const card = (label: string, count: number, tone: string) =>
    el('div', `card ${tone}`, el('strong', '', count.toLocaleString()), label);
  return el(
    'div',
    'cards',
    card('overdue', counts.overdue, counts.overdue > 0 ? 'late' : ''),
    card('due today', counts.today, ''),
    card('later', counts.later, ''),
    card('contacted', counts.done, ''),
    card('people', counts.people, ''),
    card('need fixing', counts.needsFixing, counts.needsFixing > 0 ? 'soon' : ''),
  );
}

function problems({ health }: PanelView): HTMLElement | null {
  if (health.problems.length === 0) return null;
  return el(
    'ul',
    'problems',
    ...health.problems.map(({ message, remedy }) => el('li', '', el('b', '', message), ` ${remedy}`)),
  );
}

function line(item: FormerItem, now: number, acts: Acts): HTMLElement {
  const due = item.deadline === null ? null : spellDeadline(item.deadline, now);
  const clock = due && el('span', `clock ${due.urgency}`, due.text);
  if (clock && item.deadline !== null) clock.dataset.deadline = String(item.deadline);
  const details = [item.status, item.reference, item.phone || item.email, item.owner].filter((text) => text !== '');
  const row = button('item', '', () => acts.goTo(item));
  row.title = item.why;
  row.append(
    el('span', 'row', el('span', 'name', item.name || item.reference || 'unnamed'), clock),
    el('span', 'details', ...details.map((text) => el('span', '', text))),
  );
  return row;
}

function empty(text: string, act: HTMLElement | null): HTMLElement {
  return el('div', 'empty', el('p', '', text), act);
}

/** The line at the top: how long ago the clock ticked. */
export function heartbeat({ health }: PanelView): { text: string; tone: string } {
  if (!health.on) return { text: 'automatic updates are off', tone: 'soon' };
  if (health.lastTick === 0) return { text: 'waiting for the first tick', tone: 'calm' };
  return { text: `live, ${spellSpan(health.lag)} ago`, tone: health.problems.length > 0 ? 'late' : 'ok' };
}

/** Lets the clocks run without drawing anything anew. */
export function tickClocks(root: ParentNode, now: number): void {
  for (const clock of root.querySelectorAll<HTMLElement>('[data-deadline]')) {
    const { text, urgency } = spellDeadline(Number(clock.dataset.deadline), now);
    if (clock.textContent !== text) clock.textContent = text;
    clock.className = `clock ${urgency}`;
  }
}
