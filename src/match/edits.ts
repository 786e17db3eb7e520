/**
 * Whether two strings differ by exactly one edit: a letter put in, left out, changed, or two neighbours swapped
 * (Damerau 1964: four fifths of typing errors are one of these).
 */
export function oneEdit(a: string, b: string): boolean {
  if (a === b) return false;
  if (a.length > b.length) return oneEdit(b, a);
  if (b.length - a.length > 1) return false;
  let start = 0;
  while (start < a.length && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  if (a.length < b.length) return a.slice(start) === b.slice(start + 1);
  if (a.slice(start + 1) === b.slice(start + 1)) return true;
  const swapped = a.charAt(start) === b.charAt(start + 1) && a.charAt(start + 1) === b.charAt(start);
  return swapped && a.slice(start + 2) === b.slice(start + 2);
}
