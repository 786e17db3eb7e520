import { displayText, type Host } from '../../host';
import type { DayResult, Told } from './simulation';

const MINUTE = 60_000;

type Row = Record<string, string>;

/** The rows of `followed-up` by header, as they are shown. */
export function followUps(host: Host): Row[] {
  const sheet = host.book.sheet('followed-up');
  const { rows, columns } = sheet.dataRect();
  const text = (r: number, c: number) => displayText(sheet.value(r, c), sheet.style(r, c), host.book.locale);
  const header = Array.from({ length: columns }, (_, c) => text(1, c + 1));
  const out: Row[] = [];
  for (let r = 2; r <= rows; r++) {
    const row = Object.fromEntries(header.map((title, c) => [title, text(r, c + 1)]));
    if (row['Follow-up id'] !== '') out.push(row);
  }
  return out;
}

/** The raw instant of a cell such as `2026-11-02 10:06`, which stands on the wall of the workbook. */
export function instantsOf(host: Host, header: string): Map<string, number> {
  const sheet = host.book.sheet('followed-up');
  const { rows, columns } = sheet.dataRect();
  const column = (title: string) => {
    for (let c = 1; c <= columns; c++) if (sheet.value(1, c) === title) return c;
    throw new Error(`No column “${title}”.`);
  };
  const [at, name] = [column(header), column('Name')];
  const found = new Map<string, number>();
  for (let r = 2; r <= rows; r++) {
    const serial = sheet.value(r, at);
    if (typeof serial === 'number') found.set(String(sheet.value(r, name)), fromSerial(host, serial));
  }
  return found;
}

/** A serial counts days of the wall since 1899-12-30. */
function fromSerial(host: Host, serial: number): number {
  const wall = Math.round((serial - 25_569) * 86_400_000);
  const offset = (instant: number) => {
    const parts = new Intl.DateTimeFormat('en-GB', {
      timeZone: host.book.timeZone,
      timeZoneName: 'longOffset',
    }).formatToParts(instant);
    const [, sign, hours, minutes = '0'] =
      /GMT(?:([+-])(\d\d):?(\d\d)?)?/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '') ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes)) * MINUTE;
  };
  return wall - offset(wall - offset(wall));
}

const names = (text: string) => [...text.matchAll(/\b(?:Lea|Ord) [A-Z][a-z]*/g)].map(([name]) => name);

const isReminder = ({ text }: Told) => !text.includes('Good morning');

/** What is wrong with a day, in sentences; none when all went well. */
export function faultsOf(result: DayResult): string[] {
  return [...late(result), ...twice(result), ...silent(result), ...quotas(result), ...unfair(result)];
}

/** Every lead is told of within two ticks of its deadline, unless somebody was in touch before. */
function late({ host, told, ticks }: DayResult): string[] {
  const deadlines = instantsOf(host, 'Contact by');
  const contacted = instantsOf(host, 'Contacted at');
  const snoozed = instantsOf(host, 'Snoozed until');
  const first = new Map<string, Told>();
  for (const one of told.filter(isReminder))
    for (const name of names(one.text)) if (!first.has(name)) first.set(name, one);
  const end = ticks[ticks.length - 1];
  const faults: string[] = [];
  for (const [name, deadline] of deadlines) {
    const done = Math.min(
      contacted.get(name) ?? Number.POSITIVE_INFINITY,
      snoozed.has(name) ? 0 : Number.POSITIVE_INFINITY,
    );
    if (!name.startsWith('Lea') || done <= deadline + 3 * MINUTE || deadline > end - 3 * MINUTE) continue;
    const last = first.get(name)?.tick ?? Number.POSITIVE_INFINITY;
    const needed = ticks.filter((at, index) => at > deadline && index <= last).length;
    if (needed > 2) faults.push(`${name} was due ${new Date(deadline).toISOString()} and told after ${needed} ticks.`);
  }
  return faults;
}

/** Between two reminders of one follow-up to one person lie five minutes at least, by whatever channel. */
function twice({ told, kills }: DayResult): string[] {
  const last = new Map<string, Told>();
  const faults: string[] = [];
  let elsewhere = 0;
  for (const one of told.filter(isReminder)) {
    for (const name of names(one.text)) {
      const key = `${one.to} ${name} ${one.text.includes('Nobody has been')}`;
      const former = last.get(key);
      last.set(key, one);
      if (!former || one.at - former.at >= 4 * MINUTE) continue;
      // After a kill, Telegram cannot be asked whether a message went out: it is told by another way, once.
      if (former.channel !== one.channel) elsewhere++;
      else faults.push(`${one.to} was told twice of ${name} by ${one.channel}: ${former.at} and ${one.at}.`);
    }
  }
  return elsewhere > kills * 50 ? [...faults, `${elsewhere} lines came by two ways.`] : faults;
}

/** What is due has been told. */
function silent({ host, ticks, people }: DayResult): string[] {
  const end = ticks[ticks.length - 1];
  const owners = new Set(people.map(({ name }) => name));
  const next = instantsOf(host, 'Next reminder');
  return followUps(host)
    .filter(
      (row) => row.Reminder !== 'closed' && owners.has(row.Owner) && (next.get(row.Name) ?? end) < end - 4 * MINUTE,
    )
    .map((row) => `${row.Name} of ${row.Owner} is due since ${row['Next reminder']}, and nobody was told.`);
}

function quotas({ host, triggerMs }: DayResult): string[] {
  const broken = host.executions.filter(({ error }) =>
    /too many times|too much computer time|Limit Exceeded/i.test(error?.message ?? ''),
  );
  return [
    ...broken.map(({ error }) => `A quota was broken: ${error?.message}`),
    ...(host.mails.length > 100 ? [`${host.mails.length} mails were sent.`] : []),
    ...(triggerMs > 45 * MINUTE ? [`${Math.round(triggerMs / MINUTE)} minutes of trigger time.`] : []),
  ];
}

/** New follow-ups are within a tenth of a fair share, or within two of it where they are few. */
function unfair({ host, people, options }: DayResult): string[] {
  const present = people.filter(({ away }) => away === '');
  const counts = new Map(present.map(({ name }) => [name, 0]));
  for (const { Owner } of followUps(host)) if (counts.has(Owner)) counts.set(Owner, (counts.get(Owner) ?? 0) + 1);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const fair = total / present.length;
  return [...counts]
    .filter(([, count]) => Math.abs(count - fair) > Math.max(2, fair / 10))
    .map(([name, count]) => `${name} was given ${count}, where ${fair.toFixed(1)} were fair (seed ${options.seed}).`);
}
