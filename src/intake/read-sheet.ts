import type { Cell } from '../types';
import { gatherComplaints } from './complaint';
import { isOtherHeader } from './odd-shape';
import { closeVotes, countRow, planSheet, type SheetPlan, votingColumns } from './plan';
import type { CleanRecord, Complaint, ReadOptions, ReadSheet, SheetReading } from './record';
import { checkRequired, missingColumns, requirementsOf } from './required';
import { makeRowReader } from './row-reader';
import { shapeOf } from './row-shape';

interface Skipped {
  headers: number[];
  totals: number[];
  /** 1-based row where a table with other headers begins; 0: none does. */
  otherTable: number;
}

function list(rows: readonly number[]): string {
  const shown = rows.slice(0, 5).join(', ');
  return rows.length > 5 ? `${shown} and ${rows.length - 5} more` : shown;
}

function remarksOn(plan: SheetPlan, skipped: Skipped): string[] {
  const remarks: string[] = [];
  if (plan.headerIndex > 0)
    remarks.push(`The header stands in row ${plan.headerIndex + 1}; what is above it is not read.`);
  if (plan.headerIndex < 0)
    remarks.push('No header row was found; columns are known only by what their cells look like.');
  if (skipped.headers.length > 0) remarks.push(`The header is repeated in row ${list(skipped.headers)}; left out.`);
  if (skipped.totals.length > 0) remarks.push(`Row ${list(skipped.totals)} holds totals; left out.`);
  if (skipped.otherTable > 0)
    remarks.push(
      `Another table seems to begin in row ${skipped.otherTable}; nothing is read from there on. Put it on a sheet of its own.`,
    );
  return [...plan.oddities, ...remarks];
}

/** A reading with what it takes to read some of the rows again, as if with the whole. */
export interface WholeReading extends SheetReading {
  plan: SheetPlan;
  /** Every complaint by itself, before those of one column are gathered. */
  each: Complaint[];
  /** What is below the table could be told from it by the whole sheet only. */
  cut: boolean;
}

/** Reads the records among some rows of a sheet by the plan of the whole; blank rows, headers and totals are left out. */
function readRecords(
  plan: SheetPlan,
  options: ReadOptions,
  rows: readonly { cells: readonly Cell[]; row: number }[],
): { records: CleanRecord[]; complaints: Complaint[]; remarks: string[] } {
  const reader = makeRowReader(plan, options);
  const requirements = requirementsOf(options, plan.decisions);
  const complaints: Complaint[] = [];
  const records = rows.map(({ cells, row }) => {
    const since = complaints.length;
    const record = reader.readRow(cells, row, complaints);
    checkRequired(record, requirements, complaints, since);
    return record;
  });
  return { records, complaints, remarks: reader.remarks() };
}

/** Rows of a sheet whose plan is known, read like the whole; null when a row shows that the plan does not hold any more. */
export function readAgain(
  plan: SheetPlan,
  options: ReadOptions,
  rows: readonly { cells: readonly Cell[]; row: number }[],
): Pick<WholeReading, 'records' | 'complaints'> | null {
  const kept = rows.filter(({ cells }) => shapeOf(cells, plan.foldedHeaders) === 'record');
  if (kept.some(({ cells }) => isOtherHeader(cells, plan.foldedHeaders, plan.kind))) return null;
  return readRecords(plan, options, kept);
}

/** A plan out of a text that it was kept in. */
export function revivePlan(kept: SheetPlan): SheetPlan {
  return { ...kept, used: kept.used.map((column) => ({ ...column, texts: new Map() })) };
}

/**
 * Reads the whole of a source's used range: finds the header, decides the columns, lets columns vote on the order of their dates and
 * the sign of their decimals, and turns each row into a clean record with complaints. Nothing is thrown for any content.
 */
export function readWhole(grid: readonly (readonly Cell[])[], options: ReadOptions): WholeReading {
  const plan = planSheet(grid, options);
  const rows: { cells: readonly Cell[]; row: number }[] = [];
  const skipped: Skipped = { headers: [], totals: [], otherTable: 0 };
  const voting = votingColumns(plan);
  for (let i = plan.headerIndex + 1; i < grid.length; i++) {
    const shape = shapeOf(grid[i], plan.foldedHeaders);
    if (shape === 'header') skipped.headers.push(i + 1);
    else if (shape === 'total') skipped.totals.push(i + 1);
    if (shape !== 'record') continue;
    if (isOtherHeader(grid[i], plan.foldedHeaders, plan.kind)) {
      skipped.otherTable = i + 1;
      break;
    }
    rows.push({ cells: grid[i], row: i + 1 });
    countRow(voting, grid[i]);
  }
  closeVotes(voting);
  const headerRow = plan.headerIndex + 1;
  const { records, complaints, remarks } = readRecords(plan, options, rows);
  const missing = rows.length === 0 ? [] : missingColumns(requirementsOf(options, plan.decisions), headerRow);
  const each = [...missing, ...complaints];
  return {
    headerRow,
    columns: plan.decisions,
    records,
    complaints: gatherComplaints(each, Math.max(headerRow, 1)),
    remarks: [...remarksOn(plan, skipped), ...remarks],
    plan,
    each,
    cut: skipped.otherTable > 0,
  };
}

/** See {@link readWhole}. */
export const readSheet: ReadSheet = readWhole;
