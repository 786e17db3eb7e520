const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export type Urgency = 'late' | 'soon' | 'calm';

/** How a deadline reads at a glance: "18 min late", a countdown within the hour, else the time or the day. */
export function spellDeadline(deadline: number, now: number, locale?: string): { text: string; urgency: Urgency } {
  const left = deadline - now;
  if (left < 0) return { text: `${spellSpan(-left)} late`, urgency: 'late' };
  if (left < HOUR) {
    const seconds = Math.floor(left / 1000);
    return { text: `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`, urgency: 'soon' };
  }
  const date = new Date(deadline);
  if (left < DAY && date.getDate() === new Date(now).getDate()) {
    return { text: date.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' }), urgency: 'calm' };
  }
  return { text: date.toLocaleDateString(locale, { day: 'numeric', month: 'short' }), urgency: 'calm' };
}

/** A span in its largest unit: "18 min", "3 h", "2 d". */
export function spellSpan(span: number): string {
  if (span < MINUTE) return `${Math.floor(span / 1000)} s`;
  if (span < HOUR) return `${Math.floor(span / MINUTE)} min`;
  return span < 2 * DAY ? `${Math.floor(span / HOUR)} h` : `${Math.floor(span / DAY)} d`;
}
