import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { look } from './panel-look';
import { root, Stage } from './stage';

/** Markup, script, marks that turn the text around them, a template, and very much of it. */
const HOSTILE = [
  '<b>A-5</b>',
  '2026-10-26',
  '<img src=x onerror=top.hit=1> \u202egnitset\u2066 {{x}} <script>top.hit=1</script>',
  '+44 117 496 0333',
  'javascript:top.hit=1//@example.com',
  `<svg onload=top.hit=1>${'Ü😀'.repeat(8000)}`,
  '70',
];

const ORDERS = `Order ID,Order date,Customer,Phone,Email,City,Total
A-1,2026-10-30,Omar Khalid,+44 121 496 0987,omar@example.com,Bath,90
A-2,2026-10-29,Peter Roberts,+44 117 496 0943,proberts@example.com,Bristol,45
A-3,2026-10-27,Meera Sharma,+44 117 496 0922,sharma@example.com,,60
A-4,2026-10-28,Zoë Quinn,+44 20 7946 0123,zoe@example.com,London,120
${HOSTILE.map((one) => `"${one}"`).join(',')}
`;

/** A workbook that was never set up: the first run, a shop to try it with, and leads typed by hand. */
describe('the panel on a new workbook', () => {
  let stage: Stage;
  let folder: string;
  let panel: Frame;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'first-'));
    writeFileSync(join(folder, 'shop.csv'), ORDERS);
    const script = ['--script', join(root, 'dist')];
    stage = await Stage.open(join(folder, 'shop.csv'), ...script, '--now', '2026-11-02T09:00Z');
    await stage.choose('CRM', 'Open panel');
    await stage.page.locator('.panel iframe').waitFor();
    panel = await stage.panel();
  }, 180_000);

  afterAll(async () => {
    await stage?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const press = (key: string) => panel.locator('body').press(key);
  const go = (name: string) => panel.getByRole('button', { name }).click();
  const count = (tab: string) => panel.locator(`[data-tab=${tab}] .count`).textContent();
  const leaveField = () => panel.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());

  test('three steps, and the list is there', async () => {
    await panel.getByText('Three steps to start').waitFor({ timeout: 60_000 });
    expect(await look(stage, panel, 'first')).toEqual([]);
    const done = (step: number) => panel.locator('.step').nth(step).getByText('✓').waitFor({ timeout: 60_000 });
    await go('Go: Find my data');
    await done(0);
    await panel.getByRole('textbox', { name: 'Who works here?' }).fill('Ana, ana@example.com\nYou; you@example.com');
    await go('Go: Who works here?');
    await done(1);
    await go('Go: Automatic updates');
    await done(2);
    await go('Open my list');
    await go('Team');
    expect(await stage.until(() => count('later'), '5')).toBe('5');
    await panel.getByText(/^live/).waitFor();
    await panel.getByText('Nothing is due. Well done.').waitFor();
    expect(await look(stage, panel, 'empty')).toEqual([]);
  });

  test('a demo comes in, and goes again without a trace', async () => {
    await press('h');
    await go('Set-up, demo');
    await go('Try it with demo data');
    await panel.getByText(/follow-ups opened/).waitFor({ timeout: 60_000 });
    await go('Open my list');
    await panel.locator('.item', { hasText: 'Omar Khan' }).waitFor({ timeout: 60_000 });
    expect(Number(await count('later')) + Number(await count('now')) + Number(await count('today'))).toBeGreaterThan(4);
    await press('h');
    await go('Set-up, demo');
    await go('Remove demo data');
    await panel.getByText('The demo leads are gone.').waitFor({ timeout: 60_000 });
    await go('Open my list');
    expect(await stage.until(() => count('now'), '0')).toBe('0');
    expect([await count('today'), await count('later')]).toEqual(['0', '5']);
  });

  test('a lead that exists already is warned of while it is typed, with the way to it', async () => {
    await press('+');
    await panel.getByLabel('Name').fill('Z. Quinn');
    await panel.getByLabel('Phone').fill('020 7946 0123');
    await panel.getByText('Looks like somebody you have').waitFor({ timeout: 60_000 });
    expect(await look(stage, panel, 'warning')).toEqual([]);
    await panel.locator('.warning .item', { hasText: 'Zoë Quinn' }).click();
    await panel.locator('h2', { hasText: 'Zoë Quinn' }).waitFor();
    await panel.locator('.timeline').waitFor({ timeout: 60_000 });
  });

  test('a new one is added and opened; one that nobody could reach is not', async () => {
    await press('+');
    await panel.getByLabel('Name').fill('Ines Prado');
    await panel.locator('form').getByRole('button', { name: 'Add a lead' }).click();
    await panel.getByText('A lead needs a name and a phone or an e-mail.').waitFor();
    await panel.getByLabel('E-mail').fill('ines@example.org');
    await panel.getByLabel('Note').fill('asks for a quote');
    await panel.getByLabel('E-mail').press('Enter');
    await panel.locator('h2', { hasText: 'Ines Prado' }).waitFor({ timeout: 60_000 });
    await panel.locator('.timeline').waitFor({ timeout: 60_000 });
    await leaveField();
    await press('Escape');
    await panel.locator('[data-tab=now]').click();
    await panel.locator('.item', { hasText: 'Ines Prado' }).waitFor({ timeout: 60_000 });
  });

  test('whatever stands in the cells is shown as text, on every view', async () => {
    const inert = () =>
      panel.evaluate(() => [document.querySelectorAll('img, b, svg, main script').length, 'hit' in window]);
    await panel.locator('[data-tab=later]').click();
    const line = panel.locator('.item', { hasText: 'onerror' });
    await line.waitFor({ timeout: 60_000 });
    expect(await inert()).toEqual([0, false]);
    await line.click();
    await press('s');
    await panel.locator('.dialog', { hasText: 'onerror' }).waitFor();
    await stage.page.keyboard.press('2');
    await panel.locator('.toast', { hasText: 'onerror' }).waitFor();
    await panel.locator('#search').fill('onerror');
    // The list from before stands there until the search has begun.
    await panel.locator('mark').first().waitFor({ timeout: 60_000 });
    const hit = panel.locator('.item', { hasText: 'onerror' }).first();
    await hit.click();
    if ((await panel.locator('main').getAttribute('data-view')) !== 'record') await hit.click();
    await panel.locator('.timeline').waitFor({ timeout: 60_000 });
    const folds = panel.locator('details:not([open]) > summary');
    while ((await folds.count()) > 0) await folds.first().click();
    const typed = () =>
      panel.locator('.edits input').evaluateAll((fields) => fields.map((one) => (one as HTMLInputElement).value));
    expect((await typed()).join(' ')).toContain('<svg onload');
    expect(await look(stage, panel, 'hostile')).toEqual([]);
    expect(await inert()).toEqual([0, false]);
    expect(await stage.page.evaluate(() => 'hit' in window)).toBe(false);
  });

  test('two Google accounts in one browser are explained', async () => {
    await stage.page.route('**/ask', (route) =>
      route.fulfill({
        json: {
          ok: false,
          error: { name: 'ScriptError', message: 'PERMISSION_DENIED: reading from storage' },
        },
      }),
    );
    await leaveField();
    await press('r');
    await panel.getByText('signed in with two Google accounts').waitFor();
    await stage.page.unroute('**/ask');
    await go('Try again');
    await panel.getByText('signed in with two Google accounts').waitFor({ state: 'detached', timeout: 60_000 });
  });

  test('throws and logs no error', () => {
    expect(stage.complaints).toEqual([]);
  });
});
