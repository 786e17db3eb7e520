import vm from 'node:vm';
import { HostError } from '../error';
import type { Call, Outcome, Port, Realm } from '../services/port';
import { servicesBundle } from './bundle';
import type { Limits } from './limits';

type Install = (port: Port) => Realm;

let services: vm.Script | undefined;
const scripts = new Map<string, vm.Script>();

/** Compiled once per text: a test runs the same bundle hundreds of times. */
function compiled(code: string, filename: string): vm.Script {
  let script = scripts.get(code);
  if (!script) {
    if (scripts.size > 50) scripts.clear();
    script = new vm.Script(code, { filename });
    scripts.set(code, script);
  }
  return script;
}

/** @throws HostError `syntax` where the text is no JavaScript, with the line */
export function assertScript(code: string, path: string): void {
  try {
    compiled(code, 'Code.js');
  } catch (error) {
    const line = /Code\.js:(\d+)/.exec(String((error as Error).stack))?.[1];
    throw new HostError(
      'syntax',
      `"${path}" is not JavaScript: ${(error as Error).message}${line ? ` (line ${line})` : ''}.`,
    );
  }
}

/** A dotted path of plain names, as triggers and menus may use; anything else is no function's name. */
const NAME = /^[\p{ID_Start}$_][\p{ID_Continue}$]*(?:\.[\p{ID_Start}$_][\p{ID_Continue}$]*)*$/u;

/**
 * An ordinary global object where this Node has it (20.18 on): otherwise each `Math` that a script names is asked of the host first,
 * which takes a microsecond, and a loop over letters fifty times as long.
 */
const plainGlobal = () => (vm.constants.DONT_CONTEXTIFY ?? {}) as unknown as vm.Context;

/**
 * Runs one function in a fresh realm: services first, evaluated inside it, then the script's code, then the function, then its promises.
 * What the script sees is JavaScript and Apps Script's globals: no setTimeout, fetch, URL, process, require.
 */
export function runInRealm(code: string, call: Call, port: Port, limits: Limits): Outcome {
  const context = vm.createContext(plainGlobal(), {
    microtaskMode: 'afterEvaluate',
    codeGeneration: { strings: true, wasm: true },
  });
  services ??= new vm.Script(servicesBundle(), { filename: 'services.js' });
  const realm = (services.runInContext(context) as Install)(port);
  const timeout = limits.realMs;
  compiled(code, 'Code.js').runInContext(context, { timeout });
  const target = NAME.test(call.name) ? lookUp(context, call.name) : undefined;
  if (typeof target !== 'function') throw new Error(`Script function not found: ${call.name}`);
  const door = context as { __enter?: () => void };
  Object.defineProperty(door, '__enter', {
    configurable: true,
    value: () => {
      delete door.__enter;
      realm.invoke(call, target);
    },
  });
  compiled('__enter()', 'start.js').runInContext(context, { timeout });
  return realm.outcome();
}

function lookUp(context: vm.Context, name: string): unknown {
  const [first] = name.split('.');
  return compiled(
    `typeof ${first} === 'undefined' ? undefined : ${name.split('.').join('?.')}`,
    'lookup.js',
  ).runInContext(context);
}
