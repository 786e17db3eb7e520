/**
 * The queue of onEdit events. Google: "The onEdit() trigger only queues up to 2 trigger events"; further edits made while one runs and two
 * wait are lost (20 boxes ticked quickly: some are never seen; tanaikech.github.io 2020-05-27).
 */
export class EditQueue {
  /** When the running one and those that wait will have ended. */
  private ends: number[] = [];

  constructor(private readonly waiting: number) {}

  /** When an edit made at `at` will be handled, or null if the event is lost. */
  start(at: number): number | null {
    this.ends = this.ends.filter((end) => end > at);
    if (this.ends.length > this.waiting) return null;
    return Math.max(at, this.ends.at(-1) ?? at);
  }

  ended(at: number): void {
    this.ends.push(at);
  }
}
