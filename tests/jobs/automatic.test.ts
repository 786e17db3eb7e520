import type { HostOptions } from '../../host';
import { type Host, ScriptedUi } from '../../host';
import { columnOf, hostOn, MORNING, run, shopBook, syncNow, table } from '../support/product';

const MINUTE = 60_000;

/** A shop whose clock moves with what the calls cost. */
const shop = (options: Partial<HostOptions> = {}) =>
  hostOn(shopBook({ orders: 10, leads: 5 }, 'exact'), { freezeClock: false, keepRealm: true, ...options });

/** The same document in front of another account. */
const colleague = (host: Host, answers: string[] = []) =>
  hostOn(host.book, {
    state: host.state,
    user: 'eva@example.com',
    ui: new ScriptedUi(answers),
    freezeClock: false,
    keepRealm: true,
    now: host.now,
  });

describe('automatic updates', () => {
  it('install one trigger, each minute, however often they are turned on', () => {
    const host = shop();
    run(host, 'turnAutomaticOn');
    run(host, 'turnAutomaticOn');
    expect(host.triggers.map(({ handler }) => handler)).toEqual(['tick']);
  });

  it('bring in what has changed, by themselves', () => {
    const host = shop();
    run(host, 'turnAutomaticOn');
    host.advance(2 * MINUTE);
    const before = table(host.book, 'followed-up').length;
    expect(before).toBeGreaterThan(10);
    host.person.paste('leads', 'A3', [['2026-11-02', 'Zoe Newcomer', 'zoe@example.org', "'+442079460999"]]);
    host.advance(4 * MINUTE);
    expect(table(host.book, 'followed-up').some((row) => row.Name === 'Zoe Newcomer')).toBe(true);
    expect(table(host.book, 'import-log').every((row) => row['Started by'] === 'automatic')).toBe(true);
  });

  it('cost an idle tick two calls', () => {
    const host = shop();
    run(host, 'turnAutomaticOn');
    host.advance(3 * MINUTE);
    const ticks = host.advance(10 * MINUTE);
    expect(
      ticks.filter((tick) => tick.value === null).map(({ byMethod, calls }) => ({ calls, byMethod })),
    ).toContainEqual({
      calls: 2,
      byMethod: expect.objectContaining({ 'Properties.getProperties': 1, 'Properties.setProperty': 1 }),
    });
    expect(ticks.every((tick) => tick.value !== null || tick.calls <= 3)).toBe(true);
  });

  it('go on where a run out of time stopped', () => {
    const slow = () => {
      const host = hostOn(shopBook({ orders: 40, leads: 15 }, 'exact'), { freezeClock: false, keepRealm: true });
      run(host, 'setUp');
      return hostOn(host.book, {
        state: host.saved(),
        freezeClock: false,
        keepRealm: true,
        costs: { cellWritten: 90 },
      });
    };
    const host = slow();
    run(host, 'turnAutomaticOn');
    const first = host.advance(MINUTE).at(-1);
    expect(first?.value).toMatchObject({ sync: { finished: false } });
    host.advance(60 * MINUTE);
    const calm = hostOn(shopBook({ orders: 40, leads: 15 }, 'exact'), { keepRealm: true });
    syncNow(calm);
    for (const sheet of ['followed-up', 'people', 'duplicates', 'needs-fixing']) {
      const names = (one: Host) =>
        table(one.book, sheet)
          .map((row) => row.Name ?? row.Why ?? row.Where)
          .sort();
      expect(names(host)).toEqual(names(calm));
    }
    expect(host.executions.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('tell a second account who keeps the clock, and let it take over', () => {
    const host = shop();
    run(host, 'turnAutomaticOn');
    host.advance(MINUTE);
    const eva = colleague(host, ['NO']);
    run(eva, 'turnAutomaticOn');
    expect(eva.ui.shown.find(({ what }) => what === 'alert')?.text).toContain('owner@example.com');
    expect(eva.triggers.map(({ owner }) => owner)).toEqual(['owner@example.com']);
    const again = colleague(host, ['YES']);
    run(again, 'turnAutomaticOn');
    again.advance(2 * MINUTE);
    expect(again.triggers.map(({ owner }) => owner)).toEqual(['eva@example.com']);
  });

  it('can be turned off by whoever turned them on, and by nobody else', () => {
    const host = shop();
    run(host, 'turnAutomaticOn');
    const eva = colleague(host);
    run(eva, 'turnAutomaticOff');
    expect(eva.ui.shown.at(-1)?.text).toContain('turned on by owner@example.com');
    run(host, 'turnAutomaticOff');
    expect(host.triggers).toEqual([]);
  });

  it('leave a fault in the log, and go on', () => {
    let broken = true;
    const host = shop({
      intercept: ({ method }) =>
        broken && method === 'Lock.tryLock' ? { fail: 'Service unavailable: Lock' } : undefined,
    });
    broken = false;
    run(host, 'setUp');
    broken = true;
    run(host, 'turnAutomaticOn');
    host.advance(2 * MINUTE);
    expect(table(host.book, 'system-log')[0]).toMatchObject({
      Level: 'error',
      Where: 'tick',
      Message: expect.stringContaining('Service unavailable'),
    });
    broken = false;
    host.advance(4 * MINUTE);
    expect(table(host.book, 'followed-up').length).toBeGreaterThan(5);
  });
});

describe('two at once', () => {
  it('the second waits, and is told', () => {
    const host = shop();
    run(host, 'setUp');
    let second: string | undefined;
    const first = hostOn(host.book, {
      state: host.state,
      intercept: ({ index, method }, self) => {
        if (method === 'Range.getValues' && second === undefined && index > 3) {
          second = '';
          second = self.run('syncNow', { startedBy: 'cli' }).error?.message ?? 'it ran';
        }
        return undefined;
      },
    });
    syncNow(first);
    expect(second).toContain('Another update is running.');
  });
});

describe('Health', () => {
  it('says what is on, what the day has cost, and what is wrong', () => {
    const host = shop({ now: MORNING });
    run(host, 'setUp');
    expect(run(host, 'showHealth')).toContain('Automatic updates are off.');
    run(host, 'turnAutomaticOn');
    host.advance(5 * MINUTE);
    expect(run(host, 'showHealth')).toMatch(
      /on, by owner@example\.com\.\nLast tick: 2026-11-02 09:0\d:\d\d \(\d+ s ago\)\.\nNext sync: .*\nToday: 5 ticks, /,
    );
    host.state.triggers.splice(0);
    host.advance(30 * MINUTE);
    expect(run(host, 'showHealth')).toContain('The clock has stopped.');
  });
});

describe('the panel', () => {
  it('jumps to a row, and refuses what it does not know', () => {
    const host = shop();
    syncNow(host);
    const row = table(host.book, 'followed-up')[3];
    expect(run(host, 'callPanel', 'goTo', { id: row['Follow-up id'] })).toEqual({
      ok: true,
      data: { row: Number(row.at), hidden: '' },
    });
    expect(run(host, 'callPanel', 'goTo', { id: 'F-none' })).toMatchObject({ ok: false, code: 'row-gone' });
    expect(run(host, 'callPanel', 'goTo', { id: { evil: 1 } })).toMatchObject({ ok: false, code: 'bad-argument' });
    expect(run(host, 'callPanel', 'constructor', {})).toMatchObject({ ok: false, code: 'unknown-call' });
  });

  it('says what hides a row that it jumps to, and takes that away when it is asked to', () => {
    const host = shop();
    syncNow(host);
    const { at, Owner, 'Follow-up id': id } = table(host.book, 'followed-up')[3];
    const row = Number(at);
    const goTo = (show: boolean) => run(host, 'callPanel', 'goTo', { id, show });
    const answer = (hidden: string) => ({ ok: true, data: { row, hidden } });
    const sheet = host.book.sheet('followed-up');
    const area = `A1:Z${sheet.lastRow()}`;
    const theirs = { type: null, args: [], hiddenValues: [Owner] };
    host.person.filter('followed-up', area, { [columnOf(host.book, 'followed-up', 'Owner')]: theirs });
    host.person.hideRows('followed-up', row + 1);
    expect(goTo(false)).toEqual(answer('filter'));
    expect(goTo(true)).toEqual(answer(''));
    expect(sheet.filter).toMatchObject({ rect: { columns: 26 }, criteria: {} });
    host.person.hideRows('followed-up', row);
    expect(goTo(false)).toEqual(answer('person'));
    expect(goTo(true)).toEqual(answer(''));
    expect(sheet.peek(row + 1)?.hidden).toBe(true);
  });
});
