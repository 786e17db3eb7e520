import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readSheet } from '../src/intake/read-sheet';
import { checkFolder, messOf, NoDataError, phonesOf, superstoreOf } from './intake/data-folder';
import { measureDates, measureEmails, measureMoney, measureNames, options } from './intake/fields';
import { type HeaderOutcome, measureHeaders } from './intake/headers';
import { measureMess, plantMess } from './intake/mess';
import { type Outcome, rightShare } from './intake/outcome';
import { measurePhones, plantPhones } from './intake/phones';
import { measureSpeed, type Speed } from './intake/speed';

/** One measured line of the report against its bar. */
interface Line {
  name: string;
  value: string;
  bar: string;
  met: boolean;
  examples: string[];
}

const SEED = 20261120;

function fieldLine(result: Outcome, least: number, what = result.what): Line {
  const share = rightShare(result);
  return {
    name: what,
    value: `${share} % of ${result.total} right, ${result.marked} marked, ${result.wrong} silently wrong`,
    bar: `≥ ${least} %, 0 silently wrong`,
    met: share >= least && result.wrong === 0,
    examples: result.examples,
  };
}

function headerLine(result: HeaderOutcome): Line {
  const share = Math.round((result.right / result.columns) * 10000) / 100;
  return {
    name: 'headers',
    value: `${share} % of ${result.columns} columns right (${result.proposedRight} of them proposed), ${result.confidentWrong} confident and wrong`,
    bar: '≥ 98 %, 0 confident and wrong',
    met: share >= 98 && result.confidentWrong === 0,
    examples: result.examples,
  };
}

function speedLine({ rows, columns, rowsPerSecond, rowsPerProcessorSecond, parts }: Speed): Line {
  const each = Object.entries(parts).map(([name, value]) => `${name} ${value.toLocaleString('en-US')}/s`);
  return {
    name: 'speed',
    value: `${rowsPerSecond.toLocaleString('en-US')} rows a second (${rows.toLocaleString('en-US')} rows, ${columns} columns, one thread; ${rowsPerProcessorSecond.toLocaleString('en-US')} by processor time); alone: ${each.join(', ')}`,
    bar: '≥ 40,000, aim 60,000',
    // By processor time: on a quiet machine it is the stricter of the two, on a busy one the fairer.
    met: rowsPerProcessorSecond >= 40_000,
    examples: [],
  };
}

/** What a folder with the known files adds: phones, messy rows, the order lines of a real export. */
function folderLines(folder: string): Line[] {
  const lines: Line[] = [];
  const phones = phonesOf(folder);
  if (phones !== null) lines.push(fieldLine(measurePhones(phones), 99.7, 'phones.csv'));
  const mess = messOf(folder);
  if (mess !== null) {
    const { fields, repeats } = measureMess(mess);
    lines.push(fieldLine(fields, 100, 'messy rows, every field'), fieldLine(repeats, 100, 'messy rows, repeats found'));
  }
  const superstore = superstoreOf(folder);
  if (superstore !== null) lines.push(superstoreLine(superstore));
  if (lines.length === 0)
    throw new NoDataError(
      `The folder “${folder}” holds none of phones.csv, messy_t1.csv with clean_t1.csv and truth_t1.json, superstore.csv.`,
    );
  return lines;
}

function superstoreLine(grid: string[][]): Line {
  const { records, complaints, columns } = readSheet(grid, options({ kind: 'orders' }));
  const dates = records.map((record) => record.orderDate).sort();
  const used = columns.filter(({ certainty }) => certainty === 'sure').length;
  return {
    name: 'superstore.csv',
    value: `${records.length} lines, ${used} columns used, dates ${dates[0]} to ${dates[dates.length - 1]}, ${complaints.length} complaints`,
    bar: '2019-01-03 to 2022-12-30, 0 complaints',
    met: dates[0] === '2019-01-03' && dates[dates.length - 1] === '2022-12-30' && complaints.length === 0,
    examples: complaints.slice(0, 12).map((one) => `row ${one.row} ${one.header}: ${one.message}`),
  };
}

function ownLines(): Line[] {
  // First, before other work has made the engine's code less particular.
  const speed = speedLine(measureSpeed(100_000, SEED));
  const mess = measureMess(plantMess(900, SEED));
  return [
    fieldLine(measurePhones(plantPhones(8000, SEED)), 99.7),
    fieldLine(mess.fields, 100),
    fieldLine(mess.repeats, 100),
    fieldLine(measureDates(400, SEED), 99.5),
    fieldLine(measureMoney(400, SEED), 99.5),
    fieldLine(measureNames(20_000, SEED), 99.5),
    fieldLine(measureEmails(20_000, SEED), 99.5),
    headerLine(measureHeaders(740, SEED)),
    speed,
  ];
}

function report(lines: readonly Line[]): string {
  return lines
    .flatMap(({ name, value, bar, met, examples }) => [
      `${met ? 'met   ' : 'MISSED'}  ${name}: ${value} [${bar}]`,
      ...examples.slice(0, 6).map((one) => `          ${one}`),
    ])
    .join('\n');
}

/**
 * Measures intake: `[--data <folder>] [--json] [--out file]`. Without a folder all data is generated from a seed; with one, the
 * files in it that the bench knows are measured too. Answers the exit code: 1 where a bar is missed, 2 where the folder is of no use.
 */
export function main(argv: string[]): number {
  const { values } = parseArgs({
    args: argv,
    options: { data: { type: 'string' }, json: { type: 'boolean', default: false }, out: { type: 'string' } },
  });
  try {
    if (values.data !== undefined) checkFolder(values.data);
    const own = ownLines();
    const lines = [...(values.data === undefined ? [] : folderLines(values.data)), ...own];
    const text = values.json ? JSON.stringify(lines, null, 2) : report(lines);
    if (values.out !== undefined) writeFileSync(values.out, `${text}\n`);
    console.log(text);
    return lines.every(({ met }) => met) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof NoDataError)) throw error;
    console.error(error.message);
    return 2;
  }
}
