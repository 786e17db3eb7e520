import { Exception } from './realm';
import { zoneOffset } from './zone';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAY = 86_400_000;

/** Java's names for zones that Intl does not know: `GMT+2`, `GMT-03:30`. */
function offsetOf(zone: string, instant: number): number {
  const fixed = /^(?:GMT|UTC)([-+])(\d{1,2})(?::?(\d{2}))?$/.exec(zone);
  if (fixed) return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3] ?? 0)) * 60_000;
  try {
    return zoneOffset(zone, instant);
  } catch {
    // Java takes GMT for a zone it does not know.
    return 0;
  }
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** Monday of the week that holds a day, and from it the ISO week (Java: `w` and `Y` follow the locale; en_US starts weeks on Sunday, 1 January is in week 1). */
function week(wall: Date): { week: number; year: number } {
  const year = wall.getUTCFullYear();
  const start = (y: number): number => {
    const first = Date.UTC(y, 0, 1);
    return first - new Date(first).getUTCDay() * DAY;
  };
  const ofYear = wall.getTime() >= start(year + 1) ? year + 1 : year;
  return { year: ofYear, week: Math.floor((wall.getTime() - start(ofYear)) / (7 * DAY)) + 1 };
}

/**
 * Writes an instant by a pattern of Java's SimpleDateFormat, English names (Utilities.formatDate).
 * @throws Exception for a letter that Java does not know
 */
export function formatDate(instant: number, zone: string, pattern: string): string {
  const offset = offsetOf(zone, instant);
  const wall = new Date(instant + offset);
  return pattern.replace(/'((?:[^']|'')*)'|([A-Za-z])\2*/g, (run, quoted: string | undefined, letter: string) => {
    if (quoted !== undefined) return quoted === '' ? "'" : quoted.replace(/''/g, "'");
    return field(letter, run.length, wall, offset, zone, instant);
  });
}

function field(letter: string, width: number, wall: Date, offset: number, zone: string, instant: number): string {
  const [hour, dayOfWeek, year] = [wall.getUTCHours(), wall.getUTCDay(), wall.getUTCFullYear()];
  switch (letter) {
    case 'G':
      return year > 0 ? 'AD' : 'BC';
    case 'y':
    case 'u':
      if (letter === 'u') return pad(dayOfWeek || 7, width);
      return width === 2 ? pad(year % 100, 2) : pad(year, width);
    case 'Y':
      return width === 2 ? pad(week(wall).year % 100, 2) : pad(week(wall).year, width);
    case 'M':
    case 'L': {
      const name = MONTHS[wall.getUTCMonth()];
      return width >= 4 ? name : width === 3 ? name.slice(0, 3) : pad(wall.getUTCMonth() + 1, width);
    }
    case 'w':
      return pad(week(wall).week, width);
    case 'W':
      return pad(
        Math.floor((wall.getUTCDate() + ((7 + dayOfWeek - ((wall.getUTCDate() - 1) % 7)) % 7) - 1) / 7) + 1,
        width,
      );
    case 'D':
      return pad(Math.floor((wall.getTime() - Date.UTC(year, 0, 1)) / DAY) + 1, width);
    case 'd':
      return pad(wall.getUTCDate(), width);
    case 'F':
      return pad(Math.floor((wall.getUTCDate() - 1) / 7) + 1, width);
    case 'E':
      return width >= 4 ? DAYS[dayOfWeek] : DAYS[dayOfWeek].slice(0, 3);
    case 'a':
      return hour < 12 ? 'AM' : 'PM';
    case 'H':
      return pad(hour, width);
    case 'k':
      return pad(hour || 24, width);
    case 'K':
      return pad(hour % 12, width);
    case 'h':
      return pad(hour % 12 || 12, width);
    case 'm':
      return pad(wall.getUTCMinutes(), width);
    case 's':
      return pad(wall.getUTCSeconds(), width);
    case 'S':
      return pad(wall.getUTCMilliseconds(), width);
    case 'z':
      return zoneName(zone, instant, width);
    case 'Z':
      return signedOffset(offset, '');
    case 'X':
      if (offset === 0) return 'Z';
      return width === 1 ? signedOffset(offset, '').slice(0, 3) : signedOffset(offset, width === 3 ? ':' : '');
    default:
      throw new Exception(`Illegal pattern character '${letter}'`);
  }
}

function signedOffset(offset: number, colon: string): string {
  const minutes = Math.abs(Math.round(offset / 60_000));
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60), 2)}${colon}${pad(minutes % 60, 2)}`;
}

function zoneName(zone: string, instant: number, width: number): string {
  if (/^(?:GMT|UTC)[-+]/.test(zone)) return zone;
  try {
    const parts = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      timeZoneName: width >= 4 ? 'long' : 'short',
    }).formatToParts(instant);
    return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
  } catch {
    return 'GMT';
  }
}
