import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** A name nobody can guess: of a run, or of one frame. */
export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

/**
 * Whether a request may be answered, or the sentence that refuses it. A page elsewhere in the person's browser can send
 * requests to a loopback port, and a name it owns can be made to point at 127.0.0.1 (DNS rebinding): so the Host has to be
 * ours, the Origin (where a browser sends one) too, and what carries data needs the token of this run.
 */
export function refusal(request: IncomingMessage, port: number, token?: string): string | undefined {
  const { host = '', origin } = request.headers;
  if (host !== `127.0.0.1:${port}`) return 'This address is answered on 127.0.0.1 only.';
  if (origin !== undefined && origin !== `http://${host}`) return 'Requests from other pages are refused.';
  if (token !== undefined && !isToken(tokenOf(request), token)) {
    return 'The address lacks the token of this run: open the one that the terminal shows.';
  }
  return undefined;
}

function tokenOf(request: IncomingMessage): string {
  const header = request.headers['x-token'];
  return typeof header === 'string'
    ? header
    : (new URL(request.url ?? '/', 'http://x').searchParams.get('token') ?? '');
}

function isToken(given: string, token: string): boolean {
  return given.length === token.length && timingSafeEqual(Buffer.from(given), Buffer.from(token));
}
