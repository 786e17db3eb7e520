import { idOf } from '../followup/ids';
import { type Channel, jsonOf, postSecretly } from './channel';
import { asChat, escapeHtml, type Message } from './message';
import type { Services } from './ports';

/** Where the bot is kept. Its token lets anybody speak for it, so it is a secret of the person whose trigger runs. */
const KEY = 'telegram';

interface Bot {
  token: string;
  /** Its name, for links that start a chat with it. */
  name: string;
  /** The update to fetch next. */
  offset: number;
  /** Chats by the name of the member of staff. */
  chats: Record<string, number>;
  /** Another server than Telegram's own, such as one's own Bot API server. */
  api?: string;
}

/** A button that somebody has pressed. */
export interface Press {
  /** The same whenever it is fetched. */
  op: string;
  who: string;
  /** The follow-up. */
  id: string;
  /** `contacted`, or minutes to snooze. */
  act: 'contacted' | number;
  /** Epoch milliseconds. */
  at: number;
}

interface Chat {
  id: number;
}

interface Button {
  text: string;
  callback_data: string;
}

/** https://core.telegram.org/bots/api#update, as far as we ask for it. */
interface Update {
  update_id: number;
  message?: { chat: Chat; text?: string };
  callback_query?: {
    id: string;
    from: Chat;
    data?: string;
    message?: { message_id: number; chat: Chat; reply_markup?: { inline_keyboard: Button[][] } };
  };
}

interface Telegram extends Channel {
  connect(services: Services, token: string): string;
  /** Links by which each of these becomes known to the bot; empty when there is no bot. */
  invitations(services: Services, staff: readonly string[]): { name: string; link: string; known: boolean }[];
  /**
   * Fetches what people have pressed and written since the last time, and acts on it.
   * @param act does what a button says and answers in a few words
   * @returns how many there were; null without a bot
   */
  fetchPresses(services: Services, staff: readonly string[], act: (press: Press) => string): number | null;
}

/** Lines with buttons of their own; a longer list is better worked off in the panel. */
const BUTTONS = 8;
const SNOOZES = [15, 60];

/** A Telegram bot. https://core.telegram.org/bots/api */
export const telegram: Telegram | undefined = {
  name: 'telegram',
  room: (services, to) => (readBot(services)?.chats[to.name] === undefined ? 0 : 1),
  // A message carries no key of ours and cannot be asked after.
  wentOut: () => null,
  send(services, to, message) {
    const bot = readBot(services) as Bot;
    call(services, bot, 'sendMessage', {
      ...textOf(message, bot.chats[to.name]),
      reply_markup: { inline_keyboard: buttonsFor(message) },
    });
  },
  connect(services, token) {
    if (token === '') {
      services.secrets.remove(KEY);
      return 'Telegram is off.';
    }
    const former = JSON.parse(services.secrets.get(KEY) ?? '{}') as Partial<Bot>;
    const bot: Bot = { offset: 0, chats: {}, ...former, token, name: '' };
    bot.name = (call(services, bot, 'getMe', {}) as { username: string }).username;
    if (former.name !== bot.name) Object.assign(bot, { offset: 0, chats: {} });
    services.secrets.set(KEY, JSON.stringify(bot));
    return `The bot @${bot.name} is connected.`;
  },
  invitations(services, staff) {
    const bot = readBot(services);
    if (!bot) return [];
    return staff.map((name) => ({
      name,
      link: `https://t.me/${bot.name}?start=${invitation(bot, name)}`,
      known: bot.chats[name] !== undefined,
    }));
  },
  fetchPresses(services, staff, act) {
    const bot = readBot(services);
    if (!bot) return null;
    const updates = call(services, bot, 'getUpdates', {
      offset: bot.offset,
      allowed_updates: ['message', 'callback_query'],
    }) as Update[];
    const shown = new Map<number, Button[][]>();
    for (const update of updates) {
      if (update.message) welcome(services, bot, staff, update.message);
      if (update.callback_query) answer(services, bot, update, act, shown);
      bot.offset = update.update_id + 1;
    }
    if (updates.length > 0) services.secrets.set(KEY, JSON.stringify(bot));
    return updates.length;
  },
};

function readBot({ secrets }: Services): Bot | null {
  const bot = JSON.parse(secrets.get(KEY) ?? 'null') as Bot | null;
  return bot?.token ? bot : null;
}

/** The word that a link carries; the token goes last, so that nobody makes another's out of their own. */
const invitation = (bot: Bot, name: string) => idOf('T', name, bot.token);

function textOf(message: Message, chat: number): Record<string, unknown> {
  const text = asChat(
    message,
    (url, title) => `<a href="${escapeHtml(url)}">${title}</a>`,
    escapeHtml,
    (title) => `<b>${title}</b>`,
  );
  return { chat_id: chat, text, parse_mode: 'HTML', link_preview_options: { is_disabled: true } };
}

function buttonsFor({ sections }: Message): Button[][] {
  const lines = sections.flatMap((section) => section.lines).filter(({ id }) => id !== '');
  return lines
    .slice(0, BUTTONS)
    .map(({ id, title }) => [
      { text: `✓ ${title.slice(0, 24)}`, callback_data: `c|${id}` },
      ...SNOOZES.map((minutes) => ({ text: `in ${minutes} min`, callback_data: `${minutes}|${id}` })),
    ]);
}

/** Somebody has followed their link. */
function welcome(
  services: Services,
  bot: Bot,
  staff: readonly string[],
  { chat, text = '' }: NonNullable<Update['message']>,
): void {
  const word = /^\/start (\S+)/.exec(text)?.[1];
  const name = staff.find((one) => invitation(bot, one) === word);
  if (name === undefined) return;
  bot.chats[name] = chat.id;
  attempt(() =>
    call(services, bot, 'sendMessage', { chat_id: chat.id, text: `Hello ${name}: what is due comes here.` }),
  );
}

function answer(
  services: Services,
  bot: Bot,
  { update_id, callback_query: query }: Update,
  act: (press: Press) => string,
  shown: Map<number, Button[][]>,
): void {
  const message = query?.message;
  if (!query || !message) return;
  const who = Object.keys(bot.chats).find((name) => bot.chats[name] === query.from.id);
  const [what, id] = (query.data ?? '').split('|');
  const minutes = Number(what);
  if (who === undefined || !id || (what !== 'c' && !SNOOZES.includes(minutes))) return;
  const said = act({
    op: `telegram-${bot.name}-${update_id}`,
    who,
    id,
    act: what === 'c' ? 'contacted' : minutes,
    at: services.now(),
  });
  // The press may be too old to be answered by now, so the line's buttons say it as well.
  attempt(() => call(services, bot, 'answerCallbackQuery', { callback_query_id: query.id, text: said }));
  // A press carries the buttons as they were: an earlier one of the same batch may have changed them.
  const rows = (shown.get(message.message_id) ?? message.reply_markup?.inline_keyboard ?? []).map((row) =>
    row[0].callback_data.endsWith(`|${id}`)
      ? [{ text: `${row[0].text.replace(/^✓ /, '')}: ${said}`, callback_data: '-' }]
      : row,
  );
  shown.set(message.message_id, rows);
  attempt(() =>
    call(services, bot, 'editMessageReplyMarkup', {
      chat_id: message.chat.id,
      message_id: message.message_id,
      reply_markup: { inline_keyboard: rows },
    }),
  );
}

/** What only confirms may fail: what it confirms is done. */
function attempt(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    console.warn(String(error));
  }
}

/** @throws Error with Telegram's reason, never with the token */
function call(services: Services, bot: Bot, method: string, body: unknown): unknown {
  const url = `${bot.api ?? 'https://api.telegram.org'}/bot${bot.token}/${method}`;
  const reply = postSecretly(services, url, bot.token, body);
  const { ok, result, description } = jsonOf(reply.text);
  if (ok !== true) throw new Error(`Telegram answered ${reply.status}: ${description ?? 'no reason given'}`);
  return result;
}
