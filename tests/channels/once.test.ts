import type { Host, HostState, Intercept, Workbook } from '../../host';
import { columnOf, hostOn, table } from '../support/product';
import { followUp, MINUTE, office } from './office';
import { openWire, type Wire } from './wire';

interface Start {
  book: Workbook;
  state: HostState;
}

/** A shop in which two leads of Ann and one of Bob are due at the next tick. */
function due(told = ''): Start {
  const host = office(
    [
      { name: 'Ann', role: 'lead', told },
      { name: 'Bob', told },
    ],
    ['Zoe Miller', 'Yan Moss', 'Xia Nord'],
  );
  host.advance(6 * MINUTE - 1);
  expect(host.mails).toEqual([]);
  host.state.now += MINUTE - 2000;
  return { book: host.book, state: host.saved() };
}

const from = ({ book, state }: Start, intercept?: (index: number, method: string) => Intercept, wire?: Wire): Host =>
  hostOn(book.clone(), {
    state: JSON.parse(JSON.stringify(state)),
    now: state.now,
    freezeClock: false,
    keepRealm: true,
    network: wire?.network,
    intercept: intercept && (({ index, method }) => intercept(index, method)),
  });

const tick = (host: Host) => host.run('tick', { startedBy: 'trigger' });

/** Names in the mails, in any order. */
const told = (host: Host) =>
  host.mails
    .flatMap(({ to, body }) => [...body.matchAll(/^• (\w+ \w+) –/gm)].map(([, name]) => `${to} ${name}`))
    .sort();

const written = (host: Host) =>
  table(host.book, 'followed-up')
    .map(({ Name, Reminder, Reminders }) => `${Name} ${Reminder} ${Reminders}`)
    .sort();

const START = due();
const CALM = from(START);
const CALLS = tick(CALM).calls;

it('tells three people of three leads in one mail each', () => {
  expect(told(CALM)).toHaveLength(3);
  expect(CALM.mails).toHaveLength(2);
  expect(CALLS).toBeGreaterThan(20);
});

it.each([
  ['fails', { fail: 'Service invoked too many times in a short time' }],
  ['is killed', 'kill'],
] as [string, Intercept][])('a tick that %s at any call repeats no mail and loses none', (_how, fault) => {
  for (let at = 0; at < CALLS; at++) {
    let armed = true;
    const host = from(START, (index) => {
      if (!armed || index !== at) return undefined;
      armed = false;
      return fault;
    });
    tick(host);
    armed = false;
    host.advance(3 * MINUTE);
    expect({ at, told: told(host) }).toEqual({ at, told: told(CALM) });
    expect({ at, rows: written(host) }).toEqual({ at, rows: written(CALM) });
    expect({ at, lines: table(host.book, 'activity').filter(({ What }) => What === 'reminded').length }).toEqual({
      at,
      lines: 3,
    });
  }
});

it('a second tick that comes while the first is at work does nothing', () => {
  let second: unknown = 'not begun';
  const host = from(START, (_index, method) => {
    if (method === 'MailApp.sendEmail' && second === 'not begun') {
      second = 'begun';
      const nested = tick(host);
      second = nested.ok ? nested.value : nested.error;
    }
    return undefined;
  });
  tick(host);
  expect(second).toBeNull();
  expect(told(host)).toEqual(told(CALM));
});

it('who was contacted a second ago is not told any more, and no mail goes out under the lock of the document', () => {
  let locked = false;
  let typed = false;
  const host = from(START, (_index, method) => {
    if (method === 'MailApp.sendEmail') {
      locked ||= [...Array(1)].some(() => host.locks.has('document', 1) || host.locks.has('document', 2));
      if (!typed) {
        typed = true;
        for (const name of ['Zoe Miller', 'Yan Moss', 'Xia Nord']) {
          const row = followUp(host, name);
          if (row?.Owner === 'Bob')
            host.person.type('followed-up', Number(row.at), columnOf(host.book, 'followed-up', 'Status'), 'Done');
        }
      }
    }
    return undefined;
  });
  tick(host);
  expect(locked).toBe(false);
  expect(host.mails.length).toBeGreaterThan(0);
});

it('late, doubled and skipped ticks tell everything once', () => {
  const host = from(START);
  host.state.now += 17 * MINUTE;
  tick(host);
  tick(host);
  host.state.now += 40_000;
  tick(host);
  // What stays waiting for a quarter of an hour is told to the next in turn as well.
  expect(told(host)).toEqual(expect.arrayContaining(told(CALM)));
  expect(new Set(told(host)).size).toBe(told(host).length);
});

describe('with Telegram and Chat', () => {
  let wire: Wire;
  beforeAll(async () => {
    wire = await openWire();
  });
  afterAll(() => wire.close());

  it('a message to the space of Chat comes once, wherever the tick is killed', () => {
    const start = due('chat');
    const connected = from(start, undefined, wire);
    connected.state.properties[`user:${connected.user}`] = { chat: wire.webhook };
    const base = { book: start.book, state: connected.saved() };
    const calm = from(base, undefined, wire);
    const { calls } = tick(calm);
    const each = wire.act('look').space.length;
    expect(each).toBe(2);
    for (let at = 0; at < calls; at++) {
      const before = wire.act('look').space.length;
      let armed = true;
      const host = from(
        { book: base.book, state: { ...base.state, now: base.state.now + at * 1000 } },
        (index) => {
          if (!armed || index !== at) return undefined;
          armed = false;
          return 'kill';
        },
        wire,
      );
      tick(host);
      host.advance(3 * MINUTE);
      expect({ at, more: wire.act('look').space.length - before }).toEqual({ at, more: each });
    }
  });
});
