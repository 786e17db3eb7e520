import { generateShop } from '../../bench/generate/shop';
import { writeSheet } from '../../bench/generate/to-book';
import { Workbook } from '../../host';
import { hostOn, shopBook, syncNow, table } from '../support/product';

/** What Sheets is like when it is not at its best; each case has its defined end. */
describe('a workbook', () => {
  it('with 60,000 blank rows below the data costs no more than one without', () => {
    const [plain, tall] = [0, 60_000].map((blank) => {
      const host = hostOn(shopBook({ orders: 12, leads: 6 }, 'exact'), { keepRealm: true });
      syncNow(host);
      for (const name of ['order-update', 'leads', 'followed-up']) {
        const sheet = host.book.sheet(name);
        if (blank > 0) host.person.insertRows(name, sheet.lastRow() + 1, blank);
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
