import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Host, type RunResult, Workbook } from '../host';
import { readProject } from '../host/project';
import { projectRoot } from '../host/run/bundle';
import { officeSheets } from './generate/office';
import { generateRows } from './generate/shop';
import { writeSheet } from './generate/to-book';
import type { TypedCell } from './generate/types';

/** Monday, 2 November 2026, 9:00 in London. */
const NOW = Date.UTC(2026, 10, 2, 9);
const NEW_ROWS = 20;

interface Measured {
  rows: number;
  what: string;
  runs: number;
  calls: number;
  cellsRead: number;
  cellsWritten: number;
  modelledSeconds: number;
  cpuSeconds: number;
  finished: boolean;
}

/** The built bundle is what is measured. */
export const needsBundle = true;

/** `npm run bench [-- --rows 1000,10000,50000] [--json] [--out file]`: what a sync costs at Google, by the host's cost model. */
export function main(argv: string[]): void {
  const { values } = parseArgs({
    args: argv,
    options: {
      rows: { type: 'string', default: '1000,10000,50000' },
      json: { type: 'boolean' },
      out: { type: 'string' },
    },
  });
  const results = values.rows.split(',').flatMap((rows) => measure(Number(rows), (line) => console.error(line)));
  const json = JSON.stringify({ bench: 'sync', now: new Date(NOW).toISOString(), results }, null, 2);
  if (values.out) writeFileSync(values.out, `${json}\n`);
  console.log(values.json ? json : tableOf(results));
}

/** The four situations of a day, on order rows of the generator. */
function measure(rows: number, progress: (line: string) => void): Measured[] {
  const { sheet } = generateRows({ seed: 11, rows: rows + NEW_ROWS });
  const held = sheet.rows.slice(0, sheet.rows.length - NEW_ROWS);
  const host = hostOn(held);
  run(host, 'setUp');
  const results: Measured[] = [];
  const note = (what: string, runs: RunResult[]) => {
    results.push(sum(rows, what, runs));
    progress(`${rows} rows, ${what}: ${results[results.length - 1].modelledSeconds} s modelled`);
  };
  note('first sync', untilFinished(host));
  note('second sync', untilFinished(host));
  writeSheet(host.book.sheet('order-update'), sheet.rows.slice(held.length), held.length + 1);
  note(`${NEW_ROWS} new rows`, untilFinished(host));
  run(host, 'turnAutomaticOn');
  host.advance(60_000);
  const idle = host.advance(60_000).find((tick) => tick.value === null);
  if (idle) note('idle tick', [idle]);
  return results;
}

function hostOn(rows: readonly TypedCell[][]): Host {
  const book = Workbook.empty({ timeZone: 'Europe/London', locale: 'en_GB', sheet: null });
  for (const { name, rows: cells } of [{ name: 'order-update', rows }, ...officeSheets()]) {
    const sheet = book.addSheet(name, undefined, { rows: cells.length + 1000, columns: Math.max(26, cells[0].length) });
    writeSheet(sheet, cells, 1);
  }
  return new Host({ script: readProject(join(projectRoot(), 'dist')), book, now: NOW });
}

function run(host: Host, name: string): RunResult {
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
  }
  return runs;
}

function sum(rows: number, what: string, runs: RunResult[]): Measured {
  const total = (field: 'calls' | 'cellsRead' | 'cellsWritten' | 'modelledMs' | 'cpuMs') =>
    runs.reduce((all, one) => all + one[field], 0);
  const seconds = (ms: number) => Math.round(ms / 100) / 10;
  return {
    rows,
    what,
    runs: runs.length,
    calls: total('calls'),
    cellsRead: total('cellsRead'),
    cellsWritten: total('cellsWritten'),
    modelledSeconds: seconds(total('modelledMs')),
    cpuSeconds: seconds(total('cpuMs')),
    finished: runs[runs.length - 1].ok,
  };
}

function tableOf(results: readonly Measured[]): string {
  const heads = ['rows', 'what', 'runs', 'calls', 'cells read', 'cells written', 'modelled s', 'CPU s'];
  const lines = results.map((one) => [
    one.rows,
    one.finished ? one.what : `${one.what} (not finished)`,
    one.runs,
    one.calls,
    one.cellsRead,
    one.cellsWritten,
    one.modelledSeconds,
    one.cpuSeconds,
  ]);
  const cells = [heads, ...lines].map((line) =>
    line.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en') : cell)),
  );
  const widths = heads.map((_, column) => Math.max(...cells.map((line) => line[column].length)));
  return cells
    .map((line) =>
      line
        .map((cell, column) => (column === 1 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
        .join('  '),
    )
    .join('\n');
}
