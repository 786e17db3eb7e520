import type { StoreName } from './port';
import { call, Exception, port } from './realm';

type Gas = GoogleAppsScript.Lock.Lock;

/** Keeps other executions out, not people. It ends with the run, and with an alert or prompt. */
export class HostLock {
  readonly #store: StoreName;

  constructor(store: StoreName) {
    this.#store = store;
  }
  tryLock(timeoutInMillis: number): boolean {
    return call('Lock.tryLock', 'lock', () => port.locks.take(this.#store, timeoutInMillis));
  }
  waitLock(timeoutInMillis: number): void {
    const taken = call('Lock.waitLock', 'lock', () => port.locks.take(this.#store, timeoutInMillis));
    if (!taken) throw new Exception('Lock timeout: another process was holding the lock for too long.');
  }
  hasLock(): boolean {
    return call('Lock.hasLock', 'lock', () => port.locks.has(this.#store));
  }
  releaseLock(): void {
    call('Lock.releaseLock', 'lock', () => port.locks.release(this.#store));
  }
}

export class HostLockService {
  getScriptLock(): Gas {
    return new HostLock('script') as never;
  }
  getUserLock(): Gas {
    return new HostLock('user') as never;
  }
  getDocumentLock(): Gas {
    return new HostLock('document') as never;
  }
}
