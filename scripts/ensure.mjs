// Brings node_modules to what package-lock.json says, so that each entry script works on a fresh clone with nothing run
// before. Only Node's own modules may be imported here. Everything it says goes to standard error: standard output
// belongs to the script that called it (`--json`).
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The folder of the clone. Every script works from here, wherever it was called from. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const MIN_NODE = 20;
const ATTEMPTS = 3;
const OFFLINE = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT/;
const NETWORK = new RegExp(`${OFFLINE.source}|E5\\d\\d|EINTEGRITY|network`);

/** Installs what is missing; ends the process with one sentence when that cannot be done. */
export function ensure() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < MIN_NODE) {
    leave(
      `This project needs Node ${MIN_NODE} or later, and this is Node ${process.versions.node}: https://nodejs.org`,
    );
  }
  if (isInstalled()) return;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    console.error(attempt === 1 ? 'Installing what is missing (npm ci)…' : `Trying again (${attempt} of ${ATTEMPTS})…`);
    const { status, output } = npmCi();
    if (status === 0) return;
    // Only the network may be better at the next try.
    if (attempt < ATTEMPTS && NETWORK.test(output)) {
      pause(2000 * attempt);
      continue;
    }
    process.stderr.write(output);
    leave(
      OFFLINE.test(output)
        ? 'The packages could not be fetched: npm reaches no registry. Go online (or set npm’s proxy) and start again.'
        : '`npm ci` failed for the reason printed above. Put that right and start again.',
    );
  }
}

/** Compares what npm wrote down as installed with the lock file, package by package: touching a file installs nothing. */
function isInstalled() {
  const installedFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || (installed[path]?.version ?? (optional ? version : '')) === version,
  );
}

function npmCi() {
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] };
  const npm = process.env.npm_execpath;
  const result = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  return { status: result.status, output: `${result.stdout ?? ''}${result.stderr ?? ''}${result.error ?? ''}\n` };
}

function pause(ms) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/**
 * Ends the process with a sentence for the person.
 * @returns {never}
 */
export function leave(sentence, code = 1) {
  console.error(sentence);
  process.exit(code);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) ensure();
