import type { StoreName } from './port';
import { call, port, wrongSignature } from './realm';

type Gas = GoogleAppsScript.Cache.Cache;

/** A store that forgets: 100 KB a value, keys of 250 characters, 10 minutes unless told, 6 hours at most, 1,000 items (Cache reference). */
export class HostCache {
  readonly #store: StoreName;

  constructor(store: StoreName) {
    this.#store = store;
  }
  get(key: string): string | null {
    return call('Cache.get', 'cacheGet', () => port.cache.get(this.#store, String(key)));
  }
  getAll(keys: string[]): { [key: string]: string } {
    return call('Cache.getAll', 'cacheGet', () => {
      const found: { [key: string]: string } = {};
      for (const key of keys) {
        const value = port.cache.get(this.#store, String(key));
        if (value !== null) found[key] = value;
      }
      return found;
    });
  }
  put(key: string, value: string, expirationInSeconds?: number): void {
    if (value === undefined || value === null) throw wrongSignature('CacheService.Cache.put', [key, value]);
    call('Cache.put', 'cachePut', () =>
      port.cache.put(this.#store, String(key), String(value), expirationInSeconds ?? port.limits.cacheDefaultSeconds),
    );
  }
  putAll(values: { [key: string]: unknown }, expirationInSeconds?: number): void {
    call('Cache.putAll', 'cachePut', () => {
      for (const [key, value] of Object.entries(values))
        port.cache.put(this.#store, key, String(value), expirationInSeconds ?? port.limits.cacheDefaultSeconds);
    });
  }
  remove(key: string): void {
    call('Cache.remove', 'cachePut', () => port.cache.remove(this.#store, String(key)));
  }
  removeAll(keys: string[]): void {
    call('Cache.removeAll', 'cachePut', () => {
      for (const key of keys) port.cache.remove(this.#store, String(key));
    });
  }
}

export class HostCacheService {
  getScriptCache(): Gas {
    return new HostCache('script') as never;
  }
  getUserCache(): Gas {
    return new HostCache('user') as never;
  }
  getDocumentCache(): Gas {
    return new HostCache('document') as never;
  }
}
