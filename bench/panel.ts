import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import { Host, Workbook } from '../host';
import { readProject } from '../host/project';
import { projectRoot } from '../host/run/bundle';
import type { PanelStart } from '../src/panel/surface';
import { officeSheets } from './generate/office';
import { generateRows } from './generate/shop';
import { writeSheet } from './generate/to-book';

/** Monday, 2 November 2026, 9:00 in London. */
const NOW = Date.UTC(2026, 10, 2, 9);
const KEYS = 200;
/** Panels opened for the times of their paints: an odd number has a middle. */
const PANELS = 9;
/** Until a slow answer, in ms; Google's takes longer. */
const WAIT = 300;

/** The built bundle is what is measured. */
export const needsBundle = true;

/** `npm run bench:panel [-- --rows 50000]`: what the panel's calls cost at Google, and how fast it is in Chromium. */
export async function main(argv: string[]): Promise<void> {
  const { values } = parseArgs({ args: argv, options: { rows: { type: 'string', default: '50000' } } });
  const host = hostOn(Number(values.rows));
  console.log('call           calls  modelled      answer');
  const query = {
    tab: 'later',
    mine: false,
    sort: 'due',
    filter: { source: '', stage: '', owner: '', kind: '' },
    from: 0,
  };
  const start = measure<PanelStart>(host, 'start', { query });
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
  await inChromium(readFileSync(html, 'utf8'), start);
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
  const kilobytes = JSON.stringify(data).length / 1000;
  console.log(
    `${title.padEnd(14)} ${String(result.calls).padStart(5)}  ${(result.modelledMs / 1000).toFixed(2).padStart(6)} s  ${kilobytes.toFixed(1).padStart(8)} KB`,
  );
  return data;
}

/** First paint with words, the list, and script of a key press, with the answers that the host has given. */
async function inChromium(html: string, start: PanelStart): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  // A browser's very first page starts processes of its own.
  await (await openPanel(browser, html, start, 0)).close();
  const atOnce = await paintsOf(browser, html, start, 0);
  const later = await paintsOf(browser, html, start, WAIT);
  console.log(`the list       ${spread(atOnce.map(({ list }) => list))}, where the sheet answers at once`);
  console.log(`first paint    ${spread(later.map(({ first }) => first))}, where it answers after ${WAIT} ms`);
  console.log(`then the list  ${spread(later.map(({ list, answer }) => list - answer))}, from its answer on`);
  const page = await openPanel(browser, html, start, 0);
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

/** In ms from the first byte of the page on: before that, it is the wire to this bench. */
interface Paints {
  /** The first words. */
  first: number;
  answer: number;
  /** The list can be seen. */
  list: number;
}

async function paintsOf(browser: Browser, html: string, start: PanelStart, wait: number): Promise<Paints[]> {
  const all: Paints[] = [];
  for (let opened = 0; opened < PANELS; opened++) {
    const page = await openPanel(browser, html, start, wait);
    all.push(
      await page.evaluate(async () => {
        while (performance.getEntriesByName('painted').length === 0) await new Promise(requestAnimationFrame);
        const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
        const at = (name: string): number => performance.getEntriesByName(name)[0].startTime - navigation.responseStart;
        return { first: at('first-contentful-paint'), answer: at('answered'), list: at('painted') };
      }),
    );
    await page.close();
  }
  return all;
}

function spread(times: number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  return `${sorted[(PANELS - 1) / 2].toFixed(0)} ms in the middle of ${PANELS}, ${sorted[PANELS - 1].toFixed(0)} ms at most`;
}

/** The panel in a page of its own, with its list drawn. */
async function openPanel(browser: Browser, html: string, start: PanelStart, wait: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 300, height: 800 } });
  await page.addInitScript(
    ({ answer, wait }) => {
      const reply = (success: (value: unknown) => void): void => {
        performance.mark('answered');
        success({ ok: true, data: answer });
        // What was drawn is painted in the next frame; a message comes right after that, before any clock.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => performance.mark('painted');
        requestAnimationFrame(() => port2.postMessage(0));
      };
      const runner = (success: (value: unknown) => void): object => ({
        withSuccessHandler: runner,
        withFailureHandler: () => runner(success),
        callPanel: (name: string) => name === 'start' && setTimeout(reply, wait, success),
      });
      Object.assign(window, { google: { script: { run: runner(() => {}), host: { editor: { focus() {} } } } } });
    },
    { answer: start as never, wait },
  );
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto('http://panel.invalid/');
  await page.locator('.item').first().waitFor();
  return page;
}
