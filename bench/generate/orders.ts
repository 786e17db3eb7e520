import type { WallTime } from '../../src/types';
import { addDays } from './dates';
import type { Random } from './random';
import type { Person } from './types';
import { ARTICLES, STAFF } from './words';

/** An article in an order. */
export interface Line {
  sku: string;
  article: string;
  quantity: number;
  /** In the order's currency. */
  unitPrice: number;
}

/** An order as it is before anyone types it in. */
export interface Order {
  orderId: string;
  person: Person;
  date: WallTime;
  due: WallTime;
  status: string;
  owner: string;
  /** ISO 4217 */
  currency: string;
  /** Each article once. */
  lines: Line[];
}

/** How many days before today the first order came. */
export const SPAN_DAYS = 60;

/** Days within which an order is wanted at the latest. */
const LONGEST_WAIT = 14;

/**
 * Makes `count` orders in the order in which they came in the 60 days before `today`. Few customers order often. Of two
 * hundred and fifty order numbers, one has been given to two customers; from 20 orders on there are at least two such.
 */
export function makeOrders(count: number, people: readonly Person[], today: WallTime, random: Random): Order[] {
  const ages = Array.from({ length: count }, () => random.int(1, SPAN_DAYS)).sort((a, b) => b - a);
  const regulars = people.slice(0, Math.ceil(people.length / 8));
  const days = Array.from({ length: SPAN_DAYS + LONGEST_WAIT + 1 }, (_, index) => addDays(today, index - SPAN_DAYS));
  const orders = ages.map((age, index) => {
    const person = random.pick(random.chance(0.35) ? regulars : people);
    return makeOrder(`HG-${20_300 + index}`, person, age, days, random);
  });
  giveTwice(orders, random);
  return orders;
}

/** `days` are all days from {@link SPAN_DAYS} before today on. */
function makeOrder(orderId: string, person: Person, age: number, days: readonly WallTime[], random: Random): Order {
  const day = SPAN_DAYS - age;
  return {
    orderId,
    person,
    date: days[day],
    due: days[day + random.int(3, LONGEST_WAIT)],
    status: statusAt(age, random),
    owner: random.pick(STAFF),
    currency: CURRENCIES[person.country],
    lines: makeLines(person, random),
  };
}

const CURRENCIES: Record<string, string> = { GB: 'GBP', FR: 'EUR', DE: 'EUR', US: 'USD' };

/** The older an order, the further it has come. */
function statusAt(age: number, random: Random): string {
  if (random.chance(0.08)) return random.pick(['Cancelled', 'Returned', 'On hold']);
  if (age > 14) return random.chance(0.85) ? 'Delivered' : 'Shipped';
  if (age > 6) return random.pick(['Shipped', 'Shipped', 'Delivered', 'Packed']);
  return random.pick(['New', 'New', 'Paid', 'Packed']);
}

function makeLines(person: Person, random: Random): Line[] {
  const count = random.pick([1, 1, 1, 1, 1, 1, 2, 2, 2, 3]) + (person.company && random.chance(0.2) ? 1 : 0);
  return random.some(ARTICLES, count).map(([sku, article, unitPrice]) => ({
    sku,
    article,
    unitPrice,
    quantity: person.company ? random.int(2, 36) : random.pick([1, 1, 1, 2, 2, 3, 6]),
  }));
}

function giveTwice(orders: Order[], random: Random): void {
  if (orders.length < 20) return;
  let wanted = Math.max(2, Math.round(orders.length / 250));
  while (wanted > 0) {
    const index = random.int(1, orders.length - 1);
    const former = orders[index - 1];
    if (former.person === orders[index].person || former.orderId === orders[index].orderId) continue;
    if (orders[index - 2]?.orderId === former.orderId) continue;
    orders[index].orderId = former.orderId;
    wanted -= 1;
  }
}
