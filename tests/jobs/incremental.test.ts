import fc from 'fast-check';
import { generateShop } from '../../bench/generate/shop';
import { writeSheet } from '../../bench/generate/to-book';
import type { Host } from '../../host';
import { columnOf, hostOn, shopBook, syncNow, table } from '../support/product';

const HOUR = 3_600_000;
const SHOP = { orders: 24, leads: 12 };
/** Orders and leads of later days, to be typed in as they come. */
const LATER = generateShop({ seed: 99, orders: 60, leads: 40, today: '2026-11-02' }).sheets;

/** A shop after its first sync, in which everything is read at each sync, or only what has changed. */
function shop(whole: boolean, matching = 'exact') {
  const book = shopBook(SHOP, matching);
  writeSheet(book.sheet('settings'), [['Small workbook', whole ? '999999999' : '0', '']], 5);
  const host = hostOn(book, { keepRealm: true });
  syncNow(host);
  return host;
}

/** One thing that happens between two syncs, the same in both workbooks. */
type Step = (host: Host) => void;

const rowsOf = (name: string) => LATER.find((sheet) => sheet.name === name)!.rows.slice(4);

function append(name: string, from: number, count: number): Step {
  return ({ book }) => {
    const rows = rowsOf(name).slice(from, from + count);
    writeSheet(book.sheet(name), rows, book.sheet(name).lastRow() + 1);
  };
}

/** Typed by a person, which an event tells of, or written over the API, which none does. */
function change(name: string, header: string, nth: number, text: string, told: boolean): Step {
  return (host) => {
    const last = host.book.sheet(name).lastRow();
    const row = 5 + (nth % (last - 4));
    const column = columnOf(host.book, name, header);
    if (told) host.person.type(name, row, column, text);
    else host.book.sheet(name).set(host.book.sheet(name).own(row), column - 1, text);
  };
}

function decide(nth: number, header: string, text: string): Step {
  return (host) => {
    const rows = table(host.book, 'followed-up').sort((a, b) => (a['Follow-up id'] < b['Follow-up id'] ? -1 : 1));
    host.person.type(
      'followed-up',
      Number(rows[nth % rows.length].at),
      columnOf(host.book, 'followed-up', header),
      text,
    );
  };
}

const nth = fc.nat({ max: 400 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(nth, fc.integer({ min: 1, max: 4 })).map(([from, count]) => append('order-update', from % 60, count)),
  fc.tuple(nth, fc.integer({ min: 1, max: 3 })).map(([from, count]) => append('leads', from % 30, count)),
  fc
    .tuple(fc.constantFrom('Qty', 'E-mail', 'Customer ', 'Phone', 'Order no', 'Town'), nth, fc.boolean())
    .map(([header, row, told]) => change('order-update', header, row, header === 'Qty' ? '7' : 'Ann Other 7', told)),
  fc.tuple(nth, fc.constantFrom('Contacted', 'Won', 'To call')).map(([row, status]) => decide(row, 'Status', status)),
  fc.tuple(nth, fc.constantFrom('Marta', '')).map(([row, owner]) => decide(row, 'Owner', owner)),
);

const MANAGED = {
  'followed-up': 'Follow-up id',
  people: 'Person id',
  duplicates: 'Pair id',
  'needs-fixing': 'Complaint id',
};

/** What the managed sheets say, row by row in the order of the ids. */
function said(host: Host) {
  return Object.fromEntries(
    Object.entries(MANAGED).map(([name, id]) => [
      name,
      table(host.book, name)
        .map(({ at: _, ...row }) => row)
        .sort((a, b) => ((a as Record<string, string>)[id] < (b as Record<string, string>)[id] ? -1 : 1)),
    ]),
  );
}

const syncRun = (host: Host) => {
  const result = host.run('syncNow', { startedBy: 'cli' });
  expect(result.error?.stack ?? '').toBe('');
  return result;
};

describe.each(['exact', 'learned'])('syncs of what has changed, matching %s', (matching) => {
  const starts = [shop(false, matching), shop(true, matching)].map((host) => ({
    book: host.book,
    state: host.saved(),
  }));
  const again = () =>
    starts.map(({ book, state }) =>
      hostOn(book.clone(), { state: structuredClone(state), keepRealm: true }),
    ) as unknown as [Host, Host];

  it('end where full ones do, and write nothing twice', () => {
    let quick = 0;
    let all = 0;
    fc.assert(
      fc.property(fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }), (days) => {
        const [changes, whole] = again();
        for (const steps of days) {
          for (const host of [changes, whole]) {
            for (const act of steps) act(host);
            host.advance(120_000);
          }
          const { byMethod } = syncRun(changes);
          all++;
          if (!byMethod['Spreadsheet.getSpreadsheetTimeZone']) quick++;
          syncRun(whole);
          // What no event told of may be found by looking around, in the next one.
          syncRun(changes);
          expect(syncNow(changes).written.cells).toBe(0);
        }
        for (const host of [changes, whole]) {
          host.advance(27 * HOUR);
          syncRun(host);
        }
        expect(said(changes)).toEqual(said(whole));
      }),
      { numRuns: matching === 'exact' ? 10 : 3 },
    );
    expect(quick).toBeGreaterThan(all / 3);
  });
});

it.each(['needs-fixing', 'people', 'activity'])('make “%s” again when somebody deletes it', (name) => {
  const host = shop(false);
  host.book.removeSheet(host.book.sheet(name));
  append('order-update', 0, 3)(host);
  host.advance(120_000);
  syncNow(host);
  expect(table(host.book, name).length).toBeGreaterThan(0);
});
