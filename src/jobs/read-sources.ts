import type { Case } from '../followup/case';
import { casesOf } from '../followup/cases';
import type { Source } from '../followup/source';
import { readSheet } from '../intake/read-sheet';
import type { SheetReading } from '../intake/record';
import type { WorkbookPort } from '../workbook/port';
import type { Zone } from '../workbook/zone';
import type { Configuration } from './configuration';

/** What one source gave. */
export interface SourceReading {
  source: Source;
  /** Null when the sheet is not there. */
  reading: SheetReading | null;
  /** Rows of the sheet below its header. */
  rows: number;
  cases: Case[];
}

/** Reads each enabled source in one call and puts its rows together. */
export function readSources(
  workbook: WorkbookPort,
  configuration: Configuration,
  zone: Zone,
  now: number,
): SourceReading[] {
  return configuration.sources.map((source) => {
    const grid = workbook.read(source.sheet);
    if (!grid) return { source, reading: null, rows: 0, cases: [] };
    const reading = readSheet(grid, {
      kind: source.kind,
      country: source.country,
      currency: source.currency,
      required: source.required,
      columns: source.corrections,
      statuses: configuration.settings.orderStatuses,
      dateOrder: source.dateOrder,
      today: zone.day(now),
      wall: (date) => zone.wall(date.getTime()),
    });
    return {
      source,
      reading,
      rows: Math.max(0, grid.length - reading.headerRow),
      cases: casesOf(source, reading.records),
    };
  });
}
