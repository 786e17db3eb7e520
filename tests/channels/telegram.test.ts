import { table } from '../support/product';
import { addLeads, followUp, joinTelegram, MINUTE, office } from './office';
import { TOKEN } from './protocols.cjs';
import { openWire, type Wire } from './wire';

const STAFF = [{ name: 'Ann', role: 'lead' }, { name: 'Bob' }];
const CHATS = { Ann: 1001, Bob: 1002 };

describe('Telegram, over HTTP', () => {
  let wire: Wire;
  beforeEach(async () => {
    wire = await openWire();
  });
  afterEach(() => wire.close());

  const shop = (leads: string[]) => {
    const host = office(STAFF, leads, { network: wire.network });
    joinTelegram(host, wire, CHATS);
    return host;
  };

  it('knows people by their own link, and tells each what is due, with buttons, and not by mail', () => {
    const host = shop(['Zoe <b> Miller', 'Yan & Moss']);
    expect(wire.act('look').sent.map(({ text }) => text)).toEqual([
      'Hello Ann: what is due comes here.',
      'Hello Bob: what is due comes here.',
    ]);
    host.advance(6 * MINUTE);
    const told = wire.act('look').sent.slice(2);
    expect(told.map(({ chat }) => chat.id).sort()).toEqual([1001, 1002]);
    expect(told.map(({ text }) => text).join()).toContain('Zoe <b> Miller');
    expect(told.map(({ text }) => text).join()).toContain('Yan & Moss');
    expect(told[0].html).toContain('<a href="https://docs.google.com/spreadsheets/');
    expect(told[0].reply_markup?.inline_keyboard[0]).toHaveLength(3);
    expect(host.mails).toEqual([]);
    expect(table(host.book, 'followed-up').every(({ Reminder }) => Reminder === 'notified')).toBe(true);
  });

  it('does not say who somebody is to a stranger, and takes no word of theirs', () => {
    const host = shop([]);
    wire.act('write', { chat: 666, text: '/start T-0000000000000' });
    wire.act('write', { chat: 666, text: 'hello' });
    host.advance(5 * MINUTE);
    expect(wire.act('look').sent.filter(({ chat }) => chat.id === 666)).toEqual([]);
    expect(wire.act('look').waiting).toBe(0);
  });

  it('goes on by mail when the bot is blocked, and says why', () => {
    const host = shop(['Zoe Miller']);
    host.advance(MINUTE);
    wire.act('block', { chat: 1001 });
    host.advance(6 * MINUTE);
    const owner = followUp(host, 'Zoe Miller')?.Owner;
    expect(owner).toBe('Ann');
    expect(host.mails.map(({ to }) => to)).toEqual(['ann@example.com']);
  });

  it('tries again when nothing works, shows the reason, and never the token', () => {
    const host = office([{ name: 'Ann', role: 'lead', told: 'telegram' }], ['Zoe Miller'], { network: wire.network });
    joinTelegram(host, wire, { Ann: 1001 });
    wire.act('block', { chat: 1001 });
    host.advance(6 * MINUTE);
    const health = host.run('showHealth').value;
    expect(health).toContain(
      'Ann could not be told: telegram: Telegram answered 403: Forbidden: bot was blocked by the user',
    );
    expect(table(host.book, 'system-log')[0].Message).toContain('bot was blocked');
    wire.act('unblock', { chat: 1001 });
    host.advance(20 * MINUTE);
    expect(wire.act('look').sent.at(-1)?.text).toContain('Zoe Miller');
    expect(host.run('showHealth').value).not.toContain('could not be told');
  });

  it('keeps the token out of cells and logs, even when the network fails', () => {
    const host = shop(['Zoe Miller']);
    host.options.network = () => {
      throw new Error(`Address unavailable: ${wire.base}/bot${TOKEN}/sendMessage`);
    };
    host.advance(10 * MINUTE);
    const everything = JSON.stringify([
      host.book.sheets.map((sheet) => table(host.book, sheet.name)),
      host.executions,
      host.state.properties.document,
      host.state.properties.script,
    ]);
    expect(everything).toContain('Address unavailable');
    expect(everything).not.toContain(TOKEN.split(':')[1]);
  });

  it('tells it when another program fetches what people press', () => {
    const host = shop([]);
    wire.act('webhook', { on: true });
    host.advance(5 * MINUTE);
    expect(table(host.book, 'system-log')[0].Message).toContain('webhook is active');
    addLeads(host, ['Zoe Miller']);
    wire.act('webhook', { on: false });
    host.advance(20 * MINUTE);
    expect(wire.act('look').sent.at(-1)?.text).toContain('Zoe Miller');
  });

  it('does what is pressed, once, and shows it on the buttons', () => {
    const host = shop(['Zoe Miller', 'Xia Nord', 'Wim Oak']);
    host.advance(6 * MINUTE);
    const told = wire.act('look').sent.filter(({ reply_markup }) => reply_markup);
    const ann = told.find(({ chat }) => chat.id === 1001);
    const [zoe, wim] = ann?.reply_markup?.inline_keyboard ?? [];
    wire.act('press', { chat: 1001, message_id: ann?.message_id, data: zoe[0].callback_data });
    wire.act('press', { chat: 1001, message_id: ann?.message_id, data: wim[2].callback_data });
    host.advance(4 * MINUTE);
    const rows = table(host.book, 'followed-up').filter(({ Owner }) => Owner === 'Ann');
    expect(rows.map(({ Reminder }) => Reminder).sort()).toEqual(['contacted', 'snoozed']);
    expect(wire.act('look').answers.map(({ text }) => text)).toEqual([
      'contacted',
      expect.stringMatching(/^until 1\d:\d\d$/),
    ]);
    const after = wire.act('look').sent.find(({ message_id }) => message_id === ann?.message_id);
    expect(after?.reply_markup?.inline_keyboard.map((row) => row[0].text)).toEqual([
      expect.stringContaining(': contacted'),
      expect.stringContaining(': until 1'),
    ]);
    const journal = table(host.book, 'activity').filter(({ Who }) => Who === 'Ann');
    expect(journal.length).toBeGreaterThanOrEqual(2);
    expect(wire.act('look').waiting).toBe(0);
  });

  it('takes no press from a chat that is nobody’s', () => {
    const host = shop(['Zoe Miller']);
    host.advance(6 * MINUTE);
    const told = wire.act('look').sent.find(({ reply_markup }) => reply_markup);
    wire.act('press', {
      chat: 666,
      message_id: told?.message_id,
      data: told?.reply_markup?.inline_keyboard[0][0].callback_data,
      from: 666,
    });
    host.advance(4 * MINUTE);
    expect(followUp(host, 'Zoe Miller')).toMatchObject({ Reminder: 'notified' });
  });
});
