import type { StoreName } from '../services/port';
import type { Quota } from './limits';
import type { Trigger } from './triggers';

/** What a host remembers between runs beside the workbook: kept in a file next to it. All plain data. */
export interface HostState {
  now: number;
  seed: number;
  nextId: number;
  /** Property stores by their full name (`document`, `script`, `user:ann@…`). */
  properties: Record<string, Record<string, string>>;
  cache: Record<string, Record<string, { value: string; until: number }>>;
  triggers: Trigger[];
  /** What is used of each quota, by name and user. */
  quotas: Record<string, Quota>;
}

export function freshState(now: number, seed: number): HostState {
  return { now, seed, nextId: 1, properties: {}, cache: {}, triggers: [], quotas: {} };
}

/** Stores of users are one per user. */
export const storeKey = (store: StoreName, user: string): string => (store === 'user' ? `user:${user}` : store);
