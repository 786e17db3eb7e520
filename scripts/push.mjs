// `npm run push`: builds, checks what was built, and pushes it to the Apps Script project named in .clasp.json.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { ensure, leave, root } from './ensure.mjs';

ensure();
const { scriptId } = JSON.parse(readFileSync(join(root, '.clasp.json'), 'utf8'));
if (!scriptId) {
  leave(
    'There is no script id: in your spreadsheet open Extensions › Apps Script, then Project settings, copy the “Script ID” into .clasp.json, and run this again.',
  );
}
if (!existsSync(join(homedir(), '.clasprc.json'))) {
  leave(
    'You are not logged in to Google: switch the API on at https://script.google.com/home/usersettings, run `npx clasp login`, and run this again.',
  );
}
const { buildOrLeave, runBundled } = await import('./lib/run-bundled.mjs');
await buildOrLeave();
await runBundled('tests/bundle/check.ts', []);
if (process.exitCode) leave('Nothing was pushed, since the bundle has the faults named above.');
// `-f`: without it clasp skips a push whose manifest changed, and still ends with success.
const clasp = join(root, 'node_modules', '@google', 'clasp', 'build', 'src', 'index.js');
const { status } = spawnSync(process.execPath, [clasp, 'push', '-f'], { cwd: root, stdio: 'inherit' });
process.exitCode = status ?? 1;
