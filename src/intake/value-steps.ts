import { isDate, type WallTime } from '../types';
import { type DateContext, readDate, readDateCell, readSerial } from './date';
import { readCurrency, readMoney } from './money';
import { readCountryCell, readPostcode } from './place';
import type { ColumnWriting, PlannedColumn } from './plan';
import { readQuantity } from './quantity';
import type { Reading } from './reading';
import type { ReadOptions } from './record';
import { remember, rememberByCountry } from './remember';
import { foldStatus } from './status';
import type { Step } from './step';
import { saysNothing, tidy } from './text';

type DateField = 'birthDate' | 'orderDate' | 'shipDate' | 'leadDate' | 'contactDate' | 'dueDate';

/** Date cells of a column, and those of them whose day of the month could also be a month. */
export interface DateTally {
  cells: number;
  small: number;
}

/** A column of dates: Date cells, serial numbers and text. */
export function dateStep(column: PlannedColumn, writing: ColumnWriting, options: ReadOptions, tally: DateTally): Step {
  const field = column.field as DateField;
  const context: DateContext = {
    order: writing.order,
    certain: writing.certain,
    today: options.today,
    birth: field === 'birthDate',
    wall: options.wall,
  };
  const fromText = remember((text: string) => readDate(text, context));
  const walls = new Map<number, Reading<WallTime>>();
  const fromDate = (date: Date): Reading<WallTime> => {
    const time = date.getTime();
    let known = walls.get(time);
    if (known === undefined) {
      known = readDateCell(date, options.wall);
      walls.set(time, known);
    }
    return known;
  };
  return (state, cell, text) => {
    const reading = isDate(cell)
      ? fromDate(cell)
      : typeof cell === 'number' && cell < 1e9
        ? readSerial(cell)
        : fromText(text);
    if (isDate(cell)) {
      tally.cells++;
      if (Number(reading.value.slice(8, 10)) <= 12) tally.small++;
    }
    state.record[field] = reading.value;
    if (reading.flaws.length > 0) state.flaw(reading.flaws, column, text);
  };
}

/** A column of amounts of money. */
export function moneyStep(column: PlannedColumn, writing: ColumnWriting, options: ReadOptions): Step {
  const field = column.field as 'amount' | 'unitPrice';
  const reader = rememberByCountry((text: string, country: string) =>
    readMoney(text, writing.decimal, country, options.currency),
  );
  return (state, cell, text) => {
    if (typeof cell === 'number') {
      state.record[field] = cell;
      return;
    }
    const { value, flaws } = reader(text, state.hint);
    state.record[field] = value.amount;
    if (value.currency !== '') state.moneyCurrency = value.currency;
    if (flaws.length > 0) state.flaw(flaws, column, text);
  };
}

/** A column of quantities, with or without units. */
export function quantityStep(column: PlannedColumn, writing: ColumnWriting): Step {
  const reader = remember((text: string) => readQuantity(text, writing.decimal));
  return (state, cell, text) => {
    if (typeof cell === 'number') {
      state.record.quantity = cell;
      return;
    }
    const { value, flaws } = reader(text);
    state.record.quantity = value;
    if (flaws.length > 0) state.flaw(flaws, column, text);
  };
}

/** Statuses as written, with the pipeline's word and how often it was put in. */
export type StatusFolds = Map<string, { status: string; count: number }>;

/** A column of statuses; what was folded into the pipeline's words is counted in `folds`. */
export function statusStep(options: ReadOptions, folds: StatusFolds): Step {
  const reader = remember((text: string) => {
    const shown = tidy(text);
    return saysNothing(shown)
      ? { status: '', how: '' as const, shown }
      : { ...foldStatus(shown, options.statuses), shown };
  });
  return (state, _cell, text) => {
    const { status, how, shown } = reader(text);
    state.record.status = status;
    if (how === '') return;
    const known = folds.get(shown);
    if (known === undefined) folds.set(shown, { status, count: 1 });
    else known.count++;
  };
}

/** A column of countries. */
export function countryStep(column: PlannedColumn): Step {
  const reader = remember(readCountryCell);
  return (state, _cell, text) => {
    const { value, flaws } = reader(text);
    state.record.country = value;
    if (flaws.length > 0) state.flaw(flaws, column, text);
  };
}

/** A column of postcodes. */
export function postcodeStep(column: PlannedColumn): Step {
  const reader = rememberByCountry(readPostcode);
  return (state, _cell, text) => {
    const { value, flaws } = reader(text, state.hint);
    state.record.postcode = value;
    if (flaws.length > 0) state.flaw(flaws, column, text);
  };
}

/** A column of currencies. */
export function currencyStep(options: ReadOptions): Step {
  const reader = rememberByCountry((text: string, country: string) => ({
    value: readCurrency(text, country, options.currency),
  }));
  return (state, _cell, text) => {
    state.record.currency = reader(text, state.record.country).value;
  };
}
