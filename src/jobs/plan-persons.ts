import type { Reach } from '../followup/derive';
import type { Identified } from '../followup/identify';
import { findPersons, matchInput, wantedFormer, wantedPerson } from '../followup/persons';
import { match } from '../match/match';
import type { FittedModel } from '../match/model';
import type { Wanted } from '../workbook/diff';
import type { Duplicate, Person } from '../workbook/tables/people';
import { decisionsOf, wantedProposals } from './proposals';
import type { State } from './state';

/** Who the cases belong to, and what the sheets `people` and `duplicates` should say. */
export interface PersonsPlan {
  people: Map<string, Wanted<Person>>;
  proposals: Map<string, Wanted<Duplicate>>;
  /** How to reach whom a case belongs to, by the place of the case in the list. */
  reach: Map<number, Reach>;
  /** People who have a case now. */
  count: number;
  /** Pairs that somebody should look at. */
  open: number;
  /** The weights that decided, if any were learned. */
  model: FittedModel | null;
}

/** @param complete every source could be read, so that who has no case now is in no source any more */
export function planPersons(state: State, cases: readonly Identified[], complete: boolean): PersonsPlan {
  const { matching, points } = state.configuration.settings;
  const decisions = decisionsOf(state.duplicates.rows, cases);
  const result = match({ ...matchInput(cases), ...decisions }, { mode: matching, points });
  const existing = state.people.rows.map((row) => row.values).filter(({ id }) => id !== '');
  const found = findPersons(cases, result, existing);
  const wanted = new Map(found.map((person) => [person.id, wantedPerson(person, cases)]));
  const reach = new Map<number, Reach>();
  for (const { id, members } of found) {
    const { phones = '', emails = '' } = wanted.get(id)?.system ?? {};
    const contact = {
      records: members.length,
      personId: id,
      name: members.map((member) => cases[member].item.record.name).find((name) => name !== '') ?? '',
      phone: phones.split(', ')[0],
      email: emails.split(', ')[0],
    };
    for (const member of members) reach.set(member, contact);
  }
  const former = complete ? existing.filter(({ id }) => !wanted.has(id)) : [];
  return {
    people: new Map([...wanted, ...wantedFormer(former, found, cases)]),
    proposals: wantedProposals(result, cases, state.duplicates.rows),
    reach,
    count: found.length,
    open: result.proposals.length,
    model: result.model ?? null,
  };
}
