import type { WholeReading } from '../intake/read-sheet';
import type { CleanRecord, Complaint } from '../intake/record';
import type { FittedModel } from '../match/model';
import { type Cell, isDate } from '../types';
import { sumOfText } from '../workbook/pages';

/** One row of a source as it was last seen. */
export interface KeptRow {
  /** Check sum of its cells. */
  sum: string;
  /** What ties it to other rows: its order number, or the keys of a lead. Rows that share none never make one case. */
  keys: string[];
  complaints: Complaint[];
}

export interface KeptSource {
  sheet: string;
  plan: WholeReading['plan'];
  /** Complaints about columns, which no row has. */
  complaints: Complaint[];
  /** By row of the sheet; none up to the header. */
  rows: KeptRow[];
}

/** One order or lead as it was last seen; without rows when no source has it (any more). */
export interface KeptCase {
  id: string;
  key: string;
  person: string;
  sheet: string;
  rows: number[];
  /** What matching compares, in the order of its columns. */
  values: string[];
}

/**
 * What a sync leaves for the next one, so that it need not read the wide tables: the sheets of the configuration, the rows
 * of the sources by check sum, the cases with what matching compares, and the weights that it learned.
 */
export interface Kept {
  grids: Record<string, Cell[][]>;
  sources: KeptSource[];
  cases: Map<string, KeptCase>;
  /** Ids of the pairs that stand in `duplicates`, or wait for it. */
  pairs: Set<string>;
  /** Follow-ups that stand in the archive. */
  archived: Set<string>;
  /** Pairs of cases that people decided about. */
  decided: [a: string, b: string, decision: string][];
  model: FittedModel | null;
}

/** The check sum of a row: its cells by value and type; blanks at the end do not count. */
export function sumOfRow(cells: readonly Cell[]): string {
  let text = '';
  let blanks = '';
  for (const cell of cells) {
    if (cell === '') blanks += '\t';
    else {
      text += `${blanks}${typeof cell === 'string' ? cell : isDate(cell) ? `d${cell.getTime()}` : `${typeof cell}${cell}`}\t`;
      blanks = '';
    }
  }
  return text === '' ? '' : sumOfText(text);
}

/** Rows that one check sum stands for, where only sums are compared. */
export const CHUNK = 1000;

/** The check sums of a sheet, one for each thousand rows. */
export function sumsOf(rows: readonly KeptRow[]): string[] {
  const sums: string[] = [];
  for (let start = 0; start < rows.length; start += CHUNK) sums.push(sumOfSums(rows.slice(start, start + CHUNK)));
  return sums;
}

export const sumOfSums = (rows: readonly (KeptRow | undefined)[]) =>
  sumOfText(rows.map((row) => row?.sum ?? '').join(' '));

/** Rows of a source by their place in the sheet, out of a reading of the whole. */
export function keepSource(
  sheet: string,
  whole: WholeReading,
  grid: readonly (readonly Cell[])[],
  keysOf: (record: CleanRecord) => string[],
): KeptSource {
  const rows = grid.map((cells): KeptRow => ({ sum: sumOfRow(cells), keys: [], complaints: [] }));
  for (const record of whole.records) rows[record.row - 1].keys = keysOf(record);
  const source: KeptSource = { sheet, plan: whole.plan, complaints: [], rows };
  for (const complaint of whole.each) {
    if (complaint.row <= whole.headerRow) source.complaints.push(complaint);
    else rows[complaint.row - 1].complaints.push(complaint);
  }
  return source;
}

type Line =
  | [
      'head',
      Omit<Kept, 'sources' | 'cases' | 'pairs' | 'archived'> & {
        pairs: string[];
        archived: string[];
        sources: Omit<KeptSource, 'rows'>[];
      },
    ]
  | ['d', string]
  | ['r', number, number, string, string[], Complaint[]?]
  | ['c', string, string, string, string, number[], string[]];

const spell = (line: Line) => `${JSON.stringify(line, (_, value) => (value instanceof Map ? undefined : value))}\n`;

export const spellRow = (source: number, row: number, { sum, keys, complaints }: KeptRow) =>
  spell(complaints.length > 0 ? ['r', source, row, sum, keys, complaints] : ['r', source, row, sum, keys]);

export const spellCase = ({ id, key, person, sheet, rows, values }: KeptCase) =>
  spell(['c', id, key, person, sheet, rows, values]);

export const spellPair = (id: string) => spell(['d', id]);

/** A Date as JSON tells it apart from its own text. */
const packed = (grid: readonly (readonly Cell[])[]) =>
  grid.map((row) => row.map((cell) => (isDate(cell) ? { d: cell.getTime() } : cell)));

/** Everything as text, one line for each thing; lines put to the end later replace earlier ones of the same name. */
export function spellKept(kept: Kept): string {
  const grids = Object.fromEntries(Object.entries(kept.grids).map(([name, grid]) => [name, packed(grid) as Cell[][]]));
  const { decided, model } = kept;
  const sources = kept.sources.map(({ sheet, plan, complaints }) => ({ sheet, plan, complaints }));
  let text = spell(['head', { grids, sources, decided, model, pairs: [...kept.pairs], archived: [...kept.archived] }]);
  kept.sources.forEach(({ rows }, source) => {
    rows.forEach((row, at) => {
      if (row.sum !== '') text += spellRow(source, at + 1, row);
    });
  });
  for (const one of kept.cases.values()) text += spellCase(one);
  return text;
}

/** @throws SyntaxError when the text is none of ours */
export function readKept(text: string): Kept {
  // All at once: parsing each line by itself takes twice as long.
  const [first, ...lines] = JSON.parse(`[${text.trimEnd().replace(/\n/g, ',')}]`) as Line[];
  const [, head] = first as Extract<Line, ['head', ...unknown[]]>;
  const grids: Kept['grids'] = {};
  for (const [name, grid] of Object.entries(head.grids)) {
    grids[name] = grid.map((row) =>
      row.map((cell) => (typeof cell === 'object' ? new Date((cell as unknown as { d: number }).d) : cell)),
    );
  }
  const empty = head.sources.map((one) => ({ ...one, rows: [] }));
  const sets = { pairs: new Set(head.pairs), archived: new Set(head.archived) };
  const kept: Kept = { ...head, ...sets, grids, sources: empty, cases: new Map() };
  for (const line of lines) {
    if (line[0] === 'r')
      kept.sources[line[1]].rows[line[2] - 1] = { sum: line[3], keys: line[4], complaints: line[5] ?? [] };
    else if (line[0] === 'd') kept.pairs.add(line[1]);
    else if (line[0] === 'c') {
      const [, id, key, person, sheet, rows, values] = line;
      kept.cases.set(id, { id, key, person, sheet, rows, values });
    }
  }
  return kept;
}
