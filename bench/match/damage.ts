import type { Random } from './random';

const NEAR_KEYS: Record<string, string> = {
  a: 'sq',
  b: 'vn',
  c: 'xv',
  d: 'sf',
  e: 'wr',
  f: 'dg',
  g: 'fh',
  h: 'gj',
  i: 'uo',
  j: 'hk',
  k: 'jl',
  l: 'k',
  m: 'n',
  n: 'bm',
  o: 'ip',
  p: 'o',
  q: 'wa',
  r: 'et',
  s: 'ad',
  t: 'ry',
  u: 'yi',
  v: 'cb',
  w: 'qe',
  x: 'zc',
  y: 'tu',
  z: 'x',
};

/** One typing error: a letter left out, doubled, swapped with its neighbour, or replaced by one beside it on the keyboard. */
export function typo(text: string, random: Random): string {
  if (text.length < 3) return text;
  const at = 1 + random.below(text.length - 1);
  const letter = text.charAt(at);
  switch (random.below(4)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1);
    case 1:
      return text.slice(0, at) + letter + text.slice(at);
    case 2:
      return at + 1 < text.length
        ? text.slice(0, at) + text.charAt(at + 1) + letter + text.slice(at + 2)
        : text.slice(0, -1);
    default: {
      const near = /\d/.test(letter) ? '0123456789' : (NEAR_KEYS[letter.toLowerCase()] ?? 'e');
      return text.slice(0, at) + near.charAt(random.below(near.length)) + text.slice(at + 1);
    }
  }
}

/** Several typing errors. */
export function typos(text: string, random: Random, most: number): string {
  let out = text;
  for (let i = random.below(most) + 1; i > 0; i--) out = typo(out, random);
  return out;
}

/** German letters as keyboards without them write them. */
export function withoutUmlauts(text: string): string {
  return text.replace(
    /[äöüßÄÖÜ]/g,
    (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' })[letter] ?? letter,
  );
}

/** A phone of a country code and ten digits, as people write it. */
export function phoneForm(digits: string, country: string, random: Random): string {
  const [area, first, rest] = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)];
  return random.pick([
    `+${country}${digits}`,
    `(${area}) ${first}-${rest}`,
    `${area}-${first}-${rest}`,
    `${area}.${first}.${rest}`,
    `+${country} ${area} ${first} ${rest}`,
    digits,
  ]);
}
