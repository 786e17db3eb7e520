import { Host, Workbook } from '../../host/index';
import { perform } from '../../host/serve/acts';
import { Feed } from '../../host/serve/feed';
import type { News } from '../../host/serve/protocol';
import { sheetView } from '../../host/serve/view';

function bookOf(rows: (string | number | boolean | null)[][]) {
  const book = new Workbook('test');
  const sheet = book.addSheet('Data');
  rows.forEach((values, index) => {
    sheet.own(index + 1).values = values.slice();
  });
  return { book, sheet };
}

/** 2026-11-02 09:00 in the zone of the workbook. */
const NINE = Date.parse('2026-11-02T09:00Z');
const GREY = { background: '#f1f3f4' };
const colour = (args: string[], type = 'CUSTOM_FORMULA') => ({
  ranges: [{ row: 2, column: 1, rows: 10, columns: 3 }],
  type,
  args,
  style: GREY,
});

describe('what the page is told of a sheet', () => {
  test('a bare value is sent bare, and a date with what it shows', () => {
    const { sheet } = bookOf([['text', 1.5, true, 46328]]);
    sheet.restyle({ row: 1, column: 4, rows: 1, columns: 1 }, { format: 'yyyy-mm-dd' });
    const { cells } = sheetView(sheet, 0, NINE);
    expect(cells).toEqual([['text', 1.5, true, { value: 46328, text: '2026-11-02', date: true }]]);
  });

  test.each([
    ['=$C2="closed"', [false, true, false]],
    ['=$C2<>"closed"', [true, false, true]],
    ['=AND($B2>1,$C2="open")', [false, false, true]],
    ['=OR($A2="x",$B2>=2)', [true, true, true]],
    ['=NOT($C2="CLOSED")', [true, false, true]],
    ['=AND($B2>1,TODAY()=46328,NOW()>46328.3)', [false, true, true]],
    ['=VLOOKUP(A2,X:Y,2)', [false, false, false]],
  ])('a row is coloured where %s holds', (formula, wanted) => {
    const { sheet } = bookOf([
      ['a', 'b', 'c'],
      ['x', 1, 'open'],
      ['y', 2, 'closed'],
      ['z', 3, 'open'],
    ]);
    sheet.conditional = [colour([formula])];
    const { cells, styles } = sheetView(sheet, 0, NINE);
    const grey = styles.findIndex((style) => style.background === GREY.background);
    const isGrey = cells.slice(1).map((row) => row.every((cell) => typeof cell === 'object' && cell?.style === grey));
    expect(isGrey).toEqual(wanted);
  });

  test('a cell is coloured by its own text or number', () => {
    const { sheet } = bookOf([['h'], ['late'], ['in time'], [5]]);
    sheet.conditional = [colour(['late'], 'TEXT_EQUAL_TO'), colour(['4'], 'NUMBER_GREATER_THAN')];
    const styled = sheetView(sheet, 0, NINE).cells.map(
      ([cell]) => typeof cell === 'object' && cell?.style !== undefined,
    );
    expect(styled).toEqual([false, true, false, true]);
  });

  test('drop-downs of a list and of a range are blocks with their words', () => {
    const { book, sheet } = bookOf([['h'], ['a'], ['b']]);
    const words = book.addSheet('Words');
    words.own(1).values = ['red'];
    words.own(2).values = ['blue'];
    const rule = (type: string, ...args: (string | boolean | string[])[]) => ({
      type,
      args,
      allowInvalid: false,
      help: null,
    });
    const range = JSON.stringify({ sheetId: words.id, row: 1, column: 1, rows: 5, columns: 1 });
    sheet.fill('rules', { row: 2, column: 1, rows: 2, columns: 1 }, () => rule('VALUE_IN_LIST', ['a', 'b'], true));
    sheet.fill('rules', { row: 2, column: 2, rows: 1, columns: 1 }, () => rule('VALUE_IN_RANGE', range, true));
    expect(sheetView(sheet, 0, NINE).dropDowns).toEqual([
      { row: 1, column: 0, rows: 2, columns: 1, options: ['a', 'b'], strict: true, checkbox: false },
      { row: 1, column: 1, rows: 1, columns: 1, options: ['red', 'blue'], strict: true, checkbox: false },
    ]);
  });
});

describe('the feed', () => {
  const feedOf = (rows: (string | number)[][]) => {
    const { book, sheet } = bookOf(rows);
    const news: News[] = [];
    const clock = { now: NINE };
    const feed = new Feed(
      book,
      (item) => news.push(item),
      () => clock.now,
    );
    return { book, sheet, feed, news, clock };
  };

  test('tells changed cells once, as they are in the end', () => {
    const { sheet, feed, news } = feedOf([['a', 'b']]);
    sheet.own(1).values[0] = 'x';
    sheet.changed('values', { row: 1, column: 1, rows: 1, columns: 1 });
    sheet.own(1).values[0] = 'y';
    sheet.changed('values', { row: 1, column: 1, rows: 1, columns: 1 });
    feed.flush();
    expect(news).toEqual([{ kind: 'cells', sheet: String(sheet.id), styles: [], cells: [[0, 0, 'y']] }]);
  });

  test('tells the whole row where colours may follow from one cell', () => {
    const { sheet, feed, news } = feedOf([
      ['h', 'h'],
      ['x', 'open'],
    ]);
    sheet.conditional = [colour(['=$B2="closed"'])];
    sheet.own(2).values[1] = 'closed';
    sheet.changed('values', { row: 2, column: 2, rows: 1, columns: 1 });
    feed.flush();
    const [told] = news;
    expect(told).toMatchObject({ kind: 'cells', styles: [GREY] });
    expect(told?.kind === 'cells' && told.cells.slice(0, 2)).toEqual([
      [1, 0, { value: 'x', style: 0 }],
      [1, 1, { value: 'closed', style: 0 }],
    ]);
  });

  test('tells the rows whose colour follows from the time, once each', () => {
    const { sheet, feed, news, clock } = feedOf([['h'], ['x'], ['y']]);
    const nine = 46328 + 9 / 24;
    for (const [row, minutes] of [
      [2, 5],
      [3, 60],
    ] as const) {
      sheet.own(row).values[1] = nine + minutes / 24 / 60;
    }
    sheet.conditional = [colour(['=AND($A2<>"",$B2<NOW())'])];
    const rowsTold = (minutes: number) => {
      clock.now = NINE + minutes * 60_000;
      feed.flush();
      return news.splice(0).map((item) => item.kind === 'cells' && [item.cells[0]?.[0], item.styles]);
    };
    expect(rowsTold(4)).toEqual([]);
    expect(rowsTold(6)).toEqual([[1, [GREY]]]);
    expect(rowsTold(7)).toEqual([]);
    expect(rowsTold(61)).toEqual([[2, [GREY]]]);
  });

  test('asks the page to fetch a sheet anew when rows moved, and counts that', () => {
    const { book, sheet, feed, news } = feedOf([['a'], ['b']]);
    const host = new Host({ script: { code: '' }, book });
    expect(feed.structureOf(sheet.id)).toBe(0);
    perform(host, { kind: 'insert', sheet: String(sheet.id), of: 'rows', at: 0, count: 1 });
    feed.flush();
    expect(news).toEqual([{ kind: 'stale', sheet: String(sheet.id) }]);
    expect(feed.structureOf(sheet.id)).toBe(1);
  });
});
