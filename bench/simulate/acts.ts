import { appendLead, appendOrders, correctOrder, ORDERS } from './source-acts';
import {
  followUps,
  type Grid,
  gridOf,
  has,
  lastRow,
  learn,
  type Row,
  recordsOf,
  STAFF,
  TAG,
  type World,
} from './world';

type Doing = (world: World, picks: readonly number[]) => void;

const FOLLOWED = 'followed-up';

const TYPED: Record<string, (pick: number) => string> = {
  Status: (pick) => ['Contacted', 'Won', 'To call', 'Quote sent', ''][pick % 5],
  Owner: (pick) => ['Marta', 'Zoë', ''][pick % 3],
  'Next follow-up': (pick) => ['02/12/2026', '28/10/2026', ''][pick % 3],
  Priority: (pick) => ['high', 'low', ''][pick % 3],
  Reason: (pick) => ['too dear', `reason ${pick}`][pick % 2],
  Notes: (pick) => [`note ${pick}`, `“${pick}” = 1, 2`, ''][pick % 3],
};

/** What `Next follow-up` shows of what was typed. */
const shownAs = (header: string, text: string) =>
  header === 'Next follow-up' && text !== '' ? text.split('/').reverse().join('-') : text;

interface Place {
  grid: Grid;
  row: Row;
  at: number;
  record: Record<string, string>;
}

/** One of the tagged follow-ups that stand in the sheet now. */
function taggedRow({ host, ledger }: World, pick: number): Place | null {
  const grid = followUps(host.book);
  if (!grid?.header.includes(TAG)) return null;
  const records = recordsOf(grid).filter((record) => ledger.rows.has(record[TAG]));
  // By tag, so that a sort picks no other row.
  records.sort((a, b) => Number(a[TAG].slice(1)) - Number(b[TAG].slice(1)));
  const record = records[pick % Math.max(1, records.length)];
  return record ? { grid, row: ledger.rows.get(record[TAG]) as Row, at: record.at, record } : null;
}

function typeInto({ host }: World, { grid, row, at }: Place, header: string, text: string): void {
  const column = grid.header.indexOf(header) + 1;
  if (column === 0) return;
  host.person.type(FOLLOWED, at, column, text);
  if (header in row.cells) row.cells[header] = [shownAs(header, text)];
}

function typing(header: string): Doing {
  return (world, [pick, value]) => {
    const place = taggedRow(world, pick);
    if (place) typeInto(world, place, header, TYPED[header](value));
  };
}

const ifThere =
  (sheet: string, doing: Doing): Doing =>
  (world, picks) => {
    if (has(world.host.book, sheet)) doing(world, picks);
  };

const sorting = (sheet: string, id: string): Doing =>
  ifThere(sheet, ({ host }, [pick, order]) => {
    const grid = gridOf(host.book, sheet, id);
    if (!grid) return;
    const data = host.book.sheet(sheet).dataRect();
    if (data.rows <= grid.headerRow) return;
    const area = `A${grid.headerRow + 1}:${letters(data.columns)}${data.rows}`;
    const column = pick % data.columns;
    // By tags alone, a fresh copy would come before its original, and nothing could tell which is which.
    host.person.sort(sheet, grid.header[column] === TAG ? 1 : column + 1, order % 2 === 0, area);
  });

function letters(position: number): string {
  return position <= 26
    ? String.fromCharCode(64 + position)
    : letters(Math.floor((position - 1) / 26)) + letters(((position - 1) % 26) + 1);
}

/** A row below the header, the last one included; the header row itself never. */
function below(world: World, sheet: string, id: string, pick: number): number | null {
  const grid = gridOf(world.host.book, sheet, id);
  const rows = grid ? lastRow(world, sheet) - grid.headerRow : 0;
  return grid && rows > 0 ? grid.headerRow + 1 + (pick % rows) : null;
}

const inserting = (sheet: string, id: string): Doing =>
  ifThere(sheet, (world, [pick, count]) => {
    const at = below(world, sheet, id, pick);
    if (at) world.host.person.insertRows(sheet, at, 1 + (count % 3));
  });

const deleting = (sheet: string, id: string): Doing =>
  ifThere(sheet, (world, [pick]) => {
    const at = below(world, sheet, id, pick);
    if (at && lastRow(world, sheet) > at) forgetRow(world, sheet, at);
  });

function forgetRow({ host, ledger }: World, sheet: string, at: number): void {
  const before = new Set(tagsIn(host.book));
  const orders = new Set(ordersIn(host.book));
  host.person.deleteRows(sheet, at);
  const tags = new Set(tagsIn(host.book));
  for (const tag of before) if (!tags.has(tag)) ledger.rows.delete(tag);
  const left = new Set(ordersIn(host.book));
  for (const order of orders) if (!left.has(order)) ledger.orders.delete(order);
  const names = new Set(recordsOf(followUps(host.book)).map(({ Name }) => Name));
  for (const name of ledger.typed) if (sheet === FOLLOWED && !names.has(name)) ledger.typed.delete(name);
  if (sheet === 'activity') ledger.journalTouched = true;
}

type Book = World['host']['book'];
const tagsIn = (book: Book) => recordsOf(followUps(book)).map((record) => record[TAG]);
const ordersIn = (book: Book) => recordsOf(gridOf(book, ORDERS, 'Order no')).map((record) => record['Order no']);

const movingColumn = (sheet: string, id: string): Doing =>
  ifThere(sheet, ({ host }, [from, to]) => {
    const grid = gridOf(host.book, sheet, id);
    if (!grid) return;
    const width = grid.header.length;
    const [a, b] = [(from % width) + 1, (to % width) + 1];
    if (a !== b && a + 1 !== b) host.person.moveColumns(sheet, a, 1, b);
  });

const insertingColumn = (sheet: string, id: string): Doing =>
  ifThere(sheet, ({ host }, [pick]) => {
    const grid = gridOf(host.book, sheet, id);
    if (grid) host.person.insertColumns(sheet, (pick % grid.header.length) + 1);
  });

function pasteOverId(world: World, [pick, other, kind]: readonly number[]): void {
  const place = taggedRow(world, pick);
  const donor = taggedRow(world, other);
  if (!place || !donor) return;
  const text = kind % 2 === 0 ? donor.record['Follow-up id'] : `pasted ${pick}`;
  typeInto(world, place, 'Follow-up id', text);
}

/** Copies a row to the end; whoever does that gives the copy a tag of its own. */
function copyRow(world: World, [pick]: readonly number[]): void {
  const { host, ledger } = world;
  const place = taggedRow(world, pick);
  if (!place) return;
  const end = lastRow(world, FOLLOWED) + 1;
  host.person.copy(FOLLOWED, `${place.at}:${place.at}`, `A${end}`);
  const tag = `T${ledger.next++}`;
  host.person.type(FOLLOWED, end, place.grid.header.indexOf(TAG) + 1, tag);
  learn(ledger, tag, '', place.record);
  const copy = ledger.rows.get(tag) as Row;
  // What the panel has just put into the row is copied along, whether the panel knows that yet or not.
  for (const header of STAFF) copy.cells[header] = [...place.row.cells[header], place.record[header]];
}

function typeRow(world: World, [pick]: readonly number[]): void {
  const { host, ledger } = world;
  const grid = followUps(host.book);
  const column = (grid?.header.indexOf('Name') ?? -1) + 1;
  if (column === 0) return;
  const name = `Walk-in ${pick} ${ledger.typed.size}`;
  host.person.type(FOLLOWED, lastRow(world, FOLLOWED) + 1, column, name);
  ledger.typed.add(name);
}

/** Into the very cells that are about to be written. */
function typeOverOurs(world: World, [pick, which]: readonly number[]): void {
  const place = taggedRow(world, pick);
  const header = ['Name', 'Phone', 'About', 'Amount', 'Reminder'][which % 5];
  if (place) typeInto(world, place, header, `typed over ${pick}`);
}

function renameOurColumn({ host }: World, [pick]: readonly number[]): void {
  const grid = followUps(host.book);
  const header = ['City', 'Company', 'Score', 'Amount'][pick % 4];
  const column = (grid?.header.indexOf(header) ?? -1) + 1;
  if (grid && column > 0) host.person.type(FOLLOWED, grid.headerRow, column, `${header} (ours)`);
}

function hideColumn({ host }: World, [pick]: readonly number[]): void {
  const grid = followUps(host.book);
  if (grid) host.person.hideColumns(FOLLOWED, (pick % grid.header.length) + 1);
}

function filter({ host }: World): void {
  const grid = followUps(host.book);
  const data = grid && host.book.sheet(FOLLOWED).dataRect();
  if (grid && data) host.person.filter(FOLLOWED, `A${grid.headerRow}:${letters(data.columns)}${data.rows}`, {});
}

const losing = (sheet: string, how: 'delete' | 'clear' | 'rename'): Doing =>
  ifThere(sheet, ({ host, ledger }, [pick]) => {
    if (how === 'delete') host.person.deleteSheet(sheet);
    else if (how === 'rename') host.person.renameSheet(sheet, `${sheet} old ${pick} ${host.book.sheets.length}`);
    else {
      const { rows, columns } = host.book.sheet(sheet).dataRect();
      if (rows > 1) host.person.clear(sheet, `A2:${letters(columns)}${rows}`);
    }
    if (sheet === 'activity') ledger.journalTouched = true;
    if (sheet !== FOLLOWED) return;
    ledger.rows.clear();
    ledger.typed.clear();
  });

/** Somebody takes a note back that was typed: the cell says again what it said in the morning. */
function takeNoteBack({ host, ledger }: World): void {
  const place = followUps(host.book);
  if (!place) return;
  const [row] = [...ledger.rows.values()].filter(({ cells, begun }) => cells.Notes[0] !== begun.Notes);
  const record = row && recordsOf(place).find((one) => one[TAG] === row.tag);
  if (!row || !record) return;
  host.person.type(FOLLOWED, record.at, place.header.indexOf('Notes') + 1, row.begun.Notes);
  row.cells.Notes = [row.begun.Notes];
}

function sortJournal(world: World, picks: readonly number[]): void {
  world.ledger.journalSorted = true;
  sorting('activity', 'Activity id')(world, picks);
}

/** Everything that staff do, with how often. */
export const ACTS: Readonly<Record<string, { weight: number; doing: Doing }>> = {
  'type a status': { weight: 3, doing: typing('Status') },
  'type an owner': { weight: 2, doing: typing('Owner') },
  'type a date': { weight: 2, doing: typing('Next follow-up') },
  'type a priority': { weight: 1, doing: typing('Priority') },
  'type a reason': { weight: 1, doing: typing('Reason') },
  'type a note': { weight: 4, doing: typing('Notes') },
  'take a note back': { weight: 1, doing: takeNoteBack },
  'type over ours': { weight: 2, doing: typeOverOurs },
  'paste over an id': { weight: 2, doing: pasteOverId },
  'copy a row': { weight: 2, doing: copyRow },
  'type a row': { weight: 2, doing: typeRow },
  sort: { weight: 3, doing: sorting(FOLLOWED, 'Follow-up id') },
  filter: { weight: 1, doing: filter },
  'insert rows': { weight: 2, doing: inserting(FOLLOWED, 'Follow-up id') },
  'delete a row': { weight: 2, doing: deleting(FOLLOWED, 'Follow-up id') },
  'insert a column': { weight: 1, doing: insertingColumn(FOLLOWED, 'Follow-up id') },
  'move a column': { weight: 1, doing: movingColumn(FOLLOWED, 'Follow-up id') },
  'hide a column': { weight: 1, doing: hideColumn },
  'rename a column': { weight: 1, doing: renameOurColumn },
  'clear followed-up': { weight: 1, doing: losing(FOLLOWED, 'clear') },
  'delete followed-up': { weight: 1, doing: losing(FOLLOWED, 'delete') },
  'rename followed-up': { weight: 1, doing: losing(FOLLOWED, 'rename') },
  'sort people': { weight: 1, doing: sorting('people', 'Person id') },
  'delete a person': { weight: 1, doing: deleting('people', 'Person id') },
  'insert in people': { weight: 1, doing: inserting('people', 'Person id') },
  'delete people': { weight: 1, doing: losing('people', 'delete') },
  'clear people': { weight: 1, doing: losing('people', 'clear') },
  'sort activity': { weight: 1, doing: sortJournal },
  'delete from activity': { weight: 1, doing: deleting('activity', 'Activity id') },
  'delete needs-fixing': { weight: 1, doing: losing('needs-fixing', 'delete') },
  'delete duplicates': { weight: 1, doing: losing('duplicates', 'delete') },
  'orders come in': { weight: 4, doing: appendOrders },
  'a lead comes in': { weight: 2, doing: appendLead },
  'correct an order': { weight: 3, doing: correctOrder },
  'sort orders': { weight: 1, doing: sorting(ORDERS, 'Order no') },
  'delete an order row': { weight: 1, doing: deleting(ORDERS, 'Order no') },
  'insert in orders': { weight: 1, doing: inserting(ORDERS, 'Order no') },
  'move a column of orders': { weight: 1, doing: movingColumn(ORDERS, 'Order no') },
};

export const WEIGHTS = Object.fromEntries(Object.entries(ACTS).map(([name, { weight }]) => [name, weight]));

/** Does an act as soon as no write cache is half done. */
export function doAct(world: World, name: string, picks: readonly number[]): void {
  world.host.person.act(() => {
    world.acts++;
    ACTS[name].doing(world, picks);
  });
}
