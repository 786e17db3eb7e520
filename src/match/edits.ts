/**
 * Whether two strings differ by exactly one edit: a letter put in, left out, changed, or two neighbours swapped
 * (Damerau 1964: four fifths of typing errors are one of these).
 */
export function oneEdit(a: string, b: string): boolean {
  const short = a.length <= b.length ? a : b;
  const long = a.length <= b.length ? b : a;
  const longer = long.length - short.length;
  if (longer > 1 || a === b) return false;
  let front = 0;
  while (front < short.length && short.charCodeAt(front) === long.charCodeAt(front)) front++;
  let back = 0;
  const rest = short.length - front;
  while (back < rest && short.charCodeAt(short.length - 1 - back) === long.charCodeAt(long.length - 1 - back)) back++;
  const between = rest - back;
  if (longer === 1) return between === 0;
  if (between === 1) return true;
  return (
    between === 2 &&
    short.charCodeAt(front) === long.charCodeAt(front + 1) &&
    short.charCodeAt(front + 1) === long.charCodeAt(front)
  );
}
