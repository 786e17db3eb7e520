import type { StaffRow } from '../workbook/tables/config';

export interface Assignment {
  owner: string;
  why: string;
}

/**
 * Gives new follow-ups to people by the rule of their source: a name, "nobody", or "in turn", which is whoever holds
 * fewest, so that a long absence or an uneven start evens out. The counts grow as it gives.
 */
export class Assigner {
  private readonly load = new Map<string, number>();
  private readonly names: string[];

  /** @param held owners of the follow-ups that are there already */
  constructor(staff: readonly StaffRow[], held: Iterable<string>) {
    this.names = staff.filter((person) => person.active && person.name !== '').map((person) => person.name);
    for (const name of this.names) this.load.set(name, 0);
    for (const owner of held) if (this.load.has(owner)) this.load.set(owner, (this.load.get(owner) as number) + 1);
  }

  give(rule: string): Assignment {
    const wish = rule.trim().toLowerCase();
    if (wish === 'nobody' || wish === 'manual') return { owner: '', why: 'left to you: the source says “nobody”' };
    if (this.names.length === 0) return { owner: '', why: 'nobody in the sheet “staff” takes new ones' };
    const named = this.names.find((name) => name.toLowerCase() === wish);
    if (named) return this.count(named, 'the source says so');
    const next = this.names.reduce((best, name) => (this.of(name) < this.of(best) ? name : best));
    const why = `in turn: had ${this.of(next)}, the fewest of ${this.names.length}`;
    return this.count(
      next,
      wish === '' || wish === 'in turn' ? why : `${why} (“${rule}” is nobody who takes new ones)`,
    );
  }

  private of(name: string): number {
    return this.load.get(name) ?? 0;
  }

  private count(owner: string, why: string): Assignment {
    this.load.set(owner, this.of(owner) + 1);
    return { owner, why };
  }
}
