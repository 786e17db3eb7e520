import { CrmError } from '../errors';
import { archive } from '../workbook/tables/archive';
import type { Zone } from '../workbook/zone';
import type { Services } from './ports';
import { findFollowUps } from './read-queue';

/** Why a follow-up cannot be acted on that is not in its sheet: it rests, or is gone. */
export function missing(services: Services, zone: Zone, id: string): CrmError {
  const hasArchive = id !== '' && services.workbook.extent(archive.sheet) > 1;
  const { rows } = hasArchive ? findFollowUps(services, zone, new Map([[id, 0]]), archive.sheet) : { rows: [] };
  const resting = rows.find(({ values }) => values.id === id);
  if (!resting)
    return new CrmError('row-gone', 'This follow-up is no longer in the sheet “followed-up”.', 'Load the list again.');
  const remedy = `Give it an open status there, in row ${resting.at}: it comes back with the next update.`;
  return new CrmError('archived', 'This follow-up rests in the sheet “archive”.', remedy);
}

/** Why nothing is done where a row carries an id that is another's: which row is meant cannot be told before the next sync. */
export const mixedUp = (): CrmError =>
  new CrmError(
    'mixed-up',
    'Somebody pasted over the id of this follow-up, or pasted its id into another row of “followed-up”.',
    'Choose CRM ▸ Sync now, or wait for the next update: it gives each row its own id again.',
  );
