import fc from 'fast-check';
import { CrmError } from '../../src/errors';
import { type ActArgs, type ActKind, act } from '../../src/followup/act';
import { rulesOf } from '../../src/followup/context';
import { Pipelines } from '../../src/followup/pipeline';
import {
  alsoTold,
  derived,
  dueReminders,
  escalated,
  ownReminder,
  type ReminderEvent,
  reminded,
  TRANSITIONS,
} from '../../src/followup/reminder';
import { readSettings } from '../../src/workbook/settings';
import { rowOf } from '../../src/workbook/table';
import { escalation, pipelines, type StaffRow, staff } from '../../src/workbook/tables/config';
import { type FollowUp, followedUp } from '../../src/workbook/tables/followed-up';
import { Zone } from '../../src/workbook/zone';

const MINUTE = 60_000;
/** Wednesday, 4 November 2026, 10:00 in London. */
const NOW = Date.UTC(2026, 10, 4, 10);

const person = (name: string, role: StaffRow['role'] = 'member') => rowOf(staff, { name, role, active: true });
const rules = rulesOf(
  {
    settings: readSettings([]).settings,
    pipelines: new Pipelines((pipelines.starters ?? []).map((cells) => rowOf(pipelines, cells))),
    staff: [person('Ana'), person('Rui'), person('Eva', 'lead'), person('Tom', 'owner')],
    escalation: (escalation.starters ?? []).map((cells) => rowOf(escalation, cells)),
  },
  new Zone('Europe/London'),
);

function lead(cells: Partial<FollowUp> = {}): FollowUp {
  const row = rowOf(followedUp, {
    id: 'F-1',
    pipeline: 'Lead',
    status: 'New',
    owner: 'Ana',
    opened: NOW,
    deadline: NOW + 5 * MINUTE,
    assignedWhy: 'in turn',
    ...cells,
  });
  return { ...row, ...derived(row, rules, NOW) };
}

/** The row after an act; as it was when the act is refused. */
function doing(row: FollowUp, kind: Exclude<ActKind, 'undo'>, args: ActArgs, now: number): FollowUp {
  try {
    return { ...row, ...act(row, kind, args, { ...rules, now, country: '' }).cells };
  } catch (error) {
    if (error instanceof CrmError) return row;
    throw error;
  }
}

/** What can happen to a follow-up: the event of the table that it is, and the row after it; null when it cannot be now. */
type Happening = [event: ReminderEvent | null, happens: (row: FollowUp, now: number) => FollowUp];

const HAPPENINGS: Happening[] = [
  ['notified', (row, now) => (dueReminders([row], now).length > 0 ? { ...row, ...reminded(row, rules, now) } : row)],
  ['tried', (row, now) => doing(row, 'tried', {}, now)],
  ['snoozed', (row, now) => doing(row, 'snooze', { until: now + 15 * MINUTE }, now)],
  ['contacted', (row, now) => doing(row, 'contacted', { nextStep: 'none' }, now)],
  ['closed', (row, now) => doing(row, 'lost', { text: 'too dear' }, now)],
  ['reopened', (row, now) => doing(row, 'stage', { status: 'New' }, now)],
  ['contacted', (row, now) => doing(row, 'stage', { status: 'Qualified' }, now)],
  [null, (row, now) => doing(row, 'note', { text: 'a note' }, now)],
];

/** A follow-up in each state, and how it comes there. */
const IN_STATE: Record<keyof typeof TRANSITIONS, () => FollowUp> = {
  pending: () => lead(),
  notified: () => ({ ...lead(), ...reminded(lead(), rules, NOW + 5 * MINUTE) }),
  snoozed: () => doing(lead(), 'snooze', { until: NOW + 60 * MINUTE }, NOW),
  contacted: () => doing(lead(), 'contacted', { nextStep: 'call', nextDate: '2026-11-04' }, NOW),
  closed: () => doing(lead(), 'lost', { text: 'too dear' }, NOW),
};
const EVENTS: Record<ReminderEvent, (row: FollowUp) => FollowUp> = {
  ...(Object.fromEntries(
    HAPPENINGS.map(([event, happens]) => [event, (row: FollowUp) => happens(row, NOW + 10 * MINUTE)]),
  ) as Record<Exclude<ReminderEvent, 'woke'>, (row: FollowUp) => FollowUp>),
  woke: (row) => ({ ...row, ...derived(row, rules, NOW + 61 * MINUTE) }),
};
const STATES = Object.keys(IN_STATE) as (keyof typeof TRANSITIONS)[];

describe.each(STATES)('a reminder that is %s', (state) => {
  test.each(Object.keys(EVENTS) as ReminderEvent[])('goes where the table says, or stays, when it is %s', (event) => {
    const table: Partial<Record<ReminderEvent, string>> = TRANSITIONS[state];
    const row = IN_STATE[state]();
    expect(row.state).toBe(state);
    expect(EVENTS[event](row).state).toBe(table[event] ?? state);
  });
});

describe('the reminder of a follow-up', () => {
  test('goes from state to state as the table says, and in no other way, whatever happens in whatever order', () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(HAPPENINGS.length - 1), fc.integer({ min: 0, max: 600 })), { maxLength: 25 }),
        (days) => {
          let row = lead();
          let now = NOW;
          for (const [which, minutes] of days) {
            now += minutes * MINUTE;
            const woken = { ...row, ...derived(row, rules, now) };
            expect(
              woken.state === row.state ||
                (row.state === 'snoozed' && woken.reminders !== null) ||
                woken.state === 'pending',
            ).toBe(true);
            const from = woken.state as keyof typeof TRANSITIONS;
            const [event, happens] = HAPPENINGS[which];
            const after = happens(woken, now);
            if (event !== null && after.state !== from) {
              const table: Partial<Record<ReminderEvent, string>> = TRANSITIONS[from];
              expect(`${from} ${event} ${table[event]}`).toBe(`${from} ${event} ${after.state}`);
            }
            met.add(after.state);
            expect(after.deadline).toBe(row.deadline);
            expect(after.state === 'closed' ? after.nextReminder : 0).toBe(after.state === 'closed' ? null : 0);
            row = after;
          }
        },
      ),
      { numRuns: 400 },
    );
    expect([...met].sort()).toEqual(['closed', 'contacted', 'notified', 'pending', 'snoozed']);
  });

  test('is due at the deadline, then by the ladder, then each working day, and once each time; others by theirs', () => {
    let row = lead();
    const own: number[] = [];
    const others: [number, string[]][] = [];
    for (let now = NOW; now < NOW + 50 * 60 * MINUTE; now += MINUTE) {
      if (dueReminders([row], now).length === 0) continue;
      const minutes = (now - NOW) / MINUTE;
      const to = alsoTold(row, rules, now);
      if (to.length > 0) {
        others.push([minutes, to]);
        row = { ...row, ...escalated(row, rules, now) };
      }
      if ((ownReminder(row, rules) ?? 0) <= now) {
        own.push(minutes);
        row = { ...row, ...reminded(row, rules, now) };
      }
      expect(dueReminders([row], now)).toEqual([]);
    }
    // At 10:05, then after 5, 15 and 60 minutes; then at nine on the next days.
    expect(own).toEqual([5, 10, 25, 85, 23 * 60, 47 * 60]);
    expect(row.reminders).toBe(own.length);
    // The ladder of the sheet: 15 minutes, 1 hour and 4 hours after the deadline.
    expect(others).toEqual([
      [20, ['Rui']],
      [65, ['Eva']],
      [245, ['Tom']],
    ]);
  });

  test('a message to others leaves the owner’s reminders alone, and the owner’s leaves theirs', () => {
    const late = { ...lead(), remindedAt: NOW + 10 * MINUTE, reminders: 2 };
    const now = NOW + 20 * MINUTE;
    expect(escalated(late, rules, now)).toMatchObject({ escalation: 1 });
    expect(escalated(late, rules, now)).not.toHaveProperty('reminders');
    expect(reminded(late, rules, now)).not.toHaveProperty('escalation');
    expect(alsoTold({ ...late, ...reminded(late, rules, now) }, rules, now)).toEqual(['Rui']);
  });

  test('moves with a snooze, which leaves the deadline alone, and comes back when it ends', () => {
    const snoozed = doing(lead(), 'snooze', { until: NOW + 30 * MINUTE }, NOW);
    expect(snoozed).toMatchObject({ state: 'snoozed', deadline: NOW + 5 * MINUTE, due: NOW + 30 * MINUTE });
    expect(dueReminders([snoozed], NOW + 29 * MINUTE)).toEqual([]);
    expect(dueReminders([snoozed], NOW + 30 * MINUTE)).toHaveLength(1);
  });

  test('ends with contact, and begins anew on the day of the next step', () => {
    const done = doing(lead(), 'contacted', { nextStep: 'call', nextDate: '2026-11-09' }, NOW);
    expect(done).toMatchObject({ state: 'contacted', status: 'Contacted', contactedAt: NOW, nextStep: 'call' });
    expect(new Date(done.due ?? 0).toISOString()).toBe('2026-11-09T09:00:00.000Z');
    expect(done.nextReminder).toBe(done.due);
  });

  test('a status typed in the cell means what the same act in the panel means', () => {
    const typed = { ...lead(), status: 'Contacted' };
    expect(derived(typed, rules, NOW)).toMatchObject({ state: 'contacted', contactedAt: NOW, touchedAt: NOW });
  });

  test('what was planned up to the touch is done with it: it comes back on the next working day, or in the cadence of its stage', () => {
    const row = lead({ nextDate: '2026-11-04', snoozedUntil: NOW + 10 * MINUTE });
    const typed = {
      ...row,
      status: 'Contacted',
      ...derived({ ...row, status: 'Contacted' }, rules, NOW + 20 * MINUTE),
    };
    expect(new Date(typed.due ?? 0).toISOString()).toBe('2026-11-05T09:00:00.000Z');
    const none = { ...typed, nextDate: '', ...derived({ ...typed, nextDate: '' }, rules, NOW + 30 * MINUTE) };
    expect(none.due).toBeNull();
  });

  test('opens at nine on both sides of a change to summer time', () => {
    const done = doing(lead(), 'contacted', { nextStep: 'call', nextDate: '2027-03-29' }, NOW);
    expect(new Date(done.due ?? 0).toISOString()).toBe('2027-03-29T08:00:00.000Z');
  });
});
