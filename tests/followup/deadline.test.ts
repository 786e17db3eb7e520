import fc from 'fast-check';
import { addWorkingMinutes, type Calendar, isWorkingDay } from '../../src/followup/calendar';
import { deadlineOf, parseDue, spellDue } from '../../src/followup/deadline';
import { Zone } from '../../src/workbook/zone';

const zone = new Zone('Europe/Lisbon');
const calendar: Calendar = {
  zone,
  workingDays: new Set([1, 2, 3, 4, 5]),
  opens: 9 * 60,
  closes: 18 * 60,
  holidays: new Set(['2026-12-25']),
};
const at = (wall: string) => zone.instant(wall);
const due = (rule: string, start: number | string) => zone.wall(deadlineOf(parseDue(rule)!, start, calendar));

describe('deadlines', () => {
  it('count five minutes for a lead in working hours', () => {
    expect(due('5 minutes', at('2026-11-20T10:00:00'))).toBe('2026-11-20T10:05:00');
  });

  it('let a lead that comes at night wait for the morning', () => {
    expect(due('5 minutes', at('2026-11-20T17:58:00'))).toBe('2026-11-23T09:03:00');
    expect(due('5 minutes', at('2026-11-21T12:00:00'))).toBe('2026-11-23T09:05:00');
  });

  it('end days when the working day does, and skip free days and holidays', () => {
    expect(due('next working day', at('2026-11-20T10:00:00'))).toBe('2026-11-23T18:00:00');
    expect(due('next working day', '2026-12-24')).toBe('2026-12-28T18:00:00');
    expect(due('1 day', '2026-11-20')).toBe('2026-11-23T18:00:00');
  });

  it('go by the wall when the clocks change', () => {
    expect(due('2 hours', at('2026-03-27T17:00:00'))).toBe('2026-03-30T10:00:00');
  });

  it('say what they cannot read', () => {
    for (const text of ['soon', '5 fortnights', '-1 day']) expect(parseDue(text)).toBeNull();
  });

  it('are spelt as they are read', () => {
    for (const text of [
      '5 minutes',
      '1 minute',
      '2 hours',
      '1 hour',
      '3 days',
      'next working day',
      'same day',
      '2 working days',
    ]) {
      expect(spellDue(parseDue(text)!)).toBe(text);
    }
  });

  it('fall into working time and never before their start', () => {
    const starts = fc.integer({ min: at('2026-01-01T00:00:00') / 60_000, max: at('2027-01-01T00:00:00') / 60_000 });
    fc.assert(
      fc.property(starts, fc.integer({ min: 0, max: 3000 }), (minute, wait) => {
        const end = addWorkingMinutes(calendar, minute * 60_000, wait);
        const wall = zone.wall(end);
        expect(end).toBeGreaterThanOrEqual(minute * 60_000 + wait * 60_000);
        expect(isWorkingDay(calendar, wall.slice(0, 10))).toBe(true);
        expect(wall.slice(11) >= '09:00:00' && wall.slice(11) <= '18:00:00').toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
