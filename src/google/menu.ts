import { CrmError } from '../errors';
import { noticeCopy, otherOwner, turnOff, turnOn } from '../jobs/automatic';
import { connect, spellConnections } from '../jobs/connections';
import { readHealth, spellHealth } from '../jobs/health';
import type { Services } from '../jobs/ports';
import { type SetUpReport, setUp } from '../jobs/set-up';
import { simulate } from '../jobs/simulate';
import { type SyncReport, sync } from '../jobs/sync';
import { RUN_BUDGET } from '../jobs/tick';
import { type Macro, runMacro } from '../panel/macros';
import { pageWith } from '../panel/page';
import { servePanel } from '../panel/serve';
import { FIRST_QUERY, type PanelStart } from '../panel/surface';
import { Zone } from '../workbook/zone';
import { editorUi, fromPanel, TITLE } from './boundary';

export const VERSION = '0.1.0';

/** The menu. The names are entry points of the bundle; a test compares the two. */
export function addMenu(): void {
  SpreadsheetApp.getUi()
    .createMenu(TITLE)
    .addItem('Set up', 'setUp')
    .addItem('Sync now', 'syncNow')
    .addSeparator()
    .addItem('Turn automatic updates on', 'turnAutomaticOn')
    .addItem('Turn automatic updates off', 'turnAutomaticOff')
    .addItem('Simulate the next tick', 'simulateTick')
    .addItem('Connections…', 'setConnections')
    .addSeparator()
    .addItem('Open panel', 'openPanel')
    .addItem('Health', 'showHealth')
    .addItem('About', 'showAbout')
    .addToUi();
}

/** A note on the screen, where somebody sits before one. */
function toast(message: string): void {
  if (editorUi()) SpreadsheetApp.getActiveSpreadsheet().toast(message, TITLE, 8);
}

const plural = (count: number, one: string, many = `${one}s`) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

export function menuSetUp(services: Services): SetUpReport {
  const report = setUp(services);
  const made = report.created.length > 0 ? `${plural(report.created.length, 'sheet')} made` : 'all sheets are there';
  const added = report.sources.length > 0 ? `; reads ${report.sources.join(', ')}` : '';
  toast(
    `${made}${report.mended.length > 0 ? `; mended: ${report.mended.join(', ')}` : ''}${added}. Next: CRM ▸ Sync now.`,
  );
  return report;
}

export function menuSync(services: Services): SyncReport {
  toast('Reading your sheets…');
  const report = sync(services, { startedBy: services.user() || 'menu', until: services.now() + RUN_BUDGET });
  const { opened, updated } = report.followUps;
  const parts = [
    `${plural(report.read, 'row')} read`,
    `${plural(report.people, 'person', 'people')}`,
    `${plural(opened, 'follow-up')} opened, ${updated} updated`,
    ...(report.needsFixing > 0 ? [`${report.needsFixing} to fix`] : []),
    ...(report.finished ? [] : ['not finished: the next run goes on']),
  ];
  toast(`${parts.join(' · ')}.`);
  return report;
}

/** What looks at the clock looks first whose it is; a sync does not, and saves the call. */
export function menuTurnOn(services: Services): void {
  noticeCopy(services);
  const other = otherOwner(services);
  const ui = editorUi();
  if (other && ui) {
    const stopped = other.stopped ? ', but have stopped' : '';
    const question = `Automatic updates were turned on by ${other.owner}${stopped}. Take over? From then on they run in your name.`;
    if (ui.alert(TITLE, question, ui.ButtonSet.YES_NO) !== ui.Button.YES) return;
  } else if (other) {
    throw new CrmError(
      'other-owner',
      `Automatic updates were turned on by ${other.owner}.`,
      'Take over from the menu of the sheet.',
    );
  }
  turnOn(services);
  toast('Automatic updates are on. They go on when the sheet is closed.');
}

export function menuTurnOff(services: Services): void {
  noticeCopy(services);
  turnOff(services);
  toast('Automatic updates are off.');
}

export function menuHealth(services: Services): string {
  noticeCopy(services);
  const text = spellHealth(readHealth(services), new Zone(services.workbook.zoneName()));
  const ui = editorUi();
  ui?.alert(`${TITLE}: health`, text, ui.ButtonSet.OK);
  return text;
}

export function menuSimulate(services: Services): string {
  noticeCopy(services);
  const text = simulate(services);
  const ui = editorUi();
  ui?.alert(`${TITLE}: what the next tick would do`, text, ui.ButtonSet.OK);
  return text;
}

export function menuConnections(services: Services): string {
  const ui = editorUi();
  const answer = ui?.prompt(`${TITLE}: connections`, spellConnections(services), ui.ButtonSet.OK_CANCEL);
  if (!ui || !answer || answer.getSelectedButton() !== ui.Button.OK) return '';
  const said = connect(services, answer.getResponseText());
  ui.alert(`${TITLE}: connections`, `${said}\n\n${spellConnections(services)}`, ui.ButtonSet.OK);
  return said;
}

/** A key of the grid. */
export function menuMacro(services: Services, macro: Macro): string {
  const ui = macro === 'note' ? editorUi() : null;
  const answer = ui?.prompt(`${TITLE}: note`, 'What is to be kept?', ui.ButtonSet.OK_CANCEL);
  if (ui && answer?.getSelectedButton() !== ui.Button.OK) return '';
  const said = runMacro(services, macro, answer?.getResponseText());
  toast(said);
  return said;
}

export function menuAbout(): string {
  const text = `Follow-up CRM ${VERSION}. It lives in this spreadsheet: no server, and no data leaves it.`;
  const ui = editorUi();
  ui?.alert(`${TITLE}: about`, text, ui.ButtonSet.OK);
  return text;
}

/** Opens the panel, whatever its first answer is: a fault it meets itself, and tells. */
export function showPanel(): void {
  const start = fromPanel((services) => servePanel(services, 'start', { query: FIRST_QUERY }) as PanelStart);
  const output = HtmlService.createHtmlOutputFromFile('Panel').setTitle('Follow-ups');
  SpreadsheetApp.getUi().showSidebar(output.setContent(pageWith(output.getContent(), start)));
}
