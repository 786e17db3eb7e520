import type { Identified } from '../followup/identify';
import { idOf } from '../followup/ids';
import type { Link, MatchInput, MatchResult } from '../match/contract';
import type { Wanted } from '../workbook/diff';
import type { ReadRow } from '../workbook/read-table';
import type { Duplicate } from '../workbook/tables/people';

/** Which pairs of records people have merged or separated, for the match engine. */
export function decisionsOf(
  rows: readonly ReadRow<Duplicate>[],
  cases: readonly Identified[],
): Pick<MatchInput, 'together' | 'apart'> {
  const indexOf = new Map(cases.map((one, index) => [one.id, index]));
  const pairs = (decision: string) =>
    rows.flatMap(({ values }): [number, number][] => {
      if (values.decision.toLowerCase() !== decision) return [];
      const a = indexOf.get(values.recordA);
      const b = indexOf.get(values.recordB);
      return a === undefined || b === undefined ? [] : [[a, b]];
    });
  return { together: pairs('merge'), apart: pairs('keep separate') };
}

const contactOf = ({ item }: Identified) => [...item.record.phones, ...item.record.emails].join(', ');
const nameOf = ({ item }: Identified) => item.record.name || item.record.company;

const OUTCOMES: Record<string, string> = { merge: 'merged', 'keep separate': 'kept separate, for good' };

/** A merge that nobody asked for: “keep separate” takes it apart. */
const BY_ITSELF = 'merged by itself';

/** On the scale of points, two records that agree in everything both have: nobody would ask to see them. */
const ALL_POINTS = 100;

/** The links on which merges rest whose two sides differ somewhere, each once, the surest last. */
function doubtableMerges(holds: readonly (Link | null)[]): Link[] {
  const links = new Map<string, Link>();
  for (const link of holds) if (link && link.points < ALL_POINTS) links.set(`${link.a} ${link.b}`, link);
  return [...links.values()].sort((x, y) => x.probability - y.probability || x.a - y.a || x.b - y.b);
}

const RESOLVED = 'no longer a question: the rows have changed';

/**
 * What the sheet `duplicates` should say: the pairs that look alike, best first; below them the pairs that were merged by
 * themselves though something differs; and the pairs that were decided. A pair that is no question any more stays, and says
 * so: a decision must not get lost.
 */
export function wantedProposals(
  { proposals, holds }: Pick<MatchResult, 'proposals' | 'holds'>,
  cases: readonly Identified[],
  rows: readonly ReadRow<Duplicate>[],
): Map<string, Wanted<Duplicate>> {
  const decided = new Map(rows.map(({ values }) => [values.id, values.decision.toLowerCase()]));
  const wanted = new Map<string, Wanted<Duplicate>>();
  const merges = doubtableMerges(holds);
  const merged = new Set(merges);
  // New rows come to stand on top of each other, so the best comes last.
  for (const link of [...[...merges].reverse(), ...[...proposals].reverse()]) {
    const [a, b] = [cases[link.a], cases[link.b]].sort((x, y) => (x.id < y.id ? -1 : 1));
    const id = idOf('D', a.id, b.id);
    wanted.set(id, {
      initial: { decision: '' },
      system: {
        probability: Math.round(link.probability * 1000) / 1000,
        points: Math.round(link.points),
        why: link.why,
        nameA: nameOf(a),
        contactA: contactOf(a),
        nameB: nameOf(b),
        contactB: contactOf(b),
        outcome: OUTCOMES[decided.get(id) ?? ''] ?? (merged.has(link) ? BY_ITSELF : ''),
        id,
        recordA: a.id,
        recordB: b.id,
      },
    });
  }
  for (const { values } of rows) {
    if (values.id === '' || wanted.has(values.id)) continue;
    const { decision, ...system } = values;
    wanted.set(values.id, { system: { ...system, outcome: OUTCOMES[decision.toLowerCase()] ?? RESOLVED } });
  }
  return wanted;
}
