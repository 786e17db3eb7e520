import { readTable } from '../workbook/read-table';
import type { Column, RowOf, Table } from '../workbook/table';
import { type LongProperty, longProperty, readLong, roomOf } from './long-property';
import { readMarks } from './marks';
import { readNews } from './news';
import type { PropertyStore, Services } from './ports';
import { CONFIGURED, type State } from './state';

/** What people have configured, kept where the panel finds it without reading a sheet. */
export interface KeptOffice {
  zone: string;
  locale: string;
  /** By sheet: what people can set in its rows, below the names of the columns. */
  tables: Record<string, unknown[][]>;
}

const OFFICE: LongProperty = { name: 'office', parts: 12 };

/** As properties to set, after a sync that has read the sheets of the configuration; none when they are too long. */
export function keptOffice({ properties, workbook }: Services, state: State): Record<string, string> {
  const tables: KeptOffice['tables'] = {};
  for (const table of CONFIGURED as unknown as readonly Table[]) {
    const names = Object.keys(table.columns).filter((name) => table.columns[name].owner === 'staff');
    const { rows } = readTable(table, state.grids[table.sheet] ?? [], state.zone);
    tables[table.sheet] = [names, ...rows.map(({ values }) => names.map((name) => values[name]))];
  }
  const kept: KeptOffice = { zone: state.zone.name, locale: workbook.locale(), tables };
  const text = JSON.stringify(kept);
  return longProperty(properties, OFFICE, text.length <= roomOf(OFFICE) ? text : '');
}

/** What was kept; null when there is none, as in a small workbook. */
export function readKeptOffice(properties: PropertyStore): KeptOffice | null {
  if (readNews(properties).stamp === '') return null;
  const text = readLong(properties, OFFICE);
  return text === '' ? null : (JSON.parse(text) as KeptOffice);
}

/** The rows of a sheet of the configuration as they were kept; null when somebody has typed in it since, or it is not there. */
export function keptRows<C extends Record<string, Column>>(
  properties: PropertyStore,
  { tables }: KeptOffice,
  table: Table<C>,
): RowOf<C>[] | null {
  const kept = tables[table.sheet];
  if (!kept || readMarks(properties)[table.sheet]) return null;
  const [names, ...rows] = kept as [string[], ...unknown[][]];
  return rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index]])) as RowOf<C>);
}
