import type { ActArgs, NoteKind } from '../../src/panel/surface';
import { type App, nameOf } from '../app';
import { closeDialog, openDialog } from '../dialog';
import { button, el, input, isTyping, labelled, mailbox, select, set } from '../dom';
import { addDays, dayOf, instantOf } from '../format';
import { t, word } from '../texts';
import { SNOOZES, snooze, snoozeDays } from './acts';

const NOTES: NoteKind[] = ['call', 'e-mail', 'meeting', 'internal', 'quote sent'];
const OUTCOMES = ['reached', 'no answer', 'voicemail', 'busy', 'wrong number'];

/** A form of a dialog: Enter in it (Ctrl+Enter in a text) saves; what is refused is said above the button. */
function form(save: () => string, ...fields: (HTMLElement | false)[]): HTMLFormElement {
  const fault = set(el('p', 'fault'), { role: 'alert' });
  const submit = el('button', 'button primary', t('save'), set(el('kbd', '', '⏎'), { 'aria-hidden': 'true' }));
  submit.type = 'submit';
  const cancel = button('button', t('cancel'), closeDialog);
  const element = el('form', 'form', ...fields, fault, el('div', 'acts', submit, cancel));
  element.noValidate = true;
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    fault.textContent = save();
  });
  element.addEventListener('keydown', (event) => {
    const isText = event.target instanceof HTMLTextAreaElement;
    if (
      event.key !== 'Enter' ||
      (isText && !(event.ctrlKey || event.metaKey)) ||
      event.target instanceof HTMLButtonElement
    )
      return;
    event.preventDefault();
    element.requestSubmit();
  });
  return element;
}

/** Fields of a next step: its kind, its day, and keys for the days that are chosen most. */
function stepFields(app: App, initial: { step: string; day: string }) {
  const steps = app.state.start?.nextSteps ?? [];
  const step = select(
    steps.map((one) => [one, word('step', one)]),
    initial.step,
  );
  const day = input('date', initial.day);
  day.min = dayOf(app.now);
  const isNone = () => step.value === 'none';
  step.addEventListener('change', () => {
    day.disabled = isNone();
  });
  const read = (): ActArgs => ({ nextStep: step.value, nextDate: isNone() ? '' : day.value });
  return { step, day, read, box: el('div', 'two', labelled(t('step'), step), labelled(t('day'), day)) };
}

const title = (app: App, text: string): string => {
  const { targets } = app;
  return targets.length === 1 ? `${text}: ${nameOf(targets[0]).slice(0, 60)}` : `${text}: ${app.called(targets)}`;
};

const NEXT_DAYS = [
  ['1', 1, 'tomorrow'],
  ['2', 3, 'in3'],
  ['3', 7, 'nextWeek'],
] as const;

/** “Contacted” asks what comes next: Enter takes the proposal, a digit another day. */
export function askNext(app: App): void {
  const { targets } = app;
  if (targets.length === 0) return;
  const today = dayOf(app.now);
  const fields = stepFields(app, { step: 'call', day: addDays(today, 1) });
  const text = set(el('textarea', ''), { rows: '2' });
  const save = (args: ActArgs): string => {
    if (args.nextStep !== 'none' && !args.nextDate) return t('mustFill', { field: t('day') });
    closeDialog();
    app.act('contacted', { ...args, ...(text.value.trim() !== '' && { text: text.value }) }, targets);
    return '';
  };
  const take = (days: number) =>
    save({ nextStep: fields.step.value === 'none' ? 'call' : fields.step.value, nextDate: addDays(today, days) });
  const none = () => save({ nextStep: 'none', nextDate: '' });
  const days = NEXT_DAYS.map(([key, count, label]) => button('button small', t(label), () => take(count), key));
  const box = form(
    () => save(fields.read()),
    el('div', 'snoozes', ...days, button('button small', t('noNext'), none, '4')),
    fields.box,
    labelled(t('noteTitle'), text),
  );
  box.querySelector('[type=submit]')?.setAttribute('data-first', '');
  openDialog(title(app, t('contacted')), box, (key) => {
    const day = NEXT_DAYS.find(([one]) => one === key);
    if (isTyping(document.activeElement) || !(day || key === '4')) return false;
    if (day) take(day[1]);
    else none();
    return true;
  });
}

/** Moves the reminder by a key, to a day and hour, or (lower half) moves the follow-up itself to another day. */
export function askSnooze(app: App): void {
  const { targets, now } = app;
  if (targets.length === 0) return;
  const opens = app.state.start?.opens ?? 540;
  const day = input('date', addDays(dayOf(now), 1));
  const hour = input('time', new Date(opens * 60_000).toISOString().slice(11, 16));
  const fields = stepFields(app, { step: targets[0].nextStep || 'call', day: '' });
  const quick = [
    ...SNOOZES.map(([key, minutes, label]) => ({ key, label, press: () => snooze(app, minutes) })),
    ...NEXT_DAYS.map(([, days, label], at) => ({ key: `${at + 5}`, label, press: () => snoozeDays(app, days) })),
  ];
  const take = (press: () => void): void => {
    closeDialog();
    press();
  };
  const keys = quick.map(({ key, label, press }) => button('button small', t(label), () => take(press), key));
  const save = (): string => {
    const { nextDate, nextStep } = fields.read();
    const [h, m] = hour.value.split(':').map(Number);
    if (nextDate) take(() => app.act('reschedule', { nextDate, nextStep }, targets));
    else if (day.value === '' || Number.isNaN(h)) return t('mustFill', { field: t('until') });
    else take(() => app.act('snooze', { until: instantOf(day.value, h * 60 + m) }, targets));
    return '';
  };
  const box = form(
    save,
    el('div', 'snoozes', ...keys),
    el('div', 'two', labelled(t('snoozeUntil'), day), labelled(t('at'), hour)),
    el('h3', '', t('reschedule')),
    fields.box,
  );
  const submit = box.querySelector('[type=submit]')?.firstChild;
  const tellWhich = (): void => {
    if (submit) submit.textContent = fields.read().nextDate ? t('reschedule') : t('snooze');
  };
  box.addEventListener('input', tellWhich);
  tellWhich();
  openDialog(title(app, t('snoozeTitle')), box, (key) => {
    const found = quick.find((one) => one.key === key);
    if (!found || isTyping(document.activeElement)) return false;
    take(found.press);
    return true;
  });
}

export function askNote(app: App): void {
  const { targets } = app;
  if (targets.length === 0) return;
  const text = set(el('textarea', ''), { rows: '4', 'data-first': '', placeholder: t('noteHint') });
  const kind = select(
    NOTES.map((one) => [one, word('kind', one)]),
    'internal',
  );
  const save = (): string => {
    if (text.value.trim() === '') return t('mustFill', { field: t('noteTitle') });
    closeDialog();
    app.act('note', { text: text.value, note: kind.value as NoteKind }, targets);
    return '';
  };
  openDialog(title(app, t('noteTitle')), form(save, labelled(t('noteTitle'), text), labelled(t('kind'), kind)));
}

export function askCall(app: App): void {
  const { targets } = app;
  if (targets.length === 0) return;
  const outcome = select(
    OUTCOMES.map((one) => [one, word('outcome', one)]),
    'reached',
  );
  outcome.dataset.first = '';
  const text = set(el('textarea', ''), { rows: '3', placeholder: t('noteHint') });
  const fields = stepFields(app, { step: 'call', day: addDays(dayOf(app.now), 1) });
  outcome.addEventListener('change', () => {
    fields.box.hidden = outcome.value !== 'reached';
  });
  const save = (): string => {
    const next = outcome.value === 'reached' ? fields.read() : {};
    if (outcome.value === 'reached' && next.nextStep !== 'none' && !next.nextDate)
      return t('mustFill', { field: t('day') });
    closeDialog();
    app.act('call', { outcome: outcome.value, text: text.value, ...next }, targets);
    return '';
  };
  openDialog(
    title(app, t('callTitle')),
    form(save, labelled(t('outcome'), outcome), labelled(t('noteTitle'), text), fields.box),
  );
}

/** A choice of one out of a list. */
function askOne(
  app: App,
  heading: string,
  options: (readonly [string, string])[],
  value: string,
  take: (value: string) => void,
): void {
  if (app.targets.length === 0) return;
  const field = select(options, value);
  field.dataset.first = '';
  const save = (): string => {
    closeDialog();
    take(field.value);
    return '';
  };
  openDialog(title(app, heading), form(save, labelled(heading, field)));
}

export function askOwner(app: App): void {
  const { targets } = app;
  const staff = (app.state.start?.staff ?? []).filter(({ active }) => active).map(({ name }) => [name, name] as const);
  askOne(app, t('assignTitle'), [...staff, ['', t('nobody')]], targets[0]?.owner ?? '', (owner) =>
    app.act('assign', { owner }, targets),
  );
}

/** Stages of the pipeline; won and lost go on to ask why. */
export function askStage(app: App): void {
  const { targets } = app;
  const stages = stagesOf(app);
  askOne(
    app,
    t('stageTitle'),
    stages.map(({ name }) => [name, name]),
    targets[0]?.status ?? '',
    (status) => {
      const kind = stages.find(({ name }) => name === status)?.kind;
      if (kind === 'won' || kind === 'lost') askEnd(app, kind, status);
      else app.act('stage', { status }, targets);
    },
  );
}

export const stagesOf = (app: App) =>
  app.state.start?.pipelines.find(({ name }) => name === app.targets[0]?.pipeline)?.stages ?? [];

export function askEnd(app: App, kind: 'won' | 'lost', status?: string): void {
  const { targets } = app;
  if (targets.length === 0) return;
  const text = set(el('textarea', ''), { rows: '2', 'data-first': '' });
  const save = (): string => {
    if (kind === 'lost' && text.value.trim() === '') return t('mustFill', { field: t('reason') });
    closeDialog();
    app.act(kind, { text: text.value, ...(status !== undefined && { status }) }, targets);
    return '';
  };
  const label = kind === 'lost' ? t('reasonNeeded') : t('reason');
  openDialog(title(app, t(kind)), form(save, labelled(label, text)));
}

/** A draft in the person's own mail program. */
export function writeMail(app: App): void {
  const to = app.targets.map(({ email }) => email).find((email) => email !== '');
  if (to && /^[^\s?&]+@[^\s?&]+$/.test(to)) window.open(mailbox(to), '_blank', 'noopener');
  else app.say(t('noEmail'));
}

/** Everything else that can be done with what is in hand. */
export function askMore(app: App): void {
  const act = (label: string, key: string, press: () => void) =>
    button(
      'button',
      label,
      () => {
        closeDialog();
        press();
      },
      key,
    );
  const entries: [string, string, () => void][] = [
    [t('snoozeTitle'), 's', () => askSnooze(app)],
    [t('note'), 'n', () => askNote(app)],
    [t('call'), 'l', () => askCall(app)],
    [t('setStage'), 'g', () => askStage(app)],
    [t('assign'), 'a', () => askOwner(app)],
    [t('email'), 'e', () => writeMail(app)],
    [t('won'), 'w', () => askEnd(app, 'won')],
    [t('lost'), 'W', () => askEnd(app, 'lost')],
  ];
  const box = el('div', 'grid', ...entries.map(([label, key, press]) => act(label, key, press)));
  openDialog(title(app, t('moreActs')), box, (key) => {
    const found = entries.find(([, one]) => one === key);
    if (!found) return false;
    closeDialog();
    found[2]();
    return true;
  });
}
