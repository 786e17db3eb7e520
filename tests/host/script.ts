import { Host, type HostOptions, type Json, type RunOptions, type RunResult, Workbook } from '../../host';

/** Monday, 5 January 2026, 09:00 UTC: where the tests' clock starts. */
export const START = Date.UTC(2026, 0, 5, 9);

/** A host over a fresh spreadsheet with the given script. */
export function hostOf(code: string, options: Partial<HostOptions> = {}): Host {
  return new Host({ script: { code }, book: Workbook.empty(), now: START, user: 'owner@example.com', ...options });
}

/** Runs the body of a function on a fresh spreadsheet and gives what it returns; what it throws is thrown here. */
export function run(body: string, options: Partial<HostOptions> = {}): Json {
  return valueFrom(
    hostOf(
      `function main() { const ss = SpreadsheetApp.getActive(); const sheet = ss.getActiveSheet(); ${body} }`,
      options,
    ).run('main'),
  );
}

/** What a run gave, or its error thrown. */
export function valueFrom(result: RunResult): Json {
  if (!result.ok) throw new Error(result.error?.message);
  return result.value;
}

/** The message with which a body fails. */
export function failure(body: string, options: Partial<HostOptions> = {}): string {
  const result = hostOf(
    `function main() { const ss = SpreadsheetApp.getActive(); const sheet = ss.getActiveSheet(); ${body} }`,
    options,
  ).run('main');
  if (result.ok) throw new Error(`expected a failure, got ${JSON.stringify(result.value)}`);
  return result.error?.message ?? '';
}

/** Runs a named function and gives its value. */
export const call = (host: Host, name: string, options?: RunOptions): Json => valueFrom(host.run(name, options));
