// `npm test [-- <arguments for jest>]`: everything, the browser tests included. Ends with `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ensure, leave, root } from './ensure.mjs';

ensure();
const { findChromium, howToGetChromium, installChromium } = await import('./lib/chromium.mjs');
const { buildOrLeave } = await import('./lib/run-bundled.mjs');

const chromium = findChromium() ?? installChromium() ?? leave(howToGetChromium());
await buildOrLeave();
const { status, counts } = runJest(process.argv.slice(2), { ...process.env, CHROME_PATH: chromium });
if (!counts) leave('The tests did not run to their end.');
const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = counts;
const skipped = numPendingTests + numTodoTests;
const notes = [
  skipped > 0 ? `, ${skipped} skipped` : '',
  numRuntimeErrorTestSuites > 0 ? `, ${numRuntimeErrorTestSuites} files did not load` : '',
];
console.log(`${numPassedTests} passed, ${numFailedTests} failed${notes.join('')}`);
process.exitCode = status === 0 ? 0 : 1;

/** Runs jest as its own process and reads the counts that it leaves in a file. */
function runJest(args, env) {
  const file = join(root, 'build', `jest-${process.pid}.json`);
  mkdirSync(dirname(file), { recursive: true });
  const jest = join(dirname(createRequire(import.meta.url).resolve('jest/package.json')), 'bin', 'jest.js');
  // Whole days in short-lived objects: room for the young ones spares a sixth of the time, and two workers on two cores
  // have no core left to collect them on.
  const command = ['--max-semi-space-size=64', '--single-threaded-gc', jest, '--json', `--outputFile=${file}`, ...args];
  const result = spawnSync(process.execPath, command, { cwd: root, stdio: ['inherit', 'ignore', 'inherit'], env });
  const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  rmSync(file, { force: true });
  return { status: result.status, counts };
}
