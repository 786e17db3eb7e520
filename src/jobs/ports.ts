import type { WorkbookPort } from '../workbook/port';

/** Small texts kept with the document, shared by all its users. */
export interface PropertyStore {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  /** Several at once, in one call. */
  setAll(values: Record<string, string>): void;
}

/** Time-driven triggers of the person who runs the script; those of others cannot be seen. */
export interface Triggers {
  /** Ids of one's own triggers that call `handler`. */
  own(handler: string): string[];
  /** Installs a trigger that calls `handler` each minute, and gives its id. */
  createEachMinute(handler: string): string;
  remove(id: string): void;
}

/** A message to one person. */
export interface MailMessage {
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** Mail in the name of whoever runs the script. */
export interface Mail {
  /** Recipients left today. */
  quota(): number;
  send(message: MailMessage): void;
}

/** A request over https, JSON both ways; answers of any status come back, only a failed connection is thrown. */
export type Fetch = (request: {
  url: string;
  method: 'get' | 'post';
  /** Sent as JSON. */
  body?: unknown;
}) => { status: number; text: string };

/** Everything that a job may ask of the outside; `google/` answers it. */
export interface Services {
  workbook: WorkbookPort;
  properties: PropertyStore;
  triggers: Triggers;
  /** Epoch milliseconds. */
  now(): number;
  /** Address of the person who runs the script, `''` when Google does not tell. */
  user(): string;
  /**
   * Runs `work` while nobody else's script may; undefined when another holds the document for longer than `patience`
   * milliseconds.
   * @param isLast nothing worth mentioning comes after it: the document is given back as the run ends, which is no call of
   * its own
   */
  exclusively<T>(patience: number, work: () => T, isLast?: boolean): T | undefined;
  /**
   * Runs `work` unless another tick is at work; undefined then. Not the lock of the document, since messages go out under
   * it; a run that is killed gives it back.
   */
  alone<T>(work: () => T): T | undefined;
  /** What only the person who runs the script may read: tokens and addresses that let anybody write. */
  secrets: PropertyStore;
  /** Address of the workbook, for links. */
  address(): string;
  /** A note on the screen of whoever has the workbook open, if Google shows one. */
  toast(text: string): void;
  /** Absent when the bundle was built without the connection. */
  mail?: Mail;
  fetch?: Fetch;
}
