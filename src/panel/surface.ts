import type { Health } from '../jobs/health';

/** A follow-up as a line of the panel shows it. */
export interface PanelItem {
  id: string;
  name: string;
  status: string;
  kind: string;
  reference: string;
  phone: string;
  email: string;
  owner: string;
  /** Epoch milliseconds; null when none is set. */
  deadline: number | null;
  amount: number | null;
  currency: string;
  why: string;
}

/** What the panel shows when it is opened. */
export interface PanelView {
  /** The server's clock, epoch milliseconds: the panel counts down from it. */
  now: number;
  counts: { overdue: number; today: number; later: number; done: number; needsFixing: number; people: number };
  /** Open follow-ups by deadline, the first {@link PANEL_ITEMS}. */
  due: PanelItem[];
  health: Health;
  setUp: boolean;
}

/** Lines sent at once. */
export const PANEL_ITEMS = 50;

/** What the panel may ask, and what it is told. A rename breaks the build on both sides. */
export interface PanelCalls {
  view: { args: Record<string, never>; data: PanelView };
  sync: { args: Record<string, never>; data: PanelView };
  /** Selects the row of a follow-up in the sheet. */
  goTo: { args: { id: string }; data: { row: number } };
}

export type PanelCall = keyof PanelCalls;

export type Envelope<T> = { ok: true; data: T } | { ok: false; code: string; message: string };
