export type LockName = 'document' | 'script' | `user:${string}`;

interface Held {
  /** The execution that holds it, or `other` for a run on another machine that a test pretends. */
  by: number | 'other';
  until?: number;
}

/** Locks of LockService: one holder at a time, over all executions. */
export class Locks {
  private readonly held = new Map<string, Held>();

  /**
   * Tries to take a lock within `timeout` ms of the modelled clock.
   * @returns the milliseconds waited, or null when it was not to be had (then the whole timeout has passed)
   */
  take(name: LockName, by: number, now: number, timeout: number): number | null {
    const holder = this.held.get(name);
    if (!holder || holder.by === by || (holder.until ?? Number.POSITIVE_INFINITY) <= now) {
      this.held.set(name, { by });
      return 0;
    }
    const wait = (holder.until ?? Number.POSITIVE_INFINITY) - now;
    if (wait > timeout) return null;
    this.held.set(name, { by });
    return wait;
  }

  has(name: LockName, by: number): boolean {
    return this.held.get(name)?.by === by;
  }

  release(name: LockName, by: number): void {
    if (this.has(name, by)) this.held.delete(name);
  }

  /** Lets go of all that an execution holds: at its end, and while a person looks at an alert. */
  releaseAll(by: number): void {
    for (const [name, holder] of this.held) if (holder.by === by) this.held.delete(name);
  }

  /** Pretends that another run holds the lock until an instant of the modelled clock. */
  holdElsewhere(name: LockName, until: number): void {
    this.held.set(name, { by: 'other', until });
  }
}
