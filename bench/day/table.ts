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

const HEAD = [
  'seed',
  'leads told',
  'after the deadline: median',
  '9 of 10',
  'contacted',
  'after arrival: median',
  '9 of 10',
  'in time',
  'mails',
  'telegram',
  'chat',
  'calls',
  'trigger min',
  'computing',
  'ticks at work',
  'failed calls',
  'cut off',
  'faults',
];

/** Days as a table for people: a line each, and one for all of them together. */
export function tableOf(days: readonly DayFigures[]): string {
  const lines = days.map((day) => cellsOf(String(day.seed), [day]));
  if (days.length > 1) lines.push(cellsOf('all', days));
  const widths = HEAD.map((title, at) => Math.max(title.length, ...lines.map((line) => line[at].length)));
  return [HEAD, ...lines].map((line) => line.map((cell, at) => cell.padStart(widths[at])).join('  ')).join('\n');
}

function cellsOf(name: string, days: readonly DayFigures[]): string[] {
  const sum = (of: (day: DayFigures) => number) => days.reduce((total, day) => total + of(day), 0);
  const waits = days.flatMap((day) => day.waits);
  const responses = days.flatMap((day) => day.responses);
  const seconds = (value: number | undefined) => (value === undefined ? '–' : `${Math.round(value / 1000)} s`);
  const minutes = (value: number | undefined) => (value === undefined ? '–' : `${Math.round(value / MINUTE)} min`);
  const share = sum((day) => day.inTime) / Math.max(1, responses.length);
  const count = (of: (day: DayFigures) => number) => sum(of).toLocaleString('en');
  return [
    name,
    String(waits.length),
    seconds(rank(waits, 0.5)),
    seconds(rank(waits, 0.9)),
    String(responses.length),
    minutes(rank(responses, 0.5)),
    minutes(rank(responses, 0.9)),
    `${Math.round(share * 100)} %`,
    count((day) => day.mails),
    count((day) => day.telegram),
    count((day) => day.chat),
    count((day) => day.calls),
    (sum((day) => day.triggerMs) / MINUTE).toFixed(1),
    seconds(sum((day) => day.cpuMs)),
    `${count((day) => day.busy)} of ${count((day) => day.ticks)}`,
    count((day) => day.failures),
    count((day) => day.kills),
    count((day) => day.faults),
  ];
}

/** Nearest rank; undefined for none. */
function rank(values: readonly number[], share: number): number | undefined {
  return [...values].sort((a, b) => a - b)[Math.ceil(share * values.length) - 1];
}
