import type { PanelItem, PanelRecord, TimelineEntry } from '../../src/panel/surface';
import { type App, nameOf } from '../app';
import { breakAtSign, button, cell, el, input, link, mailbox, select, set, telephone } from '../dom';
import { spellMoment, spellMoney, spellPhone, spellWritten } from '../format';
import { said, spellWho, t, word } from '../texts';
import { actRows } from './acts';
import { askNote } from './ask';
import { clock, keyed } from './line';

/** One follow-up, all of it. What the list knows stands there at once; the rest comes with the record. */
export function recordView(app: App): Node[] {
  const item = app.find(app.state.current);
  if (!item) return [el('p', 'empty', t('loading'))];
  const { record } = app.state;
  return [
    head(app, item, record),
    el('section', 'block', ...actRows(app, item), record ? whyLine(record) : null),
    el('section', 'block', contacts(app, item), record ? fields(app, record) : ghost()),
    ...(record ? [orders(app, record), files(app, record), timeline(app, record), facts(app, record)] : []),
  ].filter((node): node is HTMLElement => node !== null);
}

const ghost = () =>
  set(el('div', 'ghosts', el('div', 'ghost', el('span', ''), el('span', ''))), { 'aria-hidden': 'true' });

function head(app: App, item: PanelItem, record: PanelRecord | null): HTMLElement {
  const back = keyed(
    'back',
    button('plain', `‹ ${t(app.state.query.tab)}`, () => app.show('queue')),
  );
  const jump =
    record &&
    keyed(
      'jump',
      button('plain', `${t('row', { n: record.row })} ↗`, () => void app.goTo(item.id)),
    );
  if (jump) set(jump, { 'aria-label': t('jump', { n: record.row }), 'aria-keyshortcuts': 'o' });
  const chips = [
    cell(item.status, 'chip', 60),
    item.archived && el('span', 'chip', t('archived')),
    item.owner !== '' && cell(item.owner, 'chip', 60),
    item.state !== '' && item.state !== 'closed' && el('span', 'chip', word('state', item.state)),
    clock(app, item),
    twice(app, item, record),
  ];
  return el(
    'section',
    'block head',
    el('div', 'row', back, el('span', 'space'), jump),
    set(keyed('title', el('h2', 'title', cell(nameOf(item), '', 200))), { tabindex: '-1' }),
    item.company !== '' && item.company !== nameOf(item) && cell(item.company, 'muted', 200),
    el('div', 'chips', ...chips),
  );
}

function twice(app: App, item: PanelItem, record: PanelRecord | null): HTMLElement | null {
  const pairs = record?.pairs ?? [];
  const count = record ? pairs.length : item.duplicates;
  if (count === 0) return null;
  const text =
    count === 1 && pairs[0] ? t('dup', { p: Math.round(pairs[0].probability * 100) }) : t('dupMany', { n: count });
  return set(
    keyed(
      'dup',
      button('chip dup', text, () => app.show('review')),
    ),
    { 'aria-keyshortcuts': 'm' },
  );
}

function whyLine({ dueWhy, scoreWhy, assignedWhy, remark }: PanelRecord): HTMLElement | null {
  const parts = [dueWhy, scoreWhy, assignedWhy, remark].filter((one) => one !== '');
  return parts.length === 0 ? null : el('p', 'why', ...parts.map((one) => cell(said(one), 'line', 300)));
}

/** Phone and e-mail, to be called, written to, and copied. */
function contacts(app: App, { phone, email }: PanelItem): HTMLElement | null {
  const line = (label: string, value: string, shown: string, address: string, verb: string) => {
    const copy = keyed(
      `copy ${label}`,
      button('plain', t('copy'), () => void copyText(app, value)),
    );
    const anchor = breakAtSign(link(address, shown, 'link contact'));
    anchor.setAttribute('aria-label', verb);
    return [el('dt', '', label), el('dd', '', anchor, set(copy, { 'aria-label': `${t('copy')}: ${label}` }))];
  };
  if (phone === '' && email === '') return null;
  return el(
    'dl',
    'pairs',
    ...(phone === ''
      ? []
      : line(
          t('phone'),
          phone,
          spellPhone(phone),
          telephone(phone),
          t('callVerb', { to: spellPhone(phone).slice(0, 60) }),
        )),
    ...(email === '' ? [] : line(t('email'), email, email, mailbox(email), t('mailVerb', { to: email.slice(0, 90) }))),
  );
}

async function copyText(app: App, text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    app.say(t('copied'));
  } catch {
    // A frame may not be let near the clipboard: then the text stands here, to be chosen by hand.
    app.say(text);
  }
}

type Field = PanelRecord['fields'][number];

/** Cells that staff may change, editable in place: a choice saves at once, a text when it is left or by Enter. Esc gives it back. */
function fields(app: App, record: PanelRecord): HTMLElement | null {
  if (record.item.archived) return resting(record);
  const box = edits(app, record, false, t('contact'));
  // Corrected seldom, and wide: they are folded away.
  const contact = keyed('fold contact', el('summary', '', t('correct')));
  const hint = record.orders.length > 0 && el('p', 'why', t('correctsOthers'));
  const details = el('details', '', contact, hint, edits(app, record, true, t('correct')));
  details.open = app.state.folds.get('contact') ?? false;
  details.addEventListener('toggle', () => app.state.folds.set('contact', details.open));
  return el('div', '', box, details);
}

/** The latest of the person's others: as many as one act takes. */
const othersOf = ({ orders }: PanelRecord) => orders.slice(0, 20).map(({ id, rev }) => ({ id, rev }));

function edits(app: App, record: PanelRecord, isContact: boolean, title: string): HTMLElement {
  const box = set(el('div', 'edits'), { role: 'group', 'aria-label': title });
  for (const field of record.fields.filter(({ contact }) => contact === isContact)) {
    const { name, label, value, options, source } = field;
    const element = editor(field);
    const save = (): void => {
      if (element.value === value) return;
      const others = isContact && record.orders.length > 0 ? { others: othersOf(record) } : {};
      app.act('edit', { fields: { [name]: element.value }, ...others }, [record.item]);
    };
    element.addEventListener(options ? 'change' : 'blur', save);
    element.addEventListener('keydown', (event) => {
      const key = (event as KeyboardEvent).key;
      if (key === 'Enter' && !(element instanceof HTMLTextAreaElement)) element.blur();
      if (key === 'Escape') {
        element.value = value;
        element.blur();
        event.stopPropagation();
      }
    });
    const said = source !== null && el('span', 'muted', `${t('sourceSays')}: `, cell(source || '–', '', 120));
    box.append(el('label', 'edit', el('span', '', word('column', label)), keyed(`edit ${name}`, element), said));
  }
  return box;
}

/** What rests in the archive is shown, and not changed. Phone and e-mail stand above it. */
function resting({ fields }: PanelRecord): HTMLElement | null {
  const shown = fields.filter(({ name, value }) => value !== '' && name !== 'phone' && name !== 'email');
  const rows = shown.flatMap(({ label, value }) => [el('dt', '', word('column', label)), el('dd', '', cell(value))]);
  return shown.length > 0 ? el('dl', 'pairs', ...rows) : null;
}

const INPUTS: Record<string, string> = { nextDate: 'date', phone: 'tel', email: 'email' };

function editor({ name, value, options }: Field): HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement {
  const spelt = (one: string) => (one === '' ? '–' : name === 'nextStep' ? word('step', one) : one);
  if (options)
    return select(
      options.map((one) => [one, spelt(one)]),
      value,
    );
  const element = name === 'notes' ? set(el('textarea', ''), { rows: '2' }) : input(INPUTS[name] ?? 'text');
  element.value = value;
  // A field shows one line of it.
  if (name !== 'nextDate') element.title = value.slice(0, 300);
  if (name === 'phone' || name === 'email') element.classList.add('contact');
  return element;
}

/** A part that can be folded away; it stays as a person has left it. */
function folded(app: App, name: string, title: string, isOpen: boolean, ...content: HTMLElement[]): HTMLElement {
  const { folds } = app.state;
  const details = el('details', '', keyed(`fold ${name}`, el('summary', '', title)), ...content);
  details.open = folds.get(name) ?? isOpen;
  details.addEventListener('toggle', () => folds.set(name, details.open));
  return el('section', 'block', details);
}

function facts(app: App, { facts }: PanelRecord): HTMLElement | null {
  const shown = facts.filter(({ value }) => value !== '');
  if (shown.length === 0) return null;
  const rows = shown.flatMap(({ label, value }) => [
    el('dt', '', word('column', label)),
    el('dd', '', cell(spellWritten(value), label === 'Phone' || label === 'E-mail' ? 'contact' : '')),
  ]);
  return folded(app, 'facts', t('facts'), false, el('dl', 'pairs', ...rows));
}

function orders(app: App, { orders }: PanelRecord): HTMLElement | null {
  if (orders.length === 0) return null;
  const rows = orders.map(({ id, reference, date, summary, source, amount, currency, status }) => {
    const money = amount === null ? '' : spellMoney(amount, currency);
    const title = reference || summary || source;
    const about = title === summary ? '' : summary;
    const open = button(
      'item',
      el('span', 'row', cell(title, 'name', 80), el('span', 'clock calm', money)),
      () => void app.openRecord(id),
    );
    open.append(el('span', 'details', cell(status), cell(spellWritten(date), '', 20), cell(about, '', 120)));
    open.title = summary.slice(0, 300);
    return el('li', '', keyed(`order ${id}`, open));
  });
  return folded(app, 'orders', t('orders', { n: orders.length }), true, el('ul', 'items', ...rows));
}

function files(app: App, { files }: PanelRecord): HTMLElement | null {
  if (files.length === 0) return null;
  return folded(
    app,
    'files',
    t('files'),
    true,
    el('ul', 'files', ...files.map(({ name, url }) => el('li', '', link(url, name)))),
  );
}

function timeline(app: App, { timeline }: PanelRecord): HTMLElement {
  const kinds = [...new Set(timeline.map(({ kind }) => kind))];
  const filter = select(
    [['', t('all')], ...kinds.map((kind) => [kind, word('deed', kind)] as const)],
    app.state.timeline,
  );
  set(keyed('timeline', filter), { 'aria-label': t('timelineFilter') });
  filter.addEventListener('change', () => {
    app.state.timeline = filter.value;
    app.draw();
  });
  const shown = timeline.filter(({ kind }) => app.state.timeline === '' || kind === app.state.timeline);
  const list = el('ol', 'timeline', ...shown.map((entry) => timelineLine(app, entry)));
  const note = keyed(
    'add note',
    button('button wide start', t('noteHint'), () => askNote(app), 'n'),
  );
  return folded(
    app,
    'timeline',
    t('timeline', { n: timeline.length }),
    true,
    ...(app.state.record?.item.archived ? [] : [note]),
    ...(kinds.length > 1 ? [filter] : []),
    timeline.length === 0 ? el('p', 'why', t('timelineEmpty')) : list,
  );
}

function timelineLine(app: App, { time, who, kind, field, before, after, why }: TimelineEntry): HTMLElement {
  const deed = word('deed', kind);
  const change = () => [cell(word('column', field)), ': ', ...was(before), cell(spellWritten(after) || '–')];
  const about = field === '' ? '' : `, ${word('outcome', field, word('kind', field))}`;
  const told = () => [cell(deed + about), after === '' ? '' : ': ', cell(after)];
  // What only changes its place names its status, which stays as it is.
  const moved = () => (before === after ? [cell(deed)] : [`${deed}, `, ...change()]);
  const text = kind === 'changed' ? change() : before === '' ? told() : moved();
  const stamp = set(el('time', '', spellMoment(time, app.now)), { datetime: new Date(time).toISOString() });
  const line = el('li', '', stamp, el('div', '', ...text, ' ', cell(spellWho(who), 'muted', 80)));
  if (why !== '') line.title = said(why).slice(0, 300);
  return line;
}

const was = (before: string) => (before === '' ? [] : [el('s', '', cell(spellWritten(before), '', 300)), ' → ']);
