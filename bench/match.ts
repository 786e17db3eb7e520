import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { distinctRecords } from '../src/match/columns';
import type { MatchInput } from '../src/match/contract';
import { makeFields } from '../src/match/fields';
import { cluster, learn } from '../src/match/learned';
import { match } from '../src/match/match';
import { haveNamesOnly } from '../src/match/names-only';
import { toProbability } from '../src/match/odds';
import { type Quality, quality } from './match/measure';
import { type CutPoint, plotCuts } from './match/plot';
import { type DataSet, folderSets, generatedSets, LARGE } from './match/sets';
import { worstPairs } from './match/worst';

/** What was measured of one set. */
interface Figures {
  set: string;
  rows: number;
  automatic: Quality;
  review: Quality;
  seconds: number;
  rowsPerSecond: number;
  /** Peak memory of the process so far. */
  megabytes: number;
  /** Where the set is below its bar: the worst pairs. */
  worst: string[];
}

const NOTHING_DECIDED = { together: [], apart: [] };
const PLOTTED_BITS = Array.from({ length: 27 }, (_, i) => i - 6);
/** The cuts of the engine, in bits. */
const REVIEW_BITS = 0;
const AUTO_BITS = 7;

function measure(set: DataSet): Figures {
  const { input, truth } = set.input();
  const started = process.hrtime.bigint();
  const result = match(input, { mode: 'learned' });
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  const automatic = quality(result.clusterOf, truth);
  const review = quality(result.reviewOf, truth);
  const worst = worstPairs(
    set.name,
    input,
    truth,
    { clusterOf: result.clusterOf, quality: automatic },
    { clusterOf: result.reviewOf, quality: review },
  );
  const rowsPerSecond = Math.round(input.size / seconds);
  return { set: set.name, rows: input.size, automatic, review, seconds, rowsPerSecond, megabytes, worst };
}

function curve({ input, truth }: { input: MatchInput; truth: string[] }): CutPoint[] {
  const records = distinctRecords(input);
  const fields = makeFields(records);
  if (haveNamesOnly(fields)) return namesCurve(input, truth);
  const { weigher, edges } = learn(fields, NOTHING_DECIDED);
  return PLOTTED_BITS.map((bits) => {
    const { label } = cluster(weigher, edges, NOTHING_DECIDED, bits).partition;
    const { precision, recall } = quality(
      records.recordOf.map((record) => label[record]),
      truth,
    );
    return { bits, precision, recall };
  });
}

/** Names alone are matched by another path, which is run anew for each cut. */
function namesCurve(input: MatchInput, truth: string[]): CutPoint[] {
  return PLOTTED_BITS.map((bits) => {
    const { reviewOf } = match(input, { mode: 'learned', reviewCut: toProbability(bits), autoCut: 1 });
    const { precision, recall } = quality(reviewOf, truth);
    return { bits, precision, recall };
  });
}

function line({ set, rows, automatic, review, seconds, rowsPerSecond, megabytes }: Figures): string {
  const share = (value: number) => value.toFixed(4);
  const cells = [
    set.padEnd(16),
    String(rows).padStart(8),
    ...[automatic, review].flatMap(({ precision, recall, f1 }) => [precision, recall, f1].map(share)),
    seconds.toFixed(2).padStart(7),
    String(rowsPerSecond).padStart(8),
    String(megabytes).padStart(6),
  ];
  return cells.join('  ');
}

const HEAD = 'set                   rows  auto P  auto R  auto F  rev. P  rev. R  rev. F        s    rows/s    MB';

/**
 * Measures matching with its one configuration: `--data <folder of id,cluster,… csv files>` or own data from `--seed`; `--only a,b`
 * picks sets (`--only crm_1m`: a million rows), `--json` prints figures for programs, `--out <file>` writes them, `--plots <folder>` draws each set's curve.
 * @returns 0
 */
export async function main(argv: string[]): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: {
      data: { type: 'string' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string' },
      json: { type: 'boolean', default: false },
      out: { type: 'string' },
      plots: { type: 'string' },
    },
  });
  const here = (path: string) => resolve(process.env.INIT_CWD ?? '.', path);
  const all = values.data ? folderSets(here(values.data)) : generatedSets(Number(values.seed));
  const only = values.only?.split(',');
  const figures: Figures[] = [];
  if (!values.json) console.log(HEAD);
  for (const set of all.filter(({ name }) => (only ? only.includes(name) : !LARGE.has(name)))) {
    const measured = measure(set);
    figures.push(measured);
    if (!values.json) console.log([line(measured), ...measured.worst].join('\n'));
    if (values.plots) {
      mkdirSync(here(values.plots), { recursive: true });
      const svg = plotCuts(set.name, curve(set.input()), REVIEW_BITS, AUTO_BITS);
      writeFileSync(join(here(values.plots), `match-${set.name}.svg`), svg);
    }
  }
  if (values.json) console.log(JSON.stringify(figures, null, 1));
  if (values.out) {
    mkdirSync(dirname(here(values.out)), { recursive: true });
    writeFileSync(here(values.out), `${JSON.stringify(figures, null, 1)}\n`);
  }
  return 0;
}
