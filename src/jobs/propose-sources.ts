import { readSheet } from '../intake/read-sheet';
import type { FieldName, SourceKind } from '../intake/record';
import type { Cell } from '../types';
import { isBlankGrid } from '../workbook/grid';
import type { WorkbookPort } from '../workbook/port';
import { readTable } from '../workbook/read-table';
import { rowOf } from '../workbook/table';
import { type SourceRow, sources } from '../workbook/tables/config';
import { isManaged } from '../workbook/tables/index';
import type { Zone } from '../workbook/zone';
import { DEFAULT_DUE } from './configuration';
import type { Pass } from './pass';

/** The sheet that orders come from, by the promise of the product. */
export const ORDER_SHEET = 'order-update';

/** Headers of an order sheet made for somebody who has none. */
const TEMPLATE = [
  'Order ID',
  'Order date',
  'Customer ID',
  'Customer name',
  'Phone',
  'E-mail',
  'City',
  'Article',
  'Quantity',
  'Amount',
  'Status',
];

/** Rows that are looked at to see what a sheet holds. */
const SAMPLE = 300;

/**
 * Adds a line to `sources` for each sheet that holds orders or leads and has none yet. Sheets that are neither are left
 * alone; where there is nothing at all to read, an empty order sheet is made.
 * @returns the sheets that were added
 */
export function proposeSources(workbook: WorkbookPort, zone: Zone, pass: Pass, now: number): string[] {
  const read = readTable(sources, workbook.read(sources.sheet) ?? [], zone);
  const known = new Set(read.rows.map(({ values }) => values.sheet));
  const found: SourceRow[] = [];
  for (const sheet of workbook.sheetNames()) {
    if (isManaged(sheet) || known.has(sheet)) continue;
    const top = workbook.extent(sheet) > 0 ? workbook.readTop(sheet, SAMPLE) : [];
    const kind = kindOf(top, zone, now) ?? (sheet === ORDER_SHEET ? 'orders' : null);
    if (kind) found.push(lineFor(sheet, kind));
  }
  if (found.length === 0 && known.size === 0) {
    workbook.createSheet(ORDER_SHEET, 0);
    workbook.writeBlock(ORDER_SHEET, 1, 1, [TEMPLATE]);
    found.push(lineFor(ORDER_SHEET, 'orders'));
  }
  // The last one comes to stand on top: orders above leads.
  pass.insert(
    sources,
    read,
    [...found].sort((a, b) => a.kind.localeCompare(b.kind)),
  );
  return found.map(({ sheet }) => sheet);
}

export function lineFor(sheet: string, kind: SourceKind): SourceRow {
  return rowOf(sources, {
    on: true,
    sheet,
    kind,
    opens: 'always',
    due: DEFAULT_DUE[kind],
    dueFrom: 'arrival',
    owner: 'in turn',
    pipeline: kind === 'orders' ? 'Order' : 'Lead',
    every: kind === 'orders' ? 2 : 5,
  });
}

/** What a sheet holds, by the columns that are recognised in it for sure; null when it is neither orders nor leads. */
function kindOf(grid: readonly (readonly Cell[])[], zone: Zone, now: number): SourceKind | null {
  if (isBlankGrid(grid)) return null;
  const reading = readSheet(grid, {
    kind: 'orders',
    country: '',
    currency: '',
    required: [],
    columns: {},
    statuses: [],
    dateOrder: '',
    today: zone.day(now),
    wall: (date) => zone.wall(date.getTime()),
  });
  const fields = new Set<FieldName | ''>(
    reading.columns.filter(({ certainty }) => certainty === 'sure').map(({ field }) => field),
  );
  const has = (...names: FieldName[]) => names.some((field) => fields.has(field));
  if (has('orderId') && has('name', 'family', 'company', 'customerId', 'phone', 'email')) return 'orders';
  return has('name', 'given', 'family', 'company') && has('phone', 'email') ? 'leads' : null;
}
