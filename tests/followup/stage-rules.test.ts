import { act } from '../../src/followup/act';
import { rulesOf } from '../../src/followup/context';
import { Pipelines } from '../../src/followup/pipeline';
import { derived } from '../../src/followup/reminder';
import { missingFor, remarked } from '../../src/followup/stage-rules';
import { readSettings } from '../../src/workbook/settings';
import { rowOf } from '../../src/workbook/table';
import { pipelines, type StageRow, staff } from '../../src/workbook/tables/config';
import { followedUp } from '../../src/workbook/tables/followed-up';
import { Zone } from '../../src/workbook/zone';

const DAY = 86_400_000;
/** Wednesday, 4 November 2026, 10:00 in London. */
const NOW = Date.UTC(2026, 10, 4, 10);

const stageRow = (stage: string, kind: string, order: number, cells: Partial<StageRow> = {}) =>
  rowOf(pipelines, { pipeline: 'Lead', stage, kind, order, ...cells });
const book = new Pipelines([
  stageRow('New', 'first', 1),
  stageRow('Proposal', 'open', 2, { maxDays: 3, overstay: 'remind', required: 'Next step, Colour' }),
  stageRow('Parked', 'open', 3, { maxDays: 1, overstay: 'flag' }),
  stageRow('Lost', 'lost', 4, { required: 'Reason' }),
]);
const rules = rulesOf(
  {
    settings: readSettings([]).settings,
    pipelines: book,
    staff: [rowOf(staff, { name: 'Ana', active: true })],
    escalation: [],
  },
  new Zone('Europe/London'),
);
const row = rowOf(followedUp, { id: 'F-1', pipeline: 'Lead', status: 'Proposal', owner: 'Ana', opened: NOW });
const iso = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString());

describe('a stage in which a follow-up may stay for three working days, and is then reminded of', () => {
  const since = { ...row, contactedAt: NOW, touchedAt: NOW, stageSince: NOW };

  test('is due when they are over, though nothing was planned, or later', () => {
    expect(iso(derived(since, rules, NOW).due)).toBe('2026-11-09T09:00:00.000Z');
    expect(iso(derived({ ...since, nextDate: '2026-11-20' }, rules, NOW).due)).toBe('2026-11-09T09:00:00.000Z');
    expect(iso(derived({ ...since, nextDate: '2026-11-06' }, rules, NOW).due)).toBe('2026-11-06T09:00:00.000Z');
  });

  test('is reminded of once they are over, and then by the ladder; a snooze and a touch put it off', () => {
    const over = Date.UTC(2026, 10, 9, 9);
    expect(derived(since, rules, over).nextReminder).toBe(over);
    expect(derived({ ...since, remindedAt: over, reminders: 1 }, rules, over).nextReminder).toBe(over + 5 * 60_000);
    expect(derived({ ...since, snoozedUntil: over + DAY }, rules, over).due).toBe(over + DAY);
    expect(derived({ ...since, touchedAt: over + 1, nextDate: '2026-11-12' }, rules, over + 1).due).toBe(
      Date.UTC(2026, 10, 12, 9),
    );
  });

  test('where it is only flagged, nothing is due', () => {
    expect(derived({ ...since, status: 'Parked' }, rules, NOW).due).toBeNull();
  });
});

describe('what a stage needs', () => {
  const proposal = book.stage('Lead', 'Proposal')!;

  test('is what stands in no cell; a word that is no column asks for nothing', () => {
    expect(missingFor(proposal, row)).toEqual(['Next step']);
    expect(missingFor(proposal, { ...row, nextStep: 'call' })).toEqual([]);
  });

  test('stands in the remark while it is missing, and no longer, beside what else is noticed', () => {
    const flagged = remarked({ ...row, remark: 'Gone from the source.' }, proposal, true);
    expect(flagged).toBe(
      'Gone from the source. “Proposal” needs Next step. In “Proposal” for more than 3 working days.',
    );
    expect(remarked({ ...row, remark: flagged }, proposal, true)).toBe(flagged);
    expect(remarked({ ...row, remark: flagged, nextStep: 'call' }, proposal, false)).toBe('Gone from the source.');
  });

  test('is asked for by the panel before it moves there, and taken with the move', () => {
    const context = { ...rules, now: NOW, country: '' };
    expect(() => act({ ...row, status: 'New' }, 'stage', { status: 'Proposal' }, context)).toThrow('needs Next step');
    expect(
      act({ ...row, status: 'New' }, 'stage', { status: 'Proposal', nextStep: 'call', nextDate: '2026-11-06' }, context)
        .cells,
    ).toMatchObject({ status: 'Proposal', nextStep: 'call' });
    expect(act(row, 'lost', { text: 'too dear' }, context).cells).toMatchObject({ status: 'Lost', reason: 'too dear' });
  });
});
