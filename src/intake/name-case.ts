import { fold } from './text';

const LOWER_PARTICLES = new Set(
  'de del della delle dello degli dei di da das do dos du des las los y e van von der den dem zu zum zur vom ter ten het bin binti bint ibn af'.split(
    ' ',
  ),
);
const ROMAN = /^(?:ii|iii|iv|vi{0,3})$/;

function capital(part: string): string {
  if (part === '') return part;
  const [first] = part;
  const upper = first.toUpperCase();
  // "ß" has two capitals, of which a name begins with one.
  return (upper.length > first.length ? upper[0] + upper.slice(1).toLowerCase() : upper) + part.slice(first.length);
}

/** One word in the case of names: "O'BRIEN" → "O'Brien", "anne-marie" → "Anne-Marie", "MCDONALD" → "McDonald", "J.R." stays. */
export function nameWord(word: string): string {
  const lower = word.toLowerCase();
  if (ROMAN.test(lower)) return lower.toUpperCase();
  const initials = /^(?:\p{L}\.)+\p{L}?\.?$/u.test(lower) && lower.toUpperCase();
  if (initials && initials.length === lower.length) return initials;
  return lower
    .split(/(?<=[-'’])/)
    .map((part, index, parts) => (index > 0 && part.length === 1 && parts[index - 1].length > 2 ? part : capital(part)))
    .join('')
    .replace(/^Mc(\p{Ll})(?=\p{L}{2})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`);
}

function hasCaseOfItsOwn(text: string): boolean {
  return text !== text.toUpperCase() && text !== text.toLowerCase();
}

/** Whether a word inside a name is written small: "de", and "la" after it, but not "La" or "Le" alone. */
function isSmall(word: string, before: string): boolean {
  if (LOWER_PARTICLES.has(word)) return true;
  return /^(?:la|lo|le|les)$/.test(word) && /^(?:de|van|von|y)$/.test(before);
}

/** A word that shouts among others that do not: "Jean DUPONT". Two or three letters may be initials, and stay. */
const SHOUTED = /(?<![\p{L}.'’-])(?=\p{Lu}*[AEIOUYÀ-Ý])\p{Lu}{4,}(?![\p{L}.])/gu;

/** A name in the case of names where it shouts or whispers; where its writer chose capitals, those stay. */
export function nameCase(text: string): string {
  if (text.toLowerCase() === text.toUpperCase()) return text;
  if (hasCaseOfItsOwn(text)) return text.replace(SHOUTED, nameWord);
  const words = text.split(' ');
  return words
    .map((word, index) =>
      words.length > 1 && isSmall(fold(word), index === 0 ? '' : fold(words[index - 1]))
        ? word.toLowerCase()
        : nameWord(word),
    )
    .join(' ');
}

const SMALL_IN_PLACES = /^(?:of|the|on|upon|and|de|del|da|do|dos|du|la|le|les|sur|sous|am|an|der|di|y|en)$/i;

function placeWord(word: string, index: number): string {
  if (index > 0 && SMALL_IN_PLACES.test(word)) return word.toLowerCase();
  // "DC", "CDMX": no word of a language has no vowel, so these are letters for words.
  return /^[B-DF-HJ-NP-TV-XZ]{2,5}$/.test(word) ? word : nameWord(word);
}

/** A city or region in the case of names, with the small words of place names left small. */
export function placeCase(text: string): string {
  if (hasCaseOfItsOwn(text) || text.toLowerCase() === text.toUpperCase() || text.length <= 3) return text;
  return text.split(' ').map(placeWord).join(' ');
}
