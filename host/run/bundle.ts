import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { HostError } from '../error';

/** The project's folder: upwards from this file (or from the bundle it is part of), else from the working directory. */
export function projectRoot(): string {
  const starts = [typeof __dirname === 'string' ? __dirname : '', process.cwd()].filter(Boolean);
  for (const start of starts)
    for (let dir = start; ; dir = dirname(dir)) {
      if (existsSync(join(dir, 'host', 'services', 'index.ts'))) return dir;
      if (dir === dirname(dir)) break;
    }
  throw new HostError('no-services', 'The folder host/services was not found: run the host from inside the project.');
}

let bundled: string | undefined;

/**
 * The services as one script text, to be evaluated inside a script's realm. Built by esbuild at first use and kept in `build/`
 * under a name made of the sources' sizes and times, so that a change is noticed and a second process does not build again.
 */
export function servicesBundle(): string {
  bundled ??= load();
  return bundled;
}

function load(): string {
  const root = projectRoot();
  const hash = createHash('sha1');
  for (const folder of ['services', 'workbook']) {
    const dir = join(root, 'host', folder);
    for (const file of readdirSync(dir).sort()) {
      const { size, mtimeMs } = statSync(join(dir, file));
      hash.update(`${folder}/${file} ${size} ${mtimeMs}\n`);
    }
  }
  const target = join(root, 'build', `services-${hash.digest('hex').slice(0, 12)}.js`);
  if (existsSync(target)) return readFileSync(target, 'utf8');
  const code = build(root);
  mkdirSync(dirname(target), { recursive: true });
  const temporary = `${target}.${process.pid}.tmp`;
  writeFileSync(temporary, code);
  renameSync(temporary, target);
  return code;
}

function build(root: string): string {
  // Resolved from the project, not from this bundle, and never itself bundled.
  const esbuild = createRequire(join(root, 'package.json'))('esbuild') as typeof import('esbuild');
  const { outputFiles } = esbuild.buildSync({
    entryPoints: [join(root, 'host', 'services', 'index.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'services',
    platform: 'neutral',
    target: 'es2022',
    keepNames: false,
    logLevel: 'silent',
  });
  return `(function () {\n${outputFiles[0].text}\nreturn services.install;\n})()`;
}
