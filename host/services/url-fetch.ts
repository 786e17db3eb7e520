import type { HttpRequest, HttpResponse } from '../types';
import { HostBlob } from './blob';
import { call, Exception, needScope, port } from './realm';

type Response = GoogleAppsScript.URL_Fetch.HTTPResponse;

interface Options {
  url?: string;
  method?: string;
  headers?: Record<string, string>;
  payload?: unknown;
  contentType?: string;
  muteHttpExceptions?: boolean;
}

/** UrlFetchApp over the network that the host was given. */
export class HostUrlFetchApp {
  fetch(url: string, options: Options = {}): Response {
    needScope('UrlFetchApp.fetch', 'script.external_request');
    const request = requestOf(String(url), options);
    return call('UrlFetchApp.fetch', 'fetch', () =>
      respond(request, port.fetch(request), options.muteHttpExceptions ?? false),
    );
  }
  /** The requests run side by side: they take the time of one. */
  fetchAll(requests: readonly (string | Options)[]): Response[] {
    needScope('UrlFetchApp.fetchAll', 'script.external_request');
    return call('UrlFetchApp.fetchAll', 'fetch', () =>
      requests.map((entry) => {
        const options = typeof entry === 'string' ? { url: entry } : entry;
        const request = requestOf(String(options.url), options);
        return respond(request, port.fetch(request), options.muteHttpExceptions ?? false);
      }),
    );
  }
  getRequest(url: string, options: Options = {}): GoogleAppsScript.URL_Fetch.URLFetchRequest {
    const { method, headers, body } = requestOf(String(url), options);
    return { url, method, headers, payload: body, contentType: options.contentType } as never;
  }
}

function requestOf(url: string, options: Options): HttpRequest {
  if (!/^https?:\/\//.test(url)) throw new Exception(`Invalid argument: ${url}`);
  if (url.length > 2048) throw new Exception(`Limit Exceeded: URLFetch URL Length.`);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(options.headers ?? {})) headers[name] = String(value);
  const { payload } = options;
  let body = '';
  if (typeof payload === 'string') body = payload;
  else if (payload instanceof HostBlob) body = payload.getDataAsString();
  else if (payload && typeof payload === 'object')
    body = Object.entries(payload)
      .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`)
      .join('&');
  if (options.contentType) headers['Content-Type'] = options.contentType;
  else if (body !== '') headers['Content-Type'] = 'application/x-www-form-urlencoded';
  return { url, method: (options.method ?? (body ? 'post' : 'get')).toUpperCase(), headers, body };
}

function respond(request: HttpRequest, response: HttpResponse, mute: boolean): Response {
  if (response.status >= 400 && !mute) {
    const host = /^https?:\/\/[^/]+/.exec(request.url)?.[0] ?? request.url;
    throw new Exception(
      `Request failed for ${host} returned code ${response.status}. Truncated server response: ${response.body.slice(0, 200)} (use muteHttpExceptions option to examine full response)`,
    );
  }
  return new HostHTTPResponse(response) as never;
}

export class HostHTTPResponse {
  readonly #response: HttpResponse;

  constructor(response: HttpResponse) {
    this.#response = response;
  }
  getResponseCode(): number {
    return this.#response.status;
  }
  getContentText(_charset?: string): string {
    return this.#response.body;
  }
  getContent(): number[] {
    return Array.from(port.crypto.encode(this.#response.body, 'UTF-8'));
  }
  getHeaders(): object {
    return { ...this.#response.headers };
  }
  getAllHeaders(): object {
    return { ...this.#response.headers };
  }
  getBlob(): GoogleAppsScript.Base.Blob {
    const type =
      Object.entries(this.#response.headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? null;
    return new HostBlob(this.#response.body, type) as never;
  }
}
