import { join } from 'node:path';
import { Host, type RunResult, Workbook } from '../../host';
import { readProject } from '../../host/project';
import { projectRoot } from '../../host/run/bundle';
import { officeSheets } from '../generate/office';
import { generateRows } from '../generate/shop';
import { writeSheet } from '../generate/to-book';
import type { TypedCell } from '../generate/types';

/** What one situation cost, all its runs together. */
export interface Cost {
  rows: number;
  what: string;
  runs: number;
  calls: number;
  cellsRead: number;
  cellsWritten: number;
  /** Modelled seconds, with the CPU time of this machine. */
  seconds: number;
  cpuSeconds: number;
  finished: boolean;
  /** Calls by method. */
  methods: Record<string, number>;
}

/** Monday, 2 November 2026, 9:00 in London. */
const NOW = Date.UTC(2026, 10, 2, 9);
const NEW_ROWS = 20;
const EDITS = 500;

/** The column of the generator's order sheet that holds quantities. */
const QUANTITY = 'Qty';

/** The situations of a shop's days at one size, by the bundle that is pushed. */
export function measureAt(rows: number, tell: (cost: Cost) => void = () => {}): Cost[] {
  const { sheet } = generateRows({ seed: 11, rows: rows + NEW_ROWS });
  const held = sheet.rows.slice(0, sheet.rows.length - NEW_ROWS);
  const host = hostOn(held);
  call(host, 'setUp');
  const costs: Cost[] = [];
  const note = (what: string, runs: readonly RunResult[]) => {
    costs.push(sum(rows, what, runs));
    tell(costs[costs.length - 1]);
  };
  note('first sync', untilFinished(host));
  host.advance(60_000);
  note('second sync', untilFinished(host));
  host.advance(60_000);
  writeSheet(host.book.sheet('order-update'), sheet.rows.slice(held.length), held.length + 1);
  note(`${NEW_ROWS} new rows`, untilFinished(host));
  host.advance(60_000);
  const column = (held[0] as string[]).indexOf(QUANTITY) + 1;
  const step = Math.max(1, Math.floor((held.length - 2) / EDITS));
  for (let at = 0; at < Math.min(EDITS, rows); at++) host.person.type('order-update', 2 + at * step, column, '9');
  note(`${EDITS} edits, strewn`, untilFinished(host));
  host.advance(60_000);
  const first = Math.max(2, held.length - EDITS);
  for (let at = first; at < held.length; at++) host.person.type('order-update', at, column, '11');
  note(`${EDITS} edits, together`, untilFinished(host));
  call(host, 'turnAutomaticOn');
  host.advance(20 * 60_000);
  const idle = host.advance(10 * 60_000).find((tick) => tick.value === null && tick.calls > 0);
  if (idle) note('idle tick', [idle]);
  return costs;
}

function hostOn(rows: readonly (readonly TypedCell[])[]): Host {
  const book = Workbook.empty({ timeZone: 'Europe/London', locale: 'en_GB', sheet: null });
  for (const { name, rows: cells } of [{ name: 'order-update', rows }, ...officeSheets()]) {
    const sheet = book.addSheet(name, undefined, { rows: cells.length + 1000, columns: Math.max(26, cells[0].length) });
    writeSheet(sheet, cells, 1);
  }
  return new Host({ script: readProject(join(projectRoot(), 'dist')), book, now: NOW });
}

function call(host: Host, name: string): RunResult {
  const result = host.run(name, { startedBy: 'cli' });
  if (!result.ok) throw new Error(`${name}: ${result.error?.message}`);
  return result;
}

/** Runs until a run says that it had time for everything; a run that ends at the 6-minute limit is one more. */
function untilFinished(host: Host): RunResult[] {
  const runs: RunResult[] = [];
  for (let attempt = 0; attempt < 20; attempt++) {
    const result = host.run('syncNow', { startedBy: 'cli' });
    runs.push(result);
    if (result.ok && (result.value as { finished: boolean }).finished) return runs;
    if (!result.ok) console.error(result.error?.message);
  }
  return runs;
}

function sum(rows: number, what: string, runs: readonly RunResult[]): Cost {
  const total = (field: 'calls' | 'cellsRead' | 'cellsWritten' | 'modelledMs' | 'cpuMs') =>
    runs.reduce((all, one) => all + one[field], 0);
  const seconds = (ms: number) => Math.round(ms / 100) / 10;
  const methods: Record<string, number> = {};
  for (const { byMethod } of runs) {
    for (const [name, count] of Object.entries(byMethod)) methods[name] = (methods[name] ?? 0) + count;
  }
  return {
    rows,
    what,
    runs: runs.length,
    calls: total('calls'),
    cellsRead: total('cellsRead'),
    cellsWritten: total('cellsWritten'),
    seconds: seconds(total('modelledMs')),
    cpuSeconds: seconds(total('cpuMs')),
    finished: runs[runs.length - 1].ok,
    methods,
  };
}
