import { writeSheet } from '../../bench/generate/to-book';
import type { Host, HostState, Intercept, Workbook } from '../../host';
import { columnOf, hostOn, shopBook, shown, syncNow, table } from '../support/product';

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
    // Hundreds of runs; the first one of each workbook, which says what is right, has a realm of its own, as at Google.
    keepRealm: intercept !== undefined,
    intercept: intercept && (({ index }) => intercept(index)),
  });

/** A shop of the demo's kind, set up, before its first sync; the demo itself by `npm run simulate -- --exhaustive`. */
function fresh(): Start {
  const host = hostOn(shopBook({ orders: 40, leads: 20 }, 'exact'));
  host.run('setUp');
  return { book: host.book, state: host.saved() };
}

/** A shop after its first sync, in whose sources somebody has been at work. */
function changed(): Start {
  return work(hostOn(shopBook({ orders: 12, leads: 8 }, 'exact')));
}

/** The same where only changes are read: rows come in at the end, one is corrected, and staff type. */
function grown(): Start {
  const book = shopBook({ orders: 30, leads: 12 }, 'exact');
  writeSheet(book.sheet('settings'), [['Small workbook', '0', '']], 5);
  const host = hostOn(book);
  syncNow(host);
  const { person } = host;
  const end = book.sheet('leads').lastRow() + 1;
  person.paste('leads', `A${end}`, [
    ['2026-11-02', 'Zoe Newcomer', 'zoe@example.org', "'+442079460999"],
    ['2026-11-02', 'Yan Newcomer', 'yan@example.org', "'+442079460888"],
  ]);
  person.type('order-update', 9, columnOf(book, 'order-update', 'Qty'), '77');
  person.type('followed-up', 3, columnOf(book, 'followed-up', 'Status'), 'Contacted');
  return { book, state: host.saved() };
}

function work(host: Host): Start {
  syncNow(host);
  host.person.deleteRows('order-update', 6, 2);
  host.person.paste('leads', 'A3', [['2026-11-02', 'Zoe Newcomer', 'zoe@example.org', "'+442079460999"]]);
  host.person.type('followed-up', 3, columnOf(host.book, 'followed-up', 'Status'), 'Contacted');
  host.person.type('followed-up', 5, columnOf(host.book, 'followed-up', 'Notes'), 'a note');
  host.person.copy('followed-up', '4:4', 'A60');
  return { book: host.book, state: host.saved() };
}

/**
 * What the sheets say in the end. A sync of changes leaves sums and some notes to the full one of the night, so there the
 * night is waited for, and the journal compared by what it tells, not by when.
 */
function end(host: Host, night: boolean) {
  syncNow(host);
  if (!night) return managed(host.book);
  host.advance(27 * 3_600_000);
  syncNow(host);
  const told = table(host.book, 'activity').map((line) => [line.What, line.About, line.Field, line.After].join('|'));
  return { ...managed(host.book), activity: told.sort() };
}

interface Undisturbed {
  /** The calls at which faults are tried: all from the first that writes, and some of those before, which only read. */
  moments: number[];
  sheets: ReturnType<typeof end>;
}

function undisturbed(start: Start, night: boolean): Undisturbed {
  const moments: number[] = [];
  let [first, writing] = [true, false];
  const host = hostOn(start.book.clone(), {
    state: JSON.parse(JSON.stringify(start.state)),
    intercept: ({ index, method }) => {
      writing ||= method === 'Properties.setProperties';
      if (first && (writing || index % 6 === 0)) moments.push(index);
      return undefined;
    },
  });
  host.run('syncNow', { startedBy: 'cli' });
  first = false;
  return { moments, sheets: end(host, night) };
}

describe.each([
  ['a first sync', fresh, 3, false],
  ['a sync of what has changed', changed, 1, false],
  ['a sync that reads what has changed only', grown, 1, true],
])('%s', (_, make, step, night) => {
  const start = make();
  const { moments, sheets } = undisturbed(start, night);

  it.each([
    ['fails', { fail: 'Service Spreadsheets timed out while accessing document' }],
    ['is killed', 'kill'],
  ] as [string, Intercept][])('that %s at any service call is healed by the next one', (_how, fault) => {
    expect(moments.length).toBeGreaterThan(8);
    for (const [nth, at] of moments.entries()) {
      if (nth % step !== 0) continue;
      let armed = true;
      const host = from(start, (index) => (armed && index === at ? fault : undefined));
      const broken = host.run('syncNow', { startedBy: 'cli' });
      armed = false;
      // What failed in passing may have been tried again.
      if (fault === 'kill') expect({ at, ok: broken.ok }).toEqual({ at, ok: false });
      expect({ at, ...end(host, night) }).toEqual({ at, ...sheets });
      if (nth % 8 === 0) expect({ at, cells: syncNow(host).written.cells }).toEqual({ at, cells: 0 });
    }
  });
});

it('what somebody types, and takes back once a sync was cut off, stands in the journal with its end', () => {
  const start = changed();
  for (const at of undisturbed(start, false).moments) {
    let armed = true;
    const host = from(start, (index) => (armed && index === at ? 'kill' : undefined));
    const [, , , { 'Follow-up id': id, Notes: typed }] = table(host.book, 'followed-up');
    host.run('syncNow', { startedBy: 'cli' });
    armed = false;
    const row = table(host.book, 'followed-up').find((one) => one['Follow-up id'] === id);
    host.person.type('followed-up', Number(row?.at), columnOf(host.book, 'followed-up', 'Notes'), '');
    syncNow(host);
    syncNow(host);
    const lines = table(host.book, 'activity').filter((line) => line.Entity === id && line.Field === 'Notes');
    const told = lines.map(({ Before, After }) => [Before, After]).reverse();
    // Taken back before anything told of it, nothing has been.
    const whole = [
      ['', typed],
      [typed, ''],
    ];
    expect({ at, told }).toEqual({ at, told: told.length === 0 ? [] : whole });
  }
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
    for (let at = 0; at < calls; at += 14) {
      let armed = true;
      const host = from(start, (index) => (armed && index === at ? 'kill' : undefined));
      host.run('setUp', { startedBy: 'cli' });
      armed = false;
      host.run('setUp', { startedBy: 'cli' });
      expect({ at, ...managed(host.book) }).toEqual({ at, ...sheets });
    }
  });
});
