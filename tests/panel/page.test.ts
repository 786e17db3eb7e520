import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Host, HostOptions, ScriptedUi } from '../../host';
import { type Envelope, FIRST_QUERY, type PanelStart } from '../../src/panel/surface';
import { hostOn, syncNow, workbookOf } from '../support/product';

const EVIL = '</script><script>alert(1)</script><!--';

function shop(options: Partial<HostOptions> = {}): Host {
  const orders = [EVIL, 'Dora $& $1', 'Zoë Quinn'].map((name, at) => [`A-${at}`, '2026-10-30', name, 20 + at]);
  const book = workbookOf({ 'order-update': [['Order ID', 'Order date', 'Customer', 'Total'], ...orders] });
  const host = hostOn(book, { now: Date.UTC(2026, 10, 2, 9), ...options });
  syncNow(host);
  host.now += 7 * 24 * 60 * 60_000;
  return host;
}

/** The page that is shown when somebody opens the panel, and what it was given. */
function openPanel(host: Host): { html: string; given: Envelope<PanelStart> } {
  const { ok } = host.run('openPanel', { startedBy: 'menu' });
  expect(ok).toBe(true);
  const html = (host.ui as ScriptedUi).shown.filter(({ what }) => what === 'sidebar').at(-1)?.text ?? '';
  const [, json = ''] = /<script id="start" type="application\/json">(.*?)<\/script>/s.exec(html) ?? [];
  return { html, given: JSON.parse(json) };
}

describe('the page of the panel', () => {
  test('comes with the list that its first call would bring', () => {
    const host = shop();
    const { given } = openPanel(host);
    const call = host.run('callPanel', { args: ['start', { query: FIRST_QUERY }] as never, startedBy: 'panel' });
    const asked = call.value as unknown as Envelope<PanelStart>;
    if (!given.ok || !asked.ok) throw new Error('The panel was given no list.');
    expect(given.data.items.map(({ name }) => name).sort()).toEqual(['Dora $& $1', EVIL, 'Zoë Quinn'].sort());
    expect(given.data.items).toEqual(asked.data.items);
  });

  test('is not ended by what stands in a cell', () => {
    const { html } = openPanel(shop());
    const built = readFileSync(join(__dirname, '..', '..', 'dist', 'Panel.html'), 'utf8');
    const ends = (page: string) => page.match(/<\/script/gi)?.length;
    expect(ends(html)).toBe((ends(built) ?? 0) + 1);
    expect(html).not.toContain('<!--');
  });

  test('opens where its first call fails, and says so itself', () => {
    let isArmed = false;
    const host = shop({
      intercept: ({ method }) =>
        isArmed && method.startsWith('Range.getValues') ? { fail: 'Service Spreadsheets failed' } : undefined,
    });
    isArmed = true;
    expect(openPanel(host).given.ok).toBe(false);
  });
});
