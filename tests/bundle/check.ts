import { faultsOfDist } from './faults';

/** Prints the faults of `dist/`; the exit code is 1 when there are any. Run from the root of the project. */
export async function main(): Promise<number> {
  const faults = faultsOfDist(process.cwd());
  for (const fault of faults) console.error(fault);
  return faults.length === 0 ? 0 : 1;
}
