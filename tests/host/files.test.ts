import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Host,
  loadHostState,
  loadWorkbook,
  saveWorkbook,
  Workbook,
  workbookFromJson,
  workbookToJson,
} from '../../host';
import { main } from '../../host/cli';
import { call, hostOf } from './script';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'host-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);

const DRESS = `function main() {
  const ss = SpreadsheetApp.getActive(); const s = ss.getActiveSheet();
  s.getRange('A1:C1').setValues([['Name', 'When', 'Phone']]).setFontWeight('bold').setBackground('#eeeeee');
  s.getRange('A2:C3').setValues([['Ann', new Date(2026, 0, 5), "'007"], ['Bob', '', '+1 555 0100']]);
  s.getRange('D2').setFormula('=B2+1').setNote('a note');
  s.getRange('D3').setValue(0.5).setNumberFormat('0%');
  s.getRange('A2:A9').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['Ann', 'Bob']).build());
  s.setFrozenRows(1); s.hideColumns(5); s.setColumnWidth(1, 200); s.hideRows(9); s.getRange('A5:B5').merge();
  s.getRange('A1').protect().setDescription('head').setWarningOnly(true);
  s.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenCellEmpty().setBackground('#ff0000').setRanges([s.getRange('B2:B9')]).build()]);
  ss.setNamedRange('names', s.getRange('A2:A9')); s.addDeveloperMetadata('k', 'v'); ss.insertSheet('Second').hideSheet(); ss.setSpreadsheetTimeZone('Europe/Paris');
  PropertiesService.getDocumentProperties().setProperty('p', 'q'); ScriptApp.newTrigger('main').timeBased().everyMinutes(5).create();
}`;

function dressed(): Host {
  const host = hostOf(DRESS);
  call(host, 'main');
  return host;
}

describe('saving and opening', () => {
  test('what a workbook holds comes back, with what no .xlsx can hold', () => {
    const host = dressed();
    saveWorkbook(host.book, at('a.xlsx'), host.saved());
    const back = loadWorkbook(at('a.xlsx'));
    const before = workbookToJson(host.book) as { sheets: { rows: unknown }[] };
    const after = workbookToJson(back) as typeof before;
    const sheet = back.sheet('Sheet1');
    expect([
      sheet.value(3, 3),
      sheet.part('formulas', 3, 3),
      sheet.value(2, 3),
      sheet.part('formulas', 2, 4),
      sheet.part('notes', 2, 4),
    ]).toEqual(['#ERROR!', '=+1 555 0100', '007', '=B2+1', 'a note']);
    expect([
      sheet.frozenRows,
      sheet.column(1).width,
      sheet.column(5).hidden,
      sheet.peek(9)?.hidden,
      sheet.merges,
      sheet.rule(4, 1)?.args,
      sheet.conditional.length,
      sheet.protections.length,
    ]).toEqual([1, 200, true, true, [{ row: 5, column: 1, rows: 1, columns: 2 }], [['Ann', 'Bob'], true], 1, 1]);
    expect([
      back.timeZone,
      back.named.length,
      back.metadata.length,
      back.sheet('Second').hidden,
      sheet.style(1, 1)?.weight,
    ]).toEqual(['Europe/Paris', 1, 1, true, 'bold']);
    expect(after.sheets.length).toBe(before.sheets.length);
    expect(loadHostState(at('a.xlsx'))?.triggers.length).toBe(1);
    expect(loadHostState(at('a.xlsx'))?.properties.document).toEqual({ p: 'q' });
  });

  test('names that an .xlsx can not hold come back', () => {
    const book = Workbook.empty({ sheet: 'Leads 10/2026: all of them, whatever [source]' });
    book.addSheet('Leads 10/2026: all of them, whatever [else]');
    saveWorkbook(book, at('a.xlsx'));
    expect(loadWorkbook(at('a.xlsx')).sheets.map(({ name }) => name)).toEqual(book.sheets.map(({ name }) => name));
  });

  test('texts that are longer than an .xlsx can hold come back whole', () => {
    const host = hostOf(
      `function main() {
        var s = SpreadsheetApp.getActive().getActiveSheet();
        s.getRange('B2').setValue('x'.repeat(49000) + 'end').setNote('n'.repeat(40000));
      }`,
    );
    call(host, 'main');
    saveWorkbook(host.book, at('long.xlsx'), host.saved());
    const { values, notes } = loadWorkbook(at('long.xlsx')).sheet('Sheet1').own(2);
    expect([values[1], notes?.[1]]).toEqual([`${'x'.repeat(49_000)}end`, 'n'.repeat(40_000)]);
  });

  test('saved and opened again, nothing more changes', () => {
    const host = dressed();
    saveWorkbook(host.book, at('a.xlsx'), host.saved());
    const once = loadWorkbook(at('a.xlsx'));
    saveWorkbook(once, at('b.xlsx'));
    const twice = loadWorkbook(at('b.xlsx'));
    twice.name = once.name;
    expect(workbookToJson(twice)).toEqual(workbookToJson(once));
  });

  test('a file that another program changed keeps its own cells; only what hangs on no place is laid over it', () => {
    const host = dressed();
    saveWorkbook(host.book, at('a.xlsx'), host.saved());
    const other = Workbook.empty();
    other.sheet('Sheet1').set(other.sheet('Sheet1').own(1), 0, 'edited elsewhere');
    saveWorkbook(other, at('other.xlsx'));
    writeFileSync(at('a.xlsx'), readFileSync(at('other.xlsx')));
    const back = loadWorkbook(at('a.xlsx')).sheet('Sheet1');
    expect([
      back.value(1, 1),
      back.style(1, 1)?.weight,
      back.frozenRows,
      loadHostState(at('a.xlsx'))?.triggers.length,
    ]).toEqual(['edited elsewhere', undefined, 1, 1]);
  });

  test('JSON and back is the same workbook', () => {
    const { book } = dressed();
    expect(workbookToJson(workbookFromJson(workbookToJson(book)))).toEqual(workbookToJson(book));
  });

  test('no half-written file is left behind', () => {
    saveWorkbook(Workbook.empty(), at('a.xlsx'));
    expect(readdirSync(folder).sort()).toEqual(['a.state.json', 'a.xlsx']);
    mkdirSync(at('taken.xlsx'));
    expect(() => saveWorkbook(Workbook.empty(), at('taken.xlsx'))).toThrow('could not be saved');
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('a .csv is one sheet of texts, in any usual encoding', () => {
    writeFileSync(at('utf8.csv'), '\ufeffName;Tel\nJosé;007\n');
    writeFileSync(at('latin1.csv'), Buffer.from('Name,Tel\nJos\xe9,007\n', 'latin1'));
    for (const name of ['utf8.csv', 'latin1.csv']) {
      const sheet = loadWorkbook(at(name)).sheet('order-update');
      expect([sheet.value(1, 1), sheet.value(2, 1), sheet.value(2, 2), sheet.lastRow()]).toEqual([
        'Name',
        'José',
        '007',
        2,
      ]);
    }
  });

  test.each([
    ['none.xlsx', 'missing'],
    ['folder', 'folder'],
    ['empty.xlsx', 'empty'],
    ['empty.csv', 'empty'],
    ['text.xlsx', 'not-a-workbook'],
    ['page.html', 'not-a-workbook'],
    ['broken.xlsx', 'broken'],
  ])('%s is refused as %s, in one sentence', (name, code) => {
    mkdirSync(at('folder'));
    writeFileSync(at('empty.xlsx'), '');
    writeFileSync(at('empty.csv'), '');
    writeFileSync(at('text.xlsx'), 'just text');
    writeFileSync(at('page.html'), '<p>');
    saveWorkbook(Workbook.empty(), at('whole.xlsx'));
    writeFileSync(at('broken.xlsx'), readFileSync(at('whole.xlsx')).subarray(0, 700));
    expect(() => loadWorkbook(at(name))).toThrow(
      expect.objectContaining({ name: 'HostError', code, message: expect.stringMatching(/^[^\n]+\.$/) }),
    );
  });
});

describe('the command line', () => {
  async function cli(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
    const said = { out: '', err: '' };
    const listen = (stream: NodeJS.WriteStream, to: 'out' | 'err') =>
      jest.spyOn(stream, 'write').mockImplementation((text) => {
        said[to] += text;
        return true;
      });
    const spies = [listen(process.stdout, 'out'), listen(process.stderr, 'err')];
    try {
      const code = await main(argv);
      return { code, ...said };
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
  }
  beforeEach(() => {
    writeFileSync(
      at('s.js'),
      `function add(name) { const s = SpreadsheetApp.getActiveSheet(); s.appendRow([name]); Logger.log('added'); return s.getLastRow(); } function bad() { throw new Error('no luck'); }`,
    );
    saveWorkbook(Workbook.empty(), at('w.xlsx'));
  });

  test('runs a function and reports result, log, calls, cells and modelled time', async () => {
    const { code, out } = await cli(
      'run',
      at('s.js'),
      'add',
      '--workbook',
      at('w.xlsx'),
      '--args',
      '["Ann"]',
      '--out',
      at('o.xlsx'),
      '--now',
      '2026-01-05T09:00:00Z',
      '--json',
    );
    const report = JSON.parse(out);
    expect(code).toBe(0);
    expect(report).toMatchObject({
      ok: true,
      value: 1,
      log: ['added'],
      calls: 2,
      cellsRead: 0,
      cellsWritten: 1,
      byMethod: { 'Sheet.appendRow': 1, 'Sheet.getLastRow': 1 },
    });
    expect(report.modelledMs).toBeGreaterThanOrEqual(120);
    expect(loadWorkbook(at('o.xlsx')).sheet('Sheet1').value(1, 1)).toBe('Ann');
    expect(loadWorkbook(at('w.xlsx')).sheet('Sheet1').lastRow()).toBe(0);
  });

  test('says the same in words', async () => {
    const { code, out } = await cli('run', at('s.js'), 'add', '--workbook', at('w.xlsx'), '--args', '["Ann"]');
    expect([code, out.includes('result  1'), out.includes('2 service calls'), out.includes('added')]).toEqual([
      0,
      true,
      true,
      true,
    ]);
    expect(existsSync(at('o.xlsx'))).toBe(false);
  });

  test('exits with 1 where the script throws', async () => {
    const { code, out } = await cli('run', at('s.js'), 'bad', '--workbook', at('w.xlsx'));
    expect([code, out.includes('no luck'), out.includes('Code.js:1')]).toEqual([1, true, true]);
  });

  test.each([
    ['a missing workbook', ['run', 's.js', 'add', '--workbook', 'none.xlsx']],
    ['a missing script', ['run', 'none.js', 'add', '--workbook', 'w.xlsx']],
    ['a script for a workbook', ['run', 's.js', 'add', '--workbook', 's.js']],
    ['no function', ['run', 's.js', '--workbook', 'w.xlsx']],
    ['arguments that are no JSON', ['run', 's.js', 'add', '--workbook', 'w.xlsx', '--args', '{']],
    ['an option that is not there', ['run', 's.js', 'add', '--workbook', 'w.xlsx', '--what']],
    ['a script that is no JavaScript', ['run', 'broken.js', 'add', '--workbook', 'w.xlsx']],
  ])('exits with 2 and one sentence for %s', async (_what, argv) => {
    writeFileSync(at('broken.js'), 'function (');
    const { code, err } = await cli(...argv.map((arg) => (/\.(js|xlsx)$/.test(arg) ? at(arg) : arg)));
    expect([code, err.trim().split('\n').length, err.length > 10]).toEqual([2, 1, true]);
  });
});
