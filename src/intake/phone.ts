import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import {
  dialLetters,
  isFillerNumber,
  looksMadeUp,
  readScientific,
  splitExtension,
  splitNumbers,
  stripLabels,
} from './phone-clean';
import {
  afterDialPrefix,
  callingCode,
  hasPlan,
  keptRange,
  possibleLength,
  quickInternational,
  quickNational,
} from './phone-plan';
import { doubt, type Flaw, NO_FLAWS, note, type Reading, read } from './reading';
import { namesNoContact, plain } from './text';

/** The numbers of one cell, E.164, in the order they stand, with the extension of the first. */
export interface Phones {
  numbers: readonly string[];
  extension: string;
}

const NONE: Phones = { numbers: [], extension: '' };
const NOTHING: Reading<Phones> = read(NONE);
const LINE_BREAK = /\S[\r\n]+\s*\S/;
const SIMPLE = /^\+?[\d\s().-]+$/;

interface OneNumber {
  e164: string;
  did: string;
  flaw: Flaw | null;
}

function parsed(text: string, country: string): string {
  const number = parsePhoneNumberFromString(text, {
    defaultCountry: hasPlan(country) ? (country as CountryCode) : undefined,
    extract: false,
  });
  return number?.isValid() ? number.number : '';
}

function nanp(digits: string): string {
  return digits.length === 11 && digits[0] === '1' ? quickNational(digits, 'US') : '';
}

/** A number of the right shape for North America whose range nobody was given, as in 555-0100 or films. */
function unassignedNanp(digits: string, country: string, international: boolean): string {
  const national = digits.length === 11 && digits[0] === '1' ? digits.slice(1) : digits;
  const known = callingCode(country) === '1' || (digits.length === 11 && (international || country === ''));
  return known && /^[2-9]\d{9}$/.test(national) ? `+1${national}` : '';
}

const UNASSIGNED = doubt(
  'phone-unassigned',
  'The phone has the right length, but its range is not in use.',
  'Check the number with the person; it is used as it stands.',
);

function tooShort(digits: string, country: string): Flaw {
  if (digits.length < 10 && !possibleLength(country, digits.length)) {
    return doubt(
      'phone-too-short',
      `The phone has ${digits.length} digits; at least 10 are needed.`,
      'Write the whole number with its area code.',
    );
  }
  if (digits.length > 15) {
    return doubt(
      'phone-too-long',
      `The phone has ${digits.length} digits; no number has more than 15.`,
      'Write one number in the cell.',
    );
  }
  return doubt(
    'phone-invalid',
    `This is no valid phone number${country === '' ? '' : ` in ${country}`}.`,
    'Check the digits, or write it with + and the country code.',
  );
}

/** Letters of the longest cell in which phones are looked for; more is prose. */
const LONGEST = 250;
const UNREADABLE = doubt(
  'phone-unreadable',
  'There is no phone number in the cell.',
  'Write the number in digits, or leave the cell empty.',
);
const FILLER = doubt(
  'phone-filler',
  'The digits only fill the cell; this is nobody’s number.',
  'Ask for the number, or leave the cell empty.',
);
const MADE_UP = note(
  'phone-made-up',
  'The digits look made up, though the number is valid.',
  'Check the number with the person.',
);

/** Why a number without `+` can't be read, and what it may have been meant for. */
function withoutCountry(digits: string, country: string): Flaw {
  const bare = digits.replace(/^(?:00|011)/, '');
  const guess = bare.length >= (bare === digits ? 11 : 8) ? parsed(`+${bare}`, '') : '';
  if (guess !== '') {
    return doubt(
      'phone-no-plus',
      `The phone looks like ${guess} with its + left out.`,
      `Write ${guess} if that is right.`,
    );
  }
  if (country === '' && digits.length >= 7 && digits.length <= 15) {
    return doubt(
      'phone-no-country',
      'The phone has no country code, and no country is known for the row.',
      'Write it with + and the country code, or set the default country of the source.',
    );
  }
  return tooShort(digits, country);
}

function international(text: string, digits: string): OneNumber {
  const e164 = quickInternational(digits) || parsed(text, '') || keptRange(digits, '', true);
  if (e164 !== '') return { e164, did: '', flaw: null };
  const unzeroed = text.replace(/\(0\)/, '');
  const mended = unzeroed === text ? '' : parsed(unzeroed, '');
  if (mended !== '') return { e164: mended, did: 'took (0) off', flaw: null };
  const twice = /^\+\s*(?:\+|00)/.test(text) ? parsed(`+${digits.replace(/^0+/, '')}`, '') : '';
  if (twice !== '') return { e164: twice, did: 'took the second + off', flaw: null };
  const unassigned = unassignedNanp(digits, '', true);
  if (unassigned !== '') return { e164: unassigned, did: '', flaw: UNASSIGNED };
  return { e164: '', did: '', flaw: tooShort(digits, '') };
}

function restoredZero(digits: string, country: string): string {
  return digits[0] === '0' ? '' : parsed(`0${digits}`, country);
}

function national(text: string, digits: string, country: string): OneNumber {
  const direct =
    country === '' ? '' : quickNational(digits, country) || parsed(text, country) || keptRange(digits, country, false);
  if (direct !== '') return { e164: direct, did: 'country added', flaw: null };
  const dialled = afterDialPrefix(digits, country);
  const abroad = dialled === '' ? '' : parsed(`+${dialled}`, '') || keptRange(dialled, '', true);
  if (abroad !== '') return { e164: abroad, did: 'dialling prefix read as +', flaw: null };
  const american = nanp(digits);
  if (american !== '') return { e164: american, did: '1 read as +1', flaw: null };
  const unzeroed = text.includes('(0)') && country !== '' ? parsed(text.replace('(0)', ''), country) : '';
  if (unzeroed !== '') return { e164: unzeroed, did: 'took (0) off', flaw: null };
  const zero = country === '' ? '' : restoredZero(digits, country);
  if (zero !== '') return { e164: zero, did: 'put the lost 0 back', flaw: null };
  const unassigned = unassignedNanp(digits, country, false);
  if (unassigned !== '') return { e164: unassigned, did: 'country added', flaw: UNASSIGNED };
  return { e164: '', did: '', flaw: withoutCountry(digits, country) };
}

function readOne(text: string, country: string): OneNumber {
  const digits = text.replace(/\D/g, '');
  if (digits === '') return { e164: '', did: '', flaw: UNREADABLE };
  if (isFillerNumber(digits)) return { e164: '', did: '', flaw: FILLER };
  const one = /^[\s(]*\+/.test(text) ? international(text, digits) : national(text, digits, country);
  if (!looksMadeUp(digits)) return one;
  return one.e164 === '' || one.flaw !== null ? { e164: '', did: '', flaw: FILLER } : { ...one, flaw: MADE_UP };
}

function lostDigits(): Reading<Phones> {
  const flaw = doubt(
    'phone-scientific',
    'The number was turned into scientific notation, and its last digits are lost.',
    'Format the column as plain text and enter the number again.',
  );
  return read(NONE, '', [flaw]);
}

/** Everything but the plain single number, which {@link readPhone} has dealt with. */
function readCarefully(text: string, country: string): Reading<Phones> {
  if (text.length > LONGEST) return read(NONE, '', [UNREADABLE]);
  const scientific = readScientific(text);
  if (scientific !== null && !scientific.whole) return lostDigits();
  const numbers: string[] = [];
  const flaws: Flaw[] = [];
  const did: string[] = [];
  let extension = '';
  for (const part of splitNumbers(scientific?.digits ?? text)) {
    const { number, extension: ext } = splitExtension(stripLabels(part));
    const one = readOne(dialLetters(number), country);
    if (one.flaw !== null) flaws.push(one.flaw);
    if (one.did !== '') did.push(one.did);
    if (one.e164 === '' || numbers.includes(one.e164)) continue;
    if (numbers.length === 0) extension = ext;
    numbers.push(one.e164);
  }
  return read({ numbers, extension }, did.join('; '), flaws.length === 0 ? NO_FLAWS : flaws);
}

/**
 * The phone numbers of a cell as E.164 (ITU-T E.164), valid by the numbering plans of Google's libphonenumber.
 *
 * `country` (ISO 3166 alpha-2) is where a number without a country code belongs; with `''` such a number is not invented but
 * marked, save for the North American form 1-234-567-8900. A number that has a country and the right shape but no range in
 * use is kept and noted. Stored numbers and lost zeros are read; words for "none" are no flaw.
 */
export function readPhone(cell: string, country: string): Reading<Phones> {
  const text = plain(LINE_BREAK.test(cell) ? cell.replace(/\s*[\r\n]+\s*/g, '; ') : cell).replace(/^['’`]+/, '');
  if (SIMPLE.test(text)) {
    const digits = text.replace(/\D+/g, '');
    const odd = isFillerNumber(digits) || looksMadeUp(digits);
    const e164 = odd ? '' : text[0] === '+' ? quickInternational(digits) : quickNational(digits, country);
    if (e164 !== '') return read({ numbers: [e164], extension: '' });
  }
  return namesNoContact(text) ? NOTHING : readCarefully(text, country);
}
