import type { RunResult } from '../types';
import type { ExecutionView, News } from './protocol';

const KEPT = 200;

/** The last executions, for the page's drawer. */
export class ExecutionLog {
  readonly list: ExecutionView[] = [];
  private last = 0;

  constructor(private readonly tell: (news: News) => void) {}

  record(functionName: string, startedBy: string, at: number, result: RunResult): void {
    const { ok, error, log } = result;
    const execution = {
      id: ++this.last,
      functionName,
      startedBy,
      at,
      ok,
      error: error?.message,
      log,
      ...costOf(result),
    };
    this.list.push(execution);
    if (this.list.length > KEPT) this.list.shift();
    this.tell({ kind: 'execution', execution });
  }
}

/** The figures of a run that the page and the terminal show. */
export function costOf({ calls, handles, cellsRead, cellsWritten, modelledMs, cpuMs }: RunResult) {
  return { calls, handles, cellsRead, cellsWritten, modelledMs, cpuMs };
}
