import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { englishIn, textsIn, walk } from './panel-german';
import { cutOff, keepLoop, keepPicture, look } from './panel-look';
import { PanelStage } from './panel-stage';
import { root, type Stage } from './stage';

/** The panel on the page of the host, with the bundle that is pushed. */
describe('the panel', () => {
  let on: PanelStage;
  let stage: Stage;
  let panel: Frame;

  beforeAll(async () => {
    const demo = (file: string) => copyFileSync(join(root, 'demo', 'shop.xlsx'), file);
    on = await PanelStage.open(demo, '2026-11-02T09:00Z');
    ({ stage, panel } = on);
    await keepLoop(stage, panel);
  }, 180_000);

  afterAll(() => on?.close());

  const press = (...keys: string[]) => on.press(...keys);
  const queue = (tab = 'now') => on.queue(tab);
  const count = async (tab: string): Promise<number> =>
    Number(await panel.locator(`[data-tab=${tab}] .count`).textContent());
  const said = (text: string | RegExp) => panel.locator('.toast', { hasText: text }).waitFor();
  const focusList = () => panel.locator('.item[aria-current]').focus();
  /** What is due today or late: with time, follow-ups come from “Today” into “Now”, so that neither alone stands still. */
  const open = async (): Promise<number> => (await count('now')) + (await count('today'));
  const current = () => panel.locator('li.on[data-id]').getAttribute('data-id');
  /** How many of these stand in the list. */
  const inList = async (ids: readonly (string | null)[]): Promise<number> => {
    const all = await panel
      .locator('li[data-id]')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-id')));
    return ids.filter((id) => all.includes(id)).length;
  };
  /** All that was done has reached the sheet: the list, loaded anew, says so. */
  const settled = async (look: () => Promise<number>, wanted: number): Promise<void> => {
    await stage.page.waitForTimeout(2500);
    await press('r');
    expect(await stage.until(look, wanted)).toBe(wanted);
  };

  test('from opening to “contacted + next step” in two keys, and back in one', async () => {
    await focusList();
    const later = await count('later');
    const name = await panel.locator('.items .on .name').textContent();
    await press('c', 'Enter');
    await said(`${name}: contacted`);
    expect(await count('later')).toBe(later + 1);
    expect(await panel.locator('.items .on .name').textContent()).not.toBe(name);
    await settled(() => count('later'), later + 1);
    await focusList();
    await press('u');
    await said('Taken back');
    await settled(() => count('later'), later);
  });

  test('twenty that are due today are cleared by keys alone', async () => {
    await queue('now');
    await press(']');
    expect(await panel.locator('[aria-selected=true]').getAttribute('data-tab')).toBe('today');
    await panel.locator('.item').first().waitFor();
    expect(await count('today')).toBeGreaterThan(20);
    const before = await open();
    for (let at = 0; at < 20; at++) await press('c', 'Enter');
    expect(await open()).toBe(before - 20);
    await settled(open, before - 20);
  });

  test('each act by its key, and taken back', async () => {
    await queue('now');
    const [id, before] = [await current(), await open()];
    const stood = await panel.locator('.items .on .details').textContent();
    await press('3');
    await said('snoozed until');
    expect(await inList([id])).toBe(0);
    await press('u');
    expect(await inList([id])).toBe(1);
    await press('t');
    await said('no answer');
    await press('u', 'l');
    await panel.locator('.dialog').waitFor();
    await press('ArrowDown');
    await press('Enter');
    await said('call logged');
    await press('u', 's', '6');
    await said('snoozed until');
    await press('u', 's');
    await panel.getByLabel('Day').fill('2026-11-09');
    await press('Enter');
    await said('moved to');
    await press('u', 'n');
    await panel.locator('.dialog textarea').fill('asked for Monday');
    await press('Control+Enter');
    await said('note kept');
    await press('u', 'g');
    await panel.locator('.dialog select').selectOption({ index: 1 });
    await press('Enter');
    await said(': now ');
    await press('u', 'a');
    await panel.locator('.dialog select').selectOption({ label: 'nobody' });
    await press('Enter');
    await said('given to');
    await press('u', 'W');
    await panel.getByLabel('Reason (needed)').fill('bought elsewhere');
    await press('Control+Enter');
    await said(': lost');
    await press('u', 'w');
    await press('Control+Enter');
    await said(': won');
    await press('u');
    await said('Taken back');
    await settled(open, before);
    expect(await count('done')).toBe(0);
    // All that was taken back stands as it did.
    expect(await panel.locator('.items .on .details').textContent()).toBe(stood);
  });

  test('many at once, and all of them back', async () => {
    await queue('now');
    await press('x', 'j', 'j', 'X');
    await panel.getByText('3 selected').waitFor();
    const ids = await panel
      .locator('li[data-id]')
      .evaluateAll((rows) => rows.slice(0, 3).map((row) => row.getAttribute('data-id')));
    await press('4');
    await said('3 follow-ups');
    expect(await inList(ids)).toBe(0);
    await settled(() => inList(ids), 0);
    await focusList();
    await press('u');
    await settled(() => inList(ids), 3);
  });

  test('a record holds notes, whatever is in them, as text', async () => {
    await queue('now');
    const hostile = `<img src=x onerror="top.hit=1"><script>top.hit=1</script> \u202eevil\u2066 {{x}} =1+1 😀`;
    await press('n');
    await panel.locator('.dialog textarea').fill(hostile + 'ü'.repeat(4000));
    await press('Control+Enter');
    await said('note kept');
    await stage.page.waitForTimeout(2500);
    await focusList();
    await press('Enter');
    await panel.locator('.timeline bdi', { hasText: 'onerror' }).first().waitFor({ timeout: 60_000 });
    await panel.getByLabel('Reason').fill(hostile);
    await press('Tab');
    await said(': changed');
    await stage.until(
      () =>
        panel
          .locator('input')
          .evaluateAll((all) => all.some((one) => (one as HTMLInputElement).value.includes('onerror'))),
      true,
    );
    expect(await panel.evaluate(() => [document.querySelectorAll('img, main script').length, 'hit' in window])).toEqual(
      [0, false],
    );
    expect(await panel.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(300);
    for (const address of await panel
      .locator('a')
      .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).protocol)))
      expect(['http:', 'https:', 'tel:', 'mailto:']).toContain(address);
  });

  test('a search marks what it found, and says when there is nothing', async () => {
    await queue('now');
    await press('/');
    await stage.page.keyboard.type('cafe');
    await panel.locator('mark').first().waitFor({ timeout: 60_000 });
    expect(await panel.locator('mark').first().textContent()).toMatch(/caf[eé]/i);
    await panel.locator('#search').fill('zzqqxx');
    await panel.getByText('Nobody found').waitFor({ timeout: 60_000 });
    await press('Escape');
    await panel.locator('.item').first().waitFor();
    await panel.locator('#search').fill('cafe');
    await panel.locator('mark').first().waitFor({ timeout: 60_000 });
    await panel.locator('[data-tab=today]').click();
    await stage.until(() => panel.locator('#search').inputValue(), '');
  });

  test('with the network cut, acts wait, are shown, and are sent later', async () => {
    await queue('now');
    const id = await current();
    await stage.page.route('**/ask', (route) => route.abort());
    await press('4');
    await panel.getByText('1 act waits to be sent').click({ timeout: 60_000 });
    await panel
      .getByRole('status')
      .getByText(/snoozed until/)
      .first()
      .waitFor();
    await panel.getByText('offline', { exact: true }).waitFor();
    expect(await inList([id])).toBe(0);
    // What the panel has seen can still be read.
    await press('/');
    await stage.page.keyboard.type('cafe');
    await panel.locator('mark').first().waitFor();
    await press('Escape');
    expect(await look(stage, panel, 'offline')).toEqual([]);
    await stage.page.unroute('**/ask');
    await panel.getByRole('button', { name: 'Try again' }).click();
    await panel.getByText('1 act waits to be sent').waitFor({ state: 'detached', timeout: 60_000 });
    await focusList();
    await settled(() => inList([id]), 0);
    stage.complaints.splice(0);
  });

  test('what may be twice is marked, shown side by side with why, and decided; and that is taken back', async () => {
    await queue('now');
    await press('h');
    const card = panel.locator('.card', { hasText: 'maybe twice' });
    const twice = Number(await card.locator('strong').textContent());
    await card.click();
    await panel.locator('.item .twice').first().waitFor({ timeout: 60_000 });
    expect(await panel.locator('.item').count()).toBeGreaterThanOrEqual(twice);
    await focusList();
    await press('m');
    await panel.getByText('Is this the same person?').waitFor({ timeout: 60_000 });
    await panel.locator('.sides').first().waitFor();
    expect(await look(stage, panel, 'review')).toEqual([]);
    await on.leave();
    await panel.locator('body').press('2');
    await panel.locator('.toast', { hasText: 'Noted.' }).waitFor({ timeout: 120_000 });
    await panel.locator('main[data-view=record]').waitFor();
    await panel.getByRole('button', { name: 'Undo' }).click();
    await panel.locator('.toast', { hasText: 'Taken back' }).waitFor({ timeout: 120_000 });
    await panel.locator('.sides').first().waitFor();
    await panel.locator('body').press('Escape');
    await panel.locator('body').press('Escape');
    await panel.locator('.chip', { hasText: 'maybe twice' }).click();
  });

  test('every view, light and dark, is open to everyone', async () => {
    const faults: string[] = [];
    const seen = async (name: string): Promise<void> => {
      faults.push(...(await look(stage, panel, name)));
    };
    await queue('now');
    await seen('queue');
    for (const [key, name] of [
      ['c', 'contacted'],
      ['s', 'snooze'],
      ['n', 'note'],
      ['l', 'call'],
      ['g', 'stage'],
      ['a', 'assign'],
      ['w', 'won'],
      ['W', 'lost'],
    ]) {
      await press(key);
      await panel.locator('.dialog').waitFor();
      await seen(name);
      await press('Escape');
    }
    await panel.getByLabel('More acts').first().click();
    await seen('more');
    await press('Escape', 'f', 'Tab');
    await seen('filter');
    await press('Escape', 'f');
    await focusList();
    await press('x', 'j', 'x');
    await seen('selected');
    await press('Escape', 'Enter');
    await panel.locator('.timeline').waitFor({ timeout: 60_000 });
    await seen('record');
    for (const [key, name, text] of [
      ['h', 'home', 'overdue'],
      ['?', 'keys', 'In the sheet'],
      ['U', 'history', '(you@example.com'],
      ['+', 'add', 'Company'],
      ['H', 'health', 'Last tick'],
    ]) {
      await on.leave();
      await panel.locator('body').press(key);
      await panel.getByText(text).first().waitFor({ timeout: 60_000 });
      await seen(name);
    }
    await panel.locator('body').press('/');
    await panel.locator('body').press('Escape');
    await queue('now');
    await press('/');
    await stage.page.keyboard.type('0117 496');
    await panel.locator('mark').first().waitFor({ timeout: 60_000 });
    await seen('search');
    await press('Escape');
    expect(faults).toEqual([]);
  });

  test('at twice the size, and from right to left, nothing is cut off sideways', async () => {
    for (const style of ['zoom: 2', 'direction: rtl']) {
      await queue('now');
      await panel.evaluate((text) => {
        document.documentElement.setAttribute('style', text);
        document.documentElement.dir = text.includes('rtl') ? 'rtl' : 'ltr';
      }, style);
      expect(await cutOff(panel)).toEqual([]);
      await keepPicture(stage, `panel-${style.split(' ')[1]}.png`);
      await press('s');
      await panel.locator('.dialog').waitFor();
      expect(await cutOff(panel)).toEqual([]);
      await press('Escape', 'Enter');
      await panel.locator('.timeline').waitFor({ timeout: 60_000 });
      expect(await cutOff(panel)).toEqual([]);
      await panel.locator('body').press('h');
      await panel.locator('.card').first().waitFor();
      expect(await cutOff(panel)).toEqual([]);
    }
    await panel.evaluate(() => {
      document.documentElement.removeAttribute('style');
      document.documentElement.dir = 'ltr';
    });
  });

  test('in another language, wholly', async () => {
    await on.leave();
    await panel.locator('body').press('h');
    await panel.getByLabel('Language').selectOption('de');
    await panel.getByText('Übersicht').waitFor();
    await keepPicture(stage, 'panel-german.png');
    const english: string[] = [];
    await walk(on, async (view) => {
      for (const fault of [...englishIn(await textsIn(on)), ...(await cutOff(panel))])
        english.push(`${view}: ${fault}`);
    });
    expect(english).toEqual([]);
    await on.leave();
    await panel.locator('body').press('h');
    await panel.getByLabel('Sprache').selectOption('en');
  });

  test('throws and logs no error', () => {
    expect(stage.complaints).toEqual([]);
  });
});
