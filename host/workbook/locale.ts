/** What a spreadsheet's locale changes in the way typed text is read. */
export interface Locale {
  name: string;
  /** `mdy` as in the United States, `dmy` elsewhere, `ymd` in East Asia, Sweden, Hungary, Lithuania. */
  order: 'mdy' | 'dmy' | 'ymd';
  decimal: '.' | ',';
  group: string;
  dateFormat: string;
}

const YMD = /^(ja|zh|ko|sv|hu|lt)|^en_CA|^fr_CA/;
const POINT = /^(en|ja|zh|ko|th|he|iw|ms)|^es_(MX|US|PR|GT|HN|NI|PA|PE|SV|DO)|^de_CH/;

/** Reads a name such as `en_US` or `pt-PT`; `en_US` where none is given, as a new spreadsheet has. */
export function localeOf(name = 'en_US'): Locale {
  const key = name.replace('-', '_');
  const order = key === 'en_US' || key === 'en' ? 'mdy' : YMD.test(key) ? 'ymd' : 'dmy';
  const decimal = POINT.test(key) ? '.' : ',';
  const dateFormat = order === 'mdy' ? 'M/d/yyyy' : order === 'ymd' ? 'yyyy-mm-dd' : 'dd/mm/yyyy';
  return { name: key, order, decimal, group: decimal === '.' ? ',' : '.', dateFormat };
}
