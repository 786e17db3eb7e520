import { MessageChannel, Worker } from 'node:worker_threads';
import type { Answer, FrameView, News, Reply, Request } from './protocol';
import type { FrameContent, FromWorker, SessionOptions, ToWorker } from './session-messages';

/**
 * Our side of the worker that holds the host: a script may run there for minutes, and this side stays awake for the page.
 * Questions to the person (alert, prompt) make the worker sleep on `signal` until {@link answer} wakes it.
 */
export class Desk {
  onNews: (news: News) => void = () => undefined;
  /** Where the documents of frames are served from; known when the server listens. */
  frameOrigin = '';
  private readonly worker: Worker;
  private readonly inbox: MessageChannel['port1'];
  private readonly signal = new Int32Array(new SharedArrayBuffer(4));
  private readonly waiting = new Map<number, (reply: Reply) => void>();
  private readonly frames = new Map<string, FrameContent>();
  private asked = 0;
  /** What everything is answered with once the worker has failed. */
  private dead: Reply | undefined;

  /** @param script path of the bundled worker */
  constructor(script: string, options: SessionOptions) {
    const { port1, port2 } = new MessageChannel();
    this.inbox = port1;
    const workerData = { options, inbox: port2, signal: this.signal };
    this.worker = new Worker(script, { workerData, transferList: [port2] });
    this.worker.on('message', (message: FromWorker) => this.take(message));
    this.worker.on('error', (error: Error) => this.failAll(error));
  }

  /** Sends a request to the host; resolves when it has been dealt with, however long that takes. */
  ask(request: Request): Promise<Reply> {
    if (this.dead) return Promise.resolve(this.dead);
    const id = ++this.asked;
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      this.post({ kind: 'request', id, request });
    });
  }

  /** What the person answered to the question that is open. */
  answer(answer: Answer): void {
    this.post({ kind: 'answer', answer });
  }

  /** The document of a frame; `undefined` for one that was never opened. */
  frameHtml(id: string): FrameContent | undefined {
    return this.frames.get(id);
  }

  /** Saves, and ends the worker. */
  async close(): Promise<void> {
    await this.ask({ kind: 'save' });
    await this.worker.terminate();
  }

  private post(message: ToWorker): void {
    this.inbox.postMessage(message);
    Atomics.add(this.signal, 0, 1);
    Atomics.notify(this.signal, 0);
  }

  private take(message: FromWorker): void {
    if (message.kind === 'reply') {
      this.waiting.get(message.id)?.(this.withFrameUrls(message.reply));
      this.waiting.delete(message.id);
    } else if (message.kind === 'frame') {
      this.frames.set(message.frame.id, message.content);
      const frame: FrameView = { ...message.frame, url: this.urlOf(message.frame.id) };
      this.onNews({ kind: message.as, frame });
    } else {
      this.onNews(message.news);
    }
  }

  /** The worker knows no ports: the panel that is open when a page (re)loads gets its address here. */
  private withFrameUrls(reply: Reply): Reply {
    const panel = reply.ok && (reply.value as { panel?: FrameView } | null)?.panel;
    if (panel) panel.url = this.urlOf(panel.id);
    return reply;
  }

  private urlOf(id: string): string {
    return `${this.frameOrigin}/${id}`;
  }

  private failAll(error: Error): void {
    const { name, message, stack } = error;
    this.dead = { ok: false, error: { name, message, stack } };
    for (const resolve of this.waiting.values()) resolve(this.dead);
    this.waiting.clear();
    this.onNews({ kind: 'toast', title: 'The host stopped', message, seconds: -1 });
  }
}
