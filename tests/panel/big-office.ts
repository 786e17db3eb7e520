import { officeSheets } from '../../bench/generate/office';
import { generateRows } from '../../bench/generate/shop';
import type { Host, RunResult } from '../../host';
import type { PanelCall, PanelCalls, PanelItem, PanelOp, PanelQuery } from '../../src/panel/surface';
import { hostOn, syncNow, table, workbookOf } from '../support/product';

export const LATER: PanelQuery = {
  tab: 'later',
  mine: false,
  sort: 'due',
  filter: { source: '', stage: '', owner: '', kind: '' },
  from: 0,
};

/** A shop with so many rows of orders that the panel has a queue to read, after its first sync. */
export function bigOffice(rows: number): Host {
  const { sheet } = generateRows({ seed: 11, rows });
  const sheets = [{ name: 'order-update', rows: sheet.rows }, ...officeSheets()];
  const host = hostOn(workbookOf(Object.fromEntries(sheets.map((one) => [one.name, one.rows]))));
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
