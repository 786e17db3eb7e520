import { hashText } from '../match/text';

/**
 * A short id that follows from what it names, so that a second run gives the same one: 64 bits, in 13 letters of base 36
 * (for 100,000 rows the chance that any two are equal is below one in a billion).
 */
export function idOf(prefix: string, ...parts: (string | number)[]): string {
  const text = parts.join('\u0001');
  return `${prefix}-${hashText(text, 1).toString(36)}${hashText(text, 2).toString(36).padStart(7, '0')}`;
}

/** Whether a text has the form of the id of a follow-up. */
export const isFollowUpId = (text: string): boolean => /^F-[0-9a-z]{8,}$/.test(text);
