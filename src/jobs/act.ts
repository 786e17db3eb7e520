import { CrmError } from '../errors';
import { type ActArgs, type ActKind, act } from '../followup/act';
import { scored } from '../followup/derive';
import { STAFF_CELLS, sealStaff } from '../followup/notice';
import { derived } from '../followup/reminder';
import { sameValue } from '../workbook/codec';
import { diffTable, type Wanted } from '../workbook/diff';
import { type ReadTable, readTable } from '../workbook/read-table';
import type { CellValue } from '../workbook/table';
import { type FollowUp, followedUp } from '../workbook/tables/followed-up';
import { activity } from '../workbook/tables/logs';
import { type Deed, deedsProperty, readDeeds } from './deeds';
import { type Entry, sealEntries, spellValue } from './journal';
import { Office } from './office';
import { Pass } from './pass';
import type { Services } from './ports';
import { revisionOf } from './revision';

/** An act as it is asked for. */
export interface Op {
  /** Names it: done twice, it is done once. */
  op: string;
  kind: ActKind;
  id: string;
  /** The row as whoever acts has seen it; `''`: however it stands. */
  rev: string;
  args: ActArgs;
}

/** What became of it. */
export type Outcome =
  | { op: string; id: string; ok: true }
  | { op: string; id: string; ok: false; code: string; message: string; theirs: Difference[] };

/** Where a row is not as it was seen: what the act would have written, and what stands there. */
export interface Difference {
  field: string;
  yours: string;
  theirs: string;
}

export interface Actor {
  name: string;
  /** Whether this person may act on what is others'. */
  all: boolean;
}

/** How long an act waits for another script, in milliseconds. */
const PATIENCE = 15_000;

type Column = keyof typeof followedUp.columns;
const COLUMNS = Object.keys(followedUp.columns) as Column[];

/**
 * Does acts on follow-ups, in their order, each on its own: one that is refused leaves the others alone. The journal is
 * written first, then the deeds, then the cells; an act that was cut off is done by its retry.
 * @throws CrmError `busy` when another script holds the document
 */
export function actOn(services: Services, ops: readonly Op[], actor: Actor): { outcomes: Outcome[]; rows: FollowUp[] } {
  const done = services.exclusively(PATIENCE, () => new Acts(services, actor).run(ops));
  if (!done) throw new CrmError('busy', 'An update is running.', 'It is tried again in a moment; nothing is lost.');
  return done;
}

class Acts {
  private readonly office: Office;
  private readonly now: number;
  private readonly read: ReadTable<FollowUp>;
  /** Rows as they stand once the acts are done. */
  private readonly rows = new Map<string, FollowUp>();
  private readonly before = new Map<string, FollowUp>();
  private worth: ReadonlyMap<string, number | null> | null = null;
  private readonly deeds: Deed[];
  private readonly fresh: Deed[] = [];
  private readonly entries: Entry[] = [];
  /** Revisions that acts of this call have made. */
  private readonly own = new Set<string>();

  constructor(
    private readonly services: Services,
    private readonly actor: Actor,
  ) {
    this.office = new Office(services);
    this.now = services.now();
    this.read = readTable(followedUp, services.workbook.read(followedUp.sheet) ?? [], this.office.zone);
    for (const { values } of this.read.rows) if (!this.rows.has(values.id)) this.rows.set(values.id, values);
    for (const [id, row] of this.rows) this.before.set(id, row);
    this.deeds = readDeeds(services.properties);
  }

  run(ops: readonly Op[]): { outcomes: Outcome[]; rows: FollowUp[] } {
    const outcomes = ops.map((op) => this.one(op));
    if (this.fresh.length > 0 || this.entries.length > 0) this.write();
    const ids = new Set([...ops.map(({ id }) => id), ...this.fresh.map(({ id }) => id)]);
    return { outcomes, rows: [...ids].flatMap((id) => this.rows.get(id) ?? []) };
  }

  private one(op: Op): Outcome {
    try {
      const former = this.deeds.find((deed) => deed.op === op.op);
      const theirs = former ? this.again(former) : op.kind === 'undo' ? this.undo(op) : this.act(op, op.kind);
      if (theirs.length === 0) return { op: op.op, id: op.id, ok: true };
      const undo = op.kind === 'undo';
      return {
        op: op.op,
        id: op.id,
        ok: false,
        code: undo ? 'changed-since' : 'stale',
        message: undo
          ? 'Taken back, but for what was changed since: that stays.'
          : 'This follow-up was changed meanwhile. Nothing was written.',
        theirs,
      };
    } catch (error) {
      if (!(error instanceof CrmError)) throw error;
      return { op: op.op, id: op.id, ok: false, code: error.code, message: error.message, theirs: [] };
    }
  }

  private rowOf(id: string): FollowUp {
    const row = this.rows.get(id);
    if (row) return row;
    throw new CrmError('row-gone', 'This follow-up is no longer in the sheet “followed-up”.', 'Load the list again.');
  }

  private act(op: Op, kind: Exclude<ActKind, 'undo'>): Difference[] {
    const row = this.rowOf(op.id);
    const own = row.owner === '' || row.owner === this.actor.name;
    if (!own && !this.actor.all && kind !== 'note') {
      const remedy = `Ask ${row.owner}, or whoever leads.`;
      throw new CrmError('not-yours', `This follow-up belongs to ${row.owner}.`, remedy);
    }
    const { cells, entries } = act(row, kind, op.args, { ...this.office.rules, now: this.now });
    const rev = revisionOf(row);
    if (op.rev !== '' && op.rev !== rev && !this.own.has(`${op.id} ${rev}`)) {
      const staff = STAFF_CELLS.filter((name) => cells[name] !== undefined && cells[name] !== row[name]);
      const differences = staff.map((name) => ({
        field: followedUp.columns[name].header,
        yours: String(cells[name]),
        theirs: row[name],
      }));
      return differences.length > 0
        ? differences
        : [{ field: followedUp.columns.state.header, yours: String(cells.state ?? ''), theirs: row.state }];
    }
    const words = entries[0] ? [entries[0].kind, entries[0].after].filter(Boolean).join(': ') : spell(kind, op.args);
    this.put(op.op, op.id, cells, words);
    for (const entry of entries)
      this.entries.push({ who: this.actor.name, subject: row.name, entity: row.id, ...entry });
    return [];
  }

  /** Takes acts back, cell by cell; what somebody has changed since stays, and is told. */
  private undo({ op, args }: Op): Difference[] {
    const kept: Difference[] = [];
    for (const name of args.ops ?? []) {
      const deed = this.deeds.find((one) => one.op === name);
      if (!deed || deed.undone) continue;
      const row = this.rowOf(deed.id);
      const cells: Record<string, CellValue> = {};
      for (const [column, [before, after]] of Object.entries(deed.cells)) {
        const { type, header, owner } = followedUp.columns[column as Column];
        if (sameValue(type, row[column as Column], after)) cells[column] = before;
        else if (owner === 'staff')
          kept.push({
            field: header,
            yours: this.spell(column as Column, before),
            theirs: this.spell(column as Column, row[column as Column]),
          });
      }
      deed.undone = true;
      this.put(`${op} ${name}`, deed.id, cells as Partial<FollowUp>, `taken back: ${deed.what}`, true);
    }
    return kept;
  }

  /** An act that was done already, or was cut off between its deed and its cells: then they are written now. */
  private again(deed: Deed): Difference[] {
    const row = this.rowOf(deed.id);
    const missing = Object.entries(deed.cells).filter(([column, [before]]) =>
      sameValue(followedUp.columns[column as Column].type, row[column as Column], before),
    );
    if (!deed.undone && missing.length > 0 && missing.length === Object.keys(deed.cells).length) {
      const cells = Object.fromEntries(missing.map(([column, [, after]]) => [column, after]));
      this.rows.set(deed.id, { ...row, ...(cells as Partial<FollowUp>) });
      this.entries.push(...this.changesOf(row, this.rowOf(deed.id), deed.what));
    }
    return [];
  }

  /** Sets cells of a row, and what follows from them. */
  private put(op: string, id: string, cells: Partial<FollowUp>, what: string, exact = false): void {
    const row = this.rowOf(id);
    const set: FollowUp = { ...row, ...cells };
    const derive = exact ? set : this.derive(set);
    const after: FollowUp = { ...derive, seen: sealStaff(id, derive) };
    const changed = COLUMNS.filter((name) => !sameValue(followedUp.columns[name].type, row[name], after[name]));
    const undoable = changed.filter((name) => name !== 'seen');
    this.rows.set(id, after);
    this.own.add(`${id} ${revisionOf(after)}`);
    this.entries.push(...this.changesOf(row, after, what));
    this.fresh.push({
      op,
      time: this.now,
      who: this.actor.name,
      what,
      id,
      cells: Object.fromEntries(undoable.map((name) => [name, [row[name] as CellValue, after[name] as CellValue]])),
      undone: exact,
    });
  }

  private derive(set: FollowUp): FollowUp {
    const { office, now } = this;
    const row = { ...set, ...derived(set, office.rules, now) };
    this.worth ??= office.worth;
    const records =
      row.personId === '' ? 1 : [...this.rows.values()].filter((one) => one.personId === row.personId).length;
    const facts = { worth: this.worth.get(row.source) ?? undefined, records };
    return { ...row, ...scored(row, facts, office.pipelines, office.settings.score, now) };
  }

  private spell(column: Column, value: unknown): string {
    return spellValue(value as CellValue, followedUp.columns[column].type, this.office.zone);
  }

  private changesOf(row: FollowUp, after: FollowUp, why: string): Entry[] {
    return STAFF_CELLS.filter((name) => row[name] !== after[name]).map((name) => ({
      who: this.actor.name,
      kind: 'changed',
      subject: row.name,
      field: followedUp.columns[name].header,
      before: row[name],
      after: after[name],
      why,
      entity: row.id,
    }));
  }

  private write(): void {
    const { services, office } = this;
    const pass = new Pass(services, office.zone, false, Number.POSITIVE_INFINITY);
    const name = this.fresh[0]?.op ?? String(this.now);
    const top = pass.readTop(activity, this.entries.length);
    const known = new Set(top.rows.map(({ values }) => values.id));
    pass.insert(
      activity,
      top,
      sealEntries(this.entries, name, this.now).filter(({ id }) => !known.has(id)),
    );
    services.properties.setAll(deedsProperty(services.properties, [...[...this.fresh].reverse(), ...this.deeds]));
    const wanted = new Map<string, Wanted<FollowUp>>();
    for (const [id, row] of this.rows) if (row !== this.before.get(id)) wanted.set(id, { system: row });
    pass.table(followedUp, this.read, diffTable(followedUp, this.read, wanted, 'stay'));
    services.workbook.flush();
  }
}

const spell = (kind: ActKind, { status, owner, nextDate, fields, text }: ActArgs): string =>
  [kind, status ?? owner ?? nextDate ?? text ?? Object.keys(fields ?? {}).join(', ')].filter(Boolean).join(': ');
