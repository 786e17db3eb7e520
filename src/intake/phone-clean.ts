/** Steps between what stands in a phone cell and one dialable text: labels, letters, fillers, several numbers in one cell. */

const KEYPAD = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const KEYS = '22233344455566677778889999';
const LABEL =
  /^(?:tel(?:ephone|efono|efon)?|phone|ph|mob(?:ile)?|cell(?:ulare|ular)?|cel|fax|whats ?app|wa|work|home|office|main|direct|handy|portable|hp|no|nr|t|m|p|w|h|f|c|o)\b\.?\s*(?:no\b\.?|number\b|nr\b\.?)?\s*[:.=-]?\s*(?=[+(\d])/i;
const TRAILING_LABEL =
  /\s*[([-]?\s*(?:tel|phone|mob(?:ile)?|cell?|fax|whats ?app|wa|work|home|office|main|direct|handy|day|evening|m|w|h|o|c|f|p)\.?\s*[)\]]?$/i;
const EXTENSION =
  /\s*(?:[,;]\s*)?(?:\b(?:extension|extn?|anexo|ramal|interno?|int|durchwahl|dw|poste)\b\.?|(?<=\d\s*)e?xt?\.?|#)\s*[:.]?\s*(\d{1,7})\s*#?$/i;
const VANITY = /^\+?1?[\s().-]*(?:8\d\d|9\d\d|[2-7]\d\d)[\s).-]+(?=[\dA-Z-\s.]*[A-Z]{3})[\dA-Z][\dA-Z\s.-]{5,16}$/i;

/** "tel:", "Mob.", "p:" (Facebook), "(work)" and the like taken off. */
export function stripLabels(text: string): string {
  const head = text.replace(LABEL, '');
  return /[a-z]/i.test(head) ? head.replace(TRAILING_LABEL, '') : head;
}

/** The extension, apart from the number. */
export function splitExtension(text: string): { number: string; extension: string } {
  const found = EXTENSION.exec(text);
  if (found === null || found.index < 5) return { number: text, extension: '' };
  return { number: text.slice(0, found.index).trim(), extension: found[1] };
}

/** "1-800-FLOWERS" → "1-800-3569377"; other text as it is. */
export function dialLetters(text: string): string {
  if (!VANITY.test(text)) return text;
  return text.toUpperCase().replace(/[A-Z]/g, (letter) => KEYS[KEYPAD.indexOf(letter)]);
}

function digitCount(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) count++;
  }
  return count;
}

/** The numbers of one cell, each as it is written. A separator that stands inside one number does not split it. */
export function splitNumbers(text: string): string[] {
  if (!/[;|,/\\\n&+]|\b(?:or|and|o|y|e|ou|et|und|oder|atau|dan|ya|aur)\b/i.test(text)) return [text];
  const strong = text.split(
    /\s*(?:[;|\n\\]|(?<=\d)\s*,\s*(?=[+(\d]|[a-z]+[:.])|\s(?:or|and|o|y|e|ou|et|und|oder|atau|dan|ya|aur|&)\s)\s*/i,
  );
  const parts: string[] = [];
  for (const part of strong) {
    const bySlash = part.split(/\s*\/\s*|\s*,\s*|(?<=\d)\s*(?=\+\d)|\s+&\s+/);
    parts.push(...(bySlash.length > 1 && bySlash.every((one) => digitCount(one) >= 7) ? bySlash : [part]));
  }
  const full = parts.filter((part) => digitCount(part) > 0);
  return full.length > 1 && full.every((part) => digitCount(part) >= 6) ? full : [text];
}

const COUNTED = /^(?:12345|123456|1234567|12345678|123456789|1234567890)$/;

/** Digits that are nobody's number wherever they stand: 0000000000, 1111111111, 123456789. */
export function isFillerNumber(digits: string): boolean {
  const first = digits[0];
  for (let i = 1; i < digits.length; i++) if (digits[i] !== first) return COUNTED.test(digits);
  return true;
}

const RUNS = '01234567890123456789 98765432109876543210';

/** Digits that look typed to get past a required field, though somebody may have them: 9876543210, 1212121212, +91 9999999999. */
export function looksMadeUp(digits: string): boolean {
  return (
    (digits.length >= 7 && RUNS.includes(digits)) || /^(\d\d)\1{3,}\d?$/.test(digits) || /(\d)\1{8,}$/.test(digits)
  );
}

/** Digits lost to "1.23E+11": the digits that are still there, and whether they are all. */
export function readScientific(text: string): { digits: string; whole: boolean } | null {
  const found = /^\+?(\d)(?:[.,](\d+))?E\+?(\d{1,2})$/i.exec(text);
  if (found === null) return null;
  const mantissa = found[1] + (found[2] ?? '');
  const length = Number(found[3]) + 1;
  return { digits: mantissa.padEnd(length, '0').slice(0, 20), whole: mantissa.length >= length };
}
