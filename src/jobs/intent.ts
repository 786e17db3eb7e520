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

/** Lines that the panel and others may have put on top since a run was cut off. */
const MEANWHILE = 500;

/** How many of the newest lines of the journal those of a run that was cut off are among. */
export const linesSince = ({ lines }: Run): number => lines + MEANWHILE;

export function formerRun(properties: PropertyStore): Run | null {
  const text = properties.get(KEY);
  return text ? (JSON.parse(text) as Run) : null;
}

/** A run that begins now. One that was cut off is taken up under its own id, so that its journal lines are known again. */
export function runOf(former: Run | null, now: number, lines: number): Run {
  if (former) return { ...former, lines: Math.max(former.lines, lines) };
  return { id: idOf('run', now), startedAt: now, lines };
}

/** The property that marks a run as begun. */
export const markOf = (run: Run) => ({ [KEY]: JSON.stringify(run) });

/** The property that says that no run is under way. */
export const NO_RUN = { [KEY]: '' };
