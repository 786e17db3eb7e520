// `node scripts/bench.mjs <name> […]`: runs `main(argv)` of bench/<name>.ts. One that measures the built bundle exports
// `needsBundle = true`.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensure, leave, root } from './ensure.mjs';

const [name, ...argv] = process.argv.slice(2);
const names = readdirSync(join(root, 'bench'))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length));
if (!names.includes(name)) leave(`Say which bench to run: ${names.join(', ') || 'there is none yet'}.`, 2);
ensure();
const { runBundled } = await import('./lib/run-bundled.mjs');
await runBundled(`bench/${name}.ts`, argv);
