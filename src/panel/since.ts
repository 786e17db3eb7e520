import { readClock } from '../jobs/automatic';
import { readMarks } from '../jobs/marks';
import { readNews } from '../jobs/news';
import type { Services } from '../jobs/ports';
import type { QueueRow } from '../jobs/queue';
import { readTyped } from '../jobs/read-queue';
import { sumOfText } from '../workbook/pages';
import type { Desk } from './desk';
import type { PanelCalls, PanelQuery } from './surface';

/** With more changes than these, loading the list again costs less. */
const MOST = 100;

/**
 * What changes whenever the program, or somebody in the panel, has done something: where a queue is kept, its edition and
 * the number of the last change.
 */
export function stateOf({ properties }: Services): string {
  const { stamp, seq } = readNews(properties);
  if (stamp !== '') return `${stamp}.${seq}`;
  const marks = JSON.stringify(readMarks(properties));
  return sumOfText([properties.get('deeds'), properties.get('synced'), marks].join('\n'));
}

/** The state, and what stands in the rows in which people have typed since the last sync. */
export const tokenOf = (services: Services, typed: readonly QueueRow[]): string =>
  `${stateOf(services)}:${sumOfText(typed.map(({ id, rev }) => `${id} ${rev}`).join('\n'))}`;

/** The changes since a token; `all` where they are too many, or not known one by one. */
export function sinceOf(desk: Desk, token: string, query: PanelQuery | null): PanelCalls['since']['data'] {
  const { services, now } = desk;
  const news = readNews(services.properties);
  const typed = news.stamp === '' ? [] : readTyped(services, desk.office.zone);
  const current = tokenOf(services, typed);
  const on = readClock(services.properties) !== null;
  const nothing = { now, token: current, all: false, items: [], counts: null, on };
  if (token === current) return nothing;
  const [state, sum] = token.split(':');
  const [stamp, seq] = state.split('.');
  const later = [...news.rows].filter((one) => one[1].seq > Number(seq));
  const isKnown = news.stamp !== '' && stamp === news.stamp && Number(seq) >= news.from;
  if (!isKnown || later.length > MOST || later.some(([, { row }]) => row === null)) return { ...nothing, all: true };
  const rows = new Map(later.map(([id, { row }]) => [id, { ...(row as QueueRow), at: (row?.at ?? 0) + news.shift }]));
  if (sum !== current.split(':')[1]) for (const row of typed) rows.set(row.id, row);
  if (rows.size === 0) return nothing;
  const items = [...rows.values()].map((row) => desk.item(row));
  return { ...nothing, items, counts: query && desk.countsOf(query) };
}

/**
 * The token after acts of somebody who had one: a new one if they knew of everything before, else the one that they had, so
 * that they are still told what others did.
 * @param before the state right before the acts
 */
export function tokenAfter(services: Services, had: string, before: string): string {
  if (had === '') return tokenOf(services, []);
  const [state, typed] = had.split(':');
  return state === before ? `${stateOf(services)}:${typed}` : had;
}
