import type { ActArgs, ActKind, PanelCalls, PanelItem, PanelOp, PanelResult } from '../src/panel/surface';
import type { App, Press } from './app';
import { spellDay, spellMoment } from './format';
import { Outbox } from './outbox';
import { predict } from './predict';
import { place } from './state';
import { plural, said, spellDeed, type TextKey, t, word } from './texts';

/** An act that can be taken back: its ops, each with its follow-up as it stood. */
interface Step {
  parts: { op: string; before: PanelItem }[];
}

/** An act that was not answered yet. */
interface Sent {
  before: PanelItem;
  kind: ActKind;
  args: ActArgs;
  said: string;
}

/** An act that was refused, and the step it was part of. */
interface Failure {
  result: Extract<PanelResult, { ok: false }>;
  sent: Sent | undefined;
  step: Step | undefined;
}

const LIST_LOW = 8;

/** Acts after which the next follow-up is in hand. */
const FINISHING: ActKind[] = ['contacted', 'tried', 'call', 'snooze', 'reschedule', 'won', 'lost'];

/** What is done in the panel: at once here, then in the sheet; rolled back with a reason where the sheet refuses it. */
export class Doing {
  readonly outbox: Outbox;
  private readonly steps: Step[] = [];
  private readonly sent = new Map<string, Sent>();
  private ops = 0;
  private readonly session = Math.random().toString(36).slice(2, 8) + Date.now().toString(36);
  /** How the panel has seen each follow-up last, also those that have left the list. */
  private readonly latest = new Map<string, PanelItem>();
  /** The follow-ups that an undo which was not answered yet gives back. */
  private readonly givenBack = new Map<string, readonly string[]>();

  constructor(private readonly app: App) {
    this.outbox = new Outbox(this.session, {
      token: () => app.state.token,
      answered: (data) => this.answered(data),
      refused: (ops, reason) => this.refused(ops, reason),
      waiting: (error) => app.trouble(error),
      changed: () => app.draw(),
    });
  }

  /** Everything that the panel has seen, as it saw it last. */
  get known(): Iterable<PanelItem> {
    return this.latest.values();
  }

  /** Whether something that was done to a follow-up is still on its way: until then it is shown as the panel knows it. */
  holds(id: string): boolean {
    return this.outbox.all.some((op) => op.id === id || this.givenBack.get(op.op)?.includes(id));
  }

  /** Takes note of follow-ups as the sheet has them now; answers them as they are to be shown. */
  see(items: readonly PanelItem[]): PanelItem[] {
    return items.map((item) => {
      const held = this.holds(item.id) ? this.latest.get(item.id) : undefined;
      if (!held) this.latest.set(item.id, item);
      return held ?? item;
    });
  }

  /** What waits to be sent, in words. */
  get waiting(): string[] {
    return this.outbox.all.map(({ op, kind }) => this.sent.get(op)?.said ?? spellKind(kind));
  }

  /** Shows a follow-up as it stands now. */
  replace(item: PanelItem, isCounted = true): void {
    const { app } = this;
    place(app.state, item, isCounted ? this.latest.get(item.id) : undefined, app.now);
    this.latest.set(item.id, item);
  }

  act(kind: ActKind, args: ActArgs, targets: readonly PanelItem[]): void {
    const { app } = this;
    const { start } = app.state;
    if (!start || targets.length === 0) return;
    const ops = targets.map((item): PanelOp => {
      return { op: this.nextOp(), kind, id: item.id, rev: item.rev, at: Math.round(app.now), args };
    });
    const who = this.called(targets);
    this.steps.push({ parts: ops.map(({ op }, index) => ({ op, before: targets[index] })) });
    const order = app.state.items.map(({ id }) => id);
    for (const [index, item] of targets.entries()) {
      this.latest.set(item.id, item);
      this.sent.set(ops[index].op, { before: item, kind, args, said: spell(kind, args, app.called([item]), app.now) });
      this.replace(predict(item, kind, args, start, app.now));
    }
    if (FINISHING.includes(kind)) this.goOn(order, targets);
    if (kind !== 'note' && kind !== 'edit') app.state.picked.clear();
    this.sayDone(spell(kind, args, who, app.now));
    this.outbox.add(ops);
  }

  private sayDone(text: string): void {
    this.app.say(text, [{ label: t('undo'), key: 'u', press: () => void this.undo() }]);
  }

  /** The next of the list comes into hand: in the list, or in the record's place. */
  private goOn(order: readonly string[], targets: readonly PanelItem[]): void {
    const { state } = this.app;
    if (state.hits) return;
    const done = new Set(targets.map(({ id }) => id));
    const at = order.indexOf(targets[0].id);
    if (at < 0) return;
    const shown = new Set(state.items.map(({ id }) => id));
    const others = [...order.slice(at), ...order.slice(0, at).reverse()];
    const next = others.find((id) => !done.has(id) && shown.has(id)) ?? state.items[0]?.id ?? '';
    if (state.view !== 'record') state.current = next;
    else if (next !== '') void this.app.openRecord(next);
    else state.view = 'queue';
  }

  private nextOp(): string {
    return `${this.session}-${++this.ops}`;
  }

  private called(items: readonly PanelItem[]): string {
    return this.app.called(items);
  }

  /** Takes the last act back; again, the one before. What was done before this panel was opened comes from the history. */
  async undo(): Promise<void> {
    const { app } = this;
    const step = this.steps.pop();
    if (step) return this.takeBack(step);
    const deeds = await app.ask('deeds', {});
    const name = app.state.start?.me.name ?? '';
    const deed = deeds?.find(({ undone, who }) => !undone && (name === '' || who === name));
    if (deed) this.undoOps([deed.op], spellDeed(deed.what));
    else if (deeds) app.say(t('nothingToUndo'));
  }

  private takeBack({ parts }: Step): void {
    const { app } = this;
    const ops = parts.map(({ op }) => op);
    const before = parts.map((part) => part.before);
    const dropped = this.outbox.drop(ops);
    for (const op of dropped) this.sent.delete(op);
    for (const item of before) this.replace(item);
    if (app.state.view === 'queue') app.state.current = before[0].id;
    const rest = ops.filter((op) => !dropped.includes(op));
    const ids = before.map(({ id }) => id);
    const who = this.called(before);
    if (rest.length > 0) this.undoOps(rest, who, ids);
    else app.say(t('did_undo', { who }));
    app.draw();
  }

  undoOps(ops: string[], who: string, ids: readonly string[] = []): void {
    const { app } = this;
    const op = this.nextOp();
    this.givenBack.set(op, ids);
    app.say(t('did_undo', { who }));
    const args = { ops: [...ops].reverse() };
    this.outbox.add([{ op, kind: 'undo', id: '', rev: '', at: Math.round(app.now), args }]);
  }

  private answered({ now, token, results }: PanelCalls['act']['data']): void {
    const { app } = this;
    const { state } = app;
    Object.assign(state, { token, offset: now - Date.now() });
    app.reached();
    const failures: Failure[] = [];
    let isOther = false;
    for (const result of results) {
      const sent = this.sent.get(result.op);
      this.sent.delete(result.op);
      this.givenBack.delete(result.op);
      // Rows that are not in hand here may have been given back by an undo, or corrected too.
      if (!sent || sent.args.others) isOther = true;
      if (result.item && !this.holds(result.item.id)) this.replace(result.item);
      if (result.ok) continue;
      if (result.code === 'row-gone' || result.code === 'archived') isOther = true;
      if (sent && result.code === 'row-gone') this.lose(sent.before.id);
      else if (sent && !result.item) this.replace(sent.before);
      failures.push({ result, sent, step: this.forget(result.op) });
    }
    this.report(failures, results.length);
    if (isOther || (state.items.length < LIST_LOW && state.total > state.items.length)) void app.lists.load();
    if (state.view === 'record' && this.outbox.size === 0) void app.openRecord(state.current);
    app.draw();
  }

  /** What is no longer in the sheet leaves the panel, too. */
  private lose(id: string): void {
    const { state } = this.app;
    this.latest.delete(id);
    state.items = state.items.filter((item) => item.id !== id);
    if (state.hits) state.hits.items = state.hits.items.filter(({ item }) => item.id !== id);
    if (state.view === 'record' && state.current === id) state.view = 'queue';
  }

  /** The step that an act which was not done belonged to; what of it was done can still be taken back. */
  private forget(op: string): Step | undefined {
    const step = this.steps.find(({ parts }) => parts.some((part) => part.op === op));
    if (!step) return undefined;
    step.parts = step.parts.filter((part) => part.op !== op);
    if (step.parts.length === 0) this.steps.splice(this.steps.indexOf(step), 1);
    return step;
  }

  /**
   * What was not done stays in sight until it is closed: each with why, and the way on. A row that was changed by somebody
   * else shows both values where it is the only one; of several, all can be done again at once.
   */
  private report(failures: readonly Failure[], all: number): void {
    const { app } = this;
    const [first] = failures;
    if (!first) return;
    const stale = failures.filter(({ sent, result }) => sent && result.theirs.length > 0 && result.item);
    const lines = failures.map((one) => this.reasonOf(one));
    if (failures.length === 1 && stale.length === 1) this.conflict(first);
    else if (all === 1) app.alert({ text: t('failedOne', { reason: lines[0] }) });
    else app.alert({ text: plural('failed', failures.length, { all }), lines, buttons: this.waysOn(stale) });
    const left = first.step?.parts.map(({ before }) => before) ?? [];
    if (first.sent && left.length > 0)
      this.sayDone(spell(first.sent.kind, first.sent.args, this.called(left), app.now));
  }

  private waysOn(stale: readonly Failure[]): Press[] {
    if (stale.length === 0) return [];
    return [
      { label: plural('doAgain', stale.length), press: () => this.again(stale) },
      { label: t('keepTheirs'), press: () => {} },
    ];
  }

  private reasonOf({ result, sent }: Failure): string {
    const item = sent?.before ?? result.item;
    const kept = result.theirs.map(({ field, theirs }) => `${word('column', field)}: “${theirs || '–'}”`).join(', ');
    const reason = [said(result.message), kept].filter(Boolean).join(' ');
    return item ? `${this.called([item])}: ${reason}` : reason;
  }

  /** What was refused since the row had changed is done on the row as it stands now. */
  private again(failures: readonly Failure[]): void {
    const [first] = failures;
    if (!first?.sent) return;
    const { kind, args } = first.sent;
    const items = failures.flatMap(({ result }) =>
      result.item ? [this.latest.get(result.item.id) ?? result.item] : [],
    );
    this.act(kind, args, items);
  }

  /** The row was changed by somebody else: both values are shown, and a person decides. */
  private conflict(failure: Failure): void {
    const { item, theirs } = failure.result;
    if (!item) return;
    this.app.alert({
      text: t('conflict', { who: this.called([item]) }),
      differences: theirs,
      buttons: [
        { label: t('useMine'), press: () => this.again([failure]) },
        { label: t('keepTheirs'), press: () => {} },
      ],
    });
  }

  private refused(ops: readonly PanelOp[], reason: string): void {
    const lines = ops.map(({ op, kind }) => this.sent.get(op)?.said ?? spellKind(kind));
    for (const { op } of ops) {
      const sent = this.sent.get(op);
      this.sent.delete(op);
      this.forget(op);
      if (sent) this.replace(sent.before);
    }
    this.app.alert({ text: t('failedOne', { reason }), lines });
  }
}

/** An act in words, for the toast and for what waits. */
function spell(kind: ActKind, args: ActArgs, who: string, now: number): string {
  const day = args.nextDate ? spellDay(args.nextDate) : (args.status ?? args.owner ?? '');
  const when = args.until ? spellMoment(args.until, now) : day;
  return t(`did_${kind}`, { who, when: when || t('nobody') });
}

const spellKind = (kind: ActKind): string => t(`did_${kind}` as TextKey, { who: '…', when: '…' });
