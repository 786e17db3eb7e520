import { timeOfDay } from '../workbook/setting-list';
import type { StaffRow } from '../workbook/tables/config';
import { addDays, type Zone } from '../workbook/zone';

/** When somebody's quiet hours at this instant end; null when it is none of theirs. */
export function quietUntil({ quiet }: StaffRow, zone: Zone, now: number): number | null {
  const [from, to] = quiet.split(/[-–]/).map(timeOfDay);
  if (from === null || to === null || from === undefined || to === undefined || from === to) return null;
  const wall = zone.wall(now);
  const minute = Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));
  // 22:00-7:00 goes over midnight.
  const quietNow = from < to ? minute >= from && minute < to : minute >= from || minute < to;
  if (!quietNow) return null;
  const day = minute < to ? wall.slice(0, 10) : addDays(wall.slice(0, 10), 1);
  const end = zone.instant(`${day}T${two(Math.floor(to / 60))}:${two(to % 60)}:00`);
  // In the hour that the wall shows twice, the end may have been an hour ago.
  return end > now ? end : now + (to - minute) * 60_000;
}

const two = (value: number) => String(value).padStart(2, '0');
