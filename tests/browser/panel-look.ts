import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { type AnimationFrame, animate } from './animation';
import { root, type Stage } from './stage';

interface Axe {
  run(
    root: Document,
    options: object,
  ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
}

const SCHEMES = ['light', 'dark'] as const;

/** Looks at a view of the panel in both colour schemes: with axe, and for what is cut off sideways. Keeps its pictures. */
export async function look(stage: Stage, panel: Frame, name: string): Promise<string[]> {
  const faults: string[] = [];
  for (const colorScheme of SCHEMES) {
    await stage.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // All but its colours is the same in the dark.
    const found = colorScheme === 'light' ? await violations(panel) : await violations(panel, ['color-contrast']);
    if (colorScheme === 'light') found.push(...(await cutOff(panel)), ...(await moving(panel)));
    faults.push(...found.map((fault) => `${name}, ${colorScheme}: ${fault}`));
    await keepPicture(stage, `panel-${name}-${colorScheme}.png`);
  }
  await stage.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  return faults;
}

/** What moves although the person has asked for less motion. */
const moving = (panel: Frame): Promise<string[]> =>
  panel.evaluate(() => document.getAnimations().map((one) => `it moves: ${JSON.stringify(one.effect?.getTiming())}`));

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function violations(panel: Frame, rules?: string[]): Promise<string[]> {
  if (!(await panel.evaluate(() => 'axe' in window))) {
    await panel.evaluate(readFileSync(require.resolve('axe-core'), 'utf8'));
  }
  const runOnly = rules ? { type: 'rule', values: rules } : { type: 'tag', values: TAGS };
  return panel.evaluate(
    async (options) => {
      const { axe } = window as unknown as { axe: Axe };
      const found = await axe.run(document, options);
      return found.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
      );
    },
    { runOnly },
  );
}

/** Texts that are cut and do not say by a title what they are, buttons that are too low, and scrolling sideways. */
export function cutOff(panel: Frame): Promise<string[]> {
  return panel.evaluate(() => {
    const faults: string[] = [];
    if (document.documentElement.scrollWidth > innerWidth) faults.push('the page scrolls sideways');
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      if (element.getClientRects().length === 0 || element.closest('.hidden')) continue;
      const { overflowX, whiteSpace } = getComputedStyle(element);
      const isCut = overflowX === 'hidden' && whiteSpace === 'nowrap' && element.scrollWidth > element.clientWidth + 1;
      if (isCut && !element.closest('[title]') && !element.querySelector('[title]'))
        faults.push(`cut without a title: ${element.outerHTML.slice(0, 200)}`);
      const isTarget = element.matches('button, select, summary, input:not([type=checkbox])');
      const { height } = element.getBoundingClientRect();
      if (isTarget && height < 27.5) faults.push(`a target of ${height} px: ${element.outerHTML.slice(0, 120)}`);
    }
    return faults;
  });
}

/** Pictures for the README are made only when asked for (UPDATE_DOCS=1), since they differ from machine to machine. */
export async function keepPicture({ page }: Stage, name: string): Promise<void> {
  if (process.env.UPDATE_DOCS !== '1') return;
  await page.locator('.panel iframe').screenshot({ path: join(root, 'docs', name) });
}

/** Keys of the loop that the README shows, each with how long what it brings is looked at. */
const LOOP = [
  ['', 1400],
  ['c', 1300],
  ['Enter', 1500],
  ['t', 1500],
  ['2', 1500],
  ['j', 700],
  ['x', 700],
  ['j', 500],
  ['x', 900],
  ['3', 1500],
  ['u', 1500],
] as const;

/** The loop of work as an animation, made when asked for (UPDATE_DOCS=1); all of it is taken back. */
export async function keepLoop({ page }: Stage, panel: Frame): Promise<void> {
  if (process.env.UPDATE_DOCS !== '1') return;
  const whole = page.viewportSize();
  await page.setViewportSize({ width: 1440, height: 660 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await panel.locator('.item[aria-current]').focus();
  const frames: AnimationFrame[] = [];
  for (const [key, milliseconds] of LOOP) {
    if (key !== '') await page.keyboard.press(key);
    await page.waitForTimeout(150);
    frames.push({ png: await page.locator('.panel iframe').screenshot(), milliseconds });
  }
  writeFileSync(join(root, 'docs', 'panel-loop.png'), animate(frames));
  for (const _ of ['2', 't', 'c']) await page.keyboard.press('u');
  await page.waitForTimeout(3000);
  if (whole) await page.setViewportSize(whole);
}
