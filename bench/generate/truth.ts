import type { CleanRow, OrderTruth, Person, RowTruth, Truth } from './types';

/** Sums the rows up: who is in them, which orders they make, how much mess there is. */
export function sumUp(rows: RowTruth[], people: readonly Person[]): Truth {
  const seen = new Set(rows.map(({ person }) => person));
  return { rows, persons: people.filter(({ id }) => seen.has(id)), orders: foldOrders(rows), mess: countMess(rows) };
}

function countMess(rows: readonly RowTruth[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { mess } of rows) for (const word of mess) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

/** Rows of one order number and one person are one order; the same article again is a change, and the later row wins. */
function foldOrders(rows: readonly RowTruth[]): OrderTruth[] {
  const orders = new Map<string, OrderTruth>();
  for (const { clean, person, row } of rows) {
    if (!clean.orderId) continue;
    const key = `${clean.orderId} ${person}`;
    let order = orders.get(key);
    if (!order) {
      order = begin(clean, person);
      orders.set(key, order);
    }
    order.rows.push(row);
    if (clean.status) order.status = clean.status;
    takeLine(order, clean);
  }
  return [...orders.values()];
}

function begin({ orderId = '', orderDate = '' }: CleanRow, person: string): OrderTruth {
  return { orderId, person, orderDate, status: '', lines: [], rows: [] };
}

function takeLine(order: OrderTruth, { sku = '', quantity = null, amount = null }: CleanRow): void {
  const line = { sku, quantity, amount };
  const at = order.lines.findIndex((former) => former.sku === sku);
  if (at < 0) order.lines.push(line);
  else order.lines[at] = line;
}
