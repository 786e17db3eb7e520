import type { Host } from '../../host';
import type { PanelItem } from '../../src/panel/surface';
import { columnOf, syncNow, table } from '../support/product';
import { begunOffice, hostOf, LATER, Panel, rowOf } from './big-office';

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'R\u202Eevil\u202C O\u2019Hara',
  '\u{1F469}\u200D\u{1F469}\u200D\u{1F467} Family \u{1F600}',
  'Back\\slash "quoted", [bracket] {brace}',
  `Long ${'x'.repeat(20_000)}`,
];

const begun = begunOffice(HOSTILE);
const HOUR = 60 * 60_000;

const everything = (panel: Panel): PanelItem[] =>
  (['now', 'today', 'later', 'done'] as const).flatMap((tab) => {
    const items: PanelItem[] = [];
    let total = 1;
    while (items.length < total) {
      const list = panel.ask('list', { query: { ...LATER, tab, from: items.length } });
      items.push(...list.items);
      total = list.total;
    }
    return items;
  });

/** What lists show, without where it was seen. */
const shownOf = (items: readonly PanelItem[]) =>
  new Map(items.map(({ rev, ...item }) => [item.id, { ...item, rev: rev.split('@')[0] }]));

/** All cells by follow-up, so that a sort changes nothing. */
const cellsOf = (host: Host) =>
  new Map(table(host.book, 'followed-up').map(({ at: _, ...row }) => [row['Follow-up id'], row]));

describe('the queue', () => {
  test('says what the sheet says, whatever stands in the cells', () => {
    const host = hostOf(begun);
    const panel = new Panel(host);
    const items = everything(panel);
    const rows = table(host.book, 'followed-up');
    expect(items.length).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(150);
    for (const row of rows) {
      const item = items.find(({ id }) => id === row['Follow-up id']);
      expect(item).toMatchObject({ name: row.Name, phone: row.Phone, email: row['E-mail'], status: row.Status });
    }
    const hostile = items.filter(({ reference }) => reference.startsWith('X-'));
    expect(hostile).toHaveLength(HOSTILE.length);
    for (const item of hostile) {
      expect(panel.act('note', item, { text: item.name.slice(0, 4000) })).toMatchObject({ ok: true });
      expect(panel.ask('record', { id: item.id }).timeline[0].after).toBe(item.name.slice(0, 2000).trim());
    }
  });

  test.each([
    ['is gone', (host: Host) => host.person.deleteSheet('crm-cache')],
    ['is damaged', (host: Host) => host.person.type('crm-cache', 1, 2, 'P1. nonsense')],
  ])('where its book %s, the sheets are read, acts are done, and the next full sync makes it anew', (_, harm) => {
    const host = hostOf(begun);
    const panel = new Panel(host);
    const before = shownOf(everything(panel));
    harm(host);
    panel.start();
    expect(panel.cost.calls).toBeGreaterThan(2);
    const [item] = everything(panel);
    expect(shownOf(everything(panel))).toEqual(before);
    expect(panel.act('tried', item)).toMatchObject({ ok: true });
    expect(rowOf(host, item.id).Tries).toBe('1');
    host.now += 27 * HOUR;
    syncNow(host);
    panel.start();
    expect(panel.cost.calls).toBe(2);
  });

  test('a sorted sheet, rows put in and a moved column mislead no act', () => {
    const host = hostOf(begun);
    const panel = new Panel(host);
    const items = panel.start().items.slice(0, 4);
    const before = cellsOf(host);
    const moves = [
      () => host.person.sort('followed-up', columnOf(host.book, 'followed-up', 'Name')),
      () => host.person.insertRows('followed-up', 5, 3),
      () => host.person.moveColumns('followed-up', columnOf(host.book, 'followed-up', 'Notes'), 1, 30),
      () => host.person.sort('followed-up', columnOf(host.book, 'followed-up', 'Amount'), false),
    ];
    moves.forEach((move, index) => {
      move();
      expect(panel.act('edit', items[index], { fields: { reason: `said ${index}` } })).toMatchObject({ ok: true });
      expect(rowOf(host, items[index].id).Reason).toBe(`said ${index}`);
    });
    for (const [id, row] of cellsOf(host)) {
      if (items.every((item) => item.id !== id)) expect(row).toEqual(before.get(id));
    }
  });

  test('a follow-up that somebody has deleted is gone for the panel once it was tried', () => {
    const host = hostOf(begun);
    const panel = new Panel(host);
    const [item] = panel.start().items;
    host.person.deleteRows('followed-up', Number(rowOf(host, item.id).at));
    expect(panel.act('tried', item)).toMatchObject({ ok: false, code: 'row-gone' });
    expect(everything(panel).some(({ id }) => id === item.id)).toBe(false);
  });

  test('what is typed in a cell is told within one look, and an act on the former row shows both values', () => {
    const host = hostOf(begun);
    const panel = new Panel(host);
    const [item, other] = panel.start().items;
    const column = columnOf(host.book, 'followed-up', 'Status');
    host.person.type('followed-up', Number(rowOf(host, item.id).at), column, 'Waiting');
    const news = panel.since(LATER);
    expect(news).toMatchObject({ all: false, items: [{ id: item.id, status: 'Waiting' }] });
    expect(panel.since()).toMatchObject({ all: false, items: [] });
    host.person.type('followed-up', Number(rowOf(host, item.id).at), column, 'Contacted');
    expect(panel.since().items).toMatchObject([{ id: item.id, status: 'Contacted' }]);
    const refused = panel.act('edit', item, { fields: { status: 'Waiting' } });
    expect(refused).toMatchObject({ ok: false, code: 'stale', theirs: [{ field: 'Status', theirs: 'Contacted' }] });
    expect(panel.act('tried', other)).toMatchObject({ ok: true });
  });

  test('what no event told of is met by the act, and by the next sync', () => {
    const host = hostOf(begun);
    const panel = new Panel(host);
    const [item] = panel.start().items;
    const row = rowOf(host, item.id);
    const other = table(host.book, 'staff').find(({ Name }) => Name !== row.Owner)?.Name ?? '';
    const column = columnOf(host.book, 'followed-up', 'Owner');
    const sheet = host.book.sheet('followed-up');
    sheet.set(sheet.own(Number(row.at)), column - 1, other);
    expect(panel.since().items).toEqual([]);
    const refused = panel.act('edit', item, { fields: { owner: '' } });
    expect(refused).toMatchObject({ ok: false, code: 'stale', item: { owner: other } });
    expect(everything(panel).find(({ id }) => id === item.id)?.owner).toBe(other);
  });

  test('two panels: each is told of the other’s acts alone, with counts of its view, and of none twice', () => {
    const host = hostOf(begun);
    const [mine, theirs] = [new Panel(host, 'mine'), new Panel(host, 'theirs')];
    const [first, second, third] = mine.start().items;
    const { counts } = theirs.start();
    mine.act('lost', first, { text: 'too dear' });
    theirs.act('tried', second);
    const news = theirs.since(LATER);
    expect(news.all).toBe(false);
    expect(new Set(news.items.map(({ id }) => id))).toEqual(new Set([first.id, second.id]));
    expect(news.counts).toMatchObject({ done: counts.done + 1 });
    expect(theirs.since()).toMatchObject({ all: false, items: [] });
    expect(mine.since().items.map(({ id }) => id)).toEqual([second.id]);
    expect(theirs.act('tried', third)).toMatchObject({ ok: true });
    expect(theirs.since().items).toEqual([]);
    expect(mine.act('tried', third)).toMatchObject({ ok: false, code: 'stale' });
  });

  test('a sync of changes tells the panel of new follow-ups, and the row of each is still found', () => {
    const host = hostOf(begun);
    const panel = new Panel(host);
    const [item] = panel.start().items;
    const last = host.book.sheet('order-update').lastRow();
    host.person.paste('order-update', last + 1, 1, [['N-1', '2026-11-02', '', 'Nina New', '', "'020 7946 0999"]]);
    syncNow(host);
    const news = panel.since();
    expect(news).toMatchObject({ all: false, items: [{ name: 'Nina New', reference: 'N-1' }] });
    expect(panel.ask('search', { text: '79460999' }).map((hit) => hit.item.name)).toEqual(['Nina New']);
    expect(panel.act('tried', item)).toMatchObject({ ok: true });
    expect(panel.cost.calls).toBeLessThanOrEqual(8);
    expect(panel.act('tried', news.items[0])).toMatchObject({ ok: true });
    expect(panel.cost.calls).toBeLessThanOrEqual(8);
  });

  test('more changes than can be told one by one go into the book', () => {
    const host = hostOf(begun);
    const panel = new Panel(host);
    const items = panel.start().items;
    for (let round = 0; round < 3; round++) {
      for (const item of panel.ask('list', { query: { ...LATER, from: round * 50 } }).items) {
        const longest = { fields: { notes: 'n'.repeat(300) } };
        expect(panel.act('edit', item, longest)).toMatchObject({ ok: true });
      }
    }
    expect(everything(panel).length).toBe(table(host.book, 'followed-up').length);
    expect(panel.act('tried', items[0])).toMatchObject({ code: 'stale' });
    const lines = table(host.book, 'activity').length;
    syncNow(host);
    expect(table(host.book, 'activity').length).toBeGreaterThan(lines);
    const told = table(host.book, 'activity').filter(({ Field, What }) => Field === 'Notes' && What === 'changed');
    expect(told.length).toBe(150);
  });
});
