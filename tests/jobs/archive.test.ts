import { writeSheet } from '../../bench/generate/to-book';
import type { Host, Workbook } from '../../host';
import { columnOf, hostOn, shopBook, syncNow, table } from '../support/product';

const DAY = 86_400_000;
const LATER = 200 * DAY;

const ids = (book: Workbook, sheet: string) => table(book, sheet).map((row) => row['Follow-up id']);

function type(host: Host, sheet: string, id: string, header: string, text: string): void {
  const row = table(host.book, sheet).find((one) => one['Follow-up id'] === id);
  host.person.type(sheet, Number(row?.at), columnOf(host.book, sheet, header), text);
}

/** A shop of which three follow-ups were won half a year ago, one with a note. */
function start(small = '999999999') {
  const book = shopBook({ orders: 8, leads: 4 }, 'exact');
  writeSheet(book.sheet('settings'), [['Small workbook', small, '']], 5);
  const host = hostOn(book, { keepRealm: true });
  syncNow(host);
  const rows = table(book, 'followed-up').filter((_, index) => index % 4 === 1);
  const closed = rows.map((row) => row['Follow-up id']);
  for (const row of rows)
    type(host, 'followed-up', row['Follow-up id'], 'Status', row.Kind === 'lead' ? 'Converted' : 'Done');
  type(host, 'followed-up', closed[0], 'Notes', 'paid in cash');
  syncNow(host);
  host.now += LATER;
  return { host, closed };
}

const again = ({ book, now }: Host, state: ReturnType<Host['saved']>, intercept?: Parameters<typeof hostOn>[1]) =>
  hostOn(book.clone(), { state: structuredClone(state), now, keepRealm: true, ...intercept });

describe('the archive', () => {
  it('takes what was closed long ago, and gives it back when its status is opened again', () => {
    const { host, closed } = start();
    const all = ids(host.book, 'followed-up');
    expect(closed.length).toBe(3);
    syncNow(host);
    expect(new Set(ids(host.book, 'archive'))).toEqual(new Set(closed));
    expect(ids(host.book, 'followed-up')).toEqual(all.filter((id) => !closed.includes(id)));
    expect(table(host.book, 'archive').find((row) => row['Follow-up id'] === closed[0])).toMatchObject({
      Notes: 'paid in cash',
      Reminder: 'closed',
    });
    const told = table(host.book, 'activity').filter((line) => line.What === 'archived');
    expect(new Set(told.map((line) => line.Entity))).toEqual(new Set(closed));
    // Their rows in the source open nothing, and nothing is left to do.
    expect(syncNow(host).written).toEqual({ cells: 0, rows: 0 });

    type(host, 'archive', closed[0], 'Status', 'To call');
    syncNow(host);
    expect(ids(host.book, 'archive').sort()).toEqual(closed.slice(1).sort());
    expect(table(host.book, 'followed-up').find((row) => row['Follow-up id'] === closed[0])).toMatchObject({
      Notes: 'paid in cash',
      Status: 'To call',
    });
    expect(syncNow(host).written).toEqual({ cells: 0, rows: 0 });
  });

  it('opens no second follow-up when the source of an archived one changes, where only changes are read', () => {
    const { host, closed } = start('0');
    syncNow(host);
    expect(new Set(ids(host.book, 'archive'))).toEqual(new Set(closed));
    const before = ids(host.book, 'followed-up').length;
    const quantity = columnOf(host.book, 'order-update', 'Qty');
    for (const row of table(host.book, 'order-update')) {
      if (row.Qty !== '') host.person.type('order-update', Number(row.at), quantity, '8');
    }
    syncNow(host);
    syncNow(host);
    expect(ids(host.book, 'followed-up').length).toBe(before);
    expect(new Set(ids(host.book, 'archive'))).toEqual(new Set(closed));
  });

  it('has each follow-up in one place, wherever a move is cut off', () => {
    const { host, closed } = start();
    const state = host.saved();
    const whole = again(host, state);
    const { calls } = whole.run('syncNow', { startedBy: 'cli' });
    const stays = ids(whole.book, 'followed-up');
    for (let at = 12; at < calls; at++) {
      // What was written before the cut may have come through in part.
      for (const kept of [at % 4]) {
        let armed = true;
        const cut = again(host, state, {
          intercept: ({ index }) => {
            if (!armed || index !== at) return undefined;
            armed = false;
            return { kill: true, kept };
          },
        });
        cut.run('syncNow', { startedBy: 'cli' });
        syncNow(cut);
        expect({ at, kept, archive: ids(cut.book, 'archive').sort() }).toEqual({
          at,
          kept,
          archive: [...closed].sort(),
        });
        expect({ at, kept, stays: ids(cut.book, 'followed-up') }).toEqual({ at, kept, stays });
      }
    }
  });

  it('loses no row that somebody sorts into the place of one that goes', () => {
    const { host, closed } = start();
    const state = host.saved();
    const { calls } = again(host, state).run('syncNow', { startedBy: 'cli' });
    const all = new Set(ids(host.book, 'followed-up'));
    for (let at = 12; at < calls; at++) {
      let armed = true;
      const sorted = again(host, state, {
        intercept: ({ index }, { person, book }) => {
          if (armed && index === at) {
            armed = false;
            person.act(() => person.sort('followed-up', columnOf(book, 'followed-up', 'Name')));
          }
          return undefined;
        },
      });
      sorted.run('syncNow', { startedBy: 'cli' });
      syncNow(sorted);
      syncNow(sorted);
      const places = [...ids(sorted.book, 'archive'), ...ids(sorted.book, 'followed-up')];
      expect({ at, twice: places.length - all.size }).toEqual({ at, twice: 0 });
      expect({ at, places: new Set(places) }).toEqual({ at, places: all });
      expect(new Set(ids(sorted.book, 'archive'))).toEqual(new Set(closed));
    }
  });

  it('loses nothing that somebody types into a row that goes', () => {
    const { host, closed } = start();
    const state = host.saved();
    const { calls } = again(host, state).run('syncNow', { startedBy: 'cli' });
    for (let at = 13; at < calls; at += 2) {
      let typed = false;
      const busy = again(host, state, {
        intercept: ({ index, method }, self) => {
          // Between the last look at a row and its removal there is one moment in which Google lets nobody look.
          if (index !== at || typed || method === 'Sheet.deleteRows') return undefined;
          self.person.act(() => {
            typed = ids(self.book, 'followed-up').includes(closed[0]);
            if (typed) type(self, 'followed-up', closed[0], 'Notes', 'rang back');
          });
          return undefined;
        },
      });
      busy.run('syncNow', { startedBy: 'cli' });
      syncNow(busy);
      const rows = [...table(busy.book, 'followed-up'), ...table(busy.book, 'archive')];
      const notes = rows.filter((row) => row['Follow-up id'] === closed[0]).map(({ Notes }) => Notes);
      expect({ at, notes }).toEqual({ at, notes: [typed ? 'rang back' : 'paid in cash'] });
    }
  });

  it('takes along and gives back what people keep in columns of their own', () => {
    const { host, closed } = start();
    const column = host.book.sheet('followed-up').dataRect().columns + 1;
    const place = (sheet: string) => table(host.book, sheet).find((row) => row['Follow-up id'] === closed[1]);
    host.person.type('followed-up', 1, column, 'Shelf');
    host.person.type('followed-up', Number(place('followed-up')?.at), column, '007');
    host.person.type('followed-up', Number(place('followed-up')?.at), column + 1, 'under no header');
    syncNow(host);
    expect(ids(host.book, 'archive').sort()).toEqual([closed[0], closed[2]].sort());
    expect(place('followed-up')?.Shelf).toBe('7');
    host.person.type('followed-up', 1, column + 1, 'Remarks of ours');
    syncNow(host);
    expect(ids(host.book, 'archive').sort()).toEqual([...closed].sort());
    expect(place('archive')).toMatchObject({ Shelf: '7', 'Remarks of ours': 'under no header' });
    expect(place('followed-up')).toBeUndefined();
    expect(syncNow(host).written).toEqual({ cells: 0, rows: 0 });

    type(host, 'archive', closed[1], 'Status', 'To call');
    type(host, 'archive', closed[1], 'Shelf', 'B 9');
    syncNow(host);
    expect(place('followed-up')).toMatchObject({ Shelf: 'B 9', 'Remarks of ours': 'under no header' });
    expect(place('archive')).toBeUndefined();
    expect(syncNow(host).written).toEqual({ cells: 0, rows: 0 });
  });

  it('loses nothing that somebody types into a row of the archive that comes back', () => {
    const { host, closed } = start();
    syncNow(host);
    type(host, 'archive', closed[0], 'Status', 'To call');
    const state = host.saved();
    const { calls } = again(host, state).run('syncNow', { startedBy: 'cli' });
    for (let at = 13; at < calls; at += 2) {
      let typed = false;
      const busy = again(host, state, {
        intercept: ({ index, method }, self) => {
          if (index !== at || typed || method === 'Sheet.deleteRows') return undefined;
          self.person.act(() => {
            typed = ids(self.book, 'archive').includes(closed[0]);
            if (typed) type(self, 'archive', closed[0], 'Notes', 'rang back');
          });
          return undefined;
        },
      });
      busy.run('syncNow', { startedBy: 'cli' });
      syncNow(busy);
      syncNow(busy);
      const rows = [...table(busy.book, 'followed-up'), ...table(busy.book, 'archive')];
      const notes = rows.filter((row) => row['Follow-up id'] === closed[0]).map(({ Notes }) => Notes);
      expect({ at, notes }).toEqual({ at, notes: [typed ? 'rang back' : 'paid in cash'] });
    }
  });
});
