import { CrmError } from '../errors';
import type { WorkbookPort } from './port';
import { SCHEMA_VERSION } from './tables/index';

/** Where the version of a workbook is kept. */
interface VersionStore {
  get(key: string): string | null;
  set(key: string, value: string): void;
}

const KEY = 'schema';

/** What has to be done to a workbook of version n to make it one of version n + 1. New columns need no step: *Set up* adds them. */
type Step = (workbook: WorkbookPort) => void;

/** Step i leads from version i + 1 to version i + 2. */
const STEPS: readonly Step[] = [];

/**
 * Brings an older workbook up to this version, and writes the version down after each step, so that one that is cut off
 * goes on where it stopped.
 * @throws CrmError `newer-workbook` when the workbook was made by a later version: there is no way back
 */
export function upgrade(store: VersionStore, workbook: WorkbookPort, steps: readonly Step[] = STEPS): void {
  const target = steps === STEPS ? SCHEMA_VERSION : steps.length + 1;
  const found = store.get(KEY);
  if (found === null) {
    store.set(KEY, String(target));
    return;
  }
  const version = Number(found);
  if (version > target) {
    const message = `This workbook was set up by a later version (${version}; this one knows ${target}).`;
    throw new CrmError('newer-workbook', message, 'Push the later version of the program to it again.');
  }
  for (let from = version; from < target; from++) {
    steps[from - 1](workbook);
    store.set(KEY, String(from + 1));
  }
}
