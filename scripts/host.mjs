// `npm run --silent host -- run <script.js> <function> --workbook <file.xlsx> …`: any function of any Apps Script file.
import { ensure } from './ensure.mjs';

ensure();
const { runBundled } = await import('./lib/run-bundled.mjs');
await runBundled('host/cli.ts', process.argv.slice(2));
