import { gridOf, has, lastRow, recordsOf, type World } from './world';

export const ORDERS = 'order-update';

/** New rows at the end of the orders, as a shop system writes them. */
export function appendOrders(world: World, [pick, count]: readonly number[]): void {
  for (let nth = 0; nth <= count % 3; nth++) {
    const { ledger } = world;
    const reference = `S-${pick}${nth}${ledger.orders.size}`;
    const name = `Sim ${SURNAMES[(pick + nth) % SURNAMES.length]} ${pick}${nth}`;
    const row: Record<string, string> = {
      'Order no': reference,
      'Order date': '23/10/2026',
      'Customer ': name,
      'E-mail': `sim${pick}${nth}@example.org`,
      Article: 'Trowel',
      'Art. no': `A-${pick}`,
      Qty: String((pick % 9) + 1),
    };
    if (ledger.orders.has(reference) || !appendRow(world, ORDERS, 'Order no', row)) continue;
    ledger.orders.set(reference, { name, quantity: row.Qty });
  }
}

const SURNAMES = ['Newcomer', 'Ångström', 'O’Hara', 'de la Cruz'];

function appendRow(world: World, sheet: string, expected: string, row: Record<string, string>): boolean {
  const grid = gridOf(world.host.book, sheet, expected);
  if (!grid) return false;
  const cells = grid.header.map((title) => row[title] ?? '');
  world.host.person.paste(sheet, `A${lastRow(world, sheet) + 1}`, [cells]);
  return true;
}

/** An inquiry, as a form on a web page writes it. */
export function appendLead(world: World, [pick]: readonly number[]): void {
  if (!has(world.host.book, 'leads')) return;
  appendRow(world, 'leads', 'Name ', {
    Timestamp: '23/10/2026 10:00:00',
    'Name ': `Lead ${SURNAMES[pick % 4]} ${pick}`,
    'Email id ': `lead${pick}@example.org`,
  });
}

/** Corrects a cell of an order. */
export function correctOrder({ host, ledger }: World, [pick, which, value]: readonly number[]): void {
  const grid = gridOf(host.book, ORDERS, 'Order no');
  if (!grid || grid.rows.length === 0) return;
  const record = recordsOf(grid)[pick % grid.rows.length];
  const header = ['Qty', 'E-mail', 'Phone', 'Town', 'Customer '][which % 5];
  const column = grid.header.indexOf(header) + 1;
  if (column === 0) return;
  const text =
    header === 'Qty'
      ? String((value % 9) + 1)
      : header === 'E-mail'
        ? `new${value}@example.org`
        : header === 'Phone'
          ? `'+44207946${String(value).padStart(4, '0')}`
          : `Changed ${value}`;
  host.person.type(ORDERS, record.at, column, text);
  const order = ledger.orders.get(record['Order no']);
  if (order && header === 'Customer ') order.name = text;
  if (order && header === 'Qty') order.quantity = text;
}
