import { formatString } from './format-string';
import { needScope, port } from './realm';
import { HostUser } from './user';

type User = GoogleAppsScript.Base.User;

/** Who runs, where. */
export class HostSession {
  /** The person at the keyboard; an empty address where Google would not say (other people's triggers, simple triggers of guests). */
  getActiveUser(): User {
    if (port.run.authMode === 'FULL') needScope('Session.getActiveUser', 'userinfo.email');
    return new HostUser(port.run.activeUser) as never;
  }
  getEffectiveUser(): User {
    needScope('Session.getEffectiveUser', 'userinfo.email');
    return new HostUser(port.run.effectiveUser) as never;
  }
  getActiveUserLocale(): string {
    return port.run.locale;
  }
  getScriptTimeZone(): string {
    return port.run.timeZone;
  }
  getTimeZone(): string {
    return port.run.timeZone;
  }
  /** A name for the person that says nothing about them and changes every 30 days at Google; here it stays. */
  getTemporaryActiveUserKey(): string {
    let hash = 7;
    for (const letter of port.run.activeUser) hash = (hash * 31 + letter.charCodeAt(0)) >>> 0;
    return `key-${hash.toString(36)}`;
  }
}

/** What Logger prints of a value. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return String(value);
  if (value instanceof Error) return value.stack ?? String(value);
  if (value instanceof Date) return String(value);
  if (Array.isArray(value)) return `[${value.map(shown).join(', ')}]`;
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype)
    return `{${Object.entries(value)
      .map(([key, part]) => `${key}=${shown(part)}`)
      .join(', ')}}`;
  return String(value);
}

/** Logger: lines of the execution log. */
export class HostLogger {
  #lines: string[] = [];

  log(format: unknown, ...values: unknown[]): GoogleAppsScript.Base.Logger {
    const line = values.length
      ? formatString(
          String(format),
          values.map((value) => (typeof value === 'number' ? value : shown(value))),
        )
      : shown(format);
    this.#lines.push(line);
    port.log(line);
    return this as unknown as GoogleAppsScript.Base.Logger;
  }
  getLog(): string {
    return this.#lines.map((line) => `${line}\n`).join('');
  }
  clear(): void {
    this.#lines = [];
  }
}

/** console: the same log, with JSON for objects and util.format's placeholders. */
export function makeConsole(): Record<string, (...args: unknown[]) => void> {
  const text = (value: unknown): string => {
    if (typeof value === 'string') return value;
    if (value instanceof Error) return value.stack ?? String(value);
    if (typeof value !== 'object' || value === null || value instanceof Date) return String(value);
    try {
      const json = JSON.stringify(value);
      return json === '{}' && Object.getPrototypeOf(value) !== Object.prototype ? String(value) : json;
    } catch {
      return String(value);
    }
  };
  const write =
    (level: string) =>
    (...args: unknown[]): void => {
      const [first, ...rest] = args;
      let line: string;
      if (typeof first === 'string' && /%[sdifoOj]/.test(first) && rest.length) {
        const used = first.replace(/%[sdifoOj]/g, () => (rest.length ? text(rest.shift()) : ''));
        line = [used, ...rest.map(text)].join(' ');
      } else line = args.map(text).join(' ');
      port.log(level + line);
    };
  const timers = new Map<string, number>();
  return {
    log: write(''),
    info: write(''),
    warn: write('WARNING: '),
    error: write('ERROR: '),
    time: (label = 'default') => void timers.set(String(label), port.now()),
    timeEnd: (label = 'default') =>
      port.log(`${String(label)}: ${port.now() - (timers.get(String(label)) ?? port.now())}ms`),
  };
}
