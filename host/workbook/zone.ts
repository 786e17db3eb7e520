/**
 * Cells hold wall-clock time as days since 1899-12-30 in the workbook's zone; scripts see instants. This file turns one into the
 * other with the zone data of `Intl`, so that no answer depends on the zone of the machine.
 */
const DAY = 86_400_000;
const WEEK = 7 * DAY;
const ALWAYS_UTC = /^(?:Etc\/)?(?:GMT|UTC|UCT|Zulu|Universal|Greenwich)$/;
const EPOCH_SERIAL = 25_569; // days from 1899-12-30 to 1970-01-01

interface Zone {
  format: Intl.DateTimeFormat;
  weeks: Map<number, Week>;
}

/** The offsets of a week: one, or where the clock is changed in it, one before that instant and one from it on. */
interface Week {
  before: number;
  change: number;
  after: number;
}
const zones = new Map<string, Zone>();

/** @throws RangeError when there is no such zone. */
function zoneOf(name: string): Zone {
  let zone = zones.get(name);
  if (!zone) {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      era: 'short',
    });
    zone = { format, weeks: new Map() };
    zones.set(name, zone);
  }
  return zone;
}

function measure(zone: Zone, instant: number): number {
  const whole = Math.floor(instant / 1000) * 1000;
  let [year, month, day, hour, minute, second] = [0, 0, 0, 0, 0, 0];
  let bc = false;
  for (const { type, value } of zone.format.formatToParts(whole)) {
    if (type === 'year') year = Number(value);
    else if (type === 'month') month = Number(value);
    else if (type === 'day') day = Number(value);
    else if (type === 'hour') hour = Number(value);
    else if (type === 'minute') minute = Number(value);
    else if (type === 'second') second = Number(value);
    else if (type === 'era') bc = value.startsWith('B');
  }
  const wall = new Date(0);
  wall.setUTCFullYear(bc ? 1 - year : year, month - 1, day);
  wall.setUTCHours(hour, minute, second);
  return wall.getTime() - whole;
}

/** Milliseconds to add to an instant to get the wall clock of the zone, as if that were UTC. */
export function zoneOffset(name: string, instant: number): number {
  if (!Number.isFinite(instant) || ALWAYS_UTC.test(name)) return 0;
  const zone = zoneOf(name);
  const number = Math.floor(instant / WEEK);
  let week = zone.weeks.get(number);
  if (!week) {
    week = weekOf(zone, number * WEEK);
    zone.weeks.set(number, week);
  }
  return instant < week.change ? week.before : week.after;
}

/** No zone has ever changed its clock twice within seven days, so the change is found by halving. */
function weekOf(zone: Zone, start: number): Week {
  const before = measure(zone, start);
  const after = measure(zone, start + WEEK - 1000);
  let [low, high] = [start, start + WEEK];
  while (before !== after && high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000;
    if (measure(zone, middle) === before) low = middle;
    else high = middle;
  }
  return { before, change: high, after };
}

/** The instant at which the zone's clock shows `wall` (ms, as if UTC). In a gap the clock is read as before the change, as JavaScript does. */
export function wallToInstant(name: string, wall: number): number {
  const guess = wall - zoneOffset(name, wall - zoneOffset(name, wall));
  if (guess + zoneOffset(name, guess) === wall) {
    // In an hour that happens twice JavaScript takes the earlier one.
    const earlier = wall - zoneOffset(name, guess - DAY / 8);
    return earlier < guess && earlier + zoneOffset(name, earlier) === wall ? earlier : guess;
  }
  return wall - zoneOffset(name, wall - DAY / 2);
}

/** Wall-clock milliseconds (as if UTC) of a cell's serial number, rounded to a millisecond. */
export const serialToWall = (serial: number): number => Math.round((serial - EPOCH_SERIAL) * DAY);

/** A cell's serial number for wall-clock milliseconds. */
export const wallToSerial = (wall: number): number => wall / DAY + EPOCH_SERIAL;

export const serialToInstant = (zone: string, serial: number): number => wallToInstant(zone, serialToWall(serial));

export const instantToSerial = (zone: string, instant: number): number =>
  wallToSerial(instant + zoneOffset(zone, instant));
