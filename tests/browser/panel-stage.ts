import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { Stage } from './stage';

/** The panel beside a workbook that stands in a folder of its own. */
export class PanelStage {
  private constructor(
    readonly stage: Stage,
    readonly panel: Frame,
    private readonly folder: string,
  ) {}

  /**
   * Resolves when the first list is drawn.
   * @param make puts the workbook into its place
   */
  static async open(make: (file: string) => void, now: string): Promise<PanelStage> {
    const folder = mkdtempSync(join(tmpdir(), 'panel-'));
    const file = join(folder, 'shop.xlsx');
    make(file);
    const stage = await Stage.open(file, '--now', now);
    const panel = await stage.panel();
    await panel.locator('.item').first().waitFor({ timeout: 60_000 });
    return new PanelStage(stage, panel, folder);
  }

  async close(): Promise<void> {
    await this.stage.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.stage.page.keyboard.press(key);
  }

  /** Out of whatever has the focus, and back to the list of a tab. */
  async queue(tab = 'now'): Promise<void> {
    await this.leave();
    if ((await this.panel.locator('main').getAttribute('data-view')) !== 'queue')
      await this.panel.locator('body').press('Escape');
    await this.panel.locator(`[data-tab=${tab}]`).click();
    await this.panel.locator('.item').first().waitFor();
    await this.panel.locator('.item[aria-current]').focus();
  }

  leave(): Promise<void> {
    return this.panel.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  }
}
