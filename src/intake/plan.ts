import { type Cell, isDate } from '../types';
import { decideColumns } from './columns';
import { countOrder, type DayOrder, decideOrder, emptyVote, type OrderVote, usualOrder } from './date-order';
import { findHeaderRow, headersOf } from './header-row';
import { type DecimalSign, decimalEvidence } from './number';
import { columnLetters, isBlockSheet, sideTable } from './odd-shape';
import type { ColumnDecision, FieldName, ReadOptions, SourceKind } from './record';
import { fold } from './text';

/** A used column: where it stands, what it is, and what the whole of it shows about its own writing. */
export interface PlannedColumn {
  column: number;
  header: string;
  field: FieldName;
  dates: OrderVote;
  /** How often each text of a date column stands there, until {@link closeVotes}. */
  texts: Map<string, number>;
  points: number;
  commas: number;
}

/** How a sheet is to be read; made from the whole of it, or from a sample and completed with {@link countRow}. */
export interface SheetPlan {
  /** 0-based; -1: none. */
  headerIndex: number;
  decisions: ColumnDecision[];
  used: PlannedColumn[];
  foldedHeaders: string[];
  /** What is odd about the shape of the sheet, in sentences. */
  oddities: string[];
  kind: SourceKind;
}

const DATE_FIELDS: readonly FieldName[] = ['birthDate', 'orderDate', 'shipDate', 'leadDate', 'contactDate', 'dueDate'];
const NUMBER_FIELDS: readonly FieldName[] = ['quantity', 'unitPrice', 'amount'];

function widthOf(rows: readonly (readonly Cell[])[]): number {
  let width = 0;
  for (const row of rows) if (row.length > width) width = row.length;
  return width;
}

/** Columns of a second table are not used: their phones and names would go to the people of the first. */
function leaveOut(decisions: ColumnDecision[], from: number): ColumnDecision[] {
  return decisions.map((one) =>
    one.column < from || one.certainty === 'person'
      ? one
      : { ...one, field: '', certainty: 'unused', why: 'belongs to a second table beside the first' },
  );
}

/** Finds the header and decides the columns. Votes are empty until rows are counted. */
export function planSheet(rows: readonly (readonly Cell[])[], options: ReadOptions): SheetPlan {
  const { kind } = options;
  const width = widthOf(rows);
  const headerIndex = findHeaderRow(rows, kind, options.columns);
  const headers = headerIndex < 0 ? new Array<string>(width).fill('') : headersOf(rows[headerIndex], width);
  const side = headerIndex < 0 ? -1 : sideTable(headers, rows, headerIndex + 1, kind);
  const oddities: string[] = [];
  if (side >= 0)
    oddities.push(
      `A second table seems to stand from column ${columnLetters(side)} on; only the first is read. Put it on a sheet of its own.`,
    );
  if (isBlockSheet(rows, kind))
    oddities.push(
      'The sheet seems to write one record a block, with labels in the first column; put each record in one row, with the labels as headers.',
    );
  const all = decideColumns(headers, rows, headerIndex + 1, options);
  const decisions = side < 0 ? all : leaveOut(all, side);
  const used: PlannedColumn[] = [];
  for (const { column, header, field, certainty } of decisions) {
    if (field === '' || certainty === 'proposed' || certainty === 'unused') continue;
    used.push({ column, header, field, dates: emptyVote(), texts: new Map(), points: 0, commas: 0 });
  }
  return { headerIndex, decisions, used, foldedHeaders: headers.map(fold), oddities, kind };
}

function countNumber(column: PlannedColumn, cell: string): void {
  const sign = decimalEvidence(cell);
  if (sign === '.') column.points++;
  else if (sign === ',') column.commas++;
}

/** Columns whose cells vote: dates and numbers. */
export function votingColumns(plan: SheetPlan): PlannedColumn[] {
  return plan.used.filter(({ field }) => DATE_FIELDS.includes(field) || NUMBER_FIELDS.includes(field));
}

/** Lets one row's text cells vote on the day order and the decimal sign of their columns. */
export function countRow(voting: readonly PlannedColumn[], row: readonly Cell[]): void {
  for (const column of voting) {
    const cell = row[column.column];
    if (typeof cell !== 'string' || cell === '' || isDate(cell)) continue;
    if (NUMBER_FIELDS.includes(column.field)) countNumber(column, cell);
    else column.texts.set(cell, (column.texts.get(cell) ?? 0) + 1);
  }
}

/** Counts the votes of the date texts that {@link countRow} gathered. */
export function closeVotes(voting: readonly PlannedColumn[]): void {
  for (const column of voting) {
    for (const [text, times] of column.texts) countOrder(column.dates, text, times);
    column.texts.clear();
  }
}

/** How one column's dates or numbers are to be read, and the sentence that says why (`''`: nothing to say). */
export interface ColumnWriting {
  order: DayOrder;
  certain: boolean;
  decimal: DecimalSign;
  remark: string;
}

const ORDER_WORDS: Record<string, string> = { DMY: 'day first', MDY: 'month first', YMD: 'year first' };

function others(plan: SheetPlan, column: PlannedColumn): { order: DayOrder; header: string } {
  const found = new Map<DayOrder, string>();
  for (const other of plan.used) {
    if (other === column || !DATE_FIELDS.includes(other.field)) continue;
    const { order, clean } = decideOrder(other.dates);
    if (order !== '' && clean) found.set(order, other.header);
  }
  const [only] = found;
  return found.size === 1 ? { order: only[0], header: only[1] } : { order: '', header: '' };
}

function dateWriting(plan: SheetPlan, column: PlannedColumn, options: ReadOptions): ColumnWriting {
  const said = options.dateOrder;
  if (said !== '') return { order: said, certain: true, decimal: '', remark: '' };
  const { dates, header } = column;
  const own = decideOrder(dates);
  const evident = Math.max(dates.dayFirst, dates.monthFirst, dates.yearFirst);
  if (own.order !== '' && own.clean) {
    const remark =
      dates.open > 0
        ? `“${header}”: dates are read ${ORDER_WORDS[own.order]}, which ${evident} of ${evident + dates.open} cells show (such as ${dates.example}).`
        : '';
    return { order: own.order, certain: true, decimal: '', remark };
  }
  if (own.order !== '') {
    const remark = `“${header}”: ${dates.dayFirst} dates can only be day first and ${dates.monthFirst} only month first; the ${dates.open} that can be either are read ${ORDER_WORDS[own.order]} and marked.`;
    return { order: own.order, certain: false, decimal: '', remark };
  }
  if (dates.open === 0) return { order: '', certain: false, decimal: '', remark: '' };
  const near = others(plan, column);
  if (near.order !== '')
    return {
      order: near.order,
      certain: true,
      decimal: '',
      remark: `“${header}”: dates are read ${ORDER_WORDS[near.order]}, as in “${near.header}”; no date of its own shows it.`,
    };
  const usual = usualOrder(options.country);
  if (usual === 'DMY' || usual === 'MDY')
    return {
      order: usual,
      certain: true,
      decimal: '',
      remark: `“${header}”: no date shows whether the day or the month stands first; read ${ORDER_WORDS[usual]}, as is usual in ${options.country}.`,
    };
  return {
    order: '',
    certain: false,
    decimal: '',
    remark: `“${header}”: no date shows whether the day or the month stands first; ${dates.open} dates are left out until the sources sheet says which.`,
  };
}

const COMMA_COUNTRIES =
  /^(?:DE|AT|FR|ES|IT|PT|BR|NL|BE|DK|NO|SE|FI|PL|CZ|SK|HU|RO|BG|GR|TR|RU|UA|AR|CL|CO|PE|UY|PY|BO|VE|EC|ID|VN|HR|SI|RS)$/;
const POINT_COUNTRIES =
  /^(?:US|GB|IE|CA|AU|NZ|IN|PK|BD|LK|NP|CN|JP|KR|TW|HK|SG|MY|TH|PH|MX|GT|HN|NI|SV|PA|DO|PR|IL|EG|NG|KE|GH|ZA|CH|AE|SA|QA|KW)$/;

function numberWriting(plan: SheetPlan, column: PlannedColumn, options: ReadOptions): ColumnWriting {
  const decide = (points: number, commas: number): DecimalSign => {
    const share = points / (points + commas || 1);
    return points + commas === 0 ? '' : share >= 0.95 ? '.' : share <= 0.05 ? ',' : '';
  };
  let decimal = decide(column.points, column.commas);
  if (decimal === '' && column.points + column.commas === 0) {
    const all = plan.used.filter((one) => NUMBER_FIELDS.includes(one.field));
    decimal = decide(
      all.reduce((sum, one) => sum + one.points, 0),
      all.reduce((sum, one) => sum + one.commas, 0),
    );
    if (decimal === '')
      decimal = COMMA_COUNTRIES.test(options.country) ? ',' : POINT_COUNTRIES.test(options.country) ? '.' : '';
  }
  const mixed = column.points > 0 && column.commas > 0;
  const remark = mixed
    ? `“${column.header}”: ${column.points} numbers have a decimal point and ${column.commas} a decimal comma; each is read as it shows.`
    : '';
  return { order: '', certain: false, decimal, remark };
}

/** What the votes decide for one column. */
export function writingOf(plan: SheetPlan, column: PlannedColumn, options: ReadOptions): ColumnWriting {
  if (DATE_FIELDS.includes(column.field)) return dateWriting(plan, column, options);
  if (NUMBER_FIELDS.includes(column.field)) return numberWriting(plan, column, options);
  return { order: '', certain: false, decimal: '', remark: '' };
}
