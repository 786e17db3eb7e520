import { SETTINGS } from './setting-list';
import type { SettingRow } from './tables/config';

/** What the program is told in the sheet `settings`, read and checked. Times of day are minutes after midnight. */
export interface Settings {
  country: string;
  currency: string;
  matching: 'learned' | 'points' | 'exact';
  points: { phone: number; email: number; city: number; name: number };
  /** 0 is Sunday. */
  workingDays: ReadonlySet<number>;
  opens: number;
  closes: number;
  /** `YYYY-MM-DD` */
  holidays: ReadonlySet<string>;
  orderStatuses: string[];
  /** Working minutes between reminders. */
  ladder: number[];
  /** Working minutes from a try to the next. */
  triesAfter: number[];
  /** New leads that one person can call in an hour. */
  leadsAnHour: number;
  score: Record<'value' | 'age' | 'source' | 'stage' | 'completeness' | 'repeat', number>;
  /** Cells up to which everything is read at each sync. */
  smallCells: number;
  /** Days after which closed follow-ups go to the archive; null: never. */
  archiveAfter: number | null;
  /** When the day's digest goes out; null for none. */
  digestAt: number | null;
  /** Day of the weekly summary, 0 is Sunday; null for none. */
  weeklyOn: number | null;
}

/** A value that could not be read, and what was taken instead. */
export interface SettingProblem {
  name: string;
  value: string;
  remedy: string;
}

function blank(): Settings {
  return {
    country: '',
    currency: '',
    matching: 'learned',
    points: { phone: 40, email: 35, city: 15, name: 10 },
    workingDays: new Set(),
    opens: 0,
    closes: 24 * 60,
    holidays: new Set(),
    orderStatuses: [],
    ladder: [],
    triesAfter: [],
    leadsAnHour: 10,
    score: { value: 0, age: 0, source: 0, stage: 0, completeness: 0, repeat: 0 },
    smallCells: 0,
    archiveAfter: null,
    digestAt: null,
    weeklyOn: null,
  };
}

/** Reads the settings; one that is missing or unreadable has its initial value, and is told in `problems`. */
export function readSettings(rows: readonly SettingRow[]): { settings: Settings; problems: SettingProblem[] } {
  const given = new Map(rows.map((row) => [row.name.trim().toLowerCase(), row.value.trim()]));
  const settings = blank();
  const problems: SettingProblem[] = [];
  for (const setting of SETTINGS) {
    setting.read(setting.initial, settings);
    const value = given.get(setting.name.toLowerCase());
    if (value === undefined || value === setting.initial || setting.read(value, settings)) continue;
    problems.push({ name: setting.name, value, remedy: setting.remedy });
  }
  return { settings, problems };
}
