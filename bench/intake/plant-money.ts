import { LOCALES, type Locale } from './locales';
import type { Chance } from './random';

/** A column of amounts in one place's manner, with what each means: `amount currency`. */
export interface MoneyColumn {
  country: string;
  currency: string;
  cells: string[];
  truth: string[];
}

function grouped(whole: string, locale: Locale): string {
  if (locale.lakh && whole.length > 3)
    return `${whole.slice(0, -3).replace(/\B(?=(\d{2})+$)/g, ',')},${whole.slice(-3)}`;
  return whole.replace(/\B(?=(\d{3})+$)/g, locale.group);
}

function number(cents: number, locale: Locale, groups: boolean): string {
  const whole = String(Math.floor(cents / 100));
  return `${groups ? grouped(whole, locale) : whole}${locale.decimal}${String(cents % 100).padStart(2, '0')}`;
}

function withSign(text: string, style: number, locale: Locale): string {
  if (style === 1)
    return locale.signAfter ? `${text} ${locale.sign}` : `${locale.sign}${locale.sign.length > 1 ? ' ' : ''}${text}`;
  if (style === 2) return `${locale.currency} ${text}`;
  return style === 3 ? `${text} ${locale.currency}` : text;
}

/** A column of amounts with signs, codes or none, some of them negative in one of the ways of book-keepers. */
export function plantMoneyColumn(chance: Chance, size: number): MoneyColumn {
  const locale = chance.pick(LOCALES);
  const style = chance.int(0, 3);
  const groups = chance.happens(0.7);
  const column: MoneyColumn = { country: locale.country, currency: locale.currency, cells: [], truth: [] };
  for (let i = 0; i < size; i++) {
    const cents = chance.int(100, chance.pick([9_999, 999_999, 99_999_999]));
    const text = number(cents, locale, groups);
    const negative = chance.happens(0.05) ? chance.int(1, 3) : 0;
    const signed = withSign(text, style, locale);
    column.cells.push(
      negative === 0
        ? signed
        : negative === 1
          ? `(${signed})`
          : negative === 2
            ? `-${signed}`
            : `${withSign(`${text}-`, style, locale)}`,
    );
    column.truth.push(`${negative === 0 ? cents / 100 : -cents / 100} ${locale.currency}`);
  }
  return column;
}
