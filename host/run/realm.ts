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

/** A realm with the services and a script in it, and the way by which the services reach the run that is under way. */
interface Room {
  context: vm.Context;
  realm: Realm;
  door: { port: Port };
}

/** Rooms that wait for another run of their script, by what they were made for. */
const idle = new Map<string, Map<string, Room[]>>();

/** What stands between the services and the run that they serve just now. */
function relayTo(door: Room['door']): Port {
  return new Proxy({} as Port, { get: (_, name) => door.port[name as keyof Port] });
}

/** A fresh realm: services first, evaluated inside it, then the script's code. */
function makeRoom(code: string, port: Port, limits: Limits): Room {
  const context = vm.createContext(plainGlobal(), {
    microtaskMode: 'afterEvaluate',
    codeGeneration: { strings: true, wasm: true },
  });
  services ??= new vm.Script(servicesBundle(), { filename: 'services.js' });
  const door = { port };
  const realm = (services.runInContext(context) as Install)(relayTo(door));
  compiled(code, 'Code.js').runInContext(context, { timeout: limits.realMs });
  return { context, realm, door };
}

/**
 * Runs one function, then its promises, in a fresh realm.
 * What the script sees is JavaScript and Apps Script's globals: no setTimeout, fetch, URL, process, require.
 * @param keep whether a realm of a former run may be used, and this one be left to a later: what the script keeps in variables
 * of its own then outlives a run, as it does not at Google
 */
export function runInRealm(code: string, call: Call, port: Port, limits: Limits, keep = false): Outcome {
  const rooms = keep ? roomsFor(code, port.run.timeZone) : [];
  const room = rooms.pop() ?? makeRoom(code, port, limits);
  room.door.port = port;
  try {
    return runIn(room, call, limits);
  } finally {
    rooms.push(room);
  }
}

function roomsFor(code: string, timeZone: string): Room[] {
  const zones = idle.get(code) ?? new Map<string, Room[]>();
  idle.set(code, zones);
  const rooms = zones.get(timeZone) ?? [];
  zones.set(timeZone, rooms);
  return rooms;
}

function runIn({ context, realm }: Room, call: Call, limits: Limits): Outcome {
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
  compiled('__enter()', 'start.js').runInContext(context, { timeout: limits.realMs });
  return realm.outcome();
}

function lookUp(context: vm.Context, name: string): unknown {
  const [first] = name.split('.');
  return compiled(
    `typeof ${first} === 'undefined' ? undefined : ${name.split('.').join('?.')}`,
    'lookup.js',
  ).runInContext(context);
}
