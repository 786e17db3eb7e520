// Finds a Chromium for the browser tests, or installs one where that can be done without asking.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir, platform } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const FIXED = [
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const IN_CACHE = ['chrome-linux/chrome', 'chrome-linux64/chrome', 'chrome-mac/Chromium.app/Contents/MacOS/Chromium'];

/** Path of a Chromium on this machine, or `undefined`. `CHROME_PATH`, where set, is the only one asked. */
export function findChromium(env = process.env) {
  if (env.CHROME_PATH) return isProgram(env.CHROME_PATH) ? env.CHROME_PATH : undefined;
  const onPath = (env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...FIXED, ...onPath, ...inPlaywrightCache(env)].find(isProgram);
}

/** Tries Playwright's own installer, then Debian's package when root. Answers the path, or `undefined`. */
export function installChromium() {
  console.error('No Chromium found: installing one…');
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  run(process.execPath, [cli, 'install', 'chromium'], 300_000);
  const found = findChromium();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    run('apt-get', ['update', '-q'], 300_000);
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], 900_000);
  }
  return findChromium();
}

/** What to tell a person on whose machine none could be installed. */
export function howToGetChromium() {
  if (process.env.CHROME_PATH) return `CHROME_PATH names ${process.env.CHROME_PATH}, which is no program.`;
  return 'The browser tests need Chromium or Chrome and none could be installed here: install one (Debian and Ubuntu: `sudo apt-get install chromium`; elsewhere https://www.google.com/chrome), or set CHROME_PATH to the one you have.';
}

function run(command, args, timeout) {
  // Standard output is kept for the counts of the tests.
  spawnSync(command, args, {
    stdio: ['ignore', 2, 2],
    timeout,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

function inPlaywrightCache(env) {
  const caches = [
    env.PLAYWRIGHT_BROWSERS_PATH,
    join(homedir(), '.cache', 'ms-playwright'),
    join(homedir(), 'Library', 'Caches', 'ms-playwright'),
  ].filter((folder) => folder && existsSync(folder));
  return caches.flatMap((cache) =>
    readdirSync(cache)
      .filter((name) => name.startsWith('chromium-'))
      .flatMap((name) => IN_CACHE.map((path) => join(cache, name, path))),
  );
}

function isProgram(path) {
  try {
    accessSync(path, platform() === 'win32' ? constants.F_OK : constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
