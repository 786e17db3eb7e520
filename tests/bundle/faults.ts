import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  calledFromHtml,
  declaredEntryPoints,
  forbiddenGlobals,
  globalsAfterLoad,
  namesGivenToGoogle,
  topLevelFunctions,
} from './inspect';

/**
 * Bytes. Google names no limit; what a larger bundle costs is that it is parsed at each tick, about 0.1 ms for each KB. A
 * quarter of this one are the numbering plans of the world and the library that reads them.
 */
export const BUDGET = { code: 500_000, html: 150_000 };

/** What would go wrong at Google with this bundle, in sentences; none for a sound one. */
export function faultsOfCode(code: string, mainSource: string): string[] {
  const declared = declaredEntryPoints(mainSource).sort();
  const parsed = attempt(() => topLevelFunctions(code));
  const loaded = attempt(() => globalsAfterLoad(code));
  return [
    ...(parsed.error
      ? [`Code.js is not ES2019: ${parsed.error}`]
      : differences('declared at the top of Code.js', declared, parsed.value)),
    ...(loaded.error
      ? [`Code.js fails while it loads: ${loaded.error}`]
      : differences('global after loading', declared, loaded.value)),
    ...forbiddenGlobals(code).map((name) => `Code.js names ${name}, which Apps Script does not have.`),
    ...unknown('Code.js', namesGivenToGoogle(code), declared),
    ...(Buffer.byteLength(code) > BUDGET.code
      ? [`Code.js has ${Buffer.byteLength(code)} bytes of ${BUDGET.code}.`]
      : []),
  ];
}

/** The same for one HTML file. */
export function faultsOfHtml(name: string, html: string, mainSource: string): string[] {
  const size = Buffer.byteLength(html);
  return [
    ...unknown(name, calledFromHtml(html), declaredEntryPoints(mainSource)),
    ...(/(?:src|href)\s*=\s*["']?http:/i.test(html) ? [`${name} loads something over plain http.`] : []),
    ...(size > BUDGET.html ? [`${name} has ${size} bytes of ${BUDGET.html}.`] : []),
  ];
}

/** Faults of the bundle in `dist`, built from the project in `root`. */
export function faultsOfDist(root: string, dist = join(root, 'dist')): string[] {
  if (!existsSync(join(dist, 'Code.js'))) return ['dist/Code.js is missing: run `npm run build`.'];
  const mainSource = readFileSync(join(root, 'src', 'main.ts'), 'utf8');
  const pages = readdirSync(dist).filter((name) => name.endsWith('.html'));
  return [
    ...faultsOfCode(readFileSync(join(dist, 'Code.js'), 'utf8'), mainSource),
    ...pages.flatMap((name) => faultsOfHtml(name, readFileSync(join(dist, name), 'utf8'), mainSource)),
  ];
}

function differences(where: string, declared: string[], found: string[]): string[] {
  const lost = declared.filter((name) => !found.includes(name)).map((name) => `${name} is not ${where}.`);
  const extra = found
    .filter((name) => !declared.includes(name))
    .map((name) => `${name} is ${where}, but not exported.`);
  return [...lost, ...extra];
}

function unknown(where: string, names: string[], declared: string[]): string[] {
  return [...new Set(names)]
    .filter((name) => !declared.includes(name))
    .map((name) => `${where} calls ${name}, which is no entry point.`);
}

function attempt(work: () => string[]): { value: string[]; error?: string } {
  try {
    return { value: work() };
  } catch (error) {
    return { value: [], error: String((error as Error).message) };
  }
}
