import { installDate, installDefaults } from './date';
import { classes, makeServices } from './globals';
import { makeRealm } from './invoke';
import { setMakers } from './make';
import members from './members.json';
import type { Port, Realm } from './port';
import { HostRange } from './range';
import { connect, guard, missingService } from './realm';
import { HostSheet } from './sheet';
import { HostSpreadsheet } from './spreadsheet';

/**
 * Sets a script's realm up: the clock, the globals of Apps Script and nothing else. Evaluated inside the realm, once per execution, so that
 * every Date, Array and Error the script meets is of its own realm.
 */
export function install(port: Port): Realm {
  connect(port);
  const realm = globalThis as typeof globalThis & Record<string, unknown>;
  installDate(realm, () => port.now(), port.run.timeZone);
  installDefaults(realm, port.run.timeZone);
  Object.defineProperty(Math, 'random', { value: () => port.random(), writable: true, configurable: true });
  setMakers({
    range: (place) => new HostRange(place),
    sheet: (id) => new HostSheet(id),
    spreadsheet: () => new HostSpreadsheet(),
  });
  for (const [name, service] of Object.entries(classes)) guard(service, name);
  const services = makeServices();
  const define = (name: string, value: unknown): void => {
    Object.defineProperty(realm, name, { value, writable: true, configurable: true, enumerable: false });
  };
  for (const [name, service] of Object.entries(services)) define(name, service);
  for (const name of Object.keys(members.globals)) if (!(name in services)) define(name, missingService(name));
  Object.defineProperty(Error, 'prepareStackTrace', { value: scriptStack, writable: true, configurable: true });
  // What V8 shows in a bare realm and Apps Script does not.
  for (const name of ['SharedArrayBuffer', 'Atomics']) delete realm[name];
  return makeRealm();
}

/** A stack as Apps Script shows it: the script's own lines, and none of the host's. */
function scriptStack(error: Error, frames: { getFileName(): string | null; toString(): string }[]): string {
  const own = frames.filter((frame) => frame.getFileName() === 'Code.js');
  return [String(error), ...own.map((frame) => `    at ${frame}`)].join('\n');
}
