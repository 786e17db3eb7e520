import type { CleanRecord } from '../intake/record';
import { NameTie, nameTie } from '../match/name-clash';
import { words } from '../match/text';
import { customerIdKey } from './case';

const nameWords = (record: CleanRecord) => words(record.name || record.company);

const shares = (a: readonly string[], b: readonly string[]) => a.some((value) => b.includes(value));

/** Two rows of one order number belong to one customer, unless their ids differ or their names clash with nothing shared. */
export function sameCustomer(a: CleanRecord, b: CleanRecord): boolean {
  if (a.customerId !== '' && b.customerId !== '') return customerIdKey(a.customerId) === customerIdKey(b.customerId);
  if (nameTie(nameWords(a), nameWords(b)) !== NameTie.Clash) return true;
  return shares(a.emailKeys, b.emailKeys) && shares(a.phones, b.phones);
}

/**
 * Two rows of a lead sheet are one lead when they have one id, or when they came on one day, share phone or e-mail, and the
 * names go together: a form sent twice has two ids, but the person wants one call.
 */
export function sameLead(a: CleanRecord, b: CleanRecord): boolean {
  if (a.recordId !== '' && a.recordId === b.recordId) return true;
  if (a.leadDate.slice(0, 10) !== b.leadDate.slice(0, 10)) return false;
  const tie = nameTie(nameWords(a), nameWords(b));
  if (tie === NameTie.Clash) return false;
  const contact = shares(a.phones, b.phones) || shares(a.emailKeys, b.emailKeys);
  return contact || (tie === NameTie.Same && lacksContact(a) && lacksContact(b));
}

const lacksContact = (record: CleanRecord) => record.phones.length + record.emailKeys.length === 0;

/**
 * Puts rows into groups of which every two are `same`: a row joins the first group with all of whose rows it goes
 * together, so that no chain of half-matches ties strangers.
 */
export function groupRows(
  records: readonly CleanRecord[],
  same: (a: CleanRecord, b: CleanRecord) => boolean,
): CleanRecord[][] {
  const groups: CleanRecord[][] = [];
  for (const record of records) {
    const home = groups.find((group) => group.every((other) => same(other, record)));
    if (home) home.push(record);
    else groups.push([record]);
  }
  return groups;
}

/** Keys by which rows of a lead sheet can meet: only rows that share one are compared. */
export function leadKeys(record: CleanRecord): string[] {
  const contact = [...record.phones, ...record.emailKeys];
  if (record.recordId !== '') contact.push(`id ${record.recordId}`);
  return contact.length > 0 ? contact : [`name ${nameWords(record).sort().join(' ')}`];
}
