import { columnOf, syncNow, table } from '../support/product';
import { begunOffice, hostOf, Panel, rowOf } from './big-office';

const begun = begunOffice(['Nina Norton']);

describe('a follow-up in the archive', () => {
  test('is found, shown and gone to; an act says where it rests, and opened again there it can be acted on', () => {
    const host = hostOf(begun);
    const panel = new Panel(host);
    const search = () => panel.ask('search', { text: 'nina norton' });
    const [{ item }] = search();
    expect(panel.act('won', item)).toMatchObject({ ok: true });
    host.now += 200 * 24 * 60 * 60_000;
    syncNow(host);
    const resting = () => table(host.book, 'archive').find((row) => row['Follow-up id'] === item.id);
    expect(resting()).toMatchObject({ Name: 'Nina Norton' });
    const [hit] = search();
    expect(hit).toMatchObject({ field: 'name', item: { id: item.id, archived: true } });
    expect(panel.cost.calls).toBeLessThanOrEqual(6);
    expect(panel.ask('record', { id: item.id }).item).toMatchObject({ archived: true, stage: 'won' });
    expect(panel.ask('goTo', { id: item.id }).row).toBe(Number(resting()?.at));
    const refused = panel.act('note', hit.item, { text: 'rang again' });
    expect(refused).toMatchObject({ ok: false, code: 'archived', message: expect.stringContaining('open status') });

    host.person.sort('archive', columnOf(host.book, 'archive', 'Name'), false);
    expect(panel.ask('goTo', { id: item.id }).row).toBe(Number(resting()?.at));
    const status = columnOf(host.book, 'archive', 'Status');
    host.person.type('archive', Number(resting()?.at), status, 'Contacted');
    syncNow(host);
    const [back] = search();
    expect(back.item).toMatchObject({ id: item.id, archived: false, status: 'Contacted' });
    expect(panel.act('tried', back.item)).toMatchObject({ ok: true });
    expect(rowOf(host, item.id).Tries).toBe('1');
  });
});
