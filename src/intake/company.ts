import { BUSINESS, COMMON_GIVEN, EDGE_FORMS, LEADING_FORMS, LEGAL_FORMS, STRONG_PARTICLES } from './name-words';
import { fold, tidy } from './text';

function isBusiness(word: string): boolean {
  return BUSINESS.has(fold(word));
}

/** The words of a name as they are written, without the marks around them; "S. A." is one. */
function wordsOf(text: string): string[] {
  return tidy(text)
    .replace(/(?<![\p{L}\d])(\p{L})\.\s?(?=\p{L}\.)/gu, '$1')
    .split(/[\s,()]+/)
    .map((part) => part.replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, ''))
    .filter(Boolean);
}

/** Whether the last word is a legal form: "SA" and "AG" are also surnames, which people do not write in capitals. */
function endsInForm(words: readonly string[]): boolean {
  const written = words[words.length - 1];
  const form = written.toLowerCase();
  if (!LEGAL_FORMS.has(form) || form === 'me') return false;
  if (!EDGE_FORMS.has(form) || form.length > 3 || form === 'co') return true;
  const before = words[words.length - 2].toLowerCase();
  return written === written.toUpperCase() && !STRONG_PARTICLES.has(before) && !COMMON_GIVEN.has(fold(words[0]));
}

/** Whether a name is that of a firm or an institution rather than of a person. */
export function isCompany(text: string): boolean {
  const words = wordsOf(text);
  const last = words.length - 1;
  if (last < 1) return false;
  if (endsInForm(words) || LEADING_FORMS.has(words[0].toLowerCase())) return true;
  const lower = words.map((word) => word.toLowerCase());
  if (lower.some((word, index) => index > 0 && LEGAL_FORMS.has(word) && !EDGE_FORMS.has(word))) return true;
  const business = lower.filter(isBusiness).length;
  return business > 1 || (business === 1 && (isBusiness(lower[0]) || isBusiness(lower[last])));
}
