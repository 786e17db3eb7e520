import { ScriptedUi, Workbook } from '../../host';
import { call, hostOf } from './script';

// Sources: S = Apps Script guide "Simple triggers", E = guide "Event objects", I = guide "Installable triggers".

const log = `
function onEdit(e) { note('onEdit', e); }
function edited(e) { note('edited', e); }
function changed(e) { SpreadsheetApp.getActive().getSheetByName('log').appendRow(['changed', e.changeType]); }
function note(name, e) { SpreadsheetApp.getActive().getSheetByName('log').appendRow([name, e.range.getA1Notation(), String(e.value), String(e.oldValue), String(e.authMode), e.source.getName()]); }
function install() { const ss = SpreadsheetApp.getActive(); ScriptApp.newTrigger('edited').forSpreadsheet(ss).onEdit().create(); ScriptApp.newTrigger('changed').forSpreadsheet(ss).onChange().create(); }
function write() { SpreadsheetApp.getActive().getSheetByName('Sheet1').getRange('A1').setValue('script'); }
`;

function withLog(code = log) {
  const book = Workbook.empty();
  book.addSheet('log');
  return hostOf(code, { book });
}
const logged = (host: ReturnType<typeof withLog>): unknown[][] => {
  const sheet = host.book.sheet('log');
  return Array.from({ length: sheet.lastRow() }, (_, i) => [...(sheet.peek(i + 1)?.values ?? [])]);
};

describe('onEdit and onChange', () => {
  test('typing fires the simple trigger with value and oldValue (E)', () => {
    const host = withLog();
    host.person.type('Sheet1', 'B2', 'one');
    host.person.type('Sheet1', 'B2', 'two');
    expect(logged(host)).toEqual([
      ['onEdit', 'B2', 'one', 'undefined', 'LIMITED', 'Untitled spreadsheet'],
      ['onEdit', 'B2', 'two', 'one', 'LIMITED', 'Untitled spreadsheet'],
    ]);
  });

  test('a block has no value and no oldValue (E: "only available if the edited range is a single cell")', () => {
    const host = withLog();
    host.person.paste('Sheet1', 'A1', [
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(logged(host)).toEqual([['onEdit', 'A1:B2', 'undefined', 'undefined', 'LIMITED', 'Untitled spreadsheet']]);
  });

  test('installed triggers run with full rights, beside the simple one (I)', () => {
    const host = withLog();
    call(host, 'install');
    host.person.type('Sheet1', 'A1', '5');
    expect(logged(host).map(([name, , , , mode]) => [name, mode])).toEqual([
      ['onEdit', 'LIMITED'],
      ['edited', 'FULL'],
      ['changed', undefined],
    ]);
  });

  test('changes of structure are told by their type (E, onChange)', () => {
    const host = withLog();
    call(host, 'install');
    host.person.insertRows('Sheet1', 1);
    host.person.deleteRows('Sheet1', 1);
    host.person.insertColumns('Sheet1', 1);
    host.person.deleteColumns('Sheet1', 1);
    host.person.sort('Sheet1', 1);
    host.person.format('Sheet1', 'A1', '0.00');
    host.person.addSheet('more');
    host.person.deleteSheet('more');
    expect(logged(host).map(([, type]) => type)).toEqual([
      'INSERT_ROW',
      'REMOVE_ROW',
      'INSERT_COLUMN',
      'REMOVE_COLUMN',
      'OTHER',
      'FORMAT',
      'INSERT_GRID',
      'REMOVE_GRID',
    ]);
  });

  test('what a script writes fires nothing (S: "Script executions … do not cause triggers to run")', () => {
    const host = withLog();
    call(host, 'install');
    call(host, 'write');
    expect(logged(host)).toEqual([]);
  });

  test('while one runs, at most two edits wait; more are lost (S: "The onEdit() trigger only queues up to 2 trigger events")', () => {
    const host = withLog();
    host.person.pace = 10;
    for (let row = 1; row <= 20; row++) host.person.type('Sheet1', row, 1, 'TRUE');
    expect(logged(host).length).toBeGreaterThanOrEqual(3);
    expect(logged(host).length).toBeLessThan(20);
    expect(host.book.sheet('Sheet1').lastRow()).toBe(20);
  });

  test('a simple trigger may not do what needs authorization (S, Restrictions)', () => {
    const host = withLog(`function onEdit() { MailApp.sendEmail('a@example.com', 's', 'b'); }`);
    host.person.type('Sheet1', 'A1', 'x');
    expect(host.executions[0].error?.message).toBe(
      'You do not have permission to call MailApp.sendEmail. Required permissions: https://www.googleapis.com/auth/script.send_mail || https://mail.google.com/',
    );
  });

  test('a simple trigger ends at 30 seconds (S, Restrictions)', () => {
    const host = withLog(`function onEdit() { Utilities.sleep(31000); }`);
    host.person.type('Sheet1', 'A1', 'x');
    expect(host.executions[0].error?.message).toBe('Exceeded maximum execution time');
  });
});

describe('a person at the keyboard', () => {
  const host = () => {
    const made = hostOf('function main() {}');
    made.person.paste('Sheet1', 'A1', [
      ['name', 'n'],
      ['c', '3'],
      ['a', '1'],
      ['b', '2'],
    ]);
    return made;
  };
  const column = (made: ReturnType<typeof host>, index = 1): unknown[] =>
    [1, 2, 3, 4].map((row) => made.book.sheet('Sheet1').value(row, index));

  test('what is typed is parsed as typed; in plain text cells even = stays text', () => {
    const made = host();
    made.person.type('Sheet1', 'C1', '007');
    made.person.format('Sheet1', 'C2', '@');
    made.person.type('Sheet1', 'C2', '=1+1');
    expect([
      made.book.sheet('Sheet1').value(1, 3),
      made.book.sheet('Sheet1').value(2, 3),
      made.book.sheet('Sheet1').part('formulas', 2, 3),
    ]).toEqual([7, '=1+1', undefined]);
  });

  test('sorts below the frozen rows', () => {
    const made = host();
    made.person.freeze('Sheet1', 1);
    made.person.sort('Sheet1', 1);
    expect(column(made)).toEqual(['name', 'a', 'b', 'c']);
  });

  test('inserts, deletes and moves rows and columns', () => {
    const made = host();
    made.person.moveRows('Sheet1', 2, 1, 5);
    expect(column(made)).toEqual(['name', 'a', 'b', 'c']);
    made.person.insertColumns('Sheet1', 1);
    expect(column(made, 2)).toEqual(['name', 'a', 'b', 'c']);
    made.person.deleteRows('Sheet1', 1, 2);
    expect(column(made, 2)).toEqual(['b', 'c', null, null]);
  });

  test('copies a block with all that is in it', () => {
    const made = host();
    made.person.setNote('Sheet1', 'A2', 'look');
    made.person.copy('Sheet1', 'A2:B2', 'A5');
    const sheet = made.book.sheet('Sheet1');
    expect([sheet.value(5, 1), sheet.value(5, 2), sheet.part('notes', 5, 1)]).toEqual(['c', 3, 'look']);
  });

  test('filters by what cells show', () => {
    const made = host();
    made.person.filter('Sheet1', 'A1:B4', { 1: { type: null, args: [], hiddenValues: ['a'] } });
    expect([2, 3, 4].map((row) => made.book.sheet('Sheet1').peek(row)?.filtered ?? false)).toEqual([
      false,
      true,
      false,
    ]);
  });

  test('takes back typing, clearing, sorting and deleting, in turn', () => {
    const made = host();
    made.person.type('Sheet1', 'A2', 'x');
    made.person.clear('Sheet1', 'A3:B3');
    made.person.sort('Sheet1', 1);
    made.person.deleteRows('Sheet1', 1);
    while (made.person.undo());
    expect(made.book.sheet('Sheet1').lastRow()).toBe(0);
  });

  test('may not edit what is protected against them', () => {
    const made = hostOf(
      `function main() { const p = SpreadsheetApp.getActive().getActiveSheet().getRange('A1').protect(); p.addEditor('owner@example.com'); p.removeEditors(['guest@example.com']); }`,
    );
    call(made, 'main');
    const guest = hostOf('', { book: made.book, user: 'guest@example.com' });
    expect(() => guest.person.type('Sheet1', 'A1', 'x')).toThrow('protected cell');
    guest.person.type('Sheet1', 'A2', 'x');
    made.person.type('Sheet1', 'A1', 'mine');
    expect(column(made).slice(0, 2)).toEqual(['mine', 'x']);
  });
});

describe('who is before the screen', () => {
  const ui = `function main() { SpreadsheetApp.getUi().createMenu('CRM').addItem('Sync', 'sync').addSeparator().addSubMenu(SpreadsheetApp.getUi().createMenu('More').addItem('About', 'about')).addToUi(); }
    function ask() { const ui = SpreadsheetApp.getUi(); const a = ui.alert('Title', 'Sure?', ui.ButtonSet.YES_NO); const p = ui.prompt('Name?'); return [a === ui.Button.YES, p.getSelectedButton() === ui.Button.OK, p.getResponseText()]; }
    function toast() { SpreadsheetApp.getActive().toast('done', 'CRM', 3); }
    function show() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('<p>hi</p>').setTitle('Panel')); }`;

  test('getUi throws where no editor is open (Ui reference: "the current instance of an open editor")', () => {
    expect(hostOf(ui).run('main', { startedBy: 'trigger' }).error?.message).toBe(
      'Cannot call SpreadsheetApp.getUi() from this context.',
    );
  });

  test('menus, with separators and submenus', () => {
    const host = hostOf(ui);
    call(host, 'main', { startedBy: 'menu' });
    expect(host.menus.get('CRM')).toEqual([
      { caption: 'Sync', functionName: 'sync' },
      { caption: '', functionName: '' },
      { caption: 'More', functionName: '', items: [{ caption: 'About', functionName: 'about' }] },
    ]);
  });

  test('alerts and prompts are answered by the person', () => {
    expect(call(hostOf(ui, { ui: new ScriptedUi(['YES', 'Ann']) }), 'ask', { startedBy: 'menu' })).toEqual([
      true,
      true,
      'Ann',
    ]);
  });

  test('a toast of a time-driven run is seen by nobody', () => {
    const screen = new ScriptedUi();
    const host = hostOf(ui, { ui: screen });
    call(host, 'toast', { startedBy: 'trigger' });
    call(host, 'toast', { startedBy: 'menu' });
    expect(screen.shown).toEqual([{ what: 'toast', title: 'CRM', text: 'done' }]);
  });

  test('a sidebar needs the scope script.container.ui', () => {
    const script = {
      code: ui,
      manifest: { oauthScopes: ['https://www.googleapis.com/auth/spreadsheets.currentonly'] },
    };
    expect(hostOf('', { script }).run('show', { startedBy: 'menu' }).error?.message).toContain('script.container.ui');
  });

  test('the user of a trigger is its owner, and nobody is active', () => {
    const host = hostOf(
      `function who() { SpreadsheetApp.getActive().getActiveSheet().appendRow([Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()]); } function on() { ScriptApp.newTrigger('who').timeBased().everyMinutes(1).create(); }`,
    );
    call(host, 'on', { effectiveUser: 'ann@example.com' });
    host.advance(60_000);
    expect(host.book.sheet('Sheet1').peek(1)?.values).toEqual([null, 'ann@example.com']);
  });
});
