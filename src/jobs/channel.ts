import type { Message } from './message';
import type { Fetch, Services } from './ports';

/** Whom a message goes to. */
export interface Recipient {
  name: string;
  /** `''`: none is known. */
  email: string;
}

/** A way in which a message reaches a person. */
export interface Channel {
  /** As people write it in the sheet `staff`, or part of it: `mail` is in “e-mail”. */
  name: string;
  /** How much may still be sent today; 0: nothing, whatever the reason. Looked up before each message. */
  room(services: Services, to: Recipient): number;
  /**
   * @param key names the message: one that is sent again under its key arrives once, where the channel can do that
   * @throws Error with the reason, in the words of the other side
   */
  send(services: Services, to: Recipient, message: Message, key: string): void;
  /**
   * Whether a message that a killed run was about to send has gone out: `again` means that it may be sent under its key
   * once more; null that nobody can tell.
   * @param room what {@link room} was before
   */
  wentOut(services: Services, to: Recipient, room: number): boolean | 'again' | null;
}

/** What a server answered, if it is JSON; else nothing. */
export function jsonOf(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/**
 * Posts JSON to an address that holds a secret.
 * @throws Error in which the secret does not stand
 */
export function postSecretly({ fetch }: Services, url: string, secret: string, body: unknown): ReturnType<Fetch> {
  try {
    if (!fetch) throw new Error('This build has no connection to other servers.');
    return fetch({ url, method: 'post', body });
  } catch (error) {
    throw new Error((error as Error).message.split(secret).join('…'));
  }
}
