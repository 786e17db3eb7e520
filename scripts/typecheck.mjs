// Each folder has its own world of globals (Apps Script, browser, Node), so each is checked by itself.
import { spawnSync } from 'node:child_process';

const projects =
  process.argv.length > 2 ? process.argv.slice(2) : ['src', 'sidebar', 'host', 'host/page', 'tests', 'bench'];
let failed = 0;
for (const project of projects) {
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/typescript/bin/tsc', '-p', project, '--pretty', 'false'],
    { stdio: 'inherit' },
  );
  if (status !== 0) failed += 1;
}
console.log(
  failed === 0
    ? `types: ${projects.length} projects are sound`
    : `types: ${failed} of ${projects.length} projects have errors`,
);
process.exitCode = failed === 0 ? 0 : 1;
