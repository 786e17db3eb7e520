/**
 * `google.script` inside a panel or dialog, with Google's own restrictions. Runs in the frame, before its own script.
 * https://developers.google.com/apps-script/guides/html/reference/run and …/reference/host
 */
import type { FrameMessage, PageMessage } from './frame-messages';

interface Setup {
  pageOrigin: string;
  /** What `google.script.run` offers: top-level functions whose name does not end in `_`. */
  functions: string[];
}

type Handler = (value: unknown, userObject?: unknown) => void;

interface Pending {
  success?: Handler;
  failure?: Handler;
  userObject?: unknown;
}

const setup = (window as unknown as { __host: Setup }).__host;

/** Google: "you can have 10 concurrent calls"; the eleventh waits. */
const CONCURRENT = 10;
const pending = new Map<number, Pending>();
const waiting: { id: number; functionName: string; args: unknown[] }[] = [];
let calls = 0;
let open = 0;

function send(message: FrameMessage): void {
  window.parent.postMessage(message, setup.pageOrigin);
}

/** A runner is not changed by `with…`: each gives a new one, as at Google. */
function runner(settings: Pending): Record<string, unknown> {
  const offered: Record<string, unknown> = {
    withSuccessHandler: (success: Handler) => runner({ ...settings, success }),
    withFailureHandler: (failure: Handler) => runner({ ...settings, failure }),
    withUserObject: (userObject: unknown) => runner({ ...settings, userObject }),
  };
  for (const name of setup.functions) offered[name] = (...args: unknown[]) => call(name, args, settings);
  return offered;
}

function call(functionName: string, args: unknown[], settings: Pending): void {
  const sent = isForm(args)
    ? [formValues(args[0] as HTMLFormElement)]
    : args.map((arg, index) => legal(arg, index, []));
  const id = ++calls;
  pending.set(id, settings);
  waiting.push({ id, functionName, args: sent });
  next();
}

function next(): void {
  while (open < CONCURRENT && waiting.length > 0) {
    const message = waiting.shift();
    if (!message) return;
    open += 1;
    send({ kind: 'call', ...message });
  }
}

/** "A form may be passed, but only as the sole parameter." */
function isForm(args: unknown[]): boolean {
  return args.length === 1 && args[0] instanceof HTMLFormElement;
}

function formValues(form: HTMLFormElement): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, value] of new FormData(form)) {
    const text = typeof value === 'string' ? value : value.name;
    const before = values[name];
    values[name] = before === undefined ? text : [before, text].flat();
  }
  return values;
}

/**
 * Google: "Requests fail if you attempt to pass a Date, Function, DOM element besides a form, or other prohibited type";
 * undefined in arrays becomes null, and a member that is undefined is dropped.
 * @throws TypeError with the words of Google's own client
 */
function legal(value: unknown, index: number, path: object[]): unknown {
  if (value === null || ['string', 'boolean', 'number'].includes(typeof value)) return value;
  if (value === undefined) return null;
  const tag = Object.prototype.toString.call(value);
  if (typeof value !== 'object' || (tag !== '[object Object]' && tag !== '[object Array]') || path.includes(value)) {
    throw new TypeError(`Failed due to illegal value in property: ${index}`);
  }
  const inside = [...path, value];
  if (Array.isArray(value)) return value.map((item) => legal(item, index, inside));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [key, legal(item, index, inside)]),
  );
}

window.addEventListener('message', ({ origin, source, data }: MessageEvent<PageMessage>) => {
  if (origin !== setup.pageOrigin || source !== window.parent || data?.kind !== 'result') return;
  const settings = pending.get(data.id);
  if (!settings) return;
  pending.delete(data.id);
  open -= 1;
  next();
  if (data.ok) return settings.success?.(data.value, settings.userObject);
  const error = Object.assign(new Error(data.error), { name: data.name });
  if (settings.failure) settings.failure(error, settings.userObject);
  else console.error(`Uncaught ${data.name}: ${data.error}`);
});

Object.assign(window, {
  google: {
    script: {
      run: runner({}),
      host: {
        origin: setup.pageOrigin,
        close: () => send({ kind: 'close' }),
        setHeight: (height: number) => send({ kind: 'size', height: Number(height) }),
        setWidth: (width: number) => send({ kind: 'size', width: Number(width) }),
        editor: { focus: () => send({ kind: 'focus' }) },
      },
    },
  },
});
