import type { Host } from '../../host';
import type { PanelRecord } from '../../src/panel/surface';
import { columnOf, syncNow, table } from '../support/product';
import { begunOffice, hostOf, Panel, rowOf } from './big-office';

const begun = begunOffice(['Nina Norton']);
const HOUR = 60 * 60_000;

function office() {
  const host = hostOf(begun);
  const panel = new Panel(host);
  const [{ item }] = panel.ask('search', { text: 'Nina Norton' });
  const edit = (fields: Record<string, string>) => panel.act('edit', item, { fields });
  const field = (name: string) =>
    panel.ask('record', { id: item.id }).fields.find((one) => one.name === name) as PanelRecord['fields'][0];
  const told = () =>
    table(host.book, 'activity').filter(({ Entity, What }) => Entity === item.id && What === 'changed');
  return { host, panel, item, edit, field, told };
}

/** Types in the row of the source. */
function inSource({ book, person }: Host, header: string, text: string, order = 'X-0'): void {
  const row = table(book, 'order-update').find((one) => Object.values(one).includes(order));
  person.type('order-update', Number(row?.at), columnOf(book, 'order-update', header), text);
}

const PHONE = Object.keys(table(begun.book, 'order-update')[0]).find((header) => /phone/i.test(header)) as string;

/** A new order, at the end of the source. */
function order({ book, person }: Host, cells: readonly string[]): void {
  const at = book.sheet('order-update').lastRow() + 1;
  cells.forEach((text, index) => {
    if (text !== '') person.type('order-update', at, index + 1, text);
  });
}

describe('contact data corrected in the panel', () => {
  test('stand in the cells, in the search and in the journal, and no sync takes them back', () => {
    const { host, panel, item, edit, field, told } = office();
    const fields = { name: 'Nina de Norton', company: 'Norton & Co', phone: '020 7946 0555', email: ' N@EXAMPLE.org ' };
    const result = edit({ ...fields, city: 'Leeds' });
    expect(result).toMatchObject({ ok: true, item: { name: 'Nina de Norton', phone: '+442079460555' } });
    // The name stands first in the sheet, apart from the other contact data: a block of its own.
    expect(panel.cost.calls).toBeLessThanOrEqual(9);
    const cells = { Name: 'Nina de Norton', Company: 'Norton & Co', Phone: '+442079460555', City: 'Leeds' };
    for (const hours of [0, 1, 27, 54]) {
      host.now += hours * HOUR;
      if (hours > 0) syncNow(host);
      expect(rowOf(host, item.id)).toMatchObject(cells);
      expect(rowOf(host, item.id)['E-mail'].toLowerCase()).toBe('n@example.org');
    }
    expect(syncNow(host).written.cells).toBe(0);
    expect(field('phone')).toMatchObject({ value: '+442079460555', source: '+442079460100' });
    expect(panel.ask('search', { text: '79460555' }).map((hit) => hit.item.id)).toEqual([item.id]);
    expect(told().map(({ Field, After }) => [Field, After])).toContainEqual(['Phone', '+442079460555']);
  });

  test('what the source says later is told in the journal, the correction stays, and is undone to what it says then', () => {
    const { host, panel, item, edit, field, told } = office();
    edit({ phone: '020 7946 0555' });
    inSource(host, PHONE, "'020 7946 0777");
    for (const hours of [0, 27]) {
      host.now += hours * HOUR;
      syncNow(host);
      expect(rowOf(host, item.id).Phone).toBe('+442079460555');
    }
    const lines = told().filter(({ Field }) => Field === 'Phone');
    expect(lines.map(({ Before, After }) => [Before, After])).toEqual([
      ['+442079460100', '+442079460777'],
      ['+442079460100', '+442079460555'],
    ]);
    expect(lines[0].Why).toContain('“+442079460555”, as corrected here, stays');
    expect(panel.act('undo', { id: '', rev: '' }, { ops: ['one1'] })).toMatchObject({ ok: true });
    expect(rowOf(host, item.id).Phone).toBe('+442079460777');
    expect(field('phone').source).toBeNull();
    host.now += 27 * HOUR;
    syncNow(host);
    expect(rowOf(host, item.id).Phone).toBe('+442079460777');
  });

  test('a source that has caught up leads again', () => {
    const { host, item, edit, field } = office();
    edit({ phone: '020 7946 0555' });
    for (const [typed, shown] of [
      ["'020 7946 0555", '+442079460555'],
      ["'020 7946 0888", '+442079460888'],
    ]) {
      inSource(host, PHONE, typed);
      host.now += 27 * HOUR;
      syncNow(host);
      expect(rowOf(host, item.id).Phone).toBe(shown);
    }
    expect(field('phone').source).toBeNull();
  });

  test('of two corrections the later counts, and the earlier is not undone over it', () => {
    const { host, panel, item, edit, field } = office();
    edit({ phone: '020 7946 0555', city: 'Leeds' });
    panel.start();
    const [{ item: seen }] = panel.ask('search', { text: 'Nina Norton' });
    expect(edit({ phone: '020 7946 0556' })).toMatchObject({ ok: false, code: 'stale' });
    expect(panel.act('edit', seen, { fields: { phone: '020 7946 0666' } })).toMatchObject({ ok: true });
    expect(panel.act('undo', { id: '', rev: '' }, { ops: ['one1'] })).toMatchObject({
      ok: false,
      code: 'changed-since',
      theirs: [{ field: 'Phone', theirs: '+442079460666' }],
    });
    expect(rowOf(host, item.id)).toMatchObject({ Phone: '+442079460666', City: '' });
    expect(field('phone').source).toBe('+442079460100');
  });

  test('the person’s other open follow-ups that say the same are corrected too, and back; the corrected phone finds them next time', () => {
    const { host, panel, item } = office();
    order(host, ['X-1', '06/09/2026', '', 'Nina Norton', '', "'020 7946 0100"]);
    syncNow(host);
    const [other] = panel.ask('record', { id: item.id }).orders;
    const correct = (text: string) =>
      panel.act('edit', item, { fields: { phone: text }, others: [{ id: other.id, rev: other.rev }] });
    expect(correct('020 7946 0555')).toMatchObject({ ok: true });
    const phones = () => [item.id, other.id].map((id) => rowOf(host, id).Phone);
    expect(phones()).toEqual(['+442079460555', '+442079460555']);
    expect(panel.act('undo', { id: '', rev: '' }, { ops: ['one1'] })).toMatchObject({ ok: true });
    expect(phones()).toEqual(['+442079460100', '+442079460100']);
    panel.act('edit', panel.ask('record', { id: item.id }).item, { fields: { phone: '020 7946 0555' } });
    expect(phones()).toEqual(['+442079460555', '+442079460100']);

    // The phone that no source has said so far.
    host.now += 27 * HOUR;
    syncNow(host);
    order(host, ['X-2', '07/09/2026', '', 'Nina Norton', '', "'020 7946 0555"]);
    syncNow(host);
    const hers = table(host.book, 'followed-up').filter(({ Name }) => Name === 'Nina Norton');
    const [person, ...others] = new Set(hers.map((row) => row['Person id']));
    expect([hers.length, others]).toEqual([3, []]);
    host.now += 27 * HOUR;
    syncNow(host);
    const known = table(host.book, 'people').find((row) => row['Person id'] === person);
    expect(known).toMatchObject({ Phones: '+442079460555, +442079460100', Orders: '3' });
    expect(syncNow(host).written.cells).toBe(0);
  });

  test('a phone without a country is of the country of the row’s source', () => {
    const { host, item, edit } = office();
    const source = table(host.book, 'sources').find(({ Sheet }) => Sheet === 'order-update');
    host.person.type('sources', Number(source?.at), columnOf(host.book, 'sources', 'Country'), 'PT');
    syncNow(host);
    expect(edit({ phone: '912 345 678' })).toMatchObject({ ok: true });
    expect(rowOf(host, item.id).Phone).toBe('+351912345678');
  });

  test.each([
    ['phone', '12', 'bad-phone'],
    ['phone', '020 7946 0555; 020 7946 0556', 'bad-phone'],
    ['email', 'nina at home', 'bad-email'],
    ['name', ' ', 'bad-name'],
    ['personId', 'x', 'not-editable'],
  ])('%s “%s” is refused as in a source, with what to do', (name, text, code) => {
    const { host, item, edit } = office();
    const before = rowOf(host, item.id);
    const refused = edit({ [name]: text }) as { message: string };
    expect(refused).toMatchObject({ ok: false, code });
    expect(refused.message.length).toBeGreaterThan(30);
    expect(rowOf(host, item.id)).toEqual(before);
  });
});
