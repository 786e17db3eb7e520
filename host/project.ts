import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { HostError } from './error';
import type { ScriptProject } from './run/host';

/**
 * Reads an Apps Script project as clasp lays it out: `.js` and `.gs` files in the order of their names, HTML files, and
 * `appsscript.json`; a single script file is one too.
 * @throws HostError `no-script` where there is none, which for our own bundle means that it has not been built
 */
export function readProject(path: string): Required<ScriptProject> {
  if (!existsSync(path))
    throw new HostError('no-script', `There is no ${path}. Run "npm run build" if it is the bundle.`);
  if (!statSync(path).isDirectory()) return { code: readFileSync(path, 'utf8'), html: {}, manifest: {} };
  const read = (name: string): string => readFileSync(join(path, name), 'utf8');
  const names = readdirSync(path).sort();
  const scripts = names.filter((name) => /\.(js|gs)$/.test(name));
  if (scripts.length === 0) throw new HostError('no-script', `There is no script (.js or .gs) in ${path}.`);
  const pages = names.filter((name) => name.endsWith('.html'));
  return {
    code: scripts.map(read).join('\n'),
    html: Object.fromEntries(pages.map((name) => [basename(name, extname(name)), read(name)])),
    manifest: names.includes('appsscript.json') ? JSON.parse(read('appsscript.json')) : {},
  };
}
