// The page of `npm start`: host/page/ → build/page/page.js, page.css, and bridge.js (`google.script` for panel and dialogs).
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../ensure.mjs';
import { hashOf } from './hash.mjs';

const OUT = join(root, 'build', 'page');
const STAMP = join(OUT, 'hash');
const INPUTS = ['host/page', 'host/serve/protocol.ts', 'host/types.ts', 'package-lock.json', 'scripts/lib'];

/** Builds the page unless it is current; answers its folder. */
export async function buildPage() {
  const hash = hashOf(INPUTS.map((name) => join(root, name)));
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return OUT;
  const esbuild = await import('esbuild');
  mkdirSync(OUT, { recursive: true });
  await esbuild.build({
    entryPoints: { page: join(root, 'host/page/main.tsx'), bridge: join(root, 'host/page/bridge.ts') },
    outdir: OUT,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.png': 'dataurl', '.svg': 'dataurl', '.woff': 'dataurl', '.woff2': 'dataurl', '.ttf': 'dataurl' },
    plugins: [gridWithoutEval],
    logLevel: 'error',
  });
  writeFileSync(STAMP, hash);
  return OUT;
}

/**
 * The grid puts rows in by code made at run time (`new Function`), which the page's policy refuses, and swallows the
 * error: the row never comes. The same is said here without such code.
 */
const gridWithoutEval = {
  name: 'grid-without-eval',
  setup(build) {
    build.onLoad({ filter: /@fortune-sheet[\\/]core[\\/]dist[\\/]index\.esm\.js$/ }, ({ path }) => {
      const made =
        /new Function\("d", "return d\.(unshift|splice)\("\.concat\((?:(index(?: \+ 1)?), ", 0, "\)\.concat\()?arr\.join\(","\), "\)"\)\)\(d\)/g;
      const contents = readFileSync(path, 'utf8').replace(made, (_whole, method, at) => {
        const before = at === undefined ? '' : `${at}, 0, `;
        return `d.${method}(${before}...arr.map((text) => JSON.parse(text)))`;
      });
      if (contents.includes('new Function(')) throw new Error('The grid makes code in a way that is not known here.');
      return { contents, loader: 'js' };
    });
  },
};
