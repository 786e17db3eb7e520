import { timeOfDay } from '../workbook/setting-list';
import type { StaffRow } from '../workbook/tables/config';
import { addDays } from '../workbook/zone';
import type { Calendar } from './calendar';

const SPAN = /^(.*?)\s*(\d{1,2}(?:[:.h]\d{2})?)\s*(?:-|–|to)\s*(\d{1,2}(?:[:.h]\d{2})?)$/i;
const WEEK = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
/** Days that one absence may last. */
const LONGEST = 400;

/** "Monday to Thursday", "Mon, Wed" as days of the week, 0 is Sunday; null when it is none. */
function weekdays(text: string): Set<number> | null {
  const days = new Set<number>();
  for (const part of text.split(/[,;]/)) {
    const ends = part.split(/\s*(?:-|–|\bto\b)\s*/).map((word) => WEEK.indexOf(word.trim().slice(0, 3).toLowerCase()));
    const [from, to = from] = ends;
    if (from < 0 || to < 0) return null;
    for (let day = from; ; day = (day + 1) % 7) {
      days.add(day);
      if (day === to) break;
    }
  }
  return days;
}

/** Days off as written in `staff`: "2026-12-24, 2026-12-28 to 2027-01-02"; words that are no days are left out. */
export function daysAway(text: string): Set<string> {
  const days = new Set<string>();
  for (const part of text.split(/[,;\n]/)) {
    const [from = '', to = from] = part.match(/\d{4}-\d{2}-\d{2}/g) ?? [];
    for (let day = from, left = LONGEST; day !== '' && day <= to && left > 0; day = addDays(day, 1), left--)
      days.add(day);
  }
  return days;
}

/** The working hours of one person: the firm's, but for what `staff` says otherwise. */
export function calendarFor(firm: Calendar, person: StaffRow): Calendar {
  const span = SPAN.exec(person.hours.trim());
  const [opens, closes] = span ? [timeOfDay(span[2]), timeOfDay(span[3])] : [null, null];
  const own = opens !== null && closes !== null && closes > opens;
  const days = own && span?.[1] ? weekdays(span[1]) : null;
  const away = daysAway(person.away);
  return {
    ...firm,
    ...(own && { opens: opens as number, closes: closes as number }),
    ...(days && { workingDays: days }),
    ...(away.size > 0 && { holidays: new Set([...firm.holidays, ...away]) }),
  };
}

/** Whoever follows up, with their working hours. */
export class Team {
  private readonly calendars = new Map<string, Calendar>();

  constructor(
    readonly firm: Calendar,
    readonly staff: readonly StaffRow[],
  ) {}

  /** Working hours of the person of that name; of the firm where there is none. */
  calendarOf = (name: string): Calendar => {
    const known = this.calendars.get(name);
    if (known) return known;
    const person = this.member(name);
    const calendar = person ? calendarFor(this.firm, person) : this.firm;
    this.calendars.set(name, calendar);
    return calendar;
  };

  member(name: string): StaffRow | undefined {
    const wanted = name.trim().toLowerCase();
    return wanted === '' ? undefined : this.staff.find((one) => one.name.trim().toLowerCase() === wanted);
  }

  /** Who takes new ones at this instant: neither paused nor away that day. */
  present(now: number): StaffRow[] {
    const day = this.firm.zone.day(now);
    return this.staff.filter(({ name, active, away }) => active && name !== '' && !daysAway(away).has(day));
  }

  /** The last resort: whoever leads, else whoever owns, else the first. */
  get leader(): StaffRow | undefined {
    return (
      this.staff.find(({ role }) => role === 'lead') ?? this.staff.find(({ role }) => role === 'owner') ?? this.staff[0]
    );
  }
}
