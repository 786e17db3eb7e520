import { type App, nameOf } from '../app';
import { button, cell, el, input, labelled, select, set } from '../dom';
import { t } from '../texts';
import { keyed } from './line';
import { pageHead, toList } from './page';

const LEAD = ['name', 'company', 'phone', 'email', 'city'] as const;
/** A person types; the sheet is asked when they pause. */
const PAUSE = 500;

export function addView(app: App): Node[] {
  const warning = set(el('div', 'warning'), { 'aria-live': 'polite' });
  const fault = set(el('p', 'fault'), { role: 'alert' });
  const types = { name: 'text', company: 'text', phone: 'tel', email: 'email', city: 'text' };
  const inputs = LEAD.map((name) => keyed(`add ${name}`, input(types[name])));
  inputs[0].dataset.first = '';
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
    const found = await app.ask('check', lead(), true);
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
    const done = await app.ask('add', { op, lead: lead(), owner: owner.value }, true);
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
  return [pageHead(t('add'), toList(app)), el('section', 'block', form)];
}
