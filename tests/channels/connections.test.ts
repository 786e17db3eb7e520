import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = join(__dirname, '../..');
const lib = (name: string) => JSON.stringify(pathToFileURL(join(ROOT, 'scripts/lib', name)).href);

interface Built {
  code: string;
  /** Permissions, by the end of their address. */
  scopes: string[];
}

/** The bundle and the permissions with each of these sets of connections. */
function built(sets: string[][]): Built[] {
  const folder = mkdtempSync(join(ROOT, 'build', 'connections-'));
  const script = `
    const { bundleServer } = await import(${lib('server-bundle.mjs')});
    const { manifestFor } = await import(${lib('connections.mjs')});
    for (const connections of ${JSON.stringify(sets)}) {
      const outDir = ${JSON.stringify(folder)} + '/' + connections.join('+');
      await bundleServer({ root: process.cwd(), entry: 'src/main.ts', outDir, connections, minimize: false });
      console.log(JSON.stringify(manifestFor(connections, ${readFileSync(join(ROOT, 'appsscript.json'), 'utf8')})));
    }`;
  try {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    const manifests = stdout.trim().split('\n');
    return sets.map((connections, index) => ({
      code: readFileSync(join(folder, connections.join('+'), 'Code.js'), 'utf8'),
      scopes: JSON.parse(manifests[index]).oauthScopes.map((one: string) => one.split('/').at(-1)),
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('connections are chosen when the bundle is built', () => {
  const [none, chat] = built([[], ['chat']]);

  it('what is off is not in the bundle, and asks for no permission', () => {
    const { code, scopes } = none;
    expect(code).not.toMatch(/MailApp|UrlFetchApp|api\.telegram\.org|spaces\\?\//);
    expect(scopes.filter((scope) => /send_mail|external_request/.test(scope))).toEqual([]);
  });

  it('each brings its own and no more', () => {
    const { code, scopes } = chat;
    expect(code).toMatch(/UrlFetchApp/);
    expect(code).not.toMatch(/MailApp|api\.telegram\.org/);
    expect(scopes).toContain('script.external_request');
    expect(scopes).not.toContain('script.send_mail');
  });
});
