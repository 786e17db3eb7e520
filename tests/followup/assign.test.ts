import fc from 'fast-check';
import { Assigner } from '../../src/followup/assign';
import { Pacer } from '../../src/followup/pacer';
import { scoreOf } from '../../src/followup/score';
import { Team } from '../../src/followup/team';
import { readSettings } from '../../src/workbook/settings';
import { rowOf } from '../../src/workbook/table';
import { type StaffRow, staff } from '../../src/workbook/tables/config';
import { followedUp } from '../../src/workbook/tables/followed-up';
import { Zone } from '../../src/workbook/zone';

/** Wednesday, 4 November 2026, 10:00 in London. */
const NOW = Date.UTC(2026, 10, 4, 10);
const { settings } = readSettings([]);
const firm = { zone: new Zone('Europe/London'), ...settings };

const person = (name: string, cells: Partial<StaffRow> = {}) => rowOf(staff, { name, active: true, ...cells });
const give = (rule: string, people: StaffRow[], count: number, fields: Record<string, string> = {}) => {
  const assigner = new Assigner(new Team(firm, people), [], NOW);
  const given = Array.from({ length: count }, (_, index) =>
    assigner.give(rule, { id: `F-${index}`, field: (name) => fields[name] ?? '' }),
  );
  const counts = new Map<string, number>();
  for (const { owner } of given) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  return { given, counts };
};

describe('assignment', () => {
  const people = [person('Ana'), person('Rui'), person('Eva')];

  test.each(['in turn', 'fewest open', ''])('“%s” is fair to one', (rule) => {
    expect([...give(rule, people, 300).counts.values()]).toEqual([100, 100, 100]);
  });

  test('“random” follows from the id, and is fair within a tenth', () => {
    const { counts, given } = give('random', people, 3000);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(100);
    expect(give('random', people, 3000).given).toEqual(given);
  });

  test('a share of two gets twice as many', () => {
    const { counts } = give('in turn', [person('Ana', { share: 2 }), person('Rui')], 300);
    expect([counts.get('Ana'), counts.get('Rui')]).toEqual([200, 100]);
  });

  test('who is paused or away is passed over, and whoever leads takes what nobody can', () => {
    const away = [person('Ana', { active: false }), person('Rui', { away: '2026-11-02 to 2026-11-06' })];
    expect(give('in turn', [...away, person('Eva')], 2).given[0].owner).toBe('Eva');
    const lead = person('Tom', { role: 'lead', active: false });
    expect(give('in turn', [...away, lead], 1).given[0]).toMatchObject({ owner: 'Tom' });
    expect(give('Rui', [...away, person('Eva')], 1).given[0]).toMatchObject({
      owner: 'Eva',
      why: expect.stringContaining('is away'),
    });
  });

  test('a rule by a field, names in turn, and nobody', () => {
    const rule = 'city=Porto: Ana; else Rui, Eva';
    expect(give(rule, people, 1, { city: 'porto' }).given[0]).toEqual({
      owner: 'Ana',
      why: 'city is Porto: the source says so',
    });
    expect([...give(rule, people, 10).counts.keys()]).toEqual(['Rui', 'Eva']);
    expect(give('nobody', people, 1).given[0].owner).toBe('');
  });
});

describe('many that come at once', () => {
  test('are spread by what the team can do, in order; few are not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 60 }), (fresh, anHour) => {
        const pacer = new Pacer(fresh, anHour, firm);
        const spread = Array.from({ length: fresh }, () => pacer.next(NOW)?.deadline ?? NOW);
        expect(spread).toEqual([...spread].sort((a, b) => a - b));
        if (fresh <= anHour) expect(new Set(spread)).toEqual(new Set([NOW]));
        else
          for (let at = 0; at + anHour + 1 < fresh; at++) expect(spread[at + anHour + 1]).toBeGreaterThan(spread[at]);
      }),
    );
  });
});

describe('the score', () => {
  const facts = { worth: 50, progress: 0.5, records: 2 };
  const row = rowOf(followedUp, { name: 'Ana', phone: '+351912345678', amount: 1000, opened: NOW, state: 'pending' });

  test('says what it is made of, and adds up', () => {
    const { score, scoreWhy } = scoreOf(row, facts, settings.score, NOW);
    const sum = [...scoreWhy.matchAll(/\d+/g)].reduce((total, [points]) => total + Number(points), 0);
    expect(score).toBe(sum);
    expect(scoreWhy).toContain('repeat 15');
  });

  test('stays between 0 and 100, and a priority overrules it', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e12, noNaN: true }), fc.nat(3000), (amount, days) => {
        const { score } = scoreOf({ ...row, amount }, facts, settings.score, NOW + days * 86_400_000);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
      }),
    );
    expect(scoreOf({ ...row, priority: 'high' }, facts, settings.score, NOW).score).toBe(100);
  });
});
