import type { WorkbookPort } from '../workbook/port';
import { type ReadTable, readTable } from '../workbook/read-table';
import type { Column, RowOf, Table } from '../workbook/table';
import { pipelines, settings, sources, staff } from '../workbook/tables/config';
import { followedUp } from '../workbook/tables/followed-up';
import { needsFixing } from '../workbook/tables/logs';
import { duplicates, people } from '../workbook/tables/people';
import { Zone } from '../workbook/zone';
import { type Configuration, readConfiguration } from './configuration';

/** The managed sheets that a sync compares with, each read in one call. */
export function readState(workbook: WorkbookPort) {
  const zone = new Zone(workbook.zoneName());
  const read = <C extends Record<string, Column>>(table: Table<C>): ReadTable<RowOf<C>> =>
    readTable(table, workbook.read(table.sheet) ?? [], zone);
  const config = { settings: read(settings), sources: read(sources), pipelines: read(pipelines), staff: read(staff) };
  const configuration: Configuration = readConfiguration({
    settings: config.settings.rows,
    sources: config.sources.rows,
    pipelines: config.pipelines.rows,
    staff: config.staff.rows,
  });
  return {
    zone,
    configuration,
    sources: config.sources,
    followedUp: read(followedUp),
    people: read(people),
    duplicates: read(duplicates),
    needsFixing: read(needsFixing),
  };
}

export type State = ReturnType<typeof readState>;

/** Sheets or columns of ours that are not there. */
export function missingIn(state: State): string[] {
  const tables = [state.followedUp, state.people, state.duplicates, state.needsFixing, state.sources];
  const names = [followedUp, people, duplicates, needsFixing, sources].map((table) => table.sheet);
  return names.filter((_, index) => tables[index].headerRow === 0 || tables[index].missing.length > 0);
}
