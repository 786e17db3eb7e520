// Telegram's Bot API and Google Chat's webhooks, as their documentation describes them: what they accept, refuse and answer.
// https://core.telegram.org/bots/api, https://developers.google.com/workspace/chat/api/reference/rest/v1/spaces.messages/create

/** Who may do what: the bot's token, and the space with the secrets of its webhook. */
const TOKEN = '123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11';
const SPACE = 'AAAAxyz';
const KEY = 'AIzaKey';
const SECRET = 'tok=';

/** A fresh pair of servers. `serve` answers a request, `act` does what a person does in the app. */
function openProtocols() {
  const state = {
    /** Messages of the bot, as sendMessage answered them. */
    sent: [],
    edits: [],
    answers: [],
    /** Chats that have started the bot; it may not write to others. */
    chats: new Set(),
    blocked: new Set(),
    updates: [],
    nextUpdate: 870_000_001,
    nextMessage: 1,
    webhook: false,
    /** Answers to give instead, oldest first. */
    faults: [],
    space: [],
    byRequest: new Map(),
  };

  function serve({ url, method, headers }, text) {
    const fault = state.faults.shift();
    if (fault) return fault;
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    const json = /^application\/json/.test(headers['content-type'] ?? '') ? parse(text) : undefined;
    const bot = /^\/bot([^/]+)\/(\w+)$/.exec(pathname);
    if (bot) return telegram(bot[1], bot[2].toLowerCase(), json ?? {});
    if (/^\/v1\/spaces\/[^/]+\/messages$/.test(pathname)) return chat(method, pathname, searchParams, json);
    return refuse(404, 'Not Found');
  }

  function parse(text) {
    try {
      return JSON.parse(text);
    } catch {
      return null;
    }
  }

  const refuse = (code, description, parameters) => ({
    status: code,
    body: { ok: false, error_code: code, description, ...(parameters && { parameters }) },
  });
  const accept = (result) => ({ status: 200, body: { ok: true, result } });

  function telegram(given, method, args) {
    if (given !== TOKEN) return refuse(401, 'Unauthorized');
    if (args === null) return refuse(400, "Bad Request: can't parse JSON object");
    if (method === 'getme')
      return accept({ id: 42, is_bot: true, first_name: 'Follow-ups', username: 'followups_bot' });
    if (method === 'sendmessage') return sendMessage(args);
    if (method === 'getupdates') return getUpdates(args);
    if (method === 'answercallbackquery') {
      const query = state.updates.find((one) => one.callback_query?.id === args.callback_query_id);
      if (!args.callback_query_id || (!query && !state.answered?.has(args.callback_query_id)))
        return refuse(400, 'Bad Request: query is too old and response timeout expired or query ID is invalid');
      state.answers.push(args);
      return accept(true);
    }
    if (method === 'editmessagereplymarkup') {
      const message = state.sent.find((one) => one.message_id === args.message_id && one.chat.id === args.chat_id);
      if (!message) return refuse(400, 'Bad Request: message to edit not found');
      const wrong = keyboardFault(args.reply_markup);
      if (wrong) return refuse(400, wrong);
      if (JSON.stringify(message.reply_markup) === JSON.stringify(args.reply_markup))
        return refuse(
          400,
          'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
        );
      message.reply_markup = args.reply_markup;
      state.edits.push(args);
      return accept(message);
    }
    return refuse(404, 'Not Found: method not found');
  }

  function sendMessage({ chat_id, text, parse_mode, reply_markup }) {
    if (chat_id === undefined || chat_id === '') return refuse(400, 'Bad Request: chat_id is empty');
    if (state.blocked.has(chat_id)) return refuse(403, 'Forbidden: bot was blocked by the user');
    if (!state.chats.has(chat_id)) return refuse(400, 'Bad Request: chat not found');
    if (typeof text !== 'string' || text === '') return refuse(400, 'Bad Request: message text is empty');
    const plain = parse_mode === 'HTML' ? readHtml(text) : { text };
    if (plain.fault) return refuse(400, plain.fault);
    if (plain.text.length > 4096) return refuse(400, 'Bad Request: message is too long');
    const wrong = keyboardFault(reply_markup);
    if (wrong) return refuse(400, wrong);
    const message = {
      message_id: state.nextMessage++,
      chat: { id: chat_id, type: 'private' },
      date: Math.floor(Date.now() / 1000),
      text: plain.text,
      ...(reply_markup && { reply_markup }),
    };
    state.sent.push({ ...message, html: text });
    return accept(message);
  }

  /** HTML style: a few tags, and no `<` or `&` but in tags and entities. */
  function readHtml(text) {
    const open = [];
    const out = text.replace(/<(\/?)([a-z]+)([^<>]*)>/g, (_all, close, tag) => {
      if (!['a', 'b', 'i', 'u', 's', 'code', 'pre'].includes(tag)) open.push(`?${tag}`);
      else if (!close) open.push(tag);
      else if (open.at(-1) === tag) open.pop();
      else open.push(`/${tag}`);
      return '';
    });
    if (open.length > 0 || /</.test(out))
      return { fault: `Bad Request: can't parse entities: Unsupported start tag "${open[0] ?? ''}" at byte offset 0` };
    return { text: out.replace(/&#(\d+);/g, (_all, code) => String.fromCharCode(Number(code))) };
  }

  function keyboardFault(markup) {
    for (const row of markup?.inline_keyboard ?? []) {
      for (const button of row) {
        if (!button.text) return 'Bad Request: button text is empty';
        const size = Buffer.byteLength(button.callback_data ?? '');
        if (size < 1 || size > 64) return 'Bad Request: BUTTON_DATA_INVALID';
      }
    }
    return '';
  }

  function getUpdates({ offset = 0, limit = 100, allowed_updates }) {
    if (state.webhook)
      return refuse(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    if (offset > 0) {
      state.answered ??= new Set();
      for (const one of state.updates)
        if (one.update_id < offset && one.callback_query) state.answered.add(one.callback_query.id);
      state.updates = state.updates.filter((one) => one.update_id >= offset);
    }
    const wanted = state.updates.filter((one) => !allowed_updates || allowed_updates.some((kind) => kind in one));
    return accept(wanted.slice(0, limit));
  }

  /** An error as Google's APIs write it. */
  const googleError = (code, status, message) => ({ status: code, body: { error: { code, message, status } } });

  function chat(method, path, params, json) {
    if (method !== 'POST') return googleError(404, 'NOT_FOUND', 'Requested entity was not found.');
    if (path !== `/v1/spaces/${SPACE}/messages`) return googleError(404, 'NOT_FOUND', 'Space not found.');
    if (params.get('key') !== KEY)
      return googleError(400, 'INVALID_ARGUMENT', 'API key not valid. Please pass a valid API key.');
    if (params.get('token') !== SECRET) return googleError(401, 'UNAUTHENTICATED', 'The request token is invalid.');
    if (json === null || typeof json !== 'object')
      return googleError(400, 'INVALID_ARGUMENT', 'Invalid JSON payload received. Unexpected token.');
    const unknown = Object.keys(json).find((name) => !['text', 'cardsV2', 'thread'].includes(name));
    if (unknown)
      return googleError(
        400,
        'INVALID_ARGUMENT',
        `Invalid JSON payload received. Unknown name "${unknown}" at 'message': Cannot find field.`,
      );
    if (!json.text) return googleError(400, 'INVALID_ARGUMENT', 'Message cannot be empty.');
    if (json.text.length > 4096) return googleError(400, 'INVALID_ARGUMENT', 'Message is too long.');
    const request = params.get('requestId');
    if (request && state.byRequest.has(request)) return { status: 200, body: state.byRequest.get(request) };
    const message = { name: `spaces/${SPACE}/messages/${state.space.length + 1}`, text: json.text };
    if (request) state.byRequest.set(request, message);
    state.space.push(message);
    return { status: 200, body: message };
  }

  /** What a person does in the app, and what a test wants to know. */
  const acts = {
    write({ chat, text }) {
      state.chats.add(chat);
      const message = { message_id: state.nextMessage++, chat: { id: chat, type: 'private' }, date: 0, text };
      state.updates.push({ update_id: state.nextUpdate++, message });
    },
    press({ chat, message_id, data, from = chat }) {
      const message = state.sent.find((one) => one.message_id === message_id);
      const id = `q${state.nextUpdate}`;
      const { html: _html, ...shown } = message;
      state.updates.push({
        update_id: state.nextUpdate++,
        callback_query: {
          id,
          from: { id: from, is_bot: false, first_name: 'x' },
          message: shown,
          chat_instance: '1',
          data,
        },
      });
    },
    block: ({ chat }) => state.blocked.add(chat),
    unblock: ({ chat }) => state.blocked.delete(chat),
    webhook: ({ on }) => {
      state.webhook = on;
    },
    fault: (fault) => state.faults.push(fault),
  };

  return {
    serve,
    act(name, args) {
      if (name in acts) acts[name](args);
      const { sent, edits, answers, space, updates } = state;
      return { sent, edits, answers, space, waiting: updates.length };
    },
  };
}

module.exports = { openProtocols, TOKEN, webhookPath: `/v1/spaces/${SPACE}/messages?key=${KEY}&token=tok%3D` };
