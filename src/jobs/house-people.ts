import type { Reach } from '../followup/derive';
import type { Identified } from '../followup/identify';
import { findPersons, matchInput, wantedPerson } from '../followup/persons';
import type { MatchField, MatchInput } from '../match/contract';
import { matchIncremental } from '../match/incremental';
import type { FittedModel } from '../match/model';
import type { Wanted } from '../workbook/diff';
import type { Duplicate, Person } from '../workbook/tables/people';
import type { Configuration } from './configuration';
import type { Kept, KeptCase } from './kept';
import { nearCases } from './near-cases';
import { wantedProposals } from './proposals';

/** Whose the changed cases are. */
export interface Homes {
  /** New people. */
  people: Map<string, Wanted<Person>>;
  /** New questions. */
  proposals: Map<string, Wanted<Duplicate>>;
  /** By case: how to reach its person. */
  reach: Reach[];
  /** The cases as the next sync has to know them. */
  kept: KeptCase[];
}

/** What matching compares of each case, in the order of {@link MATCHED}. */
export function matchedValues(cases: readonly Identified[]): string[][] {
  const { columns } = matchInput(cases);
  return cases.map((_, index) => MATCHED.map((field) => columns[field]?.[index] ?? ''));
}

export const MATCHED = Object.keys(matchInput([]).columns) as MatchField[];

const inputOf = (rows: readonly (readonly string[])[]): MatchInput => ({
  size: rows.length,
  columns: Object.fromEntries(MATCHED.map((field, at) => [field, rows.map((row) => row[at])])),
});

/**
 * Finds the people of cases that are new or changed, among those who are known. Null when the change would join two people
 * or part one: that takes all of their cases, and so a full sync.
 */
export function housePeople(
  kept: Kept,
  cases: readonly Identified[],
  former: ReadonlyMap<string, KeptCase>,
  configuration: Configuration,
): Homes | null {
  const values = matchedValues(cases);
  const personOf = cases.map(({ id }, index) => {
    const before = former.get(id);
    return before && same(before.values, values[index]) ? before.person : '';
  });
  const fresh = cases.flatMap((_, index) => (personOf[index] === '' ? [index] : []));
  const homes: Homes = { people: new Map(), proposals: new Map(), reach: [], kept: [] };
  if (fresh.length > 0 && !match(kept, cases, values, fresh, personOf, former, configuration, homes)) return null;
  homes.kept = cases.map(({ id, key, item }, index) => ({
    id,
    key,
    person: personOf[index],
    sheet: item.source.sheet,
    rows: item.rows,
    values: values[index],
  }));
  homes.reach = reachOf(kept, homes.kept);
  return homes;
}

const same = (a: readonly string[], b: readonly string[]) => a.every((value, at) => value === b[at]);

function match(
  kept: Kept,
  cases: readonly Identified[],
  values: readonly string[][],
  fresh: readonly number[],
  personOf: string[],
  former: ReadonlyMap<string, KeptCase>,
  configuration: Configuration,
  homes: Homes,
): boolean {
  const { matching: mode, points } = configuration.settings;
  if (mode === 'learned' && !kept.model) return false;
  const again = new Set(fresh.map((index) => cases[index].id));
  const incomingValues = fresh.map((index) => values[index]);
  const all = [...kept.cases.values()].filter((one) => one.rows.length > 0 && !again.has(one.id));
  const known = mode === 'exact' ? nearCases(all, incomingValues, MATCHED, new Set(kept.decided.flat())) : all;
  const numbers = new Map<string, number>();
  const clusterOf = known.map(({ person }) => {
    if (!numbers.has(person)) numbers.set(person, numbers.size);
    return numbers.get(person) as number;
  });
  const place = new Map(known.map(({ id }, index) => [id, index]));
  for (const [at, index] of fresh.entries()) place.set(cases[index].id, known.length + at);
  const decided = (decision: string) =>
    kept.decided.flatMap(([a, b, said]): [number, number][] => {
      const [x, y] = [place.get(a), place.get(b)];
      return said === decision && x !== undefined && y !== undefined ? [[x, y]] : [];
    });
  const result = matchIncremental(
    {
      input: {
        ...inputOf(known.map((one) => one.values)),
        together: decided('merge'),
        apart: decided('keep separate'),
      },
      clusterOf,
    },
    inputOf(incomingValues),
    { mode, points, model: kept.model as FittedModel },
  );
  const people = new Set(all.map(({ person }) => person));
  const newcomers: number[][] = [];
  const byCluster = new Map<number, number[]>();
  for (const [at, index] of fresh.entries()) {
    const cluster = result.clusterOf[known.length + at];
    byCluster.set(cluster, [...(byCluster.get(cluster) ?? []), index]);
  }
  const homeOf = new Map<number, string>();
  for (const [row, { person }] of known.entries()) {
    const cluster = result.clusterOf[row];
    if (byCluster.has(cluster) && (homeOf.get(cluster) ?? person) !== person) return false;
    homeOf.set(cluster, person);
  }
  for (const [cluster, members] of byCluster) {
    const home = homeOf.get(cluster);
    for (const index of members) {
      const before = former.get(cases[index].id)?.person;
      if (before && before !== home && (home || people.has(before) || members.length > 1)) return false;
      personOf[index] = home ?? before ?? '';
    }
    if (members.some((index) => personOf[index] === '')) newcomers.push(members);
  }
  // Numbered like the cases here, for what is said about them.
  const incoming = fresh.map((index) => cases[index]);
  const part = Int32Array.from(fresh, (_, at) => result.clusterOf[known.length + at]);
  const found = findPersons(
    incoming,
    { ...result, clusterOf: part, holds: result.holds.slice(known.length) },
    [...people].map((id) => ({ id, records: '' }) as Person),
  );
  for (const person of found) {
    if (personOf[fresh[person.members[0]]] !== '') continue;
    for (const member of person.members) personOf[fresh[member]] = person.id;
    homes.people.set(person.id, wantedPerson(person, incoming));
  }
  const isNew = (link: { a: number; b: number } | null) => link !== null && link.b >= known.length;
  homes.proposals = wantedProposals(
    { proposals: result.proposals.filter(isNew), holds: result.holds.filter(isNew) },
    [...known.map(shadowOf), ...incoming],
    [],
  );
  return true;
}

/** As much of a known case as is shown of it in a question. */
function shadowOf({ id, values }: KeptCase): Identified {
  const of = (field: MatchField) => values[MATCHED.indexOf(field)];
  const list = (field: MatchField) =>
    of(field)
      .split('\n')
      .filter((part) => part !== '');
  const record = { name: of('name'), company: of('company'), phones: list('phone'), emails: list('email') };
  return { id, key: '', existing: null, item: { record } } as unknown as Identified;
}

/** How to reach each case's person: the first name, phone and e-mail that any of the person's cases has, in the order of the sources. */
function reachOf(kept: Kept, cases: readonly KeptCase[]): Reach[] {
  const wanted = new Set(cases.map(({ person }) => person));
  const now = new Map(cases.map((one) => [one.id, one]));
  const order = new Map(kept.sources.map(({ sheet }, index) => [sheet, index]));
  const all = [...kept.cases.values()].filter(
    (one) => wanted.has(one.person) && one.rows.length > 0 && !now.has(one.id),
  );
  const first = (one: KeptCase) => (order.get(one.sheet) ?? 0) * 1e7 + one.rows[0];
  const reach = new Map<string, Reach>();
  const [name, phone, email] = [MATCHED.indexOf('name'), MATCHED.indexOf('phone'), MATCHED.indexOf('email')];
  for (const { person, values } of [...all, ...cases].sort((a, b) => first(a) - first(b))) {
    const known = reach.get(person) ?? { personId: person, name: '', phone: '', email: '', records: 0 };
    known.records++;
    known.name ||= values[name];
    known.phone ||= values[phone].split('\n')[0];
    known.email ||= values[email].split('\n')[0];
    reach.set(person, known);
  }
  return cases.map(({ person }) => reach.get(person) as Reach);
}
