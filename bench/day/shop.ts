import { Workbook } from '../../host';
import { writeSheet } from '../generate/to-book';

/** Somebody of the modelled team. */
export interface Member {
  name: string;
  role: 'member' | 'lead';
  /** As in the sheet `staff`. */
  told: string;
  /** Days off and quiet hours, as in the sheet. */
  away: string;
  quiet: string;
  chat: number;
}

const NAMES = ['Ann', 'Bob', 'Cid', 'Dee', 'Eva', 'Fay', 'Gus', 'Hal'];

/** Half of the team is told by Telegram, a quarter each by mail and by chat; all have a second way. */
const TOLD = ['mail, telegram', 'telegram, mail', 'chat, mail', 'telegram, chat'];

/** The last of them is away on these days, the one before has quiet hours. */
export function team(count: number, away: string, quiet: string): Member[] {
  return NAMES.slice(0, count).map((name, index) => ({
    name,
    role: index === 0 ? 'lead' : 'member',
    told: TOLD[index % TOLD.length],
    away: index === count - 1 ? away : '',
    quiet: index === count - 2 ? quiet : '',
    chat: 1000 + index,
  }));
}

const LEADS = ['Name', 'Phone', 'E-mail'];
const ORDERS = ['Order number', 'Name', 'Phone', 'Status', 'Article', 'Qty', 'Amount'];

/** A word of letters for a number: names that differ in letters are different people. */
export function word(number: number): string {
  let text = '';
  for (let rest = number + 26; rest > 0; rest = Math.floor(rest / 26)) text += String.fromCharCode(97 + (rest % 26));
  return text[0].toUpperCase() + text.slice(1);
}

const phone = (number: number) => `'+4420${String(70_000_000 + number).padStart(8, '0')}`;

export const leadRow = (number: number) => [
  `Lea ${word(number)}`,
  phone(number),
  `${word(number).toLowerCase()}@lead.example`,
];

export const orderRow = (number: number) => [
  `'A-${10_000 + number}`,
  `Ord ${word(number)}`,
  phone(5_000_000 + number),
  'delivered',
  'Kettle',
  1,
  20 + (number % 70),
];

/** What a shop has in the morning, and how it works. */
export interface ShopOptions {
  /** Rows that are there already. */
  held: { orders: number; leads: number };
  /** IANA name. */
  zone: string;
  /** Opening hours, on the wall. */
  hours: readonly [opens: string, closes: string];
  /** Further rows of the sheet `settings`: name and value. */
  settings: readonly (readonly [name: string, value: string])[];
}

/** The workbook on the morning: rows that are there already, and what people have configured. */
export function shopBook(people: readonly Member[], { held, zone, hours, settings }: ShopOptions): Workbook {
  const book = Workbook.empty({ timeZone: zone, locale: 'en_GB', sheet: null });
  const sheets: Record<string, (string | number)[][]> = {
    'order-update': [ORDERS, ...Array.from({ length: held.orders }, (_, index) => orderRow(index))],
    leads: [LEADS, ...Array.from({ length: held.leads }, (_, index) => leadRow(index))],
    staff: [
      ['Name', 'E-mail', 'Role', 'Takes new ones', 'Told by', 'Away', 'Quiet hours'],
      ...people.map(({ name, role, told, away, quiet }) => [
        name,
        `${name.toLowerCase()}@shop.example`,
        role,
        'yes',
        told,
        away,
        quiet,
      ]),
    ],
    settings: [
      ['Setting', 'Value', 'What it does'],
      ['Matching', 'exact', ''],
      ['Country', 'GB', ''],
      ['Opens', hours[0], ''],
      ['Closes', hours[1], ''],
      ...settings.map(([name, value]) => [name, value, '']),
    ],
  };
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = book.addSheet(name, undefined, { rows: rows.length + 200, columns: 12 });
    writeSheet(
      sheet,
      rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell.replace(/^'/, '') : cell))),
      1,
    );
  }
  return book;
}
