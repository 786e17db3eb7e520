import type { Answer, FrameView, News, Reply, Request } from './protocol';

/** What a session is opened on. Plain data: it crosses into a worker. */
export interface SessionOptions {
  /** The workbook file; saved in place. */
  file: string;
  script: { code: string; html: Record<string, string>; manifest: { timeZone?: string } };
  /** Epoch milliseconds at which the host's clock is set. */
  now?: number;
  /** Where `now` is left out: the clock goes on where it stood, but not before this; the real time where that is left out too. */
  earliest?: number;
  /** E-mail of the person at the keyboard. */
  user: string;
}

export interface FrameContent {
  html: string;
  /** What `google.script.run` offers there. */
  functions: string[];
}

export type ToWorker = { kind: 'request'; id: number; request: Request } | { kind: 'answer'; answer: Answer };

export type FromWorker =
  | { kind: 'reply'; id: number; reply: Reply }
  | { kind: 'news'; news: News }
  | { kind: 'frame'; as: 'panel' | 'dialog'; frame: Omit<FrameView, 'url'>; content: FrameContent };
