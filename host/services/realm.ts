/** What every service needs: the way to the host, Google's exceptions, and the guard that names what is missing. */
import type { CallKind } from '../run/cost';
import type { Sheet } from '../workbook/sheet';
import members from './members.json';
import type { Port } from './port';

export let port: Port;

export function connect(to: Port): void {
  port = to;
}

/** An error as the services of Apps Script throw it. */
export class Exception extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Exception';
  }
}

/** Runs what belongs to our realm; what it throws, and an array that it made, come out as the script's realm's own. */
export function across<T>(body: () => T): T {
  try {
    const result = body();
    const foreign = Array.isArray(result) && Object.getPrototypeOf(result) !== Array.prototype;
    return foreign ? (Array.from(result as unknown[]) as T) : result;
  } catch (error) {
    if (error instanceof Error) throw error;
    throw new Exception((error as Error).message);
  }
}

/** A service call: counted, charged and perhaps refused before it does anything. */
export function call<T>(method: string, kind: CallKind, body: () => T, cellsRead = 0, cellsWritten = 0): T {
  return across(() => {
    port.enter(method, kind, cellsRead, cellsWritten);
    return body();
  });
}

/** Notes a call that only names a place; it costs nothing, and ends with the run. */
export function handle(): void {
  across(() => port.enter('', 'handle'));
}

/** Google's words for arguments of the wrong kind or number. */
export function wrongSignature(method: string, args: ArrayLike<unknown>): Exception {
  const kinds = Array.from(args, (arg) => {
    if (arg === null || arg === undefined) return '(null)';
    if (Array.isArray(arg)) return 'number[]';
    const name = typeof arg === 'object' ? ((arg as object).constructor?.name ?? 'Object') : typeof arg;
    return name[0].toUpperCase() + name.slice(1);
  });
  return new Exception(`The parameters (${kinds.join(',')}) don't match the method signature for ${method}.`);
}

/**
 * Refuses a service that this run has no right to.
 * Simple triggers "cannot access services that require authorization" (guide "Simple triggers"); a manifest that lists scopes has only those.
 */
export function needScope(method: string, ...anyOf: string[]): void {
  const urls = anyOf.map((scope) => (scope.startsWith('https:') ? scope : `https://www.googleapis.com/auth/${scope}`));
  const listed = port.run.scopes;
  const allowed = port.run.authMode === 'FULL' && (listed === null || urls.some((url) => listed.includes(url)));
  if (allowed) return;
  const say = port.run.authMode === 'FULL' ? 'Specified permissions are not sufficient' : 'You do not have permission';
  throw new Exception(`${say} to call ${method}. Required permissions: ${urls.join(' || ')}`);
}

/** The spreadsheet itself may be used by simple triggers, but a manifest with scopes must name one that covers it. */
export function needSheets(method: string): void {
  const listed = port.run.scopes;
  const covers = /\/auth\/(spreadsheets|spreadsheets\.currentonly|drive)$/;
  if (listed && !listed.some((scope) => covers.test(scope)))
    throw new Exception(
      `Specified permissions are not sufficient to call ${method}. Required permissions: https://www.googleapis.com/auth/spreadsheets.currentonly || https://www.googleapis.com/auth/spreadsheets`,
    );
}

/** The store's sheet behind a handle. @throws Exception where somebody deleted it meanwhile */
export function sheetOf(id: number): Sheet {
  const sheet = port.book.sheetById(id);
  if (!sheet) throw new Exception(`Sheet ${id} not found`);
  return sheet;
}

const lists = members.classes as Record<string, string[]>;

/**
 * Puts a guard behind a class: what Google has and this host has not throws by name; what nobody has stays undefined.
 * It stands behind the prototype, so that members that exist pay nothing for it.
 */
export function guard(service: abstract new (...args: never[]) => object, className: string): void {
  const known = new Set(lists[className] ?? []);
  const short = className.slice(className.indexOf('.') + 1);
  const behind = new Proxy(Object.create(Object.prototype), {
    get(target, name, receiver) {
      if (typeof name === 'string' && known.has(name) && !(name in target))
        throw new Exception(`${short}.${name} exists at Google; this host does not do it yet`);
      return Reflect.get(target, name, receiver);
    },
  });
  Object.setPrototypeOf(rootOf(service.prototype), behind);
  if (!Object.hasOwn(service.prototype, 'toString'))
    Object.defineProperty(service.prototype, 'toString', { value: () => short, configurable: true, writable: true });
}

function rootOf(prototype: object): object {
  let root = prototype;
  for (let next = Object.getPrototypeOf(root); next && next !== Object.prototype; next = Object.getPrototypeOf(root))
    root = next;
  return root;
}

/** A whole service that Google has and this host has not. */
export function missingService(name: string): object {
  const refuse = (): never => {
    throw new Exception(`${name} exists at Google; this host does not do it yet`);
  };
  return new Proxy({}, { get: (_target, key) => (typeof key === 'symbol' ? undefined : refuse()), has: () => true });
}

/** A Java-like enum value, as Apps Script's are: it prints as its name. */
export class EnumValue {
  readonly #name: string;
  readonly #ordinal: number;

  constructor(name: string, ordinal: number) {
    this.#name = name;
    this.#ordinal = ordinal;
  }

  name(): string {
    return this.#name;
  }

  ordinal(): number {
    return this.#ordinal;
  }

  compareTo(other: EnumValue): number {
    return this.#ordinal - other.ordinal();
  }

  toString(): string {
    return this.#name;
  }

  toJSON(): string {
    return this.#name;
  }
}

/** An enum object with one value per name. The types of Google call them numbers. */
export function enumOf<T>(...names: string[]): T {
  return Object.freeze(Object.fromEntries(names.map((name, i) => [name, new EnumValue(name, i)]))) as unknown as T;
}

/** The name of an enum value, or the text given in its place. */
export const enumName = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

/** A whole number argument: Apps Script's bridge cuts fractions off and refuses what is no number. */
export function whole(value: unknown, method: string, args: ArrayLike<unknown>): number {
  if (typeof value !== 'number' || Number.isNaN(value)) throw wrongSignature(method, args);
  return Math.trunc(value);
}
