export const DATE_LEVELS = [
  'differs',
  'has the same year',
  'agrees in two parts',
  'differs by one digit, or day and month are swapped',
  'same',
];

/** A date as eight digits, YYYYMMDD; `''` where the text is no date. */
export function dateKey(text: string): string {
  const trimmed = text.trim();
  const front = /^(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})(?:\D.*)?$/.exec(trimmed);
  const back = front ? null : /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(trimmed);
  const [year, month, day] = front ? front.slice(1) : back ? [back[3], back[2], back[1]] : [];
  return year === undefined ? '' : year + month.padStart(2, '0') + day.padStart(2, '0');
}

function digitsApart(a: string, b: string): number {
  let apart = 0;
  for (let i = 0; i < 8; i++) if (a.charCodeAt(i) !== b.charCodeAt(i)) apart++;
  return apart;
}

function neighboursSwapped(a: string, b: string): boolean {
  for (let i = 0; i < 7; i++) {
    if (a.charCodeAt(i) === b.charCodeAt(i)) continue;
    return a.charAt(i) === b.charAt(i + 1) && a.charAt(i + 1) === b.charAt(i) && a.slice(i + 2) === b.slice(i + 2);
  }
  return false;
}

/** Levels of two dates as {@link dateKey} gives them: see {@link DATE_LEVELS}. */
export function dateComparer(keys: readonly string[]): (a: number, b: number) => number {
  return (idA, idB) => {
    const [a, b] = [keys[idA], keys[idB]];
    const apart = digitsApart(a, b);
    if (apart === 1 || (apart === 2 && neighboursSwapped(a, b))) return 4;
    const year = a.slice(0, 4) === b.slice(0, 4);
    const [monthA, monthB, dayA, dayB] = [a.slice(4, 6), b.slice(4, 6), a.slice(6), b.slice(6)];
    if (year && monthA === dayB && dayA === monthB) return 4;
    const agreeing = (year ? 1 : 0) + (monthA === monthB ? 1 : 0) + (dayA === dayB ? 1 : 0);
    if (agreeing >= 2 || apart === 2) return 3;
    return year ? 2 : 1;
  };
}
