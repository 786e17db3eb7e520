import { CrmError } from '../errors';
import { isBlankGrid } from '../workbook/grid';
import { upgrade } from '../workbook/migrations';
import type { LaidColumn, WorkbookPort } from '../workbook/port';
import { type ReadTable, readTable } from '../workbook/read-table';
import { SETTINGS } from '../workbook/setting-list';
import { type Column, type RowOf, rowOf, type Table } from '../workbook/table';
import { settings, sources } from '../workbook/tables/config';
import { TABLES } from '../workbook/tables/index';
import { Zone } from '../workbook/zone';
import { holding } from './hold';
import { Pass } from './pass';
import type { Services } from './ports';
import { proposeSources } from './propose-sources';

/** What *Set up* did. */
export interface SetUpReport {
  /** Sheets that were not there. */
  created: string[];
  /** Sheets in which columns were missing. */
  mended: string[];
  /** Sheets that are read from now on. */
  sources: string[];
}

/** Stands while *Set up* is at work; one that was cut off is gone on with. */
const MARK = 'setting-up';

/** Whether a *Set up* has been begun and has not ended. */
export const isCutOff = ({ properties }: Services): boolean => properties.get(MARK) !== null;

/**
 * Creates what is missing, from the declarations; clears nothing, and may be run at any time.
 * @throws CrmError `sheet-taken` when a sheet of one of our names holds something else
 * @throws CrmError `newer-workbook` when a later version of the program has been here
 * @throws CrmError `busy` when another script holds the document
 */
export function setUp(services: Services): SetUpReport {
  return holding(services, () => setUpHeld(services));
}

/** As {@link setUp}, for who holds the document already. */
export function setUpHeld(services: Services): SetUpReport {
  const { workbook } = services;
  const zone = new Zone(workbook.zoneName());
  const report: SetUpReport = { created: [], mended: [], sources: [] };
  upgrade(services.properties, workbook);
  const cutOff = isCutOff(services);
  if (!cutOff) services.properties.set(MARK, String(services.now()));
  const pass = new Pass(services, zone, cutOff, Number.POSITIVE_INFINITY);
  for (const table of TABLES) layTable(workbook, zone, pass, table, report);
  for (const table of TABLES) offerLists(workbook, zone, table);
  completeSettings(workbook, zone, pass);
  report.sources = proposeSources(workbook, zone, pass, services.now());
  workbook.flush();
  services.properties.remove(MARK);
  return report;
}

function layTable(workbook: WorkbookPort, zone: Zone, pass: Pass, table: Table, report: SetUpReport): void {
  const grid = workbook.read(table.sheet);
  const isNew = grid === null;
  if (isNew) {
    workbook.createSheet(table.sheet, TABLES.indexOf(table));
    report.created.push(table.sheet);
  }
  const read = readTable(table, grid ?? [], zone);
  if (read.headerRow === 0 && !isBlankGrid(grid ?? [])) {
    const remedy = `Rename that sheet, then run Set up again.`;
    throw new CrmError('sheet-taken', `The sheet “${table.sheet}” already holds something that is not ours.`, remedy);
  }
  const columns = placeColumns(table, read, grid?.[0]?.length ?? 0);
  if (!workbook.lay(table, columns, read.headerRow || 1)) {
    // Somebody has moved columns since they were read.
    layTable(workbook, zone, pass, table, report);
    return;
  }
  if (!isNew && columns.some((column) => column.isNew)) report.mended.push(table.sheet);
  if (read.rows.length === 0 && table.starters) {
    const rows = table.starters.map((starter) => rowOf(table, starter as Partial<RowOf<Record<string, Column>>>));
    pass.insert(table, readAgain(workbook, zone, table), rows.reverse());
  }
}

/** Drop-downs that offer what stands in another sheet, once all sheets are there. */
function offerLists(workbook: WorkbookPort, zone: Zone, table: Table): void {
  if (Object.values(table.columns).every((column) => !column.optionsFrom)) return;
  const grid = workbook.read(table.sheet) ?? [];
  const read = readTable(table, grid, zone);
  workbook.lay(table, placeColumns(table, read, grid[0]?.length ?? 0), read.headerRow || 1);
}

/** Columns that are there stay where they are; the others come behind the last one. */
function placeColumns(table: Table, read: ReadTable<unknown>, width: number): LaidColumn[] {
  let next = read.headerRow === 0 ? 1 : width + 1;
  return Object.keys(table.columns).map((name) => {
    const position = read.positions.get(name);
    return position === undefined ? { name, position: next++, isNew: true } : { name, position, isNew: false };
  });
}

function readAgain<C extends Record<string, Column>>(
  workbook: WorkbookPort,
  zone: Zone,
  table: Table<C>,
): ReadTable<RowOf<C>> {
  return readTable(table, workbook.read(table.sheet) ?? [], zone);
}

/** Adds the settings that the sheet does not have yet; what stands there is left alone. */
function completeSettings(workbook: WorkbookPort, zone: Zone, pass: Pass): void {
  const read = readAgain(workbook, zone, settings);
  const known = new Set(read.rows.map(({ values }) => values.name.toLowerCase()));
  const missing = SETTINGS.filter(({ name }) => !known.has(name.toLowerCase()));
  const rows = missing.map(({ name, initial, meaning }) => rowOf(settings, { name, value: initial, meaning }));
  pass.insert(settings, read, rows.reverse());
}

/** Whether the sheets that a sync needs have been made. */
export function isSetUp(workbook: WorkbookPort): boolean {
  const names = workbook.sheetNames();
  return names.includes(sources.sheet) && names.includes(settings.sheet);
}
