// src/main.ts → dist/Code.js. gas-webpack-plugin writes `function onOpen() {}` for every exported function and assigns
// the real one when the bundle runs: Google lists the top-level declarations, and calls what stands in the global.
import { join } from 'node:path';
import { promisify } from 'node:util';
import GasPlugin from 'gas-webpack-plugin';
import TerserPlugin from 'terser-webpack-plugin';
import webpack from 'webpack';
import { aliasesFor } from './connections.mjs';

/** Apps Script's V8 refuses `#private` and static class fields, which is what this target writes out in older words. */
export const TARGET = 'es2019';

/**
 * Minified, since with the phone rules it would be over the budget plain; lines stay short, so that Google's editor opens
 * it and a stack trace names a place. Terser, because esbuild's minifier drops the stubs.
 */
const minimizer = new TerserPlugin({
  extractComments: false,
  terserOptions: {
    ecma: 2019,
    // `unsafe_arrows` shortens functions that don't name `this`; none of them is called with `new`.
    compress: { ecma: 2019, passes: 3, toplevel: false, hoist_funs: true, unsafe_arrows: true },
    mangle: { toplevel: false },
    format: { comments: false, max_line_len: 400 },
  },
});

/** Modules of ours that hold nothing but large tables. */
const DATA = /src\/(intake\/header-aliases|intake\/country-names|match\/nickname-data)\.ts$/;

/**
 * Bundles `entry` (path from `root`) with these connections into `outDir/Code.js`; throws an Error with webpack's messages.
 * `minimize: false` takes half as long, for tests that only look at what is in it.
 */
export async function bundleServer({ root, entry, outDir, connections, minimize = true }) {
  const rule = { loader: 'esbuild-loader', options: { target: TARGET, format: undefined } };
  const stats = await promisify(webpack)({
    mode: 'production',
    context: root,
    entry: join(root, entry),
    target: ['web', TARGET],
    // Promised, so that webpack writes no search for the global object through `window` and `new Function`.
    output: { path: outDir, filename: 'Code.js', environment: { globalThis: true } },
    module: {
      rules: [
        { test: /\.ts$/, ...rule },
        // Libraries too: one that ships newer syntax would otherwise reach Google as it is.
        { test: /\.m?js$/, ...rule },
        // Loaders run from the last to the first, so these see the sources as they are.
        { test: /metadata\.max\.json\.js$/, loader: join(root, 'scripts/lib/phone-plans-loader.cjs') },
        { test: DATA, loader: join(root, 'scripts/lib/data-loader.cjs') },
      ],
    },
    resolve: { extensions: ['.ts', '.js', '.json'], alias: aliasesFor(connections, root) },
    // `usedExports: false`: with webpack's default the exports of the entry file count as unused and are dropped.
    optimization: { usedExports: false, minimize, minimizer: [minimizer] },
    performance: { hints: false },
    plugins: [new GasPlugin({ autoGlobalExportsFiles: [entry] })],
  });
  const { errors } = stats.toJson({ all: false, errors: true });
  if (errors.length > 0) {
    throw new Error(
      errors.map(({ moduleName, loc, message }) => `${moduleName ?? ''} ${loc ?? ''} ${message}`).join('\n'),
    );
  }
}
