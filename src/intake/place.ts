import { countryOfCity, readCountry } from './countries';
import { placeCase } from './name-case';
import { doubt, type Reading, read } from './reading';
import { fold, plain, saysNothing, tidy, tidyLines } from './text';

const NOTHING: Reading<string> = read('');

/** Digits of the postcodes of countries where a number may have lost its leading zeros. */
const ZERO_DIGITS: Record<string, number> = {
  US: 5,
  DE: 5,
  FR: 5,
  ES: 5,
  IT: 5,
  MX: 5,
  PR: 5,
  FI: 5,
  EE: 5,
  TR: 5,
  KR: 5,
  MY: 5,
  SA: 5,
  CZ: 5,
  PT: 4,
  BR: 8,
  JP: 7,
  AU: 4,
  SG: 6,
  RU: 6,
};
/** What a postcode looks like, for the countries where checking it finds errors. */
const FORMS: Record<string, RegExp> = {
  US: /^\d{5}(?:-\d{4})?$/,
  CA: /^[A-Z]\d[A-Z](?: \d[A-Z]\d)?$/,
  GB: /^(?:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|GIR 0AA|[A-Z]{1,2}\d[A-Z\d]?)$/,
  DE: /^\d{5}$/,
  FR: /^\d{5}$/,
  ES: /^\d{5}$/,
  IT: /^\d{5}$/,
  MX: /^\d{5}$/,
  IN: /^\d{6}$/,
  PK: /^\d{5}$/,
  ID: /^\d{5}$/,
  BR: /^\d{5}-\d{3}$/,
  PT: /^\d{4}(?:-\d{3})?$/,
  NL: /^\d{4} [A-Z]{2}$/,
  BE: /^\d{4}$/,
  CH: /^\d{4}$/,
  AT: /^\d{4}$/,
  AU: /^\d{4}$/,
};

function spaced(code: string, country: string): string {
  const bare = code.replace(/[\s-]/g, '');
  if (country === 'US') return /^\d{9}$/.test(bare) ? `${bare.slice(0, 5)}-${bare.slice(5)}` : code.replace(/\s/g, '');
  if (country === 'CA') return /^[A-Z]\d[A-Z]\d[A-Z]\d$/.test(bare) ? `${bare.slice(0, 3)} ${bare.slice(3)}` : code;
  if (country === 'GB')
    return /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(bare) ? `${bare.slice(0, -3)} ${bare.slice(-3)}` : code;
  if (country === 'BR') return /^\d{8}$/.test(bare) ? `${bare.slice(0, 5)}-${bare.slice(5)}` : code;
  if (country === 'NL') return /^\d{4}[A-Z]{2}$/.test(bare) ? `${bare.slice(0, 4)} ${bare.slice(4)}` : code;
  if (country === 'IN') return /^\d{6}$/.test(bare) ? bare : code;
  return code;
}

/** Capitals can make mojibake of what was none, so the two take turns until nothing changes. */
function capitals(cell: string): string {
  let text = plain(cell).toUpperCase();
  for (let turn = 0; turn < 4; turn++) {
    const next = plain(text).toUpperCase();
    if (next === text) break;
    text = next;
  }
  return text;
}

/**
 * A postcode in the form its country writes. Zeros that a number lost in front are put back where `country` (ISO 3166 alpha-2) is
 * known; a form the country does not have is kept and marked.
 */
export function readPostcode(cell: string, country: string): Reading<string> {
  const text = capitals(cell);
  if (saysNothing(text)) return NOTHING;
  const bare = text
    .replace(/\.0+$/, '')
    .replace(/^(?:(?:ZIP|CP|CEP|PLZ|PIN|CAP)[\s:.-]*(?:CODE[\s:.-]*)?|(?:D|F|A|CH|I|E|B|L)-)(?=\d)/, '');
  const digits = ZERO_DIGITS[country] ?? 0;
  const lost = /^\d+$/.test(bare) && bare.length < digits && bare.length >= digits - 2 && bare.length >= 3;
  const code = spaced(lost ? bare.padStart(digits, '0') : bare, country);
  const form = FORMS[country];
  if (form !== undefined && !form.test(code)) {
    return read(code, '', [
      doubt('postcode-form', `Postcodes of ${country} do not look like this.`, 'Check the postcode and the country.'),
    ]);
  }
  return read(code, lost ? 'leading zeros put back' : '');
}

/** ISO 3166 alpha-2 code of a country; a word that is no country is left out and marked. */
export function readCountryCell(cell: string): Reading<string> {
  const text = plain(cell);
  if (saysNothing(text)) return NOTHING;
  const code = readCountry(text);
  if (code !== '') return read(code, code === text ? '' : `“${text}” read as ${code}`);
  return read('', '', [
    doubt(
      'country-unknown',
      'No country has this name or code.',
      'Write the country’s English name or its two-letter code.',
    ),
  ]);
}

/** A city or region, in the case of names where it shouts or whispers. */
export function readPlace(cell: string): Reading<string> {
  const text = tidy(cell);
  const bare = text.replace(/[\s,;]+$/, '');
  if (saysNothing(bare)) return NOTHING;
  const shown = placeCase(bare);
  return read(shown, shown === text ? '' : 'put in the case of names');
}

/** A street address; its lines are joined with commas. */
export function readAddress(cell: string): Reading<string> {
  const text = tidyLines(cell);
  if (saysNothing(text)) return NOTHING;
  return read(text.replace(/,?\n/g, ', '));
}

const US_STATES = new Set(
  (
    'al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc pr|' +
    'alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming'
  )
    .split(/\|(?=[a-z ]+)/)
    .flatMap((part, index) => (index === 0 ? part.split(' ') : [part])),
);
const PROVINCES = new Set(
  'on qc bc ab mb sk ns nb nl pe nt yt nu ontario,quebec,british columbia,alberta,manitoba,saskatchewan,nova scotia,new brunswick,newfoundland and labrador,prince edward island'
    .split(/,/)
    .flatMap((part, index) => (index === 0 ? part.split(' ') : [part])),
);

/** The country that city, region and postcode of a row point to together; `''` where they leave it open. */
export function countryOfPlace(city: string, region: string, postcode: string): string {
  const state = fold(region);
  if (state !== '') {
    if (US_STATES.has(state) && (state.length > 2 || /^\d{4,5}(?:-\d{4})?$/.test(postcode.trim()))) return 'US';
    if (PROVINCES.has(state) && /^[A-Z]\d[A-Z]/i.test(postcode)) return 'CA';
  }
  if (/^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i.test(postcode)) return 'GB';
  if (/^[A-Z]\d[A-Z] ?\d[A-Z]\d$/i.test(postcode)) return 'CA';
  return countryOfCity(city);
}
