import { instantsOf } from './check';
import type { DayResult } from './simulation';

const MINUTE = 60_000;

/** What a day was like, for people to read. */
export function tableOf(day: DayResult): string {
  const { host, told, ticks, idle, kills, failures, triggerMs, options, people } = day;
  const calls = host.executions.reduce((sum, one) => sum + one.calls, 0) + idle * 2;
  const first = new Map<string, number>();
  for (const { text, at } of told)
    for (const [name] of text.matchAll(/\bLea [A-Z][a-z]*/g)) if (!first.has(name)) first.set(name, at);
  const deadlines = instantsOf(host, 'Contact by');
  const waits = [...first].flatMap(([name, at]) => (deadlines.has(name) ? [at - (deadlines.get(name) as number)] : []));
  const contacts = instantsOf(host, 'Contacted at');
  const opened = instantsOf(host, 'Opened');
  const responses = [...contacts].flatMap(([name, at]) =>
    opened.has(name) ? [at - (opened.get(name) as number)] : [],
  );
  const by = (channel: string) => told.filter((one) => one.channel === channel).length;
  const lines: [string, string][] = [
    ['seed', String(options.seed)],
    [
      'people, orders, leads, pasted at once',
      `${people.length}, ${options.orders}, ${options.leads}, ${options.imported.leads}`,
    ],
    ['ticks (with something to do)', `${ticks.length} (${ticks.length - idle})`],
    ['trigger time', `${(triggerMs / MINUTE).toFixed(1)} min of 90`],
    ['service calls', calls.toLocaleString('en')],
    ['calls that failed, runs cut off', `${failures}, ${kills}`],
    ['mails of 100, by Telegram, by Chat', `${host.mails.length}, ${by('telegram')}, ${by('chat')}`],
    ['told after the deadline: median, 9 of 10, longest', spell(waits, 1000, 's')],
    ['opened to contact: median, 9 of 10, longest', spell(responses, MINUTE, 'min')],
  ];
  const width = Math.max(...lines.map(([what]) => what.length));
  return lines.map(([what, value]) => `${what.padEnd(width)}  ${value}`).join('\n');
}

function spell(values: number[], unit: number, name: string): string {
  if (values.length === 0) return 'none';
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.ceil(share * sorted.length) - 1] / unit);
  return `${at(0.5)} ${name}, ${at(0.9)} ${name}, ${at(1)} ${name} (${values.length})`;
}
