import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Frame, type Page } from 'playwright-core';

export const root = join(__dirname, '..', '..');

const CHROMIUM_FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** `npm start` with these arguments, as a person runs it; resolves when it has printed the address. */
export class Stage {
  private constructor(
    private readonly server: ChildProcess,
    private readonly browser: Browser,
    readonly page: Page,
    readonly address: string,
    /** What the terminal showed. */
    readonly printed: string,
    /** Errors that the page threw or logged. */
    readonly complaints: string[],
  ) {}

  static async open(...args: string[]): Promise<Stage> {
    const script = join(root, 'scripts', 'start.mjs');
    const server = spawn(process.execPath, [script, '--no-open', '--port', '0', ...args], { cwd: root });
    const printed = await firstWords(server);
    const address = /http:\S+/.exec(printed)?.[0] ?? '';
    const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_FLAGS });
    const page = await browser.newPage({ viewport: { width: 1440, height: 860 } });
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(address);
    await page.locator('.fortune-cell-area').waitFor();
    return new Stage(server, browser, page, address, printed, complaints);
  }

  async close(): Promise<void> {
    await this.browser.close();
    const ended = new Promise((resolve) => this.server.once('exit', resolve));
    this.server.kill('SIGTERM');
    await ended;
  }

  /** Chooses from a menu. */
  async choose(menu: string, item: string): Promise<void> {
    await this.page.getByRole('button', { name: menu, exact: true }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  /** Where the cells are. They are drawn anew when the workbook has changed, and may be gone for a moment. */
  private async grid(): Promise<{ x: number; y: number }> {
    for (;;) {
      const cells = this.page.locator('.fortune-cell-area');
      await cells.waitFor({ timeout: 120_000 });
      const box = await cells.boundingBox();
      if (box) return box;
    }
  }

  /** Clicks a cell of a sheet with default widths, and of the part that is in sight. Both count from 1. */
  async click(row: number, column: number): Promise<void> {
    const box = await this.grid();
    await this.page.mouse.click(box.x + (column - 1) * 101 + 30, box.y + (row - 1) * 22 + 11);
  }

  /** Chooses from the menu of a row's number. */
  async rowMenu(row: number, item: string): Promise<void> {
    const box = await this.grid();
    const place = [box.x - 15, box.y + (row - 1) * 22 + 11] as const;
    await this.page.mouse.click(...place);
    await this.page.mouse.click(...place, { button: 'right' });
    const entry = this.page.locator('.luckysheet-cols-menuitem').filter({ hasText: wordsOf(item) });
    // Beside the field for how many.
    await entry.click({ position: { x: 15, y: 8 } });
  }

  /** Types into a cell as a person does, who looks before Enter: a grid that is slow to open its editor drops letters. */
  async type(row: number, column: number, text: string): Promise<void> {
    const editor = this.page.locator('#luckysheet-rich-text-editor');
    for (;;) {
      await this.click(row, column);
      await this.page.keyboard.type(text);
      await this.drawn();
      if ((await editor.innerText()).trim() === text) break;
      await this.page.keyboard.press('Escape');
    }
    await this.page.keyboard.press('Enter');
  }

  /** Waits until the page has drawn what was done, and what follows from that. */
  private async drawn(): Promise<void> {
    for (let frame = 0; frame < 3; frame++)
      await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  }

  /** What the grid (not the host) says a cell holds: the text of the formula bar when it is chosen. */
  async shown(row: number, column: number): Promise<string> {
    // The bar is written anew when another cell is chosen, not when what stands in the chosen one changes.
    await this.click(row + 6, column);
    await this.click(row, column);
    return ((await this.page.locator('#luckysheet-functionbox-cell').textContent()) ?? '').trim();
  }

  /** Waits until `look` answers `wanted`, up to two minutes: the machine may be busy; answers what it said last. */
  async until<T>(look: () => Promise<T>, wanted: T): Promise<T> {
    const end = Date.now() + 120_000;
    for (;;) {
      const seen = await look();
      if (seen === wanted || Date.now() > end) return seen;
      await this.page.waitForTimeout(100);
    }
  }

  /** The document inside the panel. */
  async panel(): Promise<Frame> {
    const element = await this.page.locator('.panel iframe').elementHandle();
    const frame = await element?.contentFrame();
    if (!frame) throw new Error('The panel is not open.');
    await frame.waitForLoadState();
    return frame;
  }
}

/** The grid writes the words of an item apart, around a field. */
const wordsOf = (item: string): RegExp => new RegExp(item.split(' ').join('\\s*'));

function chromiumPath(): string {
  const path = process.env.CHROME_PATH ?? '/usr/bin/chromium';
  if (!existsSync(path)) throw new Error('Run the browser tests by `npm test`, which finds or installs Chromium.');
  return path;
}

/** All that was printed when the address had come. */
function firstWords(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const read = (chunk: Buffer): void => {
      printed += chunk;
      if (printed.includes('Ctrl+C')) resolve(printed);
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.once('exit', (code) => reject(new Error(`npm start ended with ${code}: ${printed}`)));
  });
}
