import type { Case } from '../followup/case';
import { casesOf } from '../followup/cases';
import type { Source } from '../followup/source';
import { readWhole, type WholeReading } from '../intake/read-sheet';
import type { ReadOptions, SheetReading } from '../intake/record';
import type { Cell } from '../types';
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

/** A source that was read as a whole. */
export interface WholeSource extends SourceReading {
  reading: WholeReading | null;
  grid: Cell[][];
}

/** How a source is to be read. */
export function readingOptions(source: Source, configuration: Configuration, zone: Zone, now: number): ReadOptions {
  return {
    kind: source.kind,
    country: source.country,
    currency: source.currency,
    required: source.required,
    columns: source.corrections,
    statuses: configuration.settings.orderStatuses,
    dateOrder: source.dateOrder,
    today: zone.day(now),
    wall: (date) => zone.wall(date.getTime()),
  };
}

/** Reads each enabled source in one call and puts its rows together. */
export function readSources(
  workbook: WorkbookPort,
  configuration: Configuration,
  zone: Zone,
  now: number,
): WholeSource[] {
  return configuration.sources.map((source) => {
    const grid = workbook.read(source.sheet);
    if (!grid) return { source, reading: null, rows: 0, cases: [], grid: [] };
    const reading = readWhole(grid, readingOptions(source, configuration, zone, now));
    return {
      source,
      reading,
      rows: Math.max(0, grid.length - reading.headerRow),
      cases: casesOf(source, reading.records),
      grid,
    };
  });
}

/** Minutes between readings where there is nothing to read. */
const DEFAULT_MINUTES = 5;

/** Until the next reading, by the busiest source. */
export const minutesToNext = (readings: readonly SourceReading[]) =>
  Math.min(DEFAULT_MINUTES, ...readings.map(({ source }) => source.every));
