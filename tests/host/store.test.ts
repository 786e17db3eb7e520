import fc from 'fast-check';
import { instantToSerial, serialToInstant, Workbook, workbookToJson } from '../../host';
import { fromR1C1, toR1C1 } from '../../host/services/r1c1';
import {
  columnName,
  columnNumber,
  lineAfterMove,
  parseA1,
  spanAfterDelete,
  spanAfterInsert,
  toA1,
} from '../../host/workbook/a1';
import { displayText } from '../../host/workbook/display';
import { localeOf } from '../../host/workbook/locale';
import { parseTyped } from '../../host/workbook/parse';
import { sortRows } from '../../host/workbook/sort';
import { deleteLines, insertLines, moveLines } from '../../host/workbook/structure';
import { restyle } from '../../host/workbook/style';
import { wallToInstant, zoneOffset } from '../../host/workbook/zone';

type Act = {
  kind: 'set' | 'insert' | 'delete' | 'move' | 'sort' | 'look';
  axis: 'rows' | 'columns';
  at: number;
  count: number;
  to: number;
};

const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom('set', 'insert', 'delete', 'move', 'sort', 'look'),
  axis: fc.constantFrom('rows', 'columns'),
  at: fc.integer({ min: 1, max: 6 }),
  count: fc.integer({ min: 1, max: 2 }),
  to: fc.integer({ min: 1, max: 8 }),
});

function filled(): Workbook {
  const book = Workbook.empty();
  const sheet = book.sheet('Sheet1');
  for (let r = 1; r <= 6; r++) for (let c = 1; c <= 6; c++) sheet.set(sheet.own(r), c - 1, `${r}/${c}`);
  sheet.merges = [{ row: 2, column: 2, rows: 2, columns: 1 }];
  book.named = [{ name: 'n', sheetId: sheet.id, rect: { row: 3, column: 3, rows: 2, columns: 2 } }];
  return book;
}

function perform(book: Workbook, { kind, axis, at, count, to }: Act): void {
  const sheet = book.sheet('Sheet1');
  if (kind === 'set') sheet.set(sheet.own(at), count, to);
  if (kind === 'insert') insertLines(sheet, axis, at, count, at);
  if (kind === 'delete') deleteLines(sheet, axis, at, count);
  if (kind === 'move') moveLines(sheet, axis, at, count, to);
  if (kind === 'sort')
    sortRows(sheet, { row: 1, column: 1, rows: 6, columns: 6 }, [{ column: count, ascending: to > 4 }]);
  if (kind === 'look') sheet.restyle({ row: at, column: at, rows: count, columns: count }, { background: '#ff0000' });
}

describe('the store', () => {
  test('a snapshot is untouched by what comes after it, and restoring it gives it back', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 8 }), fc.array(act, { minLength: 1, maxLength: 8 }), (before, after) => {
        const book = filled();
        for (const one of before) perform(book, one);
        const then = JSON.stringify(workbookToJson(book));
        const shot = book.snapshot();
        const copy = book.clone();
        for (const one of after) perform(book, one);
        expect(JSON.stringify(workbookToJson(copy))).toBe(then);
        for (const one of after) perform(copy, one);
        expect(JSON.stringify(workbookToJson(copy))).toBe(JSON.stringify(workbookToJson(book)));
        book.restore(shot);
        expect(JSON.stringify(workbookToJson(book))).toBe(then);
      }),
      { numRuns: 150 },
    );
  });

  test('no cell is lost or doubled by moving and sorting', () => {
    const cells = (book: Workbook): string[] =>
      book
        .sheet('Sheet1')
        .rows.flatMap((row) => (row?.values ?? []).filter((value) => value !== null).map(String))
        .sort();
    fc.assert(
      fc.property(
        fc.array(
          act.filter(({ kind }) => kind === 'move' || kind === 'sort' || kind === 'insert'),
          { maxLength: 10 },
        ),
        (acts) => {
          const book = filled();
          const before = cells(book);
          for (const one of acts) perform(book, one);
          expect(cells(book)).toEqual(before);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('a span that grew by inserting shrinks back by deleting', () => {
    fc.assert(
      fc.property(
        fc.nat(20),
        fc.integer({ min: 1, max: 9 }),
        fc.nat(30),
        fc.integer({ min: 1, max: 5 }),
        (start, size, at, count) => {
          const [s, n] = spanAfterInsert(start + 1, size, at + 1, count);
          expect(spanAfterDelete(s, n, at + 1, count)).toEqual([start + 1, size]);
        },
      ),
    );
  });

  test('a move sends every line to one place of its own', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 11 }),
        (from, count, to) => {
          const places = Array.from({ length: 11 }, (_, i) => lineAfterMove(i + 1, from, count, Math.min(to, 12)));
          expect(new Set(places).size).toBe(11);
        },
      ),
    );
  });
});

describe('addresses', () => {
  test('are written as they are read', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 18278 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (column, row, rows, columns) => {
          expect(columnNumber(columnName(column))).toBe(column);
          const rect = { row, column: Math.min(column, 18270), rows, columns };
          expect(parseA1(toA1(rect), 2_000_000, 18278)).toEqual(rect);
        },
      ),
    );
  });

  test('R1C1 and back is the same formula', () => {
    for (const formula of ['=A1+$B$2*C$3-$D4', '=SUM(A:B,2:3,$C:$C)', '="A1 & R1C1"&B2', "='My A1'!C3"])
      expect(fromR1C1(toR1C1(formula, 5, 5), 5, 5)).toBe(formula);
  });
});

describe('time', () => {
  const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia', 'Etc/GMT'];

  test('the offset is what Intl says', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.date({ min: new Date('1975-01-01'), max: new Date('2045-01-01'), noInvalidDate: true }),
        (zone, date) => {
          const text = new Intl.DateTimeFormat('sv-SE', {
            timeZone: zone,
            dateStyle: 'short',
            timeStyle: 'medium',
          }).format(date);
          const wall = new Date(date.getTime() + zoneOffset(zone, date.getTime())).toISOString();
          expect(wall.slice(0, 19).replace('T', ' ')).toBe(text);
        },
      ),
    );
  });

  test('an instant is found again by its wall clock, but for the hour that happens twice', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.date({ min: new Date('1975-01-01'), max: new Date('2045-01-01'), noInvalidDate: true }),
        (zone, date) => {
          const wall = date.getTime() + zoneOffset(zone, date.getTime());
          const back = wallToInstant(zone, wall);
          expect(back + zoneOffset(zone, back)).toBe(wall);
          expect(back).toBeLessThanOrEqual(date.getTime());
          expect(serialToInstant('Etc/GMT', instantToSerial('Etc/GMT', date.getTime()))).toBe(date.getTime());
        },
      ),
    );
  });
});

describe('typing', () => {
  test('a number typed as it is shown is the number', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('en_US', 'de_DE', 'pt_PT', 'en_GB'),
        fc.integer({ min: -999_999_999, max: 999_999_999 }),
        fc.nat(2),
        (name, whole, decimals) => {
          const locale = localeOf(name);
          const value = whole / 10 ** decimals;
          for (const format of ['', '#,##0.00', '0.00'])
            expect(
              parseTyped(displayText(value, restyle(undefined, { format }), locale), locale, 46_000).value,
            ).toBeCloseTo(value, 6);
        },
      ),
    );
  });

  test('a date typed as it is shown is the date', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('en_US', 'de_DE', 'en_GB', 'ja_JP'),
        fc.integer({ min: 20_000, max: 60_000 }),
        (name, serial) => {
          const locale = localeOf(name);
          expect(
            parseTyped(displayText(serial, restyle(undefined, { format: locale.dateFormat }), locale), locale, 46_000)
              .value,
          ).toBe(serial);
        },
      ),
    );
  });

  test('text behind an apostrophe is that text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseTyped(`'${text}`, localeOf(), 46_000).value).toBe(text);
      }),
    );
  });
});
