export interface Arrived {
  /** Messages of the bot; `html` is what it wrote, `text` what is shown. */
  sent: {
    message_id: number;
    chat: { id: number };
    text: string;
    html: string;
    reply_markup?: { inline_keyboard: { text: string; callback_data: string }[][] };
  }[];
  edits: { message_id: number }[];
  answers: { text: string }[];
  /** Messages in the space of Google Chat. */
  space: { text: string }[];
  /** Updates that nobody has fetched and confirmed. */
  waiting: number;
}

export interface Protocols {
  serve(
    request: { url: string; method: string; headers: Record<string, string> },
    text: string,
  ): { status: number; body: unknown };
  /** Does something in the app, and tells how things stand. */
  act(name: string, args?: unknown): Arrived;
}

export function openProtocols(): Protocols;
export const TOKEN: string;
export const webhookPath: string;
