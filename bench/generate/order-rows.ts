import { DUE_DATE_FORMS, ORDER_DATE_FORMS } from './dates';
import { EMAIL_FORMS } from './emails';
import { type Entry, type Form, messOf, writeAll } from './forms';
import { AMOUNT_FORMS, type CleanMoney, QUANTITY_FORMS, STATUS_FORMS } from './money';
import { NAME_FORMS } from './names';
import { NOTE_FORMS } from './notes';
import type { Line, Order } from './orders';
import { PHONE_FORMS } from './phones';
import { CITY_FORMS, COUNTRY_FORMS, POSTCODE_FORMS } from './places';
import type { Random } from './random';
import type { DraftRow, Person } from './types';

/** The header as the shop typed it, trailing spaces and all. */
export const ORDER_HEADER = [
  'Order no',
  'Order date',
  'Cust. no',
  'Customer ',
  'Company',
  'Phone',
  'E-mail',
  'Address',
  'Town',
  'Post code',
  'Country',
  'Art. no',
  'Article',
  'Qty',
  'Unit price',
  'Amount',
  'Status ',
  'Due date',
  'Taken by',
  'Notes',
];

/** A row to be typed: a line of an order, or a later change of that line. */
interface Typed {
  order: number;
  line: Line;
  status: string;
  /** Not the first row of its order. */
  further: boolean;
  /** Says anew what an earlier row said. */
  update: boolean;
  /** Where in the sheet it stands, to be sorted by. */
  place: number;
}

/** What is written once for an order and stands alike in each of its rows. */
interface Heads {
  orderId: Entry<string>[];
  customerId: Entry<string>[];
  name: Entry<string>[];
  phone: Entry<string[]>[];
  email: Entry<string[]>[];
  date: Entry<string>[];
  due: Entry<string>[];
  city: Entry<string>[];
  postcode: Entry<string>[];
  country: Entry<string>[];
}

/** Types the orders in: one row a line, with the mess of each field, later changes of lines, and rows pasted twice. */
export function typeOrders(orders: readonly Order[], random: Random): DraftRow[] {
  const typed = listLines(orders, random);
  const heads = writeHeads(orders, random);
  const money = typed.map(({ order, line, status }) => ({
    amount: Math.round(line.quantity * line.unitPrice * 100) / 100,
    currency: orders[order].currency,
    status,
  }));
  const tails: Tails = {
    amount: writeAll(AMOUNT_FORMS, money, random),
    quantity: writeAll(
      QUANTITY_FORMS,
      typed.map(({ line }) => line.quantity),
      random,
    ),
    status: writeAll(
      STATUS_FORMS,
      typed.map(({ status }) => status),
      random,
    ),
    note: writeAll(NOTE_FORMS, typed, random),
  };
  const drafts = typed.map((row, index) => {
    const head = headOf(heads, row, random);
    return draft(row, orders[row.order], head, tailOf(tails, index));
  });
  return pasteTwice(typed, drafts, random);
}

function listLines(orders: readonly Order[], random: Random): Typed[] {
  const typed: Typed[] = [];
  orders.forEach(({ lines, status }, order) => {
    lines.forEach((line, index) => {
      typed.push({ order, line, status, further: index > 0, update: false, place: typed.length });
    });
  });
  const changed = random.some(typed, Math.round(typed.length * 0.02));
  for (const former of changed) typed.push(change(former, random));
  return typed.sort((a, b) => a.place - b.place);
}

const NEXT: Record<string, string> = { New: 'Paid', Paid: 'Packed', Packed: 'Shipped', Shipped: 'Delivered' };

/** The same article of the same order, some rows further down: another status, or another quantity. */
function change(former: Typed, random: Random): Typed {
  const status = NEXT[former.status] ?? former.status;
  const line = status === former.status ? { ...former.line, quantity: former.line.quantity + 1 } : former.line;
  return { ...former, line, status, further: true, update: true, place: former.place + random.int(8, 60) + 0.25 };
}

/** The person's numbers or addresses, now and then another one first. */
const rotated = <T>(list: readonly T[], random: Random): readonly T[] =>
  list.length > 1 && random.chance(0.3) ? [...list].reverse() : list;

const ORDER_ID_FORMS: readonly Form<string, string>[] = [
  { mess: '', share: 1, write: (id) => ({ cell: id, clean: id }) },
  { mess: 'orderId-trailing-space', share: 0.01, write: (id) => ({ cell: `${id} `, clean: id }) },
];

const CUSTOMER_ID_FORMS: readonly Form<string, string>[] = [
  { mess: '', share: 1, write: (id) => ({ cell: id, clean: id }) },
  { mess: 'customerId-blank', share: 0.1, fits: Boolean, write: () => ({ cell: '', clean: '' }) },
  {
    mess: 'customerId-lost-zero',
    share: 0.015,
    fits: Boolean,
    write: (id) => ({ cell: Number(id), clean: String(Number(id)) }),
  },
];

function writeHeads(orders: readonly Order[], random: Random): Heads {
  const people: Person[] = orders.map(({ person }) => person);
  return {
    orderId: writeAll(
      ORDER_ID_FORMS,
      orders.map(({ orderId }) => orderId),
      random,
    ),
    customerId: writeAll(
      CUSTOMER_ID_FORMS,
      people.map(({ customerId }) => customerId),
      random,
    ),
    name: writeAll(NAME_FORMS, people, random),
    phone: writeAll(
      PHONE_FORMS,
      people.map(({ phones }) => rotated(phones, random)),
      random,
    ),
    email: writeAll(
      EMAIL_FORMS,
      people.map(({ emails }) => rotated(emails, random)),
      random,
    ),
    date: writeAll(
      ORDER_DATE_FORMS,
      orders.map(({ date }) => date),
      random,
    ),
    due: writeAll(
      DUE_DATE_FORMS,
      orders.map(({ due }) => due),
      random,
    ),
    city: writeAll(CITY_FORMS, people, random),
    postcode: writeAll(POSTCODE_FORMS, people, random),
    country: writeAll(COUNTRY_FORMS, people, random),
  };
}

type Head = { [K in keyof Heads]: Heads[K][number] };

const SAME: Entry<string[]> = { cell: 'same', clean: [], mess: 'filler-same' };

/** The order's own fields; in further rows some typists write "same" instead. */
function headOf(heads: Heads, { order, further }: Typed, random: Random): Head {
  const same = further && random.chance(0.08);
  return {
    orderId: heads.orderId[order],
    customerId: heads.customerId[order],
    name: heads.name[order],
    phone: same ? SAME : heads.phone[order],
    email: same ? SAME : heads.email[order],
    date: heads.date[order],
    due: heads.due[order],
    city: heads.city[order],
    postcode: heads.postcode[order],
    country: heads.country[order],
  };
}

/** What is written row by row. */
interface Tails {
  amount: Entry<CleanMoney>[];
  quantity: Entry<number | null>[];
  status: Entry<string>[];
  note: Entry<string>[];
}

type Tail = { [K in keyof Tails]: Tails[K][number] };

const tailOf = (tails: Tails, index: number): Tail => ({
  amount: tails.amount[index],
  quantity: tails.quantity[index],
  status: tails.status[index],
  note: tails.note[index],
});

function draft(row: Typed, order: Order, head: Head, tail: Tail): DraftRow {
  const { orderId, customerId, name, phone, email, date, due, city, postcode, country } = head;
  const { amount, quantity, status, note } = tail;
  const { owner, person } = order;
  const { company, address } = person;
  const { sku, article, unitPrice } = row.line;
  const mess = messOf([...Object.values<Entry<unknown>>(head), amount, quantity, status, note]);
  if (row.update) mess.push('row-update');
  return {
    kind: 'record',
    person: person.id,
    mess,
    // In the order of ORDER_HEADER.
    cells: [
      ...[orderId.cell, date.cell, customerId.cell, name.cell, company, phone.cell, email.cell, address, city.cell],
      ...[postcode.cell, country.cell, sku, article, quantity.cell, unitPrice, amount.cell, status.cell, due.cell],
      ...[owner, note.cell],
    ],
    clean: {
      orderId: orderId.clean,
      orderDate: date.clean,
      customerId: customerId.clean,
      name: name.clean,
      company,
      phones: phone.clean,
      emails: email.clean,
      address,
      city: city.clean,
      postcode: postcode.clean,
      country: country.clean,
      sku,
      article,
      quantity: quantity.clean,
      unitPrice,
      amount: amount.clean.amount,
      currency: amount.clean.currency,
      status: status.clean,
      dueDate: due.clean,
      owner,
      note: note.clean,
    },
  };
}

/** Some rows stand twice, half of them right below themselves; never one that was changed, so that the change stays the last word. */
function pasteTwice(typed: readonly Typed[], drafts: readonly DraftRow[], random: Random): DraftRow[] {
  const changed = new Set(typed.flatMap(({ order, update }) => (update ? [order] : [])));
  const placed = drafts.map((draft, index) => ({ draft, place: typed[index].place }));
  for (const index of random.some([...drafts.keys()], Math.ceil(drafts.length * 0.02))) {
    if (changed.has(typed[index].order)) continue;
    const { draft, place } = placed[index];
    const copy = { ...draft, mess: [...draft.mess, 'row-pasted-twice'] };
    placed.push({ draft: copy, place: place + 0.5 + (random.chance(0.5) ? 0 : random.int(10, 60)) });
  }
  return placed.sort((a, b) => a.place - b.place).map(({ draft }) => draft);
}
