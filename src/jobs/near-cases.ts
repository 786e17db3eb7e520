import { emailKey, keysIn, phoneKey } from '../match/contact';
import type { MatchField } from '../match/contract';
import type { KeptCase } from './kept';

/** What ties two cases by the rules of *exact* matching; rows that are equal throughout are one, whatever they hold. */
function tiesOf(values: readonly string[], at: Readonly<Record<'customerId' | 'phone' | 'email', number>>): string[] {
  return [
    `= ${values.join('\u0001')}`,
    ...(values[at.customerId] === '' ? [] : [`c ${values[at.customerId]}`]),
    ...keysIn(values[at.phone], phoneKey).map((key) => `p ${key}`),
    ...keysIn(values[at.email], emailKey).map((key) => `e ${key}`),
  ];
}

/**
 * The known cases that *exact* matching has to look at for new ones: those that share a customer id, phone or e-mail with one of
 * them or are named in a decision, and all others of the same people. No other can be tied to a new one, nor change
 * what becomes of it.
 * @param fields which of a case's values is which
 * @param decided ids of cases that people have decided about
 */
export function nearCases(
  known: readonly KeptCase[],
  fresh: readonly (readonly string[])[],
  fields: readonly MatchField[],
  decided: ReadonlySet<string>,
): KeptCase[] {
  const at = {
    customerId: fields.indexOf('customerId'),
    phone: fields.indexOf('phone'),
    email: fields.indexOf('email'),
  };
  const ties = new Set(fresh.flatMap((values) => tiesOf(values, at)));
  const isNear = ({ id, values }: KeptCase) => decided.has(id) || tiesOf(values, at).some((tie) => ties.has(tie));
  const people = new Set(known.filter(isNear).map(({ person }) => person));
  return known.filter(({ person }) => people.has(person));
}
