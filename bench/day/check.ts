import { displayText, type Host } from '../../host';
import { Zone } from '../../src/workbook/zone';
import { columnOf, type DayResult, type Told } from './simulation';

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

/** The instants of a column by the name in the row: a serial counts days of the wall of the workbook since 1899-12-30. */
export function instantsOf(host: Host, header: string): Map<string, number> {
  const sheet = host.book.sheet('followed-up');
  const [at, name] = [columnOf(host, header), columnOf(host, 'Name')];
  const zone = new Zone(host.book.timeZone);
  const found = new Map<string, number>();
  const { rows } = sheet.dataRect();
  for (let r = 2; r <= rows; r++) {
    const serial = sheet.value(r, at);
    if (typeof serial !== 'number') continue;
    const wall = new Date(Math.round((serial - 25_569) * 86_400_000)).toISOString();
    found.set(
      String(sheet.value(r, name)),
      zone.fromCell(zone.instant(wall.slice(0, 19)) + Number(wall.slice(20, 23))),
    );
  }
  return found;
}

/** The follow-ups in the list of a message, which begins with the first of them above it. */
export const namesIn = (text: string) =>
  [...text.slice(text.indexOf('•')).matchAll(/\b(?:Lea|Ord) [A-Z][a-z]*/g)].map(([name]) => name);

export const isReminder = ({ text }: Told) => !text.includes('Good morning');

/** What is wrong with a day, in sentences; none when all went well. */
export function faultsOf(result: DayResult): string[] {
  return [
    ...missing(result),
    ...late(result),
    ...twice(result),
    ...silent(result),
    ...quotas(result),
    ...unfair(result),
  ];
}

/** Minutes after which whatever came in stands in the list, whatever failed meanwhile. */
const SEEN_AFTER = 20;

/** Every row that came in while the shop was open has its follow-up, once. */
function missing({ host, arrived, ticks, options }: DayResult): string[] {
  const counts = new Map<string, number>();
  for (const { Name } of followUps(host)) counts.set(Name, (counts.get(Name) ?? 0) + 1);
  const zone = new Zone(options.zone);
  const closes = zone.instant(`${zone.day(ticks[0].at)}T${options.hours[1].padStart(5, '0')}:00`);
  const end = Math.min(ticks[ticks.length - 1].at, closes);
  return [...arrived]
    .filter(([name, at]) => at < end - SEEN_AFTER * MINUTE && counts.get(name) !== 1)
    .map(([name, at]) => `${name} came in at ${clock(at)} and stands in ${counts.get(name) ?? 0} rows.`);
}

const clock = (at: number) => new Date(at).toISOString().slice(11, 19);

/** Every lead is told of within two ticks of its deadline, unless somebody was in touch before; in quiet hours, after them. */
function late({ host, told, ticks, people, typed }: DayResult): string[] {
  const deadlines = instantsOf(host, 'Contact by');
  const contacted = instantsOf(host, 'Contacted at');
  const snoozed = instantsOf(host, 'Snoozed until');
  const owners = new Map(followUps(host).map(({ Name, Owner }) => [Name, people.find(({ name }) => name === Owner)]));
  const zone = new Zone(host.book.timeZone);
  const first = new Map<string, Told>();
  for (const one of told.filter(isReminder))
    for (const name of namesIn(one.text)) if (!first.has(name)) first.set(name, one);
  const end = ticks[ticks.length - 1].at;
  const usable = usableTicks(ticks);
  const faults: string[] = [];
  for (const [name, deadline] of deadlines) {
    const due = afterQuiet(deadline, owners.get(name)?.quiet ?? '', zone, usable);
    const done = snoozed.has(name) ? 0 : (typed.get(name) ?? contacted.get(name) ?? Number.POSITIVE_INFINITY);
    if (!name.startsWith('Lea') || done <= due + 3 * MINUTE || due > end - 3 * MINUTE) continue;
    const last = first.get(name)?.tick ?? Number.POSITIVE_INFINITY;
    const told = ticks[last]?.at ?? Number.POSITIVE_INFINITY;
    const needed = usable.filter((at) => at > due && at < told).length + 1;
    if (needed > 2) faults.push(`${name} was due at ${clock(due)} and told after ${needed} ticks.`);
  }
  return faults;
}

/** When ticks that could do something began: one that Google cut off is none, and one that it fired twice is one. */
function usableTicks(ticks: DayResult['ticks']): number[] {
  const usable: number[] = [];
  for (const { at, ended } of ticks) if (ended && at - (usable[usable.length - 1] ?? 0) > MINUTE / 2) usable.push(at);
  return usable;
}

/** An instant, or the end of the quiet hours if the next tick falls into them. */
function afterQuiet(instant: number, quiet: string, zone: Zone, usable: readonly number[]): number {
  const [from, to] = quiet.split('-').map((time) => time.padStart(5, '0'));
  const time = zone.wall(usable.find((at) => at > instant) ?? instant).slice(11, 16);
  return quiet !== '' && time >= from && time < to ? zone.instant(`${zone.day(instant)}T${to}:00`) + MINUTE : instant;
}

/** Between two reminders of one follow-up to one person lie five minutes at least, by whatever channel. */
function twice({ told, kills }: DayResult): string[] {
  const last = new Map<string, Told>();
  const faults: string[] = [];
  let elsewhere = 0;
  for (const one of told.filter(isReminder)) {
    for (const name of namesIn(one.text)) {
      const key = `${one.to} ${name} ${one.text.includes('Nobody in touch yet')}`;
      const former = last.get(key);
      last.set(key, one);
      if (!former || one.at - former.at >= 4 * MINUTE) continue;
      // After a kill, Telegram cannot be asked whether a message went out: it is told by another way, once.
      if (former.channel !== one.channel) elsewhere++;
      else faults.push(`${one.to} was told twice of ${name} by ${one.channel}: ${clock(former.at)}, ${clock(one.at)}.`);
    }
  }
  return elsewhere > kills * 50 ? [...faults, `${elsewhere} lines came by two ways.`] : faults;
}

/** What is due has been told. */
function silent({ host, ticks, people, typed }: DayResult): string[] {
  const end = ticks[ticks.length - 1].at;
  const zone = new Zone(host.book.timeZone);
  const next = instantsOf(host, 'Next reminder');
  const usable = usableTicks(ticks);
  const isDue = (row: Row) => {
    const owner = people.find(({ name }) => name === row.Owner);
    if (!owner || row.Reminder === 'closed' || typed.has(row.Name)) return false;
    return afterQuiet(next.get(row.Name) ?? end, owner.quiet, zone, usable) < end - 4 * MINUTE;
  };
  return followUps(host)
    .filter(isDue)
    .map((row) => `${row.Name} of ${row.Owner} is due since ${row['Next reminder']}, and nobody was told.`);
}

/** Milliseconds of trigger time that a day may take, calls and computing together. */
const TRIGGER_TIME = 45 * MINUTE;

function quotas({ host, triggerMs, cpuMs, options }: DayResult): string[] {
  const broken = host.executions.filter(({ error }) =>
    /too many times|too much computer time|Limit Exceeded/i.test(error?.message ?? ''),
  );
  const mails = host.mails.length + options.mailsUsed;
  return [
    ...broken.map(({ error }) => `A quota was broken: ${error?.message}`),
    ...(mails > 100 ? [`${mails} mails were sent.`] : []),
    ...(triggerMs + cpuMs > TRIGGER_TIME
      ? [`${Math.round((triggerMs + cpuMs) / MINUTE)} minutes of trigger time.`]
      : []),
  ];
}

/** New follow-ups are within a tenth of a fair share, or within two of it where they are few. */
function unfair({ host, people }: DayResult): string[] {
  const present = people.filter(({ away }) => away === '');
  const counts = new Map(present.map(({ name }) => [name, 0]));
  for (const { Owner } of followUps(host)) if (counts.has(Owner)) counts.set(Owner, (counts.get(Owner) ?? 0) + 1);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const fair = total / present.length;
  return [...counts]
    .filter(([, count]) => Math.abs(count - fair) > Math.max(2, fair / 10))
    .map(([name, count]) => `${name} was given ${count}, where ${fair.toFixed(1)} were fair.`);
}
