import { type Cell, isDate } from '../types';
import { complain } from './complaint';
import { emailStep, nameStep, phoneStep } from './contact-steps';
import { countryOfCurrency } from './countries';
import { emptyRecord } from './empty-record';
import { countryOfPlace } from './place';
import { type ColumnWriting, type PlannedColumn, type SheetPlan, writingOf } from './plan';
import type { CleanRecord, Complaint, FieldName, ReadOptions } from './record';
import { remember } from './remember';
import type { RowState, Step } from './step';
import { numberText } from './text';
import { noteStep, type TextField, textStep } from './text-steps';
import {
  countryStep,
  currencyStep,
  type DateTally,
  dateStep,
  moneyStep,
  postcodeStep,
  quantityStep,
  type StatusFolds,
  statusStep,
} from './value-steps';

/** Fields that others of the row depend on are read first: places, then currency, then the rest. */
const FIRST: readonly FieldName[] = ['country', 'region', 'city', 'currency'];

/** Reads rows by a plan; the same text in the same column is worked out once. */
export interface RowReader {
  /** The clean record of one row; complaints are added to `complaints`. `row` is 1-based. */
  readRow(cells: readonly Cell[], row: number, complaints: Complaint[]): CleanRecord;
  /** How columns are written, and statuses were folded, in sentences. */
  remarks(): string[];
}

function stepOf(
  column: PlannedColumn,
  writing: ColumnWriting,
  options: ReadOptions,
  folds: StatusFolds,
  tally: DateTally,
): Step {
  const { field } = column;
  if (field === 'phone') return phoneStep(column);
  if (field === 'email') return emailStep(column);
  if (field === 'name') return nameStep(column);
  if (field === 'country') return countryStep(column);
  if (field === 'postcode') return postcodeStep(column);
  if (field === 'currency') return currencyStep(options);
  if (field === 'amount' || field === 'unitPrice') return moneyStep(column, writing, options);
  if (field === 'quantity') return quantityStep(column, writing);
  if (field === 'status') return statusStep(options, folds);
  if (field === 'note') return noteStep();
  if (/Date$/.test(field)) return dateStep(column, writing, options, tally);
  return textStep(column, field as TextField);
}

/**
 * What a sheet does to dates of another order than its own: those with a day up to 12 it takes, with day and month changed round,
 * and the others stay text. Ten taken dates without one later day do not happen by chance (about 1 in 10,000).
 */
function swapRemark({ header, dates }: PlannedColumn, { cells, small }: DateTally): string {
  const left = dates.dayFirst + dates.monthFirst;
  if (cells < 10 || small < cells || left < 3 || dates.open > 0) return '';
  return `“${header}”: the sheet took ${cells} dates, all of them with a day up to 12, and left ${left} as text: it has probably changed day and month round in the ${cells}. Set the sheet’s locale to that of the data, and bring the data in again.`;
}

function cellOf(cell: Cell | undefined, wall: (date: Date) => string): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return numberText(cell);
  if (cell === undefined || cell === null) return '';
  return isDate(cell) ? (Number.isNaN(cell.getTime()) ? '' : wall(cell)) : String(cell).toUpperCase();
}

/** Tells the country that a row points to: by its own cell, else by city, region and postcode, else by its currency, else the source's. */
function hinter(plan: SheetPlan, options: ReadOptions): (record: CleanRecord, cells: readonly Cell[]) => string {
  const postcode = plan.used.find((column) => column.field === 'postcode');
  const placeHint = remember((key: string) => {
    const [city, region, code] = key.split('\n');
    return { country: countryOfPlace(city, region, code) };
  });
  return (record, cells) => {
    if (record.country !== '') return record.country;
    const code = postcode === undefined ? '' : cellOf(cells[postcode.column], options.wall);
    const placed =
      record.city + record.region + code === '' ? '' : placeHint(`${record.city}\n${record.region}\n${code}`).country;
    return placed || countryOfCurrency(record.currency) || options.country;
  };
}

/** Makes the reader of a sheet's rows. All votes of the plan must have been counted. */
export function makeRowReader(plan: SheetPlan, options: ReadOptions): RowReader {
  const folds: StatusFolds = new Map();
  const writings = plan.used.map((column) => writingOf(plan, column, options));
  const tallies = plan.used.map((): DateTally => ({ cells: 0, small: 0 }));
  const steps = plan.used.map((column, index) => ({
    column,
    step: stepOf(column, writings[index], options, folds, tallies[index]),
    isDate: /Date$/.test(column.field),
  }));
  const early = steps.filter(({ column }) => FIRST.includes(column.field));
  const late = steps.filter(({ column }) => !FIRST.includes(column.field));
  const hintOf = hinter(plan, options);
  const run = (list: typeof steps, state: RowState, cells: readonly Cell[]): void => {
    for (const { column, step, isDate: dated } of list) {
      const cell = cells[column.column];
      if (cell === '' || cell === undefined || cell === null) continue;
      step(state, cell, dated && typeof cell !== 'string' ? cellOf(cell, String) : cellOf(cell, options.wall));
    }
  };
  return {
    readRow(cells, row, complaints) {
      const record = emptyRecord(row);
      const state: RowState = {
        record,
        hint: '',
        fallback: '',
        moneyCurrency: '',
        flaw: (flaws, column, raw) => {
          for (const flaw of flaws) complaints.push(complain(flaw, row, column.field, column.header, raw));
        },
      };
      run(early, state, cells);
      state.hint = hintOf(record, cells);
      state.fallback = record.country === '' && state.hint !== options.country ? options.country : '';
      run(late, state, cells);
      if (record.currency === '')
        record.currency =
          state.moneyCurrency || (record.amount === null && record.unitPrice === null ? '' : options.currency);
      if (record.name === '') record.name = `${record.given} ${record.family}`.trim();
      return record;
    },
    remarks: () => [
      ...writings.map((writing) => writing.remark).filter((remark) => remark !== ''),
      ...plan.used.map((column, index) => swapRemark(column, tallies[index])).filter((remark) => remark !== ''),
      ...[...folds].map(
        ([shown, { status, count }]) =>
          `Status “${shown}” is read as “${status}” (${count} ${count === 1 ? 'row' : 'rows'}).`,
      ),
    ],
  };
}
