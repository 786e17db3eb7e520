import { instantsOf, isReminder, namesIn } from './check';
import type { DayResult } from './simulation';

const MINUTE = 60_000;

/** What the table tells of a day. Times are milliseconds. */
export interface DayFigures {
  seed: number;
  /** From the deadline of each lead to the first message about it. */
  waits: number[];
  /** From the opening of each lead to the contact, and how many of these were within the deadline. */
  responses: number[];
  inTime: number;
  mails: number;
  telegram: number;
  chat: number;
  calls: number;
  triggerMs: number;
  cpuMs: number;
  ticks: number;
  busy: number;
  /** Calls that failed, runs that were cut off. */
  failures: number;
  kills: number;
  faults: number;
}

export function figuresOf(day: DayResult, faults: number): DayFigures {
  const { host, told, ticks, idle, kills, failures, triggerMs, options } = day;
  const deadlines = instantsOf(host, 'Contact by');
  const opened = instantsOf(host, 'Opened');
  const first = new Map<string, number>();
  for (const { text, at } of told.filter(isReminder))
    for (const name of namesIn(text)) if (!first.has(name)) first.set(name, at);
  const leads = [...deadlines].filter(([name]) => name.startsWith('Lea'));
  const contacts = [...instantsOf(host, 'Contacted at')].filter(
    ([name]) => deadlines.has(name) && name.startsWith('Lea'),
  );
  const by = (channel: string) => told.filter((one) => one.channel === channel).length;
  return {
    seed: options.seed,
    waits: leads.flatMap(([name, deadline]) => (first.has(name) ? [(first.get(name) as number) - deadline] : [])),
    responses: contacts.map(([name, at]) => at - (opened.get(name) ?? at)),
    inTime: contacts.filter(([name, at]) => at <= (deadlines.get(name) as number)).length,
    mails: host.mails.length,
    telegram: by('telegram'),
    chat: by('chat'),
    calls: host.executions.reduce((sum, one) => sum + one.calls, 0) + idle * 2,
    triggerMs,
    cpuMs: day.cpuMs,
    ticks: ticks.length,
    busy: ticks.length - idle,
    failures,
    kills,
    faults,
  };
}

type Figure = (days: readonly DayFigures[]) => string;

const sum = (days: readonly DayFigures[], of: (day: DayFigures) => number) =>
  days.reduce((total, day) => total + of(day), 0);
const count =
  (of: (day: DayFigures) => number): Figure =>
  (days) =>
    sum(days, of).toLocaleString('en');
const time = (of: (day: DayFigures) => readonly number[], share: number, unit: 's' | 'min'): Figure => {
  const size = unit === 's' ? 1000 : MINUTE;
  return (days) => {
    const value = rank(days.flatMap(of), share);
    return value === undefined ? '–' : `${Math.round(value / size)} ${unit}`;
  };
};
const minutes =
  (of: (day: DayFigures) => number): Figure =>
  (days) =>
    `${(sum(days, of) / MINUTE).toFixed(1)} min`;

const LINES: [what: string, figure: Figure][] = [
  ['leads somebody was told of', count((day) => day.waits.length)],
  ['  after the deadline, median', time((day) => day.waits, 0.5, 's')],
  ['  after the deadline, 9 of 10', time((day) => day.waits, 0.9, 's')],
  ['leads contacted', count((day) => day.responses.length)],
  ['  after arrival, median', time((day) => day.responses, 0.5, 'min')],
  ['  after arrival, 9 of 10', time((day) => day.responses, 0.9, 'min')],
  [
    '  by the deadline',
    (days) =>
      `${Math.round(
        (100 * sum(days, (day) => day.inTime)) /
          Math.max(
            1,
            sum(days, (day) => day.responses.length),
          ),
      )} %`,
  ],
  ['mails', count((day) => day.mails)],
  ['messages by Telegram', count((day) => day.telegram)],
  ['messages by Chat', count((day) => day.chat)],
  ['ticks with work', (days) => `${count((day) => day.busy)(days)} of ${count((day) => day.ticks)(days)}`],
  ['service calls', count((day) => day.calls)],
  ['trigger time, by the cost model', minutes((day) => day.triggerMs)],
  ['computing, on this machine', minutes((day) => day.cpuMs)],
  ['  both together', minutes((day) => day.triggerMs + day.cpuMs)],
  ['calls that were made to fail', count((day) => day.failures)],
  ['runs that were cut off', count((day) => day.kills)],
  ['faults found', count((day) => day.faults)],
];

/** Days as a table for people, which is Markdown too: a column each, and one for all of them together. */
export function tableOf(days: readonly DayFigures[]): string {
  const columns = days.map((day) => [day]);
  if (days.length > 1) columns.push([...days]);
  const head = ['', ...days.map(({ seed }) => `day ${seed}`), ...(days.length > 1 ? ['all'] : [])];
  const lines = [head, ...LINES.map(([what, figure]) => [what, ...columns.map(figure)])];
  const widths = head.map((_, at) => Math.max(...lines.map((line) => line[at].length)));
  const spelt = lines.map((line) =>
    line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join(' | '),
  );
  const rule = widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ');
  return [spelt[0], rule, ...spelt.slice(1)].map((line) => `| ${line} |`).join('\n');
}

/** Nearest rank; undefined for none. */
function rank(values: readonly number[], share: number): number | undefined {
  return [...values].sort((a, b) => a - b)[Math.ceil(share * values.length) - 1];
}
