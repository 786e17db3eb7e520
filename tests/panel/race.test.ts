import type { Host, Workbook } from '../../host';
import type { PanelOp } from '../../src/panel/surface';
import { columnOf, syncNow, table } from '../support/product';
import { begunOffice, hostOf, Panel } from './big-office';

/** In which staff keep something of their own. */
const OWN = 'Shelf';

const STAFF = ['Status', 'Owner', 'Next follow-up', 'Next step', 'Priority', 'Reason', 'Notes'];

const at = (book: Workbook, header: string) => columnOf(book, 'followed-up', header);

const begun = (() => {
  const { book, state } = begunOffice();
  const host = hostOf({ book, state });
  const { person } = host;
  person.insertColumns('followed-up', 10);
  person.type('followed-up', 1, 10, OWN);
  for (const row of table(host.book, 'followed-up')) {
    person.type('followed-up', Number(row.at), at(host.book, 'Notes'), `note of ${row['Follow-up id']}`);
    person.type('followed-up', Number(row.at), 10, `shelf of ${row['Follow-up id']}`);
    if (Number(row.at) % 3 === 0) person.type('followed-up', Number(row.at), at(host.book, 'Priority'), 'high');
  }
  host.now += 27 * 60 * 60_000;
  syncNow(host);
  return { book: host.book, state: host.saved() };
})();

/** What somebody does in the sheet in the very moment in which the panel acts. */
const MOVES: Record<string, (host: Host) => void> = {
  'sort by name': ({ person, book }) => person.sort('followed-up', at(book, 'Name')),
  'sort by amount, highest first': ({ person, book }) => person.sort('followed-up', at(book, 'Amount'), false),
  'insert rows on top': ({ person }) => person.insertRows('followed-up', 2, 2),
  'delete a row': ({ person }) => person.deleteRows('followed-up', 3),
  'move a column of theirs': ({ person, book }) =>
    person.moveColumns('followed-up', at(book, 'Next step'), 1, at(book, 'Amount')),
  'move a column of ours': ({ person, book }) =>
    person.moveColumns('followed-up', at(book, 'Phone'), 1, at(book, 'Status')),
  'insert a column': ({ person, book }) => person.insertColumns('followed-up', at(book, 'Reminder')),
};

/** Acts with what may happen meanwhile: all of it for one of them, what moves people's own cells for the others. */
const ACTS: [name: string, act: Pick<PanelOp, 'kind' | 'args'>, moves: string[]][] = [
  ['contacted', { kind: 'contacted', args: { nextStep: 'call', nextDate: '2026-11-12' } }, Object.keys(MOVES)],
  ['lost', { kind: 'lost', args: { text: 'too dear' } }, ['sort by name']],
  ['a new note', { kind: 'edit', args: { fields: { notes: 'new' } } }, ['sort by name', 'move a column of theirs']],
];

/** The lock and the properties come first: nothing of the sheet is known before. */
const FIRST = 2;
/** The first write: what comes between it and the reading goes astray. After that, the next sync is looked at as well. */
const WRITE = 5;

/** Every follow-up, with all its cells, or with people's own alone. */
function cellsOf({ book }: Host, which: 'all' | 'own' = 'all'): Map<string, Record<string, string>> {
  const rows = table(book, 'followed-up').map(({ at: _, '': __, 'Source row': ___, ...row }) => row);
  const own = (row: Record<string, string>) =>
    Object.fromEntries([...STAFF, OWN].map((header) => [header, row[header]]));
  return new Map(rows.map((row) => [row['Follow-up id'], which === 'all' ? row : own(row)]));
}

function play({ kind, args }: Pick<PanelOp, 'kind' | 'args'>, move: (host: Host, id: string) => void, call: number) {
  let isArmed = false;
  const host = hostOf(begun, {
    intercept: ({ index }, self) => {
      if (isArmed && index === call) {
        isArmed = false;
        self.person.act(() => move(self, item.id));
      }
      return undefined;
    },
  });
  const panel = new Panel(host);
  const item = panel.start().items[7];
  const before = cellsOf(host).get(item.id);
  isArmed = true;
  const result = panel.act(kind, item, args);
  const { calls } = panel.cost;
  isArmed = false;
  return { host, item, before, result, calls };
}

describe.each(ACTS)('%s, while somebody moves things about', (_, act, moves) => {
  const calm = play(act, () => {}, -1);
  const own = cellsOf(calm.host, 'own');
  syncNow(calm.host);
  const undisturbed = cellsOf(calm.host);

  test('is done when nobody does', () => {
    expect(calm.result.ok).toBe(true);
    expect(undisturbed.get(calm.item.id)).not.toEqual(calm.before);
    expect(
      table(calm.host.book, 'activity').filter(({ Entity, What }) => Entity === calm.item.id && What === 'put back'),
    ).toEqual([]);
  });

  test.each(moves)('%s, at each call: no cell of anybody is lost', (name) => {
    for (let call = FIRST; call < calm.calls; call++) {
      const { host, item, result } = play(act, MOVES[name], call);
      const where = `${name}, call ${call}`;
      expect({ where, ok: result.ok }).toEqual({ where, ok: true });
      for (const [id, row] of cellsOf(host, 'own'))
        expect({ where, isIt: id === item.id, row }).toEqual({ where, isIt: id === item.id, row: own.get(id) });
      if (call !== WRITE) continue;
      syncNow(host);
      for (const [id, row] of cellsOf(host)) {
        // A row that was deleted is opened anew.
        if (row[OWN] === '' && name === 'delete a row') continue;
        expect({ where, isIt: id === item.id, row }).toEqual({ where, isIt: id === item.id, row: undisturbed.get(id) });
      }
    }
  });
});

test.each([
  ['that of another', (rows: Record<string, string>[]) => rows[40]['Follow-up id']],
  ['a word', () => 'pasted'],
])('somebody pastes %s over the id of its row, at each call: each row keeps its own and has its id back', (_, idOf) => {
  const [, act] = ACTS[0];
  const calm = play(act, () => {}, -1);
  const [own, untouched] = [cellsOf(calm.host, 'own'), cellsOf(hostOf(begun), 'own')];
  for (let call = FIRST; call < calm.calls; call++) {
    const paste = ({ person, book }: Host, id: string) => {
      const rows = table(book, 'followed-up');
      const row = rows.find((one) => one[OWN] === `shelf of ${id}`);
      person.type('followed-up', Number(row?.at), at(book, 'Follow-up id'), idOf(rows));
    };
    const { host, item, result } = play(act, paste, call);
    syncNow(host);
    const rows = cellsOf(host, 'own');
    expect({ call, rows: rows.size }).toEqual({ call, rows: own.size });
    // Refused, it has done nothing.
    const wanted = result.ok ? own : untouched;
    for (const [id, row] of rows)
      expect({ call, ok: result.ok, isIt: id === item.id, row }).toEqual({
        call,
        ok: result.ok,
        isIt: id === item.id,
        row: wanted.get(id),
      });
  }
});

test('a selection of which each gets the same, while somebody sorts: each has it, and nobody else', () => {
  for (let call = FIRST; call < 12; call++) {
    let isArmed = false;
    const host = hostOf(begun, {
      intercept: ({ index }, { person, book }) => {
        if (isArmed && index === call) {
          isArmed = false;
          person.act(() => person.sort('followed-up', at(book, 'Name')));
        }
        return undefined;
      },
    });
    const panel = new Panel(host);
    const chosen = panel.start().items.slice(0, 50);
    const ops = chosen.map(({ id, rev }, index): PanelOp => {
      return { op: `bulk${index}`, kind: 'lost', id, rev, at: host.now, args: { text: 'too dear' } };
    });
    isArmed = true;
    const { results } = panel.ask('act', { ops });
    isArmed = false;
    expect(results.filter(({ ok }) => !ok)).toEqual([]);
    syncNow(host);
    const lost = table(host.book, 'followed-up').filter(({ Reason }) => Reason === 'too dear');
    expect({ call, lost: lost.map((row) => row['Follow-up id']).sort() }).toEqual({
      call,
      lost: chosen.map(({ id }) => id).sort(),
    });
  }
});
