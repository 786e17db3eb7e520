/**
 * Numbering plans, compiled once. libphonenumber-js builds its expressions anew at each call; most cells hold a clean number, so
 * those are checked here against the very same plans, and only what is not plainly valid goes the library's whole way.
 */
import { Metadata } from 'libphonenumber-js/core';
import { type CountryCode, getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js/max';
import plans from 'libphonenumber-js/metadata.max.json';

/** The part of the library's plan that its published types leave out. */
interface Plan {
  nationalNumberPattern(): string;
  nationalPrefix(): string | undefined;
  nationalPrefixForParsing(): string | undefined;
  nationalPrefixTransformRule(): string | undefined;
  IDDPrefix(): string;
  possibleLengths(): number[];
  hasTypes(): boolean;
  type(name: string): { pattern(): string; possibleLengths(): number[] } | undefined;
}

const TYPES = [
  'FIXED_LINE',
  'MOBILE',
  'TOLL_FREE',
  'PREMIUM_RATE',
  'SHARED_COST',
  'VOIP',
  'PERSONAL_NUMBER',
  'PAGER',
  'UAN',
  'VOICEMAIL',
];

interface Compiled {
  callingCode: string;
  general: RegExp;
  types: { lengths: readonly number[] | undefined; pattern: RegExp }[];
  possibleLengths: readonly number[];
  /** A literal national prefix that may simply be taken off; `''` where the plan has a more involved rule. */
  prefix: string;
  idd: RegExp;
}

const compiled = new Map<string, Compiled | null>();

function whole(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`);
}

function compileTypes(plan: Plan): Compiled['types'] {
  if (!plan.hasTypes()) return [{ lengths: undefined, pattern: /^/ }];
  const types: Compiled['types'] = [];
  for (const name of TYPES) {
    const type = plan.type(name);
    if (type?.pattern()) types.push({ lengths: type.possibleLengths(), pattern: whole(type.pattern()) });
  }
  return types;
}

function compile(country: string): Compiled | null {
  if (!isSupportedCountry(country)) return null;
  const metadata = new Metadata(plans);
  metadata.selectNumberingPlan(country);
  const plan = metadata.numberingPlan as unknown as Plan;
  const parsing = plan.nationalPrefixForParsing();
  const literal = parsing !== undefined && /^\d+$/.test(parsing) && !plan.nationalPrefixTransformRule();
  return {
    callingCode: getCountryCallingCode(country),
    general: whole(plan.nationalNumberPattern()),
    types: compileTypes(plan),
    possibleLengths: plan.possibleLengths(),
    prefix: literal ? parsing : '',
    idd: new RegExp(`^(?:${plan.IDDPrefix()})`),
  };
}

function planOf(country: string): Compiled | null {
  let plan = compiled.get(country);
  if (plan === undefined) {
    plan = compile(country);
    compiled.set(country, plan);
  }
  return plan;
}

/**
 * Ranges that Google's libphonenumber (3.2.47) holds valid and the smaller library, whose plans are newer, has dropped: Benin's
 * eight-digit 8x services and the short numbers of Zimbabwe. Address books hold them for years.
 */
const KEPT = [
  { home: 'BJ', code: '229', range: /^8(?:1\d{6}|57[58]\d{4})$/ },
  { home: 'ZW', code: '263', range: /^13\d{5}$/ },
];

/** E.164 of a number of {@link KEPT} ranges, from the digits after `+` (`international`) or as dialled at home; else `''`. */
export function keptRange(digits: string, country: string, international: boolean): string {
  for (const { home, code, range } of KEPT) {
    if (!international && country !== home) continue;
    if (international && !digits.startsWith(code)) continue;
    const national = international ? digits.slice(code.length) : digits.replace(/^0(?!0)/, '');
    if (range.test(national)) return `+${code}${national}`;
  }
  return '';
}

/** The digits after the prefix with which one dials abroad from `country` (00, 011…); `''` where it is not there. */
export function afterDialPrefix(digits: string, country: string): string {
  const found = country === '' ? /^(?:00|011)(?=[1-9])/.exec(digits) : planOf(country)?.idd.exec(digits);
  return found ? digits.slice(found[0].length) : '';
}

function matches(plan: Compiled, national: string): boolean {
  if (!plan.general.test(national)) return false;
  for (const type of plan.types) {
    if (type.lengths?.length && !type.lengths.includes(national.length)) continue;
    if (type.pattern.test(national)) return true;
  }
  return false;
}

/** Whether `country` has a numbering plan. */
export function hasPlan(country: string): boolean {
  return planOf(country) !== null;
}

/** The calling code of a country without `+`; `''` where it has no plan. */
export function callingCode(country: string): string {
  return planOf(country)?.callingCode ?? '';
}

/** Whether a number of this many national digits could exist in the country. */
export function possibleLength(country: string, digits: number): boolean {
  return planOf(country)?.possibleLengths.includes(digits) ?? false;
}

/**
 * E.164 of a number written in digits as people of `country` dial it, where that is valid beyond question; `''` where it is
 * not, or where only the library's full parser may say.
 */
export function quickNational(digits: string, country: string): string {
  const plan = planOf(country);
  if (plan === null) return '';
  if (plan.callingCode === '1') {
    const national = digits.length === 11 && digits[0] === '1' ? digits.slice(1) : digits;
    return national.length === 10 && matches(plan, national) ? `+1${national}` : '';
  }
  if (plan.idd.test(digits) || digits.startsWith(plan.callingCode)) return '';
  if (plan.prefix === '' || !digits.startsWith(plan.prefix)) {
    return plan.prefix !== '' && matches(plan, digits) ? `+${plan.callingCode}${digits}` : '';
  }
  if (plan.general.test(digits)) return '';
  const national = digits.slice(plan.prefix.length);
  return matches(plan, national) ? `+${plan.callingCode}${national}` : '';
}

/** As {@link quickNational}, for the digits after a `+`. */
export function quickInternational(digits: string): string {
  for (let length = 1; length <= 3; length++) {
    // The main country of a code stands first.
    const country = (plans.country_calling_codes as Record<string, CountryCode[]>)[digits.slice(0, length)]?.[0];
    if (country === undefined) continue;
    const plan = planOf(country)!;
    const national = digits.slice(length);
    if (plan.prefix !== '' && national.startsWith(plan.prefix)) return '';
    return matches(plan, national) ? `+${digits}` : '';
  }
  return '';
}
