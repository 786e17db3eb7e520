/** A key in Latin letters for names in other scripts: for comparison and sorting only, the name itself stays as it is. */
import { fold } from './text';

const LETTERS = new Map<string, string>();

function table(from: string, to: string): void {
  const latin = to.split(' ');
  [...from].forEach((letter, index) => {
    LETTERS.set(letter, latin[index] === '-' ? '' : latin[index]);
  });
}

// Cyrillic and Greek as passports write them (ICAO 9303, ISO 843), Hebrew, Arabic, Devanagari and kana in their plainest forms.
table(
  'абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўђјљњћџ',
  'a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch - y - e iu ia i i ie g u dj j lj nj c dz',
);
table('αβγδεζηθικλμνξοπρσςτυφχψω', 'a v g d e z i th i k l m n x o p r s s t y f ch ps o');
table('אבגדהוזחטיכךלמםנןסעפףצץקרשת', 'a b g d h v z h t y k k l m m n n s a p p ts ts k r sh t');
table(
  'ابتثجحخدذرزسشصضطظعغفقكلمنهويىةآأإئؤءپچژگکیے',
  'a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h w y a a a a i y w - p ch zh g k y e',
);
table(
  'अआइईउऊएऐओऔकखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसहािीुूेैोौंृ',
  'a a i i u u e ai o au k kh g gh n ch chh j jh n t th d dh n t th d dh n p ph b bh m y r l v sh sh s h a i i u u e ai o au n ri',
);
table(
  'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをんがぎぐげござじずぜぞだでどばびぶべぼぱぴぷぺぽっゃゅょー',
  'a i u e o ka ki ku ke ko sa shi su se so ta chi tsu te to na ni nu ne no ha hi fu he ho ma mi mu me mo ya yu yo ra ri ru re ro wa o n ga gi gu ge go za ji zu ze zo da de do ba bi bu be bo pa pi pu pe po - ya yu yo -',
);

const LEADS = 'g kk n d tt r m b pp s ss - j jj ch k t p h'.split(' ');
const VOWELS = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
const TAILS = '- k k k n n n t l k m p l l p l m p p t t ng t t k t p t'.split(' ');

/** Revised Romanization of Korean, letter by letter. */
function hangul(code: number): string {
  const index = code - 0xac00;
  const parts = [LEADS[Math.floor(index / 588)], VOWELS[Math.floor((index % 588) / 28)], TAILS[index % 28]];
  return parts.filter((part) => part !== '-').join('');
}

function letter(one: string): string {
  const code = one.codePointAt(0)!;
  if (code >= 0xac00 && code <= 0xd7a3) return hangul(code);
  if (code >= 0x30a1 && code <= 0x30f6) return LETTERS.get(String.fromCharCode(code - 0x60)) ?? '';
  return LETTERS.get(one) ?? (/\p{M}/u.test(one) ? '' : one);
}

/**
 * The text in lower-case Latin letters without accents. Han characters, whose reading no table can tell without the language, stay
 * as they are.
 */
export function latinKey(text: string): string {
  const folded = fold(text);
  if (/^[ -~]*$/.test(folded)) return folded;
  return [...folded].map(letter).join('').replace(/\s+/g, ' ').trim();
}
