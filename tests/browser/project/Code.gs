// biome-ignore-all lint/correctness/noUnusedVariables: Google calls these functions by their names
// A script of the kind that people bind to their sheets, for the tests of the page.

function onOpen() {
  SpreadsheetApp.getUi()
    .createMenu('Tools')
    .addItem('Write', 'write')
    .addItem('Ask', 'ask')
    .addItem('Slow', 'slow')
    .addItem('Fail', 'fail')
    .addSeparator()
    .addItem('Open panel', 'openPanel')
    .addItem('Open dialog', 'openDialog')
    .addItem('Run each minute', 'runEachMinute')
    .addToUi();
}

function onEdit(event) {
  if (event.range.getColumn() === 1) event.range.offset(0, 1).setValue(`edited: ${event.value}`);
}

function write() {
  const sheet = SpreadsheetApp.getActive().getSheetByName('Data');
  sheet.getRange('C1:C3').setValues([['one'], [2], ['<img src=x onerror="document.title=1">']]);
  SpreadsheetApp.getActive().toast('Three cells written', 'Done', 4);
}

function ask() {
  const ui = SpreadsheetApp.getUi();
  const answer = ui.alert('Sure?', 'It <b>will</b> be written down.', ui.ButtonSet.YES_NO);
  const name = ui.prompt('Name', 'Who are you?', ui.ButtonSet.OK_CANCEL);
  const sheet = SpreadsheetApp.getActive().getSheetByName('Data');
  sheet.getRange('D1').setValue(`${answer} ${name.getSelectedButton()} ${name.getResponseText()}`);
}

// Works for about three seconds, and reads a cell again and again.
function slow() {
  const sheet = SpreadsheetApp.getActive().getSheetByName('Data');
  let seen = '';
  let work = 0;
  for (let step = 0; step < 30; step++) {
    for (let i = 0; i < 8e7; i++) work += Math.sqrt(i);
    seen = sheet.getRange('A5').getValue() || seen;
  }
  if (work < 0) throw new Error('The work counts, so that it is done.');
  sheet.getRange('D2').setValue(`seen: ${seen}`);
}

function fail() {
  throw new Error('This <i>always</i> fails.');
}

function openPanel() {
  const html = HtmlService.createHtmlOutputFromFile('Panel').setTitle('Test panel');
  SpreadsheetApp.getUi().showSidebar(html);
}

function openDialog() {
  const html = HtmlService.createHtmlOutput(
    '<p id="text">Hello</p><button onclick="google.script.host.close()">Close</button>',
  );
  SpreadsheetApp.getUi().showModalDialog(html.setWidth(320).setHeight(160), 'Test dialog');
}

function runEachMinute() {
  ScriptApp.newTrigger('countRun').timeBased().everyMinutes(1).create();
}

function countRun() {
  const cell = SpreadsheetApp.getActive().getSheetByName('Data').getRange('D3');
  cell.setValue(Number(cell.getValue()) + 1);
}

function echo(value) {
  return { value: value, type: typeof value };
}

function refuse() {
  throw new Error('No.');
}

function secret_() {
  return 'secret';
}
