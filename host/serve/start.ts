import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { HostError } from '../index';
import { readProject } from '../project';
import { projectRoot } from '../run/bundle';
import { Desk } from './desk';
import { serve } from './server';
import type { SessionOptions } from './session-messages';
import { demoCopy, ownCopy, readStartOptions, type StartOptions } from './start-options';
import { syncSummary } from './summary';

/** The dates of the demo's orders lie in the weeks before this moment. */
const DEMO_NOW = Date.UTC(2026, 10, 2, 9);
const USER = 'you@example.com';

/** `npm start`. The exit code is 2, after one sentence, for a file that can't be opened. */
export async function main(argv: string[]): Promise<number> {
  try {
    await start(readStartOptions(argv, process.env));
    return 0;
  } catch (error) {
    if (!(error instanceof HostError) && !(error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')) throw error;
    console.error((error as Error).message);
    return 2;
  }
}

async function start({ file, port, open, now, script }: StartOptions): Promise<void> {
  const root = projectRoot();
  const copy = file ? ownCopy(file) : demoCopy(root);
  const session: SessionOptions = {
    file: copy.file,
    script: readProject(script ?? join(root, 'dist')),
    user: USER,
    now,
    earliest: file ? undefined : DEMO_NOW,
  };
  console.log(`Opening ${copy.says}.`);
  const desk = new Desk(join(root, 'build', 'node', 'host', 'serve', 'worker.cjs'), session);
  const opened = await desk.ask({ kind: 'stop' });
  if (!opened.ok) throw new HostError('not-opened', opened.error.message);
  const server = await serve({ desk, assets: join(root, 'build', 'page'), port });
  if (!script) await makeReady(desk);
  console.log(`\nThe sheet is open at\n  ${server.address}\n(Ctrl+C ends it; what you do is saved in ${copy.file}.)`);
  if (open) openBrowser(server.address);
  stopWith(async () => {
    await desk.close();
    await server.close();
  });
}

/** Runs what a person would choose from the menu first. A failure is told, and the sheet opens all the same. */
async function makeReady(desk: Desk): Promise<void> {
  for (const functionName of ['setUp', 'syncNow', 'openPanel']) {
    const reply = await desk.ask({ kind: 'menu', functionName, unattended: true });
    if (!reply.ok) {
      console.error(`${functionName} failed: ${reply.error.message}`);
      return;
    }
    if (functionName === 'syncNow') for (const line of syncSummary(reply.value)) console.log(line);
  }
}

/** Opens the person's browser; where there is none, the address has been printed. */
function openBrowser(address: string): void {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
  const [command, ...args] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform as string] ?? [
    'xdg-open',
  ];
  const opener = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
  opener.on('error', () => undefined);
  opener.unref();
}

function stopWith(close: () => Promise<void>): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    close().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
