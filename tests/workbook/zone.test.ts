import fc from 'fast-check';
import { addDays, weekday, Zone } from '../../src/workbook/zone';

const zones = ['Etc/UTC', 'Europe/Lisbon', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'].map(
  (name) => new Zone(name),
);

describe('Zone', () => {
  it('shows the wall time of an instant, summer and winter', () => {
    const lisbon = new Zone('Europe/Lisbon');
    expect(lisbon.wall(Date.UTC(2026, 6, 1, 8))).toBe('2026-07-01T09:00:00');
    expect(lisbon.wall(Date.UTC(2026, 0, 1, 9))).toBe('2026-01-01T09:00:00');
  });

  it('takes a skipped wall time as the first one after it, and a doubled one as the earlier', () => {
    const lisbon = new Zone('Europe/Lisbon');
    expect(lisbon.wall(lisbon.instant('2026-03-29T01:30:00'))).toBe('2026-03-29T02:30:00');
    expect(new Date(lisbon.instant('2026-10-25T01:30:00')).toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });

  it('gives back the wall time it was given, wherever that exists', () => {
    const instants = fc
      .integer({ min: Date.UTC(1971, 0) / 1000, max: Date.UTC(2060, 0) / 1000 })
      .map((seconds) => seconds * 1000);
    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, (zone, instant) => {
        const wall = zone.wall(instant);
        expect(zone.wall(zone.instant(wall))).toBe(wall);
      }),
      { numRuns: 500 },
    );
  });

  it('tells the two hours apart that the wall shows alike, through a cell that holds the wall alone', () => {
    const near = fc.integer({ min: Date.UTC(2026, 9, 23), max: Date.UTC(2026, 10, 3) });
    const change = fc.constantFrom(...zones);
    fc.assert(
      fc.property(change, near, (zone, instant) => {
        const kept = zone.toCell(instant);
        const cell = zone.instant(zone.wall(kept)) + (kept % 1000);
        expect(Math.abs(zone.fromCell(cell) - instant)).toBeLessThan(1000);
        expect(zone.fromCell(kept)).toBe(zone.fromCell(cell));
      }),
      { numRuns: 2000 },
    );
    const lisbon = new Zone('Europe/Lisbon');
    const again = Date.UTC(2026, 9, 25, 1, 30);
    expect(lisbon.toCell(again)).not.toBe(again);
    expect(lisbon.fromCell(lisbon.instant('2026-10-25T01:30:00') + 7)).toBe(again);
  });

  it('refuses what is no zone', () => {
    expect(() => new Zone('Mars/Olympus')).toThrow(RangeError);
  });
});

describe('days', () => {
  it('are counted without regard to zones and leap years', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(weekday('2026-11-20')).toBe(5);
  });
});
