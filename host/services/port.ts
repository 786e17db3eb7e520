/** The border between the script's realm and ours: what the services are handed. Only primitives and plain data cross it. */
import type { CallKind } from '../run/cost';
import type { Limits } from '../run/limits';
import type { Schedule, Trigger } from '../run/triggers';
import type { HttpRequest, HttpResponse, Json, Mail, MenuItem, StartedBy } from '../types';
import type * as operations from '../workbook/operations';
import type { Workbook } from '../workbook/workbook';

export type StoreName = 'script' | 'document' | 'user';

/** Who runs, why, and with which rights. */
export interface Circumstances {
  startedBy: StartedBy;
  authMode: 'NONE' | 'LIMITED' | 'FULL' | 'CUSTOM_FUNCTION';
  activeUser: string;
  effectiveUser: string;
  /** Whether a person has the sheet open before them: without, there is no getUi. */
  hasEditor: boolean;
  /** The manifest's oauthScopes; null where it lists none and Google would work them out. */
  scopes: readonly string[] | null;
  timeZone: string;
  scriptId: string;
  locale: string;
}

export interface Port {
  readonly book: Workbook;
  readonly ops: typeof operations;
  readonly run: Circumstances;
  readonly limits: Limits;
  /** Counts, charges and may refuse a call, before it has any effect. */
  enter(method: string, kind: CallKind, cellsRead?: number, cellsWritten?: number): void;
  now(): number;
  random(): number;
  uuid(): string;
  sleep(ms: number): void;
  log(line: string): void;
  properties: {
    get(store: StoreName, key: string): string | null;
    all(store: StoreName): Record<string, string>;
    set(store: StoreName, values: Record<string, string>, replace: boolean): void;
    remove(store: StoreName, key: string | null): void;
  };
  cache: {
    get(store: StoreName, key: string): string | null;
    put(store: StoreName, key: string, value: string, seconds: number): void;
    remove(store: StoreName, key: string): void;
  };
  locks: {
    take(store: StoreName, timeout: number): boolean;
    release(store: StoreName): void;
    has(store: StoreName): boolean;
  };
  triggers: {
    list(): Trigger[];
    add(handler: string, event: Trigger['event'], schedule: Schedule | undefined): Trigger;
    remove(id: string): void;
  };
  mail: { send(mail: Omit<Mail, 'at'>): void; remaining(): number };
  fetch(request: HttpRequest): HttpResponse;
  html(name: string): string | undefined;
  ui: {
    menu(title: string, items: MenuItem[]): void;
    alert(title: string, message: string, buttons: string): string;
    prompt(title: string, message: string, buttons: string): { button: string; text: string };
    toast(message: string, title: string, seconds: number): void;
    sidebar(title: string, html: string): void;
    dialog(title: string, html: string, width: number, height: number, modal: boolean): void;
    activate(sheetName: string, a1: string): void;
  };
  crypto: {
    digest(algorithm: string, bytes: number[]): number[];
    hmac(algorithm: string, bytes: number[], key: number[]): number[];
    encode(text: string, charset: string): number[];
    decode(bytes: number[], charset: string): string;
    gzip(bytes: number[]): number[];
    gunzip(bytes: number[]): number[];
    zip(files: { name: string; bytes: number[] }[]): number[];
    unzip(bytes: number[]): { name: string; bytes: number[] }[];
  };
}

/** How a function is to be called. */
export interface Call {
  name: string;
  args: Json[];
  /** An event object to be built in the script's realm, as its first argument. */
  event?: EventInfo;
}

/** What is known of an event; the range becomes a Range of the script's realm. */
export interface EventInfo {
  fields: Record<string, Json>;
  user?: string;
  range?: { sheetId: number; row: number; column: number; rows: number; columns: number };
  /** Cells for e.value and e.oldValue; only for edits of one cell. */
  value?: Json;
  oldValue?: Json;
  source: boolean;
}

/** What {@link Port} was built for and the realm answers with. */
export interface Realm {
  /** Calls a function of the script; the outcome is read with `outcome` when all promises have run. */
  invoke(call: Call, target: unknown): void;
  outcome(): Outcome;
}

export type Outcome =
  | { done: false }
  | { done: true; ok: true; json: string }
  | { done: true; ok: false; error: { name: string; message: string; stack: string } };
