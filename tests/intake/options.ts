import type { ReadOptions } from '../../src/intake/record';

/** Options of a source of which nothing is known; the wall clock is UTC. */
export function options(over: Partial<ReadOptions> = {}): ReadOptions {
  return {
    kind: 'orders',
    country: '',
    currency: '',
    required: [],
    columns: {},
    statuses: ['New', 'Pending', 'Paid', 'Shipped', 'Delivered', 'Cancelled'],
    dateOrder: '',
    today: '2026-11-20',
    wall: (date) => date.toISOString().slice(0, 19),
    ...over,
  };
}
