import { writeSheet } from '../../bench/generate/to-book';
import type { Host, Workbook } from '../../host';
import { columnOf, hostOn, shopBook, syncNow, table } from '../support/product';

type Act = (host: Host) => void;

const column = (book: Workbook, header: string) => columnOf(book, 'followed-up', header);

/** What staff do in `followed-up` while a sync is at work; each looks at the sheet as it stands at that moment. */
const ACTS: Record<string, Act> = {
  'sort by name': ({ person, book }) => person.act(() => person.sort('followed-up', column(book, 'Name'))),
  'sort by owner, last first': ({ person, book }) =>
    person.act(() => person.sort('followed-up', column(book, 'Owner'), false)),
  'type a note': ({ person, book }) =>
    person.act(() => person.type('followed-up', 4, column(book, 'Notes'), 'typed meanwhile')),
  'change a status': ({ person, book }) =>
    person.act(() => person.type('followed-up', 5, column(book, 'Status'), 'Contacted')),
  'insert rows on top': ({ person }) => person.act(() => person.insertRows('followed-up', 2, 2)),
  'insert a row in the middle': ({ person }) => person.act(() => person.insertRows('followed-up', 7)),
  'delete a row': ({ person }) => person.act(() => person.deleteRows('followed-up', 6)),
  'paste a new row at the end': ({ person, book }) =>
    person.act(() => {
      const last = book.sheet('followed-up').lastRow();
      person.type('followed-up', last + 1, column(book, 'Name'), 'Walk-in customer');
    }),
  'move rows': ({ person }) => person.act(() => person.moveRows('followed-up', 3, 2, 9)),
  'move a column of ours': ({ person, book }) =>
    person.act(() => person.moveColumns('followed-up', column(book, 'Name'), 1, column(book, 'Owner'))),
  'move a column of theirs': ({ person, book }) =>
    person.act(() => person.moveColumns('followed-up', column(book, 'Next step'), 1, column(book, 'Amount'))),
  'insert a column': ({ person, book }) =>
    person.act(() => person.insertColumns('followed-up', column(book, 'Reminder'))),
  'sort the people': ({ person, book }) => person.act(() => person.sort('people', columnOf(book, 'people', 'Name'))),
};

/** Acts that are tried at every call that writes; the others at every fourth, to keep the test within minutes. */
const EXHAUSTIVE = new Set([
  'sort by name',
  'type a note',
  'insert a row in the middle',
  'delete a row',
  'paste a new row at the end',
  'move a column of ours',
  'move a column of theirs',
  'insert a column',
]);

/** What may differ: rows of the sources have moved, and a note is looked at by itself. */
const OPEN = new Set(['at', 'Source row', 'Notes', 'Seen', '']);

/** How often its person has come is part of a score: where a sync reads what has changed, the person's others wait for the night. */
const NIGHTLY = ['Score', 'Why this score'];

/** What follows from the source alone, in a row whose status somebody changes or which somebody deletes: it comes back as new. */
const SYSTEM = ['Name', 'Phone', 'E-mail', 'Order or lead', 'About', 'Amount', 'Source key', 'Person id'];

/** What belongs to staff, and what the program says, by follow-up. */
function byId(book: Workbook) {
  return new Map(table(book, 'followed-up').map((row) => [row['Follow-up id'], row]));
}

/** @param small up to how many cells everything is read at each sync; beyond, what has changed, and what lies between */
function start(small: number) {
  const shop = shopBook({ orders: 10, leads: 6 }, 'exact');
  writeSheet(shop.sheet('settings'), [['Small workbook', String(small), '']], 5);
  const host = hostOn(shop);
  syncNow(host);
  const { book, person } = host;
  table(book, 'followed-up').forEach((row, index) => {
    person.type('followed-up', Number(row.at), column(book, 'Notes'), `note of ${row['Follow-up id']}`);
    if (index % 3 === 0) person.type('followed-up', Number(row.at), column(book, 'Owner'), 'Marta');
  });
  syncNow(host);
  const amount = columnOf(book, 'order-update', 'Qty');
  for (const row of [5, 9, 12]) person.type('order-update', row, amount, '77');
  person.paste('leads', 'A3', [['2026-11-02', 'Zoe Newcomer', 'zoe@example.org', "'+442079460999"]]);
  return { book, state: host.saved() };
}

/** Acts that are tried, of every how many moments, where only what has changed is read. */
const WHILE_CHANGES = new Set(['sort by name', 'insert a row in the middle', 'move rows', 'move a column of ours']);

describe.each([
  ['that reads everything', 30_000, Object.entries(ACTS), 1],
  ['of what has changed', 0, Object.entries(ACTS).filter(([name]) => WHILE_CHANGES.has(name)), 3],
] as const)('staff at work between any two calls of a sync %s', (_, small, acts, each) => {
  const begin = start(small);
  const calm = hostOn(begin.book.clone(), {
    state: structuredClone(begin.state),
    intercept: ({ method, batch, index }) => {
      writing ||= method === 'Properties.setProperties';
      // What is done in the middle of a batch comes to pass after it. Nothing happens between two calls that only read.
      if (!batch && (writing || index % 5 === 0)) moments.push(index);
      return undefined;
    },
  });
  const moments: number[] = [];
  let writing = false;
  const { ok } = calm.run('syncNow', { startedBy: 'cli' });
  const undisturbed = byId(calm.book);

  it('is tried at every call of a sync that has work to do', () => {
    expect({ ok, followUps: undisturbed.size > 10 }).toEqual({ ok: true, followUps: true });
    expect(moments.length).toBeGreaterThan(10);
  });

  it.each(acts)('%s: nothing of theirs is lost, no cell lands in another row', (name, act) => {
    for (const [nth, at] of moments.entries()) {
      if (nth % (EXHAUSTIVE.has(name) ? each : 4) !== 0) continue;
      let armed = true;
      const host = hostOn(begin.book.clone(), {
        keepRealm: true,
        state: structuredClone(begin.state),
        intercept: ({ index }, self) => {
          if (armed && index === at) {
            armed = false;
            act(self);
          }
          return undefined;
        },
      });
      host.run('syncNow', { startedBy: 'cli' });
      armed = false;
      syncNow(host);
      if (nth % 8 === 0) expect({ at, cells: syncNow(host).written.cells }).toEqual({ at, cells: 0 });
      check(host.book, undisturbed, name, at, small === 0 ? NIGHTLY : []);
    }
  });
});

function check(
  book: Workbook,
  undisturbed: ReturnType<typeof byId>,
  name: string,
  at: number,
  later: readonly string[],
): void {
  const rows = table(book, 'followed-up');
  const where = `${name}, call ${at}`;
  expect({ where, ids: new Set(rows.map((row) => row['Follow-up id'])).size }).toEqual({ where, ids: rows.length });
  for (const row of rows) {
    const id = row['Follow-up id'];
    const calm = undisturbed.get(id);
    if (!calm) {
      expect({ where, name: row.Name }).toEqual({ where, name: 'Walk-in customer' });
      continue;
    }
    const note = row.Notes;
    if (note !== 'typed meanwhile' && calm.Notes !== '' && note !== '')
      expect({ where, note }).toEqual({ where, note: `note of ${id}` });
    const touched = name === 'change a status' || (name === 'delete a row' && note !== calm.Notes);
    for (const header of touched ? SYSTEM : Object.keys(calm).filter((one) => !OPEN.has(one) && !later.includes(one)))
      expect({ where, id, header, cell: row[header] }).toEqual({ where, id, header, cell: calm[header] });
  }
  const notes = rows.filter((row) => row.Notes.startsWith('note of ')).length;
  const expected = [...undisturbed.values()].filter((row) => row.Notes.startsWith('note of ')).length;
  const allowed = name === 'delete a row' || name === 'type a note' ? 1 : 0;
  expect({ where, notes: notes >= expected - allowed }).toEqual({ where, notes: true });
  if (name === 'type a note')
    expect({ where, typed: rows.filter((row) => row.Notes === 'typed meanwhile').length }).toEqual({ where, typed: 1 });
  if (name.startsWith('paste'))
    expect({ where, pasted: rows.filter((row) => row.Name === 'Walk-in customer').length }).toEqual({
      where,
      pasted: 1,
    });
}
