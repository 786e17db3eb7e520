import { officeSheets } from '../../bench/generate/office';
import { generateRows } from '../../bench/generate/shop';
import { writeSheet } from '../../bench/generate/to-book';
import type { Host, HostOptions, RunResult, Workbook } from '../../host';
import {
  FIRST_QUERY,
  type PanelCall,
  type PanelCalls,
  type PanelItem,
  type PanelOp,
  type PanelQuery,
} from '../../src/panel/surface';
import { hostOn, syncNow, table, workbookOf } from '../support/product';

export const LATER: PanelQuery = { ...FIRST_QUERY, tab: 'later', mine: false };

/** The state of a host, from which tests begin anew. */
export interface Begun {
  book: Workbook;
  state: HostOptions['state'];
}

/**
 * A shop of some hundred orders whose settings say that it is no small workbook: quick, and with a queue to read.
 * @param names of customers with an order each beside
 */
export function begunOffice(names: readonly string[] = []): Begun {
  const { sheet } = generateRows({ seed: 11, rows: 300 });
  const orders = names.map((name, index) => [`X-${index}`, '05/09/2026', '', name, '', `020 7946 0${100 + index}`]);
  const sheets = [{ name: 'order-update', rows: [...sheet.rows, ...orders] }, ...officeSheets()];
  const book = workbookOf(Object.fromEntries(sheets.map((one) => [one.name, one.rows])));
  const settings = [
    ['Matching', 'exact', ''],
    ['Small workbook', '0', ''],
  ];
  writeSheet(book.sheet('settings'), settings, book.sheet('settings').lastRow() + 1);
  const host = hostOn(book, { keepRealm: true });
  syncNow(host);
  return { book, state: host.saved() };
}

/** A host on a copy of it. */
export const hostOf = ({ book, state }: Begun, options: Partial<HostOptions> = {}): Host =>
  hostOn(book.clone(), { state: structuredClone(state), keepRealm: true, ...options });

/** A shop with so many rows of orders that the panel has a queue to read, after its first sync. */
export function bigOffice(rows: number): Host {
  const { sheet } = generateRows({ seed: 11, rows });
  const sheets = [{ name: 'order-update', rows: sheet.rows }, ...officeSheets()];
  const book = workbookOf(Object.fromEntries(sheets.map((one) => [one.name, one.rows])));
  writeSheet(book.sheet('settings'), [['Matching', 'exact', '']], book.sheet('settings').lastRow() + 1);
  const host = hostOn(book, { keepRealm: true });
  syncNow(host);
  return host;
}

/** A panel: each has its own session, and keeps the token that it was given. */
export class Panel {
  token = '';
  private ops = 0;
  /** What the last call cost. */
  cost!: RunResult;

  constructor(
    readonly host: Host,
    readonly session = 'one',
  ) {}

  ask<C extends PanelCall>(call: C, args: PanelCalls[C]['args']): PanelCalls[C]['data'] {
    this.cost = this.host.run('callPanel', { args: [call, args] as never, startedBy: 'panel' });
    const answer = this.cost.value as unknown as { ok: boolean; data: PanelCalls[C]['data']; message: string };
    if (!this.cost.ok || !answer.ok) throw new Error(this.cost.error?.message ?? answer.message);
    return answer.data;
  }

  start(query: Partial<PanelQuery> = {}): PanelCalls['start']['data'] {
    const start = this.ask('start', { query: { ...LATER, ...query } });
    this.token = start.token;
    return start;
  }

  since(query?: PanelQuery): PanelCalls['since']['data'] {
    const since = this.ask('since', { token: this.token, ...(query && { query }) });
    this.token = since.token;
    return since;
  }

  act(kind: PanelOp['kind'], { id, rev }: Pick<PanelItem, 'id' | 'rev'>, args: PanelOp['args'] = {}) {
    const op: PanelOp = { op: `${this.session}${++this.ops}`, kind, id, rev, at: this.host.now, args };
    const { results, token } = this.ask('act', { ops: [op], token: this.token });
    this.token = token;
    return results[0];
  }
}

/** The row of a follow-up in the sheet. */
export function rowOf(host: Host, id: string): Record<string, string> & { at: string } {
  const row = table(host.book, 'followed-up').find((one) => one['Follow-up id'] === id);
  if (!row) throw new Error(`${id} is not in the sheet.`);
  return row;
}
