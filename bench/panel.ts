import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import { Host, type ScriptedUi, Workbook } from '../host';
import { readProject } from '../host/project';
import { projectRoot } from '../host/run/bundle';
import { FIRST_QUERY, type PanelStart } from '../src/panel/surface';
import { officeSheets } from './generate/office';
import { generateRows } from './generate/shop';
import { writeSheet } from './generate/to-book';

/** Monday, 2 November 2026, 9:00 in London. */
const NOW = Date.UTC(2026, 10, 2, 9);
const WEEK = 7 * 24 * 60 * 60_000;
const KEYS = 200;
/** Panels opened for the times of their paints: an odd number has a middle. */
const PANELS = 9;
/** A sidebar is 300 pixels wide. */
const VIEW = { width: 300, height: 800 };

/** The built bundle is what is measured. */
export const needsBundle = true;

/** `npm run bench:panel [-- --rows 50000]`: what the panel's calls cost at Google, and how fast it is in Chromium. */
export async function main(argv: string[]): Promise<void> {
  const { values } = parseArgs({ args: argv, options: { rows: { type: 'string', default: '50000' } } });
  const host = hostOn(Number(values.rows));
  console.log('call           calls  modelled      answer');
  const { calls, modelledMs } = host.run('openPanel', { startedBy: 'menu' });
  print('open', calls, modelledMs, shownBy(host));
  const start = measure<PanelStart>(host, 'start', { query: { ...FIRST_QUERY, tab: 'later', mine: false } });
  measure(host, 'since', { token: start.token });
  const [item, other, third] = start.items;
  measure(host, 'record', { id: item.id });
  const op = { kind: 'tried', id: item.id, rev: item.rev, at: NOW, args: {} };
  measure(host, 'act', { ops: [{ ...op, op: 'bench-1' }] }, 'act: tried');
  const contact = { kind: 'contacted', id: third.id, rev: third.rev, at: NOW };
  const next = { nextStep: 'call', nextDate: '2026-11-05' };
  measure(host, 'act', { ops: [{ ...contact, op: 'bench-2', args: next }] }, 'act: contacted');
  const undo = { op: 'bench-3', kind: 'undo', id: '', rev: '', at: NOW, args: { ops: ['bench-2'] } };
  measure(host, 'act', { ops: [undo] }, 'act: undo');
  measure(host, 'search', { text: other.name.slice(0, 4) });
  const html = join(projectRoot(), 'dist', 'Panel.html');
  console.log(`Panel.html     ${(readFileSync(html).length / 1000).toFixed(1)} KB`);
  // By then all of them are due.
  host.now += WEEK;
  await inChromium(host);
}

function hostOn(rows: number): Host {
  const { sheet } = generateRows({ seed: 11, rows });
  const book = Workbook.empty({ timeZone: 'Europe/London', locale: 'en_GB', sheet: null });
  for (const { name, rows: cells } of [{ name: 'order-update', rows: sheet.rows }, ...officeSheets()]) {
    const size = { rows: cells.length + 1000, columns: Math.max(26, cells[0].length) };
    writeSheet(book.addSheet(name, undefined, size), cells, 1);
  }
  const host = new Host({ script: readProject(join(projectRoot(), 'dist')), book, now: NOW });
  host.run('setUp', { startedBy: 'cli' });
  for (let attempt = 0; attempt < 20; attempt++) {
    const { ok, value } = host.run('syncNow', { startedBy: 'cli' });
    if (ok && (value as { finished: boolean }).finished) return host;
  }
  throw new Error('The sync did not end.');
}

/** Makes one call as the panel does, and prints what it cost. */
function measure<T>(host: Host, name: string, args: object, title = name): T {
  const result = host.run('callPanel', { args: [name, args] as never, startedBy: 'panel' as never });
  const { ok, data, message } = result.value as unknown as { ok: boolean; data: T; message?: string };
  if (!ok) throw new Error(`${name}: ${message}`);
  print(title, result.calls, result.modelledMs, JSON.stringify(data));
  return data;
}

function print(title: string, calls: number, ms: number, answer: string): void {
  const [seconds, kilobytes] = [(ms / 1000).toFixed(2), (answer.length / 1000).toFixed(1)];
  console.log(
    `${title.padEnd(14)} ${String(calls).padStart(5)}  ${seconds.padStart(6)} s  ${kilobytes.padStart(8)} KB`,
  );
}

/** The page that was opened last, as it goes to the browser. */
const shownBy = ({ ui }: Host): string =>
  (ui as ScriptedUi).shown.filter(({ what }) => what === 'sidebar').at(-1)?.text ?? '';

/** When the list can be seen, and script of a key press; the panel's calls go to the host. */
async function inChromium(host: Host): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  // A browser's very first page starts processes of its own.
  await (await openPanel(browser, host)).close();
  const blank: number[] = [];
  const paints: number[] = [];
  for (let opened = 0; opened < PANELS; opened++) {
    blank.push(await paintOfWords(browser));
    paints.push(await paintOfList(browser, host));
  }
  console.log(`the list       ${spread(paints)}, in the first paint`);
  console.log(`beside it      ${spread(blank)}, a page that holds one word`);
  const page = await openPanel(browser, host);
  const figures = await page.evaluate((keys) => {
    const spent: number[] = [];
    for (let at = 0; at < keys; at++) {
      const begun = performance.now();
      const key = at % 80 < 40 ? 'j' : 'k';
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      spent.push(performance.now() - begun);
    }
    spent.sort((a, b) => a - b);
    return { median: spent[keys / 2], worst: spent[Math.floor(keys * 0.95)] };
  }, KEYS);
  await browser.close();
  console.log(
    `key press      ${figures.median.toFixed(1)} ms of script in the middle, ${figures.worst.toFixed(1)} ms at the 95th percentile`,
  );
}

const firstPaint = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const first = () => performance.getEntriesByName('first-contentful-paint')[0];
    while (!first()) await new Promise(requestAnimationFrame);
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    // From the first byte of the page on: before that, it is the wire to this bench.
    return first().startTime - navigation.responseStart;
  });

async function paintOfWords(browser: Browser): Promise<number> {
  const page = await browser.newPage({ viewport: VIEW });
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<!DOCTYPE html>Word' }));
  await page.goto('http://panel.invalid/');
  const at = await firstPaint(page);
  await page.close();
  return at;
}

/** In ms. @throws Error when the first paint was not that of the list */
async function paintOfList(browser: Browser, host: Host): Promise<number> {
  const page = await openPanel(browser, host);
  const at = await firstPaint(page);
  const listed = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return performance.getEntriesByName('listed')[0].startTime - navigation.responseStart;
  });
  if (listed > at) throw new Error(`The list came ${Math.round(listed - at)} ms after the first paint.`);
  await page.close();
  return at;
}

function spread(times: number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  return `${sorted[(PANELS - 1) / 2].toFixed(0)} ms in the middle of ${PANELS}, ${sorted[PANELS - 1].toFixed(0)} ms at most`;
}

/** The panel as the host opens it, in a page of its own, with its list drawn. */
async function openPanel(browser: Browser, host: Host): Promise<Page> {
  const page = await browser.newPage({ viewport: VIEW });
  const { ok, error } = host.run('openPanel', { startedBy: 'menu' });
  if (!ok) throw new Error(error?.message);
  const html = shownBy(host);
  await page.exposeFunction('ask', (name: string, args: object) => {
    return host.run('callPanel', { args: [name, args] as never, startedBy: 'panel' }).value;
  });
  await page.addInitScript(() => {
    const runner = (success: (value: unknown) => void): object => ({
      withSuccessHandler: runner,
      withFailureHandler: () => runner(success),
      callPanel: (...call: unknown[]) =>
        (window as never as { ask(...call: unknown[]): Promise<unknown> }).ask(...call).then(success),
    });
    Object.assign(window, { google: { script: { run: runner(() => {}), host: { editor: { focus() {} } } } } });
    new MutationObserver((_, watch) => {
      if (!document.querySelector('.item')) return;
      performance.mark('listed');
      watch.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto('http://panel.invalid/');
  await page.locator('.item').first().waitFor();
  return page;
}
