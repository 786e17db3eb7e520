import { imul } from './arithmetic';

/** Letters that Unicode does not take apart into a base letter and a mark. */
const LETTERS: Record<string, string> = {
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
  ŋ: 'n',
  ŧ: 't',
};

/** Words that need no folding, as most do. */
const FOLDED = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

/**
 * Lower case, without marks, every run of anything but letters and digits as one space; letters of other scripts are
 * kept. "O'Brien-Łukasz & Co." becomes "obrien lukasz and co".
 */
export function fold(text: string): string {
  let plain = text.toLowerCase();
  if (FOLDED.test(plain)) return plain;
  // Most cells are plain ASCII: only the others pay for Unicode's tables.
  if (/[^ -~]/.test(plain)) {
    plain = plain
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .replace(/[^ -~]/g, (letter) => LETTERS[letter] ?? letter)
      .replace(/[’‘`´]/g, "'");
  }
  return plain
    .replace(/'/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9\u00aa-\uffff]+|[\u2000-\u206f\u3000-\u303f]+/g, ' ')
    .trim();
}

/** The words of {@link fold}. */
export function words(text: string): string[] {
  const folded = fold(text);
  return folded === '' ? [] : folded.split(' ');
}

/** How words are written that are written in several ways: `'street st str, road rd'` writes "st" and "str" as "street". */
export function variants(groups: string): ReadonlyMap<string, string> {
  return new Map(
    groups.split(', ').flatMap((group) => {
      const [usual, ...others] = group.split(' ');
      return others.map((other) => [other, usual] as const);
    }),
  );
}

/** The digits of a text and nothing else. */
export function digits(text: string): string {
  return text.replace(/\D+/g, '');
}

/** FNV-1a over UTF-16 units, 32 bits, with a seed so that two independent hashes can be had; of a part of the text, without cutting it out. */
export function hashText(text: string, seed: number, from = 0, to = text.length): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = from; i < to; i++) hash = imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mix(hash);
}

/** Murmur3's finalizer: spreads the bits of a 32-bit number. */
export function mix(value: number): number {
  let bits = value;
  bits = imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
