import { generateShop } from '../../bench/generate/shop';
import { writeSheet } from '../../bench/generate/to-book';
import type { HostOptions } from '../../host';
import { columnOf, hostOn, shopBook, syncNow, table } from '../support/product';

const LATER = generateShop({ seed: 99, orders: 6, leads: 4, today: '2026-11-02' }).sheets;

/** A shop whose syncs look at what has changed only, in which rows have come in and a status was typed. */
function changed(): ReturnType<typeof hostOn> {
  const book = shopBook({ orders: 400, leads: 20 }, 'exact');
  writeSheet(book.sheet('settings'), [['Small workbook', '0', '']], 5);
  const host = hostOn(book, { keepRealm: true });
  syncNow(host);
  for (const { name, rows } of LATER)
    if (name === 'leads') writeSheet(book.sheet(name), rows.slice(4), book.sheet(name).lastRow() + 1);
  host.person.type('followed-up', 9, columnOf(book, 'followed-up', 'Status'), 'Contacted');
  return host;
}

const START = changed();
const STATE = JSON.stringify(START.saved());

const from = (intercept?: HostOptions['intercept']) =>
  hostOn(START.book.clone(), { state: JSON.parse(STATE), now: START.now, keepRealm: true, intercept });

const followUps = ({ book }: typeof START) =>
  table(book, 'followed-up').map(({ Name, Status, Reminder, Owner }) => [Name, Status, Reminder, Owner].join(' | '));

it('a write that fails in passing is done once more in the same run, and the next sync need not read everything', () => {
  const calm = from();
  const methods: string[] = [];
  const counted = from(({ method }) => {
    methods.push(method);
    return undefined;
  });
  syncNow(counted);
  const read = [1, 2].map(() => calm.run('syncNow', { startedBy: 'menu' }).cellsRead);
  const writes = methods.flatMap((method, index) => (/setValues|insertRows/.test(method) ? [index] : []));
  expect(writes.length).toBeGreaterThan(2);
  for (const at of writes) {
    const host = from(({ index }) => (index === at ? { fail: 'Service error: Spreadsheets' } : undefined));
    const result = host.run('syncNow', { startedBy: 'menu' });
    expect({ at, error: result.error?.message }).toEqual({ at, error: undefined });
    expect(result.cellsRead).toBeLessThan(read[0] + 3000);
    expect(followUps(host)).toEqual(followUps(calm));
    expect(host.run('syncNow', { startedBy: 'menu' }).cellsRead).toBeLessThan(read[1] + 3000);
  }
});

it('… but is thrown where somebody has moved rows meanwhile, and the next sync mends what has come of it', () => {
  const calm = from();
  syncNow(calm);
  let isArmed = true;
  const host = from(({ method }) => {
    if (!isArmed || method !== 'Range.setValues') return undefined;
    isArmed = false;
    host.person.sort('followed-up', columnOf(host.book, 'followed-up', 'Name'), false);
    return { fail: 'Service error: Spreadsheets' };
  });
  host.run('syncNow', { startedBy: 'cli' });
  syncNow(host);
  expect(isArmed).toBe(false);
  expect(followUps(host).sort()).toEqual(followUps(calm).sort());
});
