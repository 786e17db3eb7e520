import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { SyncReport } from '../src/jobs/sync';
import { HostError } from './error';
import { loadHostState, loadWorkbook, saveWorkbook } from './files/files';
import { readProject } from './project';
import { projectRoot } from './run/bundle';
import { Host } from './run/host';
import type { RunResult } from './types';

interface SyncCommand {
  file: string;
  out: string | null;
  now: number | undefined;
  json: boolean;
  sheet: string | undefined;
}

function readCommand(argv: string[]): SyncCommand {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { out: { type: 'string' }, now: { type: 'string' }, sheet: { type: 'string' }, json: { type: 'boolean' } },
  });
  if (positionals.length !== 1) throw new HostError('usage', 'Name one file: crm sync <file.xlsx|file.csv>.');
  const now = values.now === undefined ? undefined : Date.parse(values.now);
  if (Number.isNaN(now))
    throw new HostError('bad-option', `--now ${values.now} is no date: write it like 2026-11-02T09:00.`);
  if (values.out !== undefined && !/\.xlsx$/i.test(values.out)) {
    throw new HostError('bad-option', `--out ${values.out} must end in .xlsx.`);
  }
  const here = (path: string) => resolve(process.env.INIT_CWD ?? '.', path);
  const file = here(positionals[0]);
  const own = /\.xlsx$/i.test(file) ? file : null;
  return {
    file,
    out: values.out === undefined ? own : here(values.out),
    now,
    json: values.json ?? false,
    sheet: values.sheet,
  };
}

/**
 * `crm sync`: the main job on a workbook file, through the built bundle. An `.xlsx` is brought up to date in place unless
 * `--out` is given; of a `.csv`, which is taken as the sheet `order-update` (or `--sheet`), nothing is saved without it.
 * @returns 0 if the job ran, 1 if it failed
 */
export async function syncCommand(argv: string[]): Promise<number> {
  const command = readCommand(argv);
  const book = loadWorkbook(command.file, { sheet: command.sheet });
  const state = loadHostState(command.file);
  const host = new Host({
    script: readProject(join(projectRoot(), 'dist')),
    book,
    state,
    now: command.now ?? Date.now(),
  });
  const run = host.run('syncNow', { startedBy: 'cli' });
  if (run.ok && command.out) saveWorkbook(book, command.out, host.saved());
  const answer = answerOf(run);
  if (command.json) console.log(JSON.stringify(answer));
  else tell(run, answer, command.out);
  return run.ok ? 0 : 1;
}

function answerOf(run: RunResult) {
  const { calls, cellsRead, cellsWritten, modelledMs, cpuMs } = run;
  const cost = { calls, cellsRead, cellsWritten, modelledMs: Math.round(modelledMs), cpuMs: Math.round(cpuMs) };
  const errors = run.error ? [run.error.message] : [];
  return { ...(run.value as unknown as SyncReport | null), ...cost, errors };
}

function tell(run: RunResult, answer: ReturnType<typeof answerOf>, out: string | null): void {
  if (!run.ok) {
    console.error(answer.errors.join('\n'));
    return;
  }
  const report = run.value as unknown as SyncReport;
  const { opened, updated, unchanged } = report.followUps;
  console.log(`${report.read} rows read: ${report.records} orders and leads of ${report.people} people.`);
  console.log(`Follow-ups: ${opened} opened, ${updated} updated, ${unchanged} unchanged.`);
  console.log(
    `${report.duplicates} repeated rows, ${report.proposals} pairs to look at, ${report.needsFixing} cells that need fixing.`,
  );
  console.log(
    `${report.written.cells} cells written in ${answer.calls} service calls; ${(answer.modelledMs / 1000).toFixed(1)} s at Google (modelled), ${(answer.cpuMs / 1000).toFixed(1)} s here.`,
  );
  console.log(out ? `Saved in ${out}.` : 'Nothing was saved: give --out <file.xlsx> to keep the workbook.');
  if (!report.finished) console.log('There was more than fits into one run: run it again to go on.');
}
