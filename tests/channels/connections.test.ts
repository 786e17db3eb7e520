import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = join(__dirname, '../..');

/** Builds with these connections into a folder of its own; its code and its permissions. */
function built(names: string[]): { code: string; scopes: string[] } {
  const folder = mkdtempSync(join(ROOT, 'build', 'connections-'));
  try {
    const script = `const { buildInto } = await import(${JSON.stringify(pathToFileURL(join(ROOT, 'scripts/build.mjs')).href)}); await buildInto(${JSON.stringify(folder)}, ${JSON.stringify(names)});`;
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: ROOT });
    if (status !== 0) throw new Error(String(stderr));
    const { oauthScopes } = JSON.parse(readFileSync(join(folder, 'appsscript.json'), 'utf8'));
    return {
      code: readFileSync(join(folder, 'Code.js'), 'utf8'),
      scopes: oauthScopes.map((one: string) => one.split('/').at(-1)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('connections are chosen when the bundle is built', () => {
  it('what is off is not in the bundle, and asks for no permission', () => {
    const { code, scopes } = built([]);
    expect(code).not.toMatch(/MailApp|UrlFetchApp|api\.telegram\.org|spaces\\?\//);
    expect(scopes.filter((scope) => /send_mail|external_request/.test(scope))).toEqual([]);
  });

  it('each brings its own and no more', () => {
    const { code, scopes } = built(['chat']);
    expect(code).toMatch(/UrlFetchApp/);
    expect(code).not.toMatch(/MailApp|api\.telegram\.org/);
    expect(scopes).toContain('script.external_request');
    expect(scopes).not.toContain('script.send_mail');
  });
});
