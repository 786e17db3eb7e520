import type { App } from '../app';
import { button, cell, el } from '../dom';
import { spellMoment, spellSpan } from '../format';
import { said, spellNumber, t } from '../texts';
import { keyed } from './line';
import { emptyBox, pageHead, toList } from './page';

/** Last tick, lag, who keeps the clock, what the day has cost, what comes next, and what is wrong with its remedy. */
export function healthView(app: App): Node[] {
  const { start, next } = app.state;
  if (!start) return [pageHead(t('health'), toList(app)), emptyBox(t('loading'))];
  const { health } = start;
  const minutes = spellNumber(Math.round(health.spent / 6000) / 10);
  const due = app.state.items.find((item) => item.due !== null && item.due > app.now)?.due ?? next?.due ?? 0;
  const moment = (time: number, other = '–') => (time === 0 ? other : spellMoment(time, app.now));
  const facts: [string, string][] = [
    [t('lastTick'), moment(health.lastTick, t('never'))],
    [t('lag'), health.on && health.lastTick > 0 ? spellSpan(health.lag) : '–'],
    [t('runsAs'), health.owner || '–'],
    [t('nextSync'), moment(health.nextSync)],
    [t('nextDue'), moment(due)],
    [t('quota'), t('quotaValue', { used: minutes, n: health.ticks })],
  ];
  const problems = health.problems.map(({ message, remedy }) =>
    el('li', '', cell(said(message), 'strong'), cell(said(remedy), 'line')),
  );
  return [
    pageHead(t('health'), toList(app)),
    el(
      'section',
      'block',
      el('dl', 'pairs wide', ...facts.flatMap(([label, value]) => [el('dt', '', label), el('dd', '', cell(value))])),
    ),
    problems.length > 0
      ? el('section', 'block', el('h3', '', t('problems')), el('ul', 'problems', ...problems))
      : el('p', 'well', t('allWell')),
    el(
      'section',
      'block acts',
      keyed(
        'sync',
        button(health.on ? 'button primary' : 'button', t('syncNow'), () => void syncNow(app)),
      ),
      keyed(
        'automatic',
        health.on
          ? button('button', t('takeOver'), () => void turnOn(app))
          : button('button primary', t('turnOn'), () => void turnOn(app)),
      ),
    ),
  ];
}

async function syncNow(app: App): Promise<void> {
  app.say(t('syncing'));
  const done = await app.ask('sync', {});
  if (done) app.say(said(done.summary));
  await app.lists.load();
}

/** Starts the clock, or takes it over from whoever keeps it. */
async function turnOn(app: App): Promise<void> {
  app.say(t('working'));
  const done = await app.ask('setUp', { step: 'automatic' });
  if (done) app.say(said(done.message));
  await app.refreshHealth();
}
