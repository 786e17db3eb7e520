import { createWriteStream } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { hasPlan } from '../src/intake/phone-plan';
import type { CleanRecord, Complaint, ReadOptions, SourceKind } from '../src/intake/record';
import { makeRowReader } from '../src/intake/row-reader';
import { shapeOf } from '../src/intake/row-shape';
import { safeCsvText } from '../src/intake/safe-text';
import { type FilePlan, fieldsOf, issuesText, planFile, valueText } from './clean/pass';
import { openSource, type Source } from './clean/source';
import { HostError } from './error';

const USAGE =
  'Usage: crm clean <file.csv|.xlsx> [--sheet S] [--country US] [--currency USD] [--kind orders|leads] [--out clean.csv] [--json]';

/** What was done to a file, for people and for programs. */
interface Summary {
  file: string;
  out: string;
  kind: SourceKind;
  headerRow: number;
  /** Rows of the file; those that became records; those of them that a complaint was made of. */
  rows: number;
  records: number;
  withIssues: number;
  columns: { header: string; field: string; certainty: string; why: string }[];
  remarks: string[];
  /** Complaints by code. */
  issues: Record<string, number>;
  seconds: number;
}

interface Settings {
  file: string;
  sheet?: string;
  out: string;
  kind: SourceKind | '';
  json: boolean;
  options: ReadOptions;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** Wall time of this machine's zone: a file knows no zone of its own. */
function localWall(date: Date): string {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

function parse(argv: string[]): ReturnType<typeof parseArgs> {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: { sheet: text, country: text, currency: text, kind: text, out: text, json: { type: 'boolean' } },
    });
  } catch (error) {
    throw new HostError('usage', `${(error as Error).message.split('. ')[0]}. ${USAGE}`);
  }
}

function settingsOf(argv: string[]): Settings {
  const { values, positionals } = parse(argv);
  const value = (name: string): string | undefined => values[name] as string | undefined;
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new HostError('usage', USAGE);
  const country = (value('country') ?? '').toUpperCase();
  if (country !== '' && !hasPlan(country))
    throw new HostError('country', `“${value('country')}” is no country code; write two letters, such as US or GB.`);
  const kind = value('kind') ?? '';
  if (kind !== '' && kind !== 'orders' && kind !== 'leads')
    throw new HostError('kind', `--kind is orders or leads, not “${kind}”.`);
  const out = value('out') ?? join(dirname(file), `${basename(file, extname(file))}-clean.csv`);
  if (resolve(out) === resolve(file))
    throw new HostError('same-file', 'The clean file must not be the file that is read; name another with --out.');
  const today = localWall(new Date()).slice(0, 10);
  const options: ReadOptions = {
    kind: 'leads',
    country,
    currency: (value('currency') ?? '').toUpperCase(),
    required: [],
    columns: {},
    statuses: [],
    dateOrder: '',
    today,
    wall: localWall,
  };
  return { file, sheet: value('sheet'), out, kind, json: values.json === true, options };
}

/** Says on the error output how far the work is; at most once a second, over itself on a terminal. */
function progressOf(what: string, source: Source): (rows: number) => void {
  let last = Date.now();
  return (rows) => {
    if (Date.now() - last < 1000) return;
    last = Date.now();
    const share = source.progress();
    const percent = share > 0 ? `, ${Math.round(share * 100)} %` : '';
    process.stderr.write(
      `${process.stderr.isTTY ? '\r' : ''}${what}: ${rows.toLocaleString('en-US')} rows${percent}${process.stderr.isTTY ? '   ' : '\n'}`,
    );
  };
}

/** One line of RFC 4180 CSV; no field of it can open a formula. */
function csvLine(row: readonly string[]): string {
  let line = '';
  for (let i = 0; i < row.length; i++) {
    const text = row[i] === '' ? '' : safeCsvText(row[i]);
    line += `${i === 0 ? '' : ','}${/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replace(/"/g, '""')}"` : text}`;
  }
  return `${line}\r\n`;
}

/** Goes on after a write that worked; one that did not is told by the stream's own error. */
function unlessFailed(goOn: () => void): (error?: Error | null) => void {
  return (error) => {
    if (!error) goOn();
  };
}

/** Writes lines and waits where the disk is slower than we are. A file that can't be written is a {@link HostError}. */
class CsvWriter {
  private readonly stream;
  private readonly failure: Promise<never>;
  private batch = '';

  constructor(file: string) {
    this.stream = createWriteStream(file);
    this.failure = new Promise((_, reject) => {
      this.stream.on('error', (error) =>
        reject(new HostError('out-unwritable', `“${file}” can’t be written: ${error.message}`)),
      );
    });
    // Whoever waits for the disk learns of it; nobody may be waiting when it happens.
    this.failure.catch(() => {});
    this.stream.write('\ufeff');
  }

  add(row: string[]): void {
    this.batch += csvLine(row);
  }

  async flush(): Promise<void> {
    if (this.batch === '') return;
    const written = new Promise<void>((resolve) => this.stream.write(this.batch, unlessFailed(resolve)));
    this.batch = '';
    await Promise.race([written, this.failure]);
  }

  async close(): Promise<void> {
    await this.flush();
    await Promise.race([new Promise<void>((resolve) => this.stream.end(unlessFailed(resolve))), this.failure]);
  }
}

interface Written {
  records: number;
  withIssues: number;
  issues: Record<string, number>;
  remarks: string[];
}

async function writeClean(source: Source, { plan, options }: FilePlan, out: string): Promise<Written> {
  const fields = fieldsOf(plan);
  const width = plan.decisions.length;
  const reader = makeRowReader(plan, options);
  const writer = new CsvWriter(out);
  writer.add([
    'row',
    ...plan.decisions.map(({ header, column }) => header || `column ${column + 1}`),
    ...fields.map((field) => `clean ${field}`),
    'issues',
  ]);
  const written: Written = { records: 0, withIssues: 0, issues: {}, remarks: [] };
  const tick = progressOf('Cleaning', source);
  const cleanRow = (cells: readonly string[], row: number): string[] | null => {
    const shape = shapeOf(cells, plan.foldedHeaders);
    if (row <= plan.headerIndex + 1 || shape === 'blank') return null;
    const complaints: Complaint[] = [];
    const record = shape === 'record' ? reader.readRow(cells, row, complaints) : null;
    count(written, record, complaints);
    const raw = Array.from({ length: width }, (_, column) => cells[column] ?? '');
    return [
      String(row),
      ...raw,
      ...fields.map((field) => (record === null ? '' : valueText(record, field))),
      issuesText(shape, complaints),
    ];
  };
  let row = 0;
  for await (const batch of source.batches()) {
    for (const cells of batch) {
      row++;
      const line = cleanRow(cells, row);
      if (line !== null) writer.add(line);
    }
    await writer.flush();
    tick(row);
  }
  await writer.close();
  written.remarks = [...plan.oddities, ...reader.remarks()];
  return written;
}

function count(written: Written, record: CleanRecord | null, complaints: readonly Complaint[]): void {
  if (record !== null) written.records++;
  if (complaints.length > 0) written.withIssues++;
  for (const { code } of complaints) written.issues[code] = (written.issues[code] ?? 0) + 1;
}

function describe(summary: Summary): string {
  const used = summary.columns.filter(({ field }) => field !== '');
  const lines = [
    `${summary.out}: ${summary.records.toLocaleString('en-US')} ${summary.kind} cleaned in ${summary.seconds} s; ${summary.withIssues.toLocaleString('en-US')} have issues.`,
    ...used.map(
      ({ header, field, certainty, why }) =>
        `  ${header || '(no header)'} → ${field}${certainty === 'proposed' ? ' (proposed, not used)' : ''}: ${why}`,
    ),
    ...summary.remarks.map((remark) => `  ${remark}`),
    ...Object.entries(summary.issues)
      .sort((a, b) => b[1] - a[1])
      .map(([code, times]) => `  ${code}: ${times.toLocaleString('en-US')}`),
  ];
  return lines.join('\n');
}

async function cleanFile(settings: Settings): Promise<Summary> {
  const start = Date.now();
  const source = openSource(settings.file, settings.sheet);
  const file = await planFile(source, settings.options, settings.kind, progressOf('Looking', source));
  if (file.plan.decisions.length === 0) throw new HostError('file-empty', `“${settings.file}” holds no rows.`);
  const { records, withIssues, issues, remarks } = await writeClean(source, file, settings.out);
  return {
    file: settings.file,
    out: settings.out,
    kind: file.options.kind,
    headerRow: file.plan.headerIndex + 1,
    rows: file.rows,
    records,
    withIssues,
    columns: file.plan.decisions.map(({ header, field, certainty, why }) => ({ header, field, certainty, why })),
    remarks,
    issues,
    seconds: Math.round((Date.now() - start) / 100) / 10,
  };
}

/**
 * `crm clean <file.csv|.xlsx> …`: intake for a file with no sheet. Writes a CSV with the raw columns, the clean ones beside them and
 * a column `issues`; says how far it is on the error output and what it did on the standard one. Goes through a CSV twice, a row at
 * a time, so that a million rows need little memory. Answers the exit code: 0, or 2 where the file or the arguments are of no use.
 */
export async function clean(argv: string[]): Promise<number> {
  try {
    const settings = settingsOf(argv);
    const summary = await cleanFile(settings);
    console.log(settings.json ? JSON.stringify(summary, null, 2) : describe(summary));
    return 0;
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    console.error(error.message);
    return 2;
  }
}
