import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { HostError } from './error';
import { loadHostState, loadWorkbook, saveWorkbook } from './files/files';
import { readHtmlFiles } from './files/project';
import { Host } from './run/host';
import { assertScript } from './run/realm';
import { ScriptedUi } from './run/ui';
import type { Json, RunResult } from './types';

const USAGE =
  'Usage: host run <script.js> <function> --workbook <file.xlsx> [--args <json>] [--out <file.xlsx>] [--now <iso>] [--user <mail>] [--json]';

interface Wish {
  script: string;
  functionName: string;
  workbook: string;
  args: Json[];
  out?: string;
  now?: number;
  user?: string;
  json: boolean;
}

/**
 * Runs one function of any Apps Script file on a workbook, and reports result, log, service calls, cells and modelled time.
 * The workbook is changed only where `--out` names a file (it may be the same one).
 * @returns the exit code: 0 the function ran, 1 it threw, 2 the command or a file is wrong (said in one sentence)
 */
export async function main(argv: string[]): Promise<number> {
  try {
    return runFunction(readWish(argv));
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

function readWish(argv: string[]): Wish {
  const options = {
    workbook: { type: 'string' },
    args: { type: 'string' },
    out: { type: 'string' },
    now: { type: 'string' },
    user: { type: 'string' },
    json: { type: 'boolean', default: false },
  } as const;
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ args: argv, options, allowPositionals: true });
  } catch (error) {
    throw new HostError('usage', `${(error as Error).message.split('. ')[0]}. ${USAGE}`);
  }
  const [command, script, functionName] = parsed.positionals;
  const { workbook, args, out, now, user, json } = parsed.values;
  if (command !== 'run' || !script || !functionName || !workbook || parsed.positionals.length > 3)
    throw new HostError('usage', USAGE);
  return { script, functionName, workbook, args: readArgs(args), out, now: readNow(now), user, json: json ?? false };
}

function readArgs(text: string | undefined): Json[] {
  if (text === undefined) return [];
  try {
    const value = JSON.parse(text) as Json;
    return Array.isArray(value) ? value : [value];
  } catch {
    throw new HostError(
      'usage',
      `--args must be JSON, for example --args '["order-update", 20]'; this is not: ${text}`,
    );
  }
}

function readNow(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const instant = Date.parse(text);
  if (Number.isNaN(instant))
    throw new HostError('usage', `--now must be a date and time such as 2026-11-02T09:00:00Z; this is not: ${text}`);
  return instant;
}

function readScript(path: string): string {
  if (!existsSync(path)) throw new HostError('missing', `There is no file "${path}".`);
  if (statSync(path).isDirectory()) throw new HostError('folder', `"${path}" is a folder: name the script file in it.`);
  const code = readFileSync(path, 'utf8');
  if (code.trim() === '') throw new HostError('empty', `"${path}" is empty.`);
  if (code.includes('\0')) throw new HostError('not-a-script', `"${path}" is not a script: it holds binary data.`);
  return code;
}

function readManifest(folder: string): { [key: string]: unknown } | undefined {
  const path = join(folder, 'appsscript.json');
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as { [key: string]: unknown };
  } catch {
    throw new HostError('broken', `"${path}" is not valid JSON.`);
  }
}

function runFunction(wish: Wish): number {
  const code = readScript(wish.script);
  assertScript(code, wish.script);
  const folder = dirname(wish.script);
  const book = loadWorkbook(wish.workbook);
  const ui = new ScriptedUi();
  const host = new Host({
    script: { code, html: readHtmlFiles(folder), manifest: readManifest(folder) },
    book,
    state: loadHostState(wish.workbook),
    now: wish.now ?? Date.now(),
    user: wish.user,
    ui,
  });
  const result = host.run(wish.functionName, { args: wish.args, startedBy: 'menu' });
  if (wish.out !== undefined) saveWorkbook(book, wish.out, host.saved());
  if (wish.json) {
    const shown = ui.shown.map(({ what, title, text }) => ({ what, title, text }));
    process.stdout.write(`${JSON.stringify({ function: wish.functionName, ...result, shown, mails: host.mails })}\n`);
  } else report(wish, result, ui, host.mails.length);
  return result.ok ? 0 : 1;
}

function report(wish: Wish, result: RunResult, ui: ScriptedUi, mails: number): void {
  const lines = result.log.map((line) => `  ${line}`);
  if (lines.length) lines.unshift('log');
  for (const { what, title, text } of ui.shown.filter((one) => one.what !== 'activate'))
    lines.push(
      `${what}: ${[title, text.length > 300 ? `${text.length} characters` : text].filter(Boolean).join(' — ')}`,
    );
  const { calls, cellsRead, cellsWritten, modelledMs, cpuMs } = result;
  lines.push(
    result.ok ? `result  ${JSON.stringify(result.value)}` : `error   ${result.error?.name}: ${result.error?.message}`,
  );
  if (!result.ok) lines.push(...scriptLines(result.error?.stack ?? ''));
  lines.push(
    `cost    ${calls} service calls, ${cellsRead} cells read, ${cellsWritten} written, ${(modelledMs / 1000).toFixed(2)} s modelled (${(cpuMs / 1000).toFixed(2)} s of it CPU here)`,
  );
  if (mails > 0) lines.push(`mail    ${mails} kept in the outbox, none sent`);
  if (wish.out !== undefined) lines.push(`saved   ${wish.out}`);
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** The lines of a stack that lie in the script. */
const scriptLines = (stack: string): string[] =>
  stack
    .split('\n')
    .filter((line) => line.includes('Code.js'))
    .map((line) => `        ${line.trim()}`);
