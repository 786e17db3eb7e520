import type { WallTime } from '../types';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const QUARTER = 15 * MINUTE;

/** Milliseconds beyond the second by which a cell tells that its wall time comes for the second time. */
const AGAIN = 7;

const two = (value: number) => (value < 10 ? `0${value}` : String(value));

/** Wall time of an instant that is counted as if UTC. */
function spell(utcMs: number): WallTime {
  const date = new Date(utcMs);
  const day = `${String(date.getUTCFullYear()).padStart(4, '0')}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
  return `${day}T${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
}

/**
 * A time zone by its IANA name: turns instants (epoch milliseconds) into what the clock on the wall shows and back. A wall
 * time that a daylight-saving change skips is taken as the first one after it; one that comes twice, as the earlier.
 */
export class Zone {
  private readonly format: Intl.DateTimeFormat;
  private readonly offsets = new Map<number, number>();

  /** @throws RangeError when `name` is no IANA zone. */
  constructor(readonly name: string) {
    this.format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      era: 'short',
    });
  }

  /**
   * Milliseconds that the wall clock is ahead of UTC. Zones change on quarter hours, and not there and back within a day: one
   * answer serves a day without a change, or a quarter hour.
   */
  offsetAt(instant: number): number {
    const midnight = Math.floor(instant / DAY) * DAY;
    const offset = this.offsetFrom(midnight);
    return offset === this.offsetFrom(midnight + DAY)
      ? offset
      : this.offsetFrom(Math.floor(instant / QUARTER) * QUARTER);
  }

  private offsetFrom(at: number): number {
    const known = this.offsets.get(at);
    if (known !== undefined) return known;
    const parts: Record<string, string> = {};
    for (const part of this.format.formatToParts(new Date(at))) parts[part.type] = part.value;
    const year = parts.era === 'BC' ? 1 - Number(parts.year) : Number(parts.year);
    const wall = Date.UTC(
      year,
      Number(parts.month) - 1,
      Number(parts.day),
      Number(parts.hour),
      Number(parts.minute),
      Number(parts.second),
    );
    const offset = wall - at;
    this.offsets.set(at, offset);
    return offset;
  }

  /** `YYYY-MM-DDTHH:mm:ss` on the wall. */
  wall(instant: number): WallTime {
    return spell(instant + this.offsetAt(instant));
  }

  /** `YYYY-MM-DD` on the wall. */
  day(instant: number): WallTime {
    return this.wall(instant).slice(0, 10);
  }

  /** The instant of a wall time; a mere day means its midnight. */
  instant(wall: WallTime): number {
    const text = wall.length === 10 ? `${wall}T00:00:00` : wall;
    const asUtc = Date.parse(`${text}Z`);
    const before = this.offsetAt(asUtc - DAY);
    const after = this.offsetAt(asUtc + DAY);
    for (const offset of before >= after ? [before, after] : [after, before]) {
      if (this.offsetAt(asUtc - offset) === offset) return asUtc - offset;
    }
    return asUtc - Math.min(before, after);
  }

  /**
   * An instant as a cell keeps it. A cell holds what the wall shows, which is one hour in autumn the same for two instants:
   * the later of them carries a few milliseconds that no other does.
   */
  toCell(instant: number): number {
    if (!this.isNearChange(instant)) return instant;
    const second = Math.ceil(instant / 1000) * 1000;
    return this.instant(this.wall(second)) < second ? second + AGAIN : second;
  }

  /** The instant that was meant by one that a cell gave back, which may be either of the two. */
  fromCell(instant: number): number {
    if (!this.isNearChange(instant)) return instant;
    const beyond = ((instant % 1000) + 1000) % 1000;
    if (Math.abs(beyond - AGAIN) > 1) return instant;
    const first = this.instant(this.wall(instant - beyond));
    return first + this.offsetAt(first) - this.offsetAt(first + DAY);
  }

  private isNearChange(instant: number): boolean {
    return this.offsetAt(instant - DAY) > this.offsetAt(instant + DAY);
  }
}

/** `day` moved by whole days, free of any zone. */
export function addDays(day: WallTime, count: number): WallTime {
  return spell(Date.parse(`${day}T00:00:00Z`) + count * DAY).slice(0, 10);
}

/** 0 is Sunday. */
export function weekday(day: WallTime): number {
  return new Date(Date.parse(`${day}T00:00:00Z`)).getUTCDay();
}
