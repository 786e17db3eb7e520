import { generateShop } from '../../bench/generate/shop';
import { writeSheet } from '../../bench/generate/to-book';
import { type Host, Workbook } from '../../host';
import { hostOn, project, shopBook, syncNow, table } from '../support/product';

/** What Sheets is like when it is not at its best; each case has its defined end. */
describe('a workbook', () => {
  it('with 60,000 blank formatted rows below the data costs no more than one without', () => {
    const [plain, tall] = [0, 60_000].map((blank) => {
      const host = hostOn(shopBook({ orders: 12, leads: 6 }, 'exact'), { keepRealm: true });
      syncNow(host);
      for (const name of blank > 0 ? ['order-update', 'leads', 'followed-up'] : []) {
        const first = host.book.sheet(name).lastRow() + 1;
        host.person.insertRows(name, first, blank);
        host.person.format(name, `A${first}:L${first + blank - 1}`, '0.00');
      }
      host.advance(60_000);
      return host.run('syncNow', { startedBy: 'cli' });
    });
    expect(tall).toMatchObject({ ok: true, calls: plain.calls, cellsWritten: 0 });
    expect(tall.cellsRead).toBeLessThan(plain.cellsRead * 2);
  });

  it.each(['Asia/Kolkata', 'America/Los_Angeles', 'Australia/Lord_Howe'])(
    'in the zone %s, another than the script’s, has the days that its sources show, and is left alone after',
    (timeZone) => {
      const book = Workbook.empty({ timeZone, locale: 'en_GB', sheet: null });
      const { sheets } = generateShop({ seed: 7, orders: 12, leads: 6, today: '2026-11-02' });
      for (const { name, rows } of sheets)
        writeSheet(book.addSheet(name, undefined, { rows: 200, columns: 30 }), rows, 1);
      const host = hostOn(book, { keepRealm: true });
      syncNow(host);
      const days = new Set(table(book, 'followed-up').map((row) => row.Date));
      const there = hostOn(shopBook({ orders: 12, leads: 6 }), { keepRealm: true });
      syncNow(there);
      expect(days).toEqual(new Set(table(there.book, 'followed-up').map((row) => row.Date)));
      expect(syncNow(host).written).toEqual({ cells: 0, rows: 0 });
    },
  );

  it('that is full says so, loses nothing, and goes on once there is room', () => {
    const host = hostOn(shopBook({ orders: 12, leads: 6 }, 'exact'), { keepRealm: true });
    host.run('setUp', { startedBy: 'cli' });
    const room = 10_000_000 - host.book.cellCount();
    const full = host.book.addSheet('full', undefined, { rows: Math.floor(room / 10), columns: 10 });
    const before = table(host.book, 'order-update');
    const result = host.run('syncNow', { startedBy: 'cli' });
    expect(result).toMatchObject({ ok: false });
    expect(result.error?.message).toContain('10000000 cells');
    host.book.removeSheet(full);
    expect(syncNow(host).finished).toBe(true);
    expect(table(host.book, 'order-update')).toEqual(before);
    expect(table(host.book, 'followed-up').length).toBeGreaterThan(10);
    expect(syncNow(host).written).toEqual({ cells: 0, rows: 0 });
  });
});

const MANAGED = ['followed-up', 'people', 'activity', 'duplicates', 'needs-fixing'];
const managed = (host: Host) => MANAGED.map((name) => table(host.book, name));
const shop = () => hostOn(shopBook({ orders: 12, leads: 6 }, 'exact'), { keepRealm: true });

describe('Google', () => {
  const calm = shop();
  syncNow(calm);
  syncNow(calm);

  it.each([
    ['for the day', 'Service invoked too many times for one day: spreadsheets.', 'is renewed'],
    ['for the moment', 'Service invoked too many times in a short time: spreadsheets. Try again later.', 'is renewed'],
    ['after a permission was taken back', 'You do not have permission to call SpreadsheetApp.getActive.', 'allow what'],
    ['since the account has to agree anew', 'Authorization is required to perform that action.', 'allow what'],
  ])('that refuses every call %s is told of, and the sync goes on once it no longer does', (_when, words, remedy) => {
    for (const from of [0, 3, 40, 90, 140]) {
      let refuses = true;
      const isAlert = (method: string) => method.startsWith('Ui.');
      const host = hostOn(shopBook({ orders: 12, leads: 6 }, 'exact'), {
        keepRealm: true,
        intercept: ({ index, method }) => (refuses && index >= from && !isAlert(method) ? { fail: words } : undefined),
      });
      for (let times = 0; times < 3; times++) {
        host.run('syncNow', { startedBy: 'menu' });
        expect({ from, said: host.ui.shown.pop() }).toEqual({
          from,
          said: expect.objectContaining({ what: 'alert', text: expect.stringMatching(`${words}.*${remedy}`) }),
        });
      }
      refuses = false;
      syncNow(host);
      syncNow(host);
      expect({ from, sheets: managed(host) }).toEqual({ from, sheets: managed(calm) });
      expect(syncNow(host).written).toEqual({ cells: 0, rows: 0 });
    }
  });

  it('that no longer lets the trigger touch the workbook leaves it as it is; the next tick that may goes on', () => {
    const host = shop();
    host.run('setUp', { startedBy: 'cli' });
    host.run('turnAutomaticOn', { startedBy: 'cli' });
    const before = managed(host);
    const { manifest } = project;
    const oauthScopes = manifest?.oauthScopes?.filter((scope) => !/spreadsheets/.test(scope)) ?? [];
    const script = { ...project, manifest: { ...manifest, oauthScopes } };
    const revoked = hostOn(host.book, { script, state: host.saved(), keepRealm: true });
    const refusals = revoked.advance(10 * 60_000);
    expect(refusals).toHaveLength(10);
    for (const { ok, error } of refusals) {
      expect(ok).toBe(false);
      expect(error?.message).toContain('Specified permissions are not sufficient');
    }
    expect(managed(revoked)).toEqual(before);
    const again = hostOn(revoked.book, { state: revoked.saved(), now: revoked.now, keepRealm: true });
    expect(again.advance(10 * 60_000).every(({ ok }) => ok)).toBe(true);
    expect(table(again.book, 'followed-up').length).toBeGreaterThan(10);
    expect(syncNow(again).written).toEqual({ cells: 0, rows: 0 });
  });
});
