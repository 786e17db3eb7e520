import { columnOf, hostOn, run, shopBook, syncNow, table } from '../support/product';

describe('the sheets as Set up lays them', () => {
  const host = hostOn(shopBook({ orders: 10, leads: 5 }));
  run(host, 'setUp');
  syncNow(host);
  const sheet = host.book.sheet('followed-up');

  it('offer the stages and the staff in each row that a sync puts in', () => {
    const last = table(host.book, 'followed-up').length + 1;
    for (const header of ['Status', 'Owner']) {
      const column = columnOf(host.book, 'followed-up', header);
      for (const row of [2, last]) expect(sheet.rule(row, column)).toMatchObject({ allowInvalid: true });
      expect(sheet.rule(1, column)).toBeUndefined();
    }
  });

  it('colour each row by its state, those that a sync puts in as well', () => {
    const ranges = sheet.conditional.flatMap((rule) => rule.ranges);
    expect(sheet.conditional).toHaveLength(4);
    for (const range of ranges) {
      expect(range.row).toBe(1);
      expect(range.row + range.rows - 1).toBeGreaterThan(table(host.book, 'followed-up').length);
    }
  });

  it('keep the ids out of sight and the header in sight', () => {
    const { 'Follow-up id': id } = table(host.book, 'followed-up')[0];
    expect(id).toMatch(/^F-/);
    expect(sheet.frozenRows).toBe(1);
  });
});
