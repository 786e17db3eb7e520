import type { Settings } from './settings';

/** A line of the sheet `settings`: what stands there first, what it means, and how what somebody wrote is read. */
export interface Setting {
  name: string;
  initial: string;
  meaning: string;
  /** Puts the value into `into`; false when it cannot be read. */
  read: (value: string, into: Settings) => boolean;
  remedy: string;
}

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

const words = (value: string) =>
  value
    .split(/[,;\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** Minutes after midnight of "9:00", "09.30" or "18"; null when it is none. */
export function timeOfDay(value: string): number | null {
  const match = /^(\d{1,2})(?:[:.h](\d{2}))?(?::00)?$/.exec(value.trim());
  if (!match) return null;
  const minutes = Number(match[1]) * 60 + Number(match[2] ?? 0);
  return minutes <= 24 * 60 ? minutes : null;
}

const take = (result: boolean, put: () => void): boolean => {
  if (result) put();
  return result;
};

function pointsSetting(field: keyof Settings['points'], label: string, initial: string): Setting {
  return {
    name: `Points: ${label}`,
    initial,
    meaning: `How much an equal ${label} counts on the scale of 0 to 100 by which a match is shown.`,
    remedy: 'Write a whole number from 0 to 100.',
    read: (value, into) =>
      take(/^\d{1,3}$/.test(value) && Number(value) <= 100, () => {
        into.points[field] = Number(value);
      }),
  };
}

const minutesList = (value: string): number[] | null => {
  const list = words(value).map(Number);
  return list.length > 0 && list.every((minutes) => minutes >= 1 && minutes <= 10_000) ? list : null;
};

function minutesSetting(name: string, initial: string, meaning: string, key: 'ladder' | 'triesAfter'): Setting {
  return {
    name,
    initial,
    meaning,
    remedy: 'Write minutes with commas between, such as 5, 15, 60.',
    read: (value, into) => {
      const list = minutesList(value);
      return take(list !== null, () => {
        into[key] = list as number[];
      });
    },
  };
}

function scoreSetting(part: keyof Settings['score'], initial: string, meaning: string): Setting {
  return {
    name: `Score: ${part}`,
    initial,
    meaning,
    remedy: 'Write a whole number from 0 to 100.',
    read: (value, into) =>
      take(/^\d{1,3}$/.test(value) && Number(value) <= 100, () => {
        into.score[part] = Number(value);
      }),
  };
}

/** Every setting there is, in the order of the sheet. */
export const SETTINGS: readonly Setting[] = [
  {
    name: 'Country',
    initial: '',
    meaning:
      'Two letters (US, PT, IN). Taken for phones and places that do not say their country. Empty: nothing is assumed.',
    remedy: 'Write two letters, such as US, or leave it empty.',
    read: (value, into) =>
      take(/^([A-Za-z]{2})?$/.test(value), () => {
        into.country = value.toUpperCase();
      }),
  },
  {
    name: 'Currency',
    initial: '',
    meaning: 'Three letters (USD, EUR). Taken for amounts that do not say their currency.',
    remedy: 'Write three letters, such as EUR, or leave it empty.',
    read: (value, into) =>
      take(/^([A-Za-z]{3})?$/.test(value), () => {
        into.currency = value.toUpperCase();
      }),
  },
  {
    name: 'Matching',
    initial: 'learned',
    meaning:
      'learned: weighs every field by what it tells in your own data. points: the scale below. exact: equal customer id, phone or e-mail only.',
    remedy: 'Write learned, points or exact.',
    read: (value, into) => {
      const mode = value.toLowerCase();
      if (mode !== 'learned' && mode !== 'points' && mode !== 'exact') return false;
      into.matching = mode;
      return true;
    },
  },
  pointsSetting('phone', 'phone', '40'),
  pointsSetting('email', 'e-mail', '35'),
  pointsSetting('city', 'city', '15'),
  pointsSetting('name', 'name', '10'),
  {
    name: 'Working days',
    initial: 'Monday, Tuesday, Wednesday, Thursday, Friday',
    meaning: 'Days on which deadlines run.',
    remedy: 'Write English day names with commas between: Monday, Tuesday.',
    read: (value, into) => {
      const days = words(value).map((day) => DAYS.findIndex((name) => name.startsWith(day.toLowerCase().slice(0, 3))));
      return take(days.length > 0 && !days.includes(-1), () => {
        into.workingDays = new Set(days);
      });
    },
  },
  {
    name: 'Opens',
    initial: '9:00',
    meaning: 'When the working day begins, in the time zone of the workbook.',
    remedy: 'Write a time such as 9:00.',
    read: (value, into) => {
      const minutes = timeOfDay(value);
      return take(minutes !== null, () => {
        into.opens = minutes as number;
      });
    },
  },
  {
    name: 'Closes',
    initial: '18:00',
    meaning: 'When the working day ends. It must be later than “Opens”.',
    remedy: 'Write a time such as 18:00, later than “Opens”.',
    read: (value, into) => {
      const minutes = timeOfDay(value);
      return take(minutes !== null && minutes > into.opens, () => {
        into.closes = minutes as number;
      });
    },
  },
  {
    name: 'Holidays',
    initial: '',
    meaning: 'Days on which nobody works, as 2026-12-25, with commas between.',
    remedy: 'Write days as 2026-12-25, with commas between.',
    read: (value, into) =>
      take(
        words(value).every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day)),
        () => {
          into.holidays = new Set(words(value));
        },
      ),
  },
  minutesSetting(
    'Reminder ladder',
    '5, 15, 60',
    'Working minutes from the reminder at the deadline to the next, and so on; after the last, each working day.',
    'ladder',
  ),
  minutesSetting(
    'Try again after',
    '60, 240, 480',
    'Working minutes until the next try, when nobody answered: after the first try, the second, and so on.',
    'triesAfter',
  ),
  {
    name: 'Leads an hour',
    initial: '10',
    meaning: 'New leads that one person can call in an hour. When more come at once, their deadlines are spread.',
    remedy: 'Write a whole number from 1 to 1000.',
    read: (value, into) =>
      take(/^[1-9]\d{0,2}$|^1000$/.test(value), () => {
        into.leadsAnHour = Number(value);
      }),
  },
  scoreSetting('value', '30', 'Most that the amount adds to the score.'),
  scoreSetting('age', '15', 'Most that being new adds to the score.'),
  scoreSetting('source', '10', 'Most that the source adds to the score, by its “Worth” in “sources”.'),
  scoreSetting('stage', '20', 'Most that the stage adds to the score: the further, the more.'),
  scoreSetting('completeness', '10', 'Most that complete contact data add to the score.'),
  scoreSetting('repeat', '15', 'What a customer who came before adds to the score.'),
  {
    name: 'Daily digest',
    initial: '8:45',
    meaning: 'When everybody is told what the day holds, on working days. Empty: never.',
    remedy: 'Write a time such as 8:45, or leave it empty.',
    read: (value, into) => {
      const minutes = timeOfDay(value);
      return take(minutes !== null || value === '', () => {
        into.digestAt = minutes;
      });
    },
  },
  {
    name: 'Weekly summary',
    initial: 'Monday',
    meaning: 'The day on which the digest of the team lead also sums up the week before. Empty: never.',
    remedy: 'Write an English day name, or leave it empty.',
    read: (value, into) => {
      const day = DAYS.indexOf(value.toLowerCase());
      return take(day >= 0 || value === '', () => {
        into.weeklyOn = day < 0 ? null : day;
      });
    },
  },
  {
    name: 'Order statuses',
    initial: 'new, confirmed, processing, shipped, delivered, completed, cancelled, returned, refunded, on hold',
    meaning: 'The words that the statuses in your order sheet are folded into, whatever their spelling.',
    remedy: 'Write words with commas between.',
    read: (value, into) => {
      into.orderStatuses = words(value);
      return true;
    },
  },
  {
    name: 'Archive after',
    initial: '180',
    meaning: 'Days after which closed follow-ups move to the sheet “archive”. Empty: never.',
    remedy: 'Write a whole number of days, or leave it empty.',
    read: (value, into) =>
      take(/^([1-9]\d{0,4})?$/.test(value), () => {
        into.archiveAfter = value === '' ? null : Number(value);
      }),
  },
  {
    name: 'Small workbook',
    initial: '30000',
    meaning:
      'With up to so many cells, each update reads everything; with more, only what has changed, and everything at night.',
    remedy: 'Write a whole number.',
    read: (value, into) =>
      take(/^\d{1,9}$/.test(value), () => {
        into.smallCells = Number(value);
      }),
  },
];
