import type { CallPoint, Intercept, RunResult, ScriptProject } from '../../host';
import { doAct } from './acts';
import { faultsOf } from './check';
import type { Happening, Runner, Schedule, Step } from './schedule';
import { followUps, must, recordsOf, runQuietly, TAG, tagAll, type World, worldOf } from './world';

export interface Played {
  /** What did not hold, in words; empty when all did. */
  faults: string[];
  /** The calls of the last run of its last day. */
  calls: CallPoint[];
  acts: number;
  injected: number;
  others: number;
}

const HOUR = 3_600_000;
const WORDS = 'Service Spreadsheets timed out while accessing document';

/**
 * Plays a schedule from its beginning; the same schedule ends the same way each time.
 * @param honest makes the morning's workbook and the model's: another bundle where `script` has a planted bug
 */
export function play(schedule: Schedule, script: ScriptProject, honest = script): Played {
  const intercept = (point: CallPoint): Intercept => {
    const { index } = point;
    world.calls.push(point);
    let answer: Intercept;
    const { pending } = world;
    while (pending.length > 0 && pending[0].call <= index)
      answer = happen(world, pending.shift() as Happening) ?? answer;
    return answer;
  };
  const world = worldOf(script, honest, schedule.shape, intercept);
  let calls: CallPoint[] = [];
  const played = (faults: string[]): Played => {
    const { acts, faults: injected, others } = world;
    return { faults, calls, acts, injected, others };
  };
  try {
    for (const day of schedule.days) {
      for (const step of day) {
        world.pending = 'run' in step ? [...step.happenings] : [];
        world.calls = [];
        take(world, step);
        world.pending = [];
      }
      // The syncs that close the day make calls of their own.
      calls = [...world.calls];
      const faults = closeDay(world, honest);
      if (faults.length > 0) return played(faults);
    }
    return played([]);
  } catch (error) {
    return played([`${(error as Error).stack ?? error}`]);
  }
}

function happen(world: World, what: Happening): Intercept {
  if ('act' in what) doAct(world, what.act.act, what.act.picks);
  else if ('other' in what) {
    world.others++;
    runAs(world, what.other);
  } else {
    world.faults++;
    const kept = what.kept === undefined ? {} : { kept: what.kept };
    return what.fault === 'kill' ? { kill: true, ...kept } : { fail: WORDS, ...kept };
  }
  return undefined;
}

function take(world: World, step: Step): void {
  if ('act' in step) doAct(world, step.act, step.picks);
  else if ('minutes' in step) world.host.now += step.minutes * 60_000;
  else {
    world.host.now += 60_000;
    runAs(world, step.run);
  }
}

/** A run by whoever; it may fail, be cut off or find the document busy. */
function runAs(world: World, what: Runner): RunResult | null {
  const { host } = world;
  if (what === 'panel') return panelAct(world);
  if (what === 'tick') {
    const [trigger] = host.triggers;
    return host.run('tick', { args: [{ triggerUid: trigger?.id ?? '' }], startedBy: 'trigger' });
  }
  return host.run(what, { startedBy: 'cli', activeUser: 'second@example.com' });
}

/** Somebody writes a note in the panel: one of the follow-ups that nobody else has typed in. */
function panelAct(world: World): RunResult | null {
  const { host, ledger } = world;
  const records = recordsOf(followUps(host.book)).filter((record) => ledger.rows.get(record[TAG])?.id);
  const nth = ledger.next + world.acts + world.others;
  const record = records[nth % Math.max(1, records.length)];
  if (!record) return null;
  const row = ledger.rows.get(record[TAG]) as NonNullable<ReturnType<typeof ledger.rows.get>>;
  const before = row.cells.Reason;
  const reason = `said in the panel ${nth}`;
  const args = {
    ops: [{ op: `op-${nth}`, kind: 'edit', id: row.id, rev: '', at: host.now, args: { fields: { reason } } }],
  };
  const call = () => host.run('callPanel', { args: ['act', args], startedBy: 'panel' });
  let result = call();
  if (!isDone(result) && !isBusy(result)) {
    // As the panel does: the same act is asked for again, and is done once.
    world.pending = [];
    result = call();
  }
  const cells = ledger.rows.get(record[TAG])?.cells;
  // Where somebody typed into the same cell meanwhile, either may have come last.
  if (cells && isDone(result)) cells.Reason = cells.Reason === before ? [reason] : [...cells.Reason, reason];
  return result;
}

interface Answer {
  ok?: boolean;
  code?: string;
  data?: { results?: { ok: boolean }[] };
}

const isDone = ({ ok, value }: RunResult) => ok && (value as Answer | null)?.data?.results?.[0]?.ok === true;
const isBusy = ({ ok, value }: RunResult) => ok && (value as Answer | null)?.code === 'busy';

/** A quiet sync, then the comparison, then one that has to have nothing to do. */
function closeDay(world: World, honest: ScriptProject): string[] {
  const { host, shape, ledger } = world;
  host.now += 60_000;
  must(runQuietly(host, 'syncNow'));
  if (shape.changesOnly) {
    host.now += 27 * HOUR;
    must(runQuietly(host, 'syncNow'));
  }
  const faults = faultsOf(world, honest);
  const again = runQuietly(host, 'syncNow');
  must(again);
  const { written } = again.value as { written: { cells: number } };
  if (written.cells > 0) faults.push(`A second quiet sync wrote ${written.cells} cells.`);
  if (shape.first && ledger.rows.size === 0) tagAll(world);
  return faults;
}
