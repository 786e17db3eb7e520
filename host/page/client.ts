/** How the page talks to the server: questions by POST, news by server-sent events. */
import type { Answer, BookView, News, Reply, Request, SheetView } from '../serve/protocol';

const token = new URLSearchParams(location.search).get('token') ?? '';

async function post(path: string, body: unknown): Promise<Response> {
  const headers = { 'Content-Type': 'application/json', 'X-Token': token };
  return fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** What the host answers; a server that is gone is an answer too, in a sentence. */
export async function ask(request: Request): Promise<Reply> {
  try {
    const response = await post('/ask', request);
    if (response.ok) return (await response.json()) as Reply;
    return { ok: false, error: { name: 'Error', message: await response.text() } };
  } catch {
    return { ok: false, error: { name: 'Error', message: 'The server is not running any more. Start it again.' } };
  }
}

/** @throws Error with the host's sentence */
async function demand(request: Request): Promise<unknown> {
  const reply = await ask(request);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value;
}

export const fetchBook = (): Promise<BookView> => demand({ kind: 'book' }) as Promise<unknown> as Promise<BookView>;

export const fetchSheet = (sheet: string): Promise<SheetView> =>
  demand({ kind: 'sheet', sheet }) as Promise<unknown> as Promise<SheetView>;

/** Answers the question box that is open. */
export async function answer(given: Answer): Promise<void> {
  await post('/answer', given);
}

/** Calls `onNews` for each piece of news; `onOpen` after each (re)connection, when what was known may be old. */
export function listen(onNews: (news: News) => void, onOpen: () => void): () => void {
  const source = new EventSource(`/news?token=${encodeURIComponent(token)}`);
  source.onopen = onOpen;
  source.onmessage = ({ data }) => onNews(JSON.parse(data as string) as News);
  return () => source.close();
}
