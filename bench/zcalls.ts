// @ts-nocheck
import { join } from 'node:path';
import { readProject } from '../host/project';
import { projectRoot } from '../host/run/bundle';
import { play } from './simulate/play';
import { ACTS } from './simulate/acts';
import { everyCall } from './simulate/schedule';
export function main() {
  const script = readProject(join(projectRoot(), 'dist'));
  for (const names of [[], Object.keys(ACTS)]) { let n = 0; for (const s of everyCall(names, (x) => { const { calls, faults } = play(x, script); console.log(calls.length, calls.filter((c) => !c.batch).length, faults); return calls; })) n++; console.log(n); }
  return 0;
}
export const needsBundle = true;
