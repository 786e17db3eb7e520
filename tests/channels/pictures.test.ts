import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { ScriptedUi } from '../../host';
import { columnOf, run } from '../support/product';
import { followUp, joinTelegram, MINUTE, office } from './office';
import { openWire, type Wire } from './wire';

const DOCS = join(__dirname, '../../docs');

/** Messages as they arrive; `UPDATE_DOCS=1` keeps the pictures. */
const picture = async (page: Page, name: string) => {
  const path = process.env.UPDATE_DOCS ? join(DOCS, `${name}.png`) : undefined;
  if (path) mkdirSync(DOCS, { recursive: true });
  expect((await page.screenshot({ path })).length).toBeGreaterThan(2000);
};

const LEADS = ['Zoe Miller', 'Yan Moss', 'Xia <Nord> & Sons', 'Wim Oak'];

describe.each(['light', 'dark'] as const)('as it arrives, %s', (scheme) => {
  let browser: Browser;
  let page: Page;
  let wire: Wire;
  beforeAll(async () => {
    wire = await openWire();
    browser = await chromium.launch({
      executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu'],
    });
    page = await browser.newPage({ colorScheme: scheme, viewport: { width: 420, height: 460 } });
  });
  afterAll(async () => {
    await browser?.close();
    await wire?.close();
  });

  /** Luminance of what stands behind the text, 0 to 255. */
  const brightness = () =>
    page.evaluate(() => {
      const probe = document.createElement('canvas');
      probe.style.background = 'Canvas';
      document.body.append(probe);
      const [r, g, b] = (getComputedStyle(probe).backgroundColor.match(/\d+/g) ?? []).map(Number);
      probe.remove();
      return 0.299 * r + 0.587 * g + 0.114 * b;
    });

  it('a mail fits a phone, opens the rows, and follows the reader’s colours', async () => {
    const host = office([{ name: 'Ann', role: 'lead' }], LEADS);
    host.advance(9 * MINUTE);
    await page.setContent(host.mails[0].htmlBody ?? '');
    const links = await page.locator('li a').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(links).toHaveLength(2 * LEADS.length);
    expect(links[0]).toMatch(/#gid=\d+&range=(\d+):\1$/);
    expect(links[1]).toMatch(/^tel:\+442079460\d{3}$/);
    expect(await page.locator('li').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining('& Sons')]),
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect((await brightness()) < 128).toBe(scheme === 'dark');
    await picture(page, `message-mail-${scheme}`);
  });

  it('a message in Telegram shows its lines and buttons', async () => {
    const host = office([{ name: 'Ann', role: 'lead' }], LEADS, { network: wire.network });
    joinTelegram(host, wire, { Ann: scheme === 'dark' ? 2001 : 2002 });
    host.advance(8 * MINUTE);
    const told = wire.act('look').sent.at(-1);
    expect(told?.text).toContain('Zoe Miller');
    expect(followUp(host, 'Zoe Miller')).toMatchObject({ Reminder: 'notified' });
    const keys = (told?.reply_markup?.inline_keyboard ?? [])
      .map((row) => `<p>${row.map(({ text }) => `<button>${text.replace(/</g, '&lt;')}</button>`).join('')}</p>`)
      .join('');
    await page.setContent(
      `<meta name="color-scheme" content="light dark"><style>body{font:14px sans-serif}section{white-space:pre-wrap;padding:10px 12px;border-radius:12px;background:light-dark(#eef4fb,#1d2b3a)}a{color:light-dark(#1a66d6,#6ab3f3)}p{display:grid;grid-template-columns:2fr 1fr 1fr;gap:4px;margin:4px 0}button{padding:6px;border:0;border-radius:8px;font:inherit;overflow:hidden;white-space:nowrap;text-overflow:ellipsis}</style><section>${told?.html}</section>${keys}`,
    );
    expect(await page.locator('section a').count()).toBe(LEADS.length);
    expect(await page.locator('button').count()).toBe(LEADS.length * 3);
    await picture(page, `message-telegram-${scheme}`);
  });

  it('a message in Google Chat says whom it is for, and its names are links', async () => {
    const host = office([{ name: 'Ann', role: 'lead', told: 'chat' }], LEADS, { network: wire.network });
    host.ui = new ScriptedUi([`chat ${wire.webhook}`]);
    run(host, 'setConnections');
    host.advance(8 * MINUTE);
    const text = wire.act('look').space.at(-1)?.text ?? '';
    // As Chat shows its markup: https://developers.google.com/workspace/chat/format-messages
    const shown = text
      .replace(/&/g, '&amp;')
      .split(/(<https:[^|>]+\|[^>]+>)/)
      .map((part) => part.replace(/^<(https:[^|>]+)\|([^>]+)>$/, '<a href="$1">$2</a>'))
      .join('')
      .replace(/\*([^*\n]+)\*/g, '<b>$1</b>');
    await page.setContent(
      `<meta name="color-scheme" content="light dark"><style>body{font:14px/1.45 sans-serif}p{margin:0 0 4px;font-size:12px;opacity:.8}section{white-space:pre-wrap;padding:10px 14px;border-radius:4px 16px 16px 16px;background:light-dark(#f0f4f9,#282a2c)}a{color:light-dark(#0b57d0,#a8c7fa)}</style><p><b>Follow-ups</b> App</p><section>${shown}</section>`,
    );
    expect(await page.locator('section a').count()).toBe(LEADS.length);
    expect(await page.locator('section b').allInnerTexts()).toEqual(['Ann', 'Due']);
    await picture(page, `message-chat-${scheme}`);
  });

  it('the digest of whoever leads tells the day, the team, and on Mondays the week', async () => {
    const host = office([{ name: 'Ann', role: 'lead' }, { name: 'Bob' }], LEADS);
    host.advance(3 * MINUTE);
    const status = columnOf(host.book, 'followed-up', 'Status');
    for (const [name, word] of [
      ['Zoe Miller', 'Contacted'],
      ['Yan Moss', 'Converted'],
    ])
      host.person.type('followed-up', Number(followUp(host, name)?.at), status, word);
    host.advance(6 * MINUTE);
    host.state.now = Date.UTC(2026, 10, 9, 8, 44);
    host.advance(4 * MINUTE);
    const digest = host.mails.filter(({ to, subject }) => to.startsWith('ann') && subject.startsWith('Today:')).at(-1);
    await page.setContent(digest?.htmlBody ?? '');
    expect(await page.locator('h3').allInnerTexts()).toEqual(
      expect.arrayContaining(['Overdue', 'The team', 'The last seven days']),
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await page.setViewportSize({ width: 420, height: 760 });
    await picture(page, `message-digest-${scheme}`);
    await page.setViewportSize({ width: 420, height: 460 });
  });
});
