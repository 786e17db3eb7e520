import { wallToInstant, zoneOffset } from './zone';

/** Whether a date text names its own zone, or is a bare ISO day, which JavaScript reads as UTC. */
const OWN_ZONE = /(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})\s*(?:\(.*\))?$|^[+-]?\d{4,6}(?:-\d{2}){0,2}$/i;

/**
 * Puts the realm's Date on the host's clock and into the script's time zone (manifest `timeZone`), whatever the machine's is.
 * The class stays itself: only the local-time methods and the constructor are replaced.
 */
export function installDate(realm: typeof globalThis, now: () => number, zone: string): void {
  const Native = realm.Date;
  const proto = Native.prototype as unknown as Record<string, unknown>;
  const offset = (instant: number): number => zoneOffset(zone, instant);
  const toInstant = (wall: number): number => (Number.isNaN(wall) ? Number.NaN : wallToInstant(zone, wall));
  const parse = (text: string): number => {
    const clean = String(text).trim();
    if (OWN_ZONE.test(clean)) return Native.parse(clean);
    const wall = Native.parse(/^\d{4}-\d{2}-\d{2}T/.test(clean) ? `${clean}Z` : `${clean} UTC`);
    return toInstant(wall);
  };
  const construct = (args: unknown[]): Date => {
    if (args.length === 0) return new Native(now());
    if (args.length > 1) return new Native(toInstant(Native.UTC(...(args as [number, number]))));
    const [value] = args;
    return typeof value === 'string' ? new Native(parse(value)) : new Native(value as number);
  };
  const HostDate = function (this: unknown, ...args: unknown[]) {
    if (new.target === undefined) return construct([]).toString();
    const made = construct(args);
    return new.target === (HostDate as unknown) ? made : Object.setPrototypeOf(made, new.target.prototype);
  };
  Object.defineProperties(HostDate, {
    prototype: { value: Native.prototype, writable: false },
    name: { value: 'Date' },
    length: { value: 7 },
    now: { value: () => Math.floor(now()), writable: true, configurable: true },
    parse: { value: parse, writable: true, configurable: true },
    UTC: { value: Native.UTC, writable: true, configurable: true },
  });
  proto.constructor = HostDate;
  realm.Date = HostDate as unknown as DateConstructor;
  localMethods(Native, proto, offset, toInstant);
  localTexts(proto, zone, offset);
}

/** getHours, setHours and their like: the UTC methods on the wall clock of the zone. */
function localMethods(
  Native: DateConstructor,
  proto: Record<string, unknown>,
  offset: (instant: number) => number,
  toInstant: (wall: number) => number,
): void {
  const define = (name: string, value: unknown): void => {
    Object.defineProperty(proto, name, { value, writable: true, configurable: true, enumerable: false });
  };
  const names = ['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'];
  for (const name of [...names, 'Day']) {
    const utc = proto[`getUTC${name}`] as (this: Date) => number;
    define(`get${name}`, function (this: Date) {
      const instant = this.getTime();
      return utc.call(new Native(instant + offset(instant)));
    });
  }
  for (const name of names) {
    const utc = proto[`setUTC${name}`] as (this: Date, ...args: number[]) => number;
    define(`set${name}`, function (this: Date, ...args: number[]) {
      const instant = this.getTime();
      const wall = new Native(Number.isNaN(instant) && name === 'FullYear' ? 0 : instant + offset(instant));
      return this.setTime(toInstant(utc.apply(wall, args)));
    });
  }
  define('getYear', function (this: Date) {
    return this.getFullYear() - 1900;
  });
  define('getTimezoneOffset', function (this: Date) {
    const minutes = offset(this.getTime()) / 60_000;
    return minutes === 0 ? 0 : -minutes;
  });
}

/** toString and toLocaleString in the script's zone. */
function localTexts(proto: Record<string, unknown>, zone: string, offset: (instant: number) => number): void {
  const define = (name: string, value: unknown): void => {
    Object.defineProperty(proto, name, { value, writable: true, configurable: true, enumerable: false });
  };
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = (date: Date): string => {
    const [name, , month] = [date.getDay(), 0, date.getMonth()];
    return `${['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][name]} ${['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][month]} ${two(date.getDate())} ${String(date.getFullYear()).padStart(4, '0')}`;
  };
  // The zone's name hangs on its offset only; asking Intl for every date would be a thousand times slower.
  const names = new Map<number, string>();
  const nameAt = (date: Date, minutes: number): string => {
    let name = names.get(minutes);
    if (name === undefined) {
      const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'long' }).formatToParts(
        date.getTime(),
      );
      name = parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
      names.set(minutes, name);
    }
    return name;
  };
  const time = (date: Date): string => {
    const minutes = Math.round(offset(date.getTime()) / 60_000);
    const sign = minutes < 0 ? '-' : '+';
    const clock = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
    const shift = `${two(Math.floor(Math.abs(minutes) / 60))}${two(Math.abs(minutes) % 60)}`;
    return `${clock} GMT${sign}${shift} (${nameAt(date, minutes)})`;
  };
  const orInvalid = (text: (date: Date) => string) =>
    function (this: Date) {
      return Number.isNaN(this.getTime()) ? 'Invalid Date' : text(this);
    };
  define(
    'toString',
    orInvalid((date) => `${day(date)} ${time(date)}`),
  );
  define('toDateString', orInvalid(day));
  define('toTimeString', orInvalid(time));
  for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']) {
    const native = proto[name] as (this: Date, locales?: unknown, options?: object) => string;
    define(name, function (this: Date, locales?: unknown, options?: object) {
      return native.call(this, locales ?? 'en-US', { timeZone: zone, ...options });
    });
  }
}

/** Fixes what Intl and its friends take from the machine where a script names nothing: the locale `en-US` and the script's zone. */
export function installDefaults(realm: typeof globalThis, zone: string): void {
  const Native = realm.Intl.DateTimeFormat;
  function Format(locales?: string | string[], options?: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    return new Native(locales ?? 'en-US', { timeZone: zone, ...options });
  }
  Object.defineProperties(Format, {
    prototype: { value: Native.prototype, writable: false },
    name: { value: 'DateTimeFormat' },
    supportedLocalesOf: { value: Native.supportedLocalesOf, writable: true, configurable: true },
  });
  Object.defineProperty(realm.Intl, 'DateTimeFormat', { value: Format, writable: true, configurable: true });
  const number = realm.Number.prototype.toLocaleString;
  const compare = realm.String.prototype.localeCompare;
  const define = (target: object, name: string, value: unknown): void => {
    Object.defineProperty(target, name, { value, writable: true, configurable: true });
  };
  define(
    realm.Number.prototype,
    'toLocaleString',
    function (this: number, locales?: string, options?: Intl.NumberFormatOptions) {
      return number.call(this, locales ?? 'en-US', options);
    },
  );
  define(
    realm.String.prototype,
    'localeCompare',
    function (this: string, that: string, locales?: string, options?: Intl.CollatorOptions) {
      return compare.call(this, that, locales ?? 'en-US', options);
    },
  );
}
