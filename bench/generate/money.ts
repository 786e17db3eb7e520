import type { Form } from './forms';

/** What a line costs, and how the order stands. */
export interface Price {
  amount: number;
  /** ISO 4217: `GBP`, the shop's own, or `EUR`, `USD`. */
  currency: string;
  status: string;
}

export interface CleanMoney {
  amount: number | null;
  /** Left out where there is no amount: a reader may then name the shop's own or none. */
  currency?: string;
}

type MoneyForm = Form<Price, CleanMoney>;

const grouped = (amount: number) => amount.toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',');
const continental = (amount: number, group = '.') =>
  amount
    .toFixed(2)
    .replace('.', ',')
    .replace(/\B(?=(\d{3})+,)/g, group);

const pounds = (price: Pick<Price, 'currency'>) => price.currency === 'GBP';
const euros = (price: Price) => price.currency === 'EUR';
const SIGNS: Record<string, string> = { EUR: '€', USD: '$' };

function readable(mess: string, share: number, cell: (amount: number) => string, fits: MoneyForm['fits']): MoneyForm {
  return {
    mess,
    share,
    fits,
    write: ({ amount, currency }) => ({ cell: cell(amount), clean: { amount, currency } }),
  };
}

function words(mess: string, share: number, text: string): MoneyForm {
  return { mess, share, write: () => ({ cell: text, clean: { amount: null } }) };
}

/** How amounts are written. A bare number is in the shop's own currency; orders from abroad carry their sign. */
export const AMOUNT_FORMS: readonly MoneyForm[] = [
  {
    mess: '',
    share: 1,
    write: ({ amount, currency }) => ({
      cell: pounds({ currency }) ? amount : SIGNS[currency] + grouped(amount),
      clean: { amount, currency },
    }),
  },
  {
    mess: 'amount-refund-in-brackets',
    share: 0.01,
    fits: (price) => pounds(price) && price.status === 'Returned',
    write: ({ amount }) => ({ cell: `(${grouped(amount)})`, clean: { amount: -amount, currency: 'GBP' } }),
  },
  readable('amount-euro-continental', 0.03, (amount) => `€ ${continental(amount)}`, euros),
  readable('amount-euro-behind', 0.015, (amount) => `${continental(amount, '\u00a0')} €`, euros),
  readable('amount-euro-code', 0.01, (amount) => `EUR ${amount.toFixed(2)}`, euros),
  readable('amount-pound-sign', 0.1, (amount) => `£${grouped(amount)}`, pounds),
  readable('amount-text', 0.04, grouped, pounds),
  readable('amount-pound-space', 0.02, (amount) => `£\u00a0${amount.toFixed(2)} `, pounds),
  readable('amount-code', 0.015, (amount) => `GBP ${amount.toFixed(2)}`, pounds),
  readable('amount-code-behind', 0.01, (amount) => `${amount.toFixed(2)} gbp`, pounds),
  readable('amount-with-words', 0.01, (amount) => `£${amount.toFixed(2)} incl. VAT`, pounds),
  words('amount-on-request', 0.012, 'on request'),
  words('amount-to-be-confirmed', 0.006, 'tbc'),
  words('amount-blank', 0.015, ''),
];

type QuantityForm = Form<number, number | null>;

function counted(mess: string, share: number, cell: (quantity: number) => string): QuantityForm {
  return { mess, share, write: (quantity) => ({ cell: cell(quantity), clean: quantity }) };
}

/** How quantities are written. */
export const QUANTITY_FORMS: readonly QuantityForm[] = [
  { mess: '', share: 1, write: (quantity) => ({ cell: quantity, clean: quantity }) },
  counted('quantity-text', 0.03, String),
  counted('quantity-pieces', 0.015, (quantity) => `${quantity} pcs`),
  counted('quantity-times', 0.01, (quantity) => `x${quantity}`),
  { mess: 'quantity-blank', share: 0.01, write: () => ({ cell: '', clean: null }) },
];

/** The shop's words for how an order stands, in the order in which they come. */
export const STATUSES = ['New', 'Paid', 'Packed', 'Shipped', 'Delivered', 'Cancelled', 'Returned', 'On hold'];

const MISSPELT: Record<string, string> = {
  Paid: 'Payed',
  Shipped: 'Shiped',
  Delivered: 'Deliverd',
  Cancelled: 'Cancled',
  Returned: 'Retruned',
};

type StatusForm = Form<string, string>;

/** How statuses are written. */
export const STATUS_FORMS: readonly StatusForm[] = [
  { mess: '', share: 1, write: (status) => ({ cell: status, clean: status }) },
  {
    mess: 'status-misspelt',
    share: 0.04,
    fits: (status) => status in MISSPELT,
    write: (status) => ({ cell: MISSPELT[status], clean: status }),
  },
  { mess: 'status-capitals', share: 0.05, write: (status) => ({ cell: status.toUpperCase(), clean: status }) },
  { mess: 'status-lower-case', share: 0.06, write: (status) => ({ cell: status.toLowerCase(), clean: status }) },
  { mess: 'status-trailing-space', share: 0.04, write: (status) => ({ cell: `${status} `, clean: status }) },
  { mess: 'status-blank', share: 0.015, write: () => ({ cell: '', clean: '' }) },
];
