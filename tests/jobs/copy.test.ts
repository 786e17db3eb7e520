import type { Host } from '../../host';
import { hostOn, run, shopBook, syncNow, table } from '../support/product';

const MINUTE = 60_000;

/** *Make a copy*: the sheets and the document's properties come along, triggers do not. */
function copyOf(host: Host): Host {
  const book = host.book.clone();
  book.id = 'the-copy';
  const state = host.saved();
  state.triggers = [];
  return hostOn(book, { state, freezeClock: false });
}

describe('a copy of a workbook', () => {
  it('starts with automatic updates off, says so in Health, and turns them on as its own', () => {
    const host = hostOn(shopBook({ orders: 8, leads: 4 }, 'exact'), { freezeClock: false });
    run(host, 'turnAutomaticOn');
    host.advance(3 * MINUTE);
    expect(run<string>(host, 'showHealth')).toContain('Automatic updates are on');

    const copy = copyOf(host);
    const health = run<string>(copy, 'showHealth');
    expect(health).toContain('Automatic updates are off.');
    expect(health).toContain('This workbook is a copy');
    expect(health).toContain('Turn automatic updates on');
    expect(health).not.toContain('The clock has stopped');
    const mails = copy.mails.length;
    copy.advance(10 * MINUTE);
    expect({ triggers: copy.triggers.length, mails: copy.mails.length }).toEqual({ triggers: 0, mails });

    // Nothing is asked about taking over from the original.
    run(copy, 'turnAutomaticOn');
    run(copy, 'turnAutomaticOn');
    expect(copy.triggers.map(({ handler }) => handler)).toEqual(['tick']);
    expect(run<string>(copy, 'showHealth')).not.toContain('is a copy');
    copy.advance(3 * MINUTE);
    expect(run<string>(copy, 'showHealth')).toContain('Automatic updates are on');
  });

  it('says what has become of it also where automatic updates were never on', () => {
    const host = hostOn(shopBook({ orders: 8, leads: 4 }, 'exact'));
    syncNow(host);
    const copy = copyOf(host);
    const before = table(copy.book, 'followed-up');
    expect(syncNow(copy).written).toEqual({ cells: 0, rows: 0 });
    expect(table(copy.book, 'followed-up')).toEqual(before);
    expect(run<string>(copy, 'showHealth')).toContain('Automatic updates are off.');
  });
});

describe('Health', () => {
  it('tells when everything was last read', () => {
    const small = hostOn(shopBook({ orders: 8, leads: 4 }, 'exact'));
    syncNow(small);
    expect(run<string>(small, 'showHealth')).toContain('Each update reads everything.');
    const large = hostOn(shopBook({ orders: 8, leads: 4 }, 'exact'));
    large.book.sheet('settings').set(large.book.sheet('settings').own(5), 0, 'Small workbook');
    large.book.sheet('settings').set(large.book.sheet('settings').own(5), 1, '0');
    syncNow(large);
    large.now += 5 * MINUTE;
    syncNow(large);
    expect(run<string>(large, 'showHealth')).toContain('Everything was last read at 2026-11-02 09:00');
  });
});
