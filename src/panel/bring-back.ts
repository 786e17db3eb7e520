import { CrmError } from '../errors';
import { holding } from '../jobs/hold';
import { sealEntries } from '../jobs/journal';
import { markEdit } from '../jobs/marks';
import { Pass } from '../jobs/pass';
import type { Services } from '../jobs/ports';
import { letWait, writeLines } from '../jobs/waiting-lines';
import { diffTable } from '../workbook/diff';
import { archive } from '../workbook/tables/archive';
import { Desk } from './desk';
import { itemById } from './record';
import { actorOf, mustBeAllowed } from './rights';
import { runSync } from './run-sync';
import type { PanelCalls } from './surface';

/**
 * Opens a follow-up of the archive again, as a person does in its cell: the sync that follows takes it back.
 * @throws CrmError `row-gone`, `not-yours`, `no-open-stage`
 */
export function bringBack(services: Services, id: string): PanelCalls['bringBack']['data'] {
  const desk = new Desk(services);
  if (desk.rows.some((row) => row.id === id)) return { item: itemById(desk, id) };
  const read = desk.table(archive);
  const found = read.rows.find(({ values }) => values.id === id);
  if (!found) throw new CrmError('row-gone', 'This follow-up is no longer in the archive.', 'Load the list again.');
  const { values: row, at } = found;
  const actor = actorOf(desk);
  mustBeAllowed(actor, [row.owner]);
  const stages = desk.office.pipelines.stages(row.pipeline);
  const stage = stages.find(({ kind }) => kind === 'open') ?? stages.find(({ kind }) => kind === 'first');
  if (!stage) {
    const remedy = 'Add one in the sheet “pipelines”, with “open” under “Means”.';
    throw new CrmError('no-open-stage', `The pipeline “${row.pipeline}” has no open stage.`, remedy);
  }
  holding(services, () => {
    const pass = new Pass(services, desk.office.zone, false, Number.POSITIVE_INFINITY);
    const wanted = new Map([[id, { system: { ...row, status: stage.name } }]]);
    pass.table(archive, read, diffTable(archive, read, wanted, 'stay'));
    markEdit(services.properties, archive.sheet, at, 1);
    const said = {
      kind: 'opened again',
      field: archive.columns.status.header,
      before: row.status,
      after: stage.name,
      why: 'in the panel',
    };
    const lines = sealEntries([{ ...said, who: actor.name, subject: row.name, entity: id }], `back ${id}`, desk.now);
    const waiting = letWait(services.properties, lines);
    if (waiting) services.properties.setAll(waiting);
    else writeLines(services, desk.office.zone, lines);
  });
  runSync(services);
  return { item: itemById(new Desk(services), id) };
}
