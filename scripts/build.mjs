// `npm run build`: src/ → dist/Code.js, sidebar/ → dist/Panel.html and the dialogs, appsscript.json beside them.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensure, leave, root } from './ensure.mjs';
import { connectionsOf, manifestFor } from './lib/connections.mjs';
import { hashOf } from './lib/hash.mjs';

const OUT = join(root, 'dist');
const STAMP = join(root, 'build', 'dist.hash');
const INPUTS = ['src', 'sidebar', 'appsscript.json', 'package-lock.json', 'scripts/build.mjs', 'scripts/lib'];

/**
 * Builds `dist/` unless it is current (by the hash of what goes in).
 * @returns {Promise<{fresh: boolean, sizes: Record<string, number>}>} bytes of each file; `fresh`: it was made just now
 */
export async function build() {
  const connections = connectionsOf(root);
  const hash = `${hashOf(INPUTS.map((name) => join(root, name)))} ${connections}`;
  const current = existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash && existsSync(join(OUT, 'Code.js'));
  if (!current) {
    await buildInto(OUT, connections);
    writeFileSync(STAMP, hash);
  }
  return { fresh: !current, sizes: sizesOf(OUT) };
}

/** Builds with these connections, beside, and then takes the old folder's place, so that nobody ever reads half a bundle. */
export async function buildInto(out, connections) {
  const { bundleServer } = await import('./lib/server-bundle.mjs');
  const { bundleHtml, pagesOf } = await import('./lib/html-bundle.mjs');
  const next = join(root, 'build', `dist-${process.pid}`);
  mkdirSync(next, { recursive: true });
  try {
    await bundleServer({ root, entry: 'src/main.ts', outDir: next, connections });
    for (const page of pagesOf(join(root, 'sidebar'))) await bundleHtml({ ...page, outDir: next });
    const manifest = manifestFor(connections, JSON.parse(readFileSync(join(root, 'appsscript.json'), 'utf8')));
    writeFileSync(join(next, 'appsscript.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    rmSync(out, { recursive: true, force: true });
    renameSync(next, out);
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
}

function sizesOf(folder) {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, statSync(join(folder, name)).size]));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  ensure();
  const { fresh, sizes } = await build().catch((error) => leave(`The build failed.\n${error.message}`));
  for (const [name, bytes] of Object.entries(sizes)) console.log(`dist/${name}  ${(bytes / 1000).toFixed(1)} KB`);
  if (!fresh) console.log('(nothing had changed)');
}
