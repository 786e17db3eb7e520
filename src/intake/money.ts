import { type DecimalSign, readNumber } from './number';
import { doubt, type Reading, read } from './reading';
import { plain } from './text';

/** An amount and the currency that stands with it (ISO 4217; `''`: none does). */
export interface Money {
  amount: number | null;
  currency: string;
}

/** Signs that belong to one currency. `$`, `kr` and `¥` belong to several and need the row or the source to say which. */
const SIGNS: Record<string, string> = {
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  '₽': 'RUB',
  '₩': 'KRW',
  '₺': 'TRY',
  '₪': 'ILS',
  '₫': 'VND',
  '฿': 'THB',
  '₱': 'PHP',
  '₦': 'NGN',
  '₴': 'UAH',
  R$: 'BRL',
  US$: 'USD',
  U$S: 'USD',
  USD$: 'USD',
  A$: 'AUD',
  AU$: 'AUD',
  C$: 'CAD',
  CA$: 'CAD',
  CAD$: 'CAD',
  NZ$: 'NZD',
  HK$: 'HKD',
  S$: 'SGD',
  MX$: 'MXN',
  NT$: 'TWD',
  'S/': 'PEN',
  RP: 'IDR',
  RM: 'MYR',
  RS: 'INR',
  CHF: 'CHF',
  FR: 'CHF',
  ZŁ: 'PLN',
  KČ: 'CZK',
  FT: 'HUF',
  EURO: 'EUR',
  EUROS: 'EUR',
  DOLLARS: '$',
  DOLLAR: '$',
  RUPEES: 'INR',
  REAIS: 'BRL',
  RUPIAH: 'IDR',
  POUNDS: 'GBP',
  PESOS: '$',
  $: '$',
  '¥': '¥',
  '￥': '¥',
  KR: 'kr',
  元: 'CNY',
  円: 'JPY',
};
const CODES = new Set(
  'USD EUR GBP INR BRL MXN ARS CLP COP PEN UYU CAD AUD NZD CHF JPY CNY HKD SGD MYR IDR THB VND PHP KRW TWD PKR BDT LKR NPR AED SAR QAR KWD BHD OMR EGP MAD TND ZAR NGN KES GHS UGX TZS TRY RUB UAH PLN CZK HUF RON BGN SEK NOK DKK ISK ILS CRC GTQ DOP BOB PYG HNL NIO'.split(
    ' ',
  ),
);
const COUNTRY_DOLLAR: Record<string, string> = {
  US: 'USD',
  CA: 'CAD',
  AU: 'AUD',
  NZ: 'NZD',
  MX: 'MXN',
  AR: 'ARS',
  CL: 'CLP',
  CO: 'COP',
  SG: 'SGD',
  HK: 'HKD',
  TW: 'TWD',
  UY: 'UYU',
  EC: 'USD',
  SV: 'USD',
  PR: 'USD',
};
const COUNTRY_KRONE: Record<string, string> = { SE: 'SEK', NO: 'NOK', DK: 'DKK', IS: 'ISK' };
const DOLLARS = /^(?:USD|CAD|AUD|NZD|MXN|ARS|CLP|COP|SGD|HKD|TWD|UYU)$/;

/** ISO 4217 code of a currency written as a code, a sign or a word; `$`, `¥` and `kr` are settled by the country or the default. */
export function readCurrency(cell: string, country: string, usual: string): string {
  const text = cell === '$' ? cell : plain(cell).toUpperCase().replace(/[.\s]/g, '');
  if (CODES.has(text)) return text;
  const sign = SIGNS[text];
  if (sign === '$') return DOLLARS.test(usual) ? usual : (COUNTRY_DOLLAR[country] ?? '');
  if (sign === '¥')
    return usual === 'CNY' || country === 'CN' ? 'CNY' : usual === 'JPY' || country === 'JP' ? 'JPY' : '';
  if (sign === 'kr') return /^(?:SEK|NOK|DKK|ISK)$/.test(usual) ? usual : (COUNTRY_KRONE[country] ?? '');
  if (sign === 'INR' && text === 'RS')
    return /^(?:PKR|LKR|NPR|MUR|INR)$/.test(usual) ? usual : ({ PK: 'PKR', LK: 'LKR', NP: 'NPR' }[country] ?? 'INR');
  return sign ?? '';
}

const UNKNOWN_CURRENCY = doubt(
  'currency-unknown',
  'The amount has a sign that no currency is known by.',
  'Write the currency as a code, such as USD, in its own column.',
);
const TWO = doubt('money-unreadable', 'This is no single amount of money.', 'Write one amount in digits.');
/** The plain case: a sign or none, and two decimals after a point. */
const SIMPLE = /^([$€£₹]?)(\d{1,3}(?:,\d{3})*\.\d\d|\d+\.\d\d)$/;
const SIMPLE_SIGNS: Record<string, string> = { '': '', '€': 'EUR', '£': 'GBP', '₹': 'INR' };
const WORDS = /[^\d\s.,()'’%+\-\u2212\u2013/]+(?:\/(?!\d))?/g;
const NOISE = /^(?:CR|DR|INCL|EXCL|VAT|TAX|IVA|MWST|TTC|HT|PER|EACH|EA|ONLY|APPROX|CA|TOTAL|K|M|MIO|LAKH|CRORE)\.?$/;
const SCALES: Record<string, number> = { K: 1e3, M: 1e6, MIO: 1e6, LAKH: 1e5, CRORE: 1e7 };

/**
 * An amount of money with its currency. `decimal` is what the column shows, `country` and `usual` (the source's own currency) settle
 * signs that several currencies share; where they settle nothing the currency is left out.
 */
export function readMoney(cell: string, decimal: DecimalSign, country: string, usual: string): Reading<Money> {
  const text = plain(cell);
  const simple = decimal === ',' ? null : SIMPLE.exec(text);
  if (simple !== null) {
    const currency = SIMPLE_SIGNS[simple[1]] ?? readCurrency(simple[1], country, usual);
    if (simple[1] === '' || currency !== '') return read({ amount: Number(simple[2].replace(/,/g, '')), currency });
  }
  const words = text.length > 80 ? null : text.match(WORDS);
  if (words === null) {
    const number = readNumber(
      text.replace(/[.,]?[-–]{1,2}$/, (end) => (/^[.,]/.test(end) ? '' : end)),
      decimal,
    );
    return read({ amount: number.value, currency: '' }, number.did, number.flaws);
  }
  let currency = '';
  let scale = 1;
  let strange = false;
  for (const word of words) {
    const bare = word.toUpperCase().replace(/[.:]/g, '');
    const found = readCurrency(word, country, usual);
    if (SCALES[bare]) scale = SCALES[bare];
    else if (found !== '') currency = found;
    else if (!NOISE.test(bare) && SIGNS[bare] === undefined) strange = true;
  }
  const digits = text.replace(WORDS, (word) => (/^CR\.?$/i.test(word) ? word : ' ')).trim();
  const number = readNumber(digits, decimal);
  if (number.value === null)
    return read({ amount: null, currency }, '', number.flaws.length > 0 && !/\d/.test(text) ? [TWO] : number.flaws);
  const flaws = strange && currency === '' ? [UNKNOWN_CURRENCY] : number.flaws;
  return read(
    { amount: number.value * scale, currency },
    currency === '' ? number.did : `currency ${currency} taken from the cell`,
    flaws,
  );
}
