import type { Frame, Page } from 'playwright-core';
import { saveWorkbook } from '../../host';
import type { PanelCalls, PanelHit, PanelOp } from '../../src/panel/surface';
import { columnOf, hostOn, run, syncNow, table, workbookOf } from '../support/product';
import { look } from './panel-look';
import { PanelStage } from './panel-stage';
import type { Stage } from './stage';

const NAMES = ['Nina Norton', 'Omar Khalid', 'Zoë Quinn', 'Meera Sharma', 'Peter Roberts', 'Ada Byron'];
/** Whose follow-up is somebody else's. */
const THEIRS = 'Omar Khalid';
/** Whose row is deleted in the sheet. */
const GONE = 'Zoë Quinn';
const LATER = 200 * 24 * 60 * 60_000;

/** A shop in which somebody was won over long ago, and which has had a few orders since. */
function oldShop(file: string): void {
  const orders = NAMES.map((name, at) => [`A-${at}`, '2026-10-30', name, `+44 20 7946 010${at}`, 20 + at]);
  const book = workbookOf({
    'order-update': [['Order ID', 'Order date', 'Customer', 'Phone', 'Total'], ...orders],
    staff: [
      ['Name', 'E-mail', 'Role', 'Takes new ones'],
      ['Ana', 'ana@example.com', 'owner', 'yes'],
      ['You', 'you@example.com', 'member', 'yes'],
    ],
  });
  const host = hostOn(book, { user: 'you@example.com' });
  syncNow(host);
  const column = columnOf(book, 'followed-up', 'Owner');
  for (const { at, Name } of table(book, 'followed-up'))
    host.person.type('followed-up', Number(at), column, Name === THEIRS ? 'Ana' : 'You');
  const ask = <T>(call: string, args: unknown): T => run<{ data: T }>(host, 'callPanel', call, args).data;
  const [{ item }] = ask<PanelHit[]>('search', { text: 'nina norton' });
  const op: PanelOp = { op: 'long ago', kind: 'won', id: item.id, rev: item.rev, at: host.now, args: {} };
  expect(ask<PanelCalls['act']['data']>('act', { ops: [op] }).results).toMatchObject([{ ok: true }]);
  host.now += LATER;
  syncNow(host);
  saveWorkbook(book, file);
}

describe('the panel, what rests, and what is refused', () => {
  let on: PanelStage;
  let stage: Stage;
  let panel: Frame;
  let otherPage: Page;

  beforeAll(async () => {
    on = await PanelStage.open(oldShop, '2027-05-21T09:00Z');
    ({ stage, panel } = on);
  }, 180_000);

  afterAll(() => on?.close());

  const press = (...keys: string[]) => on.press(...keys);

  test('what rests in the archive is found, shown to be read only, and brought back', async () => {
    expect(await panel.locator('.item', { hasText: 'Nina Norton' }).count()).toBe(0);
    await panel.locator('#search').fill('nina');
    const hit = panel.locator('.item', { hasText: 'Nina Norton' });
    await hit.locator('.chip', { hasText: 'archive' }).waitFor({ timeout: 60_000 });
    await hit.click();
    if ((await panel.locator('main').getAttribute('data-view')) !== 'record') await hit.click();
    await panel.locator('.timeline').waitFor({ timeout: 60_000 });
    expect(await panel.locator('.edits, .snoozes').count()).toBe(0);
    await on.leave();
    await panel.locator('body').press('c');
    expect(await panel.locator('.dialog').count()).toBe(0);
    expect(await look(stage, panel, 'archive')).toEqual([]);
    await panel.getByRole('button', { name: 'Bring back' }).click();
    await panel.locator('.toast', { hasText: 'Nina Norton is back in the list' }).waitFor({ timeout: 60_000 });
    await panel.locator('.snoozes').waitFor({ timeout: 60_000 });
    await panel
      .locator('.timeline li', { hasText: /→ .*\(You\)/ })
      .first()
      .waitFor({ timeout: 60_000 });
    const moved = panel.locator('.timeline li', { hasText: 'archived' });
    expect((await moved.first().locator('div').textContent())?.trim()).toBe('archived (sync)');
    await panel.locator('body').press('c');
    await panel.locator('.dialog').waitFor();
    await press('Escape');
  });

  test('of a selection, what was refused is told with why and the way on; what was done can be taken back', async () => {
    otherPage = (await stage.page
      .context()
      .browser()
      ?.newPage({ viewport: { width: 1440, height: 860 } })) as Page;
    await otherPage.goto(stage.address);
    const there = (await (await otherPage.waitForSelector('.panel iframe')).contentFrame()) as Frame;
    await on.leave();
    await panel.locator('body').press('Escape');
    await panel.locator('[data-tab=now]').click();
    await panel.locator('.item').first().waitFor();
    await panel.getByRole('button', { name: 'Team' }).click();
    await panel.locator('.item', { hasText: THEIRS }).waitFor({ timeout: 60_000 });
    const all = await panel.locator('.item').count();
    // This panel hears nothing of what is done there.
    await stage.page.route('**/ask', (route) =>
      route.request().postData()?.includes('"since"') ? undefined : route.continue(),
    );
    const changed = there.locator('.item', { hasText: 'Meera Sharma' });
    await changed.waitFor({ timeout: 60_000 });
    await changed.focus();
    await stage.until(() => there.locator('.items .on .name').textContent(), 'Meera Sharma');
    await otherPage.keyboard.press('g');
    await there.locator('.dialog select').selectOption({ index: 2 });
    await otherPage.keyboard.press('Enter');
    const waiting = () => Object.keys(localStorage).filter((one) => one.startsWith('crm-acts-')).length;
    await stage.until(() => there.evaluate(waiting), 0);

    await stage.page.bringToFront();
    let row = 2;
    while ((await stage.shown(row, 1)) !== GONE) row++;
    await stage.rowMenu(row, 'Delete selected Row');
    await panel.locator('.item').first().focus();
    await press('x', 'A');
    await panel.getByText(`${all} selected`).waitFor();
    await press('g');
    await panel.locator('.dialog select').selectOption({ index: 1 });
    await press('Enter');
    const report = panel.locator('.alert', { hasText: `3 of ${all} were not done` });
    await report.waitFor({ timeout: 60_000 });
    const lines = await report.locator('li').allTextContents();
    expect(lines.find((line) => line.startsWith(THEIRS))).toContain('belongs to Ana');
    expect(lines.find((line) => line.startsWith('Meera'))).toContain('changed meanwhile');
    expect(lines.find((line) => line.startsWith(GONE))).toContain('no longer in the sheet “followed-up”');
    await panel.locator('.toast', { hasText: `${all - 3} follow-ups: now` }).waitFor();
    await panel.locator('.item', { hasText: GONE }).waitFor({ state: 'detached' });
    expect(await look(stage, panel, 'refused')).toEqual([]);
    const isHere = (name: string) => async () => (await panel.locator('.item', { hasText: name }).count()) > 0;
    expect(await isHere('Peter Roberts')()).toBe(false);
    await report.getByRole('button', { name: 'Do that one anyway' }).click();
    await panel.locator('.toast', { hasText: 'Meera Sharma: now' }).waitFor();
    await report.waitFor({ state: 'detached' });
    await panel.locator('.item').first().focus();
    await press('u', 'u');
    await panel.locator('.toast', { hasText: `Taken back: ${all - 3} follow-ups` }).waitFor();
    expect(await stage.until(isHere('Peter Roberts'), true)).toBe(true);
    await stage.page.unrouteAll({ behavior: 'ignoreErrors' });
  });

  test('settings are for those who lead, and that is said', async () => {
    await on.leave();
    await panel.locator('body').press('H');
    await panel.getByRole('button', { name: /Take over|Turn updates on/ }).click();
    await panel.getByText('This is for those who lead. Ask Ana').first().waitFor({ timeout: 60_000 });
    expect(stage.complaints).toEqual([]);
  });
});
