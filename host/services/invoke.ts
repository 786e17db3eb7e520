import { AuthMode } from './enums';
import { makeRange, makeSpreadsheet } from './make';
import type { Call, EventInfo, Outcome, Realm } from './port';
import { port } from './realm';
import { HostUser } from './user';

/** The side of an execution that lives in the script's realm: arguments and events are made here, and results leave as JSON. */
export function makeRealm(): Realm {
  let outcome: Outcome = { done: false };
  const succeed = (value: unknown): void => {
    outcome = { done: true, ok: true, json: toJson(value) };
  };
  const fail = (error: unknown): void => {
    outcome = { done: true, ok: false, error: plainError(error) };
  };
  return {
    invoke(call: Call, target: unknown): void {
      outcome = { done: false };
      try {
        const args = JSON.parse(JSON.stringify(call.args)) as unknown[];
        if (call.event) args.unshift(makeEvent(call.event));
        const value = (target as (...args: unknown[]) => unknown)(...args);
        if (value instanceof Promise) value.then(succeed).catch(fail);
        else succeed(value);
      } catch (error) {
        fail(error);
      }
    },
    outcome: () => outcome,
  };
}

function plainError(error: unknown): { name: string; message: string; stack: string } {
  if (error instanceof Error) return { name: error.name, message: error.message, stack: String(error.stack ?? '') };
  return { name: 'Error', message: String(error), stack: '' };
}

/** An event object (guide "Event objects"). */
function makeEvent(info: EventInfo): Record<string, unknown> {
  const event: Record<string, unknown> = {
    ...(JSON.parse(JSON.stringify(info.fields)) as object),
    authMode: (AuthMode as never)[port.run.authMode],
  };
  if (info.source) event.source = makeSpreadsheet();
  if (info.user !== undefined) event.user = new HostUser(port.run.activeUser);
  if (info.range) event.range = makeRange({ ...info.range });
  if (info.value !== undefined) event.value = info.value;
  if (info.oldValue !== undefined) event.oldValue = info.oldValue;
  return event;
}

/**
 * A result as JSON. What the panel calls must be legal for google.script.run: numbers, booleans, strings, null, plain objects and arrays of
 * these; a Date or function makes the call fail (reference google.script.run).
 */
function toJson(value: unknown): string {
  if (port.run.startedBy === 'panel') assertLegal(value, 'return value', new Set());
  try {
    return JSON.stringify(value) ?? 'null';
  } catch {
    return JSON.stringify(String(value));
  }
}

function assertLegal(value: unknown, where: string, above: Set<unknown>): void {
  if (
    value === null ||
    value === undefined ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    typeof value === 'number'
  )
    return;
  const proto = typeof value === 'object' ? Object.getPrototypeOf(value) : undefined;
  const plain = typeof value === 'object' && (Array.isArray(value) || proto === Object.prototype || proto === null);
  if (!plain || above.has(value)) throw new TypeError(`Failed due to illegal value in property: ${where}`);
  above.add(value);
  for (const [key, part] of Object.entries(value as object)) assertLegal(part, key, above);
  above.delete(value);
}
