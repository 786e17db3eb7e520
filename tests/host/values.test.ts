import { Workbook } from '../../host';
import { failure, run } from './script';

// Sources: R = developers.google.com/apps-script/reference/spreadsheet/range, F = the project's fact sheet (platform facts, "Data types").

describe('values are parsed as if typed (R setValues; F "Data types")', () => {
  const typed = (value: string): unknown =>
    run(`sheet.getRange('A1').setValue(${JSON.stringify(value)}); return sheet.getRange('A1').getValue();`);
  const shown = (value: string): unknown =>
    run(`sheet.getRange('A1').setValue(${JSON.stringify(value)}); return sheet.getRange('A1').getDisplayValue();`);

  test.each([
    ['007', 7],
    ['2.000', 2],
    ['1,234.5', 1234.5],
    ['50%', 0.5],
    ['$2.99', 2.99],
    ['-$5', -5],
    ['(12)', -12],
    ['+5', 5],
    ['1e3', 1000],
    ['true', true],
    ['FALSE', false],
    ['12:30', '1899-12-30T12:30:00.000Z'],
    ['', ''],
    ['hello', 'hello'],
    [' padded ', ' padded '],
    ["'007", '007'],
    ["'=1+1", '=1+1'],
    ['31/12/2026', '31/12/2026'],
    ['1.2.2026', '1.2.2026'],
    ['1 2 3', '1 2 3'],
    ['12 apples', '12 apples'],
    ['@name', '@name'],
    ['-', '-'],
  ])('%j becomes %j', (text, value) => {
    expect(typed(text)).toEqual(value);
  });

  test.each([
    ['1-2', '2026-01-02'],
    ['2026-11-02', '2026-11-02'],
    ['11/2/2026', '2026-11-02'],
    ['11/2/26', '2026-11-02'],
    ['Jan 2, 2026', '2026-01-02'],
    ['2 January 2026', '2026-01-02'],
    ['2026-11-02 13:45', '2026-11-02'],
  ])('%j becomes a date', (text, day) => {
    const body = `sheet.getRange('A1').setValue(${JSON.stringify(text)}); const v = sheet.getRange('A1').getValue(); return [v instanceof Date, Utilities.formatDate(v, ss.getSpreadsheetTimeZone(), 'yyyy-MM-dd')];`;
    expect(run(body)).toEqual([true, day]);
  });

  test('a phone with + and spaces becomes a broken formula, #ERROR! (F: "+ is also parsed as a formula")', () => {
    expect(
      run(
        `sheet.getRange('A1').setValue('+1 555 0100'); const r = sheet.getRange('A1'); return [r.getValue(), r.getFormula()];`,
      ),
    ).toEqual(['#ERROR!', '=+1 555 0100']);
  });

  test('a phone with + and dashes becomes a difference', () => {
    expect(typed('+1-555-0100')).toBe(1 - 555 - 100);
  });

  test('a percentage, a currency and a date bring their formats', () => {
    expect([shown('50%'), shown('$2.99'), shown('1,234.50'), shown('1/2/2026')]).toEqual([
      '50%',
      '$2.99',
      '1,234.50',
      '1/2/2026',
    ]);
  });

  test('the locale decides about marks and about day and month (R getDisplayValues: "locale settings")', () => {
    const book = (): Workbook => Workbook.empty({ locale: 'de_DE' });
    const body = `sheet.getRange('A1:D1').setValues([['1.234,5', '31.12.2026', '2,50', '3/4/2026']]); const v = sheet.getRange('A1:D1').getValues()[0]; return [v[0], Utilities.formatDate(v[1], 'Etc/GMT', 'yyyy-MM-dd'), v[2], Utilities.formatDate(v[3], 'Etc/GMT', 'yyyy-MM-dd')];`;
    expect(run(body, { book: book() })).toEqual([1234.5, '2026-12-31', 2.5, '2026-04-03']);
  });

  test('a cell with the format plain text keeps what is written (F: set "@" before writing)', () => {
    expect(
      run(
        `const r = sheet.getRange('A1:A5'); r.setNumberFormat('@'); r.setValues([['007'], ['+1 555'], ['1-2'], ["'x"], ['TRUE']]); return r.getValues();`,
      ),
    ).toEqual([['007'], ['+1 555'], ['1-2'], ['x'], ['TRUE']]);
  });

  test('a string that begins with = is a formula, in plain text too (R setValue)', () => {
    expect(
      run(
        `const r = sheet.getRange('A1'); r.setNumberFormat('@').setValue('=SUM(B1:B2)'); return [r.getFormula(), r.getValue()];`,
      ),
    ).toEqual(['=SUM(B1:B2)', '']);
  });
});

describe('what getValues gives (R getValues)', () => {
  test('numbers, booleans, dates and strings; a blank is an empty string', () => {
    expect(
      run(`sheet.getRange('A1:D1').setValues([[1, true, 'x', null]]); return sheet.getRange('A1:E1').getValues();`),
    ).toEqual([[1, true, 'x', '', '']]);
  });

  test('null and undefined clear a cell (V8 guide, migration: undefined is passed as null)', () => {
    expect(
      run(
        `const r = sheet.getRange('A1:B1'); r.setValues([[1, 2]]); r.setValues([[undefined, null]]); return [r.getValues(), sheet.getLastRow()];`,
      ),
    ).toEqual([[['', '']], 0]);
  });

  test('the arrays are copies', () => {
    expect(run(`const r = sheet.getRange('A1'); r.setValue(1); r.getValues()[0][0] = 5; return r.getValue();`)).toBe(1);
  });

  test("dates and arrays are of the script's own realm", () => {
    expect(
      run(
        `sheet.getRange('A1').setValue(new Date(2026, 0, 2)); const v = sheet.getRange('A1').getValues(); return [v instanceof Array, v[0] instanceof Array, v[0][0] instanceof Date, v[0][0].constructor === Date];`,
      ),
    ).toEqual([true, true, true, true]);
  });

  test('a date comes back as the instant it was', () => {
    const book = Workbook.empty({ timeZone: 'America/New_York' });
    expect(
      run(
        `const d = new Date(Date.UTC(2026, 6, 1, 4, 30)); sheet.getRange('A1').setValue(d); return [sheet.getRange('A1').getValue().getTime() - d.getTime(), sheet.getRange('A1').getDisplayValue()];`,
        { book },
      ),
    ).toEqual([0, '7/1/2026 0:30:00']);
  });

  test('a date in a sheet of another zone keeps its wall clock there (F: cells store wall-clock serial numbers)', () => {
    const book = Workbook.empty({ timeZone: 'Asia/Tokyo' });
    expect(
      run(`sheet.getRange('A1').setValue('2026-03-01'); return sheet.getRange('A1').getValue().toISOString();`, {
        book,
      }),
    ).toBe('2026-02-28T15:00:00.000Z');
  });

  test('numbers of 15 digits stay whole', () => {
    expect(
      run(`const r = sheet.getRange('A1'); r.setValue(351912345678901); return [r.getValue(), r.getDisplayValue()];`),
    ).toEqual([351912345678901, '351912345678901']);
  });

  test('setValue fills the whole range (R setValue)', () => {
    expect(run(`sheet.getRange('A1:B2').setValue('x'); return sheet.getRange('A1:B2').getValues();`)).toEqual([
      ['x', 'x'],
      ['x', 'x'],
    ]);
  });
});

describe('sizes and limits', () => {
  test('a table of another size is refused with the numbers', () => {
    expect(failure(`sheet.getRange('A1:B2').setValues([[1, 2]]);`)).toBe(
      'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
    );
    expect(failure(`sheet.getRange('A1:B2').setValues([[1, 2], [3]]);`)).toBe(
      'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    );
  });

  test('50,000 characters are the most a cell holds', () => {
    expect(
      run(`sheet.getRange('A1').setValue('x'.repeat(50000)); return sheet.getRange('A1').getValue().length;`),
    ).toBe(50000);
    expect(failure(`sheet.getRange('A1').setValue('x'.repeat(50001));`)).toContain('maximum of 50000 characters');
  });

  test('10 million cells are the most a file holds (Sheets guide, Performance)', () => {
    expect(run(`sheet.insertColumnsAfter(26, 9974); return sheet.getMaxRows() * sheet.getMaxColumns();`)).toBe(
      10_000_000,
    );
    expect(failure(`sheet.insertColumnsAfter(26, 9975);`)).toContain('above the limit of 10000000 cells');
  });
});
