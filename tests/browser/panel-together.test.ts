import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { loadWorkbook } from '../../host';
import { Stage } from './stage';

const PEOPLE = 24;
const nameOf = (at: number) => `${'ABCDEFGHIJKLMNOPQRSTUVWX'[at]}${'aeiou'[at % 5]}lvin Tester`;

/** Two panels, each in a browser of its own, and a person at the grid, on one workbook at the same time. */
describe('two panels and a person who sorts', () => {
  let stage: Stage;
  let folder: string;
  let otherPage: Page;
  let here: Frame;
  let there: Frame;
  let isOpen = true;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'together-'));
    const orders = Array.from(
      { length: PEOPLE },
      (_, at) =>
        `A-${1000 + at},2026-10-${10 + (at % 20)},${nameOf(at)},+44207946${1000 + at},t${at}@example.com,${90 + at}`,
    );
    writeFileSync(join(folder, 'orders.csv'), `Order ID,Order date,Customer,Phone,Email,Total\n${orders.join('\n')}\n`);
    stage = await Stage.open(join(folder, 'orders.csv'), '--now', '2026-11-02T09:00Z');
    const browser = stage.page.context().browser();
    otherPage = (await browser?.newPage({ viewport: { width: 1440, height: 860 } })) as Page;
    await otherPage.goto(stage.address);
    here = await stage.panel();
    there = (await (await otherPage.waitForSelector('.panel iframe')).contentFrame()) as Frame;
    for (const [panel, sort] of [
      [here, 'name'],
      [there, 'amount'],
    ] as const) {
      await panel.locator('[data-tab=later]').click();
      await panel.getByLabel('Sort').selectOption(sort);
      await panel.locator('.item').first().waitFor();
    }
  }, 180_000);

  afterAll(async () => {
    if (isOpen) await stage?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const inHand = (panel: Frame) => panel.locator('.items .on .name').textContent();
  const focusList = (panel: Frame) => panel.locator('.item[aria-current]').focus();
  /** Nothing waits to be sent any more. */
  const sent = (panel: Frame) =>
    stage.until(
      () => panel.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('crm-acts-')).length),
      0,
    );
  /** Chooses the name column of `followed-up`, as the arrow keys do, and sorts by it. */
  const sortSheet = async (way: 'A to Z' | 'Z to A'): Promise<void> => {
    await stage.click(2, 1);
    for (let at = 0; at < 11; at++) await stage.page.keyboard.press('ArrowRight');
    await stage.choose('Data', `Sort sheet by this column (${way})`);
  };

  test('a row that changed meanwhile is shown with both values, and the choice is kept', async () => {
    // The other panel hears nothing of what is done here.
    await otherPage.route('**/ask', (route) =>
      route.request().postData()?.includes('"since"') ? undefined : route.continue(),
    );
    const name = (await inHand(here)) as string;
    await focusList(here);
    await stage.page.keyboard.press('g');
    await here.locator('.dialog select').selectOption({ index: 1 });
    await stage.page.keyboard.press('Enter');
    const stages = await here.locator('.items .on .details > :first-child').textContent();
    expect(await sent(here)).toBe(0);

    await there.getByLabel('Search').fill(name);
    await there.locator('.item', { hasText: name }).first().focus();
    await stage.until(() => inHand(there), name);
    await otherPage.keyboard.press('g');
    await there.locator('.dialog select').selectOption({ index: 2 });
    const mine = await there.locator('.dialog select').inputValue();
    await otherPage.keyboard.press('Enter');
    const conflict = there.locator('.alert', { hasText: `${name} was changed in the sheet meanwhile` });
    await conflict.waitFor({ timeout: 60_000 });
    expect(await conflict.locator('tbody td').allTextContents()).toEqual([mine, stages]);
    // It waits, whatever is done meanwhile.
    await otherPage.keyboard.press('j');
    await conflict.getByRole('button', { name: 'Use mine' }).click();
    await conflict.waitFor({ state: 'detached' });
    expect(await sent(there)).toBe(0);
    await otherPage.unrouteAll({ behavior: 'ignoreErrors' });

    // And here it is seen without being asked for.
    await here.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    const seen = () => here.locator('.item', { hasText: name }).locator('.details > :first-child').textContent();
    expect(await stage.until(seen, mine)).toBe(mine);
  });

  test('at the same time, nothing is lost', async () => {
    await there.getByLabel('Search').fill('');
    await stage.until(() => there.locator('.item').count().then(String), String(PEOPLE));
    await there.locator('.item').first().click();
    const done: Record<'here' | 'there', string[]> = { here: [], there: [] };
    const workHere = async (): Promise<void> => {
      for (let at = 0; at < 8; at++) {
        await focusList(here);
        done.here.push((await inHand(here)) as string);
        await stage.page.keyboard.press('c');
        await stage.page.keyboard.press('2');
        await here.locator('.toast', { hasText: `${done.here.at(-1)}: contacted` }).waitFor();
      }
    };
    const workThere = async (): Promise<void> => {
      for (let at = 0; at < 8; at++) {
        await focusList(there);
        const name = (await inHand(there)) as string;
        done.there.push(name);
        await otherPage.keyboard.press('W');
        await there.getByLabel('Reason (needed)').fill(`lost ${name}`);
        await otherPage.keyboard.press('Control+Enter');
        await there.locator('.toast', { hasText: `${name}: lost` }).waitFor();
      }
    };
    await Promise.all([workHere(), workThere()]);
    await sortSheet('Z to A');
    await sortSheet('A to Z');
    expect([await sent(here), await sent(there)]).toEqual([0, 0]);
    expect(new Set([...done.here, ...done.there]).size).toBe(16);
    expect(await here.locator('.alert').count()).toBe(0);
    expect(await there.locator('.alert').count()).toBe(0);
    expect(stage.complaints).toEqual([]);

    isOpen = false;
    await stage.close();
    const rows = rowsOf(join(folder, 'orders.crm.xlsx'));
    const wrong = [
      ...done.here.filter((name) => rows.get(name)?.Reminder !== 'contacted' || !rows.get(name)?.['Next follow-up']),
      ...done.there.filter((name) => rows.get(name)?.Reason !== `lost ${name}`),
    ];
    expect([rows.size, wrong]).toEqual([PEOPLE, []]);
  });
});

/** What the saved file holds in `followed-up`: cells by header, by name. */
function rowsOf(file: string): Map<string, Record<string, unknown>> {
  const sheet = loadWorkbook(file).sheet('followed-up');
  const columns = Array.from({ length: sheet.lastColumn() }, (_, at) => at + 1);
  const rows = Array.from({ length: sheet.lastRow() - 1 }, (_, at) =>
    Object.fromEntries(columns.map((column) => [String(sheet.value(1, column)), sheet.value(at + 2, column)])),
  );
  return new Map(rows.map((row) => [String(row.Name), row]));
}
