/**
 * Cleaning that is common to all text: white space, invisible letters, what exports do to accents, words that mean "nothing".
 */
import type { Cell } from '../types';
import { mendMojibake } from './mojibake';

const PLAIN = /^[!-%'-~]+(?: [!-%'-~]+)*$/;
/** {@link PLAIN}, and single spaces inside are not looked for: enough to know that there is nothing to fold. */
const ASCII = /^[!-%'-~](?:[ -%'-~]*[!-%'-~])?$/;
/** Zero-width letters (but not the joiners inside emoji and of scripts that need them), soft hyphen, direction marks, byte-order mark, control letters other than white space. */
const INVISIBLE =
  /(?![\t-\r\u0085])\p{Cc}|[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]|(?<![\u0600-\u{10ffff}])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u{10ffff}])/gu;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function entity(whole: string, name: string): string {
  if (name[0] !== '#') return ENTITIES[name.toLowerCase()] ?? whole;
  const hex = name[1] === 'x' || name[1] === 'X';
  const code = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
  return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

function decodeEntities(text: string): string {
  return text.replace(/&(#\d{2,7}|#x[\da-f]{2,6}|amp|lt|gt|quot|apos|nbsp);/gi, entity);
}

function passOver(text: string): string {
  const decoded = text.includes('&') ? decodeEntities(text) : text;
  return mendMojibake(decoded).normalize('NFC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
}

/**
 * Text as a careful typist would have entered it: composed accents (NFC), single spaces, no invisible letters, HTML entities
 * and UTF-8 read as Latin-1 put right. Doing it twice is doing it once.
 */
export function tidy(text: string): string {
  if (text === '' || PLAIN.test(text)) return text;
  let before = text;
  for (let round = 0; round < 9; round++) {
    const after = passOver(before);
    if (after === before) break;
    before = after;
  }
  return before;
}

/** {@link tidy}, but line breaks survive: for notes and addresses. */
export function tidyLines(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .split(/\r\n|[\n\r\u2028\u2029\u0085]/)
    .map(tidy)
    .filter((line) => line !== '')
    .join('\n');
}

/** Full-width and other compatibility letters as plain ones (NFKC), tidied: for phones, numbers, e-mails and dates. */
export function plain(text: string): string {
  if (PLAIN.test(text)) return text;
  return tidy(mapDigits(tidy(text).normalize('NFKC')));
}

const DIGIT_ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50];

/** Arabic-Indic, Devanagari and other decimal digits as ASCII digits. */
function mapDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u0e59]/g, (letter) => {
    const code = letter.charCodeAt(0);
    const zero = DIGIT_ZEROS.find((first) => code >= first && code < first + 10);
    return zero === undefined ? letter : String(code - zero);
  });
}

const SPECIAL: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'ng',
  ə: 'a',
};

/** For comparison only: lower case, no accents, no compatibility forms. Other scripts stay as they are. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (ASCII.test(lower)) return lower;
  return tidy(lower)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[ßæœøđðþłħıŋə]/g, (letter) => SPECIAL[letter])
    .normalize('NFC');
}

/** Words of folded text, without punctuation: "E-mail (id)*" → "e mail id". */
export function foldWords(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{M}\p{N}#%]+/gu, ' ')
    .trim();
}

/** A number as a person would type it, with all its digits and no exponent. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return '';
  const text = String(value);
  return text.includes('e') ? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 }) : text;
}

/** What stands in a cell, as text. Dates are shown by `wall`. */
export function cellText(cell: Cell, wall: (date: Date) => string): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return numberText(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return cell instanceof Object && !Number.isNaN(cell.getTime()) ? wall(cell) : '';
}

const NOTHING = new Set(
  (
    'n/a|n.a.|n.a|n/d|n.d.|nd|na|none|null|nil|nan|undefined|unknown|not known|not available|not applicable|not provided|not given|' +
    'no data|missing|empty|blank|tbd|tba|tbc|to be confirmed|?|??|???|.|..|...|-|--|---|_|__|/|*|**|***|#n/a|#n/d|#nv|' +
    '#ref!|#value!|#name?|#null!|#num!|#div/0!|#error!|loading...|(blank)|(none)|(null)|<null>|[null]|\\n|' +
    'sin datos|sin dato|no tiene|no aplica|ninguno|ninguna|desconocido|s/d|s/n|nao tem|nao informado|nao se aplica|desconhecido|nenhum|' +
    'aucun|aucune|inconnu|non renseigne|neant|keine|kein|keine angabe|k.a.|k. a.|unbekannt|nessuno|nessuna|sconosciuto|non disponibile|' +
    'nahi|nahin|nahi hai|koi nahi|maloom nahi|tidak ada|kosong|belum ada'
  ).split('|'),
);
const NO_CONTACT = new Set(
  'x|xx|xxx|xxxx|0|same|same as above|ditto|"|as above|see above|no phone|no email|no mail|test'.split('|'),
);

/** Whether the text only says that there is nothing: "N/A", "-", "no tiene", "#REF!". */
export function saysNothing(text: string): boolean {
  if (text === '') return true;
  if (text.length > 20) return false;
  // Nothing in the list begins or ends in a digit, and most cells that are asked about do.
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  if ((first >= 48 && first <= 57) || (last >= 48 && last <= 57)) return false;
  return NOTHING.has(text) || NOTHING.has(fold(text));
}

/** As {@link saysNothing}, with what people type in place of a phone or an address: "same", "x", "0", "test". */
export function namesNoContact(text: string): boolean {
  return saysNothing(text) || (text.length <= 13 && NO_CONTACT.has(fold(text)));
}
