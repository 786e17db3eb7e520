import type { ColumnDecision } from '../intake/record';
import type { Wanted } from '../workbook/diff';
import type { ReadRow } from '../workbook/read-table';
import type { SourceRow } from '../workbook/tables/config';
import { spellField } from './configuration';
import type { SourceReading } from './read-sources';

const name = (column: ColumnDecision) => column.header.replace(/\s+/g, ' ').trim() || `column ${column.column + 1}`;

function spellColumns(columns: readonly ColumnDecision[]): string {
  const used = columns.filter((column) => column.field !== '' && column.certainty !== 'proposed');
  const proposed = columns.filter((column) => column.field !== '' && column.certainty === 'proposed');
  const unused = columns.filter((column) => column.field === '');
  return [
    ...used.map(
      (column) =>
        `${name(column)} = ${spellField(column.field as never)}${column.certainty === 'person' ? ' (you said so)' : ''}`,
    ),
    ...proposed.map(
      (column) =>
        `${name(column)} may be ${spellField(column.field as never)}: ${column.why}; not used until you say so`,
    ),
    ...(unused.length > 0 ? [`not used: ${unused.map(name).join(', ')}`] : []),
  ].join('; ');
}

/** What the program notes beside each line of `sources`: how it understood the columns, and what it noticed. */
export function wantedSources(
  readings: readonly SourceReading[],
  rows: readonly ReadRow<SourceRow>[],
): Map<string, Wanted<SourceRow>> {
  const bySheet = new Map(readings.map((reading) => [reading.source.sheet, reading]));
  const wanted = new Map<string, Wanted<SourceRow>>();
  for (const { values } of rows) {
    const found = bySheet.get(values.sheet);
    if (!found) continue;
    const { reading } = found;
    wanted.set(values.sheet, {
      system: reading
        ? { columns: spellColumns(reading.columns), remarks: reading.remarks.join(' '), rows: found.rows }
        : { columns: '', remarks: `There is no sheet “${values.sheet}”.`, rows: null },
    });
  }
  return wanted;
}
