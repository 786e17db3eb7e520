import type { Host, HostState, Intercept, Workbook } from '../../host';
import { columnOf, hostOn, run, table } from '../support/product';
import { followUp, MINUTE, office } from './office';

const HOUR = 60 * MINUTE;

/** Tuesday, 3 November 2026, in London. */
const day = (hour: number, minute = 0) => Date.UTC(2026, 10, 3, hour, minute);

const STAFF = [{ name: 'Ann', role: 'lead' }, { name: 'Bob' }, { name: 'Cid', active: 'no' }];

/** A shop on the evening before: of four leads, one was contacted and one won. */
function evening(settings: string[][] = [], options = {}): { book: Workbook; state: HostState } {
  const host = office(STAFF, ['Zoe Miller', 'Yan Moss', 'Xia Nord', 'Wim Oak'], options, settings);
  host.advance(3 * MINUTE);
  host.person.type(
    'followed-up',
    Number(followUp(host, 'Zoe Miller')?.at),
    columnOf(host.book, 'followed-up', 'Status'),
    'Contacted',
  );
  host.person.type(
    'followed-up',
    Number(followUp(host, 'Yan Moss')?.at),
    columnOf(host.book, 'followed-up', 'Status'),
    'Converted',
  );
  host.advance(6 * MINUTE);
  host.mails.length = 0;
  return { book: host.book, state: host.saved() };
}

const from = (
  { book, state }: { book: Workbook; state: HostState },
  now: number,
  intercept?: (index: number) => Intercept,
): Host =>
  hostOn(book.clone(), {
    state: JSON.parse(JSON.stringify(state)),
    now,
    freezeClock: false,
    keepRealm: true,
    intercept: intercept && (({ index }) => intercept(index)),
  });

const digests = (host: Host) => host.mails.filter(({ subject }) => subject.startsWith('Today:'));

describe('the digest', () => {
  const start = evening();

  it('comes on a working day at its hour, once, to everybody who is there', () => {
    const host = from(start, day(8, 35));
    host.advance(8 * MINUTE);
    expect(digests(host)).toEqual([]);
    host.advance(20 * MINUTE);
    expect(
      digests(host)
        .map(({ to }) => to)
        .sort(),
    ).toEqual(['ann@example.com', 'bob@example.com']);
    expect(digests(host)[0].at).toBeLessThan(day(8, 48));
  });

  it('says what is overdue, what was won, how fast the team was, and how it stands', () => {
    const host = from(start, day(8, 44));
    host.advance(4 * MINUTE);
    const [ann] = digests(host).filter(({ to }) => to === 'ann@example.com');
    expect(ann.body).toContain('Good morning, Ann. This is your Tuesday, 3 November.');
    expect(ann.body).toMatch(/The team\n• Ann – \d open/);
    const all = digests(host)
      .map(({ body }) => body)
      .join();
    expect(all).toMatch(/Overdue\n(• .*\n.*\n)*• (Xia Nord|Wim Oak)/);
    expect(all).toMatch(/Won\n• Yan Moss/);
    expect(all).toMatch(/Contact – median \d+ min · 9 of 10 within \d+ min · 100 % in time \((\d) of \1\)/);
  });

  it('does not come on a Saturday', () => {
    const host = from(start, Date.UTC(2026, 10, 7, 8));
    host.advance(20 * MINUTE);
    host.state.now += 2 * HOUR;
    host.advance(MINUTE);
    expect(digests(host)).toEqual([]);
  });

  it.each([
    ['fails', { fail: 'Service unavailable' }],
    ['is killed', 'kill'],
  ] as [string, Intercept][])('comes once though a tick %s at any call', (_how, fault) => {
    const calm = from(start, day(8, 45));
    const { calls } = calm.run('tick', { startedBy: 'trigger' });
    expect(digests(calm)).toHaveLength(2);
    for (let at = 0; at < calls; at += 3) {
      let armed = true;
      const host = from(start, day(8, 45), (index) => {
        if (!armed || index !== at) return undefined;
        armed = false;
        return fault;
      });
      host.run('tick', { startedBy: 'trigger' });
      host.advance(3 * MINUTE);
      expect({
        at,
        to: digests(host)
          .map(({ to }) => to)
          .sort(),
      }).toEqual({
        at,
        to: ['ann@example.com', 'bob@example.com'],
      });
    }
  });

  it('sums up the week for whoever leads, on the day that the settings say', () => {
    const weekly = (name: string) => {
      const host = from(evening([['Weekly summary', name, '']]), day(8, 44));
      host.advance(4 * MINUTE);
      return digests(host)
        .map(({ to, body }) => [to, body.includes('The last seven days')])
        .sort();
    };
    expect(weekly('Tuesday')).toEqual([
      ['ann@example.com', true],
      ['bob@example.com', false],
    ]);
    expect(weekly('Thursday')).toEqual([
      ['ann@example.com', false],
      ['bob@example.com', false],
    ]);
  });

  it('is off when the setting is empty', () => {
    const host = from(evening([['Daily digest', '', '']]), day(8, 44));
    host.advance(15 * MINUTE);
    expect(digests(host)).toEqual([]);
    expect(run(host, 'showHealth')).toContain('Automatic updates are on');
    expect(table(host.book, 'system-log')).toEqual([]);
  });
});
