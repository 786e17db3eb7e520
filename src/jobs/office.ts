import type { Calendar } from '../followup/calendar';
import { Pipelines } from '../followup/pipeline';
import { readTable } from '../workbook/read-table';
import { readSettings, type Settings, timeOfDay } from '../workbook/settings';
import type { Column, RowOf, Table } from '../workbook/table';
import { pipelines, type StaffRow, settings, staff } from '../workbook/tables/config';
import { Zone } from '../workbook/zone';
import type { Services } from './ports';

/** Who works here and when, as the sheets say it; each is read when it is first asked for. */
export class Office {
  private known: { settings?: Settings; staff?: StaffRow[]; pipelines?: Pipelines; zone?: Zone } = {};

  constructor(private readonly services: Services) {}

  get zone(): Zone {
    this.known.zone ??= new Zone(this.services.workbook.zoneName());
    return this.known.zone;
  }

  get settings(): Settings {
    this.known.settings ??= readSettings(this.rows(settings)).settings;
    return this.known.settings;
  }

  get calendar(): Calendar {
    return { zone: this.zone, ...this.settings };
  }

  get staff(): StaffRow[] {
    this.known.staff ??= this.rows(staff).filter(({ name }) => name !== '');
    return this.known.staff;
  }

  get pipelines(): Pipelines {
    this.known.pipelines ??= new Pipelines(this.rows(pipelines));
    return this.known.pipelines;
  }

  /** The member of staff of that name; else whoever leads, so that nothing is silent. */
  recipient(name: string): StaffRow | undefined {
    const wanted = name.trim().toLowerCase();
    return this.staff.find((one) => one.name.toLowerCase() === wanted) ?? this.leader;
  }

  get leader(): StaffRow | undefined {
    return this.staff.find(({ role }) => role === 'lead') ?? this.staff.find(({ role }) => role === 'owner');
  }

  private rows<C extends Record<string, Column>>(table: Table<C>): RowOf<C>[] {
    const grid = this.services.workbook.read(table.sheet) ?? [];
    return readTable(table, grid, this.zone).rows.map(({ values }) => values);
  }
}

/** When somebody's quiet hours at this instant end; null when it is none of theirs. */
export function quietUntil({ quiet }: StaffRow, zone: Zone, now: number): number | null {
  const [from, to] = quiet.split(/[-–]/).map(timeOfDay);
  if (from === null || to === null || from === undefined || to === undefined || from === to) return null;
  const wall = zone.wall(now);
  const minute = Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));
  // 22:00-7:00 goes over midnight.
  const quietNow = from < to ? minute >= from && minute < to : minute >= from || minute < to;
  return quietNow ? now + ((to - minute + 1440) % 1440) * 60_000 : null;
}
