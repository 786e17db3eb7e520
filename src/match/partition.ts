import { upTo } from './arithmetic';

const NOBODY: readonly number[] = [];

/** Which cluster each record is in; clusters are named by one of their records. */
export class Partition {
  readonly label: Int32Array;
  private readonly lists: (number[] | undefined)[];
  private readonly enemies = new Map<number, number[]>();

  constructor(size: number, apart: readonly (readonly [number, number])[]) {
    this.label = upTo(size);
    this.lists = new Array(size);
    for (const [a, b] of apart) {
      if (a === b) continue;
      this.enemies.set(a, [...(this.enemies.get(a) ?? []), b]);
      this.enemies.set(b, [...(this.enemies.get(b) ?? []), a]);
    }
  }

  members(label: number): readonly number[] {
    if (this.lists[label] === undefined && this.label[label] === label) this.lists[label] = [label];
    return this.lists[label] ?? NOBODY;
  }

  /** Whether a record is in a cluster with no other. */
  isAlone(record: number): boolean {
    return this.label[record] === record && (this.lists[record] === undefined || this.lists[record].length === 1);
  }

  /** Whether a *keep separate* stands between a record and a cluster. */
  keptApart(records: readonly number[], label: number): boolean {
    if (this.enemies.size === 0) return false;
    return records.some((record) => this.enemies.get(record)?.some((enemy) => this.label[enemy] === label) ?? false);
  }

  join(a: number, b: number): void {
    const [keep, give] = this.members(a).length >= this.members(b).length ? [a, b] : [b, a];
    const kept = this.members(keep) as number[];
    for (const record of this.members(give)) {
      this.label[record] = keep;
      kept.push(record);
    }
    this.lists[give] = undefined;
  }

  /** Takes a record out of its cluster and puts it into another, or alone (−1). */
  move(record: number, to: number): void {
    const from = this.label[record];
    const rest = this.members(from).filter((other) => other !== record);
    this.relabel(from, rest);
    if (to < 0 || to === record) {
      this.label[record] = record;
      this.lists[record] = [record];
      return;
    }
    this.label[record] = to;
    (this.members(to) as number[]).push(record);
  }

  /** The rest of a cluster keeps a label of its own: a record alone is always named by itself. */
  private relabel(from: number, rest: number[]): void {
    this.lists[from] = undefined;
    if (rest.length === 0) return;
    const label = rest.includes(from) ? from : rest[0];
    for (const record of rest) this.label[record] = label;
    this.lists[label] = rest;
  }
}
