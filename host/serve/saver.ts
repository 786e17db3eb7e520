import { type Host, saveWorkbook } from '../index';
import type { News } from './protocol';

/** Quiet time after a change before the file is written, in milliseconds: writing holds everything else up. */
const SAVE_AFTER = 3000;

/** Keeps the file in step with the workbook: some quiet time after each change, and at the end. */
export class Saver {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: Host,
    private readonly file: string,
    private readonly tell: (news: News) => void,
  ) {
    host.book.onChange(() => this.later());
  }

  /** Writes the file, whole or not at all; a failure is told to the page. */
  save(): void {
    clearTimeout(this.timer);
    try {
      saveWorkbook(this.host.book, this.file, this.host.saved());
      this.tell({ kind: 'saved', at: Date.now() });
    } catch (error) {
      this.tell({ kind: 'saved', at: Date.now(), error: (error as Error).message });
    }
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), SAVE_AFTER);
  }
}
