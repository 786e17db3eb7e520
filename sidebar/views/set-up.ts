import type { App } from '../app';
import { button, el, set } from '../dom';
import { plural, said as spoken, t } from '../texts';
import { keyed } from './line';

type Step = 'begin' | 'staff' | 'automatic' | 'demo' | 'remove demo';

/** The first run: where the data stands, who works here, and the clock; or a shop to try it with. */
export function setUpView(app: App): Node[] {
  const said = set(el('p', 'why'), { role: 'status' });
  const names = set(keyed('staff', el('textarea', '')), { rows: '3', 'aria-label': t('step2') });
  const signs = new Map<Step, HTMLElement>();
  const goes = new Map<Step, HTMLElement>();
  const done = (step: Step): void => {
    signs.get(step)?.replaceChildren('✓ ', t('stepDone'));
    goes.delete(step);
    lead();
  };
  /** What comes next is the button that stands out. */
  const lead = (): void => {
    for (const one of box.querySelectorAll('.primary')) one.classList.remove('primary');
    (goes.values().next().value ?? finish).classList.add('primary');
  };
  const run = async (step: Step): Promise<void> => {
    said.textContent = t('working');
    const staff = step === 'staff' ? staffIn(names.value) : undefined;
    const answer = await app.ask('setUp', { step, ...(staff && { staff }) }, true);
    said.textContent = answer ? spoken(answer.message) : app.state.problem;
    for (const one of answer?.done ?? []) done(one as Step);
  };
  const stepBox = (step: Step, at: number, title: string, hint: string, field?: HTMLElement): HTMLElement => {
    const sign = el('span', 'well');
    signs.set(step, sign);
    const go = button('button', t('go'), () => void run(step));
    goes.set(step, go);
    set(keyed(`step ${step}`, go), { 'aria-label': `${t('go')}: ${title}` });
    const head = el('div', 'row', el('strong', '', `${at}. ${title}`), el('span', 'space'), sign);
    return el('li', 'step', head, el('p', 'why', hint), field ?? null, go);
  };
  const steps = [
    stepBox('begin', 1, t('step1'), t('step1Hint')),
    stepBox('staff', 2, t('step2'), t('step2Hint'), names),
    stepBox('automatic', 3, t('step3'), t('step3Hint')),
  ];
  const demo = (step: Step, label: string) =>
    keyed(
      step,
      button('button', label, () => void run(step)),
    );
  const finish = keyed(
    'finish',
    button('button wide', t('finish'), () => void open(app, said)),
  );
  const box = el(
    'div',
    '',
    el('section', 'block head', set(el('h2', 'title', t('setUpTitle')), { tabindex: '-1', 'data-focus': 'title' })),
    el('ol', 'steps', ...steps),
    el(
      'section',
      'block form',
      said,
      finish,
      el('div', 'grid', demo('demo', t('demo')), demo('remove demo', t('demoRemove'))),
    ),
  );
  lead();
  const { start } = app.state;
  if (start?.setUp) done('begin');
  if (start && start.staff.length > 0) {
    done('staff');
    names.placeholder = plural('staffKnown', start.staff.length);
  }
  if (start?.health.on) done('automatic');
  return [box];
}

const staffIn = (text: string): { name: string; email: string }[] =>
  text
    .split('\n')
    .map((line) => line.split(/[,;\t]/))
    .map(([name, email = '']) => ({ name: name.trim(), email: email.trim() }))
    .filter(({ name }) => name !== '');

/** The list; where the sources were not read yet, they are read first. */
async function open(app: App, said: HTMLElement): Promise<void> {
  const { state } = app;
  if (state.start?.setUp !== true || state.start.cards.total === 0) {
    said.textContent = t('syncing');
    await app.ask('sync', {});
  }
  state.view = 'queue';
  await app.open();
}
