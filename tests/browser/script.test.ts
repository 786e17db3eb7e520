import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import { root, Stage } from './stage';

/** The page with a script that is not ours, on a small sheet of default widths. */
describe('the page', () => {
  let stage: Stage;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'page-'));
    const file = join(folder, 'small.crm.xlsx');
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['a'], ['b'], ['c']]), 'Data');
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['other']]), 'Other');
    XLSX.writeFile(book, file);
    stage = await Stage.open(file, '--script', join(root, 'tests/browser/project'), '--now', '2026-11-02T09:00Z');
    await stage.until(() => stage.shown(1, 1), 'a');
  });

  afterAll(async () => {
    await stage?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('shows the tabs, the cells and the menu of the script', async () => {
    expect(await stage.shown(3, 1)).toBe('c');
    expect(await stage.page.locator('.luckysheet-sheets-item-name').allInnerTexts()).toEqual(['Data', 'Other']);
    await expect(stage.page.getByRole('button', { name: 'Tools' }).isVisible()).resolves.toBe(true);
  });

  test('a typed cell is read as Sheets reads it, and fires onEdit', async () => {
    await stage.type(2, 1, '007');
    expect(await stage.until(() => stage.shown(2, 1), '7')).toBe('7');
    expect(await stage.until(() => stage.shown(2, 2), 'edited: 7')).toBe('edited: 7');
  });

  test('a row that is put in moves the others down, and taking it out moves them back', async () => {
    await stage.rowMenu(2, 'Insert Row Above');
    expect(await stage.until(() => stage.shown(3, 1), '7')).toBe('7');
    expect(await stage.shown(2, 1)).toBe('');
    expect(await stage.shown(4, 1)).toBe('c');
    await stage.rowMenu(2, 'Delete selected Row');
    expect(await stage.until(() => stage.shown(2, 1), '7')).toBe('7');
    expect(await stage.shown(3, 1)).toBe('c');
    expect(await stage.shown(4, 1)).toBe('');
  });

  test('what was typed last, or a row that was put in, is taken back', async () => {
    await stage.rowMenu(1, 'Insert Row Above');
    expect(await stage.until(() => stage.shown(4, 1), 'c')).toBe('c');
    await stage.choose('Edit', 'Undo');
    expect(await stage.until(() => stage.shown(3, 1), 'c')).toBe('c');
    expect(await stage.shown(1, 1)).toBe('a');
    await stage.type(3, 1, 'wrong');
    expect(await stage.until(() => stage.shown(3, 2), 'edited: wrong')).toBe('edited: wrong');
    await stage.page.keyboard.press('Control+z');
    expect(await stage.until(() => stage.shown(3, 1), 'c')).toBe('c');
  });

  test('what the script writes appears at once, with its toast, and hostile text stays text', async () => {
    await stage.click(1, 3);
    await stage.choose('Tools', 'Write');
    await stage.page.getByText('Three cells written').waitFor();
    expect(await stage.until(() => stage.shown(1, 3), 'one')).toBe('one');
    expect(await stage.shown(3, 3)).toBe('<img src=x onerror="document.title=1">');
    expect(await stage.page.title()).toBe('small.crm.xlsx');
  });

  test('alert and prompt suspend the script until they are answered', async () => {
    await stage.choose('Tools', 'Ask');
    await stage.page.getByText('It <b>will</b> be written down.').waitFor();
    await stage.page.getByRole('button', { name: 'Yes' }).click();
    await stage.page.getByRole('textbox', { name: 'Who are you?' }).fill('Ann');
    await stage.page.getByRole('button', { name: 'OK' }).click();
    expect(await stage.until(() => stage.shown(1, 4), 'YES OK Ann')).toBe('YES OK Ann');
  });

  test('a slow script does not freeze the page: what is typed meanwhile lands between two of its calls', async () => {
    await stage.choose('Tools', 'Slow');
    await stage.page.getByText('Running slow…').waitFor();
    await stage.type(5, 1, 'meanwhile');
    expect(await stage.until(() => stage.shown(5, 2), 'edited: meanwhile')).toBe('edited: meanwhile');
    await expect(stage.page.getByText('Running slow…').isVisible()).resolves.toBe(true);
    await stage.page.getByText('Running slow…').waitFor({ state: 'detached' });
    expect(await stage.until(() => stage.shown(2, 4), 'seen: meanwhile')).toBe('seen: meanwhile');
  });

  test('an error of the script is told in its words, as text', async () => {
    await stage.choose('Tools', 'Fail');
    await stage.page.getByText('This <i>always</i> fails.').waitFor();
    await stage.page.getByRole('status').getByRole('button', { name: 'Close' }).last().click();
  });

  test('the clock fires triggers, and the executions are listed with their cost', async () => {
    await stage.choose('Tools', 'Run each minute');
    await stage.page.getByText(/trigger in \d+ s/).waitFor();
    await stage.page.getByRole('button', { name: '+1 min' }).click();
    expect(await stage.until(() => stage.shown(3, 4), '1')).toBe('1');
    await stage.page.getByRole('button', { name: 'Executions' }).click();
    const drawer = stage.page.getByRole('complementary', { name: 'Executions' });
    await drawer.getByText('countRun').first().waitFor();
    expect(await drawer.locator('li', { hasText: 'countRun' }).first().textContent()).toMatch(
      /2 calls · 1 cells read · 1 written/,
    );
    await drawer.getByRole('button', { name: 'Close' }).click();
  });

  test('a modal dialog opens in its size and can close itself', async () => {
    await stage.choose('Tools', 'Open dialog');
    const dialog = stage.page.getByRole('dialog', { name: 'Test dialog' });
    await dialog.waitFor();
    expect((await dialog.boundingBox())?.width).toBe(320);
    await dialog.frameLocator('iframe').getByRole('button', { name: 'Close' }).click();
    await dialog.waitFor({ state: 'detached' });
  });

  describe('the panel', () => {
    beforeAll(async () => {
      await stage.choose('Tools', 'Open panel');
      await stage.page.locator('.panel').waitFor();
    });

    const calling = async (...call: [name: string, ...args: unknown[]]): Promise<unknown> => {
      const [name, ...args] = call;
      const frame = await stage.panel();
      return frame.evaluate(
        ([functionName, list]) => (window as never as Caller).calling(functionName as string, list as unknown[]),
        [name, args] as const,
      );
    };

    test('is 300 pixels wide, inside the window, and on an origin of its own', async () => {
      const box = await stage.page.locator('.panel').boundingBox();
      expect(box?.width).toBe(300);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(1440);
      const { origin } = new URL((await stage.panel()).url());
      expect(origin).not.toBe(new URL(stage.address).origin);
      expect(await stage.page.locator('.panel iframe').getAttribute('sandbox')).toBe(
        // https://developers.google.com/apps-script/guides/html/restrictions
        'allow-same-origin allow-forms allow-scripts allow-popups allow-downloads allow-modals allow-popups-to-escape-sandbox',
      );
    });

    test('calls functions of the script, with handlers and a user object', async () => {
      expect(await calling('echo', { a: [1, 'x', null] })).toEqual({
        ok: { value: { a: [1, 'x', null] }, type: 'object' },
        user: 'me',
      });
      expect(await calling('refuse')).toEqual({ failed: 'No.', name: 'Error', user: 'me' });
    });

    test('undefined in an array becomes null', async () => {
      const frame = await stage.panel();
      const answer = await frame.evaluate(() => (window as never as Caller).calling('echo', [[undefined, 1]]));
      expect(answer).toMatchObject({ ok: { value: [null, 1] } });
    });

    test.each([
      'new Date()',
      '() => 1',
      'document.body',
      'new Map()',
      '/x/',
      '(() => { const a = {}; a.a = a; return a; })()',
    ])('refuses to send %s', async (value) => {
      const frame = await stage.panel();
      const sending = frame.evaluate(`google.script.run.echo({ a: ${value} })`);
      await expect(sending).rejects.toThrow('Failed due to illegal value in property: 0');
    });

    test('has ten calls open at once: the eleventh waits for an answer', async () => {
      const frame = await stage.panel();
      await stage.page.evaluate(() => {
        const counter = window as never as { calls: number };
        counter.calls = 0;
        window.addEventListener('message', () => {
          counter.calls += 1;
        });
      });
      const sent = () => stage.page.evaluate(() => (window as never as { calls: number }).calls);
      await stage.choose('Tools', 'Slow');
      await stage.page.getByText('Running slow…').waitFor();
      const answers = frame.evaluate(() =>
        Promise.all(Array.from({ length: 12 }, (_none, index) => (window as never as Caller).calling('echo', [index]))),
      );
      expect(await stage.until(sent, 10)).toBe(10);
      await stage.page.waitForTimeout(200);
      expect(await sent()).toBe(10);
      expect(await answers).toHaveLength(12);
      expect(await sent()).toBe(12);
    });

    test('sees no private functions, and cannot reach them past the bridge', async () => {
      const frame = await stage.panel();
      expect(await frame.evaluate('typeof google.script.run.secret_')).toBe('undefined');
      const answer = frame.evaluate(`new Promise((resolve) => {
        window.addEventListener('message', ({ data }) => data.id === 777 && resolve(data.error));
        parent.postMessage({ kind: 'call', id: 777, functionName: 'secret_', args: [] }, '*');
      })`);
      expect(await answer).toBe('Script function not found: secret_');
    });
  });

  describe('the server', () => {
    const ask = (path: string, headers: Record<string, string>, method = 'GET'): Promise<number> =>
      new Promise((resolve, reject) => {
        const { hostname, port } = new URL(stage.address);
        const sent = request({ hostname, port, path, method, headers }, (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        });
        sent.on('error', reject);
        sent.end(method === 'POST' ? '{"kind":"book"}' : undefined);
      });
    const token = (): string => new URL(stage.address).searchParams.get('token') ?? '';

    test('answers only with the token of this run', async () => {
      expect(await ask('/ask', { 'x-token': token() }, 'POST')).toBe(200);
      expect(await ask('/ask', {}, 'POST')).toBe(403);
      expect(await ask('/ask', { 'x-token': `${token().slice(1)}x` }, 'POST')).toBe(403);
      expect(await ask('/', {})).toBe(403);
      expect(await ask('/news', {})).toBe(403);
    });

    test('refuses another Host (DNS rebinding) and another Origin', async () => {
      expect(await ask('/ask', { 'x-token': token(), host: 'evil.example' }, 'POST')).toBe(403);
      expect(await ask('/ask', { 'x-token': token(), origin: 'http://evil.example' }, 'POST')).toBe(403);
      const { origin } = new URL((await stage.panel()).url());
      expect(await ask('/ask', { 'x-token': token(), origin }, 'POST')).toBe(403);
    });
  });

  test('throws and logs no error of its own', () => {
    // The script's own error, and the load of an image that hostile text asks for, would be seen here.
    expect(stage.complaints).toEqual([]);
  });
});

interface Caller {
  calling(name: string, args: unknown[]): Promise<unknown>;
}
