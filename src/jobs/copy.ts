import type { PropertyStore, Services } from './ports';

/** The workbook that the properties belong to. */
const BOOK = 'book';
/** The workbook that this one was copied from, until automatic updates are turned on here. */
const ORIGINAL = 'copied-from';

const idOf = ({ address }: Services) => /\/d\/([^/?#]+)/.exec(address())?.[1] ?? address();

/** That the properties belong to this workbook, as properties to set. */
export const ownProperties = (services: Services) => ({ [BOOK]: idOf(services), [ORIGINAL]: '' });

/**
 * What is to be noted down when the properties are those of another workbook, since this one is a copy of it (*Make a copy*);
 * null when they are its own. Costs no call beside the one that reads them.
 */
export function copiedProperties(services: Services): Record<string, string> | null {
  const original = services.properties.get(BOOK);
  return original && original !== idOf(services) ? { ...ownProperties(services), [ORIGINAL]: original } : null;
}

/** Whether the workbook is a copy in which nobody has turned automatic updates on yet. */
export const isCopy = (properties: PropertyStore): boolean => !!properties.get(ORIGINAL);
