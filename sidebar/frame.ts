import type { App } from './app';
import { button, el, input, kbd, set } from './dom';
import { spellSpan } from './format';
import { Notices } from './notices';
import { t } from './texts';

const TABS = ['now', 'today', 'later', 'done'] as const;
/** A person types; the sheet is asked when they pause. */
const PAUSE = 220;

/** What stands around every view: heartbeat, search, tabs, notices. Made once, and brought up to date. */
export class Frame {
  readonly main = set(el('main', ''), { id: 'main' });
  private readonly header = el('header', '');
  readonly notices: Notices;
  private readonly field = set(input('search'), { id: 'search', autocomplete: 'off', spellcheck: 'false' });
  private language = '';
  private isSearching = false;

  constructor(
    private readonly app: App,
    root: HTMLElement,
  ) {
    let clock: ReturnType<typeof setTimeout> | undefined;
    this.field.addEventListener('input', () => {
      clearTimeout(clock);
      clock = setTimeout(() => void app.search(this.field.value), PAUSE);
    });
    this.field.addEventListener('keydown', ({ key }) => {
      if (key === 'Enter' || key === 'ArrowDown') document.querySelector<HTMLElement>('.item')?.focus();
      if (key !== 'Escape') return;
      this.field.value = '';
      clearTimeout(clock);
      void app.search('');
    });
    this.notices = new Notices(app);
    const { trouble, alerts, toasts, spoken } = this.notices;
    root.append(this.header, trouble, this.main, alerts, toasts, spoken);
  }

  update(): void {
    const { state } = this.app;
    if (this.language !== document.documentElement.lang) this.rebuild();
    this.header.classList.toggle('slim', state.view !== 'queue');
    this.pulse();
    // Who leaves what was found by a tab or a card has done with the words as well.
    if (this.isSearching && state.hits === null) this.field.value = '';
    this.isSearching = state.hits !== null;
    for (const tab of this.header.querySelectorAll<HTMLElement>('[role=tab]')) {
      const name = tab.dataset.tab as (typeof TABS)[number];
      const isElse = state.hits !== null || state.query.card !== undefined;
      const isOn = state.query.tab === name && !isElse;
      tab.setAttribute('aria-selected', String(isOn));
      tab.tabIndex = isOn || (isElse && name === 'now') ? 0 : -1;
      const count = tab.querySelector('.count');
      const text = state.start ? String(state.counts[name]) : '';
      if (count && count.textContent !== text) count.textContent = text;
    }
    for (const one of this.header.querySelectorAll<HTMLElement>('[data-whose]'))
      one.setAttribute('aria-pressed', String((one.dataset.whose === 'me') === state.query.mine));
    this.tellLate(state.counts.overdue);
    this.notices.update();
  }

  /** How many are late, on whatever list one is. */
  private tellLate(count: number): void {
    const late = this.header.querySelector<HTMLElement>('.lates');
    if (!late) return;
    late.hidden = count === 0;
    const text = t('lateCount', { n: count });
    if (late.textContent !== text) late.textContent = text;
  }

  private rebuild(): void {
    this.language = document.documentElement.lang;
    const { app } = this;
    document.title = t('title');
    set(this.field, { placeholder: t('search'), 'aria-label': t('searchLabel'), 'aria-keyshortcuts': '/' });
    const whose = (name: 'me' | 'team') => {
      const one = button('plain', t(name), () => void app.lists.load({ mine: name === 'me' }));
      one.dataset.whose = name;
      return one;
    };
    const home = set(
      button('plain icon', '☰', () => app.show(app.state.view === 'home' ? 'queue' : 'home')),
      { 'aria-label': t('home'), 'aria-keyshortcuts': 'h' },
    );
    const add = set(
      button('plain icon', '+', () => app.show('add')),
      { 'aria-label': t('add'), 'aria-keyshortcuts': '+' },
    );
    const live = button('plain live', '', () => app.show('health'));
    const late = button('plain lates', '', () => app.lists.card('overdue', 'due'));
    const tabs = set(el('div', 'tabs', ...TABS.map((name) => this.tab(name))), {
      role: 'tablist',
      'aria-label': t('tabs'),
    });
    tabs.addEventListener('keydown', (event) => {
      if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
      const by = (event.key === 'ArrowRight') === (document.documentElement.dir !== 'rtl') ? 1 : -1;
      const next = TABS[(TABS.indexOf(app.state.query.tab) + by + TABS.length) % TABS.length];
      app.lists.tab(next);
      this.header.querySelector<HTMLElement>(`[data-tab=${next}]`)?.focus();
    });
    const group = set(el('span', 'whose', whose('me'), whose('team')), { role: 'group', 'aria-label': t('whose') });
    this.header.replaceChildren(
      el('h1', 'hidden', t('title')),
      el('div', 'row', live, late, group, add, home),
      el('div', 'search', this.field, kbd('/')),
      tabs,
    );
  }

  private tab(name: (typeof TABS)[number]): HTMLElement {
    const tab = set(
      button('tab', t(name), () => this.app.lists.tab(name)),
      { role: 'tab', 'aria-controls': 'main' },
    );
    tab.dataset.tab = name;
    tab.append(el('span', 'count'));
    return tab;
  }

  /** The heartbeat, told anew each second without drawing the rest. */
  pulse(): void {
    const { start, net } = this.app.state;
    const live = this.header.querySelector<HTMLElement>('.live');
    if (!live) return;
    const [text, tone] = this.heartbeat(start?.health.on ?? false);
    if (live.textContent !== text) live.textContent = text;
    live.title = text;
    live.className = `plain live ${net === 'live' ? tone : net === 'loading' ? '' : 'late'}`;
  }

  private heartbeat(on: boolean): [string, string] {
    const { start, net, lastSeen } = this.app.state;
    if (net === 'offline') return [t('offline'), 'late'];
    if (!start) return [t('loading'), ''];
    if (!on) return [t('autoOff'), 'soon'];
    if (start.health.problems.length > 0) return [t('problems'), 'late'];
    const seen = Date.now() - lastSeen;
    return [seen < 1000 ? t('liveNow') : t('live', { span: spellSpan(seen, 'narrow') }), 'ok'];
  }
}
