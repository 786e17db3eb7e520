import { copyFileSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { HostError, loadWorkbook, saveWorkbook } from '../index';

export interface StartOptions {
  /** Absent: the demo workbook. */
  file?: string;
  port: number;
  open: boolean;
  /** Epoch milliseconds. */
  now?: number;
  /** A folder of another Apps Script project to be run instead of ours. */
  script?: string;
}

/** Reads the command line. Paths are those of the folder where the person stands, also under `npm start`. */
export function readStartOptions(argv: string[], env: NodeJS.ProcessEnv): StartOptions {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      port: { type: 'string' },
      'no-open': { type: 'boolean' },
      now: { type: 'string' },
      script: { type: 'string' },
    },
  });
  const now = values.now === undefined ? undefined : Date.parse(values.now);
  if (Number.isNaN(now))
    throw new HostError('bad-option', `--now ${values.now} is no date: write it like 2026-11-02T09:00.`);
  const port = Number(values.port ?? 8600);
  if (!Number.isInteger(port) || port < 0 || port > 65534)
    throw new HostError('bad-option', `--port ${values.port} is no port.`);
  const [file] = positionals;
  const from = (path: string | undefined): string | undefined => path && resolve(env.INIT_CWD ?? '.', path);
  return { file: from(file), port, open: !values['no-open'], now, script: from(values.script) };
}

export interface WorkingCopy {
  file: string;
  /** What the person should know of the file. */
  says: string;
}

/** The demo is copied once, so that the original stays and what was done in the copy is still there next time. */
export function demoCopy(root: string): WorkingCopy {
  const file = join(root, 'build', 'demo', 'shop.xlsx');
  if (existsSync(file)) return { file, says: 'the demo shop, as you left it (delete build/demo to start over)' };
  mkdirSync(dirname(file), { recursive: true });
  copyFileSync(join(root, 'demo', 'shop.xlsx'), file);
  return { file, says: 'the demo shop, a fresh copy' };
}

/**
 * One's own workbook is never written to: the host's file format keeps less than Excel's. It goes on in `<name>.crm.xlsx`
 * beside it, which is made at the first start and opened at later ones.
 * @throws HostError for a file that is missing or no workbook
 */
export function ownCopy(file: string): WorkingCopy {
  if (/\.crm\.xlsx$/i.test(file)) return { file, says: 'your workbook' };
  const extension = extname(file);
  const copy = join(dirname(file), `${basename(file, extension)}.crm.xlsx`);
  if (existsSync(copy)) {
    const newer = existsSync(file) && statSync(file).mtimeMs > statSync(copy).mtimeMs;
    const hint = newer ? ` (${basename(file)} has changed since: delete the copy to start from it again)` : '';
    return { file: copy, says: `${basename(copy)}, as you left it${hint}` };
  }
  saveWorkbook(loadWorkbook(file), copy);
  return { file: copy, says: `${basename(copy)}, a copy of ${basename(file)}, which stays as it is` };
}
