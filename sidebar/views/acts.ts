import type { PanelItem } from '../../src/panel/surface';
import type { App } from '../app';
import { button, el, set } from '../dom';
import { addDays, dayOf, instantOf } from '../format';
import { t } from '../texts';
import { askMore, askNext } from './ask';
import { keyed } from './line';

const MINUTE = 60_000;
export const SNOOZES = [
  ['1', 5, 'm5'],
  ['2', 15, 'm15'],
  ['3', 30, 'm30'],
  ['4', 60, 'h1'],
] as const;

export const snooze = (app: App, minutes: number): void =>
  app.act('snooze', { until: Math.round(app.now) + minutes * MINUTE });

/** Until the day opens that comes after so many. */
export function snoozeDays(app: App, days: number): void {
  app.act('snooze', { until: instantOf(addDays(dayOf(app.now), days), app.state.start?.opens ?? 540) });
}

/** The two keys that are used most, the snoozes, and the way to the rest; what rests in the archive is not acted on. */
export function actRows(app: App, item?: PanelItem): HTMLElement[] {
  if (item?.archived) {
    const back = keyed(
      'bring back',
      button('button primary', t('bringBack'), () => void app.bringBack(item)),
    );
    return [el('p', 'why', t('inArchive')), el('div', 'acts', back)];
  }
  const quick = SNOOZES.map(([key, minutes, label]) =>
    set(
      keyed(
        `snooze ${minutes}`,
        button('button small', t(label), () => snooze(app, minutes)),
      ),
      {
        'aria-label': `${t('snooze')} ${t(label)}`,
        'aria-keyshortcuts': key,
      },
    ),
  );
  return [
    el(
      'div',
      'acts',
      keyed(
        'contacted',
        button('button primary', t('contacted'), () => askNext(app), 'c'),
      ),
      keyed(
        'tried',
        button('button', t('tried'), () => app.act('tried', {}), 't'),
      ),
    ),
    el(
      'div',
      'snoozes',
      ...quick,
      keyed(
        'tomorrow',
        button('button small', t('tomorrow'), () => snoozeDays(app, 1)),
      ),
      set(
        keyed(
          'more acts',
          button('button small', '⋯', () => askMore(app)),
        ),
        { 'aria-label': t('moreActsOf') },
      ),
    ),
  ];
}
