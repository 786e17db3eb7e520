import fc from 'fast-check';
import type { Host } from '../../host';
import type { PanelCall, PanelOp } from '../../src/panel/surface';
import { table } from '../support/product';
import { begunOffice, hostOf, LATER, Panel, rowOf } from './big-office';

const begun = begunOffice();

/** Every call but those that take no arguments and work: `sync`, and `health`, `deeds`, `selected`, which only read. */
const CALLS: readonly PanelCall[] = [
  ...([
    'start',
    'list',
    'since',
    'record',
    'act',
    'search',
    'check',
    'add',
    'pairs',
    'decide',
    'goTo',
    'setUp',
  ] as const),
];

const KEYS = ['query', 'token', 'id', 'ops', 'text', 'lead', 'op', 'owner', 'pair', 'answer', 'step', 'staff'];

const nonsense = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom('__proto__', 'constructor', '=1+1', 'x'.repeat(60_000), -1, 1e308, ''),
  fc.constant(LATER),
  fc.array(
    fc.record({
      op: fc.string(),
      id: fc.string(),
      rev: fc.string(),
      kind: fc.constantFrom('edit', 'undo', 'note', 'snooze', 'delete'),
      args: fc.dictionary(fc.constantFrom('ops', 'fields', 'until', 'text', 'owner'), fc.jsonValue({ maxDepth: 2 })),
    }),
    { maxLength: 3 },
  ),
);

const givenArgs = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.dictionary(fc.constantFrom(...KEYS), nonsense));

const cellsOf = (host: Host) => JSON.stringify(table(host.book, 'followed-up'));

describe('what the panel is asked by anybody who can call it', () => {
  test('any arguments get an answer that is plain data, or a fault in words; no follow-up changes by them', () => {
    const host = hostOf(begun);
    const before = cellsOf(host);
    fc.assert(
      fc.property(fc.constantFrom(...CALLS), givenArgs, (call, args) => {
        const run = host.run('callPanel', { args: [call, args] as never, startedBy: 'panel' });
        expect(run.error?.message).toBeUndefined();
        const answer = run.value as { ok: boolean; code?: string; message?: string };
        expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
        if (!answer.ok) expect({ call, args, ...answer }).not.toMatchObject({ code: 'google' });
        expect(cellsOf(host)).toBe(before);
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ['too many acts', [{ op: 'a', id: 'b', rev: '', kind: 'undo', args: { ops: Array(501).fill('x') } }]],
    ['acts that are no names', [{ op: 'a', id: 'b', rev: '', kind: 'undo', args: { ops: [{}] } }]],
    [
      'too many fields',
      [
        {
          op: 'a',
          id: 'b',
          rev: '',
          kind: 'edit',
          args: { fields: Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`f${at}`, ''])) },
        },
      ],
    ],
    ['a text that is too long', [{ op: 'x'.repeat(10_001), id: 'b', rev: '', kind: 'note', args: {} }]],
  ])('refused: %s', (_, ops) => {
    const { value } = hostOf(begun).run('callPanel', { args: ['act', { ops }] as never, startedBy: 'panel' });
    expect(value).toMatchObject({ ok: false, code: 'bad-argument' });
  });
});

describe('whose follow-up it is', () => {
  const people = table(begun.book, 'staff');
  const member = people.find(({ Role }) => Role === 'member');
  const leader = people.find(({ Role }) => Role === 'owner');
  const asMember = (host: Host) => new Panel(host, 'member');

  test('a member of staff notes on what is others’, and does nothing else to it; whoever leads does', () => {
    const led = hostOf(begun, { user: leader?.['E-mail'] });
    const row = table(led.book, 'followed-up').find(({ Owner }) => Owner !== '' && Owner !== member?.Name);
    const id = row?.['Follow-up id'] ?? '';
    const lead = new Panel(led, 'lead');
    expect(lead.act('tried', { id, rev: '' })).toMatchObject({ ok: true });
    const host = hostOf({ book: led.book, state: led.saved() }, { user: member?.['E-mail'] });
    const panel = asMember(host);
    expect(panel.act('note', { id, rev: '' }, { text: 'asked for Tuesday' })).toMatchObject({ ok: true });
    const before = rowOf(host, id);
    const refused: [PanelOp['kind'], PanelOp['args']][] = [
      ['tried', {}],
      ['won', {}],
      ['assign', { owner: member?.Name }],
      ['undo', { ops: ['lead1'] }],
    ];
    for (const [kind, args] of refused)
      expect(panel.act(kind, { id, rev: '' }, args)).toMatchObject({
        ok: false,
        code: 'not-yours',
        message: expect.stringContaining(row?.Owner ?? ''),
      });
    expect(rowOf(host, id)).toEqual(before);
  });

  test('what a member gave away, the same member takes back', () => {
    const host = hostOf(begun, { user: member?.['E-mail'] });
    const own = table(host.book, 'followed-up').find(({ Owner }) => Owner === member?.Name);
    const id = own?.['Follow-up id'] ?? '';
    const panel = asMember(host);
    expect(panel.act('assign', { id, rev: '' }, { owner: leader?.Name })).toMatchObject({ ok: true });
    expect(rowOf(host, id).Owner).toBe(leader?.Name);
    expect(panel.act('undo', { id, rev: '' }, { ops: ['member1'] })).toMatchObject({ ok: true });
    expect(rowOf(host, id).Owner).toBe(member?.Name);
  });
});
