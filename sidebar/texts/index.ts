import { de } from './de';
import { en, type TextKey, type Texts } from './en';
import { sayIn } from './said';

export type { TextKey } from './en';

export const LANGUAGES: Record<string, Texts> = { en, de };

const KEPT_AS = 'crm-language';
let language = 'en';
let locale = 'en';
let isWarm = false;

/** Keeps the language over sessions where the browser lets it (storage may be barred in a frame). */
function stored(write?: string): string {
  try {
    if (write) localStorage.setItem(KEPT_AS, write);
    return localStorage.getItem(KEPT_AS) ?? '';
  } catch {
    return '';
  }
}

/** Chooses the language: what was chosen by hand, else the person's own. Numbers and dates follow the person's locale. */
export function chooseLanguage(wanted = ''): void {
  const own = navigator.languages.find((one) => one.slice(0, 2) in LANGUAGES) ?? 'en';
  language = wanted || stored() || own.slice(0, 2);
  if (!(language in LANGUAGES)) language = 'en';
  if (wanted) stored(wanted);
  locale = navigator.languages.find((one) => one.startsWith(language)) ?? language;
  document.documentElement.lang = language;
}

export const currentLanguage = (): string => language;
export const currentLocale = (): string => locale;

/**
 * Whether formats may be used. A browser's first one takes long (some 50 ms), whichever it is: what needs one is left out of
 * a list that is there earlier, and filled in once it has been seen.
 */
export const hasFormats = (): boolean => isWarm;
export const warm = (): void => {
  isWarm = true;
};

/** A number as the person writes it. */
export const spellNumber = (value: number): string =>
  Number.isInteger(value) && (Math.abs(value) < 1000 || !isWarm) ? String(value) : value.toLocaleString(locale);

/** A text with its values filled in. */
export function t(key: TextKey, values: Record<string, string | number> = {}): string {
  return LANGUAGES[language][key].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    return typeof value === 'number' ? spellNumber(value) : (value ?? '');
  });
}

type Counted = TextKey extends infer K ? (K extends `${infer Name}_other` ? Name : never) : never;

/** A text in the form that the number `n` asks for. */
export function plural(key: Counted, n: number, values: Record<string, string | number> = {}): string {
  const form = new Intl.PluralRules(locale).select(n) === 'one' ? 'one' : 'other';
  return t(`${key}_${form}` as TextKey, { n, ...values });
}

/** A word of the program's own lists (`kind`, `step`, `outcome`…), or what stands in its place. */
export function word(list: string, value: string, other = value): string {
  return LANGUAGES[language][`${list}_${value}` as TextKey] ?? other;
}

/** What the sheet or the server says, in the language of the person. */
export const said = (text: string): string => sayIn(language, text);

/** Who has done something, beside it; what is said of them stands in the same brackets. */
export const spellWho = (who: string): string => (who === '' ? '' : `(${said(who).replace(/ \((.+)\)$/, ', $1')})`);

/** What was done, as the history keeps it: the kind of act, and what it was about. */
export function spellDeed(what: string): string {
  const [, kind = what, rest = ''] = /^([^:]+)(?::\s([\s\S]*))?$/.exec(what) ?? [];
  const about = kind === 'taken back' ? spellDeed(rest) : rest;
  return [word('deed', kind), about].filter((part) => part !== '').join(': ');
}
