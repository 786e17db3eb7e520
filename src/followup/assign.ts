import { hashText } from '../match/text';
import type { StaffRow } from '../workbook/tables/config';
import type { Team } from './team';

export interface Assignment {
  owner: string;
  why: string;
}

/** What an assignment may look at: the id of the follow-up (what is random follows from it) and its fields by name. */
export interface Assignable {
  id: string;
  field(name: string): string;
}

/** What somebody holds already. */
export interface Held {
  owner: string;
  open: boolean;
}

const words = (text: string) =>
  text
    .split(/[,/]|\bor\b/)
    .map((word) => word.trim())
    .filter((word) => word !== '');

/**
 * Gives new follow-ups to people by the rule of their source:
 * `nobody` · `in turn` (whoever has had fewest for their share, so that a long absence or an uneven start evens out) · `fewest
 * open` · `random` · a name, or several, in turn among them · `field=value: rule; else rule`. Who is paused or away is passed over;
 * when that leaves nobody, the team lead takes it. The counts grow as it gives.
 */
export class Assigner {
  private readonly had = new Map<string, number>();
  private readonly open = new Map<string, number>();
  private readonly present: readonly StaffRow[];

  /** @param held the follow-ups that are there already */
  constructor(
    private readonly team: Team,
    held: Iterable<Held>,
    now: number,
  ) {
    this.present = team.present(now);
    for (const { owner, open } of held) this.count(owner, open);
  }

  give(rule: string, item: Assignable): Assignment {
    const [chosen, because] = chooseRule(rule, item);
    const given = this.byRule(chosen.trim().toLowerCase(), chosen, item);
    if (given.owner !== '') this.count(given.owner, true);
    return because === '' ? given : { ...given, why: `${because}: ${given.why}` };
  }

  private byRule(wish: string, rule: string, item: Assignable): Assignment {
    if (wish === 'nobody' || wish === 'manual') return { owner: '', why: 'left to you: the source says “nobody”' };
    const everybody = this.present;
    if (everybody.length === 0) return this.lastResort();
    if (wish === '' || wish === 'in turn') return this.least(everybody, this.had, 'in turn: had');
    if (wish === 'fewest open' || wish === 'least open') return this.least(everybody, this.open, 'fewest open: has');
    if (wish === 'random') {
      const person = pickByShare(everybody, hashText(item.id, 1));
      return { owner: person.name, why: `at random among ${everybody.length}` };
    }
    const named = words(wish).flatMap((word) => everybody.filter(({ name }) => name.trim().toLowerCase() === word));
    if (named.length === 1) return { owner: named[0].name, why: 'the source says so' };
    if (named.length > 1) return this.least(named, this.had, 'in turn: had');
    const known = words(wish).some((word) => this.team.member(word));
    const next = this.least(everybody, this.had, 'in turn: had');
    return { ...next, why: `${next.why} (“${rule.trim()}” ${known ? 'is away' : 'is nobody in “staff”'})` };
  }

  private lastResort(): Assignment {
    const leader = this.team.leader;
    return leader
      ? { owner: leader.name, why: 'nobody takes new ones now, so whoever leads does' }
      : { owner: '', why: 'nobody stands in the sheet “staff”' };
  }

  private least(among: readonly StaffRow[], load: ReadonlyMap<string, number>, how: string): Assignment {
    const weighed = ({ name, share }: StaffRow) => (load.get(name) ?? 0) / shareOf(share);
    const next = among.reduce((best, person) => (weighed(person) < weighed(best) ? person : best));
    return { owner: next.name, why: `${how} ${load.get(next.name) ?? 0}, the fewest of ${among.length}` };
  }

  private count(owner: string, open: boolean): void {
    this.had.set(owner, (this.had.get(owner) ?? 0) + 1);
    if (open) this.open.set(owner, (this.open.get(owner) ?? 0) + 1);
  }
}

const shareOf = (share: number | null) => (share !== null && share > 0 ? share : 1);

function pickByShare(among: readonly StaffRow[], hash: number): StaffRow {
  const total = among.reduce((sum, { share }) => sum + shareOf(share), 0);
  let left = (hash / 2 ** 32) * total;
  for (const person of among) {
    left -= shareOf(person.share);
    if (left < 0) return person;
  }
  return among[among.length - 1];
}

/** The part of "city=Porto: Ana; else in turn" that holds for an item, and why. */
function chooseRule(rule: string, item: Assignable): [rule: string, because: string] {
  const parts = rule.split(';').map((part) => part.trim());
  for (const part of parts) {
    const test = /^([^=:]+)=([^:]*):(.*)$/.exec(part);
    if (!test) return [part.replace(/^else\b:?/i, ''), ''];
    const [, field, value, then] = test;
    if (item.field(field.trim().toLowerCase()).trim().toLowerCase() === value.trim().toLowerCase())
      return [then, `${field.trim()} is ${value.trim()}`];
  }
  return ['', ''];
}
