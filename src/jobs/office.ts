import type { Calendar } from '../followup/calendar';
import { rulesOf } from '../followup/context';
import { Pipelines } from '../followup/pipeline';
import type { ReminderRules } from '../followup/reminder';
import { readTable } from '../workbook/read-table';
import { readSettings, type Settings } from '../workbook/settings';
import type { Column, RowOf, Table } from '../workbook/table';
import {
  escalation,
  pipelines,
  type SourceRow,
  type StaffRow,
  settings,
  sources,
  staff,
} from '../workbook/tables/config';
import { Zone } from '../workbook/zone';
import { type KeptOffice, keptRows, readKeptOffice } from './office-kept';
import type { Services } from './ports';

/** Who works here and when, as the sheets say it; each is read when it is first asked for. */
export class Office {
  private known: {
    settings?: Settings;
    staff?: StaffRow[];
    pipelines?: Pipelines;
    rules?: ReminderRules;
    sources?: SourceRow[];
    zone?: Zone;
  } = {};
  private keptRead?: KeptOffice | null;

  /** @param from `kept`: from what the last full sync has left, where nobody has typed in the sheets since */
  constructor(
    private readonly services: Services,
    private readonly from: 'sheets' | 'kept' = 'sheets',
  ) {}

  private get kept(): KeptOffice | null {
    if (this.from === 'sheets') return null;
    this.keptRead ??= readKeptOffice(this.services.properties);
    return this.keptRead;
  }

  get zone(): Zone {
    this.known.zone ??= new Zone(this.kept?.zone ?? this.services.workbook.zoneName());
    return this.known.zone;
  }

  get locale(): string {
    return this.kept?.locale ?? this.services.workbook.locale();
  }

  get sources(): SourceRow[] {
    this.known.sources ??= this.rows(sources);
    return this.known.sources;
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

  /** How reminders run. */
  get rules(): ReminderRules {
    this.known.rules ??= rulesOf(
      {
        settings: this.settings,
        pipelines: this.pipelines,
        staff: this.staff,
        escalation: this.rows(escalation),
      },
      this.zone,
    );
    return this.known.rules;
  }

  /** What each source adds to a score. */
  get worth(): ReadonlyMap<string, number | null> {
    return new Map(this.sources.map(({ sheet, worth }) => [sheet, worth]));
  }

  /** The member of staff of that name; else whoever leads, so that nothing is silent. */
  recipient(name: string): StaffRow | undefined {
    return this.rules.team.member(name) ?? this.rules.team.leader;
  }

  private rows<C extends Record<string, Column>>(table: Table<C>): RowOf<C>[] {
    const kept = this.kept && keptRows(this.services.properties, this.kept, table);
    if (kept) return kept;
    const grid = this.services.workbook.read(table.sheet) ?? [];
    return readTable(table, grid, this.zone).rows.map(({ values }) => values);
  }
}
