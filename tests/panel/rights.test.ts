import type { PanelCall, PanelCalls } from '../../src/panel/surface';
import { columnOf, hostOn, run, shopBook, syncNow, table } from '../support/product';

const QUERY = {
  ...({ tab: 'later', mine: false, sort: 'due', from: 0 } as const),
  filter: { source: '', stage: '', owner: '', kind: '' },
};

/** The shop after its first sync, from which each test begins. */
const begun = (() => {
  const host = hostOn(shopBook({ orders: 12, leads: 8 }), { keepRealm: true });
  syncNow(host);
  return { book: host.book, state: host.saved() };
})();

type Answer<C extends PanelCall> = { ok: boolean; code?: string; message?: string; data: PanelCalls[C]['data'] };

/** The shop as somebody of its staff opens it; who has no place there is `nobody`. */
function officeOf(role: 'member' | 'lead' | 'owner' | 'nobody') {
  const book = begun.book.clone();
  const [first, ...others] = table(book, 'staff');
  const me = role === 'nobody' ? 'stranger@example.com' : first['E-mail'];
  const host = hostOn(book, { state: structuredClone(begun.state), keepRealm: true, user: me });
  const column = columnOf(book, 'staff', 'Role');
  host.person.type('staff', Number(first.at), column, role === 'nobody' ? 'member' : role);
  for (const { at } of others) host.person.type('staff', Number(at), column, 'owner');
  const ask = <C extends PanelCall>(call: C, args: PanelCalls[C]['args']) =>
    run<Answer<C>>(host, 'callPanel', call, args);
  return { book, host, ask, me: first.Name, other: others[0].Name };
}

describe('who may do what in the panel', () => {
  test('settings are for those who lead; others are told whom to ask, and nothing changes', () => {
    const { book, host, ask, other } = officeOf('member');
    const sheets = book.sheets.map(({ name }) => name);
    for (const step of ['begin', 'staff', 'automatic', 'demo', 'remove demo'] as const) {
      const answer = ask('setUp', { step, staff: [{ name: 'Eve', email: 'eve@example.com' }] });
      expect(answer).toMatchObject({ ok: false, code: 'not-lead', message: expect.stringContaining(other) });
    }
    expect(book.sheets.map(({ name }) => name)).toEqual(sheets);
    expect(table(book, 'staff').map(({ Name }) => Name)).not.toContain('Eve');
    expect(ask('health', {}).data.on).toBe(false);
    expect(host.run('callPanel', { args: ['sync', {}] as never, startedBy: 'panel' }).value).toMatchObject({
      ok: true,
    });
  });

  test.each(['lead', 'owner', 'nobody'] as const)('%s may', (role) => {
    const { ask } = officeOf(role);
    expect(ask('setUp', { step: 'automatic' })).toMatchObject({
      ok: true,
      data: { done: expect.arrayContaining(['automatic']) },
    });
  });

  test('a question about two follow-ups is answered by those whose they are, or who lead', () => {
    const { book, host, ask, me, other } = officeOf('member');
    const [pair] = table(book, 'duplicates');
    const sides = table(book, 'followed-up').filter((row) =>
      [pair['Record (1)'], pair['Record (2)']].includes(row['Follow-up id']),
    );
    const give = (name: string) => {
      const column = columnOf(book, 'followed-up', 'Owner');
      for (const { at } of sides) host.person.type('followed-up', Number(at), column, name);
    };
    const decide = () => ask('decide', { op: 'one', pair: pair['Pair id'], answer: 'keep separate' });
    give(other);
    expect(decide()).toMatchObject({ ok: false, code: 'not-yours', message: expect.stringContaining(other) });
    give(me);
    expect(decide()).toMatchObject({ ok: true });
  });

  test('who adds a lead may say whose it is, whomever it would have gone to', () => {
    const { ask, other } = officeOf('member');
    const lead = { name: 'Eva Lind', company: '', phone: '+44 20 7946 0123', email: '', city: '', note: '' };
    expect(ask('add', { op: 'a1', lead, owner: other })).toMatchObject({ ok: true, data: { item: { owner: other } } });
    expect(ask('start', { query: QUERY }).data.me.role).toBe('member');
  });
});
