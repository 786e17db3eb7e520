// `npm run --silent crm -- sync <file.xlsx|file.csv> …`: the product's jobs with no browser, through the built bundle.
import { ensure } from './ensure.mjs';

ensure();
const { buildOrLeave, runBundled } = await import('./lib/run-bundled.mjs');
await buildOrLeave();
await runBundled('host/crm.ts', process.argv.slice(2));
