// `npm start [-- file.xlsx|file.csv] [--port n] [--no-open] [--now iso]`: builds, opens the workbook, sets it up, syncs,
// and serves the page.
import { ensure } from './ensure.mjs';

ensure();
const { buildOrLeave, bundleForNode, runBundled } = await import('./lib/run-bundled.mjs');
const { buildPage } = await import('./lib/page-bundle.mjs');
await Promise.all([buildOrLeave(), buildPage(), bundleForNode('host/serve/worker.ts')]);
await runBundled('host/serve/start.ts', process.argv.slice(2));
