import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import type { MenuItem, UiPort } from '../types';
import { parseA1 } from '../workbook/a1';
import type { Workbook } from '../workbook/workbook';
import { newToken } from './guard';
import type { Answer, QuestionView } from './protocol';
import type { FrameContent, FromWorker, ToWorker } from './session-messages';
import { sheetKey } from './view';

/** The worker's end of what the page sends: it can be read in the middle of a running script, and slept on. */
export class Inbox {
  constructor(
    readonly port: MessagePort,
    private readonly signal: Int32Array,
  ) {}

  /** The next message that waits, if any. */
  take(): ToWorker | undefined {
    return (receiveMessageOnPort(this.port) as { message: ToWorker } | undefined)?.message;
  }

  /** How many messages were sent so far: to be read before {@link take} finds nothing, and given to {@link sleep}. */
  seen(): number {
    return Atomics.load(this.signal, 0);
  }

  /** Sleeps until a message was sent after {@link seen}. */
  sleep(seen: number): void {
    Atomics.wait(this.signal, 0, seen);
  }
}

/** What stands open before the person. */
export interface Screen {
  panel?: { id: string; title: string };
  question?: QuestionView;
}

/** Shows what the script asks of the person on the page. `alert` and `prompt` put the worker to sleep until they are answered. */
export class PersonPort implements UiPort {
  readonly screen: Screen = {};
  /** Nobody is there: questions are answered `OK`, or `YES`, at once. */
  unattended = false;
  private questions = 0;

  constructor(
    private readonly book: Workbook,
    private readonly functions: string[],
    private readonly out: (message: FromWorker) => void,
    private readonly ask: (id: number) => Answer,
    private readonly menusChanged: () => void,
  ) {}

  menu(_title: string, _items: MenuItem[]): void {
    this.menusChanged();
  }

  alert(title: string, message: string, buttons: string): string {
    return this.question('alert', title, message, buttons).button;
  }

  prompt(title: string, message: string, buttons: string): { button: string; text: string } {
    const { button, text } = this.question('prompt', title, message, buttons);
    return { button, text };
  }

  toast(message: string, title: string, seconds: number): void {
    this.out({ kind: 'news', news: { kind: 'toast', message, title, seconds } });
  }

  sidebar(title: string, html: string): void {
    const frame = { id: newToken(), title };
    this.screen.panel = frame;
    this.out({ kind: 'frame', as: 'panel', frame, content: this.content(html) });
  }

  dialog(title: string, html: string, width: number, height: number, modal: boolean): void {
    const frame = { id: newToken(), title, width: width || undefined, height: height || undefined, modal };
    this.out({ kind: 'frame', as: 'dialog', frame, content: this.content(html) });
  }

  activate(sheetName: string, a1: string): void {
    const sheet = this.book.sheetByName(sheetName);
    const rect = sheet && parseA1(a1, sheet.maxRows, sheet.maxColumns);
    if (!sheet || !rect) return;
    const place = { row: rect.row - 1, column: rect.column - 1 };
    this.out({ kind: 'news', news: { kind: 'activate', sheet: sheetKey(sheet), ...place } });
  }

  private content(html: string): FrameContent {
    return { html, functions: this.functions };
  }

  private question(kind: QuestionView['kind'], title: string, message: string, buttons: string): Answer {
    const names = buttons.split('_');
    if (this.unattended) return { id: 0, button: names[0], text: '' };
    const question: QuestionView = { id: ++this.questions, kind, title, message, buttons: names };
    this.screen.question = question;
    this.out({ kind: 'news', news: { kind: 'question', question } });
    const answer = this.ask(question.id);
    this.screen.question = undefined;
    this.out({ kind: 'news', news: { kind: 'question', question: null } });
    return answer;
  }
}
