// Runs a TypeScript file of ours on Node: bundled by esbuild into build/, then its `main(argv)` is called.
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from '../build.mjs';
import { leave, root } from '../ensure.mjs';

/** Packages that find files of their own beside them, so they can't be moved into a bundle. */
const EXTERNAL = ['esbuild', 'webpack', 'typescript', 'playwright-core'];

/** Bundles `entry` (from the root) for Node and returns the path of the result. */
export async function bundleForNode(entry) {
  const esbuild = await import('esbuild');
  // CommonJS, as jest runs the same files.
  const outfile = join(root, 'build', 'node', entry.replace(/\.tsx?$/, '.cjs'));
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(root, entry)],
    outfile,
    write: false,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: EXTERNAL,
    sourcemap: true,
    logLevel: 'error',
  });
  for (const { path, contents } of outputFiles) {
    mkdirSync(dirname(path), { recursive: true });
    // Another process may be reading it just now.
    const fresh = `${path}.${process.pid}`;
    writeFileSync(fresh, contents);
    renameSync(fresh, path);
  }
  return outfile;
}

/**
 * Calls `main(argv)` of `entry` and makes the number it answers the exit code. A file that exports
 * `needsBundle = true` finds `dist/` built.
 */
export async function runBundled(entry, argv) {
  if (!existsSync(join(root, entry))) leave(`There is no ${entry}.`, 2);
  process.setSourceMapsEnabled(true);
  const { main, needsBundle } = createRequire(import.meta.url)(await bundleForNode(entry));
  if (needsBundle) await buildOrLeave();
  process.exitCode = (await main(argv)) ?? 0;
}

/** Builds `dist/`, or ends the process with the messages of the compiler. */
export async function buildOrLeave() {
  return build().catch((error) => leave(`The build failed.\n${error.message}`));
}
