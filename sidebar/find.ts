import type { PanelHit, PanelItem } from '../src/panel/surface';

const FIELDS = ['name', 'phone', 'email', 'company', 'reference', 'id'] as const;
/** Digits from which on a number is looked for in phones. */
const FEW_DIGITS = 3;
const MOST = 30;

export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The digits of a phone number as it is typed, without what may stand before it; `''` when it is no number. */
export const digitsOf = (text: string): string =>
  /^[\d\s()+./-]+$/.test(text) ? text.replace(/\D/g, '').replace(/^0+/, '') : '';

/** What of the follow-ups that are loaded fits a text, at once and without the sheet; ranked as the server does. */
export function findIn(items: Iterable<PanelItem>, text: string): PanelHit[] {
  const wanted = fold(text.trim());
  const digits = digitsOf(text);
  const found: (PanelHit & { rank: number })[] = [];
  if (wanted === '') return [];
  for (const item of items) {
    for (const field of FIELDS) {
      const rank = field === 'phone' ? phoneRank(item.phone, digits) : textRank(fold(item[field]), wanted);
      if (rank < 0) continue;
      found.push({ item, field, rank: rank + (item.state === 'closed' ? 2 : 0) });
      break;
    }
  }
  found.sort((a, b) => a.rank - b.rank);
  return found.slice(0, MOST).map(({ item, field }) => ({ item, field }));
}

const phoneRank = (phone: string, digits: string): number =>
  digits.length >= FEW_DIGITS && phone.replace(/\D/g, '').includes(digits) ? 0 : -1;

/** 0: it begins so; 1: a word does; 2: it stands inside; −1: it does not. */
function textRank(text: string, wanted: string): number {
  if (text.startsWith(wanted)) return 0;
  if (text.includes(` ${wanted}`)) return 1;
  return text.includes(wanted) ? 2 : -1;
}
