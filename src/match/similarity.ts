import { max, min } from './arithmetic';

const LONGEST = 64;
const takenA = new Uint8Array(LONGEST);
const takenB = new Uint8Array(LONGEST);

/**
 * Jaro-Winkler similarity, 0 to 1 (Winkler 1990: prefix of up to four letters, scale 0.1). Only the first 64 letters count.
 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const lengthA = min(a.length, LONGEST);
  const lengthB = min(b.length, LONGEST);
  if (lengthA === 0 || lengthB === 0) return 0;
  const matches = markMatches(a, lengthA, b, lengthB);
  if (matches === 0) return 0;
  const jaro = (matches / lengthA + matches / lengthB + (matches - transposed(a, lengthA, b) / 2) / matches) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < lengthA && prefix < lengthB && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

function markMatches(a: string, lengthA: number, b: string, lengthB: number): number {
  const reach = max(0, (max(lengthA, lengthB) >> 1) - 1);
  takenA.fill(0, 0, lengthA);
  takenB.fill(0, 0, lengthB);
  let matches = 0;
  for (let i = 0; i < lengthA; i++) {
    const code = a.charCodeAt(i);
    const end = min(lengthB, i + reach + 1);
    for (let j = max(0, i - reach); j < end; j++) {
      if (takenB[j] === 1 || b.charCodeAt(j) !== code) continue;
      takenA[i] = 1;
      takenB[j] = 1;
      matches++;
      break;
    }
  }
  return matches;
}

function transposed(a: string, lengthA: number, b: string): number {
  let out = 0;
  let j = 0;
  for (let i = 0; i < lengthA; i++) {
    if (takenA[i] === 0) continue;
    while (takenB[j] === 0) j++;
    if (a.charCodeAt(i) !== b.charCodeAt(j)) out++;
    j++;
  }
  return out;
}

/** Which letters and digits a text has before `end`, one bit each (other characters share a bit). */
export function letterMask(text: string, end = text.length): number {
  let mask = 0;
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    mask |= 1 << (code >= 97 && code <= 122 ? code - 97 : code >= 48 && code <= 57 ? 26 + (code % 5) : 31);
  }
  return mask;
}

function bitCount(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/**
 * An upper bound of {@link jaroWinkler} from lengths and masks: letters that only one side has cannot match. `sameStart`: the first
 * letters may be the same.
 */
export function jaroWinklerBound(
  lengthA: number,
  maskA: number,
  lengthB: number,
  maskB: number,
  sameStart: boolean,
): number {
  const matches = min(lengthA - bitCount(maskA & ~maskB), lengthB - bitCount(maskB & ~maskA));
  if (matches <= 0) return 0;
  const jaro = (matches / lengthA + matches / lengthB + 1) / 3;
  return sameStart ? jaro + 0.4 * (1 - jaro) : jaro;
}

/** How many kinds of letters at least one of two texts has and the other lacks: no edit distance is smaller. */
export function lettersMissing(maskA: number, maskB: number): number {
  return max(bitCount(maskA & ~maskB), bitCount(maskB & ~maskA));
}
