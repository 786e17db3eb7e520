import { closeVotes, countRow, planSheet, type SheetPlan, votingColumns } from '../../src/intake/plan';
import type { CleanRecord, Complaint, FieldName, ReadOptions, SourceKind } from '../../src/intake/record';
import { type RowShape, shapeOf } from '../../src/intake/row-shape';
import type { Source } from './source';

/** Rows on which the header and the columns are decided. */
const SAMPLE = 5_000;

const OF_ORDERS: readonly FieldName[] = [
  'orderId',
  'lineId',
  'sku',
  'article',
  'quantity',
  'unitPrice',
  'amount',
  'shipDate',
  'orderDate',
];

/** Whether a sample holds orders rather than leads: two columns that only orders have. */
function kindOf(sample: readonly (readonly string[])[], options: ReadOptions): SourceKind {
  const { used } = planSheet(sample, { ...options, kind: 'orders' });
  const own = used.filter(({ field }) => OF_ORDERS.includes(field) && field !== 'orderDate');
  return own.length >= 2 ? 'orders' : 'leads';
}

/** How a file is to be read, and how many rows it has. */
export interface FilePlan {
  plan: SheetPlan;
  options: ReadOptions;
  rows: number;
}

/** Goes through the whole file once: decides the columns on its beginning, and lets every row vote on dates and decimals. */
export async function planFile(
  source: Source,
  options: ReadOptions,
  kind: SourceKind | '',
  tick: (rows: number) => void,
): Promise<FilePlan> {
  const sample: string[][] = [];
  let decided: { plan: SheetPlan; options: ReadOptions; voting: ReturnType<typeof votingColumns> } | null = null;
  let rows = 0;
  const vote = (row: readonly string[]): void => {
    if (shapeOf(row, decided!.plan.foldedHeaders) === 'record') countRow(decided!.voting, row);
  };
  const decide = (): void => {
    const full = { ...options, kind: kind === '' ? kindOf(sample, options) : kind };
    const plan = planSheet(sample, full);
    decided = { plan, options: full, voting: votingColumns(plan) };
    for (const row of sample.slice(plan.headerIndex + 1)) vote(row);
  };
  for await (const batch of source.batches()) {
    for (const row of batch) {
      if (decided !== null) vote(row);
      else if (sample.push(row) === SAMPLE) decide();
    }
    rows += batch.length;
    tick(rows);
  }
  if (decided === null) decide();
  closeVotes(decided!.voting);
  return { plan: decided!.plan, options: decided!.options, rows };
}

/** Fields that are written for a file: those that its columns can fill. */
export function fieldsOf(plan: SheetPlan): (keyof CleanRecord)[] {
  const fields = new Set<keyof CleanRecord>();
  for (const { field } of plan.used) {
    if (field === 'phone') fields.add('phones').add('extension');
    else if (field === 'email') fields.add('emails');
    else if (field === 'name') fields.add('name').add('given').add('family').add('company');
    else if (field === 'given' || field === 'family') fields.add('name').add('given').add('family');
    else if (field === 'amount' || field === 'unitPrice') fields.add(field).add('currency');
    else fields.add(field as keyof CleanRecord);
  }
  return [...fields];
}

/** One value of a record as text: lists with a semicolon between, nothing as `''`. */
export function valueText(record: CleanRecord, field: keyof CleanRecord): string {
  const value = record[field];
  if (Array.isArray(value)) return value.join('; ');
  return value === null ? '' : String(value);
}

const LEFT_OUT: Record<Exclude<RowShape, 'record'>, string> = {
  blank: '',
  header: 'left out: the header again',
  total: 'left out: a row of totals',
};

/** What the column `issues` says of a row. */
export function issuesText(shape: RowShape, complaints: readonly Complaint[]): string {
  if (shape !== 'record') return LEFT_OUT[shape];
  return complaints
    .map(({ header, message, remedy }) => `${header === '' ? '' : `${header}: `}${message} ${remedy}`)
    .join(' | ');
}
