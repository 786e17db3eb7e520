import { ScriptedUi, Workbook } from '../../host';
import { call, hostOf } from './script';

// Scripts of the kinds that people have in their sheets, written in the manner of each kind: other people's code must run too.

describe("a mail merge (the manner of Google's own sample: header row, templates in {{ }}, a status column)", () => {
  const code = `
var RECIPIENT_COL = 'Recipient';
var EMAIL_SENT_COL = 'Email Sent';
function onOpen() {
  var ui = SpreadsheetApp.getUi();
  ui.createMenu('Mail Merge').addItem('Send Emails', 'sendEmails').addToUi();
}
function sendEmails(subjectLine, sheet) {
  sheet = sheet || SpreadsheetApp.getActiveSheet();
  if (!subjectLine) {
    subjectLine = Browser.inputBox('Mail Merge', 'Type the subject line:', Browser.Buttons.OK_CANCEL);
    if (subjectLine === 'cancel' || subjectLine == '') { return; }
  }
  const dataRange = sheet.getDataRange();
  const data = dataRange.getDisplayValues();
  const heads = data.shift();
  const emailSentColIdx = heads.indexOf(EMAIL_SENT_COL);
  const obj = data.map(r => (heads.reduce((o, k, i) => (o[k] = r[i] || '', o), {})));
  const out = [];
  obj.forEach(function (row) {
    if (row[EMAIL_SENT_COL] == '') {
      try {
        const text = 'Dear {{First name}}, you owe {{Amount}}.'.replace(/{{[^{}]+}}/g, key => row[key.replace(/[{}]+/g, '')] || '');
        MailApp.sendEmail(row[RECIPIENT_COL], subjectLine, text, { name: 'Shop' });
        out.push([new Date()]);
      } catch (e) { out.push([e.message]); }
    } else { out.push([row[EMAIL_SENT_COL]]); }
  });
  sheet.getRange(2, emailSentColIdx + 1, out.length).setValues(out);
}`;

  test('sends to those who have none yet, and writes when', () => {
    const host = hostOf(code, { ui: new ScriptedUi(['Reminder']) });
    host.person.paste('Sheet1', 'A1', [
      ['First name', 'Recipient', 'Amount', 'Email Sent'],
      ['Ann', 'ann@example.com', '$12.50', ''],
      ['Bob', 'bob', '3', ''],
      ['Cid', 'cid@example.com', '4', 'yes'],
    ]);
    host.open();
    expect([...host.menus.keys()]).toEqual(['Mail Merge']);
    call(host, 'sendEmails', { startedBy: 'menu' });
    expect(host.mails.map(({ to, subject, body, name }) => [to, subject, body, name])).toEqual([
      ['ann@example.com', 'Reminder', 'Dear Ann, you owe $12.50.', 'Shop'],
    ]);
    const sheet = host.book.sheet('Sheet1');
    expect([sheet.style(2, 4)?.kind, sheet.value(3, 4), sheet.value(4, 4)]).toEqual([
      'date',
      'Invalid email: bob',
      'yes',
    ]);
  });
});

describe('a macro as the recorder writes it', () => {
  const code = `
/** @OnlyCurrentDoc */
function Tidy() {
  var spreadsheet = SpreadsheetApp.getActive();
  spreadsheet.getRange('1:1').activate();
  spreadsheet.getActiveRangeList().setFontWeight('bold').setBackground('#d9d9d9');
  spreadsheet.getActiveSheet().setFrozenRows(1);
  spreadsheet.getRange('A1:C4').activate();
  spreadsheet.getRange('A1:C4').createFilter();
  spreadsheet.getRange('A:A').activate();
  spreadsheet.getActiveSheet().getFilter().sort(1, true);
  spreadsheet.getRange('D2').activate();
  spreadsheet.getCurrentCell().setFormulaR1C1('=R[0]C[-1]*2');
  spreadsheet.getActiveRange().autoFill(spreadsheet.getRange('D2:D4'), SpreadsheetApp.AutoFillSeries.DEFAULT_SERIES);
  spreadsheet.getActiveSheet().setColumnWidth(1, 180);
  spreadsheet.getActiveSheet().hideColumns(spreadsheet.getRange('B:B').getColumn(), 1);
};`;

  test('runs', () => {
    const host = hostOf(code);
    host.person.paste('Sheet1', 'A1', [
      ['Name', 'x', 'n'],
      ['c', 1, 3],
      ['a', 2, 1],
      ['b', 3, 2],
    ]);
    call(host, 'Tidy', { startedBy: 'menu' });
    const sheet = host.book.sheet('Sheet1');
    expect([1, 2, 3, 4].map((row) => sheet.value(row, 1))).toEqual(['Name', 'a', 'b', 'c']);
    expect([2, 3, 4].map((row) => sheet.part('formulas', row, 4))).toEqual(['=C2*2', '=C3*2', '=C4*2']);
    expect([sheet.frozenRows, sheet.column(1).width, sheet.column(2).hidden, sheet.style(1, 5)?.weight]).toEqual([
      1,
      180,
      true,
      'bold',
    ]);
  });
});

describe('a CRM script with an onEdit that stamps and moves rows', () => {
  const code = `
function onEdit(e) {
  var range = e.range, sheet = range.getSheet();
  if (sheet.getName() !== 'Leads' || range.getRow() < 2) return;
  if (range.getColumn() == 3) {
    sheet.getRange(range.getRow(), 4).setValue(new Date()).setNumberFormat('yyyy-mm-dd hh:mm');
    if (e.value == 'Won') {
      var target = e.source.getSheetByName('Customers') || e.source.insertSheet('Customers');
      var row = sheet.getRange(range.getRow(), 1, 1, sheet.getLastColumn()).getValues()[0];
      target.appendRow(row);
      sheet.deleteRow(range.getRow());
      e.source.toast('Moved ' + row[0]);
    }
  }
}
function findByPhone(phone) {
  const sheet = SpreadsheetApp.getActive().getSheetByName('Leads');
  const cell = sheet.getRange('B:B').createTextFinder(phone).matchEntireCell(true).findNext();
  return cell ? cell.offset(0, -1).getValue() : null;
}
function nextFree() {
  const sheet = SpreadsheetApp.getActive().getSheetByName('Leads');
  return sheet.getRange(sheet.getMaxRows(), 1).getNextDataCell(SpreadsheetApp.Direction.UP).getRow() + 1;
}`;
  function crm() {
    const book = Workbook.empty({ sheet: 'Leads' });
    const host = hostOf(code, { book });
    host.person.format('Leads', 'B1:B100', '@');
    host.person.paste('Leads', 'A1', [
      ['Name', 'Phone', 'Status', 'Changed'],
      ['Ann', '+351 21 000', 'New', ''],
      ['Bob', '007', 'New', ''],
    ]);
    return host;
  }

  test('stamps, and moves what is won', () => {
    const host = crm();
    host.person.type('Leads', 'C3', 'Contacted');
    host.person.type('Leads', 'C2', 'Won');
    const [leads, customers] = [host.book.sheet('Leads'), host.book.sheet('Customers')];
    expect([
      customers.value(1, 1),
      customers.value(1, 3),
      leads.value(2, 1),
      leads.value(2, 3),
      leads.lastRow(),
    ]).toEqual(['Ann', 'Won', 'Bob', 'Contacted', 2]);
    expect(host.executions.every(({ ok }) => ok)).toBe(true);
  });

  test('finds by a text finder, and the end of a column', () => {
    const host = crm();
    expect([
      call(host, 'findByPhone', { args: ['007'] }),
      call(host, 'findByPhone', { args: ['7'] }),
      call(host, 'nextFree'),
    ]).toEqual(['Bob', null, 4]);
  });
});

describe('a job that works cell by cell, as beginners write', () => {
  test('costs what the guide says it costs: about 70 s for 100 × 100 cells one by one, about 1 s at once (guide "Best practices")', () => {
    const host = hostOf(`
function slow() { var s = SpreadsheetApp.getActiveSheet(); for (var y = 1; y <= 100; y++) { for (var x = 1; x <= 10; x++) { var c = s.getRange(y, x).getValue(); s.getRange(y, x).setValue(c + 1); } SpreadsheetApp.flush(); } }
function fast() { var s = SpreadsheetApp.getActiveSheet(); s.insertColumnsAfter(26, 74); var v = s.getRange(1, 1, 100, 100).getValues(); s.getRange(1, 1, 100, 100).setValues(v.map(function (r) { return r.map(function (c) { return Number(c) + 1; }); })); }`);
    const [slow, fast] = [host.run('slow'), host.run('fast')];
    expect(slow.ok && fast.ok).toBe(true);
    expect(slow.modelledMs - slow.cpuMs).toBeGreaterThan(70_000);
    expect(fast.modelledMs - fast.cpuMs).toBeLessThan(2_000);
  });
});

describe('an import over the network, with JSON, cache, lock and retry', () => {
  test('runs', () => {
    const code = `
const CONFIG = Object.freeze({ url: 'https://api.example.com/orders', sheet: 'Orders' });
class Client { constructor(base) { this.base = base; } get(path) { const res = UrlFetchApp.fetch(this.base + path, { headers: { Authorization: 'Bearer ' + PropertiesService.getScriptProperties().getProperty('KEY') }, muteHttpExceptions: true }); if (res.getResponseCode() !== 200) throw new Error('HTTP ' + res.getResponseCode()); return JSON.parse(res.getContentText()); } }
function setKey() { PropertiesService.getScriptProperties().setProperty('KEY', 's3cret'); }
const importOrders = () => {
  const lock = LockService.getScriptLock();
  lock.waitLock(30000);
  try {
    const cache = CacheService.getScriptCache();
    const client = new Client(CONFIG.url);
    let orders;
    for (let i = 0; i < 3 && !orders; i++) { try { orders = client.get('?page=1'); } catch (e) { Utilities.sleep(1000 * 2 ** i); } }
    cache.put('last', JSON.stringify(orders.map(({ id }) => id)), 300);
    const ss = SpreadsheetApp.getActiveSpreadsheet();
    const sheet = ss.getSheetByName(CONFIG.sheet) ?? ss.insertSheet(CONFIG.sheet, 0);
    const rows = orders.map((o) => [o.id, o.customer?.name ?? '', new Date(o.at), o.total]);
    sheet.getRange(sheet.getLastRow() + 1, 1, rows.length, rows[0].length).setValues(rows);
    SpreadsheetApp.flush();
    return { rows: rows.length, at: Utilities.formatDate(rows[0][2], 'Europe/Lisbon', "yyyy-MM-dd'T'HH:mm") };
  } finally { lock.releaseLock(); }
};`;
    let tries = 0;
    const host = hostOf(code, {
      network: ({ headers }) => ({
        status: ++tries < 2 ? 503 : headers.Authorization === 'Bearer s3cret' ? 200 : 401,
        headers: {},
        body: '[{"id":7,"customer":{"name":"Ann"},"at":"2026-01-02T10:00:00Z","total":12.5},{"id":8,"at":"2026-01-03T10:00:00Z","total":1}]',
      }),
    });
    call(host, 'setKey');
    expect(call(host, 'importOrders')).toEqual({ rows: 2, at: '2026-01-02T10:00' });
    expect(host.book.sheets.map(({ name }) => name)).toEqual(['Orders', 'Sheet1']);
  });
});
