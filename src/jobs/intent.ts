import { idOf } from '../followup/ids';
import type { PropertyStore } from './ports';

/** A run that has begun to write. While its mark stands, it has not ended: it was killed, or ran out of time. */
export interface Run {
  id: string;
  /** Epoch milliseconds. */
  startedAt: number;
  /** Journal lines that it set out to write. */
  lines: number;
}

const KEY = 'run';

export function formerRun(properties: PropertyStore): Run | null {
  const text = properties.get(KEY);
  return text ? (JSON.parse(text) as Run) : null;
}

/** Leaves the mark of a run. One that was cut off is taken up under its own id, so that its journal lines are known again. */
export function beginRun(properties: PropertyStore, former: Run | null, now: number, lines: number): Run {
  const run = former
    ? { ...former, lines: Math.max(former.lines, lines) }
    : { id: idOf('run', now), startedAt: now, lines };
  properties.set(KEY, JSON.stringify(run));
  return run;
}

/** The property that says that no run is under way. */
export const NO_RUN = { [KEY]: '' };
