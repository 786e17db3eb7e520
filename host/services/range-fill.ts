import type { Sheet } from '../workbook/sheet';
import { fromR1C1, toR1C1 } from './r1c1';
import { RangeBase, writeCells } from './range-base';
import { RangeCells } from './range-cells';
import { Exception, enumName, port, wrongSignature } from './realm';
import { serialToInstant } from './zone';

type Gas = GoogleAppsScript.Spreadsheet.Range;

/** Filling neighbours from what is there, and taking texts apart. */
export class RangeFill extends RangeCells {
  /** Fills a range that holds this one: formulas move along, numbers and dates go on in even steps, anything else repeats. */
  autoFill(destination: Gas, series: GoogleAppsScript.Spreadsheet.AutoFillSeries): void {
    const source = RangeBase.placeOf(this);
    const target = RangeBase.placeOf(destination);
    const down = target.columns === source.columns && target.column === source.column && target.row === source.row;
    const right = target.rows === source.rows && target.row === source.row && target.column === source.column;
    if (!down && !right)
      throw new Exception('AutoFill destination range must extend the source range in one direction.');
    const steps = enumName(series) !== 'ALTERNATE_SERIES';
    writeCells(destination as unknown as RangeBase, 'autoFill', (sheet) => {
      const lines = down ? source.columns : source.rows;
      const length = down ? source.rows : source.columns;
      const total = down ? target.rows : target.columns;
      for (let line = 0; line < lines; line++) {
        const at = (i: number): [number, number] =>
          down ? [source.row + i, source.column + line] : [source.row + line, source.column + i];
        const step = steps
          ? evenStep(
              sheet,
              Array.from({ length }, (_, i) => at(i)),
            )
          : null;
        for (let i = length; i < total; i++) {
          const [from, to] = [at(i % length), at(i)];
          fillOne(
            sheet,
            from,
            to,
            step === null ? null : Number(sheet.value(...at(length - 1))) + step * (i - length + 1),
          );
        }
      }
      sheet.changed('values', target);
    });
  }

  autoFillToNeighbor(series: GoogleAppsScript.Spreadsheet.AutoFillSeries): void {
    const place = RangeBase.placeOf(this);
    const beside = place.column > 1 ? this.offset(0, -1) : this.offset(0, place.columns);
    const rows = beside.getDataRegion().getLastRow() - place.row + 1;
    if (rows > place.rows) this.autoFill(this.offset(0, 0, rows, place.columns), series);
  }

  /** Takes the texts of one column apart into the columns beside it; the delimiter is found where none is given. */
  splitTextToColumns(delimiter?: string | GoogleAppsScript.Spreadsheet.TextToColumnsDelimiter): void {
    const { columns } = RangeBase.placeOf(this);
    if (columns !== 1) throw wrongSignature('SpreadsheetApp.Range.splitTextToColumns', [delimiter]);
    writeCells(this, 'splitTextToColumns', (sheet, place) => {
      const texts = Array.from({ length: place.rows }, (_, i) =>
        String(sheet.value(place.row + i, place.column) ?? ''),
      );
      const mark =
        typeof delimiter === 'string'
          ? delimiter
          : ([',', ';', '.', '\t', ' '].find((one) => texts.some((text) => text.includes(one))) ?? ',');
      texts.forEach((text, i) => {
        const parts = text.split(mark);
        sheet.ensureSize(place.row + i, place.column + parts.length - 1);
        port.ops.writeValues(
          sheet,
          { row: place.row + i, column: place.column, rows: 1, columns: parts.length },
          [parts],
          port.now(),
        );
      });
    });
  }
}

/** The step of numbers that go on evenly; one number alone repeats, one date goes on by a day; null where the cells are no such row. */
function evenStep(sheet: Sheet, cells: readonly [number, number][]): number | null {
  const values = cells.map(([row, column]) => (sheet.part('formulas', row, column) ? null : sheet.value(row, column)));
  if (!values.every((value): value is number => typeof value === 'number')) return null;
  if (values.length === 1) return sheet.style(...cells[0])?.kind === 'date' ? 1 : 0;
  const step = values[1] - values[0];
  return values.every((value, i) => i === 0 || Math.abs(value - values[i - 1] - step) < 1e-9) ? step : null;
}

function fillOne(sheet: Sheet, from: [number, number], to: [number, number], next: number | null): void {
  const rect = (at: [number, number]) => ({ row: at[0], column: at[1], rows: 1, columns: 1 });
  port.ops.copyCells(sheet, rect(from), sheet, rect(to), ['values', 'styles', 'rules', 'formulas']);
  const formula = sheet.part('formulas', ...from);
  if (formula) port.ops.writeFormulas(sheet, rect(to), [[fromR1C1(toR1C1(formula, ...from), ...to)]]);
  else if (next !== null) {
    const date = sheet.style(...from)?.kind === 'date';
    port.ops.writeValues(
      sheet,
      rect(to),
      [[date ? new Date(serialToInstant(port.book.timeZone, next)) : next]],
      port.now(),
    );
  }
}
