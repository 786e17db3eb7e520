import type { PropertyStore } from './ports';

/** A text kept in several properties: a value may be 9 KB, of which a letter may take three bytes. */
export interface LongProperty {
  name: string;
  /** How many properties it may fill. */
  parts: number;
}

/** Letters of one part. */
const LETTERS = 3000;

/** Letters that fit. */
export const roomOf = ({ parts }: LongProperty): number => parts * LETTERS;

const keysOf = ({ name, parts }: LongProperty) =>
  Array.from({ length: parts }, (_, index) => (index === 0 ? name : `${name}${index + 1}`));

/** The text; `''` when there is none. */
export const readLong = (properties: PropertyStore, long: LongProperty): string =>
  keysOf(long)
    .map((key) => properties.get(key) ?? '')
    .join('');

/** As properties to set: those that differ from what stands there. */
export function longProperty(properties: PropertyStore, long: LongProperty, text: string): Record<string, string> {
  const parts = keysOf(long).map((key, index) => [key, text.slice(index * LETTERS, (index + 1) * LETTERS)]);
  return Object.fromEntries(parts.filter(([key, part]) => (properties.get(key) ?? '') !== part));
}
