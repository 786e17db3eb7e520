import { type Activity, activity } from '../workbook/tables/logs';
import type { Zone } from '../workbook/zone';
import { type LongProperty, longProperty, readLong, roomOf } from './long-property';
import { Pass } from './pass';
import type { PropertyStore, Services } from './ports';

/** Lines of the journal that have not come to the sheet `activity` yet, the oldest first: the next sync takes them there. */
const WAITING: LongProperty = { name: 'waiting', parts: 12 };

export function readWaiting(properties: PropertyStore): Activity[] {
  const text = readLong(properties, WAITING);
  return text === '' ? [] : (JSON.parse(text) as Activity[]);
}

/** Lets more lines wait, as properties to set; null when there is no room for them. */
export function letWait(properties: PropertyStore, lines: readonly Activity[]): Record<string, string> | null {
  const known = readWaiting(properties);
  const text = JSON.stringify([...known, ...lines]);
  if (lines.length === 0) return {};
  return text.length <= roomOf(WAITING) ? longProperty(properties, WAITING, text) : null;
}

/** Writes lines into the journal, those that have waited first; a line that is there already is not written again. */
export function writeLines(services: Services, zone: Zone, lines: readonly Activity[]): void {
  const { properties, workbook } = services;
  const waiting = readWaiting(properties);
  const all = [...waiting, ...lines];
  if (all.length === 0) return;
  const pass = new Pass(services, zone, false, Number.POSITIVE_INFINITY);
  const top = pass.readTop(activity, all.length);
  const known = new Set(top.rows.map(({ values }) => values.id));
  pass.insert(
    activity,
    top,
    all.filter(({ id }) => !known.has(id)),
  );
  if (waiting.length === 0) return;
  workbook.flush();
  properties.setAll(longProperty(properties, WAITING, ''));
}

/** Takes the lines that wait to the journal, if it is there. */
export function settleLines(services: Services, zone: () => Zone): void {
  if (readWaiting(services.properties).length === 0 || services.workbook.extent(activity.sheet) === 0) return;
  writeLines(services, zone(), []);
}
