import type { Host, Workbook } from '../../host';
import { columnOf, hostOn, shopBook, syncNow, table } from '../support/product';

const FOLLOWED = 'followed-up';

/** What cells show depends on the look of their row: a phone without its format is a number, a date too. */
const shown = (book: Workbook) =>
  table(book, FOLLOWED)
    .filter(({ Name }) => Name !== 'Walk-in customer')
    .map((row) => ['Name', 'Phone', 'Date', 'Amount', 'Reminder', 'Order or lead'].map((header) => row[header]))
    .sort();

/** A follow-up stands in the sheet, and others are to come. */
function begin() {
  const host = hostOn(shopBook({ orders: 10, leads: 6 }, 'exact'));
  syncNow(host);
  const { book, person } = host;
  person.deleteRows(FOLLOWED, 3, book.sheet(FOLLOWED).lastRow() - 2);
  return { book, state: host.saved() };
}

/** Ours go, and a row that looks like nothing of ours stands in their place. */
function typeInstead({ book, person }: Host): void {
  person.act(() => {
    const rows = book.sheet(FOLLOWED).lastRow() - 1;
    if (rows > 0) person.deleteRows(FOLLOWED, 2, rows);
    person.insertRows(FOLLOWED, 2);
    person.type(FOLLOWED, 2, columnOf(book, FOLLOWED, 'Name'), 'Walk-in customer');
  });
}

it('new rows look like ours, whenever a sync that writes finds a row of somebody’s in the place of the only one', () => {
  const start = begin();
  const moments: number[] = [];
  const hostAt = (act: (index: number, host: Host, method: string) => void) =>
    hostOn(start.book.clone(), {
      state: structuredClone(start.state),
      intercept: ({ index, batch, method }, host) => {
        if (!batch) act(index, host, method);
        return undefined;
      },
    });
  let writing = false;
  const calm = hostAt((index, _, method) => {
    writing ||= method === 'Properties.setProperties';
    if (writing) moments.push(index);
  });
  calm.run('syncNow', { startedBy: 'cli' });
  const wanted = shown(calm.book);
  expect(wanted.length).toBeGreaterThan(5);
  expect(moments.length).toBeGreaterThan(5);
  for (const at of moments) {
    let armed = true;
    const host = hostAt((index, self) => {
      if (!armed || index !== at) return;
      armed = false;
      typeInstead(self);
    });
    host.run('syncNow', { startedBy: 'cli' });
    armed = false;
    syncNow(host);
    expect({ at, rows: shown(host.book) }).toEqual({ at, rows: wanted });
    const typed = table(host.book, FOLLOWED).filter(({ Name }) => Name === 'Walk-in customer');
    expect({ at, typed: typed.length }).toEqual({ at, typed: 1 });
  }
});
