import { addWorkingMinutes, type Calendar } from './calendar';

/**
 * Spreads the deadlines of follow-ups that are due within minutes and arrive together, more than the team can do in an hour
 * (an import): the first as usual, each next one when somebody has had time for those before.
 */
export class Pacer {
  private given = 0;

  /** @param anHour how many the team can do */
  constructor(
    private readonly fresh: number,
    private readonly anHour: number,
    private readonly calendar: Calendar,
  ) {}

  /** The deadline of the next one, and why it is later; null where nothing is to be spread. */
  next(deadline: number): { deadline: number; why: string } | null {
    if (this.anHour <= 0 || this.fresh <= this.anHour) return null;
    const place = this.given++;
    const minutes = Math.floor((place * 60) / this.anHour);
    return {
      deadline: addWorkingMinutes(this.calendar, deadline, minutes),
      why: `${PACED} ${place + 1} of ${this.fresh} that came at once, ${this.anHour} an hour`,
    };
  }
}

/** How the reason of a deadline begins that was spread, and so stays as it is. */
export const PACED = 'spread:';
