import type { Cell } from '../types';
import type { WorkbookPort } from '../workbook/port';
import { type ReadTable, readTable } from '../workbook/read-table';
import type { Column, RowOf, Table } from '../workbook/table';
import { archive } from '../workbook/tables/archive';
import { escalation, pipelines, settings, sources, staff } from '../workbook/tables/config';
import { followedUp } from '../workbook/tables/followed-up';
import { needsFixing } from '../workbook/tables/logs';
import { duplicates, people } from '../workbook/tables/people';
import { Zone } from '../workbook/zone';
import { type Configuration, readConfiguration } from './configuration';

/** The sheets in which people say how the program is to behave. */
export const CONFIGURED = [settings, sources, pipelines, staff, escalation] as const;

/** What the sheets of the configuration say. */
export function configurationOf(grids: Record<string, Cell[][]>, zone: Zone): Configuration {
  const rows = <C extends Record<string, Column>>(table: Table<C>) =>
    readTable(table, grids[table.sheet] ?? [], zone).rows;
  return readConfiguration({
    settings: rows(settings),
    sources: rows(sources),
    pipelines: rows(pipelines),
    staff: rows(staff),
    escalation: rows(escalation),
  });
}

/** The managed sheets that a sync compares with, each read in one call. */
export function readState(workbook: WorkbookPort) {
  const zone = new Zone(workbook.zoneName());
  const grids: Record<string, Cell[][]> = {};
  for (const { sheet } of CONFIGURED) grids[sheet] = workbook.read(sheet) ?? [];
  const read = <C extends Record<string, Column>>(table: Table<C>): ReadTable<RowOf<C>> =>
    readTable(table, workbook.read(table.sheet) ?? [], zone);
  return {
    zone,
    /** The sheets of the configuration as they stand. */
    grids,
    configuration: configurationOf(grids, zone),
    sources: readTable(sources, grids[sources.sheet], zone),
    followedUp: read(followedUp),
    archive: read(archive),
    people: read(people),
    duplicates: read(duplicates),
    needsFixing: read(needsFixing),
  };
}

export type State = ReturnType<typeof readState>;

/** Sheets or columns of ours that are not there. */
export function missingIn(state: State): string[] {
  const tables = [state.followedUp, state.archive, state.people, state.duplicates, state.needsFixing, state.sources];
  const names = [followedUp, archive, people, duplicates, needsFixing, sources].map((table) => table.sheet);
  return names.filter((_, index) => tables[index].headerRow === 0 || tables[index].missing.length > 0);
}
