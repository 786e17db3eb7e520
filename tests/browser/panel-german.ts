import { de } from '../../sidebar/texts/de';
import { en } from '../../sidebar/texts/en';
import { sayIn } from '../../sidebar/texts/said';
import type { PanelStage } from './panel-stage';

/** What stays as it is: the name of a language, and words that people have chosen, such as stages of the pipelines. */
const THEIRS = [
  'English',
  'New',
  'Contacted',
  'Done',
  'Won',
  'Lost',
  'Qualified',
  'Proposal',
  'Negotiation',
  'Converted',
];

/** What of these texts is English: a text of the catalogue, or what the sheet says, with a German for it. */
export function englishIn(texts: readonly string[]): string[] {
  const german: Record<string, string> = de;
  const said = new Set<string>(Object.values(de));
  const catalogue = Object.entries(en)
    .filter(([key, text]) => german[key] !== text && /[a-z]{3}/.test(text.replace(/\{\w+\}/g, '')))
    .map(([, text]) => text.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '.+?'))
    .map((source) => new RegExp(`^${source}$`));
  return [...new Set(texts)].filter(
    (text) =>
      !said.has(text) &&
      !THEIRS.includes(text) &&
      (sayIn('de', text) !== text || catalogue.some((fits) => fits.test(text))),
  );
}

/** Every text that can be seen or heard in the panel: those in elements, names for readers, titles and placeholders. */
export const textsIn = ({ panel }: PanelStage): Promise<string[]> =>
  panel.evaluate(() => {
    const texts: string[] = [];
    for (const element of document.body.querySelectorAll<HTMLElement>('*:not(script)')) {
      for (const name of ['aria-label', 'title', 'placeholder']) texts.push(element.getAttribute(name) ?? '');
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) texts.push(node.textContent ?? '');
      // A sentence with a value in it stands in several parts.
      if (element.children.length > 0 && element.matches('p, li, strong, label')) texts.push(element.innerText);
    }
    return texts.map((text) => text.trim()).filter((text) => text !== '');
  });

/** Opens one view after the other in the panel, in the language that it is in. */
export async function walk(on: PanelStage, seen: (view: string) => Promise<void>): Promise<void> {
  const { panel, stage } = on;
  const body = panel.locator('body');
  await on.queue('now');
  await seen('queue');
  await on.press('4');
  await panel.locator('.toast').waitFor();
  await seen('toast');
  for (const key of ['c', 's', 'n', 'l', 'g', 'a', 'w', 'W']) {
    await on.press(key);
    await panel.locator('.dialog').waitFor();
    await seen(`dialog ${key}`);
    await on.press('Escape');
  }
  await panel.getByLabel(de.moreActsOf).first().click();
  await seen('more');
  await on.press('Escape', 'f');
  await seen('filter');
  await on.leave();
  await body.press('f');
  await on.queue('today');
  await on.press('x', 'j', 'x');
  await seen('selected');
  await on.press('Escape', 'Enter');
  await panel.locator('.timeline').waitFor({ timeout: 60_000 });
  await panel.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
  await seen('record');
  for (const [key, ready] of [
    ['h', '.card'],
    ['?', 'kbd'],
    ['U', '.timeline time'],
    ['+', 'form, .form'],
    ['H', '.block'],
  ]) {
    await on.leave();
    await body.press(key);
    await panel.locator(`main ${ready}`).first().waitFor({ timeout: 60_000 });
    await stage.page.waitForTimeout(400);
    await seen(key);
  }
  await on.leave();
  await body.press('h');
  await panel.locator('[data-focus="card duplicates"]').click();
  await panel.locator('.item .twice').first().waitFor({ timeout: 60_000 });
  await panel.locator('.item[aria-current]').focus();
  await on.press('m');
  await panel.locator('.sides').first().waitFor({ timeout: 60_000 });
  await seen('review');
  await body.press('Escape');
  await body.press('Escape');
  await on.queue('now');
  for (const text of ['0117', 'zzzzzz']) {
    await panel.locator('#search').fill(text);
    await panel
      .locator(text === '0117' ? 'mark' : 'main .empty')
      .first()
      .waitFor({ timeout: 60_000 });
    await stage.page.waitForTimeout(600);
    await seen(`search ${text}`);
  }
  await panel.locator('#search').press('Escape');
}
