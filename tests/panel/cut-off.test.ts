import type { Host, HostOptions } from '../../host';
import type { PanelOp } from '../../src/panel/surface';
import { columnOf, hostOn, shopBook, syncNow, table } from '../support/product';
import { type Begun, begunOffice, hostOf, Panel } from './big-office';

const small = (): Begun => {
  const host = hostOn(shopBook({ orders: 6, leads: 3 }, 'exact'), { keepRealm: true });
  syncNow(host);
  return { book: host.book, state: host.saved() };
};

/** One act that writes staff's cells and ours, and one that writes the journal alone. */
const ACT: Pick<PanelOp, 'kind' | 'args'> = { kind: 'lost', args: { text: 'too dear' } };
const NOTE: Pick<PanelOp, 'kind' | 'args'> = { kind: 'note', args: { text: 'wants blue', note: 'internal' } };

interface Ended {
  row: Record<string, string> | undefined;
  /** Lines of the journal about the follow-up. */
  lines: string[];
  /** Service calls of the part that may be cut off. */
  calls: number;
}

/** Plays an act, or an act and its undo, of which the last is cut off before a call; the panel then asks for it again. */
function play(begun: Begun, act: Pick<PanelOp, 'kind' | 'args'>, isUndo: boolean, call: number, kept?: number): Ended {
  let isArmed = false;
  const intercept: HostOptions['intercept'] = ({ index }) => {
    if (!isArmed || index !== call) return undefined;
    isArmed = false;
    return { kill: true, ...(kept === undefined ? {} : { kept }) };
  };
  const host: Host = hostOf(begun, { intercept });
  const panel = new Panel(host);
  const [item] = panel.start().items;
  const ask = (op: string, { kind, args }: Pick<PanelOp, 'kind' | 'args'>, isIt: boolean) => {
    const { id, rev } = isIt ? item : { id: '', rev: '' };
    const ops = [{ op, kind, id, rev, at: host.now, args }];
    const result = host.run('callPanel', { args: ['act', { ops }] as never, startedBy: 'panel' });
    const answer = result.value as { data?: { results: { ok: boolean }[] } } | null;
    return { isDone: result.ok && answer?.data?.results[0]?.ok === true, calls: result.calls };
  };
  const last = () => (isUndo ? ask('op2', { kind: 'undo', args: { ops: ['op1'] } }, false) : ask('op1', act, true));
  if (isUndo) ask('op1', act, true);
  isArmed = true;
  const first = last();
  if (!first.isDone) expect(last().isDone).toBe(true);
  isArmed = false;
  syncNow(host);
  syncNow(host);
  const row = table(host.book, 'followed-up').find((one) => one['Follow-up id'] === item.id);
  const lines = table(host.book, 'activity')
    .filter(({ Entity }) => Entity === item.id)
    .map(({ What, Field, Before, After }) => [What, Field, Before, After].join('|'));
  return { row, lines: lines.sort(), calls: first.calls };
}

describe.each([
  ['small', small()],
  ['large', begunOffice()],
])('in a %s workbook', (_, begun) => {
  test.each([
    ['an act', ACT, false],
    ['a note', NOTE, false],
    ['an undo', ACT, true],
  ])('%s that is cut off before any call is done by its retry, and told once', (_name, act, isUndo) => {
    const { calls, row, lines } = play(begun, act, isUndo, -1);
    expect(calls).toBeGreaterThan(3);
    for (let call = 0; call < calls; call++) {
      for (const kept of [0, 1]) {
        const ended = play(begun, act, isUndo, call, kept);
        const where = { call, kept };
        expect({ where, row: ended.row, lines: ended.lines }).toEqual({ where, row, lines });
      }
    }
  });

  test('an act whose answer was lost is not called undone because its row lost its id since', () => {
    const host = hostOf(begun);
    const [item, other] = new Panel(host).start().items;
    const ops = [{ op: 'op1', kind: 'lost', id: item.id, rev: item.rev, at: host.now, args: ACT.args }];
    const ask = () => {
      const { value } = host.run('callPanel', { args: ['act', { ops }] as never, startedBy: 'panel' });
      return (value as unknown as { data: { results: { ok: boolean }[] } }).data.results[0].ok;
    };
    expect(ask()).toBe(true);
    const { at } = table(host.book, 'followed-up').find((one) => one['Follow-up id'] === item.id) ?? {};
    host.person.type('followed-up', Number(at), columnOf(host.book, 'followed-up', 'Follow-up id'), other.id);
    ask();
    syncNow(host);
    expect(table(host.book, 'activity').filter(({ Why }) => Why.startsWith('not written'))).toEqual([]);
    expect(table(host.book, 'followed-up').find((one) => one['Follow-up id'] === item.id)?.Reason).toBe('too dear');
  });
});
