import type { PanelCalls, PanelOp, PanelResult } from '../src/panel/surface';
import { keepActs, leftActs } from './kept';
import { CallError, call, messageOf } from './rpc';

/** Keys pressed within this time go as one call. */
const GATHER = 150;
const AGAIN = 5000;
/** What an `act` call may hold. */
const MOST = 500;

interface Listener {
  /** Up to where the panel knows the sheet. */
  token(): string;
  /** An answer has come. */
  answered(data: PanelCalls['act']['data']): void;
  /** The whole call was refused, for good. */
  refused(ops: PanelOp[], reason: string): void;
  /** The sheet could not be reached, or is busy; it is tried again. */
  waiting(error: CallError): void;
  changed(): void;
}

/** Failures after which the acts are sent again: none of them says that an act is wrong. */
const PASSING = ['offline', 'busy', 'two-accounts'];

/** Acts on their way to the sheet, in their order: sent together, kept while offline, sent again until answered. */
export class Outbox {
  private waiting: PanelOp[] = [];
  private sent: PanelOp[] = [];
  private clock: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly session: string,
    private readonly listener: Listener,
  ) {
    addEventListener('online', () => this.hurry());
  }

  /** What was left by panels that were closed before they could send it. */
  takeOver(): void {
    const left = leftActs();
    if (left.length > 0) this.add(left);
  }

  get size(): number {
    return this.waiting.length + this.sent.length;
  }

  get all(): readonly PanelOp[] {
    return [...this.sent, ...this.waiting];
  }

  add(ops: readonly PanelOp[]): void {
    this.waiting.push(...ops);
    this.plan(GATHER);
    this.changed();
  }

  /** Takes back acts that were not sent yet; answers which. */
  drop(ops: readonly string[]): string[] {
    const dropped = this.waiting.filter(({ op }) => ops.includes(op)).map(({ op }) => op);
    this.waiting = this.waiting.filter(({ op }) => !dropped.includes(op));
    this.changed();
    return dropped;
  }

  hurry(): void {
    clearTimeout(this.clock);
    this.clock = undefined;
    void this.send();
  }

  private changed(): void {
    keepActs(this.session, this.all);
    this.listener.changed();
  }

  private plan(wait: number): void {
    this.clock ??= setTimeout(() => this.hurry(), wait);
  }

  private async send(): Promise<void> {
    if (this.sent.length > 0 || this.waiting.length === 0) return;
    this.sent = this.waiting.splice(0, MOST);
    try {
      const data = await call('act', { ops: this.sent, token: this.listener.token() });
      this.sent = [];
      this.follow(data.results);
      this.listener.answered(data);
    } catch (error) {
      const ops = this.sent;
      this.sent = [];
      if (error instanceof CallError && PASSING.includes(error.code)) {
        this.waiting.unshift(...ops);
        this.plan(AGAIN);
        this.listener.waiting(error);
      } else this.listener.refused(ops, messageOf(error));
    }
    if (this.waiting.length > 0) this.plan(GATHER);
    this.changed();
  }

  /** What was pressed after a row's change was sent is meant for the row as that change leaves it. */
  private follow(results: readonly PanelResult[]): void {
    for (const { ok, item } of results) {
      if (ok && item) for (const op of this.waiting) if (op.id === item.id && op.rev !== '') op.rev = item.rev;
    }
  }
}
