import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, Stage } from './stage';

/** Where `Status` lies, counted in columns of the default width: those before it are wider. */
const STATUS = 7;

/** The product's own bundle on the demo workbook, as `npm start` shows it. */
describe('the demo shop in the page', () => {
  const original = join(root, 'demo', 'shop.xlsx');
  let stage: Stage;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'shop-'));
    copyFileSync(original, join(folder, 'shop.xlsx'));
    stage = await Stage.open(join(folder, 'shop.xlsx'), '--now', '2026-11-02T09:00Z');
  }, 120_000);

  afterAll(async () => {
    await stage?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const menu = async (item: string): Promise<void> => {
    await stage.choose('CRM', item);
    await stage.page.getByText(/^Running /).waitFor({ state: 'detached' });
  };
  const lastExecution = async (functionName: string): Promise<string> => {
    const entry = stage.page.locator('.drawer li', { hasText: functionName }).first();
    return (await entry.textContent()) ?? '';
  };

  test('the terminal says what was done', () => {
    for (const fact of [
      'rows read',
      'records',
      'people',
      'duplicates',
      'follow-ups opened',
      'rows that need fixing',
      'service calls',
    ]) {
      expect(stage.printed).toMatch(new RegExp(`^ +\\d+ {2}${fact}$`, 'm'));
    }
    expect(stage.printed).toContain('shop.crm.xlsx, a copy of shop.xlsx, which stays as it is');
  });

  test('the person’s own file stays as it is', () => {
    expect(readFileSync(join(folder, 'shop.xlsx')).equals(readFileSync(original))).toBe(true);
  });

  test('the sheets of the product stand beside the sources', async () => {
    const tabs = await stage.page.locator('.luckysheet-sheets-item-name').allTextContents();
    expect(tabs).toEqual(expect.arrayContaining(['followed-up', 'people', 'needs-fixing', 'order-update', 'leads']));
    expect(await stage.until(() => stage.shown(1, STATUS), 'Status')).toBe('Status');
  });

  test('the panel stands beside the sheet without being asked for', async () => {
    await (await stage.panel()).locator('.item').first().waitFor();
  });

  test('a status that is typed in the cell stays over a sync, which writes nothing else', async () => {
    await stage.type(2, STATUS, 'Won');
    await stage.type(4, STATUS, 'Contacted');
    await menu('Sync now');
    // The journal of a sync of changes waits for the next one that has nothing else to do.
    await menu('Sync now');
    await menu('Sync now');
    expect(await stage.until(() => stage.shown(2, STATUS), 'Won')).toBe('Won');
    await stage.page.getByRole('button', { name: 'Executions' }).click();
    const quiet = () => lastExecution('syncNow').then((line) => / 0 written/.test(line));
    expect(await stage.until(quiet, true)).toBe(true);
    await stage.page.locator('.drawer').getByRole('button', { name: 'Close' }).click();
  });

  test('the panel can be closed, and opened again by the menu', async () => {
    await stage.page.locator('.panel').getByRole('button', { name: 'Close' }).click();
    await stage.page.locator('.panel').waitFor({ state: 'detached' });
    await menu('Open panel');
    await stage.page.locator('.panel').waitFor();
  });

  test('the panel shows the counts, inside the window', async () => {
    const panel = await stage.panel();
    await panel.locator('.item').first().waitFor();
    expect((await panel.getByRole('tab', { name: 'Now' }).textContent()) ?? '').toMatch(/\d/);
    const box = await stage.page.locator('.panel').boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(1440);
    // The grid gives way: nothing of it lies over the panel.
    const grid = await stage.page.locator('.fortune-cell-area').boundingBox();
    expect((grid?.x ?? 0) + (grid?.width ?? 0)).toBeLessThanOrEqual(box?.x ?? 0);
    await keepPicture(stage, 'followed-up.png');
  });

  test('automatic updates: one trigger, which fires when the clock is moved', async () => {
    await menu('Turn automatic updates on');
    await stage.page.getByText(/trigger in \d+ s/).waitFor();
    await stage.page.getByRole('button', { name: '+1 min' }).click();
    await stage.page.getByRole('button', { name: 'Executions' }).click();
    await stage.page.locator('.drawer li', { hasText: 'tick' }).first().waitFor({ timeout: 180_000 });
    expect(await lastExecution('tick')).toContain('trigger');
    const panel = await stage.panel();
    const live = async () => {
      await panel.locator('body').press('r');
      await stage.page.waitForTimeout(2000);
      return panel.getByText(/^live/).isVisible();
    };
    expect(await stage.until(live, true)).toBe(true);
    await keepPicture(stage, 'executions.png');
    await stage.page.locator('.drawer').getByRole('button', { name: 'Close' }).click();
  });

  test('the page throws and logs no error', () => {
    expect(stage.complaints).toEqual([]);
  });
});

/** Pictures for the README are made only when asked for (UPDATE_DOCS=1), since they differ from machine to machine. */
async function keepPicture({ page }: Stage, name: string): Promise<void> {
  if (process.env.UPDATE_DOCS !== '1') return;
  // Among the cells: above them the grid would show the note of a header.
  await page.mouse.move(700, 600);
  await page.locator('.toast').waitFor({ state: 'detached' });
  await page.screenshot({ path: join(root, 'docs', name) });
}
