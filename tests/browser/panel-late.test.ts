import type { Frame, Route } from 'playwright-core';
import { saveWorkbook } from '../../host';
import { hostOn, syncNow, workbookOf } from '../support/product';
import { PanelStage } from './panel-stage';
import type { Stage } from './stage';

function shop(file: string): void {
  const orders = ['Nina Norton', 'Omar Khalid', 'Zoë Quinn'].map((name, at) => [
    `A-${at}`,
    '2026-10-30',
    name,
    20 + at,
  ]);
  const book = workbookOf({ 'order-update': [['Order ID', 'Order date', 'Customer', 'Total'], ...orders] });
  syncNow(hostOn(book));
  saveWorkbook(book, file);
}

describe('an answer that comes late', () => {
  let on: PanelStage;
  let stage: Stage;
  let panel: Frame;

  beforeAll(async () => {
    on = await PanelStage.open(shop, '2026-11-05T09:00Z');
    ({ stage, panel } = on);
  }, 180_000);

  afterAll(() => on?.close());

  const view = () => panel.locator('main').getAttribute('data-view');
  const typed = () => panel.locator('#search').inputValue();

  /** Holds back the answers to a call; answers what lets them through. */
  async function holding(call: string): Promise<() => Promise<void>> {
    const held: Route[] = [];
    await stage.page.route('**/ask', (route) => {
      if (route.request().postData()?.includes(`"${call}"`)) held.push(route);
      else return route.continue();
    });
    return async () => {
      const answer = stage.page.waitForResponse((response) => response.request() === held[0].request());
      await Promise.all(held.map((route) => route.continue()));
      await (await answer).finished();
      await stage.page.unroute('**/ask');
    };
  }

  test('to a search leaves whoever has opened a hit where they are', async () => {
    const letThrough = await holding('search');
    await panel.locator('#search').fill('omar');
    await panel.getByText('of those loaded so far').waitFor();
    await on.press('Enter', 'Enter');
    await panel.locator('.timeline').waitFor({ timeout: 60_000 });
    await letThrough();
    await on.press('Escape');
    await panel.getByText('of those loaded so far').waitFor({ state: 'detached' });
    expect([await view(), await typed(), await panel.locator('.item').count()]).toEqual(['queue', 'omar', 1]);
  });

  test('to a search does not come back once it is left', async () => {
    const letThrough = await holding('search');
    await panel.locator('#search').fill('nina');
    await panel.getByText('of those loaded so far').waitFor();
    await on.queue();
    await letThrough();
    await stage.until(() => panel.locator('.item').count(), 3);
    expect([await typed(), await panel.locator('mark').count()]).toEqual(['', 0]);
  });

  test('does not take away a line while the mouse is down on it', async () => {
    const line = panel.locator('.items > li:not(.on) .item').first();
    const name = await line.locator('.name').textContent();
    await line.hover();
    await stage.page.mouse.down();
    const same = await line.elementHandle();
    // Loads the list anew, and with it other lines.
    const loaded = stage.page.waitForResponse((one) => one.request().postData()?.includes('"list"') ?? false);
    await on.press('r');
    await (await loaded).finished();
    await panel.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    expect(await same?.evaluate((element) => element.isConnected)).toBe(true);
    await stage.page.mouse.up();
    await panel.locator('.items .on .name', { hasText: name ?? '' }).waitFor();
    expect(await same?.evaluate((element) => element.isConnected)).toBe(false);
    expect(stage.complaints).toEqual([]);
  });
});
