import { bareWord, familyStart } from './name-parts';
import { COMMON_GIVEN, TITLES } from './name-words';
import { fold } from './text';

/** Words that join two people's names. */
const JOINED = /\s*(?:\s(?:and|und|et|og|en|dan|aur|&)\s|\s[ye]\s|\s?&\s?|\s?\/\s?|\s?;\s?|\s\+\s|\n)\s*/i;

/** The people of a cell, each with the family name that they share; the whole text where it may as well be one firm or person. */
export function splitPeople(text: string): string[] {
  const parts = text
    .split(JOINED)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length < 2 || !parts.every((part) => /\p{L}{2}/u.test(part))) return [text];
  // "García y López" joins the two surnames of one person; two people each have a given name of their own.
  if (/\s[ye]\s/i.test(text) && !/[&/;+]/.test(text) && parts[0].includes(' ') && !parts[1].includes(' '))
    return [text];
  if (parts.every((part) => !part.includes(' ')) && !parts.some((part) => COMMON_GIVEN.has(fold(part)))) return [text];
  const titleOnly = parts.filter((part) => part.split(' ').every((word) => TITLES.has(bareWord(word))));
  if (titleOnly.length > 0) return [parts.filter((part) => !titleOnly.includes(part)).join(' ')];
  const last = parts[parts.length - 1].split(' ');
  return parts.map((part) =>
    part.includes(' ') || part.includes(',') || last.length < 2
      ? part
      : `${part} ${last.slice(familyStart(last)).join(' ')}`,
  );
}
