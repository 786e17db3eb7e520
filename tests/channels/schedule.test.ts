import fc from 'fast-check';
import { nextTurn, stretch, workingHours } from '../../src/jobs/schedule';
import { Zone } from '../../src/workbook/zone';
import { hostOn, run } from '../support/product';
import { joinTelegram, MINUTE, office, TEN } from './office';
import { openWire } from './wire';

const HOUR = 60 * MINUTE;
const ANN = { name: 'Ann', role: 'lead' };

describe('the clock', () => {
  it('costs an idle tick two calls by day, and one call at night but for a sign of life', () => {
    const host = office([ANN], []);
    host.advance(3 * MINUTE);
    const idle = host.advance(20 * MINUTE).filter(({ value }) => value === null);
    expect(Math.max(...idle.map(({ calls }) => calls))).toBe(2);
    host.state.now += 10 * HOUR;
    host.advance(MINUTE);
    const night = host.advance(80 * MINUTE);
    const busy = night.filter(({ value }) => value !== null);
    expect(busy.length).toBeLessThanOrEqual(5);
    const quiet = night.filter(({ value }) => value === null).map(({ calls }) => calls);
    expect(quiet.filter((calls) => calls === 1).length).toBeGreaterThan(quiet.length * 0.6);
    expect(run(host, 'showHealth')).not.toContain('The clock has stopped');
  });

  it('wakes when the working day begins', () => {
    const host = office([ANN], []);
    host.advance(MINUTE);
    host.state.now += 22 * HOUR + 57 * MINUTE;
    const ran = host.advance(4 * MINUTE).flatMap(({ value }) => (value as { ran?: string[] } | null)?.ran ?? []);
    expect(ran).toContain('sync');
  });

  it('lets the least important come less often when the day’s time runs low, and says so', () => {
    const host = office([ANN], []);
    host.advance(3 * MINUTE);
    const clock = JSON.parse(host.state.properties.document.clock);
    const spend = (minutes: number) => {
      host.state.properties.document.clock = JSON.stringify({ ...clock, spent: minutes * MINUTE });
      return run<string>(host, 'showHealth');
    };
    expect(spend(30)).not.toContain('come less often');
    expect(spend(80)).toMatch(/80 of about 90 minutes .* come less often: .*reading the sources/);
    host.advance(30 * MINUTE);
    const syncs = host.executions.filter(({ value }) => (value as { sync?: object } | null)?.sync);
    expect(syncs.length).toBeLessThanOrEqual(3);
  });

  it('takes the turns of the buttons first, then those of the sources, and none of the reminders; the panel says which', async () => {
    const wire = await openWire();
    try {
      const host = office([{ ...ANN, told: 'telegram' }], ['Lea'], { network: wire.network });
      joinTelegram(host, wire, { Ann: 11 });
      host.advance(6 * MINUTE);
      const played = (minutes: number) => {
        const clock = JSON.parse(host.state.properties.document.clock);
        const due = { presses: host.now, remind: host.now, sync: host.now, digest: clock.due.digest };
        host.state.properties.document.clock = JSON.stringify({ ...clock, spent: minutes * MINUTE, due });
        const ran = host.advance(30 * MINUTE).flatMap(({ value }) => (value as { ran?: string[] } | null)?.ran ?? []);
        const { data } = run<{ data: { problems: { message: string }[] } }>(host, 'callPanel', 'health', {});
        const said = data.problems.map(({ message }) => /less often: (.*)\./.exec(message)?.[1] ?? '').join('');
        return { said, turns: (job: string) => ran.filter((one) => one === job).length };
      };
      const [plenty, less, little, none] = [20, 66, 76, 88].map(played);
      expect([plenty, less, little, none].map(({ said }) => said)).toEqual([
        '',
        'the buttons of Telegram',
        'the buttons of Telegram, reading the sources',
        'the buttons of Telegram, reading the sources',
      ]);
      expect(less.turns('presses')).toBeLessThan(plenty.turns('presses'));
      expect(less.turns('sync')).toBe(plenty.turns('sync'));
      expect(little.turns('sync')).toBeLessThan(plenty.turns('sync') / 2);
      expect(none.turns('sync')).toBeLessThan(little.turns('sync'));
      // Each five minutes, and at the rungs of the ladder.
      for (const part of [plenty, less, little, none]) expect(part.turns('remind')).toBeGreaterThanOrEqual(6);
    } finally {
      await wire.close();
    }
  });

  it('gives way in the order of importance, reminders never', () => {
    const rarer = (left: number) =>
      (['presses', 'sync', 'digest', 'remind'] as const).filter((job) => stretch(job, (90 - left) * MINUTE) > 1);
    expect(rarer(50)).toEqual([]);
    expect(rarer(20)).toEqual(['presses']);
    expect(rarer(10)).toEqual(['presses', 'sync']);
    expect(rarer(0)).not.toContain('remind');
  });

  it('counts working hours by the wall, over the end of summer time', () => {
    const calendar = {
      zone: new Zone('Europe/London'),
      workingDays: new Set([0, 1, 2, 3, 4, 5, 6]),
      opens: 9 * 60,
      closes: 18 * 60,
      holidays: new Set<string>(),
    };
    const sunday = workingHours(calendar, Date.UTC(2026, 9, 24, 20));
    expect(new Date(sunday.opens).toISOString()).toBe('2026-10-25T09:00:00.000Z');
    expect(new Date(workingHours(calendar, Date.UTC(2026, 9, 23, 20)).opens).toISOString()).toBe(
      '2026-10-24T08:00:00.000Z',
    );
  });

  it('never sleeps over the opening', () => {
    const clock = { opens: TEN + HOUR, closes: TEN + 9 * HOUR, spent: 0 } as Parameters<typeof nextTurn>[0];
    expect(nextTurn(clock, 'sync', TEN, 5)).toBe(TEN + HOUR);
    expect(nextTurn({ ...clock, opens: TEN - HOUR }, 'sync', TEN, 5)).toBe(TEN + 4.5 * MINUTE);
  });

  it('keeps a cadence of whole minutes, though each tick comes some seconds early or late', () => {
    const clock = { opens: TEN - HOUR, closes: TEN + 9 * HOUR, spent: 0 } as Parameters<typeof nextTurn>[0];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.array(fc.integer({ min: -14_000, max: 14_000 }), { minLength: 70, maxLength: 200 }),
        (minutes, offsets) => {
          let due = 0;
          const ran = offsets.flatMap((offset, tick) => {
            const now = TEN + tick * MINUTE + offset;
            if (due > now) return [];
            due = nextTurn(clock, 'sync', now, minutes);
            return [tick];
          });
          expect(ran).toEqual(offsets.flatMap((_, tick) => (tick % minutes === 0 ? [tick] : [])));
        },
      ),
    );
  });

  it('takes up the clock of an earlier version', () => {
    const host = office([ANN], []);
    const { triggerId, owner } = JSON.parse(host.state.properties.document.clock);
    const former = { triggerId, owner, since: TEN, last: TEN, nextSync: TEN, day: 1, spent: 0, ticks: 0 };
    host.state.properties.document.clock = JSON.stringify(former);
    const next = hostOn(host.book, { state: host.saved(), now: host.now, freezeClock: false });
    next.advance(3 * MINUTE);
    expect(next.executions.every(({ ok }) => ok)).toBe(true);
  });
});
