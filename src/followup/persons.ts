import type { CleanRecord } from '../intake/record';
import type { MatchInput, MatchResult } from '../match/contract';
import type { Wanted } from '../workbook/diff';
import type { Person } from '../workbook/tables/people';
import { customerIdKey, unique } from './case';
import { knownRecord } from './correct';
import type { Identified } from './identify';
import { idOf } from './ids';

/** What is known of the customer of a case. */
const recordOf = ({ item, existing }: Pick<Identified, 'item' | 'existing'>): CleanRecord =>
  existing?.corrected ? knownRecord(item.record, existing.corrected) : item.record;

/** Cases as columns for the match engine. */
export function matchInput(cases: readonly Pick<Identified, 'item' | 'existing'>[]): MatchInput {
  const records = cases.map(recordOf);
  const column = (value: (record: CleanRecord) => string) => records.map(value);
  return {
    size: cases.length,
    columns: {
      customerId: column((record) => customerIdKey(record.customerId)),
      name: column((record) => record.name),
      given: column((record) => record.given),
      family: column((record) => record.family),
      company: column((record) => record.company),
      phone: column((record) => record.phones.join('\n')),
      email: column((record) => record.emails.join('\n')),
      birthDate: column((record) => record.birthDate),
      address: column((record) => record.address),
      city: column((record) => record.city),
      region: column((record) => record.region),
      postcode: column((record) => record.postcode),
      country: column((record) => record.country),
    },
  };
}

/** A person as found in this run: which cases are theirs, by their place in the list. */
export interface Found {
  id: string;
  members: number[];
  why: string;
}

const MEMBER_SEPARATOR = ' ';

/** The follow-up ids in the hidden column `records` of a person. */
export function recordsOf(person: Pick<Person, 'records'>): string[] {
  return person.records.split(MEMBER_SEPARATOR).filter((id) => id !== '');
}

/**
 * Gives each cluster its person: the one in the sheet whose records it resembles most, else a new one named after its
 * first record. When two people turn out to be one, the one with more records stays; when a merge is taken back, each
 * gets its own id again, since the row of the merged one has kept its records.
 */
export function findPersons(cases: readonly Identified[], result: MatchResult, existing: readonly Person[]): Found[] {
  const clusters = new Map<number, number[]>();
  for (let index = 0; index < cases.length; index++) {
    const root = result.clusterOf[index];
    const members = clusters.get(root);
    if (members) members.push(index);
    else clusters.set(root, [index]);
  }
  const holders = new Map<string, Person[]>();
  for (const person of existing) {
    for (const record of recordsOf(person)) holders.set(record, [...(holders.get(record) ?? []), person]);
  }
  const claims = [...clusters.values()].flatMap((members) => claimsOf(members, cases, holders));
  claims.sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const given = new Map<number[], string>();
  const used = new Set<string>();
  for (const { members, id } of claims) {
    if (given.has(members) || used.has(id)) continue;
    given.set(members, id);
    used.add(id);
  }
  for (const person of existing) used.add(person.id);
  return [...clusters.values()].map((members) => ({
    id: given.get(members) ?? newId(members, cases, used),
    members,
    why: whyOf(members, result),
  }));
}

/** Who in the sheet holds records of a cluster, and how alike the two sets are (Jaccard: shared by all). */
function claimsOf(members: number[], cases: readonly Identified[], holders: ReadonlyMap<string, readonly Person[]>) {
  const shared = new Map<Person, number>();
  for (const member of members) {
    for (const person of holders.get(cases[member].id) ?? []) shared.set(person, (shared.get(person) ?? 0) + 1);
  }
  return [...shared].map(([person, count]) => {
    const all = members.length + recordsOf(person).length - count;
    return { members, id: person.id, likeness: count / all };
  });
}

/**
 * What the rows of people who are nobody any more should say: their values stay, so that a merge can be taken back, and
 * they tell where their records have gone.
 */
export function wantedFormer(
  former: readonly Person[],
  found: readonly Found[],
  cases: readonly Identified[],
): Map<string, Wanted<Person>> {
  const heirs = new Map(found.flatMap(({ id, members }) => members.map((member) => [cases[member].id, id] as const)));
  return new Map(
    former.map((person) => {
      const heir = recordsOf(person)
        .map((record) => heirs.get(record))
        .find((id) => id !== undefined);
      return [person.id, { system: { ...person, remark: heir ? `Merged into ${heir}.` : 'In no source any more.' } }];
    }),
  );
}

function newId(members: readonly number[], cases: readonly Identified[], used: Set<string>): string {
  const first = members.map((member) => cases[member].id).sort()[0];
  let id = idOf('P', first);
  for (let attempt = 1; used.has(id); attempt++) id = idOf('P', first, attempt);
  used.add(id);
  return id;
}

/** At most two different reasons are shown: more are not read. */
function whyOf(members: readonly number[], result: MatchResult): string {
  if (members.length === 1) return '';
  const reasons = unique(members.map((member) => result.holds[member]?.why ?? '').filter((why) => why !== ''));
  return reasons.slice(0, 2).join(' / ');
}

/** Numbers and texts shown in one cell at most. */
const LISTED = 8;

const list = (values: readonly string[]) =>
  unique(values.filter((value) => value !== ''))
    .slice(0, LISTED)
    .join(', ');

/** The most frequent non-empty value; of equally frequent ones the longest, since it says most. */
export function bestOf(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  let best = '';
  for (const [value, count] of counts) {
    const lead = count - (counts.get(best) ?? 0);
    if (lead > 0 || (lead === 0 && (value.length > best.length || (value.length === best.length && value < best))))
      best = value;
  }
  return best;
}

/** What the row of a person should say. */
export function wantedPerson(person: Found, cases: readonly Identified[]): Wanted<Person> {
  const members = person.members.map((member) => cases[member]);
  const items = members.map((member) => member.item);
  const records = members.map(recordOf);
  const orders = items.filter((item) => item.kind === 'order');
  const days = items
    .map((item) => item.date.slice(0, 10))
    .filter((day) => day !== '')
    .sort();
  const currencies = unique(orders.filter((item) => item.amount !== null).map((item) => item.currency));
  const total = orders.reduce((sum, item) => sum + (item.amount ?? 0), 0);
  return {
    system: {
      name: bestOf(records.map((record) => record.name)) || bestOf(records.map((record) => record.company)),
      company: bestOf(records.map((record) => record.company)),
      phones: list(records.flatMap((record) => record.phones)),
      emails: list(records.flatMap((record) => record.emails)),
      address: bestOf(records.map((record) => record.address)),
      city: bestOf(records.map((record) => record.city)),
      country: bestOf(records.map((record) => record.country)),
      customerIds: list(records.map((record) => record.customerId)),
      orders: orders.length,
      leads: items.length - orders.length,
      total: currencies.length === 1 ? Math.round(total * 100) / 100 : null,
      currency: currencies.length === 1 ? currencies[0] : '',
      first: days[0] ?? '',
      last: days[days.length - 1] ?? '',
      why: person.why,
      remark:
        currencies.length > 1
          ? `Orders in ${currencies.map((code) => code || 'an unnamed currency').join(' and ')}: not added up.`
          : '',
      id: person.id,
      records: unique(members.map((member) => member.id))
        .sort()
        .join(MEMBER_SEPARATOR),
    },
  };
}
