import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HostError } from './error';
import type { ScriptProject } from './run/host';

/**
 * A script project as it would be pushed: `Code.js`, the HTML files by name, and the manifest.
 * @throws HostError `not-built` when the folder has no bundle
 */
export function readProject(folder: string): ScriptProject & { html: Record<string, string> } {
  const code = join(folder, 'Code.js');
  if (!existsSync(code)) throw new HostError('not-built', 'The bundle has not been built yet: run "npm run build".');
  const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));
  return {
    code: readFileSync(code, 'utf8'),
    html: Object.fromEntries(
      pages.map((name) => [name.slice(0, -'.html'.length), readFileSync(join(folder, name), 'utf8')]),
    ),
    manifest: JSON.parse(readFileSync(join(folder, 'appsscript.json'), 'utf8')),
  };
}
