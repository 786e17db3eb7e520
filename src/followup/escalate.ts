import type { EscalationRow, StaffRow } from '../workbook/tables/config';
import type { FollowUp } from '../workbook/tables/followed-up';
import { deadlineOf, parseDue } from './deadline';
import { quietUntil } from './quiet';
import type { Team } from './team';

/** A rung of the ladder in `escalation`. */
export interface Rung {
  to: string;
  handsOver: boolean;
  /** When it is reached, for a follow-up with this deadline, in the firm's hours. */
  at(deadline: number): number;
}

/** The rungs in the order of their times; a line whose time cannot be read is left out. */
export function rungsOf(rows: readonly EscalationRow[], team: Team): Rung[] {
  return rows
    .flatMap((row) => {
      const rule = parseDue(row.after);
      return rule
        ? [
            {
              to: row.to.trim(),
              handsOver: row.does.toLowerCase() === 'hand over',
              at: (deadline: number) => deadlineOf(rule, deadline, team.firm),
            },
          ]
        : [];
    })
    .sort((a, b) => a.at(0) - b.at(0));
}

type Waiting = Pick<FollowUp, 'state' | 'deadline' | 'owner' | 'escalation' | 'id'>;

const waits = ({ state }: Waiting) => state === 'pending' || state === 'notified';

/** When the next rung of a follow-up that nobody has taken is reached; null when there is none. */
export function nextRung(row: Waiting, rungs: readonly Rung[]): number | null {
  const rung = waits(row) && row.deadline !== null ? rungs[row.escalation ?? 0] : undefined;
  return rung ? rung.at(row.deadline as number) : null;
}

/** Who else is told now of a follow-up that nobody has taken, how far up the ladder that is, and whose it becomes. */
export function escalate(
  row: Waiting,
  rungs: readonly Rung[],
  team: Team,
  now: number,
): { escalation: number; to: string[]; owner: string | null } {
  const to: string[] = [];
  let level = row.escalation ?? 0;
  let owner: string | null = null;
  while (waits(row) && row.deadline !== null && rungs[level] && rungs[level].at(row.deadline) <= now) {
    const name = whois(rungs[level].to, owner ?? row.owner, team, now);
    if (name !== '' && name !== row.owner && !to.includes(name)) to.push(name);
    if (rungs[level].handsOver && name !== '') owner = name;
    level++;
  }
  return { escalation: level, to, owner };
}

function whois(to: string, owner: string, team: Team, now: number): string {
  const word = to.toLowerCase();
  if (word === 'lead' || word === 'owner') {
    return (team.staff.find(({ role }) => role === word) ?? team.leader)?.name ?? '';
  }
  if (word !== 'next') return team.member(to)?.name ?? '';
  const present = team
    .present(now)
    .filter((one) => (one.role === 'member' || one.role === '') && isAwake(one, owner, team, now));
  if (present.length === 0) return team.leader?.name ?? '';
  const place = present.findIndex(({ name }) => name === owner);
  return present[(place + 1) % present.length].name;
}

/** Whoever has quiet hours just now cannot step in; the place of the owner in the turn stays. */
const isAwake = (one: StaffRow, owner: string, team: Team, now: number) =>
  one.name === owner || quietUntil(one, team.firm.zone, now) === null;
