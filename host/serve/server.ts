import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Desk } from './desk';
import { frameDocument } from './frame';
import { newToken, refusal } from './guard';
import type { Answer, News, Request } from './protocol';

export interface ServerOptions {
  desk: Desk;
  /** Where the bundled page lies: page.js, page.css, bridge.js. */
  assets: string;
  /** 0 takes any free port. The frames are served on another one. */
  port: number;
}

export interface RunningServer {
  /** With the token: to be opened by the person. */
  address: string;
  close(): Promise<void>;
}

/** A request body may be as big as a pasted block; what is bigger is an error. */
const MAX_BODY = 20_000_000;

/** Serves the page and, from a second origin as Google does, the documents of panel and dialogs. Loopback only. */
export async function serve({ desk, assets, port }: ServerOptions): Promise<RunningServer> {
  const token = newToken();
  const listeners = new Set<ServerResponse>();
  const frames = createServer((request, response) => answerFrame(request, response));
  const pages = createServer((request, response) => {
    answerPage(request, response).catch((error: Error) => send(response, 500, 'text/plain', error.message));
  });
  const pagePort = await listen(pages, port);
  const framePort = await listen(frames, port === 0 ? 0 : port + 1);
  const frameOrigin = `http://127.0.0.1:${framePort}`;
  const pageOrigin = `http://127.0.0.1:${pagePort}`;
  desk.frameOrigin = frameOrigin;
  desk.onNews = (news) => broadcast(listeners, news);

  function answerFrame(request: IncomingMessage, response: ServerResponse): void {
    const refused = refusal(request, framePort);
    const frame = refused ? undefined : desk.frameHtml((request.url ?? '/').slice(1).split('?')[0]);
    if (frame === undefined) {
      send(response, refused ? 403 : 404, 'text/plain', refused ?? 'No such frame.');
      return;
    }
    const bridge = readFileSync(join(assets, 'bridge.js'), 'utf8');
    // Framed by our page and by nobody else.
    response.setHeader('Content-Security-Policy', `frame-ancestors ${pageOrigin}`);
    send(response, 200, 'text/html; charset=utf-8', frameDocument(frame, bridge, pageOrigin));
  }

  async function answerPage(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', pageOrigin).pathname;
    const asset = ASSETS[path];
    const refused = refusal(request, pagePort, asset ? undefined : token);
    if (refused) return send(response, 403, 'text/plain', refused);
    if (asset) return send(response, 200, asset.type, readFileSync(join(assets, asset.file)));
    if (path === '/' && request.method === 'GET') {
      response.setHeader('Content-Security-Policy', pagePolicy(frameOrigin));
      return send(response, 200, 'text/html; charset=utf-8', PAGE);
    }
    if (path === '/news' && request.method === 'GET') return openNews(response, listeners);
    if (path === '/ask' && request.method === 'POST') {
      const reply = await desk.ask((await readJson(request)) as Request);
      return send(response, 200, 'application/json', JSON.stringify(reply));
    }
    if (path === '/answer' && request.method === 'POST') {
      desk.answer((await readJson(request)) as Answer);
      return send(response, 204, 'text/plain', '');
    }
    return send(response, 404, 'text/plain', 'There is nothing here.');
  }

  return {
    address: `${pageOrigin}/?token=${token}`,
    close: async () => {
      for (const listener of listeners) listener.end();
      await Promise.all([closeServer(pages), closeServer(frames)]);
    },
  };
}

const ASSETS: Record<string, { file: string; type: string }> = {
  '/page.js': { file: 'page.js', type: 'text/javascript; charset=utf-8' },
  '/page.css': { file: 'page.css', type: 'text/css; charset=utf-8' },
};

const PAGE = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Sheet</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css">
</head>
<body><div id="root"></div><script src="/page.js"></script></body>
</html>
`;

function pagePolicy(frameOrigin: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    // The grid sets styles of its own elements.
    "style-src 'self' 'unsafe-inline'",
    'img-src data: blob:',
    'font-src data:',
    "connect-src 'self'",
    `frame-src ${frameOrigin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, {
    'Content-Type': type,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  });
  response.end(body);
}

function openNews(response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write(': open\n\n');
  listeners.add(response);
  response.on('close', () => listeners.delete(response));
}

function broadcast(listeners: Set<ServerResponse>, news: News): void {
  const line = `data: ${JSON.stringify(news)}\n\n`;
  for (const listener of listeners) listener.write(line);
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > MAX_BODY) throw new Error('The request is too big.');
    chunks.push(chunk as Buffer);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

/** Listens on the port wanted, or on any free one when that is taken. Answers the port. */
function listen(server: Server, wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE' || wanted === 0) return reject(error);
      listen(server, 0).then(resolve, reject);
    });
    server.listen(wanted, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
