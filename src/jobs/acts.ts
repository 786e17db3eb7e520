import { CrmError } from '../errors';
import { type ActContext, type ActKind, act } from '../followup/act';
import { alsoCorrected } from '../followup/correct';
import { scored } from '../followup/derive';
import { idOfSeal, isItself, sealStaff } from '../followup/notice';
import { derived } from '../followup/reminder';
import { sameValue } from '../workbook/codec';
import { diffTable, type Wanted } from '../workbook/diff';
import type { ReadRow } from '../workbook/read-table';
import type { CellValue } from '../workbook/table';
import { type FollowUp, followedUp } from '../workbook/tables/followed-up';
import { hintsOf } from './act-hints';
import { mendStrays } from './act-mend';
import { missing, mixedUp } from './act-missing';
import { disown, takenUp, withdraw } from './act-retry';
import { type Difference, differencesOf, TOLD, takenBack } from './act-undo';
import { COLUMNS, type Column, type RowChange, writeRows } from './act-write';
import { type Deed, deedsProperty, readDeeds } from './deeds';
import { type Entry, sealEntries, spellValue } from './journal';
import { tellNews } from './news';
import { Office } from './office';
import { type Acted, type Actor, type Op, type Outcome, PARTLY, STALE, wordsOf } from './op';
import { Pass } from './pass';
import type { Services } from './ports';
import { type QueueRow, queueRowOf } from './queue';
import { type Found, findFollowUps } from './read-queue';
import { readRev, revisionOf } from './revision';
import { typedEntries } from './sync-entries';
import { letWait, writeLines } from './waiting-lines';

/** Some acts on the rows that they are about; the document is held meanwhile. */
export class Acts {
  private readonly office: Office;
  private readonly now: number;
  private readonly read: Found;
  /** Rows as they stand once the acts are done. */
  private readonly rows = new Map<string, FollowUp>();
  private readonly before = new Map<string, ReadRow<FollowUp>>();
  private deeds: Deed[];
  private readonly fresh: Deed[] = [];
  private readonly entries: Entry[] = [];
  /** Revisions that acts of this call have made. */
  private readonly own = new Set<string>();
  /** Ids that stand in rows which are others'. */
  private readonly foreign = new Set<string>();
  /** These rows, by the id of their seal. */
  private readonly sealed = new Map<string, FollowUp>();
  /** An act that was cut off is gone on with. */
  private isTakenUp = false;
  /** Follow-ups that are not as the queue has them, or gone. */
  private readonly odd = new Set<string>();

  constructor(
    private readonly services: Services,
    private readonly ops: readonly Op[],
    private readonly actor: Actor,
  ) {
    this.office = new Office(services, 'kept');
    this.now = services.now();
    this.deeds = readDeeds(services.properties);
    this.read = findFollowUps(services, this.office.zone, hintsOf(services, ops, this.deeds));
    for (const row of this.read.rows) {
      const { values } = row;
      if (!isItself(values)) {
        this.foreign.add(values.id);
        this.sealed.set(idOfSeal(values.seen), values);
        continue;
      }
      if (this.rows.has(values.id)) continue;
      this.rows.set(values.id, values);
      this.before.set(values.id, row);
    }
  }

  run(): Acted {
    const outcomes = this.ops.map((op) => this.one(op));
    const isTouched = [...this.before].some(([id, { values }]) => values !== this.rows.get(id));
    if (isTouched || this.fresh.length > 0 || this.entries.length > 0) this.write();
    else this.services.properties.setAll(this.news([]));
    const ids = new Set([...this.ops.map(({ id }) => id), ...this.fresh.map(({ id }) => id)]);
    return { outcomes, rows: [...ids].flatMap((id) => this.queued(id) ?? []) };
  }

  /** What the queue has to know: the rows that changed, and those that are not as it has them. */
  private news(changes: readonly RowChange[]): Record<string, string> {
    const rows = [...changes.map(({ after }) => after.id), ...this.odd].flatMap((id) => this.queued(id) ?? []);
    return tellNews(this.services, { rows, gone: [...this.odd].filter((id) => !this.rows.has(id)) });
  }

  /** A row as the queue knows it, once the acts are done. */
  private queued(id: string): QueueRow | null {
    const [row, place] = [this.rows.get(id), this.before.get(id)];
    return row && place ? queueRowOf(row, place.at) : null;
  }

  private one(op: Op): Outcome {
    try {
      if (this.takeUp(op)) return { op: op.op, id: op.id, ok: true };
      const theirs = op.kind === 'undo' ? this.undo(op) : this.act(op, op.kind);
      if (theirs.length === 0) return { op: op.op, id: op.id, ok: true };
      return { op: op.op, id: op.id, ok: false, ...(op.kind === 'undo' ? PARTLY : STALE), theirs };
    } catch (error) {
      if (!(error instanceof CrmError)) throw error;
      if (error.code === 'mixed-up') this.deeds = disown(this.services, this.office.zone, this.now, op.op);
      return { op: op.op, id: op.id, ok: false, code: error.code, message: error.message, theirs: [] };
    }
  }

  private standing(id: string): FollowUp | undefined {
    return this.isMixedUp(id) ? undefined : this.rows.get(id);
  }

  /** Whether which row is meant is for the next sync to find out. */
  private readonly isMixedUp = (id: string) => this.foreign.has(id) || this.sealed.has(id);

  private rowOf(id: string): FollowUp {
    const row = this.standing(id);
    if (row) return row;
    this.odd.add(id);
    throw this.isMixedUp(id) ? mixedUp() : missing(this.services, this.office.zone, id);
  }

  private act(op: Op, kind: Exclude<ActKind, 'undo'>): Difference[] {
    const row = this.rowOf(op.id);
    if (kind !== 'note') this.mustBeAllowed([row.owner], row);
    const { cells, entries } = act(row, kind, op.args, this.contextOf(row));
    const [rev, { sum: seen }] = [revisionOf(row), readRev(op.rev)];
    if (seen !== '' && seen !== rev && !this.own.has(`${op.id} ${rev}`)) {
      this.odd.add(op.id);
      return differencesOf(row, cells);
    }
    const words = entries[0] ? [entries[0].kind, entries[0].after].filter(Boolean).join(': ') : wordsOf(kind, op.args);
    this.put(op.op, op.id, cells, words);
    for (const entry of entries)
      this.entries.push({ who: this.actor.name, subject: row.name, entity: row.id, ...entry });
    for (const { id } of op.args.others ?? []) this.correctAlso(op, row, id, words);
    return [];
  }

  private contextOf({ source }: FollowUp): ActContext {
    const { rules, sources, settings } = this.office;
    const own = sources.find(({ sheet }) => sheet === source)?.country.toUpperCase();
    return { ...rules, now: this.now, country: own || settings.country };
  }

  /** Contact data of a person's other follow-up, if it is open and this actor's to change. */
  private correctAlso({ op, args }: Op, row: FollowUp, id: string, words: string): void {
    const other = this.standing(id);
    if (!other || id === row.id || !this.isAllowed([other.owner], other)) return;
    const fields = alsoCorrected(row, other, args.fields ?? {});
    if (Object.keys(fields).length === 0) return;
    this.put(op, id, act(other, 'edit', { fields }, this.contextOf(other)).cells, words);
  }

  /** @throws CrmError `not-yours` for a member of staff who is none of these, on a follow-up that is somebody's */
  private mustBeAllowed(those: readonly string[], { owner }: FollowUp): void {
    if (!this.isAllowed(those, { owner }))
      throw new CrmError('not-yours', `This follow-up belongs to ${owner}.`, `Ask ${owner}, or whoever leads.`);
  }

  private isAllowed(those: readonly string[], { owner }: Pick<FollowUp, 'owner'>): boolean {
    return this.actor.all || owner === '' || those.includes(this.actor.name);
  }

  /** Takes acts back, cell by cell; what somebody has changed since stays, and is told. */
  private undo({ op, args }: Op): Difference[] {
    const kept: Difference[] = [];
    const deeds = this.deeds.filter((deed) => (args.ops ?? []).includes(deed.op) && !deed.undone);
    for (const { id, who } of deeds) {
      const row = this.rows.get(id);
      // What somebody has done they may take back, even if it gave the follow-up to somebody else.
      if (row) this.mustBeAllowed([row.owner, who], row);
    }
    const [first] = deeds;
    if (first && !deeds.some(({ id }) => this.standing(id))) this.rowOf(first.id);
    for (const deed of deeds) {
      const row = this.standing(deed.id);
      // Of many, those that are still there are given back.
      if (!row) this.odd.add(deed.id);
      if (!row) continue;
      const { cells, kept: left } = takenBack(deed, row, (column, value) => this.spell(column, value));
      kept.push(...left);
      deed.undone = true;
      this.put(`${op} ${deed.op}`, deed.id, cells, `taken back: ${deed.what}`, true);
    }
    return kept;
  }

  /** Whether an act was done already; what was cut off between its deeds and the last of their cells is written now. */
  private takeUp(op: Op): boolean {
    // Another row may still carry its seal, where the former attempt was cut off while it put that right; and where its own
    // has lost its id meanwhile, what stands in it tells whether it was done.
    const former = takenUp(op, this.deeds, (id) => this.rows.get(id) ?? this.sealed.get(id) ?? this.rowOf(id));
    if (!former) return false;
    for (const row of former.rows) {
      if (!this.rows.has(row.id) || this.foreign.has(row.id)) throw mixedUp();
      this.rows.set(row.id, row);
      this.isTakenUp = true;
    }
    this.entries.push(...former.entries);
    return true;
  }

  /** Sets cells of a row, and what follows from them. */
  private put(op: string, id: string, cells: Partial<FollowUp>, what: string, exact = false): void {
    const row = this.rowOf(id);
    const set: FollowUp = { ...row, ...cells };
    const derive = exact ? set : this.derive(set);
    const after: FollowUp = { ...derive, seen: sealStaff(id, derive) };
    // The new seal would hide what somebody had typed in the cells before.
    this.entries.push(...typedEntries(row, row.name));
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
    const facts = { worth: office.worth.get(row.source) ?? undefined, records: this.recordsOf(row) };
    return { ...row, ...scored(row, facts, office.pipelines, office.settings.score, now) };
  }

  /** Orders and leads of a person: counted, or, where only some rows were read, by the reason of the former score. */
  private recordsOf({ personId, scoreWhy }: FollowUp): number {
    if (personId === '') return 1;
    if (!this.read.isWhole) return /\brepeat \d/.test(scoreWhy) ? 2 : 1;
    return [...this.rows.values()].filter((one) => one.personId === personId).length;
  }

  private spell(column: Column, value: unknown): string {
    return spellValue(value as CellValue, followedUp.columns[column].type, this.office.zone);
  }

  private changesOf(row: FollowUp, after: FollowUp, why: string): Entry[] {
    return TOLD.filter((name) => row[name] !== after[name]).map((name) => ({
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
    const { services, office, now } = this;
    const { properties } = services;
    const changes = [...this.rows].flatMap(([id, after]): RowChange[] => {
      const row = this.before.get(id);
      return row && row.values !== after ? [{ at: row.at, before: row.values, after }] : [];
    });
    const lines = sealEntries(this.entries, this.ops[0].op, now);
    // In a small sheet the journal is at hand; in a large one its lines wait for the next sync.
    const waiting = this.read.isWhole ? null : letWait(properties, lines);
    if (!waiting) {
      writeLines(services, office.zone, lines);
      // The deeds say that the journal knows of them: it has to, whatever happens to what is held back.
      services.workbook.flush();
    }
    properties.setAll({
      ...waiting,
      ...deedsProperty(properties, [...[...this.fresh].reverse(), ...this.deeds]),
      ...this.news(changes),
    });
    const isDone = this.read.isWhole ? this.writeTable(changes) : writeRows(services, office.zone, this.read, changes);
    if (!isDone) this.withdraw(changes);
    if (this.isTakenUp) mendStrays(services, office.zone, changes);
    // Rows that are written alone are read again at once, which sends what is held back.
    if (this.read.isWhole || !waiting) services.workbook.flush();
  }

  private writeTable(changes: readonly RowChange[]): boolean {
    const wanted = new Map(changes.map(({ after }): [string, Wanted<FollowUp>] => [after.id, { system: after }]));
    const pass = new Pass(this.services, this.office.zone, false, Number.POSITIVE_INFINITY);
    pass.table(followedUp, this.read, diffTable(followedUp, this.read, wanted, 'stay'));
    return pass.finished;
  }

  private withdraw(changes: readonly RowChange[]): never {
    const said = (lost: readonly RowChange[], why: string) =>
      lost.flatMap(({ before, after }) => this.changesOf(after, before, why));
    const { services, office, fresh, now } = this;
    withdraw({ services, office, fresh, now, changes, said, runId: `${this.ops[0].op} withdrawn` });
  }
}
