import { idOf } from '../followup/ids';
import { rowOf } from '../workbook/table';
import { type ImportLine, importLog } from '../workbook/tables/logs';
import type { Run } from './intent';
import type { SyncPlan } from './plan-sync';
import type { SourceReading } from './read-sources';

/** One line of the import log for each source: what was read, opened and refused. */
export function importLines(
  readings: readonly SourceReading[],
  plan: SyncPlan,
  about: { run: Run; startedBy: string; time: number; finished: boolean },
): ImportLine[] {
  const sourceOf = new Map(plan.cases.map((one) => [one.id, one.item.source.sheet]));
  const countBySource = (ids: Iterable<string>) => {
    const counts = new Map<string, number>();
    for (const id of ids) {
      const sheet = sourceOf.get(id) ?? '';
      counts.set(sheet, (counts.get(sheet) ?? 0) + 1);
    }
    return counts;
  };
  const opened = countBySource(plan.followUps.inserts.map(({ id }) => id));
  const updated = countBySource(new Set(plan.followUps.edits.map(({ id }) => id)));
  return readings.map(({ source, reading, rows, cases }) =>
    rowOf(importLog, {
      time: about.time,
      source: source.sheet,
      status: reading === null ? 'failed' : about.finished ? 'completed' : 'unfinished',
      rows,
      records: cases.length,
      opened: opened.get(source.sheet) ?? 0,
      updated: updated.get(source.sheet) ?? 0,
      repeats: cases.reduce((sum, item) => sum + item.repeats, 0),
      complaints: reading?.complaints.filter(({ severity }) => severity !== 'note').length ?? 0,
      details: reading === null ? `There is no sheet “${source.sheet}”.` : reading.remarks.join(' '),
      by: about.startedBy,
      id: idOf('I', about.run.id, source.sheet, about.time),
    }),
  );
}
