/**
 * The surface of the host: what the command line, the page, the tests and the benches are given. Only JSON crosses the
 * border between the script's realm and ours.
 */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A service call that is about to be made: the place where faults and people's acts are put in. */
export interface CallPoint {
  /** 0-based, counted over this execution. */
  index: number;
  /** `Range.setValues` */
  method: string;
  /** The call continues a batch of writes that is not committed yet: a person's act made now lands after the batch. */
  batch: boolean;
}

/**
 * What {@link HostOptions.intercept} may answer: go on, fail with Google's words, or be killed as at the 6-minute limit (no `catch` sees it).
 * `kept`: how many writes of the batch not yet committed reach the workbook (any prefix may); all of them where it is not given.
 */
export type Intercept = undefined | { fail: string; kept?: number } | 'kill' | { kill: true; kept?: number };

export interface Mail {
  to: string;
  cc?: string;
  bcc?: string;
  subject: string;
  body: string;
  htmlBody?: string;
  name?: string;
  replyTo?: string;
  /** Epoch milliseconds on the host's clock. */
  at: number;
}

export interface HttpRequest {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: string;
}

export interface HttpResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** A menu as the page draws it. */
export interface MenuItem {
  caption: string;
  /** Function to run; `''` for a separator or a submenu. */
  functionName: string;
  items?: MenuItem[];
}

/** What the script asks of the person in front of the sheet. `alert` and `prompt` suspend the script until answered. */
export interface UiPort {
  menu(title: string, items: MenuItem[]): void;
  /** Answers the button's name, as `Ui.Button`. */
  alert(title: string, message: string, buttons: string): string;
  prompt(title: string, message: string, buttons: string): { button: string; text: string };
  toast(message: string, title: string, seconds: number): void;
  sidebar(title: string, html: string): void;
  dialog(title: string, html: string, width: number, height: number, modal: boolean): void;
  /** The active sheet, cell or selection was set by the script. */
  activate(sheetName: string, a1: string): void;
}

/** How an execution was started: decides what `getUi` and the event object are, and which clock budget is charged. */
export type StartedBy = 'menu' | 'panel' | 'trigger' | 'simple' | 'editor' | 'cli';

export interface RunOptions {
  args?: Json[];
  startedBy?: StartedBy;
  /** Who is at the keyboard (`''`: nobody, as in a trigger of another account). */
  activeUser?: string;
  /** Whose rights and quotas are used. */
  effectiveUser?: string;
}

/** What one execution cost. Times are milliseconds. */
export interface Cost {
  /** Service calls that cross to Google's servers. Handles (`getRange`, `getSheetByName`…) are counted in `handles`. */
  calls: number;
  handles: number;
  cellsRead: number;
  cellsWritten: number;
  /** Time on the modelled clock, real CPU time included (the clock that the script sees moves without it, so that a run repeats). */
  modelledMs: number;
  cpuMs: number;
  byMethod: Record<string, number>;
}

export interface RunResult extends Cost {
  ok: boolean;
  value: Json;
  error?: { name: string; message: string; stack: string };
  /** Lines of Logger and console, in order. */
  log: string[];
}
