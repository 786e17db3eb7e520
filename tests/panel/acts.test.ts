import type { PanelCall, PanelCalls, PanelOp, PanelQuery } from '../../src/panel/surface';
import { columnOf, hostOn, MORNING, run, shopBook, shown, syncNow, table } from '../support/product';

const NOW: PanelQuery = {
  tab: 'now',
  mine: false,
  sort: 'due',
  filter: { source: '', stage: '', owner: '', kind: '' },
  from: 0,
};

/** The shop after its first sync, from which each test begins. */
const begun = (() => {
  const host = hostOn(shopBook({ orders: 12, leads: 8 }, 'exact'), { keepRealm: true });
  syncNow(host);
  return { book: host.book, state: host.saved() };
})();

function office() {
  const book = begun.book.clone();
  const host = hostOn(book, { state: structuredClone(begun.state), keepRealm: true });
  let ops = 0;
  const ask = <C extends PanelCall>(call: C, args: PanelCalls[C]['args']): PanelCalls[C]['data'] => {
    const answer = run<{ ok: boolean; data: PanelCalls[C]['data']; message: string }>(host, 'callPanel', call, args);
    if (!answer.ok) throw new Error(answer.message);
    return answer.data;
  };
  const start = (query: Partial<PanelQuery> = {}) => ask('start', { query: { ...NOW, ...query } });
  const everything = () => (['now', 'today', 'later', 'done'] as const).flatMap((tab) => start({ tab }).items);
  const act = (kind: PanelOp['kind'], item: { id: string; rev: string }, args: PanelOp['args'] = {}) => {
    const { id, rev } = item;
    return ask('act', { ops: [{ op: `op${++ops}`, kind, id, rev, at: host.now, args }] }).results[0];
  };
  const undo = (op: string) => act('undo', { id: '', rev: '' }, { ops: [op] });
  const row = (id: string) => table(book, 'followed-up').find((one) => one['Follow-up id'] === id);
  const first = () =>
    everything().find((item) => item.stage === 'first') as NonNullable<ReturnType<typeof everything>[0]>;
  return { book, host, ask, start, everything, act, undo, row, first };
}

type Step = [kind: PanelOp['kind'], args: PanelOp['args'], expected: Record<string, unknown>];

const STEPS: Step[] = [
  [
    'contacted',
    { nextStep: 'call', nextDate: '2026-11-05' },
    { Status: 'Contacted', 'Next step': 'call', Reminder: 'contacted' },
  ],
  ['contacted', { nextStep: 'none' }, { Status: 'Contacted', 'Next step': 'none', 'Next follow-up': '' }],
  ['tried', { outcome: 'voicemail' }, { Tries: '1', Reminder: 'snoozed' }],
  ['snooze', { until: MORNING + 15 * 60_000 }, { Reminder: 'snoozed' }],
  ['reschedule', { nextDate: '2026-11-09' }, { 'Next follow-up': expect.stringContaining('2026') }],
  ['note', { text: 'asked for a quote', note: 'quote sent' }, {}],
  ['call', { outcome: 'reached', nextStep: 'none', text: 'all is well' }, { Status: 'Contacted' }],
  ['assign', { owner: 'Ana Reis' }, {}],
  ['won', {}, { Reminder: 'closed' }],
  ['lost', { text: 'too dear' }, { Reminder: 'closed', Reason: 'too dear' }],
  ['edit', { fields: { notes: '=1+1', priority: 'high' } }, { Notes: '=1+1', Priority: 'high', Score: '100' }],
];

describe('acts of the panel', () => {
  test.each(STEPS)(
    '%s %j is done, journalled, left alone by the next sync, and undone to the same cells',
    (kind, args, expected) => {
      const { book, host, act, undo, row, first } = office();
      const item = first();
      const owner = table(book, 'staff').find(({ Name }) => Name !== item.owner)?.Name;
      const before = shown(book, 'followed-up');
      const done = act(kind, item, kind === 'assign' ? { owner } : args);
      expect(done).toMatchObject({ ok: true });
      expect(row(item.id)).toMatchObject(kind === 'assign' ? { Owner: owner } : expected);
      const lines = table(book, 'activity').filter((line) => line.Entity === item.id && line.What !== 'opened');
      expect(lines.length).toBeGreaterThan(0);
      expect(syncNow(host).written.cells).toBe(0);
      expect(undo(done.op)).toMatchObject({ ok: true });
      expect(shown(book, 'followed-up')).toEqual(before);
      expect(syncNow(host).written.cells).toBe(0);
    },
  );

  test('contacted asks for a next step, lost for a reason, and an unknown stage is refused', () => {
    const { act, first } = office();
    expect(act('contacted', first())).toMatchObject({ ok: false, code: 'no-next-step' });
    expect(act('lost', first())).toMatchObject({ ok: false, code: 'no-reason' });
    expect(act('stage', first(), { status: 'Nowhere' })).toMatchObject({ ok: false, code: 'no-stage' });
    expect(act('snooze', first(), { until: MORNING - 1 })).toMatchObject({ ok: false, code: 'bad-time' });
    expect(act('edit', first(), { fields: { summary: 'x' } })).toMatchObject({ ok: false, code: 'not-editable' });
  });

  test('a row that somebody changed meanwhile is left alone, and both values are shown', () => {
    const { book, host, act, row, first } = office();
    const item = first();
    host.person.type('followed-up', Number(row(item.id)?.at), columnOf(book, 'followed-up', 'Status'), 'Waiting');
    const refused = act('contacted', item, { nextStep: 'none' });
    expect(refused).toMatchObject({ ok: false, code: 'stale' });
    expect(row(item.id)?.Status).toBe('Waiting');
  });

  test('a retry does nothing twice', () => {
    const { book, ask, host, first } = office();
    const { id, rev } = first();
    const op: PanelOp = { op: 'same', kind: 'tried', id, rev, at: host.now, args: {} };
    for (let time = 0; time < 3; time++) expect(ask('act', { ops: [op] }).results).toMatchObject([{ ok: true }]);
    expect(table(book, 'followed-up').find((one) => one['Follow-up id'] === id)?.Tries).toBe('1');
    expect(table(book, 'activity').filter((line) => line.What === 'tried')).toHaveLength(1);
  });

  test('one that fails in a selection leaves the others alone, and all are undone at once', () => {
    const { book, ask, host, everything } = office();
    const items = everything().slice(0, 4);
    const before = shown(book, 'followed-up');
    const ops = items.map(({ id, rev }, index): PanelOp => {
      return { op: `bulk${index}`, kind: 'tried', id: index === 2 ? 'F-gone' : id, rev, at: host.now, args: {} };
    });
    const { results } = ask('act', { ops });
    expect(results.map(({ ok }) => ok)).toEqual([true, true, false, true]);
    const undo: PanelOp = {
      op: 'back',
      kind: 'undo',
      id: '',
      rev: '',
      at: host.now,
      args: { ops: ['bulk0', 'bulk1', 'bulk3'] },
    };
    expect(ask('act', { ops: [undo] }).results).toMatchObject([{ ok: true }]);
    expect(shown(book, 'followed-up')).toEqual(before);
  });

  test('what was changed since an act stays when it is taken back, and is told', () => {
    const { book, host, act, undo, row, first } = office();
    const item = first();
    const done = act('edit', item, { fields: { notes: 'mine', priority: 'high' } });
    host.person.type('followed-up', Number(row(item.id)?.at), columnOf(book, 'followed-up', 'Notes'), 'theirs');
    expect(undo(done.op)).toMatchObject({
      ok: false,
      code: 'changed-since',
      theirs: [{ field: 'Notes', theirs: 'theirs' }],
    });
    expect(row(item.id)).toMatchObject({ Notes: 'theirs', Priority: '' });
  });
});

describe('what the panel is told', () => {
  test('the lists hold every follow-up once, and their counts agree', () => {
    const { book, start, everything } = office();
    const all = everything();
    const { counts } = start();
    expect(counts.now + counts.today + counts.later + counts.done).toBe(table(book, 'followed-up').length);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  test('search finds a phone in any format, a name without its marks, and the id', () => {
    const { ask, everything } = office();
    const item = everything().find(({ phone, name }) => phone.startsWith('+44') && name !== '') as {
      id: string;
      phone: string;
      name: string;
    };
    const found = (text: string) => ask('search', { text }).map((hit) => hit.item.id);
    expect(found(`0${item.phone.slice(3).replace(/(\d{4})/, '$1 ')}`)).toContain(item.id);
    expect(found(item.name.toUpperCase())).toContain(item.id);
    expect(found(item.id)).toEqual([item.id]);
  });

  test('the token changes with an act and with a hand in a cell, and not by itself', () => {
    const { host, ask, start, act, first } = office();
    const { token } = start();
    expect(ask('since', { token })).toMatchObject({ all: false, token, on: false });
    act('tried', first());
    const acted = ask('since', { token });
    expect(acted).toMatchObject({ all: true });
    expect(acted.token).not.toBe(token);
    host.person.type('followed-up', 3, columnOf(host.book, 'followed-up', 'Reason'), 'by hand');
    expect(ask('since', { token: acted.token }).token).not.toBe(acted.token);
    run(host, 'turnAutomaticOn');
    expect(ask('since', { token })).toMatchObject({ on: true });
  });

  test('a record holds its timeline, its fields and why it is due', () => {
    const { ask, act, first } = office();
    const item = first();
    act('note', item, { text: 'hello', note: 'call' });
    const record = ask('record', { id: item.id });
    expect(record.timeline[0]).toMatchObject({ kind: 'note', field: 'call', after: 'hello' });
    expect(record.fields.map(({ name }) => name)).toContain('nextStep');
    expect(record.dueWhy).not.toBe('');
  });

  test('a lead typed by hand opens its follow-up at once, and is warned of when it is there', () => {
    const { ask } = office();
    const lead = { name: '=Eva', company: '', phone: '+44 20 7946 0123', email: '', city: '', note: 'by phone' };
    const { item } = ask('add', { op: 'add1', lead, owner: '' });
    expect(item).toMatchObject({ phone: '+442079460123', source: 'manual-leads' });
    expect(ask('add', { op: 'add1', lead, owner: '' }).id).toBe(item.id);
    expect(ask('check', { ...lead }).hits.map((hit) => hit.item.id)).toContain(item.id);
  });

  test('the demo comes and goes without a trace', () => {
    const { book, host, ask } = office();
    const before = shown(book, 'followed-up').map((row) => row.slice(0, 5));
    ask('setUp', { step: 'demo' });
    expect(table(book, 'followed-up').some((row) => row.Source === 'demo-leads')).toBe(true);
    ask('setUp', { step: 'remove demo' });
    syncNow(host);
    expect(shown(book, 'followed-up').map((row) => row.slice(0, 5))).toEqual(before);
  });

  test('nonsense is refused in words', () => {
    const { host } = office();
    for (const [call, args] of [
      ['toString', {}],
      ['record', { id: 5 }],
      ['act', { ops: [{ kind: 'drop' }] }],
      ['start', null],
    ]) {
      expect(run(host, 'callPanel', call, args)).toMatchObject({ ok: false });
    }
  });
});
