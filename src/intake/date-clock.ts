/** The time of day and the zone at the end of a date. */
export interface Clock {
  /** What stands before the time. */
  rest: string;
  hours: number;
  minutes: number;
  seconds: number;
  /** Minutes east of Greenwich; `null` where no zone is written. */
  zone: number | null;
  has: boolean;
}

const TIME =
  /(?:^|[\sT,]|(?<=\d)\s?[-–]\s?|\b(?:at|a las|as|um|alle|pukul)\s)\s*(\d{1,2})(?:[:.h](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?|(?=\s*[ap]\.?\s?m))\s*(?:([ap])\.?\s?m\.?|uhr|hrs?|h|wib)?\s*(z|utc|gmt|est|edt|cst|cdt|mst|mdt|pst|pdt|cet|cest|bst|ist|wib)?\s*(?:(?:utc|gmt)?([+-])(\d{2}):?(\d{2})?)?(?:\s*\([^)]*\))?$/i;
const ZONES: Record<string, number> = {
  z: 0,
  utc: 0,
  gmt: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  cet: 60,
  cest: 120,
  bst: 60,
  ist: 330,
  wib: 420,
};

function hoursOf(hours: number, half: string | undefined): number {
  if (half === undefined) return hours;
  const morning = half.toLowerCase() === 'a';
  if (hours === 12) return morning ? 0 : 12;
  return morning || hours > 12 ? hours : hours + 12;
}

/** Takes the time and the zone off the end of a date's text. A time that no clock shows stays where it is. */
export function splitClock(text: string): Clock {
  const none: Clock = { rest: text, hours: 0, minutes: 0, seconds: 0, zone: null, has: false };
  const found = TIME.exec(text);
  if (found === null) return none;
  const rest = text.slice(0, found.index).trim();
  // "03.11.26" alone is a day, "alle 14.30" after a day is a time.
  if (rest === '' && /^\d{1,2}\.\d/.test(text)) return none;
  const hours = hoursOf(Number(found[1]), found[4]);
  const minutes = Number(found[2] ?? 0);
  const seconds = Number(found[3] ?? 0);
  if (hours > 24 || minutes > 59 || seconds > 59) return none;
  let zone: number | null = found[5] === undefined ? null : ZONES[found[5].toLowerCase()];
  if (found[6] !== undefined) zone = (found[6] === '-' ? -1 : 1) * (Number(found[7]) * 60 + Number(found[8] ?? 0));
  return { rest, hours, minutes, seconds, zone, has: true };
}
