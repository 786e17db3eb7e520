import { CrmError } from '../errors';
import { safeText } from '../workbook/codec';
import { rowOf } from '../workbook/table';
import { sources } from '../workbook/tables/config';
import { holding } from './hold';
import { markEdit } from './marks';
import { Office } from './office';
import { Pass } from './pass';
import type { Services } from './ports';
import { lineFor } from './propose-sources';

/** A lead as somebody types it. */
export interface Lead {
  name: string;
  company: string;
  phone: string;
  email: string;
  city: string;
  note: string;
}

/** The sheet for leads that somebody typed into the panel: a source as any other. */
export const MANUAL = 'manual-leads';

const HEADERS = ['Lead ID', 'Lead date', 'Name', 'Company', 'Phone', 'E-mail', 'City', 'Note'];

/** Makes a sheet into a source of leads, with these headers, unless it is one. */
export function ensureSource(services: Services, sheet: string, headers: readonly string[], owner: string): void {
  const { workbook } = services;
  if (workbook.sheetId(sheet) === null) {
    workbook.createSheet(sheet, workbook.sheetNames().length);
    workbook.writeBlock(sheet, 1, 1, [[...headers]]);
  }
  const { zone } = new Office(services);
  const pass = new Pass(services, zone, false, Number.POSITIVE_INFINITY);
  const read = pass.readTop(sources, 500);
  if (read.rows.some(({ values }) => values.sheet === sheet)) return;
  pass.insert(sources, read, [rowOf(sources, { ...lineFor(sheet, 'leads'), owner })]);
  markEdit(services.properties, sources.sheet, 1, 1);
}

/**
 * Writes a lead into the sheet {@link MANUAL}; the next sync makes a follow-up of it. Done twice under one id, it is done once.
 * @throws CrmError `no-contact` when nobody could be called or written to; `busy`
 */
export function addLead(services: Services, id: string, lead: Lead): void {
  if (`${lead.name}${lead.company}`.trim() === '' || `${lead.phone}${lead.email}`.trim() === '')
    throw new CrmError('no-contact', 'A lead needs a name and a phone or an e-mail.', 'Fill in what is missing.');
  holding(services, () => {
    ensureSource(services, MANUAL, HEADERS, 'in turn');
    const { workbook } = services;
    if (workbook.readColumn(MANUAL, 1).includes(id)) return;
    const { zone } = new Office(services);
    const { name, company, phone, email, city, note } = lead;
    const cells = [id, zone.wall(services.now()).replace('T', ' '), name, company, phone, email, city, note];
    workbook.writeBlock(MANUAL, workbook.rowCount(MANUAL) + 1, 1, [cells.map(safeText)]);
    workbook.flush();
  });
}
