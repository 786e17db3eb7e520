import { readSheet } from '../../src/intake/read-sheet';
import type { FieldName } from '../../src/intake/record';
import { options } from './fields';
import { HEADER_LISTS, type HeaderList } from './header-lists';
import { LOCALES } from './locales';
import { plantCell } from './plant-cells';
import { Chance } from './random';

/** What became of planted columns. `confidentWrong`: taken as sure for a field that it is not. */
export interface HeaderOutcome {
  columns: number;
  right: number;
  proposedRight: number;
  confidentWrong: number;
  examples: string[];
}

interface Column {
  header: string;
  /** What the cells are, and so the right answer. */
  field: FieldName | '';
}

function columnsOf(list: HeaderList): Column[] {
  return list.headers.map((entry) => {
    const [header, field] = entry.split('>');
    return { header, field: (field ?? '') as FieldName | '' };
  });
}

const SWAPS: readonly [FieldName, FieldName][] = [
  ['phone', 'email'],
  ['name', 'email'],
  ['orderDate', 'name'],
  ['amount', 'email'],
];

/** Makes headers lie: two columns' contents change places. What the content is then counts, where content alone can show it. */
function mislead(columns: Column[], chance: Chance): Set<number> {
  const [a, b] = chance.pick(SWAPS);
  const first = columns.findIndex((one) => one.field === a);
  const second = columns.findIndex((one) => one.field === b);
  if (first < 0 || second < 0) return new Set();
  columns[first].field = b;
  columns[second].field = a;
  return new Set([first, second]);
}

function disguise(header: string, chance: Chance): string {
  const kind = chance.int(0, 9);
  if (kind === 0) return header.toUpperCase();
  if (kind === 1) return header.toLowerCase();
  if (kind === 2) return ` ${header}: `;
  if (kind === 3) return header.replace(/ /g, '_');
  return header;
}

/** Content that says by itself what it is; any other swapped column is right when it is not used. */
const UNMISTAKABLE: readonly (FieldName | '')[] = ['email', 'phone'];

/** Builds sheets from the header lists and counts how their columns are recognised. */
export function measureHeaders(sheets: number, seed: number): HeaderOutcome {
  const chance = new Chance(seed);
  const result: HeaderOutcome = { columns: 0, right: 0, proposedRight: 0, confidentWrong: 0, examples: [] };
  for (let i = 0; i < sheets; i++) {
    const list = HEADER_LISTS[i % HEADER_LISTS.length];
    const columns = columnsOf(list);
    const lies = chance.happens(0.2) ? mislead(columns, chance) : new Set<number>();
    const locale = chance.pick(LOCALES);
    const grid: string[][] = chance.happens(0.3) ? [['Report of the week'], []] : [];
    grid.push(columns.map((column) => disguise(column.header, chance)));
    for (let row = 0; row < 40; row++) grid.push(columns.map((column) => plantCell(column.field, chance, locale, row)));
    judge(list, columns, lies, readSheet(grid, options({ kind: list.kind })).columns, result);
  }
  return result;
}

function judge(
  list: HeaderList,
  columns: Column[],
  lies: ReadonlySet<number>,
  decisions: ReturnType<typeof readSheet>['columns'],
  result: HeaderOutcome,
): void {
  columns.forEach((column, index) => {
    const { field, certainty, why } = decisions[index];
    const used = certainty === 'sure' ? field : '';
    const wanted = lies.has(index) && !UNMISTAKABLE.includes(column.field) ? '' : column.field;
    const proposed = certainty === 'proposed' && field === column.field;
    const right = used === wanted || used === column.field || proposed;
    result.columns++;
    if (right) result.right++;
    if (proposed) result.proposedRight++;
    if (used !== '' && used !== column.field) result.confidentWrong++;
    if (!right && result.examples.length < 40)
      result.examples.push(
        `${list.from}: “${column.header}” is ${column.field || 'none'}, taken as ${field || 'none'} (${certainty}: ${why})`,
      );
  });
}
