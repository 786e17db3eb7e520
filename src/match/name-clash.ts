import { oneEdit } from './edits';
import { areNicknames } from './nicknames';

/** How two names go together; the lower, the nearer. `Clash`: they cannot be one person's. */
export enum NameTie {
  Same = 0,
  Typo = 1,
  Nickname = 2,
  Initial = 3,
  /** One has words that the other leaves out. */
  Shorter = 4,
  Missing = 5,
  Clash = 6,
}

function wordTie(a: string, b: string): NameTie {
  if (a === b) return NameTie.Same;
  if (a.length === 1 || b.length === 1) return a.charAt(0) === b.charAt(0) ? NameTie.Initial : NameTie.Clash;
  // "Tim" and "Jim" are two people, "Jon" and "John" may be one.
  const long = Math.max(a.length, b.length) >= 4;
  if ((long || a.charAt(0) === b.charAt(0)) && oneEdit(a, b)) return NameTie.Typo;
  return areNicknames(a, b) ? NameTie.Nickname : NameTie.Clash;
}

/** The worst tie when each word of the shorter name takes the nearest free word of the longer; `Clash` if one finds none. */
function pairWords(short: readonly string[], long: readonly string[]): NameTie {
  const taken = new Set<number>();
  let worst = NameTie.Same;
  for (const word of [...short].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))) {
    let best = NameTie.Clash;
    let place = -1;
    for (let j = 0; j < long.length; j++) {
      if (taken.has(j)) continue;
      const tie = wordTie(word, long[j]);
      if (tie < best) [best, place] = [tie, j];
    }
    if (place < 0) return NameTie.Clash;
    taken.add(place);
    worst = Math.max(worst, best);
  }
  return worst;
}

/**
 * Whether two names, as folded words in any order, can be one person's. "J. Smith", "John Smith", "Smith, Johnny",
 * "Jon Smith", "Smith" and "" go together pairwise; "Anna Smith" and "John Smith" clash.
 */
export function nameTie(a: readonly string[], b: readonly string[]): NameTie {
  if (a.length === 0 || b.length === 0) return NameTie.Missing;
  if (a.length === b.length && a.every((word, i) => word === b[i])) return NameTie.Same;
  const joinedA = a.join('');
  const joinedB = b.join('');
  if (joinedA === joinedB) return NameTie.Same;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const tie = pairWords(short, long);
  if (tie === NameTie.Clash) {
    // "Vander Berg" and "Vanderburg": a space and a letter.
    return short.length < long.length && joinedA.length > 5 && oneEdit(joinedA, joinedB) ? NameTie.Typo : tie;
  }
  return short.length < long.length ? Math.max(tie, NameTie.Shorter) : tie;
}

/** The tie in words for people. */
export const TIE_WORDS: Record<NameTie, string> = {
  [NameTie.Same]: 'same name',
  [NameTie.Typo]: 'name differs by one letter',
  [NameTie.Nickname]: 'name is a short form of the other',
  [NameTie.Initial]: 'name has the same initial',
  [NameTie.Shorter]: 'one name is part of the other',
  [NameTie.Missing]: 'name missing',
  [NameTie.Clash]: 'names differ',
};
