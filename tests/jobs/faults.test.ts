import { DEMO } from '../../bench/generate/shop';
import type { Host, HostState, Intercept, Workbook } from '../../host';
import { hostOn, shopBook, shown, syncNow } from '../support/product';

/** Sheets that must end like those of an undisturbed run; the logs tell of the disturbance itself. */
const MANAGED = [
  'followed-up',
  'people',
  'duplicates',
  'needs-fixing',
  'sources',
  'activity',
  'settings',
  'staff',
  'pipelines',
];

const managed = (book: Workbook) => Object.fromEntries(MANAGED.map((name) => [name, shown(book, name)]));

interface Start {
  book: Workbook;
  state: HostState;
}

const from = ({ book, state }: Start, intercept?: (index: number) => Intercept): Host =>
  hostOn(book.clone(), {
    state: JSON.parse(JSON.stringify(state)),
    intercept: intercept && (({ index }) => intercept(index)),
  });

/** The demo workbook, set up, before its first sync. */
function fresh(): Start {
  const host = hostOn(shopBook(DEMO, 'exact'));
  host.run('setUp');
  return { book: host.book, state: host.saved() };
}

/** A shop after its first sync, in whose sources somebody has been at work. */
function changed(): Start {
  const host = hostOn(shopBook({ orders: 12, leads: 8 }, 'exact'));
  syncNow(host);
  host.person.deleteRows('order-update', 6, 2);
  host.person.paste('leads', 'A3', [['2026-11-02', 'Zoe Newcomer', 'zoe@example.org', "'+442079460999"]]);
  host.person.type('followed-up', 3, 1, 'Contacted');
  host.person.type('followed-up', 5, 4, 'a note');
  host.person.copy('followed-up', '4:4', 'A60');
  return { book: host.book, state: host.saved() };
}

function undisturbed(start: Start): { calls: number; sheets: ReturnType<typeof managed> } {
  const host = from(start);
  const { calls } = host.run('syncNow', { startedBy: 'cli' });
  syncNow(host);
  return { calls, sheets: managed(host.book) };
}

describe.each([
  ['a first sync of the demo workbook', fresh, 4],
  ['a sync of what has changed', changed, 1],
])('%s', (_, make, killStep) => {
  const start = make();
  const { calls, sheets } = undisturbed(start);

  it.each([
    ['fails', { fail: 'Service Spreadsheets timed out while accessing document' }],
    ['is killed', 'kill'],
  ] as [string, Intercept][])('that %s at any service call is healed by the next one', (_how, fault) => {
    const step = fault === 'kill' ? killStep : 1;
    expect(calls).toBeGreaterThan(15);
    for (let at = 0; at < calls; at += step) {
      let armed = true;
      const host = from(start, (index) => (armed && index === at ? fault : undefined));
      const broken = host.run('syncNow', { startedBy: 'cli' });
      armed = false;
      expect({ at, ok: broken.ok }).toEqual({ at, ok: false });
      syncNow(host);
      expect({ at, ...managed(host.book) }).toEqual({ at, ...sheets });
      if (at % 8 === 0) expect({ at, cells: syncNow(host).written.cells }).toEqual({ at, cells: 0 });
    }
  });
});

describe('Set up', () => {
  it('that is killed at any service call is completed by the next one', () => {
    const start: Start = {
      book: shopBook({ orders: 3, leads: 3 }, 'exact'),
      state: hostOn(shopBook({ orders: 1, leads: 1 }, 'exact')).saved(),
    };
    const whole = from(start);
    const { calls } = whole.run('setUp', { startedBy: 'cli' });
    const sheets = managed(whole.book);
    for (let at = 0; at < calls; at += 3) {
      let armed = true;
      const host = from(start, (index) => (armed && index === at ? 'kill' : undefined));
      host.run('setUp', { startedBy: 'cli' });
      armed = false;
      host.run('setUp', { startedBy: 'cli' });
      expect({ at, ...managed(host.book) }).toEqual({ at, ...sheets });
    }
  });
});
