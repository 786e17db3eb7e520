import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import Papa from 'papaparse';
import type { MatchField, MatchMode } from '../src/match/contract';
import { type FullResult, match as matchRecords } from '../src/match/match';
import { mergeRows } from '../src/match/merge';
import { DEFAULT_POINTS } from '../src/match/options';
import { HostError } from './error';
import { type FileTable, matchColumns, matchInput, readTable } from './match-file';

/** What `crm match` says of a row. */
interface MatchedRow {
  id: string;
  /** Id of the first row of the cluster. */
  cluster: string;
  /** 0 to 1: how sure it is that the row belongs to its cluster; 1 for a row that is alone. */
  probability: number;
  /** 0 to 100 with the row it is tied to most strongly; empty for a row that is alone. */
  points: number | '';
  why: string;
}

interface MatchCommand {
  file: string;
  out: string | undefined;
  json: boolean;
  mode: MatchMode;
  /** Whether only what is merged without asking counts, or also what a person would be asked. */
  cut: 'automatic' | 'review';
}

const MODES: readonly string[] = ['learned', 'points', 'exact'];

function readCommand(argv: string[], usage: string): MatchCommand {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { out: { type: 'string' }, json: { type: 'boolean' }, mode: { type: 'string' }, cut: { type: 'string' } },
  });
  if (positionals.length !== 1) throw new HostError('usage', `Name one file: ${usage}.`);
  const mode = values.mode ?? 'learned';
  if (!MODES.includes(mode))
    throw new HostError('bad-option', `--mode ${mode} is not known: write ${MODES.join(', ')}.`);
  const cut = values.cut ?? 'review';
  if (cut !== 'automatic' && cut !== 'review') {
    throw new HostError('bad-option', `--cut ${cut} is not known: write automatic or review.`);
  }
  const here = (path: string) => resolve(process.env.INIT_CWD ?? '.', path);
  return {
    file: here(positionals[0]),
    out: values.out === undefined ? undefined : here(values.out),
    json: values.json ?? false,
    mode: mode as MatchMode,
    cut,
  };
}

interface Matched {
  table: FileTable;
  columns: Map<MatchField, number[]>;
  result: FullResult;
}

function matchFile(command: MatchCommand): Matched {
  const tell = (what: string) => process.stderr.write(`${what}\n`);
  const started = process.hrtime.bigint();
  const table = readTable(command.file);
  const columns = matchColumns(table);
  if (columns.size === 0) {
    throw new HostError(
      'no-columns',
      `No column of ${command.file} was recognised: name them, for example, first, last, phone, e-mail.`,
    );
  }
  const used = [...columns].map(
    ([field, places]) => `${field} = ${places.map((place) => table.headers[place]).join(' + ')}`,
  );
  tell(`${table.rows.length} rows read; compared: ${used.join(', ')}`);
  const result = matchRecords(matchInput(table, columns), { mode: command.mode });
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  const clusters = new Set(result.clusterOf).size;
  const review = new Set(result.reviewOf).size;
  tell(`${clusters} after automatic merging, ${review} if every proposal is accepted; ${seconds.toFixed(1)} s`);
  return { table, columns, result };
}

/** The ids of the rows: of the column `id` where each row has its own, else the row numbers from 1. */
function rowIds({ headers, rows }: FileTable): string[] {
  const column = headers.findIndex((header) => header.toLowerCase() === 'id');
  const ids = rows.map((row, i) => (column >= 0 && row[column]) || String(i + 1));
  return new Set(ids).size === ids.length ? ids : rows.map((_, i) => String(i + 1));
}

/** Just below the automatic cut: what a row has at most that is in its cluster only if a person agrees. */
const UNSURE = 0.99;

function describe({ table, result }: Matched, cut: MatchCommand['cut']): MatchedRow[] {
  const ids = rowIds(table);
  const clusterOf = cut === 'review' ? result.reviewOf : result.clusterOf;
  return ids.map((id, row) => {
    const sure = result.holds[row];
    const link = sure ?? (cut === 'review' ? result.reviewHolds[row] : null);
    const cluster = ids[clusterOf[row]];
    if (!link) return { id, cluster, probability: 1, points: '', why: 'no other row is like it' };
    const other = ids[link.a === row ? link.b : link.a];
    const probability = sure ? link.probability : Math.min(UNSURE, link.probability);
    const why = `${sure ? '' : 'to be checked: '}like ${other}: ${link.why}`;
    return { id, cluster, probability: Number(probability.toFixed(4)), points: link.points, why };
  });
}

function write(text: string, out: string | undefined): void {
  if (out === undefined) process.stdout.write(`${text}\n`);
  else writeFileSync(out, `${text}\n`);
}

/**
 * `crm match <file.csv> [--out clusters.csv] [--json] [--mode learned|points|exact] [--cut review|automatic]`: says for each row
 * which cluster it is in, how surely, and why. A column named `cluster` or `truth` is never read.
 * @returns 0
 * @throws HostError, a sentence, where the file or an option is wrong
 */
export async function match(argv: string[]): Promise<number> {
  const command = readCommand(argv, 'crm match <file.csv> [--out clusters.csv] [--json]');
  const rows = describe(matchFile(command), command.cut);
  if (command.json) write(`[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`, command.out);
  else write(Papa.unparse(rows, { newline: '\n' }), command.out);
  return 0;
}

/** Header of the column that keeps what lost. */
const LOST_HEADER = 'other values';

/** Weights of completeness: the points for what they name, one for any other column. */
function columnWeights({ headers }: FileTable, columns: Map<MatchField, number[]>): number[] {
  const weights = headers.map(() => 1);
  const fields: [MatchField, number][] = [
    ['phone', DEFAULT_POINTS.phone],
    ['email', DEFAULT_POINTS.email],
    ['city', DEFAULT_POINTS.city],
    ['name', DEFAULT_POINTS.name],
    ['given', DEFAULT_POINTS.name / 2],
    ['family', DEFAULT_POINTS.name / 2],
  ];
  for (const [field, weight] of fields) for (const column of columns.get(field) ?? []) weights[column] = weight;
  return weights;
}

/**
 * `crm merge <file.csv> --out <file.csv> [--mode …] [--cut automatic|review]`: writes the table with the rows of each cluster merged
 * into one; values that lost stand in a column of their own. Merges at the automatic cut unless told otherwise.
 * @returns 0
 * @throws HostError, a sentence, where the file or an option is wrong
 */
export async function merge(argv: string[]): Promise<number> {
  const usage = 'crm merge <file.csv> --out <file.csv>';
  const command = readCommand(argv.includes('--cut') ? argv : [...argv, '--cut', 'automatic'], usage);
  if (command.out === undefined) throw new HostError('usage', `Say where the merged table goes: ${usage}.`);
  const { table, columns, result } = matchFile(command);
  const weights = columnWeights(table, columns);
  const clusterOf = command.cut === 'review' ? result.reviewOf : result.clusterOf;
  const lists = new Map<number, number[]>();
  clusterOf.forEach((cluster, row) => {
    const list = lists.get(cluster);
    if (list) list.push(row);
    else lists.set(cluster, [row]);
  });
  const merged = [...lists.values()].map((rows) => mergeRows(rows, (row) => table.rows[row], weights));
  const data = merged.map(({ cells, lost }) => [
    ...cells,
    lost
      .map((values, column) => (values.length === 0 ? '' : `${table.headers[column]}: ${values.join(' | ')}`))
      .filter(Boolean)
      .join('; '),
  ]);
  write(Papa.unparse({ fields: [...table.headers, LOST_HEADER], data }, { newline: '\n' }), command.out);
  process.stderr.write(`${table.rows.length} rows became ${data.length}\n`);
  return 0;
}
